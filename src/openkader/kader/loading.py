"""Loading one version of a kader from its folder, strictly.

A folder holds one or more YAML files; each part may be spread over files. All
problems are reported at once, each with file and line, and nothing is loaded
until there are none.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Protocol, TypeVar

from openkader.base.document import Entry, read_file
from openkader.base.errors import Invalid, NotFound
from openkader.base.reading import Reader
from openkader.kader.facts import Fact
from openkader.kader.library import LIBRARY, is_library, with_library
from openkader.kader.model import Kader, Precondition, Table
from openkader.kader.program import Program
from openkader.kader.reading import Vocabulary
from openkader.kader.records import record_facts
from openkader.kader.rules import CaseReader, as_fact, as_table
from openkader.kader.sections import (
    CASE,
    read_chapter,
    read_fact,
    read_figure,
    read_listing,
    read_source,
    read_table,
)
from openkader.kader.sources import Listing

PARTS = (
    "sources",
    "lists",
    "facts",
    "constraints",
    "tables",
    "proposal",
    "preconditions",
    "consultations",
    "fillings",
    "mandates",
    "action_lines",
    "messages",
    "figures",
    "counting_fields",
    "report",
    "scenarios",
    *LIBRARY,
)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Named)


@dataclass(slots=True)
class _Files:
    """The parts of a kader as they stand in its files, still unread."""

    header: Entry | None = None
    parts: dict[str, list[Entry]] = field(default_factory=lambda: {part: [] for part in PARTS})
    digest: str = ""
    unreadable: bool = False


def versions_of(packs: Path, organisation: str) -> list[Path]:
    """The folders of an organisation's kaders, the newest version last."""
    folder = packs / organisation
    found = [path for path in folder.glob("????-??-??") if path.is_dir()] if _is_plain(organisation) else []
    return sorted(found)


def find_kader(packs: Path, name: str) -> Path:
    """The folder of ``organisation`` (its newest version) or ``organisation/version``."""
    organisation, _, version = name.partition("/")
    versions = versions_of(packs, organisation)
    chosen = [path for path in versions if not version or path.name == version]
    if not chosen:
        raise NotFound("kader", name)
    return chosen[-1]


def load_kader(folder: Path) -> Kader:
    """The kader in `folder`, or `Invalid` with everything that is wrong with it."""
    reader = Reader()
    files = _collect(folder, reader)
    if files.unreadable:  # what leans on the missing part would all seem wrong
        reader.finish()
    kader = _read(files, reader, f"{folder.parent.name}/{folder.name}")
    kader = with_library(reader, files.parts, kader)
    reader.finish()
    return kader


def _is_plain(name: str) -> bool:
    return name.replace("-", "").isalnum()


def _collect(folder: Path, reader: Reader) -> _Files:
    files = _Files()
    digest = hashlib.sha256()
    paths = sorted(folder.rglob("*.yaml"))
    if not paths:
        raise NotFound("kader", str(folder))
    for path in paths:
        name = path.relative_to(folder).as_posix()
        try:
            document = read_file(path, name, reader.problems)
        except Invalid as error:
            reader.problems += error.problems
            files.unreadable = True
            continue
        if not is_library(document):
            digest.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
        _sort_parts(files, document, reader)
    if files.header is None and not files.unreadable:
        reader.report("kader.no-header", folder.name)
        files.unreadable = True
    files.digest = digest.hexdigest()
    return files


def _sort_parts(files: _Files, document: Entry, reader: Reader) -> None:
    for part, entry in reader.mapping(document, (), ("kader", *PARTS)).values.items():
        if part == "kader" and files.header is not None:
            reader.report("document.duplicate-key", entry.where, key=part)
        elif part == "kader":
            files.header = entry
        elif part in files.parts:
            files.parts[part] += reader.items(entry)


