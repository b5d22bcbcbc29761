"""Each entry of each section of a kader is found in its texts, and written anew without another letter changed."""

from collections.abc import Iterator

import pytest

from openkader.base.document import read_text
from openkader.base.flowing import Plain, plain
from openkader.base.spans import spans_of
from openkader.kader import load_texts, read_texts
from openkader.kader.laying_out import line_end
from openkader.kader.loading import PARTS
from openkader.kader.rewriting import (
    said_at,
    with_item,
    with_moved,
    with_section,
    with_value,
    without_item,
)
from openkader.kader.soundness.changed_parts import changed_parts
from openkader.kader.written_entries import MEASURES, WrittenEntry, WrittenList, written_lists
from tests.unit.kader_factories import ZUID_HOLLAND, plain_id
from tests.unit.small_kaders import small_kader
from tests.unit.written_kaders import strewn_text, text_of

TEXTS = dict(read_texts(ZUID_HOLLAND))
NAME = "zuid-holland/2024-01-01"
SECTIONS = (*PARTS, MEASURES)
SEEDS = range(25)
_BOTH: Plain = {"nl": "ja: # {nee}", "en": "中国 — “it”"}
SMALL: dict[str, Plain] = {
    "figures": [
        {"id": "one", "text": _BOTH, "counts": "talks", "where": {"a": [1, 2]}, "of": {"all": [{"b": True}]}},
        {"id": "two", "text": {"nl": "x", "en": "y"}, "counts": "activities"},
    ],
    "lists": [
        {"id": "l", "title": _BOTH, "items": [{"code": "a", "nl": "a", "en": "b"}, {"code": "b"}]},
        {"id": "m", "title": _BOTH, "note": "a\nb", "items": []},
    ],
    "action_lines": [
        {"id": "E1", "measures": [{"id": "E1.a", "text": _BOTH}, {"id": "E1.b", "moment_days": -3}]},
        {"id": "E2", "measures": []},
    ],
}


KADERS = (NAME, *(f"{kind} {seed}" for seed in SEEDS for kind in ("kader", "sections")))


def texts_of(name: str) -> dict[str, str]:
    """The kader of Zuid-Holland, a small one, or sections without one, as somebody wrote them down."""
    if name == NAME:
        return TEXTS
    kind, _blank, seed = name.partition(" ")
    return {
        "a.yaml": text_of(small_kader(int(seed)), int(seed))
        if kind == "kader"
        else strewn_text(SMALL, int(seed))
    }


def every_list(texts: dict[str, str]) -> Iterator[WrittenList]:
    for section in SECTIONS:
        yield from written_lists(texts, section)


def every_entry(texts: dict[str, str]) -> Iterator[tuple[WrittenList, WrittenEntry]]:
    return ((found, row) for found in every_list(texts) for row in found.rows)


def test_every_section_of_zuid_holland_is_found_with_all_of_its_entries() -> None:
    kader = load_texts(TEXTS, NAME)
    register = {row.name for one in written_lists(TEXTS, "register_lists") for row in one.rows}
    for section, wanted in {
        "facts": set(kader.facts) - {one.id for one in kader.preconditions},
        "lists": [name for name in kader.lists if name not in register],
        "figures": [one.id for one in kader.figures],
        "measures": [one.id for one in kader.measures],
        "consultations": [one.desk for one in kader.consultations],
        "scenarios": [one.id for one in kader.scenarios],
    }.items():
        found = [row.name for one in written_lists(TEXTS, section) for row in one.rows]
        assert sorted(found) == sorted(wanted)
    lines = [(one.name, one.of, one.path) for one in written_lists(TEXTS, "measures")]
    assert lines[:2] == [
        ("E1", "E1", ("action_lines", 0, "measures")),
        ("E2", "E2", ("action_lines", 1, "measures")),
    ]
    nameless = {found.name for found, row in every_entry(TEXTS) if not row.name}
    assert nameless == {"counting_fields", "citations", "public_account"}


@pytest.mark.parametrize("name", KADERS, ids=plain_id)
def test_every_entry_is_written_again_as_it_stood(name: str) -> None:
    texts = texts_of(name)
    number = 0
    for found, row in every_entry(texts):
        path = (*found.path, row.place)
        assert with_value(texts[found.file], path, row.said) == texts[found.file], (name, path)
        assert said_at(texts[found.file], path) == row.said
        number += 1
    assert number


