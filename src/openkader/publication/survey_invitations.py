"""The mail that asks a participant what came of an activity, or reminds them: a link that nobody can guess.

Mail travels in the open, so neither the questions nor the answers stand in it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from openkader.base.text import Text
from openkader.publication.links import Addressee, Invitation, Wording, invite_by
from openkader.register.selectors import SurveyDue
from openkader.register.survey_entries import SurveyEntry

PURPOSE = "survey"

_ASKS = Text(nl="Wat kwam ervan? {activity}", en="What came of it? {activity}")
_REMINDS = Text(nl="Herinnering: wat kwam ervan? {activity}", en="Reminder: what came of it? {activity}")
_ASKED = Text(
    nl="U deed mee aan ‘{activity}’. Wij horen graag wat het u heeft opgeleverd, {wave}. Ook ‘niets’ is een antwoord.",
    en="You took part in ‘{activity}’. We would like to know what it brought you, {wave}. ‘Nothing’ is an answer too.",
)
_REMINDED = Text(
    nl="Wij vroegen u wat ‘{activity}’ u heeft opgeleverd. Wij hebben uw antwoord nog niet. Dit is onze enige "
    "herinnering.",
    en="We asked you what ‘{activity}’ brought you. We do not have your answer yet. This is our only reminder.",
)
_FILL = Text(
    nl="Beantwoord de vragen hier, dat duurt ongeveer drie minuten. U heeft geen account nodig:\n{address}",
    en="Answer the questions here, it takes about three minutes. You need no account:\n{address}",
)
_BY = Text(nl="Dat kan tot en met {day}.", en="You can do so until {day}.")
_OWN = Text(
    nl="U hoeft niet mee te doen. Dit zijn onze eigen vragen.",
    en="You need not take part. These are our own questions.",
)
_PERSONAL = Text(
    nl="De link is persoonlijk; geef hem niet door.", en="The link is personal; do not pass it on."
)
_MORE: Mapping[str, Any] = {
    "purpose": PURPOSE,
    "leads": _FILL,
    "by": _BY,
    "was_due": _BY,
    "closing": (_OWN, _PERSONAL),
}
_INVITES = Wording(subject=_ASKS, opening=_ASKED, **_MORE)
_AGAIN = Wording(subject=_REMINDS, opening=_REMINDED, **_MORE)


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyAddressee(Addressee):
    """Who is asked or reminded, of which activity, and how long after it."""

    activity: Text
    wave: Text


def survey_addressee(due: SurveyDue) -> SurveyAddressee:
    """Whom a survey that is due goes to."""
    return SurveyAddressee(
        activity=due.title,
        wave=due.wave.text,
        email=due.email,
        language=due.language,
        due_on=due.due_on,
    )


def survey_question(
    due: SurveyDue, address_of: Callable[[str], str], today: date, *, mails: bool
) -> tuple[SurveyEntry, Invitation]:
    """The question to one that took part as it is kept, and the invitation that brings it."""
    sent = survey_invitation(survey_addressee(due), address_of, today, mails=mails)
    entry = SurveyEntry(
        activity=due.activity,
        member=due.member,
        wave=due.wave.id,
        recipient=due.recipient,
        due_on=due.due_on,
        language=due.language,
        email=due.email,
        link=sent.link,
        mail=sent.mail,
    )
    return entry, sent


def survey_invitation(
    to: SurveyAddressee, address_of: Callable[[str], str], today: date, *, mails: bool
) -> Invitation:
    """An invitation to answer what is asked now."""
    return invite_by(_INVITES if mails else None, to, address_of, today, _told(to))


def survey_reminder(
    to: SurveyAddressee, address_of: Callable[[str], str], today: date, *, mails: bool
) -> Invitation:
    """The same for what was not answered yet."""
    return invite_by(_AGAIN if mails else None, to, address_of, today, _told(to))


def _told(to: SurveyAddressee) -> Mapping[str, Text]:
    """What somebody typed comes last."""
    return {"wave": to.wave, "activity": to.activity}
