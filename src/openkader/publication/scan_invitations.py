"""The mail that asks a company for its self-scan, or reminds it: a link that nobody can guess, and no answers.

Mail travels in the open, so what the company says stands behind the link.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from openkader.base.text import Text
from openkader.publication.links import Addressee, Invitation, Wording, invite_by

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


_MORE: Mapping[str, Any] = {
    "purpose": PURPOSE,
    "leads": _FILL,
    "by": _BY,
    "was_due": _WAS_DUE,
    "closing": (_OWN, _PERSONAL),
}
_INVITES = Wording(subject=_ASKS, opening=_ASKED, **_MORE)
_AGAIN = Wording(subject=_REMINDS, opening=_REMINDED, **_MORE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanAddressee(Addressee):
    """Who is asked or reminded of a scan, and because of what."""

    activity: Text


def scan_invitation(
    to: ScanAddressee, address_of: Callable[[str], str], today: date, *, mails: bool
) -> Invitation:
    """An invitation to fill in a scan that is asked now."""
    return invite_by(_INVITES if mails else None, to, address_of, today, {"activity": to.activity})


def scan_reminder(
    to: ScanAddressee, address_of: Callable[[str], str], today: date, *, mails: bool
) -> Invitation:
    """The same for a scan that was not handed in yet."""
    return invite_by(_AGAIN if mails else None, to, address_of, today, {"activity": to.activity})
