"""The sentences of reports, as the house and each organisation write them: each made of facts of the register."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from string import Formatter

from openkader.base.document import Entry, read_file
from openkader.base.reading import Fields, Reader
from openkader.base.text import Text
from openkader.casework.reporting import ReportKind
from openkader.kader.reading import read_word

FILE = "reports.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceTemplate:
    """One sentence; with `points` a list stands under it, and `none` in its place where there is nothing to list."""

    text: Text
    points: str | None = None
    none: Text | None = None
    only_with: str | None = None

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that it cites."""
        named = [*words_in(self.text.nl), *([self.points] if self.points else [])]
        return tuple(dict.fromkeys(named))


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionTemplate:
    """A part of a report under its heading."""

    id: str
    heading: Text
    sentences: tuple[SentenceTemplate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTemplate:
    """One kind of report."""

    kind: ReportKind
    title: Text
    sections: tuple[SectionTemplate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTemplates:
    """Every kind, and what each fact is called where it is not known."""

    facts: Mapping[str, Text]
    kinds: Mapping[ReportKind, ReportTemplate]


def words_in(text: str) -> Iterator[str]:
    """The facts between braces; a brace that is not closed is one that nobody knows."""
    try:
        for _before, word, form, conversion in Formatter().parse(text):
            if word is not None:
                yield word if not form and not conversion else f"{word}:"
    except ValueError:
        yield "{"


@lru_cache(maxsize=1)
def house_templates() -> ReportTemplates:
    """The reports of the house."""
    return read_report_templates(Path(__file__).with_name(FILE))


def read_report_templates(path: Path) -> ReportTemplates:
    """The sentences in a file, or `Invalid` with everything that is wrong with it, each with its line."""
    reader = Reader()
    parts = reader.mapping(read_file(path, FILE, reader.problems), ("facts", "kinds"))
    facts = {name: reader.text(entry) for name, entry in reader.pairs(parts.entry("facts"))}
    kinds = [_kind(reader, entry, facts) for entry in parts.items("kinds")]
    reader.finish()
    return ReportTemplates(facts=facts, kinds={one.kind: one for one in kinds})


def _kind(reader: Reader, entry: Entry, facts: Mapping[str, Text]) -> ReportTemplate:
    fields = reader.mapping(entry, ("kind", "title", "sections"))
    return ReportTemplate(
        kind=read_word(fields, "kind", ReportKind, ReportKind.MISSION_REPORT),
        title=_cited(fields, "title", facts),
        sections=tuple(_section(reader, one, facts) for one in fields.items("sections")),
    )


def _section(reader: Reader, entry: Entry, facts: Mapping[str, Text]) -> SectionTemplate:
    fields = reader.mapping(entry, ("id", "heading", "sentences"))
    return SectionTemplate(
        id=fields.words("id"),
        heading=fields.text("heading"),
        sentences=tuple(_sentence(reader, one, facts) for one in fields.items("sentences")),
    )


def _sentence(reader: Reader, entry: Entry, facts: Mapping[str, Text]) -> SentenceTemplate:
    fields = reader.mapping(entry, ("text",), ("points", "none", "only_with"))
    found = SentenceTemplate(
        text=_cited(fields, "text", facts),
        points=_fact(fields, "points", facts),
        none=fields.text_or_none("none"),
        only_with=_fact(fields, "only_with", facts),
    )
    if not found.facts:
        reader.report("report.no-fact", entry.where)
    if (found.points is None) != (found.none is None):
        reader.report("document.missing-key", entry.where, key="none" if found.points else "points")
    return found


def _fact(fields: Fields, key: str, facts: Mapping[str, Text]) -> str | None:
    word = fields.words_or_none(key)
    if word is not None and word not in facts:
        fields.reader.report("report.unknown-fact", fields.place(key), word=word[:40], known=", ".join(facts))
    return word


def _cited(fields: Fields, key: str, facts: Mapping[str, Text]) -> Text:
    """A text of which every word between braces is a fact, and the same in both languages."""
    text = fields.text(key)
    words = {"nl": set(words_in(text.nl)), "en": set(words_in(text.en))}
    for word in sorted((words["nl"] ^ words["en"]) | (words["nl"] - facts.keys())):
        known = ", ".join(facts)
        fields.reader.report("report.unknown-fact", fields.place(key), word=word[:40], known=known)
    return text
