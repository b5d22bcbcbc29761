"""Each case has a line in the work list that says what the case itself says, whatever was done with it."""

from datetime import date, timedelta
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps

from openkader.casework.life_cycle import State
from openkader.casework.period import Period
from openkader.casework.permissions import HouseHand
from openkader.casework.vocabulary import Confidentiality, DecisionOutcome
from openkader.casework.work_list import Holder
from openkader.kader import Assessor
from openkader.register import services
from openkader.register.case_lines import NEVER, keep_all_lines, line_of
from openkader.register.deadlines import pauses_of
from openkader.register.entries import AnswerEntry, AssignmentEntry, RequestEntry
from openkader.register.models import AuditEvent, CaseLine, CaseSector, CaseWord, Request, Tombstone
from openkader.register.states import stand_of
from tests.integration.register_house import (
    HAND,
    NOW,
    TITLE,
    an_activity,
    assessed,
    change,
    decided,
)
from tests.integration.screening_house import WANG, a_delegation, work
from tests.integration.test_services import CHANGES

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
COMPARED = (
    *("state", "outcome", "received_on", "due_on", "is_paused"),
    *("assignee_id", "team", "year", "country"),
)


def received(reference: str = "V-1", day: date = TODAY, **more: object) -> str:
    entry = RequestEntry(reference=reference, year=day.year, title=TITLE, received=Period.day(day), **more)  # type: ignore[arg-type]
    return services.record_request(entry, **HAND)


def line(reference: str = "V-1") -> CaseLine:
    return CaseLine.objects.get(request__reference=reference)


@pytest.mark.parametrize("name", CHANGES)
def test_after_every_change_the_line_says_what_the_case_says(
    name: str, assessor: Assessor, tmp_path: Path
) -> None:
    change(name, assessor, tmp_path)()
    destroyed = Tombstone.objects.values("reference")  # on no list of work any more
    for request in Request.objects.exclude(reference__in=destroyed).select_related("source"):
        now = line_of(request, stand_of(request, TODAY), pauses_of([request])[request.pk], NOW)
        kept = CaseLine.objects.get(request=request)
        assert [getattr(kept, name) for name in COMPARED] == [getattr(now, name) for name in COMPARED]


def test_a_case_walks_through_the_list(assessor: Assessor) -> None:
    received("V-0")
    assert (line("V-0").state, line("V-0").outcome) == (State.RECEIVED, None)
    assessed(assessor)
    assert line().state == State.READY
    decided(assessor, "V-2")
    assert (line("V-2").state, line("V-2").outcome) == (State.GRANTED, DecisionOutcome.TAKE_UP)
    an_activity("V-2")
    assert line("V-2").state == State.CARRIED_OUT


def test_a_case_that_came_in_on_a_day_has_to_be_dealt_with_in_eight_weeks() -> None:
    received(day=date(2030, 1, 7))
    assert line().due_on == date(2030, 3, 4)


def test_what_is_decided_or_came_in_on_no_known_day_is_never_overdue(assessor: Assessor) -> None:
    decided(assessor)
    services.record_request(
        RequestEntry(reference="V-9", year=2020, title=TITLE, received=Period.year(2020)), **HAND
    )
    assert (line().due_on, line("V-9").due_on) == (NEVER, NEVER)


def test_a_screening_that_ends_moves_the_case(assessor: Assessor) -> None:
    request = assessed(assessor)
    assert line(request).state == State.READY
    from tests.integration.screening_house import a_list

    a_list(WANG, request=request)
    assert line(request).state == State.WEIGHING
    work()
    services.assess_request(request, assessor=assessor, **HAND)
    assert line(request).state in (State.READY, State.WEIGHING)


def test_areas_follow_the_newest_answer(assessor: Assessor) -> None:
    received()
    for value in (["artificial_intelligence", "biotechnology"], ["biotechnology"], None):
        services.answer_facts(
            "V-1", [AnswerEntry(fact="risk_areas", value=value)], kader=assessor.kader, **HAND
        )
        found = set(CaseSector.objects.values_list("code", flat=True))
        assert found == set(value or ())


def test_lines_can_be_made_anew(assessor: Assessor) -> None:
    received()
    a_delegation(request="V-2")
    before = (
        [(x.request_id, x.state, x.due_on) for x in CaseLine.objects.order_by("pk")],
        CaseWord.objects.count(),
    )
    CaseLine.objects.all().delete()
    assert keep_all_lines(NOW + timedelta(days=1), TODAY) == 2
    after = (
        [(x.request_id, x.state, x.due_on) for x in CaseLine.objects.order_by("pk")],
        CaseWord.objects.count(),
    )
    assert after == before


def test_work_that_goes_to_somebody_else_goes_to_their_list(assessor: Assessor, tmp_path: Path) -> None:
    change("assign_request", assessor, tmp_path)()
    assert (line().assignee.username, line().team) == ("adviser", "economie")  # type: ignore[union-attr]
    back = AssignmentEntry(request="V-1", to=Holder(), seen=Holder(assignee="adviser", team="economie"))
    services.assign_request(back, **HAND)
    assert (line().assignee, line().team) == (None, None)


def test_an_upgrade_says_of_every_line_whose_it_is(assessor: Assessor, tmp_path: Path) -> None:
    change("assign_request", assessor, tmp_path)()
    received("V-2")
    whose = [(one.assignee_id, one.team) for one in CaseLine.objects.order_by("pk")]
    CaseLine.objects.update(assignee=None, team="elsewhere")
    import_module("openkader.register.migrations.0016_whose_work").say_whose(apps, None)
    assert [(one.assignee_id, one.team) for one in CaseLine.objects.order_by("pk")] == whose
    assert [team for _, team in whose] == ["economie", None]


def test_an_upgrade_says_of_every_line_of_which_year_and_country_it_is() -> None:
    received("V-1", country="KR")
    received("V-2", day=date(2025, 2, 1))
    CaseLine.objects.update(year=0, country=None)
    import_module("openkader.register.migrations.0051_list_filters").say_of_which_year(apps, None)
    assert list(CaseLine.objects.order_by("pk").values_list("year", "country")) == [
        (2030, "KR"),
        (2025, None),
    ]


def test_who_looks_at_a_confidential_case_does_not_move_it_up_the_list() -> None:
    received(confidentiality=Confidentiality.SECRET)
    services.note_reading("V-1", "dossier", by=HouseHand("cli:test"), now=NOW + timedelta(days=1))
    assert AuditEvent.objects.filter(action="dossier.read", dossier="V-1").count() == 1
    assert line().changed_at == NOW
