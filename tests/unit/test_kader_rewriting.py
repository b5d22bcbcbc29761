"""One row of a text is written anew, and every letter around it stays; what was read and written again is the same."""

from collections.abc import Mapping
from itertools import chain
from textwrap import dedent, indent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openkader.base.errors import Refused
from openkader.base.flowing import Plain
from openkader.base.spans import spans_of
from openkader.kader import Kader, load_texts, read_texts
from openkader.kader.rewriting import said_at, with_item, with_section, with_swapped, with_value, without_item
from openkader.kader.soundness.changed_parts import changed_parts
from openkader.kader.written_rows import WrittenTable, written_tables
from tests.unit.kader_factories import ZUID_HOLLAND, plain_id
from tests.unit.small_kaders import small_kader
from tests.unit.written_kaders import text_of

TEXTS = dict(read_texts(ZUID_HOLLAND))
NAME = "zuid-holland/2024-01-01"
SEEDS = range(25)


def loaded(text: str) -> Kader:
    return load_texts({"a.yaml": text}, "x/2024-01-01")


def table_in(text: str, name: str = "proposal") -> WrittenTable:
    return next(table for table in written_tables({"a.yaml": text}) if table.name == name)


def changed_names(before: Kader, after: Kader) -> set[tuple[str, str]]:
    return {(part.key.part, part.key.name) for part in changed_parts(before, after)}


def test_every_row_of_zuid_holland_is_written_again_as_it_stood() -> None:
    tables = written_tables(TEXTS)
    assert [(table.name, len(table.rows)) for table in tables][:2] == [("proposal", 25), ("case.posture", 2)]
    for table in tables:
        text = TEXTS[table.file]
        for row in table.rows:
            assert with_value(text, (*table.path, row.place), row.said) == text
            assert said_at(text, (*table.path, row.place)) == row.said


def test_another_outcome_of_zuid_holland_changes_one_word_and_one_row() -> None:
    before = load_texts(TEXTS, NAME)
    table = written_tables(TEXTS)[0]
    for row in table.rows:
        other = "hold" if row.said["outcome"] != "hold" else "refuse"
        text = with_value(TEXTS[table.file], (*table.path, row.place), {**row.said, "outcome": other})
        after = load_texts({**TEXTS, table.file: text}, NAME)
        assert changed_names(before, after) == {("proposal", row.name)}
        lines = zip(TEXTS[table.file].split("\n"), text.split("\n"), strict=True)
        assert [one for one in lines if one[0] != one[1]] == [
            (f"    outcome: {row.said['outcome']}", f"    outcome: {other}")
        ]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_row_of_a_small_kader_is_written_again_as_it_stood(seed: int) -> None:
    text = text_of(small_kader(seed), seed)
    loaded(text)
    for table in written_tables({"a.yaml": text}):
        for row in table.rows:
            assert with_value(text, (*table.path, row.place), row.said) == text


@pytest.mark.parametrize("seed", SEEDS)
def test_a_row_that_changes_leaves_every_letter_around_it(seed: int) -> None:
    text = text_of(small_kader(seed), seed)
    before = loaded(text)
    for table in written_tables({"a.yaml": text}):
        for row in table.rows:
            place = (*table.path, row.place)
            other = table.rows[row.place - 1].said
            new = {**row.said, "when": {"not": row.said["when"]}, "value": other.get("value", "-")}
            if table.is_proposal:
                new = {**row.said, "when": {"not": row.said["when"]}, "reason": {"nl": "a: b # c", "en": "{"}}
            span, written = spans_of(text).at(place), with_value(text, place, new)
            assert written.startswith(text[: span.start])
            assert written.endswith(text[span.end :])
            assert said_at(written, place) == new
            named = ("proposal", row.name) if table.is_proposal else ("tables", str(table.gives))
            assert changed_names(before, loaded(written)) == {named}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_row_that_comes_goes_or_moves_leaves_the_others(seed: int) -> None:
    text = text_of(small_kader(seed), seed)
    for table in written_tables({"a.yaml": text}):
        rows = [row.said for row in table.rows]
        more = {**rows[0], "id": "new"} if table.is_proposal else rows[0]
        for in_lines in (True, False):
            longer = with_item(text, table.path, more, in_lines=in_lines)
            loaded(longer)
            assert rows_said(longer, table.name) == [*rows, more]
            shorter = without_item(longer, table.path, len(rows))
            assert shorter == text
        for place in range(len(rows) - 1):
            moved = with_swapped(text, table.path, place)
            assert rows_said(moved, table.name) == [
                *rows[:place], rows[place + 1], rows[place], *rows[place + 2 :],
            ]  # fmt: skip
            assert with_swapped(moved, table.path, place) == text
            assert comments(moved) == comments(text)
            less = without_item(text, table.path, place)
            assert rows_said(less, table.name) == [*rows[:place], *rows[place + 1 :]]


def rows_said(text: str, name: str) -> list[Mapping[str, Plain]]:
    return [row.said for row in table_in(text, name).rows]


