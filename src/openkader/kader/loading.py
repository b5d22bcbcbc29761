"""Loading one version of a kader from its folder, strictly.

A folder holds one or more YAML files; each part may be spread over files. All
problems are reported at once, each with file and line, and nothing is loaded
until there are none.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from openkader.base.document import Entry, read_file, read_text
from openkader.base.errors import Invalid, NotFound, Problem
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
from openkader.kader.sources import Listing, Source

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


@dataclass(frozen=True, slots=True)
class _Document:
    """One file of a kader, on disk or only as a text."""

    name: str
    content: Callable[[], bytes]
    read: Callable[[list[Problem]], Entry]


def load_kader(folder: Path) -> Kader:
    """The kader in `folder`, or `Invalid` with everything that is wrong with it."""
    documents = [_on_disk(path, folder) for path in sorted(folder.rglob("*.yaml"))]
    if not documents:
        raise NotFound("kader", str(folder))
    return _load(documents, f"{folder.parent.name}/{folder.name}")


def load_texts(texts: Mapping[str, str], name: str) -> Kader:
    """The same of a kader whose files are only texts, by their names: one that is still written, or was adopted here.

    The same texts have the same digest as they would have in a folder.
    """
    return _load(_as_texts(texts, name), name)


def load_as_far(texts: Mapping[str, str], name: str) -> Kader:
    """The same as far as it can be read: what is wrong in it is left out, so that its facts and lists are known.

    `Invalid` only where a text is no document at all, or none has a heading. Nothing is ever decided by it.
    """
    reader = Reader()
    files = _collect(_as_texts(texts, name), name.rpartition("/")[2], reader)
    if files.unreadable:
        reader.finish()
    return _read(files, reader, name)


def _as_texts(texts: Mapping[str, str], name: str) -> list[_Document]:
    if not texts:
        raise NotFound("kader", name)
    # In the order of a folder, where `lists/a.yaml` stands as its parts do.
    return [_as_text(file, texts[file]) for file in sorted(texts, key=lambda file: Path(file).parts)]


def _on_disk(path: Path, folder: Path) -> _Document:
    name = path.relative_to(folder).as_posix()
    return _Document(name, path.read_bytes, lambda problems: read_file(path, name, problems))


def _as_text(name: str, text: str) -> _Document:
    return _Document(name, partial(text.encode, "utf-8"), lambda problems: read_text(text, name, problems))


def _load(documents: Iterable[_Document], name: str) -> Kader:
    reader = Reader()
    files = _collect(documents, name.rpartition("/")[2], reader)
    if files.unreadable:  # what leans on the missing part would all seem wrong
        reader.finish()
    kader = _read(files, reader, name)
    kader = with_library(reader, files.parts, kader)
    reader.finish()
    return kader


def _collect(documents: Iterable[_Document], version: str, reader: Reader) -> _Files:
    files = _Files()
    digest = hashlib.sha256()
    for document in documents:
        try:
            found = document.read(reader.problems)
        except Invalid as error:
            reader.problems += error.problems
            files.unreadable = True
            continue
        if not is_library(found):
            digest.update(document.name.encode() + b"\0" + document.content() + b"\0")
        _sort_parts(files, found, reader)
    if files.header is None and not files.unreadable:
        reader.report("kader.no-header", version)
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
        tables=_tables(reader, parts["tables"], vocabularies, preconditions, sources),
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
    sources: Mapping[str, Source],
) -> tuple[Table, ...]:
    """The tables as written and those of the preconditions; a fact is derived once, and not from itself."""
    written = [read_table(reader, entry, vocabularies, sources) for entry in entries]
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
