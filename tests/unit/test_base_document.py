"""Strict documents: every value knows its line, and what is dangerous or ambiguous is refused."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from openkader.base import document
from openkader.base.document import MAX_DEPTH, Entry, read_bytes, read_file, read_text
from openkader.base.errors import Invalid, Problem
from tests.unit.kader_factories import plain_id


def problems_of(text: str) -> list[Problem]:
    with pytest.raises(Invalid) as raised:
        read_text(text, "a.yaml")
    return list(raised.value.problems)


def found_in(text: str) -> list[tuple[str, str]]:
    return [(problem.code, problem.where) for problem in problems_of(text)]


def plain(entry: Entry) -> object:
    if isinstance(entry.value, dict):
        return {key: plain(value) for key, value in entry.value.items()}
    if isinstance(entry.value, list):
        return [plain(item) for item in entry.value]
    return entry.value


def value_of(text: str) -> object:
    return plain(read_text(text, "a.yaml"))


def test_every_value_knows_its_file_and_line() -> None:
    root = read_text("a: 1\nb:\n  - p\n  - c: q\n", "facts.yaml")
    assert isinstance(root.value, dict)
    items = root.value["b"].value
    assert root.where == "facts.yaml:1"
    assert root.value["a"].where == "facts.yaml:1"
    assert [item.where for item in items] == ["facts.yaml:3", "facts.yaml:4"]
    assert items[1].value["c"].where == "facts.yaml:4"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("word", "word"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("-12", -12),
        ("3.25", 3.25),
        ("-0.5", -0.5),
        ("2024-02-29", date(2024, 2, 29)),
        ("'no'", "no"),
        ('"true"', "true"),
        ("'2024-01-01'", "2024-01-01"),
        ("'12'", "12"),
        ("''", ""),
    ],
)
def test_plain_words_get_the_type_that_a_reader_expects(written: str, value: object) -> None:
    found = value_of(f"a: {written}\n")
    assert found == {"a": value}
    assert type(found["a"]) is type(value)


@pytest.mark.parametrize(
    "written", ["12:30", "007", "0x1F", "1_000", "1e3", ".5", "1.", "+1", "True", "NULL", ".inf", ".nan"]
)
def test_what_yaml_elsewhere_turns_into_something_else_stays_text(written: str) -> None:
    assert value_of(f"a: {written}\n") == {"a": written}


def test_numbers_too_long_to_be_a_count_stay_text() -> None:
    assert value_of(f"a: {'9' * 18}\nb: {'9' * 19}\n") == {"a": int("9" * 18), "b": "9" * 19}
    assert value_of(f"a: 0.{'1' * 17}\nb: 0.{'1' * 18}\n") == {
        "a": float("0." + "1" * 17),
        "b": "0." + "1" * 18,
    }


def test_block_text_is_text_whatever_it_looks_like() -> None:
    assert value_of("a: |\n  true\nb: >-\n  12\n") == {"a": "true\n", "b": "12"}


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "y", "n", "NO", "Yes", "oFF"])
def test_a_word_with_two_meanings_is_refused(word: str) -> None:
    (problem,) = problems_of(f"a: 1\ncountry: {word}\n")
    assert problem == Problem("document.ambiguous-word", "a.yaml:2", {"word": word})


@pytest.mark.parametrize("written", ["2023-02-29", "2024-13-01", "2024-00-10", "0000-01-01"])
def test_a_date_that_does_not_exist_is_refused(written: str) -> None:
    (problem,) = problems_of(f"a:\n - {written}\n")
    assert problem == Problem("document.no-such-date", "a.yaml:2", {"value": written})


def test_a_key_that_stands_twice_is_refused_at_its_second_place() -> None:
    (problem,) = problems_of("a: 1\nb: 2\na: 3\n")
    assert problem == Problem("document.duplicate-key", "a.yaml:3", {"key": "a"})


def test_the_same_key_in_two_mappings_is_no_problem() -> None:
    assert value_of("a: {c: 1}\nb: {c: 2}\n") == {"a": {"c": 1}, "b": {"c": 2}}


def test_all_problems_of_form_come_at_once() -> None:
    assert found_in("a: no\nb: 2023-02-30\nb: on\n") == [
        ("document.ambiguous-word", "a.yaml:1"),
        ("document.no-such-date", "a.yaml:2"),
        ("document.duplicate-key", "a.yaml:3"),
        ("document.ambiguous-word", "a.yaml:3"),
    ]


def test_problems_found_before_broken_syntax_are_shown_with_it() -> None:
    assert found_in("a: no\nb: [\n") == [
        ("document.ambiguous-word", "a.yaml:1"),
        ("document.syntax", "a.yaml:3"),
    ]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("a: 1\nb: *a\n", 2, "anchors and aliases are not allowed here"),
        ("a: &x word\n", 1, "anchors and aliases are not allowed here"),
        ("a: 1\nb: &x {c: 1}\n", 2, "anchors and aliases are not allowed here"),
        ("a: &x [1]\n", 1, "anchors and aliases are not allowed here"),
        ("a: !!str 1\n", 1, "tags are not allowed here"),
        ("a: 1\nb: !!map {}\n", 2, "tags are not allowed here"),
        ("a: !!python/object/apply:os.system [ls]\n", 1, "tags are not allowed here"),
        ("a: 1\n---\nb: 2\n", 2, "only one document per file"),
        ("? [a]\n: 1\n", 1, "a key must be a word"),
        ("a:\n  ? {b: c}\n  : 1\n", 2, "a key must be a word"),
    ],
    ids=plain_id,
)
def test_dangerous_yaml_is_refused_with_its_line(text: str, line: int, reason: str) -> None:
    (problem,) = problems_of(text)
    assert problem == Problem("document.syntax", f"a.yaml:{line}", {"reason": reason})


def test_an_anchor_bomb_ends_at_its_first_anchor() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 64))]
    assert found_in("\n".join(lines)) == [("document.syntax", "a.yaml:1")]


def test_nesting_ends_at_a_depth_that_no_kader_needs() -> None:
    assert read_text("[" * MAX_DEPTH + "]" * MAX_DEPTH, "a.yaml").kind == "list"
    (problem,) = problems_of("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))
    assert problem.detail == {"reason": f"nested deeper than {MAX_DEPTH} levels"}


def test_a_hundred_thousand_brackets_are_refused_and_not_followed() -> None:
    assert found_in("[" * 100_000) == [("document.syntax", "a.yaml:1")]


def test_broken_syntax_names_its_line_and_reason() -> None:
    (problem,) = problems_of("a: 1\nb: 'open\n")
    assert (problem.code, problem.where) == ("document.syntax", "a.yaml:3")
    assert problem.detail["reason"] == "found unexpected end of stream"


def test_a_nul_byte_is_refused_with_its_line() -> None:
    (problem,) = problems_of("a: 1\nb: x\0y\n")
    assert (problem.code, problem.where) == ("document.syntax", "a.yaml:2")
    assert problem.detail["reason"] == "control characters are not allowed"


@pytest.mark.parametrize("text", ["", "\n\n", "# only a remark\n"], ids=plain_id)
def test_an_empty_document_is_refused(text: str) -> None:
    assert found_in(text) == [("document.empty", "a.yaml:1")]


def test_a_document_of_nothing_is_nothing() -> None:
    assert read_text("---\n", "a.yaml").kind == "nothing"


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("{a: 1}", "mapping"),
        ("[1]", "list"),
        ("word", "text"),
        ("1", "integer"),
        ("1.5", "decimal"),
        ("true", "truth"),
        ("2024-01-01", "date"),
        ("null", "nothing"),
    ],
)
def test_each_sort_of_value_has_a_word(written: str, kind: str) -> None:
    assert read_text(written, "a.yaml").kind == kind


def test_the_parser_in_plain_python_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: [no_, 'x', 2024-01-01]\nb: {c: 1, d: null}\ne: |\n  true\n"
    fast = value_of(text)
    monkeypatch.setattr(document, "_LOADER", yaml.SafeLoader)
    assert value_of(text) == fast
    assert found_in("a: 1\nb: x\0y\n") == [("document.syntax", "a.yaml:2")]
    assert found_in("a: 1\na: no\n") == [
        ("document.duplicate-key", "a.yaml:2"),
        ("document.ambiguous-word", "a.yaml:2"),
    ]


def test_a_file_is_named_as_asked_or_by_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text("a: 1\n", encoding="utf-8")
    assert read_file(path).where == "facts.yaml:1"
    assert read_file(path, "lists/facts.yaml").where == "lists/facts.yaml:1"


def problem_of_file(path: Path) -> Problem:
    with pytest.raises(Invalid) as raised:
        read_file(path)
    (problem,) = raised.value.problems
    return problem


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("a: één\n".encode("cp1252"))
    assert problem_of_file(path) == Problem("document.not-utf8", "a.yaml")


def test_what_is_handed_in_otherwise_than_in_utf8_is_refused_with_its_line() -> None:
    assert read_bytes("a: één".encode(), "b.yaml").kind == "mapping"
    with pytest.raises(Invalid) as caught:
        read_bytes("a: 1\nb: één".encode("cp1252"), "b.yaml")
    assert caught.value.problems == (Problem("document.not-utf8", "b.yaml:2"),)


def test_a_file_from_a_windows_editor_reads_as_any_other(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("\ufeffa: één\r\nb: 2\r\n".encode())
    assert plain(read_file(path)) == {"a": "één", "b": 2}


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MAX_BYTES", 2 * 1024 * 1024)
    path = tmp_path / "a.yaml"
    path.write_bytes(b"#" * (2 * 1024 * 1024) + b"\n")
    assert problem_of_file(path) == Problem("document.too-large", "a.yaml", {"limit": "2 MB"})
    path.write_bytes(b"#" * (2 * 1024 * 1024))
    assert problem_of_file(path).code == "document.empty"


def test_a_file_that_is_not_there_is_unreadable_for_a_reason(tmp_path: Path) -> None:
    problem = problem_of_file(tmp_path / "a.yaml")
    assert (problem.code, problem.where) == ("document.unreadable", "a.yaml")
    assert problem.detail["reason"] == "No such file or directory"
