"""Who may be asked for advice, what an answer must hold, and which decision waits for it."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from openkader.base.messages import MESSAGES
from openkader.casework import rules
from openkader.casework.advice import (
    AdviceDraft,
    AdviceState,
    AdviceVerdict,
    Advised,
    Asked,
    Need,
    QuestionDraft,
    Waiver,
    WaiverDraft,
    filled_by,
    is_reminder_due,
    may_ask,
    may_decide_without,
    may_give,
    may_remind,
    may_take_back,
    may_waive,
    needs_of,
)
from openkader.casework.life_cycle import State
from openkader.casework.vocabulary import DecisionOutcome
from openkader.casework.waiving import may_agree
from openkader.kader import Outcome
from openkader.kader.model import AdviceWord, Filling

TODAY = date(2030, 5, 1)
DAY = timedelta(days=1)
ALL_BUT_HOLD = frozenset(DecisionOutcome) - {DecisionOutcome.HOLD, DecisionOutcome.WITHDRAWN}
QUESTION = {"desk": "nctv", "question": "Mag dit?", "recipient": "Loket", "due_on": TODAY + DAY}


def asked(**changes: object) -> Asked:
    return Asked(**{"desk": "nctv", "due_on": TODAY, **changes})  # type: ignore[arg-type]


def need(desk: str = "nctv", *, mandatory: bool = True, certain: bool = True) -> Need:
    return Need(desk=desk, is_mandatory=mandatory, is_certain=certain, before=ALL_BUT_HOLD)


def waiver(**changes: object) -> Waiver:
    return Waiver(
        **{"desk": "nctv", "by": "adviser", "expires_on": TODAY, "is_agreed": True, **changes}  # type: ignore[arg-type]
    )


def code(refusal: object) -> str | None:
    found = getattr(refusal, "code", None)
    assert found is None or found in MESSAGES
    return found


@pytest.mark.parametrize(
    ("state", "changes", "others", "expected"),
    [
        (State.WEIGHING, {}, [], None),
        (State.CLOSED, {}, [], "advice.decided"),
        (State.REFUSED, {}, [], "advice.decided"),
        (State.READY, {}, [asked()], "advice.already-asked"),
        (State.READY, {}, [asked(desk="embassy")], None),
        (State.READY, {}, [asked(is_withdrawn=True)], None),
        (State.READY, {}, [asked(verdict=AdviceVerdict.OBJECTION)], None),
        (State.READY, {"question": " "}, [], "advice.no-question"),
        (State.READY, {"recipient": ""}, [], "advice.no-question"),
        (State.READY, {"due_on": TODAY}, [], None),
        (State.READY, {"due_on": TODAY - DAY}, [], "advice.due-in-the-past"),
    ],
)
def test_a_desk_is_asked_once_at_a_time(
    state: State, changes: dict, others: list[Asked], expected: str | None
) -> None:
    assert code(may_ask(state, QuestionDraft(**{**QUESTION, **changes}), others, TODAY)) == expected


@pytest.mark.parametrize(
    ("one", "draft", "given", "expected"),
    [
        (asked(), AdviceDraft(seen=0, verdict=AdviceVerdict.NO_OBJECTION), 0, None),
        (asked(), AdviceDraft(seen=0, verdict=None), 0, "advice.no-verdict"),
        (asked(), AdviceDraft(seen=0, verdict=AdviceVerdict.OBJECTION), 0, "advice.no-explanation"),
        (asked(), AdviceDraft(seen=0, verdict=AdviceVerdict.OBJECTION, explanation="x"), 0, None),
        (asked(), AdviceDraft(seen=0, verdict=AdviceVerdict.CANNOT_JUDGE), 0, "advice.no-explanation"),
        (
            asked(),
            AdviceDraft(seen=0, verdict=AdviceVerdict.CONDITIONS, conditions=[" "]),
            0,
            "advice.no-conditions",
        ),
        (asked(), AdviceDraft(seen=0, verdict=AdviceVerdict.CONDITIONS, conditions=["", "x"]), 0, None),
        (asked(), AdviceDraft(seen=0, verdict=AdviceVerdict.NO_OBJECTION), 1, "advice.meanwhile"),
        (asked(), AdviceDraft(seen=1, verdict=AdviceVerdict.NO_OBJECTION), 1, None),
        (asked(due_on=TODAY - DAY), AdviceDraft(seen=0, verdict=AdviceVerdict.NO_OBJECTION), 0, None),
        (
            asked(due_on=TODAY - DAY),
            AdviceDraft(seen=1, verdict=AdviceVerdict.NO_OBJECTION),
            1,
            "advice.no-longer-corrected",
        ),
        (
            asked(is_withdrawn=True),
            AdviceDraft(seen=0, verdict=AdviceVerdict.NO_OBJECTION),
            0,
            "advice.withdrawn",
        ),
    ],
)
def test_an_answer_is_whole_and_can_be_corrected_while_it_is_not_due(
    one: Asked, draft: AdviceDraft, given: int, expected: str | None
) -> None:
    assert code(may_give(one, draft, given, TODAY)) == expected


def test_where_an_advice_stands() -> None:
    assert asked().state(TODAY) is AdviceState.ASKED
    assert asked().state(TODAY + DAY) is AdviceState.OVERDUE
    given = asked(verdict=AdviceVerdict.NO_OBJECTION)
    assert given.state(TODAY + DAY) is AdviceState.GIVEN
    assert asked(verdict=AdviceVerdict.NO_OBJECTION, is_stale=True).state(TODAY) is AdviceState.STALE
    assert asked(is_withdrawn=True).state(TODAY) is AdviceState.WITHDRAWN
    assert [state for state in AdviceState if state.is_open] == [AdviceState.ASKED, AdviceState.OVERDUE]


def test_who_answered_is_not_reminded_and_nobody_twice_a_day() -> None:
    assert may_remind(asked(), [TODAY - DAY], TODAY) is None
    assert code(may_remind(asked(), [TODAY], TODAY)) == "advice.reminded-today"
    assert code(may_remind(asked(verdict=AdviceVerdict.NO_OBJECTION), [], TODAY)) == "advice.not-open"
    assert code(may_remind(asked(is_withdrawn=True), [], TODAY)) == "advice.not-open"


def test_a_question_is_taken_back_with_a_reason_and_an_answer_never() -> None:
    assert may_take_back(asked(), "Niet meer nodig.") is None
    assert code(may_take_back(asked(), " ")) == "advice.no-reason"
    assert code(may_take_back(asked(verdict=AdviceVerdict.OBJECTION), "x")) == "advice.not-open"


@pytest.mark.parametrize(
    ("advised", "expected"),
    [
        (Advised(today=TODAY, needs=[need()]), "decision.open-advice"),
        # Unknown never passes: it may be needed, so it is.
        (Advised(today=TODAY, needs=[need(certain=False)]), "decision.open-advice"),
        (Advised(today=TODAY, needs=[need(mandatory=False)]), None),
        (Advised(today=TODAY, needs=[need()], asked=[asked()]), "decision.open-advice"),
        (Advised(today=TODAY, needs=[need()], asked=[asked(verdict=AdviceVerdict.NO_OBJECTION)]), None),
        (Advised(today=TODAY, needs=[need()], asked=[asked(verdict=AdviceVerdict.CANNOT_JUDGE)]), None),
        (
            Advised(
                today=TODAY,
                needs=[need()],
                asked=[asked(verdict=AdviceVerdict.NO_OBJECTION, is_stale=True)],
            ),
            "decision.open-advice",
        ),
        (
            Advised(
                today=TODAY,
                needs=[need(), need("embassy")],
                asked=[asked(verdict=AdviceVerdict.NO_OBJECTION)],
            ),
            "decision.open-advice",
        ),
        (Advised(today=TODAY, needs=[need()], waivers=[waiver()]), None),
        (Advised(today=TODAY, needs=[need()], waivers=[waiver(is_agreed=False)]), "decision.open-advice"),
        (
            Advised(today=TODAY, needs=[need()], waivers=[waiver(expires_on=TODAY - DAY)]),
            "decision.open-advice",
        ),
        (Advised(today=TODAY, needs=[need()], waivers=[waiver(desk="embassy")]), "decision.open-advice"),
    ],
)
def test_an_open_mandatory_advice_keeps_the_decision_closed(advised: Advised, expected: str | None) -> None:
    for outcome in ALL_BUT_HOLD:
        assert code(may_decide_without(advised, outcome)) == expected
    assert may_decide_without(advised, DecisionOutcome.HOLD) is None
    assert may_decide_without(advised, DecisionOutcome.WITHDRAWN) is None


def test_a_decision_that_a_kader_lets_through_waits_for_nobody() -> None:
    green_only = Need(
        desk="nctv", is_mandatory=True, is_certain=True, before=frozenset({DecisionOutcome.TAKE_UP})
    )
    advised = Advised(today=TODAY, needs=[green_only])
    assert code(may_decide_without(advised, DecisionOutcome.TAKE_UP)) == "decision.open-advice"
    assert may_decide_without(advised, DecisionOutcome.REFER) is None
    assert [one.desk for one in advised.lacking()] == ["nctv"]


def test_an_objection_counts_while_its_facts_stand() -> None:
    objection = {"verdict": AdviceVerdict.OBJECTION}
    assert Advised(today=TODAY, asked=[asked(**objection)]).objections == ("nctv",)
    assert Advised(today=TODAY, asked=[asked(**objection, is_stale=True)]).objections == ()
    assert Advised(today=TODAY, asked=[asked()]).is_awaited
    assert not Advised(today=TODAY, asked=[asked(**objection), asked(is_withdrawn=True)]).is_awaited


@pytest.mark.parametrize(
    ("advised", "changes", "expected"),
    [
        (Advised(today=TODAY, needs=[need()]), {}, None),
        (Advised(today=TODAY, needs=[need()]), {"desk": "embassy"}, "waiver.not-needed"),
        (Advised(today=TODAY, needs=[need(mandatory=False)]), {}, "waiver.not-needed"),
        (
            Advised(today=TODAY, needs=[need()], waivers=[waiver(is_agreed=False)]),
            {},
            "waiver.already-proposed",
        ),
        (Advised(today=TODAY, needs=[need()], waivers=[waiver(expires_on=TODAY - DAY)]), {}, None),
        (Advised(today=TODAY, needs=[need()]), {"reason": ""}, "waiver.no-reason"),
        (Advised(today=TODAY, needs=[need()]), {"expires_on": TODAY - DAY}, "waiver.expired"),
    ],
)
def test_nobody_is_let_off_but_for_a_reason_and_a_time(
    advised: Advised, changes: dict, expected: str | None
) -> None:
    draft = {"desk": "nctv", "reason": "Spoed.", "expires_on": TODAY + DAY, **changes}
    assert code(may_waive(advised, WaiverDraft(**draft))) == expected


def test_a_second_person_agrees_to_a_waiver() -> None:
    proposed = waiver(is_agreed=False)
    assert may_agree(proposed, "manager", TODAY) is None
    assert code(may_agree(proposed, "adviser", TODAY)) == "waiver.same-person"
    assert code(may_agree(proposed, "manager", TODAY + DAY)) == "waiver.expired"
    assert code(may_agree(waiver(), "manager", TODAY)) == "waiver.agreed"


def test_a_referral_is_out_of_hand_once_the_other_party_confirms() -> None:
    refer = DecisionOutcome.REFER
    assert rules.may_hand_over(refer, "J. Voorbeeld, gemeente", is_done=False) is None
    assert code(rules.may_hand_over(refer, " ", is_done=False)) == "decision.no-confirmation"
    assert code(rules.may_hand_over(refer, "x", is_done=True)) == "decision.not-referred"
    assert code(rules.may_hand_over(DecisionOutcome.HOLD, "x", is_done=False)) == "decision.not-referred"


FILLING = Filling(
    fact="national_advice",
    desks=("nctv", "embassy"),
    answers=(
        (AdviceWord.OBJECTION, "negative"),
        (AdviceWord.ASKED, "pending"),
        (AdviceWord.NO_OBJECTION, "positive"),
    ),
)


def test_the_words_of_an_advice_in_a_kader_are_those_of_the_register() -> None:
    assert set(map(str, AdviceWord)) == {"asked", *map(str, AdviceVerdict)}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([], None),
        ([("nctv", {})], "pending"),
        ([("nctv", {"verdict": AdviceVerdict.NO_OBJECTION})], "positive"),
        ([("nctv", {"verdict": AdviceVerdict.NO_OBJECTION}), ("embassy", {})], "pending"),
        ([("nctv", {}), ("embassy", {"verdict": AdviceVerdict.OBJECTION})], "negative"),
        ([("nctv", {"verdict": AdviceVerdict.NO_OBJECTION, "is_stale": True})], None),
        ([("nctv", {"verdict": AdviceVerdict.NO_OBJECTION, "is_withdrawn": True})], None),
        ([("nctv", {"is_withdrawn": True})], None),
        ([("nctv", {"verdict": AdviceVerdict.CANNOT_JUDGE})], None),
        ([("rvo", {"verdict": AdviceVerdict.OBJECTION})], None),
    ],
)
def test_advice_answers_what_the_kader_says_it_answers(said: list, expected: str | None) -> None:
    asked_of = [asked(desk=desk, **more) for desk, more in said]
    found = filled_by(FILLING, asked_of)
    assert (found[0] if found else None) == expected
    assert found is None or found[1] in asked_of


@pytest.mark.parametrize(
    ("told", "today", "expected"),
    [
        ([-5], -3, False),
        ([-5], -2, True),
        ([-5, -2], -1, False),
        ([-5, -2], 1, True),
        ([-5], 6, True),
        ([-5, 6], 7, False),
        ([-5, 6], 8, True),
        ([-2], -2, False),
    ],
)
def test_a_reminder_is_due_once_a_day_for_it_came(told: list[int], today: int, expected: bool) -> None:
    on = [TODAY + one * DAY for one in told]
    due = is_reminder_due(asked(), (-2, 1, 8), on, TODAY + today * DAY)
    assert due is expected
    assert not is_reminder_due(asked(verdict=AdviceVerdict.NO_OBJECTION), (-2, 1, 8), on, TODAY + today * DAY)
    assert not is_reminder_due(asked(), (), on, TODAY + today * DAY)


def needing(*asked: tuple[str, bool, bool | None, tuple[Outcome, ...]]) -> dict[str, Need]:
    """What follows from rules of a kader: the desk, whether it is mandatory, whether the rule holds, and what waits."""
    found: list[Any] = [
        (SimpleNamespace(desk=desk, mandatory=mandatory, before=before), truth)
        for desk, mandatory, truth, before in asked
    ]
    needs = needs_of(SimpleNamespace(consultations=found))  # type: ignore[arg-type]
    assert len({one.desk for one in needs}) == len(needs)
    return {one.desk: one for one in needs}


def test_advice_that_may_yet_be_needed_is_needed_and_only_what_surely_holds_is_certain() -> None:
    found = needing(("nctv", True, None, (Outcome.TAKE_UP,)), ("embassy", True, True, (Outcome.TAKE_UP,)))
    assert (found["nctv"].is_certain, found["embassy"].is_certain) == (False, True)
    assert found["nctv"].is_mandatory
    assert found["nctv"].before == {DecisionOutcome.TAKE_UP}


def test_nobody_waits_for_advice_that_is_not_mandatory() -> None:
    found = needing(("nctv", False, True, (Outcome.TAKE_UP,)))
    assert not found["nctv"].is_mandatory
    assert found["nctv"].before == frozenset()


def test_a_desk_that_two_rules_name_is_asked_once_and_all_that_either_says_waits() -> None:
    rules_of_one_desk = (
        ("nctv", True, True, (Outcome.TAKE_UP,)),
        ("nctv", False, None, ()),
        ("nctv", True, None, (Outcome.REFUSE,)),
    )
    for asked_in in (rules_of_one_desk, rules_of_one_desk[::-1]):
        found = needing(*asked_in)["nctv"]
        assert (found.is_mandatory, found.is_certain) == (True, True)
        assert found.before == {DecisionOutcome.TAKE_UP, DecisionOutcome.REFUSE}


def test_a_waiver_may_end_today_and_not_yesterday() -> None:
    advised = Advised(today=TODAY, needs=(need(),))
    assert may_waive(advised, WaiverDraft(desk="nctv", reason="Spoed.", expires_on=TODAY)) is None
    assert (
        code(may_waive(advised, WaiverDraft(desk="nctv", reason="Spoed.", expires_on=TODAY - DAY)))
        == "waiver.expired"
    )
