"""Information protection in the register: many steps at once, conflicts, and a sign-off that grows stale."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, transaction

from openkader.base.errors import NotFound, Refused
from openkader.casework.permissions import HOUSE, Person
from openkader.casework.protection import Outcome, StepSaid, StepState, is_stale
from openkader.casework.vocabulary import AccountRole, Confidentiality, Kind
from openkader.register import guards, models, selectors, services
from openkader.register.people import person_named
from openkader.register.protection_lists import catalogue
from tests.integration.protection_house import (
    DONE,
    HAND,
    LEFT,
    NOW,
    PLANNED,
    TRIP,
    VISIT,
    a_conflict,
    a_trip,
    all_said,
    mark,
    records,
    ruled,
    said,
    said_of,
    signed,
)
from tests.integration.register_house import a_request, everything, with_role

pytestmark = pytest.mark.django_db


def refused(act: Callable[[], object]) -> str:
    before = everything()
    with pytest.raises(Refused) as caught:
        act()
    assert everything() == before
    return caught.value.refusal.code


def file(activity: str = TRIP, reader: Person = HOUSE) -> selectors.ProtectionFile:
    return selectors.protection_file(activity, catalogue(), reader=reader)


def test_a_whole_list_is_said_at_once_and_each_change_is_another_version() -> None:
    a_trip()
    assert all_said(how=PLANNED) == 26
    assert said(seen=1, IB01=DONE, IB02=PLANNED) == 1  # what stays as it is, is not said again
    kept = file().kept
    assert [one.state for one in kept["IB01"].versions] == ["planned", "done"]
    assert kept["IB02"].version == 1
    assert models.AuditEvent.objects.filter(action="protection.kept").count() == 2


def test_a_second_click_changes_nothing() -> None:
    a_trip()
    assert said(IB01=DONE) == 1
    assert said(IB01=DONE) == 0
    assert file().kept["IB01"].version == 1


def test_one_wrong_step_keeps_all_of_them_out() -> None:
    a_trip()
    assert refused(lambda: said(IB01=DONE, IB02=StepSaid(StepState.LEFT_OUT))) == "protection.no-reason"
    assert refused(lambda: said(IB01=DONE, V1=DONE)) == "protection.unknown-step"
    assert refused(lambda: said_of({"IB01'; --": DONE})) == "protection.unknown-step"


def test_nobody_writes_over_what_they_did_not_see_and_what_they_left_alone_is_no_matter() -> None:
    a_trip()
    said(IB01=PLANNED, IB02=PLANNED)
    said(seen=1, IB01=LEFT)
    assert refused(lambda: said(seen=1, IB01=DONE)) == "protection.meanwhile"
    assert said(seen=1, IB01=PLANNED, IB02=DONE) == 1
    assert file().kept["IB01"].now == LEFT


def test_a_file_that_shows_a_step_is_of_the_same_activity() -> None:
    a_trip()
    all_said()
    signed()
    evidence = models.Evidence.objects.get(measure__code="E2.experts").pk
    assert said(seen=1, IB05=StepSaid(StepState.DONE, "Zie het akkoord.", evidence)) == 1
    a_trip("R-3")
    stranger = StepSaid(StepState.DONE, "", evidence)
    assert refused(lambda: said("R-3", IB05=stranger)) == "protection.unknown-evidence"
    assert refused(lambda: said("R-3", IB05=StepSaid(StepState.DONE, "", 10**9))) == (
        "protection.unknown-evidence"
    )


def test_security_comes_first_until_a_decider_says_otherwise_with_a_reason() -> None:
    a_trip()
    assert a_conflict() == 1
    assert a_conflict() == 1  # a second click
    (one,) = file().conflicts
    assert (one.outcome, one.rulings) == (Outcome.SECURITY_FIRST, ())
    expert = with_role("expert", AccountRole.INFORMATION_SECURITY)
    assert refused(lambda: ruled(by=expert)) == "role.rule-on-conflict"
    assert refused(lambda: ruled(reason=" ")) == "protection.ruling-no-reason"
    assert refused(lambda: ruled(Outcome.SECURITY_FIRST)) == "protection.ruled-already"
    ruled(by=with_role("decider", AccountRole.DECIDER))
    (one,) = file().conflicts
    assert one.outcome is Outcome.OTHERWISE
    assert [(ruling.by, ruling.reason) for ruling in one.rulings] == [("decider", "Al toegezegd.")]
    ruled(Outcome.SECURITY_FIRST, reason="Toch niet.")
    assert file().conflicts[0].outcome is Outcome.SECURITY_FIRST


def test_a_conflict_that_is_not_there_is_not_found() -> None:
    a_trip()
    with pytest.raises(NotFound):
        ruled()


def test_an_expert_signs_the_versions_and_the_measures_have_their_evidence() -> None:
    a_trip()
    all_said()
    said(seen=1, IB02=LEFT)
    a_conflict()
    reference = signed(by=with_role("expert", AccountRole.INFORMATION_SECURITY))
    assert reference == "R-1-IB1"
    (row,) = file().sign_offs
    assert (row.by, row.signed.steps["IB01"], row.signed.steps["IB02"]) == ("expert", 1, 2)
    assert row.signed.conflicts == {"1": 0}
    assert records() == {one: [reference] for one in ("E2.experts", "E2.travel", "E2.security_first")}
    assert set(models.Measure.objects.values_list("status", flat=True)) == {"open"}  # a person closes it


def test_what_is_still_planned_does_not_show_that_the_journey_is_prepared() -> None:
    a_trip()
    all_said(how=PLANNED)
    signed()
    assert set(records()) == {"E2.experts"}


def test_a_conflict_that_went_otherwise_does_not_show_that_security_came_first() -> None:
    a_trip()
    all_said()
    a_conflict()
    ruled()
    signed()
    assert set(records()) == {"E2.experts", "E2.travel"}


def test_a_visit_shows_the_experts_alone() -> None:
    a_trip(VISIT, Kind.INCOMING_DELEGATION)
    assert all_said(VISIT, Kind.INCOMING_DELEGATION) == 7
    assert signed(VISIT) == "R-2-IB1"
    assert set(records()) == {"E2.experts"}


@pytest.mark.parametrize(
    "change",
    [lambda: said(seen=1, IB01=LEFT), a_conflict],
    ids=["another version of a step", "a conflict"],
)
def test_a_change_makes_the_sign_off_stale_and_it_is_signed_again(change: Callable[[], object]) -> None:
    a_trip()
    all_said()
    signed()
    assert not is_stale(file().sign_offs[0].signed, file().now)
    change()
    found = file()
    assert is_stale(found.sign_offs[0].signed, found.now)
    assert signed() == "R-1-IB2"
    assert not is_stale(file().sign_offs[0].signed, file().now)
    assert records()["E2.experts"] == ["R-1-IB1", "R-1-IB2"]


def test_a_second_click_signs_once_and_another_expert_hears_that_it_was_signed() -> None:
    a_trip()
    all_said()
    assert signed() == signed()
    other = with_role("other", AccountRole.INFORMATION_SECURITY)
    assert refused(lambda: signed(by=other)) == "protection.signed-already"


def test_an_expert_does_not_sign_what_changed_since_it_was_read() -> None:
    a_trip()
    all_said()
    seen = mark()
    said(seen=1, IB01=LEFT)
    assert refused(lambda: signed(seen=seen)) == "protection.list-changed"
    assert refused(lambda: signed(note="x" * 2001)) == "protection.note-too-long"


def test_an_unsaid_step_keeps_the_sign_off_closed_and_so_does_a_role() -> None:
    a_trip()
    said(IB01=DONE)
    assert refused(signed) == "protection.unsaid"
    for role in (AccountRole.ADVISER, AccountRole.DECIDER, AccountRole.REVIEWER):
        name = with_role(f"een-{role}", role)
        assert refused(lambda name=name: signed(by=name)) == "role.sign-off-protection"  # type: ignore[misc]


def test_what_was_called_off_stays_as_it_was() -> None:
    a_trip()
    all_said()
    a_conflict()
    services.cancel_activity(TRIP, "Geen visum.", **HAND)
    for act in (lambda: said(seen=1, IB01=LEFT), lambda: a_conflict(about="Ander."), ruled, signed):
        assert refused(act) == "activity.cancelled"


def test_an_agreement_has_no_list() -> None:
    a_trip("R-4", Kind.AGREEMENT)
    assert refused(lambda: signed("R-4")) == "protection.no-list"
    assert refused(lambda: said("R-4", IB01=DONE)) == "protection.unknown-step"


def test_the_expert_sees_a_case_once_its_list_was_begun_and_no_secret_one() -> None:
    with_role("expert", AccountRole.INFORMATION_SECURITY)
    a_trip()
    a_request()
    models.Activity.objects.update(request=models.Request.objects.get())
    expert = person_named("expert")
    with pytest.raises(NotFound):
        file(reader=expert)
    said(IB01=DONE)
    assert file(reader=expert).kept["IB01"].version == 1
    models.Request.objects.update(confidentiality=Confidentiality.SECRET)
    with pytest.raises(NotFound):
        file(reader=expert)
    hand = {"by": "expert", "now": NOW}
    with pytest.raises(NotFound):
        said(hand=hand, IB02=DONE)


def test_what_was_said_and_signed_cannot_be_changed_in_the_database() -> None:
    a_trip()
    all_said()
    a_conflict()
    ruled()
    signed()
    kinds = (
        models.ProtectionStep,
        models.ProtectionConflict,
        models.ProtectionRuling,
        models.ProtectionSignOff,
    )
    assert {kind._meta.db_table for kind in kinds} == set(guards.PROTECTION_ONCE)
    for kind in kinds:
        assert kind._default_manager.exists()
        with pytest.raises(DatabaseError, match="keeps what was written"), transaction.atomic():
            kind._default_manager.update(by="x")


def test_no_step_is_left_out_without_a_reason_also_past_the_rules() -> None:
    a_trip()
    activity = models.Activity.objects.get()
    with pytest.raises(DatabaseError), transaction.atomic():
        models.ProtectionStep.objects.create(
            activity=activity, step="IB01", version=1, state="left_out", at=NOW, by="x"
        )
