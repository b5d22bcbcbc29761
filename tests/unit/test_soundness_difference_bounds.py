"""What a difference of two kaders would take too much work for is said, and the rest of it is what it would be."""

from dataclasses import replace

import pytest

from openkader.kader import Outcome, load_texts, read_texts
from openkader.kader.soundness import bounded
from openkader.kader.soundness.difference import Difference, Unsaid, difference
from openkader.kader.soundness.difference_words import DifferenceWords
from tests.unit.kader_factories import ZUID_HOLLAND
from tests.unit.small_kaders import small_kader

BOTH = (Unsaid.PROPOSAL, Unsaid.RULES)
WORKS = (0, 100, 300, 1_000, 3_000, 10_000, 30_000)


@pytest.mark.parametrize("seed", range(25))
def test_what_is_said_with_less_work_is_what_is_said_with_enough(seed: int) -> None:
    older = small_kader(seed)
    other = small_kader(seed + 1000)
    newer = replace(older, proposal=other.proposal, facts={**older.facts, **other.facts}, tables=other.tables)
    whole = difference(older, newer)
    assert whole.unsaid == ()
    for work in WORKS:
        found = difference(older, newer, work=work)
        assert (found.parts, found.types) == (whole.parts, whole.types)
        is_said = Unsaid.PROPOSAL not in found.unsaid
        assert (found.matrix, found.outcomes) == ((whole.matrix, whole.outcomes) if is_said else ({}, ()))
        assert found.rules == (whole.rules if Unsaid.RULES not in found.unsaid else ())
        assert found.is_equivalent is (whole.is_equivalent and not found.unsaid)
    assert difference(older, newer, work=0).unsaid == BOTH


def test_zuid_holland_is_worked_out_and_with_less_work_it_is_said_what_was_not() -> None:
    texts = dict(read_texts(ZUID_HOLLAND))
    older = load_texts(texts, "zuid-holland/2024-01-01")
    texts["tables.yaml"] = texts["tables.yaml"].replace("    outcome: hold", "    outcome: refuse", 1)
    newer = load_texts(texts, "zuid-holland/2024-01-01")
    assert difference(older, newer).unsaid == ()
    assert difference(older, newer, work=10_000).unsaid == BOTH
    partly = difference(older, newer, work=100_000)
    assert partly.unsaid == (Unsaid.PROPOSAL,)
    assert DifferenceWords(partly, "nl").headline == (
        "Niet uitgerekend, want te groot: in welke gevallen het voorstel verandert. "
        "Wat anders is geschreven, staat hieronder."
    )
    assert [title for title, _told in DifferenceWords(partly, "nl").parts()] == ["Regels van het voorstel"]


def test_answers_that_cannot_be_told_apart_are_not_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    kader = small_kader(3)
    whole = difference(kader, kader)
    monkeypatch.setattr(bounded, "_MOST_LOOKS", -1)
    found = difference(kader, kader)
    assert found.unsaid == BOTH
    assert (found.number, found.parts) == (0, whole.parts)
    assert not found.is_equivalent


def test_the_headline_says_what_was_worked_out_before_what_was_not() -> None:
    def said(found: Difference) -> str:
        return DifferenceWords(found, "en").headline

    kader = small_kader(3)
    same = difference(kader, kader)
    rest = (
        "Not worked out, too large: where each other rule comes to hold or no longer does. "
        "What is written differently stands below."
    )
    assert said(replace(same, unsaid=(Unsaid.RULES,))) == f"Every case gets the same proposal. {rest}"
    first = kader.proposal[0]
    other = next(one for one in Outcome if one is not first.outcome)
    changed = difference(kader, replace(kader, proposal=(replace(first, outcome=other),)))
    assert changed.outcomes
    assert said(replace(changed, unsaid=(Unsaid.RULES,))) == f"{said(changed)} {rest}"
