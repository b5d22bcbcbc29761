"""What the database holds, whoever writes: what belongs together is together."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Model

from openkader.register import models

pytestmark = pytest.mark.django_db
HAND = {"recorded_at": datetime(2030, 5, 1, tzinfo=UTC), "recorded_by": "x"}
TITLE = {"title_nl": "a", "title_en": "b"}
RECORD = {**HAND, "reference": "R-1", "year": 2030}


def an_activity() -> models.Activity:
    return models.Activity.objects.create(**{**RECORD, "reference": "X-1"}, **TITLE, itemised=True)


def a_party() -> models.Party:
    return models.Party.objects.create(**HAND, reference="P-1", kind="company", name="x")


def a_request() -> models.Request:
    return models.Request.objects.create(**{**RECORD, "reference": "V-1"}, **TITLE)


def a_measure() -> models.Measure:
    return models.Measure.objects.create(
        **{**RECORD, "reference": "M-1"}, activity=an_activity(), line="E1", code="a", status="open"
    )


def refuses(model: type[Model], rule: str, **columns: object) -> None:
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        model._default_manager.create(**columns)


@pytest.mark.parametrize(
    ("rule", "columns"),
    [
        ("named_is_one", {"number": 3}),
        ("named_is_one", {"number": None}),
        ("role_word", {"role": "friend"}),
        ("in_one", {"activity": None}),
    ],
)
def test_a_named_party_is_one_in_one_place(rule: str, columns: dict) -> None:
    sound = {**RECORD, "activity": an_activity(), "party": a_party(), "role": "adviser", "dropped_out": False}
    refuses(models.Participation, rule, **{**sound, **columns})
    models.Participation.objects.create(**sound)


def test_a_group_is_described() -> None:
    refuses(
        models.Participation,
        "described",
        **RECORD,
        activity=an_activity(),
        role="own_party",
        number=18,
        dropped_out=False,
    )


@pytest.mark.parametrize(
    ("rule", "columns"),
    [
        ("period_whole", {"starts_on": date(2030, 5, 1)}),
        ("period_whole", {"precision": "day"}),
        (
            "period_order",
            {"starts_on": date(2030, 5, 2), "ends_on": date(2030, 5, 1), "precision": "day"},
        ),
        ("precision_word", {"starts_on": date(2030, 5, 1), "ends_on": date(2030, 5, 1), "precision": "hour"}),
        ("kind_word", {"kind": "party"}),
        ("remark_both", {"remark_nl": "alleen Nederlands"}),
        ("aim_both", {"aim_en": "English only"}),
    ],
)
def test_an_activity_is_whole(rule: str, columns: dict) -> None:
    refuses(models.Activity, rule, **RECORD, **TITLE, itemised=False, **columns)


@pytest.mark.parametrize(
    ("rule", "columns"),
    [
        ("taken_here", {"decided_on": None, "decided_by": None}),
        ("taken_here", {"outcome": None}),
        ("taken_here", {"assessment": None}),
        ("decided_whole", {"decided_by": None}),
        ("departure_motivated", {"departs_from_proposal": True}),
        ("reconstructed_from", {"reconstructed": True}),
        ("about_once", {"programme": "china"}),
        ("taken_here|about_once", {"request": None}),
        ("outcome_word", {"outcome": "perhaps"}),
        ("level_word", {"level": "planet"}),
    ],
)
def test_a_decision_is_whole(rule: str, columns: dict) -> None:
    request = a_request()
    assessment = models.Assessment.objects.create(
        **{**RECORD, "reference": "V-1-B1"},
        request=request,
        kader="k",
        kader_digest="d",
        facts={},
        outcome="take_up",
        settled=True,
        fired=[],
        open={},
        answers_seen=0,
    )
    sound = {
        **RECORD,
        "request": request,
        "level": "request",
        "outcome": "take_up",
        "assessment": assessment,
        "departs_from_proposal": False,
        "decided_on": date(2030, 5, 1),
        "decided_by": "x",
        "reconstructed": False,
    }
    refuses(models.Decision, rule, **{**sound, **columns})
    models.Decision.objects.create(**sound)


@pytest.mark.parametrize(
    ("rule", "columns"),
    [
        ("claim_value", {"operator": "is"}),
        ("claim_value", {"operator": "all", "value": 3}),
        ("operator_word", {"operator": "about", "value": 3}),
        ("claim_sentence", {"operator": "all", "derived": False}),
    ],
)
def test_a_claim_says_one_thing_in_one_sentence(rule: str, columns: dict) -> None:
    refuses(models.Claim, rule, **{**RECORD, "chapter": "x", "figure": "f", "derived": True, **columns})


def test_a_party_has_a_name_or_a_function() -> None:
    refuses(models.Party, "named", **HAND, reference="P-1", kind="person")
    refuses(models.Party, "function_both", **HAND, reference="P-1", kind="person", function_nl="wethouder")
    refuses(models.Party, "kind_word", **HAND, reference="P-1", kind="robot", name="x")


def test_evidence_can_be_found_and_setting_aside_has_a_reason() -> None:
    measure = a_measure()
    refuses(models.Evidence, "findable", **HAND, **TITLE, measure=measure, kind="report")
    refuses(
        models.Measure,
        "reason",
        **RECORD,
        activity=measure.activity,
        line="E1",
        code="b",
        status="waived",
    )


def test_a_reference_is_unique_and_a_measure_stands_once() -> None:
    measure = a_measure()
    with pytest.raises(IntegrityError), transaction.atomic():
        models.Measure.objects.create(**RECORD, activity=measure.activity, line="E1", code="a", status="open")
    a_request()
    with pytest.raises(IntegrityError), transaction.atomic():
        a_request()