def comments(text: str) -> list[str]:
    return sorted(line.strip() for line in text.splitlines() if line.strip().startswith("#"))


ROWS = """\
proposal:
  - id: one   # de eerste
    outcome: refuse
    when:
      # waarom dit zo is
      all:
        - {a: true}
        - not: {b: [x, z]}
    cites:
      - {source: S}   # bron
      - {source: T, place: "p, q"}

  # de tweede
  - {id: two, when: {all: [{a: 1}]}, cites: [], note: , "ke y": {b: 1}}
"""


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("proposal", 0, "outcome"), "hold", "outcome: refuse", "outcome: hold"),
        (("proposal", 0, "outcome"), "no", "outcome: refuse", 'outcome: "no"'),
        (("proposal", 0, "when", "all", 0), {"a": False}, "{a: true}", "{a: false}"),
        (("proposal", 0, "when", "all", 1), {"c": 1}, "not: {b: [x, z]}", "{c: 1}"),
        (
            ("proposal", 0, "when"),
            {"all": [{"a": True}, {"not": {"b": ["x"]}}, {"c": 1}]},
            "{b: [x, z]}\n",
            "{b: [x]}\n        - {c: 1}\n",
        ),
        (
            ("proposal", 0, "when"),
            {"all": [{"not": {"b": ["x", "z"]}}]},
            "        - {a: true}\n",
            "",
        ),
        (
            ("proposal", 0, "when"),
            {"b": "x"},
            "when:\n      # waarom dit zo is\n      all:\n        - {a: true}\n        - not: {b: [x, z]}\n",
            "when: {b: x}\n",
        ),
        (("proposal", 0, "cites"), [{"source": "T", "place": "p, q"}], "      - {source: S}   # bron\n", ""),
        (
            ("proposal", 0, "cites"),
            [{"source": "S"}, {"source": "T", "place": "p, q"}, {"source": "U"}],
            '"p, q"}\n',
            '"p, q"}\n      - {source: U}\n',
        ),
        (
            ("proposal", 0, "cites", 1),
            {"source": "T", "words": "é"},
            '{source: T, place: "p, q"}',
            "{source: T, words: é}",
        ),
        (("proposal", 1, "cites"), [{"source": "S"}], "cites: []", "cites: [{source: S}]"),
        (("proposal", 1, "note"), "later", "note: ,", "note: later,"),
        (("proposal", 1, "ke y"), {"b": 2}, '"ke y": {b: 1}', '"ke y": {b: 2}'),
        (("proposal", 1, "ke y"), {"b": 1, "c: d": 1}, '"ke y": {b: 1}', '"ke y": {b: 1, "c: d": 1}'),
    ],
    ids=plain_id,
)  # fmt: skip
def test_only_what_says_something_else_is_written(
    path: tuple[str | int, ...], value: Plain, old: str, new: str
) -> None:
    found = with_value(ROWS, path, value)
    assert said_at(found, path) == value
    assert found == ROWS.replace(old, new, 1) != ROWS


def test_a_new_field_stands_behind_the_one_that_it_follows_and_a_dropped_one_is_a_line_less() -> None:
    row = {"id": "one", "outcome": "refuse", "ground": "g: h", "when": said_at(ROWS, ("proposal", 0, "when"))}
    found = with_value(ROWS, ("proposal", 0), row)
    assert 'outcome: refuse\n    ground: "g: h"\n    when:' in found
    assert "cites:\n" not in found
    behind = with_value(ROWS, ("proposal", 0), {"id": "one", "u": 1, **row})
    assert "id: one   # de eerste\n    u: 1\n    outcome" in behind
    assert "\n\n  # de tweede\n" in found


def test_the_first_of_several_between_brackets_goes_with_its_comma() -> None:
    assert without_item("a: [w, x, z]", ("a",), 0) == "a: [x, z]"
    assert without_item("a: [w, x, z]", ("a",), 1) == "a: [w, z]"
    assert with_value("{a: 1, b: 2, c: 3}", (), {"b": 2, "c": 3}) == "{b: 2, c: 3}"
    assert with_swapped("a: [w,  x, z]", ("a",), 0) == "a: [x,  w, z]"


def test_a_list_without_anything_gets_its_first() -> None:
    assert with_item("a: []", ("a",), {"b": 1}, in_lines=False) == "a: [{b: 1}]"
    assert with_item("{a: []}", ("a",), {"b": 1}, in_lines=True) == "{a: [{b: 1}]}"
    assert with_item("- []", (0,), {"b": 1}, in_lines=True) == "- [{b: 1}]"
    lines = "x: 1\na:\n  - b: 1\n    c: []  # niets\n"
    assert with_item("x: 1\na: []  # niets\n", ("a",), {"b": 1, "c": []}, in_lines=True) == lines
    assert without_item(lines, ("a",), 0) == "x: 1\na: []  # niets\n"
    assert with_item("a:\n- b: 2", ("a",), {"b": 1, "c": []}, in_lines=True) == "a:\n- b: 2\n- b: 1\n  c: []"