def _read(files: _Files, reader: Reader, name: str) -> Kader:
    """Read the parts in the order in which they lean on each other."""
    parts = files.parts
    sources = _by_id(reader, parts["sources"], lambda entry: read_source(reader, entry))
    lists = _by_id(reader, parts["lists"], lambda entry: read_listing(reader, entry))
    facts = _by_id(reader, parts["facts"], lambda entry: read_fact(reader, entry, lists))
    plain = CaseReader(reader, Vocabulary(facts, lists), sources)
    preconditions = _all(reader, parts["preconditions"], plain.precondition)
    for item, entry in zip(preconditions, parts["preconditions"], strict=True):
        _add(reader, facts, as_fact(item), entry)
    case = CaseReader(reader, Vocabulary(facts, lists), sources)
    lines = _all(reader, parts["action_lines"], case.action_line)
    records = _with_counting_fields(reader, parts, record_facts(facts, lists, lines), lists)
    vocabularies = _vocabularies(facts, records, lists)
    figures = _all(reader, parts["figures"], lambda entry: read_figure(reader, entry, vocabularies))
    known = {
        "figures": frozenset(figure.id for figure in figures),
        "action_lines": frozenset(line.id for line in lines),
        "preconditions": frozenset(precondition.id for precondition in preconditions),
    }
    return replace(
        _header(reader, files.header, name),
        digest=files.digest,
        sources=sources,
        facts=facts,
        lists=lists,
        constraints=_all(reader, parts["constraints"], case.constraint),
        tables=_tables(reader, parts["tables"], vocabularies, preconditions),
        proposal=_all(reader, parts["proposal"], case.proposal_row),
        preconditions=preconditions,
        consultations=tuple(case.consultation(entry) for entry in parts["consultations"]),
        fillings=tuple(case.filling(entry) for entry in parts["fillings"]),
        mandates=_all(reader, parts["mandates"], case.mandate),
        action_lines=lines,
        messages=_all(reader, parts["messages"], case.message),
        figures=figures,
        report=_all(reader, parts["report"], lambda entry: read_chapter(reader, entry, known)),
        scenarios=_all(reader, parts["scenarios"], case.scenario),
        records=records,
    )


def _header(reader: Reader, entry: Entry | None, name: str) -> Kader:
    fields = reader.mapping(
        entry or Entry({}, name),
        ("organisation", "title", "in_force_from", "adopted"),
        ("reconstructed", "note"),
    )
    return Kader(
        id=name,
        organisation=fields.text("organisation"),
        title=fields.text("title"),
        in_force_from=fields.day("in_force_from") or date.min,
        adopted=fields.text("adopted"),
        reconstructed=fields.text_or_none("reconstructed"),
        note=fields.text_or_none("note"),
    )


def _with_counting_fields(
    reader: Reader,
    parts: Mapping[str, list[Entry]],
    records: dict[str, dict[str, Fact]],
    lists: Mapping[str, Listing],
) -> dict[str, dict[str, Fact]]:
    """The record fields plus those that the kader's counting rules derive."""
    for entry in parts["counting_fields"]:
        fields = reader.mapping(entry, ("over", "field"))
        collection = records.get(fields.words("over"))
        declared = fields.entry("field")
        if collection is None:
            over, known = fields.place("over"), ", ".join(records)
            reader.report("kader.unknown-collection", over, name=fields.words("over"), known=known)
        elif declared is not None:
            _add(reader, collection, read_fact(reader, declared, lists), declared)
    return records


def _add(reader: Reader, facts: dict[str, Fact], fact: Fact, entry: Entry) -> None:
    if fact.id in facts:
        reader.report("kader.duplicate-id", entry.where, id=fact.id)
    facts[fact.id] = fact


def _vocabularies(
    facts: Mapping[str, Fact], records: Mapping[str, Mapping[str, Fact]], lists: Mapping[str, Listing]
) -> dict[str, Vocabulary]:
    return {
        CASE: Vocabulary(facts, lists),
        **{name: Vocabulary(fields, lists) for name, fields in records.items()},
    }


def _tables(
    reader: Reader,
    entries: list[Entry],
    vocabularies: Mapping[str, Vocabulary],
    preconditions: tuple[Precondition, ...],
) -> tuple[Table, ...]:
    """The tables as written and those of the preconditions; a fact is derived once, and not from itself."""
    written = [read_table(reader, entry, vocabularies) for entry in entries]
    seen = {(CASE, item.id) for item in preconditions}
    for table in written:
        if (table.over, table.gives) in seen:
            reader.report("kader.duplicate-id", table.where, id=table.gives)
        seen.add((table.over, table.gives))
    tables = (*written, *map(as_table, preconditions))
    for over in vocabularies:
        try:
            Program((), (table for table in tables if table.over == over))
        except Invalid as error:
            reader.problems += error.problems
    return tables


def _by_id(reader: Reader, entries: list[Entry], read: Callable[[Entry], N]) -> dict[str, N]:
    return {item.id: item for item in _all(reader, entries, read)}


def _all(reader: Reader, entries: list[Entry], read: Callable[[Entry], N]) -> tuple[N, ...]:
    """Each entry read; an id that stands twice is a problem."""
    items = tuple(read(entry) for entry in entries)
    seen: set[str] = set()
    for item, entry in zip(items, entries, strict=True):
        if item.id in seen:
            reader.report("kader.duplicate-id", entry.where, id=item.id)
        seen.add(item.id)
    return items
