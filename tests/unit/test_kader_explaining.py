"""A proposal explains itself: the facts behind it, what they follow from, and the cited words."""

from pathlib import Path

import pytest

from openkader.kader import Assessor, Facts, Kader
from openkader.kader.explaining import because, cite, shown_with
from openkader.kader.findings import warning
from openkader.kader.sources import Passage
from tests.unit.kader_factories import changed, load, text


@pytest.fixture
def pack(tmp_path: Path) -> Kader:
    return load(tmp_path)


def reasons(kader: Kader, facts: Facts, language: str) -> list[str]:
    """Why there is risk or not: the derived fact on which the advice of the desk hangs."""
    return because(Assessor(kader).assess(facts), kader.consultations[0].when, language)


@pytest.mark.parametrize(
    ("facts", "dutch", "english"),
    [
        ({"kind": "visit"}, "er is risico (want soort: bezoek)", "there is risk (since kind: visit)"),
        ({"kind": "talk"}, "er is geen risico (want soort: gesprek)", "there is no risk (since kind: talk)"),
        ({}, "nog niet bekend: risico", "not yet known: risk"),
    ],
)
def test_a_reason_goes_on_to_what_the_fact_was_derived_from(
    pack: Kader, facts: Facts, dutch: str, english: str
) -> None:
    assert reasons(pack, facts, "nl") == [dutch]
    assert reasons(pack, facts, "en") == [english]


TABLE = """\
    tables:
      - gives: risk
        rows:
          - {when: {kind: visit, demand: false}, value: true}
          - {when: {kind: talk}, value: false}
        otherwise: true
    proposal:
      - {id: r, outcome: refuse, when: {risk: true}, reason: {nl: r, en: r}}
    """


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"kind": "visit", "demand": False}, "there is risk (since kind: visit; there is no demand)"),
        ({"kind": "talk", "demand": False}, "there is no risk (since kind: talk)"),
        ({"kind": "visit", "demand": True}, "there is risk (since there is demand; kind: visit)"),
    ],
)
def test_what_a_table_derived_rests_on_its_deciding_row_or_on_all_of_them(
    tmp_path: Path, facts: Facts, reason: str
) -> None:
    kader = load(tmp_path, {"rules.yaml": TABLE, "scenarios.yaml": None, "figures.yaml": None})
    assert because(Assessor(kader).assess(facts), kader.proposal[0].when, "en") == [reason]


def test_a_reason_on_a_list_names_the_answer_that_is_on_it(tmp_path: Path) -> None:
    listed = changed(
        "rules.yaml", "when: {risk: true}\n    mandatory", "when: {kind: {in_list: kinds}}\n    mandatory"
    )
    kinds = (
        "lists: [{id: kinds, title: {nl: L, en: L}, status: found, items: [{code: visit, nl: b, en: v}]}]\n"
    )
    kader = load(tmp_path, {**listed, "more.yaml": kinds})
    assert reasons(kader, {"kind": "visit"}, "en") == ["kind: visit"]


def test_a_reason_on_an_answer_needs_no_more(pack: Kader) -> None:
    found = Assessor(pack).assess({"demand": False})
    assert because(found, pack.preconditions[0].holds, "en") == ["there is no demand"]
    assert because(found, pack.proposal[0].when, "en") == ["P1 is not met (since there is no demand)"]


def test_a_citation_names_document_place_and_words(pack: Kader) -> None:
    found = Assessor(pack).assess({})
    assert cite(found.kader, Passage(source="LAW"), "en") == "Law"
    assert cite(found.kader, Passage(source="LAW", place="art. 1"), "nl") == "Wet, art. 1"
    assert (
        cite(found.kader, Passage(source="LAW", place="art. 1", words="wie vraagt"), "nl")
        == "Wet, art. 1, “wie vraagt”"
    )


@pytest.mark.parametrize(
    ("cases", "said"),
    [
        ((), ""),
        (({},), "for example in every case"),
        (({"kind": "visit", "demand": None},), "for example kind: visit, demand: unknown"),
        (({"kind": "visit"}, {"kind": "talk"}), "for example kind: visit; and then kind: talk"),
    ],
)
def test_a_finding_is_shown_with_its_cases_in_words(pack: Kader, cases: tuple[Facts, ...], said: str) -> None:
    assert shown_with(pack, warning("x", "y", text("z"), *cases), "en") == said
