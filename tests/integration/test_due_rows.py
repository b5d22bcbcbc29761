"""What may go is asked in as few questions for a hundred dossiers as for ten, and is what the rule says of each."""

from collections.abc import Iterable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openkader.base.text import Text
from openkader.casework.permissions import HOUSE
from openkader.casework.retention import (
    Begins,
    Practice,
    RecordKind,
    Retention,
    RetentionRule,
    TermStatus,
    due_of,
    is_due,
)
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole
from openkader.kader import Assessor
from openkader.register import models
from openkader.register.destroying.dossiers import DueRow, due_rows, facts_of
from openkader.register.retention import retention
from tests.integration.destruction_house import NOW, made_up_closed
from tests.integration.program_house import a_program
from tests.web_pages import colleague, queries_of

pytestmark = pytest.mark.django_db
SOME = Text(nl="Bedacht", en="Made up")
Told = tuple[str, RecordKind, date | None, str]


def rule(
    kind: RecordKind, years: int | None, begins: Begins, practice: Practice | None = None
) -> RetentionRule:
    status = TermStatus.UNKNOWN if years is None else TermStatus.SOURCED
    return RetentionRule(
        kind=kind,
        title=SOME,
        why=SOME,
        status=status,
        years=years or 0,
        begins=begins,
        source="B",
        practice=practice,
    )


def terms(*rules: RetentionRule) -> Retention:
    return Retention(title=SOME, introduction=SOME, rules=rules)


CLOSED, ACTIVITY = Begins.CLOSED, Begins.LAST_ACTIVITY
# Made-up terms: real dossiers alone, made-up ones alone, and both with a longer term for one than for the other.
TERMS = {
    "real": terms(rule(RecordKind.REQUEST, 4, CLOSED), rule(RecordKind.PARTICIPANTS, 2, ACTIVITY)),
    "made up": terms(rule(RecordKind.REQUEST, None, CLOSED, Practice(years=5, begins=ACTIVITY))),
    "both": terms(
        rule(RecordKind.REQUEST, 7, CLOSED, Practice(years=3, begins=CLOSED)),
        rule(RecordKind.DELEGATION_LIST, 1, ACTIVITY),
        rule(RecordKind.SELF_SCAN, 1, CLOSED, Practice(years=9, begins=CLOSED)),
    ),
    "here": None,
}
DAYS = [date(2025, 3, 1), date(2028, 2, 29), date(2029, 1, 1), date(2031, 12, 31)]


def in_rows(rows: Iterable[DueRow]) -> set[Told]:
    return {(row.reference, row.kind, row.due.on, row.due.code) for row in rows}


def one_by_one(known: Retention, day: date) -> set[Told]:
    """By the rule alone, over each dossier by itself."""
    listed: dict[RecordKind, set[int]] = {
        RecordKind.REQUEST: set(models.Request.objects.values_list("pk", flat=True)),
        RecordKind.DELEGATION_LIST: set(models.DelegationList.objects.values_list("request", flat=True)),
        RecordKind.SELF_SCAN: set(models.SelfScan.objects.values_list("activity__request", flat=True)),
        RecordKind.PARTICIPANTS: set(models.Participant.objects.values_list("activity__request", flat=True)),
    }
    found: set[Told] = set()
    for request in models.Request.objects.all():
        facts = facts_of([request])[request.pk]
        for kind, keys in listed.items():
            due = due_of(known, kind, facts)
            if request.pk in keys and is_due(due, day):
                found.add((request.reference, kind, due.on, due.code))
    return found


def half_of_them_real() -> None:
    for number, pk in enumerate(models.Request.objects.order_by("pk").values_list("pk", flat=True)):
        if number % 2:
            models.Request.objects.filter(pk=pk).update(source=None)


@pytest.mark.parametrize("name", TERMS)
def test_what_is_due_is_what_the_rule_says_of_each_dossier(assessor: Assessor, name: str) -> None:
    made_up_closed(assessor, 60)
    half_of_them_real()
    known = TERMS[name] or retention()
    found = {day: in_rows(due_rows(known, day, reader=HOUSE)) for day in DAYS}
    assert found == {day: one_by_one(known, day) for day in DAYS}
    assert any(found.values())
    assert len({len(rows) for rows in found.values()}) > 1  # the day matters


def test_it_is_asked_as_seldom_of_a_hundred_closed_dossiers_as_of_ten(assessor: Assessor) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            due_rows(retention(), NOW.date(), reader=HOUSE)
        return len(queries)

    few = made_up_closed(assessor, 45)
    little = asked()
    many = made_up_closed(assessor, 450, seed=8)
    assert 5 <= len(few) <= 20
    assert len(many) >= 100
    assert asked() == little <= 2


def test_the_page_and_the_interface_ask_as_seldom_of_many(assessor: Assessor) -> None:
    made_up_closed(assessor, 15)
    clerk = colleague("nora", AccountRole.ADVISER)
    program = a_program(TokenScope.READ, role=AccountRole.ARCHIVIST, name="archief")
    program.get("/api/v1/vernietigbaar")
    few = [queries_of("/bewaren/", clerk), queries_of("/api/v1/vernietigbaar", program)]
    made_up_closed(assessor, 200, seed=8)
    assert [queries_of("/bewaren/", clerk), queries_of("/api/v1/vernietigbaar", program)] == few
