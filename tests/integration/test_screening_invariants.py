"""What the database itself holds about screening, whoever writes."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import Model

from openkader.casework.screening import Verdict
from openkader.register import audit, models
from tests.integration.screening_house import NEAR_WANG, WANG, a_delegation, reviewed, the_hit, work

pytestmark = pytest.mark.django_db
AT = datetime(2030, 5, 1, tzinfo=UTC)
MARK = "a" * 64


@pytest.fixture(autouse=True)
def a_case(db: None) -> None:
    a_delegation(WANG)
    work(NEAR_WANG)
    reviewed(the_hit(), ("a", Verdict.UNDECIDED))


def copied(model: type[Model], **changes: object) -> None:
    """Write the row that is there once more, with changes."""
    row = model._default_manager.order_by("pk")[0]
    columns: dict[str, Any] = {
        field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields
    }
    with transaction.atomic():
        model._default_manager.create(**{**columns, "id": None, **changes})


@pytest.mark.parametrize(
    ("model", "changes"),
    [
        (models.DelegationList, {"reference": "x"}),  # a version stands once
        (models.DelegationList, {"reference": "x", "version": 0}),
        (models.DelegationList, {"reference": "x", "version": 2, "rows": 0}),
        (models.DelegationList, {"reference": "x", "version": 2, "came_as": "pigeon"}),
        (models.Delegate, {}),  # a row stands once
        (models.Screening, {"band": None}),  # a band or a failure
        (models.Screening, {"failure": "list.unreachable"}),
        (models.Screening, {"lists": []}),  # no list, no screening
        (models.Screening, {"band": "fine"}),
        (models.Screening, {"band": None, "failure": "x", "found": 1}),
        (models.Hit, {}),  # a hit stands once
        (models.Hit, {"number": 2}),  # also when it is counted on
        (models.Hit, {"number": 2, "state": "gone"}),
        (models.Hit, {"number": 2, "gone_at": AT}),
        (models.Hit, {"number": 2, "gone_at": AT, "gone_because": "entity_removed"}),
        (models.Hit, {"entity": "y", "band": "clear"}),
        (models.Hit, {"entity": "y", "state": "perhaps"}),
        (models.Review, {}),
        (models.Review, {"number": 2, "reason": ""}),
        (models.Review, {"number": 2, "verdict": "maybe"}),
    ],
)
def test_what_does_not_fit_is_refused(model: type[Model], changes: dict[str, object]) -> None:
    with pytest.raises(IntegrityError):
        copied(model, **changes)


def a_task(**changes: object) -> None:
    columns = {
        "party": models.Party.objects.order_by("id")[0],
        "cause": "asked",
        "requested_at": AT,
        "requested_by": "x",
        "not_before": AT,
    }
    with transaction.atomic():
        models.ScreeningTask.objects.create(**{**columns, **changes})


def test_a_party_waits_once_and_is_worked_on_once() -> None:
    a_task()
    a_task(taken_by="a", lease_ends=AT)
    for changes in ({}, {"taken_by": "b", "lease_ends": AT}):
        with pytest.raises(IntegrityError):
            a_task(**changes)


@pytest.mark.parametrize("changes", [{"taken_by": "a"}, {"failure": "x"}, {"cause": "whim"}])
def test_a_task_is_whole(changes: dict[str, object]) -> None:
    with pytest.raises(IntegrityError):
        a_task(**changes)


@pytest.mark.parametrize(
    ("model", "changes"),
    [
        (models.DelegationList, {"rows": 9}),
        (models.Delegate, {"names": ["Iemand anders"]}),
        (models.Screening, {"band": "clear"}),
        (models.Hit, {"score": 0.1}),
        (models.Hit, {"caption": "Iemand anders"}),
        (models.Hit, {"explanation": {}}),
        (models.Review, {"verdict": "false"}),
    ],
)
def test_what_was_written_once_is_not_rewritten(model: type[Model], changes: dict[str, object]) -> None:
    with pytest.raises(DatabaseError, match="the register keeps what was written"), transaction.atomic():
        model._default_manager.update(**changes)


def test_every_guard_stands() -> None:
    assert audit.missing_guards() == set()
