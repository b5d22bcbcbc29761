"""The library of a kader: policies of lines, further citations, and sources that follow each other."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from openkader.kader import Kader, check_kader, load_kader
from openkader.kader.library import beside, followers, up_for_review, uses_of
from openkader.kader.sources import Citation, Passage, Policy
from tests.unit.kader_factories import ZUID_HOLLAND, changed, load, plain_id, problems_of

NEW = "{id: NEW, title: {nl: Nieuw, en: New}, publisher: Rijk, date: '2026-01-02'"
SOURCE = f"sources:\n  - {NEW}}}\n"
POLICY = "policies:\n  - {message: ip, rests_on: {source: NEW, place: art. 2}, review_on: 2027-01-01}\n"
FOLLOWED = f"sources:\n  - {NEW}, supersedes: LAW}}\npublic_account: []\n"


def with_library(folder: Path, written: str) -> Kader:
    return load(folder, {"library.yaml": written})


def wrong(folder: Path, written: str) -> list[str]:
    found = problems_of(folder, {"library.yaml": written})
    return [" ".join((one.where, one.code, *one.detail.values())) for one in found]


def test_a_line_rests_on_a_dated_policy_and_is_looked_at_again(tmp_path: Path) -> None:
    cites = POLICY.replace("01-01}", "01-01, cites: [{source: LAW}]}")
    (line,) = with_library(tmp_path, SOURCE + cites).messages
    assert line.policy == Policy(
        rests_on=Passage(source="NEW", place="art. 2"),
        review_on=date(2027, 1, 1),
        cites=(Passage(source="LAW"),),
    )


def test_a_kader_without_a_library_has_lines_without_policy_and_no_finding_on_it(tmp_path: Path) -> None:
    kader = load(tmp_path)
    assert [line.policy for line in kader.messages] == [None]
    assert (kader.citations, kader.public_account) == ((), None)
    assert check_kader(kader) == []


def test_a_line_without_policy_beside_one_that_has_it_is_noticed(tmp_path: Path) -> None:
    more = (
        "messages:\n  - {id: more, topic: ip, text: {nl: a, en: a}, audience: {nl: a, en: a}, "
        "when: {risk: true}, cites: [{source: LAW}]}\n"
    )
    findings = check_kader(with_library(tmp_path, SOURCE + more + POLICY))
    assert [(one.code, one.where) for one in findings] == [("no-policy", "more")]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (SOURCE + POLICY.replace("ip", "ik"), ["library.yaml:4 kader.unknown-name ik messages"]),
        (SOURCE + POLICY.replace("NEW", "NO"), ["library.yaml:4 kader.unknown-source NO"]),
        (POLICY.replace("NEW", "LAW"), ["library.yaml:2 kader.undated-source LAW"]),
        (
            SOURCE + POLICY + POLICY.partition("\n")[2],
            ["library.yaml:5 kader.duplicate-id ip"],
        ),
        (
            "policies:\n  - {message: ip}\n",
            [
                "library.yaml:2 document.missing-key rests_on",
                "library.yaml:2 document.missing-key review_on",
                "library.yaml:2 document.missing-key source",
                "library.yaml:2 kader.unknown-source ",
            ],
        ),
        ("policies: 7\n", ["library.yaml:1 document.wrong-type list integer"]),
        ("policies: [7]\n", ["library.yaml:1 document.wrong-type mapping integer"] * 2),
        (
            "citations:\n  - {part: rules, rule: P1, source: LAW}\n",
            [
                (
                    "library.yaml:2 kader.unknown-word rules constraints, preconditions, proposal, action_lines, "
                    "measures, consultations, fillings, mandates, messages"
                )
            ],
        ),
        (
            "citations:\n  - {part: proposal, rule: P1, source: NO}\n",
            ["library.yaml:2 kader.unknown-name P1 proposal", "library.yaml:2 kader.unknown-source NO"],
        ),
        (
            "public_account: [{measure: E1.list}, {measure: E9}]\n",
            [
                "library.yaml:1 kader.duplicate-id E9",
                "library.yaml:1 kader.unknown-name E9 action_lines",
            ],
        ),
        (
            f"sources:\n  - {NEW}, supersedes: NO}}\npublic_account: []\n",
            ["library.yaml:2 kader.unknown-source NO"],
        ),
        (
            f"sources:\n  - {NEW}, supersedes: NEW}}\npublic_account: []\n",
            ["library.yaml:2 kader.follows-itself NEW"],
        ),
        (
            (
                "sources:\n"
                "  - {id: A, title: {nl: a, en: a}, publisher: a, date: '2025', supersedes: [B]}\n"
                "  - {id: B, title: {nl: a, en: a}, publisher: a, date: '2025', supersedes: [A]}\n"
            ),
            ["library.yaml:2 kader.follows-itself A", "library.yaml:3 kader.follows-itself B"],
        ),
        (
            "sources:\n  - {id: A, title: {nl: a, en: a}, publisher: a, supersedes: [LAW]}\n",
            ["library.yaml:2 kader.undated-source A"],
        ),
        (
            "sources:\n  - {id: 7, title: {nl: a, en: a}, publisher: a}\n  - 8\n",
            [
                "library.yaml:2 document.wrong-type text integer",
                "library.yaml:3 document.wrong-type mapping integer",
            ],
        ),
    ],
    ids=plain_id,
)
def test_every_mistake_in_a_library_is_named(tmp_path: Path, written: str, said: list[str]) -> None:
    found = wrong(tmp_path, written)
    assert [one for one in said if one not in found] == []


def test_a_rule_that_cites_a_followed_source_is_up_for_review(tmp_path: Path) -> None:
    kader = with_library(tmp_path, FOLLOWED)
    found = up_for_review(kader)
    assert ("preconditions", "P1") in [(one.use.part, one.use.rule) for one in found]
    assert {(one.older, one.newer) for one in found} == {("LAW", "NEW")}
    assert [one.where for one in check_kader(kader) if one.code == "up-for-review"] == [
        one.use.rule for one in found
    ]


def test_who_cites_the_newer_source_too_has_read_it(tmp_path: Path) -> None:
    citation = "citations:\n  - {part: preconditions, rule: P1, source: NEW, place: art. 1}\n"
    kader = with_library(tmp_path, FOLLOWED + citation)
    assert kader.citations == (
        Citation(part="preconditions", rule="P1", passage=Passage(source="NEW", place="art. 1")),
    )
    assert beside(kader, "preconditions", "P1") == (Passage(source="NEW", place="art. 1"),)
    assert "P1" not in [one.use.rule for one in up_for_review(kader)]
    assert [use.rule for use in uses_of(kader, "NEW")] == ["P1"]


def test_a_source_is_also_followed_by_what_follows_its_follower(tmp_path: Path) -> None:
    newest = "  - {id: LAST, title: {nl: a, en: a}, publisher: a, date: '2026-05', supersedes: NEW}\n"
    kader = with_library(tmp_path, FOLLOWED.replace("public", newest + "public"))
    assert [one.id for one in followers(kader, "LAW")] == ["NEW", "LAST"]
    assert {one.newer for one in up_for_review(kader)} == {"LAST"}


def test_the_policy_of_a_line_counts_as_its_source(tmp_path: Path) -> None:
    kader = with_library(tmp_path, SOURCE + POLICY)
    assert [(use.part, use.rule) for use in uses_of(kader, "NEW")] == [("messages", "ip")]


def test_advice_that_answers_a_question_is_among_what_cites(tmp_path: Path) -> None:
    filling = (
        "fillings:\n  - {fact: demand, desks: [rvo], answers: [{says: asked, value: true}], "
        "cites: [{source: LAW}]}\n"
    )
    kader = load(tmp_path, {"filling.yaml": filling})
    assert ("fillings", "demand") in [(use.part, use.rule) for use in uses_of(kader, "LAW")]


def test_a_library_leaves_the_digest_as_it_was_and_a_rule_in_it_does_not(tmp_path: Path) -> None:
    before = load(tmp_path / "a").digest
    assert with_library(tmp_path / "b", SOURCE + POLICY).digest == before
    assert with_library(tmp_path / "c", SOURCE).digest != before  # sources alone may be of the rules
    hidden = "proposal:\n  - {id: x, outcome: take_up, when: {demand: true}, reason: {nl: a, en: a}}\n"
    assert with_library(tmp_path / "d", SOURCE + POLICY + hidden).digest != before
    figure = changed("figures.yaml", "alle bezoeken", "elk bezoek")
    assert load(tmp_path / "e", figure).digest != before


def test_assessments_made_before_the_library_are_still_made_again(tmp_path: Path) -> None:
    before = shutil.copytree(ZUID_HOLLAND, tmp_path / "zuid-holland" / "2024-01-01")
    (before / "library.yaml").unlink()
    assert load_kader(ZUID_HOLLAND).digest == load_kader(before).digest


def test_the_lines_of_zuid_holland_rest_on_dated_policy_and_say_that_their_day_is_our_choice() -> None:
    kader = load_kader(ZUID_HOLLAND)
    assert {line.id for line in kader.messages} >= {"level_playing_field", "policy_line"}
    for line in kader.messages:
        assert line.policy is not None
        assert kader.sources[line.policy.rests_on.source].date
        assert [one.source for one in line.policy.cites] == ["EIGEN"]
    assert kader.public_account == "M4.public_account"
    assert {"NL-CN-2019", "AIVD-2023"} <= {one.source for one in beside(kader, "preconditions", "RV1")}


WORDS = """register_lists:
  - id: reasons
    title: {nl: Redenen, en: Reasons}
    status: found
    items: [{code: costs, nl: kosten, en: costs}]
"""


def test_words_of_the_register_are_a_list_that_no_rule_can_name_and_the_digest_leaves_out(
    tmp_path: Path,
) -> None:
    plain = load(tmp_path / "plain")
    kader = with_library(tmp_path / "more", WORDS)
    assert [item.code for item in kader.lists["reasons"].items] == ["costs"]
    assert kader.digest == plain.digest
    asks = "facts:\n  - {id: why, type: choice, label: {nl: a, en: a}, answered_by: adviser, options_from: reasons}\n"
    problems = problems_of(tmp_path / "asks", {"library.yaml": WORDS, "more.yaml": asks})
    assert any("reasons" in one.detail.values() for one in problems)


def test_words_of_the_register_have_a_name_of_their_own(tmp_path: Path) -> None:
    twice = WORDS + WORDS.replace("register_lists:\n", "")
    assert wrong(tmp_path, twice) == ["library.yaml:6 kader.duplicate-id reasons"]
