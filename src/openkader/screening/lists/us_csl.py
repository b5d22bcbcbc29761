"""The Consolidated Screening List of the United States (trade.gov), as CSV or JSON.

Written by the published fields, which are the same in both: in CSV several values stand
in one cell with semicolons. Printed rows of the CSV were read; of the JSON only
its fields. Entries of the SDN list are in it too: whoever loads both has them twice.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from openkader.base.errors import Invalid, Problem
from openkader.screening.entities import NameKind
from openkader.screening.lists.dates import day
from openkader.screening.lists.drafts import Draft, Reading
from openkader.screening.lists.identifiers import add_labelled
from openkader.screening.lists.json_records import read_results
from openkader.screening.lists.listed import Listed
from openkader.screening.lists.rows import read_rows

_SCHEMAS = {
    "individual": "Person",
    "entity": "Organization",
    "vessel": "Vessel",
    "aircraft": "Airplane",
    "": "LegalEntity",
}
# What being on each of the lists means; what is not named here is a list of sanctions.
_TOPICS = {
    "EL": "export.control",
    "MEU": "export.control",
    "DPL": "export.control",
    "UVL": "export.risk",
    "DTC": "debarment",
    "CMIC": "invest.ban",
}
# Fields that hold words, and nothing that has fields of its own.
_OF_WORDS = ("alt_names", "dates_of_birth", "nationalities", "citizenships", "places_of_birth", "programs")
_SOURCE = re.compile(r"\(([A-Z]{2,6})\)")
_SUCCESSORS = re.compile(r"[;,]?\s*and any successor, sub-unit, or subsidiary thereof", re.IGNORECASE)
_COUNTRY = re.compile(r"\b([A-Z]{2})\s*$")


def read_csl_csv(path: Path, reading: Reading) -> Iterator[Listed]:
    """Every entry of the CSV file."""
    for row in read_rows(path, ("source", "name", "alt_names", "source_list_url"), reading):
        yield from _accept(row.cells, row.where, reading)


def read_csl_json(path: Path, reading: Reading) -> Iterator[Listed]:
    """Every entry of the JSON file."""
    for entry, where in read_results(path):
        if not isinstance(entry, dict):
            raise Invalid([Problem("list.syntax", where, {"reason": "an entry must be an object"})])
        yield from _accept(entry, where, reading)


def _accept(entry: Mapping[str, Any], where: str, reading: Reading) -> Iterator[Listed]:
    kind = _text(entry, "type").lower()
    if kind not in _SCHEMAS:
        reading.report("list.unknown-kind", where, kind=kind, known=", ".join(filter(None, _SCHEMAS)))
        return
    odd = next(
        (name for name in _OF_WORDS for part in _several(entry, name) if isinstance(part, dict | list)), None
    )
    if odd is not None:
        reading.report("list.syntax", where, reason=odd)
        return
    yield from reading.accept(_draft(entry, _SCHEMAS[kind], where))


def _draft(entry: Mapping[str, Any], schema: str, where: str) -> Draft:
    record = next(filter(None, (_text(entry, name) for name in ("id", "_id", "entity_number"))), "")
    draft = Draft(schema, record or f"{_text(entry, 'name')} / {_text(entry, 'source')}", where)
    draft.add_name(_SUCCESSORS.sub("", _text(entry, "name")), NameKind.NAME, "name")
    for names in _words(entry, "alt_names"):
        for name in names.split(";"):
            draft.add_name(name, NameKind.ALIAS, "alt_names")
    draft.add_country("country", _text(entry, "country"), "country")
    _add_person(draft, entry)
    _add_ship(draft, entry)
    _add_legal_ground(draft, entry)
    for address in _several(entry, "addresses"):
        _add_address(draft, address)
    for identifier in _several(entry, "ids"):
        _add_identifier(draft, identifier)
    draft.add("notes", _text(entry, "remarks"), "remarks")
    return draft


def _add_person(draft: Draft, entry: Mapping[str, Any]) -> None:
    draft.add("position", _text(entry, "title"), "title")
    for text in _words(entry, "dates_of_birth"):
        draft.add_birth(text, "dates_of_birth")
    for text in _words(entry, "nationalities"):
        draft.add_country("nationality", text, "nationalities")
    for text in _words(entry, "citizenships"):
        draft.add_country("citizenship", text, "citizenships")
    draft.add_all("birthPlace", _words(entry, "places_of_birth"), "places_of_birth")


def _add_ship(draft: Draft, entry: Mapping[str, Any]) -> None:
    draft.add("callSign", _text(entry, "call_sign"), "call_sign")
    draft.add("type", _text(entry, "vessel_type"), "vessel_type")
    draft.add("tonnage", _text(entry, "gross_tonnage"), "gross_tonnage")
    draft.add_country("flag", _text(entry, "vessel_flag"), "vessel_flag")
    draft.note(_text(entry, "vessel_owner"), "vessel_owner")


def _add_legal_ground(draft: Draft, entry: Mapping[str, Any]) -> None:
    source = _text(entry, "source")
    short = _SOURCE.search(source)
    code = short[1] if short else ""
    programmes = _words(entry, "programs") or ([code] if code else [])
    draft.add_all("programId", (f"US-{programme}" for programme in programmes), "programs")
    draft.add("program", source, "source")
    draft.add("topics", _TOPICS.get(code, "sanction"), "source")
    draft.add("createdAt", day(_text(entry, "start_date")), "start_date")
    draft.add("sourceUrl", _text(entry, "source_information_url"), "source_information_url")
    for name in ("federal_register_notice", "end_date", "license_requirement", "license_policy"):
        draft.note(_text(entry, name), name)


def _add_address(draft: Draft, address: Any) -> None:
    if isinstance(address, Mapping):
        parts = [_text(address, name) for name in ("address", "city", "state", "postal_code", "country")]
        draft.add("address", ", ".join(filter(None, parts)), "addresses")
        draft.add_country("country", parts[-1], "addresses/country")
        return
    draft.add("address", str(address), "addresses")
    country = _COUNTRY.search(str(address))
    draft.add_country("country", country[1] if country else None, "addresses")


def _add_identifier(draft: Draft, identifier: Any) -> None:
    """`Passport, 123, KP` says what it is first; `80-0890696, Tax ID No.` did so last."""
    if isinstance(identifier, Mapping):
        add_labelled(draft, _text(identifier, "type"), _text(identifier, "number"), "ids")
        return
    parts = [part.strip() for part in str(identifier).split(",")]
    if parts and re.fullmatch(r"[A-Z]{2}", parts[0]):
        parts = parts[1:]
    if len(parts) >= 2 and any(character.isdigit() for character in parts[0]) and "no" in parts[-1].lower():
        parts.reverse()
    if len(parts) >= 2:
        add_labelled(draft, parts[0], parts[1], "ids")
    else:
        draft.note(str(identifier), "ids")


def _text(entry: Mapping[str, Any], name: str) -> str:
    value = entry.get(name)
    if isinstance(value, list):
        return "; ".join(str(part) for part in value)
    return "" if value is None else str(value).strip()


def _several(entry: Mapping[str, Any], name: str) -> list[Any]:
    value = entry.get(name)
    if isinstance(value, list):
        return [part for part in value if part]
    return [part for part in (word.strip() for word in _text(entry, name).split(";")) if part]


def _words(entry: Mapping[str, Any], name: str) -> list[str]:
    return [str(part) for part in _several(entry, name)]
