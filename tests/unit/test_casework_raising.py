"""Lines to take: what may be noted after a talk, and when it is time to say a line again."""

from dataclasses import replace
from datetime import date

import pytest

from openkader.casework.raising import (
    Hearing,
    NoteDraft,
    Promise,
    Repetition,
    Stated,
    Talked,
    may_finish,
    may_note,
    newest,
    repetition,
)
from openkader.casework.vocabulary import Setting

TODAY = date(2026, 3, 1)
TALKED = Talked(first_day=date(2026, 2, 1), parties={"P-1"}, given=2)
RAISED = NoteDraft(raised=True, seen=2, party="P-1", setting=Setting.FORMAL, reaction="Zij luisterden.")
WHOLE = Promise(what="Brief", who="Anna", due_on=TODAY)
HEARD = Hearing(activity="A-1", first_day=TODAY, last_day=date(2025, 3, 1), stated=Stated.NOTED, is_sure=True)


def code(draft: NoteDraft, talked: Talked = TALKED) -> str | None:
    refusal = may_note(draft, talked, TODAY)
    return refusal.code if refusal else None


def test_a_line_is_noted_after_the_talk_with_whom_was_there_or_with_nobody_named() -> None:
    assert code(RAISED) is None
    assert code(replace(RAISED, party=None, promise=WHOLE)) is None
    assert code(NoteDraft(raised=False, seen=2, reason="Geen tijd.")) is None
    assert code(RAISED, replace(TALKED, first_day=None)) is None
    assert code(RAISED, replace(TALKED, first_day=TODAY)) is None


@pytest.mark.parametrize(
    ("draft", "talked", "why"),
    [
        (RAISED, replace(TALKED, is_cancelled=True), "message.cancelled"),
        (RAISED, replace(TALKED, first_day=date(2026, 3, 2)), "message.not-yet"),
        (replace(RAISED, seen=1), TALKED, "message.meanwhile"),
        (replace(RAISED, party="P-2"), TALKED, "message.not-there"),
        (replace(RAISED, raised=None), TALKED, "message.unsaid"),
        (NoteDraft(raised=False, seen=2, reason=" \n"), TALKED, "message.no-reason"),
        (NoteDraft(raised=False, seen=2, reason="x", reaction="ja"), TALKED, "message.not-raised"),
        (
            NoteDraft(raised=False, seen=2, reason="x", setting=Setting.INFORMAL),
            TALKED,
            "message.not-raised",
        ),
        (replace(RAISED, promise=Promise(what="Brief")), TALKED, "follow-up.incomplete"),
        (replace(RAISED, promise=replace(WHOLE, who=" ")), TALKED, "follow-up.incomplete"),
        (replace(RAISED, promise=replace(WHOLE, due_on=None)), TALKED, "follow-up.incomplete"),
    ],
)
def test_what_cannot_be_noted_says_why(draft: NoteDraft, talked: Talked, why: str) -> None:
    assert code(draft, talked) == why


def test_a_follow_up_ends_once_with_what_came_of_it() -> None:
    assert may_finish(is_done=False, outcome="Verstuurd.") is None
    done, empty = may_finish(is_done=True, outcome="x"), may_finish(is_done=False, outcome="  ")
    assert (done and done.code, empty and empty.code) == ("follow-up.done", "follow-up.no-outcome")


@pytest.mark.parametrize(
    ("hearings", "found"),
    [
        ([], Repetition.NEVER),
        ([HEARD], Repetition.LATELY),  # a year ago to the day
        ([replace(HEARD, last_day=date(2025, 2, 28))], Repetition.LONG_AGO),
        ([replace(HEARD, is_sure=False)], Repetition.UNKNOWN),
        ([replace(HEARD, last_day=None)], Repetition.UNKNOWN),
        ([replace(HEARD, is_sure=False, last_day=date(2020, 1, 1))], Repetition.UNKNOWN),
        ([replace(HEARD, last_day=date(2020, 1, 1)), replace(HEARD, is_sure=False)], Repetition.UNKNOWN),
        ([replace(HEARD, is_sure=False), HEARD], Repetition.LATELY),
    ],
)
def test_what_is_not_known_is_neither_heard_nor_not_heard(hearings: list[Hearing], found: Repetition) -> None:
    assert repetition(hearings, TODAY) is found


def test_a_year_before_the_leap_day_is_the_day_before_march() -> None:
    leap = date(2028, 2, 29)
    assert repetition([replace(HEARD, last_day=date(2027, 2, 28))], leap) is Repetition.LATELY
    assert repetition([replace(HEARD, last_day=date(2027, 2, 27))], leap) is Repetition.LONG_AGO


def test_the_newest_hearing_is_the_last_one_that_is_sure() -> None:
    early, unsure = replace(HEARD, last_day=date(2024, 1, 1)), replace(HEARD, is_sure=False, last_day=TODAY)
    assert newest([early, unsure]) == early
    assert newest([replace(HEARD, last_day=None), early]) == early
    assert newest([]) is None
