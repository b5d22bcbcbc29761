"""Who may judge a hit, and what several judgements come to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openkader.base.messages import MESSAGES
from openkader.casework.screening import (
    Given,
    HitState,
    ReviewDraft,
    Verdict,
    may_escalate,
    may_look,
    may_note,
    may_review,
    state_of,
)

TRUE, FALSE, UNDECIDED = Verdict.TRUE, Verdict.FALSE, Verdict.UNDECIDED
VERDICTS = st.builds(Given, st.sampled_from(["a", "b", "c"]), st.sampled_from(Verdict))


def said(*words: str) -> list[Given]:
    """``said("a true", "b false")``: who said what, in that order."""
    return [Given(who, Verdict(verdict)) for who, verdict in (word.split() for word in words)]


def code(refusal: object) -> str | None:
    found = getattr(refusal, "code", None)
    assert found is None or found in MESSAGES
    return found


def draft(
    by: str = "b", seen: int = 0, verdict: Verdict | None = TRUE, reason: str = "Reden."
) -> ReviewDraft:
    return ReviewDraft(by=by, seen=seen, verdict=verdict, reason=reason)


@pytest.mark.parametrize(
    ("given_so_far", "state"),
    [
        ([], HitState.OPEN),
        (["a false"], HitState.CLEARED),
        (["a true"], HitState.SECOND),
        (["a undecided"], HitState.SECOND),
        (["a true", "b true"], HitState.CONFIRMED),
        (["a undecided", "b undecided"], HitState.UNDECIDED),
        (["a undecided", "b false"], HitState.CLEARED),
        (["a undecided", "b true"], HitState.SECOND),
        (["a true", "b false"], HitState.SECOND),
        (["a true", "b undecided"], HitState.SECOND),
        (["a true", "b false", "c false"], HitState.CLEARED),
        (["a true", "b false", "a false"], HitState.CLEARED),
        (["a true", "b false", "c true"], HitState.CONFIRMED),
        (["a true", "b false", "a true"], HitState.SECOND),
        (["a true", "b true", "c false"], HitState.SECOND),
        (["a false", "a true"], HitState.SECOND),
        (["a false", "a true", "b true"], HitState.CONFIRMED),
    ],
)
def test_what_judgements_come_to(given_so_far: list[str], state: HitState) -> None:
    assert state_of(said(*given_so_far)) is state


@given(st.lists(VERDICTS, max_size=8))
def test_only_somebody_elses_agreement_confirms_a_hit(judged: list[Given]) -> None:
    if state_of(judged) is HitState.CONFIRMED:
        assert len({one.by for one in judged if one.verdict is TRUE}) >= 2


@given(st.lists(VERDICTS, max_size=8))
def test_one_person_alone_never_clears_what_another_calls_true(judged: list[Given]) -> None:
    last = {one.by: one.verdict for one in judged}
    if state_of(judged) is HitState.CLEARED and TRUE in last.values():
        assert list(last.values()).count(FALSE) >= 2


@pytest.mark.parametrize(
    ("given_so_far", "asked", "refused"),
    [
        ([], draft(), None),
        (["a true"], draft("a", 1), "review.same-person"),
        (["a true"], draft("a", 1, FALSE), "review.same-person"),
        (["a undecided"], draft("a", 1, FALSE), "review.same-person"),
        (["a true"], draft("b", 1), None),
        (["a false"], draft("a", 1), None),
        (["a true"], draft("b", 0), "review.meanwhile"),
        ([], draft("b", 1), "review.meanwhile"),
        ([], draft(verdict=None), "review.no-verdict"),
        ([], draft(reason=" \n"), "review.no-reason"),
    ],
)
def test_a_judgement_is_refused_for_a_reason(
    given_so_far: list[str], asked: ReviewDraft, refused: str | None
) -> None:
    assert code(may_review(said(*given_so_far), asked)) == refused


def test_who_came_too_late_is_told_who_came_first() -> None:
    refusal = may_review(said("a true"), draft(seen=0))
    assert refusal is not None
    assert refusal.detail == {"by": "a"}


def test_what_is_gone_is_not_judged() -> None:
    assert code(may_review([], draft(), gone=True)) == "review.gone"
    assert code(may_look([], "a", gone=True)) == "review.gone"


def test_the_page_hears_the_same_reason_as_the_service() -> None:
    assert code(may_look(said("a true"), "a")) == "review.same-person"
    assert may_look(said("a true"), "b") is None


@pytest.mark.parametrize("state", list(HitState))
def test_whatever_may_be_true_can_be_escalated(state: HitState) -> None:
    settled = state in (HitState.CLEARED, HitState.GONE)
    assert code(may_escalate(state, "Wat weet u?")) == ("escalation.settled" if settled else None)


def test_an_escalation_says_something() -> None:
    assert code(may_escalate(HitState.OPEN, "  ")) == "escalation.no-text"


@pytest.mark.parametrize(
    ("title", "says", "url", "refused"),
    [
        ("Krant", "Een bericht.", None, None),
        ("Krant", "Een bericht.", "https://example.org/a", None),
        ("", "Een bericht.", None, "note.incomplete"),
        ("Krant", " ", None, "note.incomplete"),
        ("Krant", "Een bericht.", "javascript:alert(1)", "note.bad-address"),
        ("Krant", "Een bericht.", "https://example.org/a b", "note.bad-address"),
    ],
)
def test_a_note_names_its_source(title: str, says: str, url: str | None, refused: str | None) -> None:
    assert code(may_note(title, says, url)) == refused


def test_only_a_confirmed_hit_is_a_finding() -> None:
    assert [state for state in HitState if state.is_finding] == [HitState.CONFIRMED]
    assert [state for state in HitState if state.is_open] == [HitState.OPEN, HitState.SECOND]
