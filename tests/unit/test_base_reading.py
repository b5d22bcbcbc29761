"""Taking a document apart: a usable value in any case, and all problems in the end."""

from datetime import date

import pytest

from openkader.base.document import read_text
from openkader.base.errors import Invalid, Problem
from openkader.base.reading import Fields, Reader
from openkader.base.text import Text


def fields_of(text: str, *optional: str) -> Fields:
    """The fields of a mapping in which nothing is required."""
    return Reader().mapping(read_text(text, "a.yaml"), (), optional or ("a",))


def test_missing_and_unknown_keys_are_reported_together_with_what_is_known() -> None:
    reader = Reader()
    reader.mapping(read_text("a: 1\nwrong: 2\n", "a.yaml"), ("b", "a"), ("c",))
    assert reader.problems == [
        Problem("document.missing-key", "a.yaml:1", {"key": "b"}),
        Problem("document.unknown-key", "a.yaml:2", {"key": "wrong", "known": "a, b, c"}),
    ]


def test_a_required_key_without_a_value_is_missing() -> None:
    reader = Reader()
    reader.mapping(read_text("a: 1\nb:\n", "a.yaml"), ("a", "b"))
    assert reader.problems == [Problem("document.missing-key", "a.yaml:2", {"key": "b"})]


def test_an_optional_key_without_a_value_is_not_there() -> None:
    fields = fields_of("a:\n")
    assert (fields.entry("a"), fields.words_or_none("a"), fields.codes("a")) == (None, None, ())
    assert (fields.integer("a"), fields.truth("a"), fields.day("a"), fields.text_or_none("a")) == (None,) * 4
    assert fields.items("a") == []
    assert fields.reader.problems == []


def test_a_list_where_a_mapping_is_expected_is_of_the_wrong_type() -> None:
    reader = Reader()
    fields = reader.mapping(read_text("[1]", "a.yaml"), ("a",))
    assert (fields.values, fields.where) == ({}, "a.yaml:1")
    assert reader.problems == [
        Problem("document.wrong-type", "a.yaml:1", {"wanted": "mapping", "found": "list"})
    ]


@pytest.mark.parametrize(
    ("written", "method", "value"),
    [
        ("12", "integer", 12),
        ("true", "truth", True),
        ("false", "truth", False),
        ("2024-01-02", "day", date(2024, 1, 2)),
        ("'  two   words '", "words", "two words"),
        ("[p, q]", "codes", ("p", "q")),
        ("x", "codes", ("x",)),
        ("{nl: ja, en: yes_}", "text", Text(nl="ja", en="yes_")),
        ("{nl: ja, en: yes_}", "text_or_none", Text(nl="ja", en="yes_")),
    ],
)
def test_a_field_of_the_asked_type_gives_its_value(written: str, method: str, value: object) -> None:
    fields = fields_of(f"a: {written}\n")
    assert getattr(fields, method)("a") == value
    assert fields.reader.problems == []


@pytest.mark.parametrize(
    ("written", "method", "value", "wanted", "found"),
    [
        ("true", "integer", 0, "integer", "truth"),
        ("1.5", "integer", 0, "integer", "decimal"),
        ("1", "truth", False, "truth", "integer"),
        ("x", "day", date.min, "date", "text"),
        ("1", "words", "-", "text", "integer"),
        ("{b: c}", "codes", (), "list", "mapping"),
        ("[1]", "codes", ("-",), "text", "integer"),
        ("1", "items", [], "list", "integer"),
        ("x", "text", Text(nl="", en=""), "mapping", "text"),
    ],
)
def test_a_field_of_another_type_is_reported_and_reading_goes_on(
    written: str, method: str, value: object, wanted: str, found: str
) -> None:
    fields = fields_of(f"x: 1\na: {written}\n", "a", "x")
    assert getattr(fields, method)("a") == value
    assert fields.reader.problems == [
        Problem("document.wrong-type", "a.yaml:2", {"wanted": wanted, "found": found})
    ]


def test_a_text_of_blanks_is_empty() -> None:
    fields = fields_of("a: '  '\n")
    assert fields.words("a") == ""
    assert fields.reader.problems == [Problem("document.empty-text", "a.yaml:1", {"key": "a"})]


def test_a_text_that_is_not_there_is_empty_and_was_reported_as_a_missing_key() -> None:
    fields = fields_of("b: 1\n", "b")
    assert (fields.words("a"), fields.text("a")) == ("", Text(nl="", en=""))
    assert fields.reader.problems == []


def test_a_text_needs_both_languages() -> None:
    fields = fields_of("a:\n  nl: hallo\n")
    assert fields.text("a").nl == "hallo"
    assert fields.reader.problems == [Problem("document.missing-key", "a.yaml:2", {"key": "en"})]


def test_the_place_of_a_field_is_its_own_or_that_of_its_mapping() -> None:
    fields = fields_of("# remark\nb: 1\na: 2\n", "a", "b")
    assert (fields.place("a"), fields.place("c")) == ("a.yaml:3", "a.yaml:2")


def test_pairs_give_names_that_people_chose() -> None:
    reader = Reader()
    assert [name for name, _ in reader.pairs(read_text("x: 1\ny: 2\n", "a.yaml"))] == ["x", "y"]
    assert list(reader.pairs(None)) == []
    assert reader.problems == []
    assert list(reader.pairs(read_text("[x]", "a.yaml"))) == []
    assert reader.problems == [
        Problem("document.wrong-type", "a.yaml:1", {"wanted": "mapping", "found": "list"})
    ]


def test_finish_raises_all_problems_by_file_and_then_by_line_as_a_number() -> None:
    reader = Reader()
    for where in ("b.yaml:2", "a.yaml:12", "a.yaml:9", "folder", "a.yaml:x"):
        reader.report("document.empty", where)
    with pytest.raises(Invalid) as raised:
        reader.finish()
    places = [problem.where for problem in raised.value.problems]
    assert places == ["a.yaml:9", "a.yaml:12", "a.yaml:x", "b.yaml:2", "folder"]


def test_finish_without_problems_passes() -> None:
    Reader().finish()
