"""The queue loses nobody and does nothing twice, whoever falls over in the middle."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from openkader.base.errors import NotFound, Refused, Unavailable
from openkader.casework.permissions import HOUSE, HouseHand
from openkader.casework.screening import Cause
from openkader.casework.vocabulary import PartyKind
from openkader.register import selectors, services
from openkader.register.comparing import compared
from openkader.register.entries import PartyEntry
from openkader.register.models import ListRenewal, Screening, ScreeningTask
from openkader.register.screening_entries import Renewal, Taken
from openkader.register.services.finish_task import MEANWHILE
from openkader.register.services.rescreen_after_list_update import Rescreened
from openkader.register.services.take_tasks import LEASE, MOST_ATTEMPTS
from openkader.screening.evidence import Hit, ListUsed, Screens
from tests.integration.screening_house import (
    HAND,
    LI,
    LIST,
    NEAR_WANG,
    NOBODY,
    NOW,
    WANG,
    ZHAO,
    Broken,
    Lists,
    a_delegation,
    a_hit,
    a_list,
    state_of,
    work,
)

pytestmark = pytest.mark.django_db
PARTY = "V-1-L1-4"
EXPIRED = NOW + LEASE


def waiting() -> None:
    a_delegation(ZHAO)


def take(worker: str = "first", now=NOW) -> Taken:
    (task,) = services.take_tasks(worker, now=now)
    return task


def finish(task: Taken, screener: Screens = NOBODY, now=NOW) -> bool:
    return services.finish_task(task, compared(task.asked, screener, "fake"), by="worker", now=now)


def open_tasks() -> int:
    return ScreeningTask.objects.filter(finished_at=None).count()


def test_what_one_worker_holds_no_other_takes() -> None:
    waiting()
    take()
    assert services.take_tasks("second", now=NOW) == []
    assert selectors.queue() == selectors.Queue(waiting=0, running=1, failed=0)


def test_what_a_dead_worker_held_is_taken_when_its_lease_ends() -> None:
    waiting()
    take()
    second = take("second", EXPIRED)
    assert (second.attempt, second.party) == (2, PARTY)
    assert finish(second)
    assert Screening.objects.count() == 1


def test_who_was_overtaken_can_no_longer_finish() -> None:
    waiting()
    first = take()
    second = take("second", EXPIRED)
    with pytest.raises(Refused, match=r"screening\.overtaken"):
        finish(first, NEAR_WANG)
    assert finish(second)
    with pytest.raises(Refused, match=r"screening\.overtaken"):
        finish(second)
    assert Screening.objects.count() == 1


def test_a_task_that_is_not_there_is_not_found() -> None:
    waiting()
    with pytest.raises(NotFound):
        finish(replace(take(), task=99))


def test_a_party_waits_once_however_often_it_is_asked_for() -> None:
    waiting()
    assert services.request_screening([PARTY], **HAND) == 0
    assert open_tasks() == 1


def test_who_is_asked_for_while_being_screened_is_screened_again() -> None:
    waiting()
    task = take()
    assert services.request_screening([PARTY], **HAND) == 1
    assert services.take_tasks("second", now=NOW) == []
    assert finish(task)
    assert take("second").cause is Cause.ASKED


def test_who_changed_while_being_screened_waits_again_and_nothing_is_kept() -> None:
    waiting()
    task = take()
    a_list(replace(ZHAO, birth_date="1980"), seen=1)
    assert not finish(task)
    assert Screening.objects.count() == 0
    again = take("second")
    assert again.asked.properties["birthDate"] == ("1980",)
    assert finish(again)
    assert (state_of(PARTY), open_tasks()) == ("clear", 0)


def test_a_party_that_changed_without_another_task_is_not_lost() -> None:
    waiting()
    task = take()
    other = replace(task, asked=replace(task.asked, properties={"name": ("Iemand anders",)}))
    assert not finish(other)
    assert take("second").attempt == 1  # being put back is no failure


def test_a_list_that_was_renewed_meanwhile_makes_the_answer_old() -> None:
    waiting()
    task = take()
    renewed("2030-05-01-dddddddd", former=LIST.snapshot)
    assert not finish(task)
    assert services.take_tasks("first", now=NOW) == []
    newer = Lists(used=(replace(LIST, snapshot="2030-05-01-dddddddd"),))
    later = NOW + MEANWHILE
    assert finish(take(now=later), newer, later)


def test_a_list_that_came_back_to_what_it_was_is_not_old() -> None:
    waiting()
    renewed("2030-05-01-dddddddd", former=LIST.snapshot)
    renewed(LIST.snapshot, former="2030-05-01-dddddddd")
    assert finish(take())


def renewed(present: str, former: str) -> None:
    renewal = Renewal(list=LIST.id, former=former, present=present)
    over = Lists(used=(replace(LIST, snapshot=present),))
    services.rescreen_after_list_update(renewal, over, **HAND)


def test_a_failure_is_tried_again_later_and_later_and_then_given_up() -> None:
    waiting()
    now, waits = NOW, []
    for _ in range(MOST_ATTEMPTS):
        finish(take(now=now), Broken(), now)
        task = ScreeningTask.objects.get()
        assert services.take_tasks("x", now=now) == []
        waits.append((task.not_before - now).seconds // 60)
        now = max(task.not_before, now)
    assert waits == [1, 4, 9, 16, 0]
    task = ScreeningTask.objects.get()
    assert (task.failure, open_tasks(), state_of(PARTY)) == ("list.unreachable", 0, "failed")
    assert Screening.objects.filter(failure__isnull=False).count() == MOST_ATTEMPTS
    assert selectors.queue().failed == 1


def test_who_failed_can_be_asked_for_again() -> None:
    waiting()
    finish(take(), Broken())
    later = NOW + timedelta(minutes=1)
    assert finish(take(now=later), NOBODY, later)
    assert state_of(PARTY) == "clear"


def test_a_failure_beside_a_newer_request_leaves_one_task() -> None:
    waiting()
    task = take()
    services.request_screening([PARTY], **HAND)
    finish(task, Broken())
    assert open_tasks() == 1
    assert take().cause is Cause.ASKED


def test_what_kills_every_worker_ends_as_not_screened() -> None:
    waiting()
    now = NOW
    for _ in range(MOST_ATTEMPTS):
        take(now=now)
        now += LEASE
    assert services.take_tasks("x", now=now) == []
    assert services.give_up_tasks(by=HouseHand("cli:x"), now=now) == 1
    assert (state_of(PARTY), open_tasks()) == ("failed", 0)
    assert selectors.party_page(PARTY, reader=HOUSE).party.failure == "screening.workers-died"
    assert services.give_up_tasks(by=HouseHand("cli:x"), now=now) == 0


def test_one_that_broke_off_before_is_tried_alone() -> None:
    a_delegation(WANG, LI, ZHAO)
    assert len(services.take_tasks("first", now=NOW)) == 4
    sizes = []
    while tasks := services.take_tasks("second", now=EXPIRED):
        sizes.append(len(tasks))
        for task in tasks:
            finish(task, now=EXPIRED)
    assert sizes == [1, 1, 1, 1]


def test_new_ones_are_taken_together_in_the_order_in_which_they_came() -> None:
    a_delegation(WANG, LI, ZHAO)
    taken = [task.party for task in services.take_tasks("first", now=NOW, limit=3)]
    assert taken == ["V-1-L1-2", "V-1-L1-3", "V-1-L1-4"]
    assert work() == 1


# --- after a list was renewed ---------------------------------------------------------------

NEXT = "2030-05-02-bbbbbbbb"
RENEWED = (replace(LIST, snapshot=NEXT),)


def after(*hits: tuple[str, Hit]) -> Lists:
    """A screener over the renewed list."""
    return Lists(*hits, used=RENEWED)


def renew(screener: Screens | None = None, **changes: Any) -> Rescreened:
    renewal = replace(Renewal(list=LIST.id, former=LIST.snapshot, present=NEXT), **changes)
    return services.rescreen_after_list_update(renewal, screener or after(), **HAND)


def asked_again() -> list[str]:
    tasks = ScreeningTask.objects.filter(finished_at=None, cause=Cause.LIST_UPDATE)
    return list(tasks.order_by("id").values_list("party__reference", flat=True))


def screened(screener: Lists = NEAR_WANG) -> None:
    a_delegation(WANG, LI)
    work(screener)


FOUND = (WANG.name, a_hit())


def test_only_whom_a_new_entity_comes_near_is_screened_again() -> None:
    screened(NOBODY)
    done = renew(after(FOUND), new=("fic-1",))
    assert (done.parties, done.touched, done.hits_gone) == (3, 1, 0)
    assert asked_again() == ["V-1-L1-2"]
    assert state_of("V-1-L1-2") == "waiting"


def test_who_has_a_hit_on_an_entity_that_changed_is_screened_again() -> None:
    screened()
    assert renew(after(FOUND), new=("fic-1",)).touched == 1


def test_who_keeps_the_same_hits_is_left_alone() -> None:
    screened()
    assert renew(after(FOUND), new=("fic-2",)).touched == 0


def test_who_is_no_longer_near_or_newly_near_an_unchanged_entity_is_screened_again() -> None:
    screened()
    assert renew(after((LI.name, a_hit())), new=("fic-2",)).touched == 2


def test_a_hit_on_an_entity_that_is_gone_ends_with_that_reason() -> None:
    screened()
    (row,) = selectors.hit_list(reader=HOUSE).rows
    assert renew(gone=("fic-1", "fic-7")).hits_gone == 1
    assert selectors.hit_page(row.id, reader=HOUSE).gone_because == "entity_removed"
    assert (state_of("V-1-L1-2"), asked_again()) == ("clear", [])


def test_another_list_ends_no_hits_of_this_one() -> None:
    screened()
    used = (*RENEWED, replace(LIST, id="another", snapshot=NEXT))
    assert renew(Lists(FOUND, used=used), list="another", gone=("fic-1",)).hits_gone == 0


def test_the_same_renewal_is_done_once() -> None:
    screened(NOBODY)
    first = renew(after(FOUND), new=("fic-1",))
    before = selectors.event_count()
    assert renew(after(FOUND), new=("fic-1",)) == first
    assert (selectors.event_count(), ListRenewal.objects.count()) == (before, 1)


def test_a_list_that_is_new_touches_everybody() -> None:
    screened(NOBODY)
    assert renew(whole=True, former=None).touched == 3
    assert len(asked_again()) == 3


@pytest.mark.parametrize("screener", [Broken(used=RENEWED), Lists(), Lists(used=())])
def test_where_the_renewed_list_cannot_be_compared_everybody_is_screened_again(screener: Lists) -> None:
    screened(NOBODY)
    assert renew(screener, new=("fic-1",)).touched == 3


def test_a_screener_that_cannot_say_its_lists_spares_nobody() -> None:
    class Silent(Lists):
        @property
        def lists(self) -> tuple[ListUsed, ...]:
            raise Unavailable("list.unreachable", {"source": "https://lists.example", "reason": "down"})

    screened(NOBODY)
    assert renew(Silent(), new=("fic-1",)).touched == 3


def test_who_is_no_longer_on_the_list_of_the_delegation_is_left_alone() -> None:
    screened(NOBODY)
    a_list(LI, seen=1)
    assert renew(after(FOUND), new=("fic-1",)).touched == 0


def test_who_was_asked_for_alone_is_watched() -> None:
    services.record_party(PartyEntry(reference="P-1", kind=PartyKind.PERSON, name=WANG.name), **HAND)
    assert renew(after(FOUND), new=("a",)).parties == 0
    services.request_screening(["P-1"], **HAND)
    work(after())
    later = "2030-05-03-cccccccc"
    newer = Lists(FOUND, used=(replace(LIST, snapshot=later),))
    assert renew(newer, new=("fic-1",), former=NEXT, present=later).touched == 1


def test_more_removals_than_fit_in_one_question_end_their_hits_too() -> None:
    screened()
    many = tuple(f"x-{number}" for number in range(1500))
    assert renew(gone=(*many, "fic-1")).hits_gone == 1


def test_a_new_hit_after_a_renewal_stands_in_the_work_list() -> None:
    screened(NOBODY)
    renew(after(FOUND), new=("fic-1",))
    work(after(FOUND))
    (row,) = selectors.hit_list(reader=HOUSE).rows
    assert (row.party, row.snapshot) == ("V-1-L1-2", NEXT)
