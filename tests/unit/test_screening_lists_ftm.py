"""Lists that are in FollowTheMoney form already."""

import json
from pathlib import Path

import pytest

from openkader.base.errors import Invalid
from openkader.screening.lists import Format, ftm, read_listed
from tests.unit.screening_lists import Desk

WREN = {
    "id": "Q1",
    "schema": "Person",
    "caption": "Hazel Wren",
    "datasets": ["made_up"],
    "properties": {
        "name": ["Hazel Wren"],
        "alias": ["鹪鹩", ""],
        "birthDate": "1978",
        "topics": ["sanction"],
    },
}
SANCTION = {
    "id": "S1",
    "schema": "Sanction",
    "properties": {"entity": ["Q1"], "programId": ["EU-HR"], "listingDate": ["2020-01-02"], "program": "odd"},
}
NESTED = {
    "id": "Q2",
    "schema": "Company",
    "properties": {
        "name": ["Oak Optics"],
        "sanctions": [
            {"id": "S2", "schema": "Sanction", "properties": {"programId": ["US-EL"]}},
            {"id": "S3"},
        ],
        "addressEntity": [{"id": "A1", "properties": {"full": ["1 Reed Lane"]}}],
    },
}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def lines(*entities: object) -> str:
    return "".join(json.dumps(entity, ensure_ascii=False) + "\n" for entity in entities)


def test_an_entity_keeps_its_own_number_and_gets_the_programme_of_its_sanction(desk: Desk) -> None:
    read = desk.read(Format.FTM, lines(WREN, {**WREN, "id": "A", "properties": {}}, SANCTION))
    assert [listed.entity.id for listed in read.listed] == ["Q1"]
    assert read["Q1"] == {
        "name": ("Hazel Wren",),
        "alias": ("鹪鹩",),
        "birthDate": ("1978",),
        "topics": ("sanction",),
        "programId": ("EU-HR",),
        "createdAt": ("2020-01-02",),
    }
    assert read.listed[0].origin.field_of("programId", 0) == "Sanction/programId"
    assert read.listed[0].entity.dataset == "test"


def test_two_sanctions_fall_on_one_entity(desk: Desk) -> None:
    other = {**SANCTION, "properties": {"entity": ["Q1", "Q9"], "programId": ["UN-DRC"]}}
    none = {**SANCTION, "properties": {"entity": None}}
    assert desk.read(Format.FTM, lines(WREN, SANCTION, other, none))["Q1"]["programId"] == ("EU-HR", "UN-DRC")


def test_what_is_nested_is_no_value_but_a_sanction_gives_its_programme(desk: Desk) -> None:
    assert desk.read(Format.FTM, lines(NESTED))["Q2"] == {"name": ("Oak Optics",), "programId": ("US-EL",)}


@pytest.mark.parametrize(
    "line",
    ["nonsense", "[1]", '{"id": "x", "schema": "Person"}', '{"id": "", "schema": "P", "properties": {}}'],
)
def test_a_line_that_is_no_entity_is_named_and_the_rest_is_read(desk: Desk, line: str) -> None:
    read = desk.read(Format.FTM, f"{line}\n\n{lines(WREN)}")
    assert (len(read.listed), read.problems) == (1, [("screening.bad-entity", "ftm-1:1")])


def test_a_line_that_only_speaks_of_a_sanction_is_none(desk: Desk) -> None:
    assert len(desk.read(Format.FTM, '"Sanction"\n' + lines({**WREN, "caption": "Sanction"})).listed) == 1


def test_a_number_of_before_is_named(desk: Desk) -> None:
    assert desk.read(Format.FTM, lines(WREN, WREN)).problems == [("list.number-twice", "ftm-1:2")]


def test_a_line_that_was_cut_off_is_refused(desk: Desk) -> None:
    assert desk.refused(Format.FTM, lines(WREN, NESTED)[:-30]) == [("list.cut", "ftm-1:2")]


def test_bytes_that_are_no_text_are_refused(desk: Desk) -> None:
    assert desk.refused(Format.FTM, b'{"id": "\xff"}\n') == [("document.not-utf8", "ftm-1:1")]


def test_a_line_without_end_is_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ftm, "_MOST", 100)
    assert desk.refused(Format.FTM, "x" * 200) == [("list.record-too-large", "ftm-1:1")]


def test_characters_that_no_file_keeps_are_left_out(desk: Desk) -> None:
    text = r'{"id": "1", "schema": "Person", "properties": {"name": ["Ha\u0000zel \ud800Wren\u0007"]}}' + "\n"
    assert desk.read(Format.FTM, text)["1"]["name"] == ("Ha zel Wren",)


def test_a_snapshot_reads_back_what_was_written(desk: Desk) -> None:
    read = desk.read(Format.FTM, lines(WREN, NESTED))
    path = desk.put("entities.ftm.json", "".join(listed.as_line() for listed in read.listed))
    assert list(read_listed(path)) == read.listed


@pytest.mark.parametrize(
    "line", ["nonsense", "[]", "{}", '{"id": 1, "schema": 2, "datasets": [], "origin": {}}']
)
def test_a_damaged_snapshot_is_named_with_its_line(desk: Desk, line: str) -> None:
    with pytest.raises(Invalid, match=r"entities:1: screening\.bad-entity"):
        list(read_listed(desk.put("entities", line)))


DIRT = "\x00\x1b[31m\ud800\x85"


def test_control_characters_are_in_no_entity_and_the_sanction_finds_it_all_the_same(desk: Desk) -> None:
    dirty = {
        "id": f"Q{DIRT}9",
        "schema": "Person\x00",
        "properties": {"name\x00": [f"Hazel{DIRT}Wren"], "notes": [DIRT, None, True, {}, ["x"], 7]},
    }
    sanction = {
        "id": "S9",
        "schema": "Sanction",
        "properties": {"entity": [f"Q{DIRT}9"], "programId": [DIRT, "X"]},
    }
    listed = "".join(json.dumps(entity) + "\n" for entity in (dirty, sanction))
    (found,) = desk.read(Format.FTM, listed).listed
    assert (found.entity.id, found.entity.schema) == ("Q [31m 9", "Person")
    assert dict(found.entity.properties) == {
        "name": ("Hazel [31m Wren",),
        "notes": ("[31m", "7"),
        "programId": ("[31m", "X"),
    }
    assert found.as_line().strip().isprintable()


@pytest.mark.parametrize("number", [DIRT[:1], None, True, [], {}, ""])
def test_a_record_without_a_number_to_see_is_reported(desk: Desk, number: object) -> None:
    read = desk.read(Format.FTM, json.dumps({**WREN, "id": number}) + "\n")
    assert (read.listed, read.reading.unreadable) == ([], 1)


def test_an_endless_number_is_kept_by_its_mark(desk: Desk) -> None:
    one, other = ({**WREN, "id": "Q" * 5000 + end} for end in "ab")
    numbers = [listed.entity.id for listed in desk.read(Format.FTM, lines(one, other)).listed]
    assert len(set(numbers)) == 2
    assert {len(number) for number in numbers} == {200}
