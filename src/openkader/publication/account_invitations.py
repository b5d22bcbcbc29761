"""The mail that invites a colleague: a link with which one chooses a password, and nothing else."""

from django.conf import settings
from django.urls import reverse

from openkader.base.text import Text
from openkader.register.intake_entries import MailEntry

PURPOSE = "invitation"
_SUBJECT = Text(nl="Uw account bij Open Kader", en="Your account at Open Kader")
_WORDS = Text(
    nl=(
        "Een beheerder heeft voor u een account geopend: {name}.\n\n"
        "Kies hier een wachtwoord. De link werkt een keer, en nog {days} dagen:\n{address}\n\n"
        "Daarna meldt u zich aan met deze naam en dat wachtwoord.\n\n"
        "Verwachtte u deze mail niet? Doe dan niets en zeg het uw beheerder. Stuur de link aan niemand door."
    ),
    en=(
        "An administrator has opened an account for you: {name}.\n\n"
        "Choose a password here. The link works once, and for {days} days:\n{address}\n\n"
        "After that you sign in with this name and that password.\n\n"
        "Did you not expect this mail? Then do nothing and tell your administrator. Pass the link on to nobody."
    ),
)


def invitation_mail(name: str, email: str, token: str) -> MailEntry:
    """The mail in both languages, the one of the installation first: nobody knows yet which somebody reads."""
    address = settings.OPENKADER_ADDRESS + reverse("invitation", args=[name, token])
    first = settings.LANGUAGE_CODE
    languages = (first, "en" if first == "nl" else "nl")
    told = {"name": name, "days": str(settings.OPENKADER_INVITATION_DAYS), "address": address}
    text = "\n\n--\n\n".join(_WORDS.in_(language).format(**told) for language in languages)
    return MailEntry(purpose=PURPOSE, to=email, subject=_SUBJECT.in_(first), text=text)
