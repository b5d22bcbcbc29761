"""The mail that asks a desk for advice, or reminds it: a link that nobody can guess, and not the question itself.

Mail travels in the open, so what is asked stands behind the link.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from openkader.base.text import Text
from openkader.publication.links import Invitation, invite, said_day
from openkader.register.intake_entries import MailEntry

_ASKS = Text(nl="Adviesvraag: {reference}", en="Question for advice: {reference}")
_REMINDS = Text(
    nl="Herinnering aan een adviesvraag: {reference}", en="Reminder of a question for advice: {reference}"
)
_ASKED = Text(
    nl="U wordt om advies gevraagd over het verzoek {reference}.",
    en="You are asked for advice on the request {reference}.",
)
_REMINDED = Text(
    nl="Wij vroegen u om advies over het verzoek {reference}. Wij hebben uw antwoord nog niet.",
    en="We asked you for advice on the request {reference}. We do not have your answer yet.",
)
_READ = Text(
    nl="Lees de vraag en beantwoord haar hier:\n{address}",
    en="Read the question and answer it here:\n{address}",
)
_BY = Text(nl="Graag uw antwoord uiterlijk op {day}.", en="Please answer by {day}.")
_WAS_DUE = Text(
    nl="Uw antwoord was gevraagd voor {day}. Het is nog steeds welkom.",
    en="Your answer was asked for by {day}. It is still welcome.",
)
_PERSONAL = Text(
    nl="De link is persoonlijk; geef hem niet door.", en="The link is personal; do not pass it on."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Who is asked or reminded, in which language, and until when; without `email` along another way."""

    email: str | None
    language: str
    due_on: date


def invitation(to: Addressee, address_of: Callable[[str], str], today: date, *, mails: bool) -> Invitation:
    """An invitation to answer a question that is put now."""
    return _invitation(to, address_of, today, (_ASKS, _ASKED) if mails else None)


def reminder(to: Addressee, address_of: Callable[[str], str], today: date, *, mails: bool) -> Invitation:
    """The same for a question that waits for its answer."""
    return _invitation(to, address_of, today, (_REMINDS, _REMINDED) if mails else None)


def _invitation(
    to: Addressee, address_of: Callable[[str], str], today: date, words: tuple[Text, Text] | None
) -> Invitation:
    def mail(address: str) -> MailEntry | None:
        return _mail(to, address, today, words) if to.email and words else None

    return invite(to.due_on, today, address_of, mail)


def _mail(to: Addressee, address: str, today: date, words: tuple[Text, Text]) -> MailEntry:
    subject, opening = (text.in_(to.language) for text in words)
    day = _WAS_DUE if to.due_on < today else _BY
    parts = [opening, *(text.in_(to.language) for text in (_READ, day, _PERSONAL))]
    text = "\n\n".join(parts).replace("{address}", address).replace("{day}", said_day(to.due_on))
    return MailEntry(purpose="advice", to=to.email or "", subject=subject, text=text)
