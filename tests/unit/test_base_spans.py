"""Every value of a document is found in its text, letter by letter."""

import pytest

from openkader.base.document import read_text
from openkader.base.flowing import as_list, flowing, plain, same, word
from openkader.base.spans import Path, spans_of

TEXT = """\
# é 中 😀
a: 1
b:
- "x"   # - x
-
  c: [1, {d: 2 }]   # e
  f: |
    lang

g:
h: {}
"""


@pytest.mark.parametrize("shift", ["", "\ufeff"])
@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        (("a",), "1"),
        (("b", 0), '"x"'),
        (("b", 1), "c: [1, {d: 2 }]   # e\n  f: |\n    lang"),
        (("b", 1, "c"), "[1, {d: 2 }]"),
        (("b", 1, "c", 1), "{d: 2 }"),
        (("b", 1, "c", 1, "d"), "2"),
        (("b", 1, "f"), "|\n    lang"),
        (("g",), ""),
        (("h",), "{}"),
    ],
)
def test_a_value_reaches_from_its_first_letter_to_its_last(path: Path, wanted: str, shift: str) -> None:
    text = shift + TEXT
    found = spans_of(text).at(path)
    assert text[found.start : found.end] == wanted


def test_a_key_is_found_and_what_stands_between_brackets_is_known() -> None:
    root = spans_of(TEXT)
    assert TEXT[root.at(("b", 1)).keys["f"] :].startswith("f: |")
    assert root.at(("b", 1, "c")).is_flow
    assert not root.at(("b",)).is_flow
    assert spans_of("a").at(()).end == 1


def test_what_is_not_there_has_no_span() -> None:
    with pytest.raises(KeyError):
        spans_of(TEXT).at(("z",))
    with pytest.raises(IndexError):
        spans_of(TEXT).at(("b", 7))


@pytest.mark.parametrize(
    ("said", "written"),
    [
        (None, "null"),
        (True, "true"),
        (3, "3"),
        (0.5, "0.5"),
        (2.0, "2.0"),
        (1e-7, "0.0000001"),
        ("een woord", "een woord"),
        ("true", '"true"'),
        ("12", '"12"'),
        ("no", '"no"'),
        ("a: b", '"a: b"'),
        ("a, b", '"a, b"'),
        ("a #b", '"a #b"'),
        ("", '""'),
        ('zegt "ja"\n\t\\', '"zegt \\"ja\\"\\n\\t\\\\"'),
        ("\x85\u2028\U000e0001", '"\\u0085\\u2028\\U000e0001"'),
        ("'x'", "\"'x'\""),
        ([1, {"a b": ["x"]}], "[1, {a b: [x]}]"),
    ],
)
def test_a_value_is_written_so_that_it_reads_as_itself(said: object, written: str) -> None:
    assert flowing(said) == written  # type: ignore[arg-type]
    assert same(plain(read_text(f"[{written}]", "")), [said])  # type: ignore[list-item]


def test_a_comma_needs_no_quotes_behind_the_key_of_a_block() -> None:
    assert word("vraag advies, en wacht", is_flow=False) == "vraag advies, en wacht"
    assert flowing("vraag advies, en wacht", is_flow=False) == "vraag advies, en wacht"


def test_what_is_another_type_is_not_the_same() -> None:
    assert same({"a": [1, "x"], "b": None}, {"b": None, "a": [1, "x"]})
    assert not same({"a": 1}, {"a": True})
    assert not same([1], [1.0])
    assert not same([1], [1, 2])
    assert not same({"a": 1}, {"b": 1})
    assert not same([], {})


@pytest.mark.parametrize("said", [None, "a", 1, {"a": 1}, True])
def test_what_is_no_list_has_no_parts(said: object) -> None:
    assert as_list(said) == []  # type: ignore[arg-type]  # whatever a document says
    assert as_list(["a", None]) == ["a", None]
