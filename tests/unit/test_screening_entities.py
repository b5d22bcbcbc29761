"""Entities of a list, as FollowTheMoney writes them."""

import json
from pathlib import Path

import pytest

from openkader.base.errors import Invalid
from openkader.screening.entities import Entity, ListedName, NameKind, read_entities

PERSON = {
    "id": "x-1",
    "schema": "Person",
    "datasets": ["example"],
    "properties": {
        "name": ["Jan Voorbeeld"],
        "alias": ["J. Fictief"],
        "weakAlias": ["De Korte"],
        "birthDate": ["1970"],
    },
}


def read(tmp_path: Path, *lines: str) -> list[Entity]:
    path = tmp_path / "list.ftm.json"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return list(read_entities(path))


def test_names_come_in_the_order_of_their_weight(tmp_path: Path) -> None:
    (entity,) = read(tmp_path, json.dumps(PERSON), "")
    assert entity.names == (
        ListedName("Jan Voorbeeld"),
        ListedName("J. Fictief", NameKind.ALIAS),
        ListedName("De Korte", NameKind.WEAK_ALIAS),
    )
    assert (entity.caption, entity.dataset, entity.is_person, entity.is_party) == (
        "Jan Voorbeeld",
        "example",
        True,
        True,
    )
    assert entity.values("birthDate", "gender") == ("1970",)


def test_a_ship_is_no_party_and_a_nameless_entity_shows_its_id(tmp_path: Path) -> None:
    (entity,) = read(tmp_path, json.dumps({"id": "s", "schema": "Vessel", "properties": {}}))
    assert (entity.caption, entity.is_party, entity.is_person, entity.dataset) == ("s", False, False, "")


def test_a_single_value_counts_as_one(tmp_path: Path) -> None:
    (entity,) = read(
        tmp_path, json.dumps({"id": "s", "schema": "Person", "properties": {"name": "Eén Naam"}})
    )
    assert entity.caption == "Eén Naam"


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"id": "x"}', '{"id": "x", "schema": "Person", "properties": []}', "null"]
)
def test_a_bad_line_is_named_with_its_number(tmp_path: Path, line: str) -> None:
    with pytest.raises(Invalid) as caught:
        read(tmp_path, json.dumps(PERSON), line)
    (problem,) = caught.value.problems
    assert (problem.code, problem.where) == ("screening.bad-entity", "list.ftm.json:2")