@pytest.mark.parametrize(
    ("text", "becomes", "wanted"),
    [
        ("a:\n  - id: a\n    x: 1\n", {"x": 1, "u": 2}, "a:\n  - x: 1\n    u: 2\n"),
        ("a:\n  - id: a\n    x: 1\n  - id: b\n", {"x": 1}, "a:\n  - x: 1\n  - id: b\n"),
        ("a:\n  - id: a  # hierom\n    x: 1\n", {"x": 1}, "a:\n  -   # hierom\n    x: 1\n"),
    ],
    ids=plain_id,
)
def test_the_first_field_behind_a_dash_goes_and_the_dash_stays(
    text: str, becomes: Plain, wanted: str
) -> None:
    assert with_value(text, ("a", 0), becomes) == wanted


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("a:\n  - ? id\n    : a\n    x: 1\n", {"x": 1}),
        ("a:\n  - id: a\n    ? x\n    : 1\n    u: 1\n", {"id": "a", "u": 1}),
    ],
    ids=plain_id,
)
def test_a_layout_that_nobody_foresaw_is_refused_and_not_guessed(text: str, becomes: Plain) -> None:
    with pytest.raises(Refused) as raised:
        with_value(text, ("a", 0), becomes)
    assert raised.value.refusal.code == "kader-draft.row-layout"


@pytest.mark.parametrize("text", ["a: 1\n...\n", "a: |+\n  x\n"], ids=["two documents", "another text"])
def test_what_would_say_something_else_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        with_section(text, "b", {"c": 1})


def test_a_new_row_stands_in_lines_as_people_write_it() -> None:
    row: dict[str, Plain] = {
        "id": "three",
        "when": {"a": True},
        "reason": {"nl": "Ja, dan", "en": "Then"},
        "cites": [{"source": "S", "place": "p"}],
    }
    wanted = """\
          - id: three
            when: {a: true}
            reason:
              nl: Ja, dan
              en: Then
            cites:
              - {source: S, place: p}
    """
    assert with_item(ROWS, ("proposal",), row, in_lines=True) == ROWS + indent(dedent(wanted), "  ")


def test_a_place_that_is_not_there_is_said() -> None:
    with pytest.raises((KeyError, IndexError)):
        with_value(ROWS, ("proposal", 7), "x")


@given(st.text(max_size=40), st.text(max_size=40), st.sampled_from(["block", "flow"]))
def test_any_words_come_back_as_they_were_typed(dutch: str, english: str, style: str) -> None:
    text = {
        "block": "a:\n  - id: x\n    reason:\n      nl: ja  # hierom\n      en: yes it is\n# eind\n",
        "flow": "a: [{id: x, reason: {nl: ja, en: it is}}]\n# eind\n",
    }[style]
    becomes: Plain = {"nl": dutch, "en": english}
    found = with_value(text, ("a", 0, "reason"), becomes)
    assert said_at(found, ("a", 0, "reason")) == becomes
    assert found.endswith("# eind\n")


def test_every_text_has_the_rows_that_its_kader_has() -> None:
    for seed in SEEDS:
        kader = small_kader(seed)
        text = text_of(kader, seed)
        tables = written_tables({"a.yaml": text})
        names = [row.name for row in chain(*(table.rows for table in tables if table.is_proposal))]
        assert names == [row.id for row in kader.proposal]


@given(st.permutations(range(6)), st.sampled_from(["block", "flow"]))
def test_another_order_moves_the_letters_of_each_and_leaves_what_stands_between(
    order: list[int], style: str
) -> None:
    items = [f"{{code: c{number},  nl: '{number}'}}" for number in range(6)]
    lines = "".join(f"  # voor {number}\n  - {item}   # bij {number}\n" for number, item in enumerate(items))
    text = {"block": f"a:\n{lines}# eind\n", "flow": f"a: [{',  '.join(items)}] # eind\n"}[style]
    said = said_at(text, ("a",))
    assert isinstance(said, list)
    written = with_value(text, ("a",), [said[place] for place in order])
    assert [written.index(items[place]) for place in order] == sorted(written.index(item) for item in items)
    assert sorted(written) == sorted(text)
    assert [f"# voor {number}" in line for number, line in enumerate(written.splitlines()[1:-1:2])] in (
        [True] * 6,
        [],
    )
    assert with_value(written, ("a",), said) == text


def test_of_very_many_what_changes_is_one_edit() -> None:
    text = "a:\n" + "".join(f"  - {{code: c{number}, nl: n{number}}}\n" for number in range(2000))
    said = said_at(text, ("a",))
    assert isinstance(said, list)
    other: Plain = {"code": "c1000", "nl": "anders"}
    assert with_value(text, ("a",), [*said[:1000], other, *said[1001:]]) == text.replace("n1000}", "anders}")
    assert with_value(text, ("a",), [*said[:1000], *said[1002:]]) == text.replace(
        "  - {code: c1000, nl: n1000}\n  - {code: c1001, nl: n1001}\n", ""
    )
    assert with_value(text, ("a",), [*said, {"code": "z", "nl": "z"}]) == text + "  - {code: z, nl: z}\n"
