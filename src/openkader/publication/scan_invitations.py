"""The mail that asks a company for its self-scan, or reminds it: a link that nobody can guess, and no answers.

Mail travels in the open, so what the company says stands behind the link.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from openkader.base.text import Text
from openkader.publication.links import Invitation, invite, said_day
from openkader.register.intake_entries import MailEntry

PURPOSE = "self-scan"

_ASKS = Text(
    nl="Zelfscan verantwoord ondernemen: {activity}", en="Self-scan responsible business: {activity}"
)
_REMINDS = Text(nl="Herinnering aan de zelfscan: {activity}", en="Reminder of the self-scan: {activity}")
_ASKED = Text(
    nl="U gaat mee op ‘{activity}’. Wij vragen u om vooraf een zelfscan verantwoord ondernemen in te vullen.",
    en="You are coming along on ‘{activity}’. We ask you to fill in a self-scan on responsible business beforehand.",
)
_REMINDED = Text(
    nl="Wij vroegen u om een zelfscan voor ‘{activity}’. Wij hebben hem nog niet van u ontvangen.",
    en="We asked you for a self-scan for ‘{activity}’. We have not received it from you yet.",
)
_FILL = Text(
    nl="Vul de zelfscan hier in. U heeft geen account nodig en kunt tussendoor bewaren:\n{address}",
    en="Fill in the self-scan here. You need no account and can save it half-way:\n{address}",
)
_BY = Text(nl="Graag voor of op {day}.", en="Please do so by {day}.")
_WAS_DUE = Text(
    nl="Wij vroegen hem voor {day}. U kunt hem nog steeds inleveren.",
    en="It was asked for by {day}. You can still hand it in.",
)
_OWN = Text(
    nl="Dit is onze eigen vragenlijst, en niet die van RVO.", en="This is our own form, and not that of RVO."
)
_PERSONAL = Text(
    nl="De link is van uw bedrijf; geef hem niet door aan anderen.",
    en="The link is for your company; do not pass it on to others.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanAddressee:
    """Who is asked or reminded, for what, in which language and until when; without `email` along another way."""

    activity: Text
    email: str | None
    language: str
    due_on: date


def scan_invitation(
    to: ScanAddressee, address_of: Callable[[str], str], today: date, *, mails: bool
) -> Invitation:
    """An invitation to fill in a scan that is asked now."""
    return _invitation(to, address_of, today, (_ASKS, _ASKED) if mails else None)


def scan_reminder(
    to: ScanAddressee, address_of: Callable[[str], str], today: date, *, mails: bool
) -> Invitation:
    """The same for a scan that was not handed in yet."""
    return _invitation(to, address_of, today, (_REMINDS, _REMINDED) if mails else None)


def _invitation(
    to: ScanAddressee, address_of: Callable[[str], str], today: date, words: tuple[Text, Text] | None
) -> Invitation:
    def mail(address: str) -> MailEntry | None:
        return _mail(to, address, today, words) if to.email and words else None

    return invite(to.due_on, today, address_of, mail)


def _mail(to: ScanAddressee, address: str, today: date, words: tuple[Text, Text]) -> MailEntry:
    subject, opening = words
    day = _WAS_DUE if to.due_on < today else _BY
    text = "\n\n".join(part.in_(to.language) for part in (opening, _FILL, day, _OWN, _PERSONAL))
    # The title last: whatever stands in it is no place to be filled in.
    text = text.replace("{address}", address).replace("{day}", said_day(to.due_on))
    title = to.activity.in_(to.language)
    return MailEntry(
        purpose=PURPOSE,
        to=to.email or "",
        subject=subject.in_(to.language).replace("{activity}", title)[:200],
        text=text.replace("{activity}", title),
    )