@pytest.mark.parametrize("name", KADERS, ids=plain_id)
def test_an_entry_that_changes_leaves_every_letter_around_it(name: str) -> None:
    texts = texts_of(name)
    for found in every_list(texts):
        text = texts[found.file]
        spans = spans_of(text).at(found.path)
        for row, span in zip(found.rows, spans.items, strict=True):
            path, ways = (*found.path, row.place), list(changed(row.said))
            for becomes in ways if name != NAME else ways[row.place % len(ways) :][:1]:
                written = with_value(text, path, becomes)
                assert said_at(written, path) == becomes, (name, path)
                assert written.startswith(text[: span.start].rstrip(" ")), (name, path)
                assert written.endswith(text[line_end(text, span.end) :]), (name, path)


def changed(said: dict[str, Plain]) -> Iterator[dict[str, Plain]]:
    """Another text, a field more, the last field less, and the first."""
    key = list(said)[-1]
    yield {**said, key: _BOTH}
    yield {**said, "more": [{"code": "x", "nl": "a: b", "en": "#"}]}
    if len(said) > 1:
        yield {name: one for name, one in said.items() if name != key}
        yield dict(list(said.items())[1:])


def test_an_entry_of_zuid_holland_that_is_called_otherwise_is_the_only_part_that_differs() -> None:
    before = load_texts(TEXTS, NAME)
    for section, key in (("figures", "text"), ("measures", "text"), ("facts", "label"), ("lists", "title")):
        for found in written_lists(TEXTS, section)[:1]:
            row = found.rows[-1]
            text = with_value(TEXTS[found.file], (*found.path, row.place), {**row.said, key: _BOTH})
            after = load_texts({**TEXTS, found.file: text}, NAME)
            assert next(one.key[:2] for one in changed_parts(before, after)) == (
                section,
                row.name,
            )


@pytest.mark.parametrize("name", KADERS, ids=plain_id)
def test_entries_go_one_by_one_and_come_again(name: str) -> None:
    texts = texts_of(name)
    for found in (one for one in every_list(texts) if len(one.rows) < 5):
        text, said = texts[found.file], [row.said for row in found.rows]
        for number in range(len(said)):
            text = without_item(text, found.path, 0)
            assert said_at(text, found.path) == said[number + 1 :], (name, found.name)
        for number, one in enumerate(said):
            text = with_item(text, found.path, one, in_lines=True)
            assert said_at(text, found.path) == said[: number + 1], (name, found.name)
        assert whole(text) == whole(texts[found.file])


def whole(text: str) -> Plain:
    return plain(read_text(text, ""))


@pytest.mark.parametrize("seed", SEEDS)
def test_an_entry_moves_to_any_place_and_back(seed: int) -> None:
    text = strewn_text(SMALL, seed)
    for found in every_list({"a.yaml": text}):
        said = [row.said for row in found.rows]
        for place in range(len(said)):
            for to in range(len(said)):
                moved = with_moved(text, found.path, place, to)
                others = [one for one in said if one is not said[place]]
                assert said_at(moved, found.path) == [*others[:to], said[place], *others[to:]]
                assert with_moved(moved, found.path, to, place) == text


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("kader: {a: 1}\n", "kader: {a: 1}\n\nfigures:\n  - id: x\n    text:\n      nl: a\n      en: b\n"),
        ("a: 1  # b", "a: 1  # b\n\nfigures:\n  - id: x\n    text:\n      nl: a\n      en: b\n"),
        ("figures:\n# c\na: 1\n", "figures:\n  - id: x\n    text:\n      nl: a\n      en: b\n# c\na: 1\n"),
        ("figures: []\n", "figures:\n  - id: x\n    text:\n      nl: a\n      en: b\n"),
        ("{a: 1}\n", "{a: 1, figures: [{id: x, text: {nl: a, en: b}}]}\n"),
    ],
    ids=["none yet", "no line end", "nothing", "empty", "between brackets"],
)
def test_a_section_begins_with_its_first_entry(text: str, becomes: str) -> None:
    assert with_section(text, "figures", {"id": "x", "text": {"nl": "a", "en": "b"}}) == becomes


def test_what_is_no_list_no_entry_or_no_document_is_passed_by() -> None:
    text = "figures: yes it is\nlists: [1, {id: [a]}, {id: ' b  c '}]\naction_lines: [{id: E1}, 3, {measures: []}]\n"
    assert written_lists({"a.yaml": text, "b.yaml": "- a", "c.yaml": "{"}, "figures") == []
    (found,) = written_lists({"a.yaml": text}, "lists")
    assert [(row.name, row.said) for row in found.rows] == [
        ("", {}),
        ("", {"id": ["a"]}),
        ("b c", {"id": " b  c "}),
    ]
    assert [(one.name, one.of) for one in written_lists({"a.yaml": text}, MEASURES)] == [("measures", "")]
    assert written_lists({"a.yaml": "measures: []\n"}, MEASURES) == []
    assert written_lists({"a.yaml": "figures: []\n"}, MEASURES) == []
