"""The mail that asks a desk for advice, or reminds it: a link that nobody can guess, and not the question itself.

Mail travels in the open, so what is asked stands behind the link.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from openkader.base.text import Text
from openkader.publication.links import Addressee, Invitation, Wording, invite_by

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


_MORE: Mapping[str, Any] = {
    "purpose": "advice",
    "leads": _READ,
    "by": _BY,
    "was_due": _WAS_DUE,
    "closing": (_PERSONAL,),
}
_INVITES = Wording(subject=_ASKS, opening=_ASKED, **_MORE)
_AGAIN = Wording(subject=_REMINDS, opening=_REMINDED, **_MORE)


def invitation(to: Addressee, address_of: Callable[[str], str], today: date, *, mails: bool) -> Invitation:
    """An invitation to answer a question that is put now."""
    return invite_by(_INVITES if mails else None, to, address_of, today)


def reminder(to: Addressee, address_of: Callable[[str], str], today: date, *, mails: bool) -> Invitation:
    """The same for a question that waits for its answer."""
    return invite_by(_AGAIN if mails else None, to, address_of, today)
