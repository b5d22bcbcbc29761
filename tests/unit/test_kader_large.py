"""Very large and very wrong kaders: refused or read within a moment, every problem with its file and line."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from openkader.base.errors import Invalid, Problem
from openkader.base.messages import sentences
from openkader.kader import Assessor, check_kader
from openkader.kader.facts import named
from openkader.kader.reading import nearest
from tests.unit.kader_factories import load, problems_of

MANY = 10_000
A_MOMENT = (
    8.0  # seconds of the processor, while it is watched; it takes 0.3 to 1, and in squares it took 5 to 20
)
HEAD = "facts:\n  - id: big\n    type: choice\n    label: {nl: a, en: a}\n    question: {nl: a, en: a}\n    options:\n"
OPTIONS = "".join(f"      - {{code: c{i}, nl: n{i}, en: e{i}}}\n" for i in range(MANY))


@contextmanager
def a_moment() -> Iterator[None]:
    """What is done here takes no more than a moment."""
    started = time.process_time()
    yield
    assert time.process_time() - started < A_MOMENT


def row(codes: str) -> str:
    return f"proposal:\n  - {{id: r, outcome: hold, when: {{big: [{codes}]}}, reason: {{nl: a, en: a}}}}\n"


def truths(count: int, prefix: str = "t") -> str:
    line = "type: truth, label: {nl: a, en: a}, yes: {nl: ja, en: is}, no: {nl: nee, en: not}"
    return "facts:\n" + "".join(f"  - {{id: {prefix}{i}, {line}}}\n" for i in range(count))


def test_ten_thousand_options_are_read_checked_and_weighed_in_a_moment(tmp_path: Path) -> None:
    codes = ", ".join(f"c{i}" for i in range(MANY))
    with a_moment():
        kader = load(tmp_path, {"big.yaml": HEAD + OPTIONS + row(codes)})
        check_kader(kader)
        assert [one.id for one in Assessor(kader).assess({"big": "c9999"}).fired] == ["r"]


def test_ten_thousand_wrong_codes_are_ten_thousand_short_sentences(tmp_path: Path) -> None:
    with a_moment():
        found = problems_of(
            tmp_path, {"big.yaml": HEAD + OPTIONS + row(", ".join(f"x{i}" for i in range(MANY)))}
        )
    assert len(found) == MANY
    assert {one.code for one in found} == {"condition.not-an-option"}
    assert found[0].where == f"big.yaml:{MANY + 8}"
    assert max(map(len, sentences(Invalid(found), "nl"))) < 400


def test_a_circle_of_a_thousand_tables_is_one_problem_with_its_line(tmp_path: Path) -> None:
    rows = "".join(
        f"  - {{gives: t{i}, rows: [{{when: {{t{(i + 1) % 1000}: true}}, value: true}}]}}\n"
        for i in range(1000)
    )
    with a_moment():
        found = problems_of(tmp_path, {"big.yaml": f"{truths(1000)}tables:\n{rows}"})
    assert [(one.code, one.where) for one in found] == [("kader.circle", "big.yaml:1003")]
    assert found[0].detail["tables"].endswith("… (1000)")


def test_a_table_beside_a_circle_is_not_said_to_be_in_it(tmp_path: Path) -> None:
    tables = "tables:\n" + "".join(
        f"  - {{gives: {a}, rows: [{{when: {{{b}: true}}, value: true}}]}}\n"
        for a, b in (("t3", "t0"), ("t0", "t1"), ("t1", "t0"), ("t2", "demand"))
    )
    found = problems_of(tmp_path, {"big.yaml": truths(4) + tables})
    assert [(one.where, one.detail["tables"]) for one in found] == [("big.yaml:8", "t0, t1")]


def test_a_thousand_mistyped_names_among_a_thousand_are_guessed_in_a_moment(tmp_path: Path) -> None:
    with a_moment():
        rows = "".join(
            f"  - {{id: p{i}, outcome: hold, when: {{t{i}x: true}}, reason: {{nl: a, en: a}}}}\n"
            for i in range(1000)
        )
        found = problems_of(tmp_path, {"big.yaml": f"{truths(1000)}proposal:\n{rows}"})
    assert found[777].detail == {"fact": "t777x", "near": "t777"}
    assert nearest("t1", {}) == "-"


MISFORMED: Mapping[str, tuple[str, Problem]] = {
    "anchors": (
        "facts: []\na: &a [1]\nb: &b [*a, *a]\n",
        Problem("document.syntax", "bad.yaml:2", {"reason": "anchors and aliases are not allowed here"}),
    ),
    "keys": (
        "facts: []\ntables: []\nfacts: []\n",
        Problem("document.duplicate-key", "bad.yaml:3", {"key": "facts"}),
    ),
}


@pytest.mark.parametrize("kind", MISFORMED)
def test_anchors_and_keys_that_stand_twice_are_named_with_their_line(tmp_path: Path, kind: str) -> None:
    written, wanted = MISFORMED[kind]
    with a_moment():
        assert problems_of(tmp_path, {"bad.yaml": written}) == [wanted]


def test_many_codes_are_named_by_the_first_of_them() -> None:
    assert (named([]), named(["a", "b"])) == ("", "a, b")
    assert named([str(i) for i in range(30)]).endswith("28, 29")
    assert named([str(i) for i in range(31)]).endswith("28, 29, … (31)")
