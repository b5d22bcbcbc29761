"""Reading the terms of an organisation from its file, strictly: all problems at once, each with its line."""

import re
from collections.abc import Mapping
from pathlib import Path

from openkader.base.document import Entry, read_file
from openkader.base.reading import Fields, Reader
from openkader.casework.retention.catalogue import (
    ALWAYS_KEPT,
    Begins,
    Practice,
    RecordKind,
    Retention,
    RetentionRule,
    RetentionSource,
    TermStatus,
)
from openkader.kader.reading import read_word

FILE = "retention.yaml"
_PARTS = ("retention", "sources", "kinds")
_MOST_YEARS = 100
_ADDRESS = re.compile(r"https?://[^\s\"'<>]+")


def load_retention(folder: Path) -> Retention:
    """The terms in an organisation's folder, or `Invalid` with everything that is wrong with them."""
    reader = Reader()
    parts = reader.mapping(read_file(folder / FILE, FILE, reader.problems), _PARTS)
    header = reader.mapping(parts.entry("retention") or Entry({}, parts.where), ("title", "introduction"))
    sources = tuple(_source(reader, entry) for entry in parts.items("sources"))
    known = {one.id: one for one in sources}
    found = Retention(
        title=header.text("title"),
        introduction=header.text("introduction"),
        sources=sources,
        rules=tuple(_rule(reader, entry, known) for entry in parts.items("kinds")),
    )
    for names in ([one.id for one in sources], [str(rule.kind) for rule in found.rules]):
        for name in sorted({name for name in names if names.count(name) > 1}):
            reader.report("kader.duplicate-id", FILE, id=name)
    reader.finish()
    return found


def _source(reader: Reader, entry: Entry) -> RetentionSource:
    fields = reader.mapping(entry, ("id", "title", "what", "read"), ("url",))
    url = fields.words_or_none("url")
    if url is not None and not _ADDRESS.fullmatch(url):
        reader.report("protection.address", fields.place("url"), url=url[:80])
    return RetentionSource(
        id=fields.words("id"),
        title=fields.text("title"),
        what=fields.text("what"),
        url=url,
        is_read=fields.truth("read") is True,
    )


def _rule(reader: Reader, entry: Entry, sources: Mapping[str, RetentionSource]) -> RetentionRule:
    fields = reader.mapping(entry, ("kind", "title", "why", "term"), ("practice",))
    kind = read_word(fields, "kind", RecordKind, RecordKind.AUDIT_TRAIL)
    known = ("years", "begins", "source", "category")
    term = reader.mapping(fields.entry("term") or Entry({}, fields.where), ("status",), known)
    status = read_word(term, "status", TermStatus, TermStatus.UNKNOWN)
    if kind in ALWAYS_KEPT and status is not TermStatus.KEPT:
        reader.report("retention.always-kept", fields.place("kind"), kind=kind)
    _whole(term, status, sources, known)
    return RetentionRule(
        kind=kind,
        title=fields.text("title"),
        why=fields.text("why"),
        status=status,
        years=_years(term),
        begins=read_word(term, "begins", Begins, Begins.CLOSED),
        source=term.words_or_none("source"),
        category=term.words_or_none("category"),
        practice=_practice(reader, fields),
    )


def _whole(
    term: Fields, status: TermStatus, sources: Mapping[str, RetentionSource], known: tuple[str, ...]
) -> None:
    """A term has all of its parts and a source that was read; what is unknown or kept for ever has no years."""
    given = [name for name in known if term.entry(name) is not None]
    if status is not TermStatus.SOURCED:
        if {"years", "begins"} & set(given):
            term.reader.report("retention.no-term", term.where, status=status)
        return
    if len(given) < len(known):
        term.reader.report(
            "retention.half-a-term",
            term.where,
            missing=", ".join(name for name in known if name not in given),
        )
    source = sources.get(term.words_or_none("source") or "")
    if "source" in given and (source is None or not source.is_read):
        name = term.words("source")
        term.reader.report("retention.unread-source", term.place("source"), source=name[:40])


def _practice(reader: Reader, fields: Fields) -> Practice | None:
    entry = fields.entry("practice")
    if entry is None:
        return None
    own = reader.mapping(entry, ("years", "begins"))
    return Practice(years=_years(own), begins=read_word(own, "begins", Begins, Begins.CLOSED))


def _years(fields: Fields) -> int:
    years = fields.integer("years")
    if years is not None and not 1 <= years <= _MOST_YEARS:
        fields.reader.report("retention.years", fields.place("years"), years=str(years))
    return years or 0
