"""Reading the list of an organisation from its file, strictly: all problems at once, each with its line."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from openkader.base.document import Entry, read_file
from openkader.base.reading import Anything, Fields, Reader
from openkader.casework.protection.catalogue import (
    Catalogue,
    Goal,
    Phase,
    PhaseName,
    ShownWhen,
    Shows,
    Step,
    StepSource,
)
from openkader.casework.vocabulary import Kind
from openkader.kader.reading import read_passages, read_word

FILE = "protection.yaml"
_PARTS = ("protection", "sources", "phases", "conflict", "shows")
_HEADER = ("title", "introduction", "partial")
_LONGEST_NAME = 20
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def load_protection(
    folder: Path, *, sources: Mapping[str, object] | None = None, measures: Mapping[str, object] | None = None
) -> Catalogue:
    """The list in an organisation's folder, or `Invalid` with everything that is wrong with it.

    `sources` and `measures` are those of its kaders, where the file is checked beside them.
    """
    reader = Reader()
    parts = reader.mapping(read_file(folder / FILE, FILE, reader.problems), _PARTS)
    header = reader.mapping(parts.entry("protection") or Entry({}, parts.where), _HEADER)
    conflict = reader.mapping(parts.entry("conflict") or Entry({}, parts.where), ("text", "goals", "cites"))
    named = tuple(_source(reader, entry) for entry in parts.items("sources"))
    found = Catalogue(
        **{name: header.text(name) for name in _HEADER},
        sources=named,
        phases=tuple(
            _phase(reader, entry, {one.id: one for one in named}) for entry in parts.items("phases")
        ),
        rule=conflict.text("text"),
        goals=tuple(_goal(reader, entry) for entry in conflict.items("goals")),
        cites=read_passages(conflict, Anything() if sources is None else sources),
        shows=tuple(
            _shows(reader, entry, Anything() if measures is None else measures)
            for entry in parts.items("shows")
        ),
    )
    _check(reader, found)
    reader.finish()
    return found


def _source(reader: Reader, entry: Entry) -> StepSource:
    fields = reader.mapping(entry, ("id", "what"), ("url", "date"))
    url, written = fields.words_or_none("url"), fields.words_or_none("date")
    if url is not None and not re.fullmatch(r"https?://[^\s\"'<>]+", url):
        reader.report("protection.address", fields.place("url"), url=url[:80])
    if written is not None and not _is_date(written):
        reader.report("protection.date", fields.place("date"), date=written[:40])
    return StepSource(_name(fields), fields.text("what"), url, written)


def _is_date(written: str) -> bool:
    """Whether it is a year, a month or a day that exists."""
    found = _DATE.fullmatch(written)
    if found is None:
        return False
    year, month, day = (int(one or 1) for one in found.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _phase(reader: Reader, entry: Entry, sources: Mapping[str, object]) -> Phase:
    fields = reader.mapping(entry, ("phase", "title", "kinds", "prepares", "steps"))
    return Phase(
        phase=read_word(fields, "phase", PhaseName, PhaseName.BEFORE),
        title=fields.text("title"),
        kinds=_kinds(fields),
        prepares=fields.truth("prepares") is True,
        steps=tuple(_step(reader, one, sources) for one in fields.items("steps")),
    )


def _kinds(fields: Fields) -> tuple[Kind, ...]:
    codes = fields.codes("kinds")
    for code in codes:
        if code not in list(Kind):
            known = ", ".join(Kind)
            fields.reader.report("kader.unknown-word", fields.place("kinds"), word=code, known=known)
    return tuple(Kind(code) for code in codes if code in list(Kind))


def _step(reader: Reader, entry: Entry, sources: Mapping[str, object]) -> Step:
    fields = reader.mapping(entry, ("id", "text", "sources"), ("caution",))
    named = fields.codes("sources")
    for name in named:
        if name not in sources:
            reader.report("protection.unknown-source", fields.place("sources"), source=name)
    if fields.entry("sources") is not None and not named:
        reader.report("protection.no-source", fields.place("sources"))
    return Step(_name(fields), fields.text("text"), named, fields.text_or_none("caution"))


def _goal(reader: Reader, entry: Entry) -> Goal:
    fields = reader.mapping(entry, ("id", "text"))
    return Goal(_name(fields), fields.text("text"))


def _shows(reader: Reader, entry: Entry, measures: Mapping[str, object]) -> Shows:
    fields = reader.mapping(entry, ("measure", "when"))
    measure = fields.words("measure")
    if measure and measure not in measures:
        reader.report("protection.measure", fields.place("measure"), measure=measure)
    return Shows(measure, read_word(fields, "when", ShownWhen, ShownWhen.SIGNED))


def _name(fields: Fields) -> str:
    """A name that can stand in a form and in the register."""
    name = fields.words("id")
    if name and (len(name) > _LONGEST_NAME or not (name.isascii() and name.isidentifier())):
        fields.reader.report("protection.name", fields.place("id"), name=name[:_LONGEST_NAME])
    return name


def _check(reader: Reader, found: Catalogue) -> None:
    """No phase and no name stands there twice."""
    steps = [step.id for phase in found.phases for step in phase.steps]
    phases = [str(phase.phase) for phase in found.phases]
    measures = [one.measure for one in found.shows]
    for names in (
        phases,
        steps,
        [one.id for one in found.sources],
        [one.id for one in found.goals],
        measures,
    ):
        for name in sorted({name for name in names if names.count(name) > 1}):
            reader.report("kader.duplicate-id", FILE, id=name)
