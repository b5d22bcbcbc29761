"""Activities that were held, who took part, and what they are asked of it, for the tests of the register."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from openkader.casework.effect import Answered
from openkader.casework.mission import ParticipantDraft, ParticipantRole, ParticipantStatus
from openkader.casework.period import Period
from openkader.casework.permissions import Act, DoorHand, HouseHand
from openkader.register import services
from openkader.register.intake_entries import LinkEntry
from openkader.register.mission_entries import ParticipantEntry, Reasons
from openkader.register.selectors import link_digest
from openkader.register.survey_entries import SurveyAddressEntry, SurveyEntry, SurveySaidEntry
from openkader.register.survey_forms import survey_form
from tests.integration import self_scan_house
from tests.integration.self_scan_house import COMPANY, key_of

LAST = date(2030, 4, 1)  # the last day of the activity
NOW = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)  # a month later, on a Wednesday
TODAY, DAY = NOW.date(), timedelta(days=1)
HAND: dict[str, Any] = {"by": HouseHand("cli:adviser"), "now": NOW}
TOKEN = "e" * 32
LINK = LinkEntry(digest=link_digest(TOKEN), ends=NOW + 60 * DAY)
HELD, SURVEY = "X-1", "X-1-E1"
DOOR = DoorHand(f"link:{SURVEY}", Act.WORK)


def took_part(name: str = "A. Fictief", **changes: Any) -> None:
    """Somebody on the list of the activity, who took part."""
    plain = ParticipantDraft(
        name=name,
        email=f"{name[0].lower()}@voorbeeld.example",
        role=ParticipantRole.COMPANY,
        status=ParticipantStatus.TOOK_PART,
    )
    activity = changes.pop("activity", HELD)
    entry = ParticipantEntry(activity=activity, draft=replace(plain, **changes))
    services.enrol_participant(entry, Reasons(codes=("other",)), **HAND)


def was_held(*parties: str, last: date = LAST, **changes: Any) -> str:
    """An activity with these parties that was held."""
    return self_scan_house.a_mission(*parties, period=Period.day(last - DAY, last), **changes)


def a_question(**changes: Any) -> SurveyEntry:
    plain = SurveyEntry(
        activity=HELD,
        member="P1",
        wave="month",
        recipient="A. Fictief",
        due_on=TODAY + 28 * DAY,
        email="a@voorbeeld.example",
        link=LINK,
    )
    return replace(plain, **changes)


def asked(now: datetime = NOW, **changes: Any) -> str:
    return services.ask_survey(a_question(**changes), form=survey_form(), by=HAND["by"], now=now)


def held_and_asked(**changes: Any) -> str:
    was_held()
    took_part()
    return asked(**changes)


def an_answer(*outcomes: str, **more: Any) -> Answered:
    return replace(Answered(chosen={"outcome": outcomes or ("talk",)}), **more)


def answered(survey: str = SURVEY, said: Answered | None = None, now: datetime = NOW) -> None:
    services.answer_survey(SurveySaidEntry(survey=survey, said=said or an_answer()), by=DOOR, now=now)


def an_address(**changes: Any) -> SurveyAddressEntry:
    plain = SurveyAddressEntry(survey=SURVEY, recipient="B. Fictief", email="b@voorbeeld.example")
    return replace(plain, **changes)


def prepared() -> dict[str, Callable[..., Callable[[], object]]]:
    """What each service of the survey needs."""

    def after(first: Callable[[], object], act: Callable[[], object]) -> Callable[..., Callable[[], object]]:
        def prepare(_assessor: object, _folder: Path) -> Callable[[], object]:
            first()
            return act

        return prepare

    def held() -> None:
        was_held()
        took_part()

    return {
        "ask_survey": after(held, asked),
        "remind_participant": after(held_and_asked, lambda: services.remind_participant(SURVEY, **HAND)),
        "take_back_survey": after(
            held_and_asked, lambda: services.take_back_survey(SURVEY, "Wil niet.", **HAND)
        ),
        "readdress_survey": after(held_and_asked, lambda: services.readdress_survey(an_address(), **HAND)),
        "answer_survey": after(
            held_and_asked,
            lambda: services.answer_survey(SurveySaidEntry(survey=SURVEY, said=an_answer()), **HAND),
        ),
    }


__all__ = ["COMPANY", "key_of"]
