"""The chapters of a yearly evaluation: those of the kader, what an organisation adds, and what each shows.

A chapter that takes action lines or preconditions has a chapter of its own for each of them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from openkader.base.document import Entry, read_file
from openkader.base.reading import Fields, Reader
from openkader.base.text import Text
from openkader.kader.model import Chapter as KaderChapter
from openkader.kader.model import Kader
from openkader.register.pack_files import loaded

FILE = "evaluation.yaml"
TABLES = ("figures", "recommendations", "outcomes", "annex", "context", "claims")
CHARTS = ("timeline", "flow", "coverage", "core_and_shell", "years")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a chapter shows below its text."""

    tables: tuple[str, ...] = ()
    charts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What an organisation puts before and after the chapters of the kader, and what each chapter shows."""

    before: tuple[tuple[str, Text], ...] = ()
    after: tuple[tuple[str, Text], ...] = ()
    shows: Mapping[str, Shown] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterPlan:
    """A chapter to be written: its title, the figures and parts of the register it shows, and the chapters in it.

    `line` is the action line or the precondition that it is about.
    """

    id: str
    title: Text
    figures: tuple[str, ...] = ()
    shown: Shown = Shown()
    line: str | None = None
    chapters: tuple["ChapterPlan", ...] = ()

    @property
    def whole(self) -> Iterator["ChapterPlan"]:
        """The chapter and those in it, in the order of reading."""
        yield self
        for one in self.chapters:
            yield from one.whole


def chapters_of(kader: Kader, frame: Frame | None = None) -> tuple[ChapterPlan, ...]:
    """The chapters of an evaluation by this kader, in the order of reading; `frame` is that of the installation."""
    found = frame if frame is not None else loaded(FILE, read_frame) or Frame()
    return (
        *(_own(found, *one) for one in found.before),
        *(_of_kader(kader, found, one) for one in kader.report),
        *(_own(found, *one) for one in found.after),
    )


def _own(frame: Frame, name: str, title: Text) -> ChapterPlan:
    return ChapterPlan(id=name, title=title, shown=frame.shows.get(name, Shown()))


def _of_kader(kader: Kader, frame: Frame, chapter: KaderChapter) -> ChapterPlan:
    titles = {one.id: one.text for one in kader.preconditions}
    titles |= {one.id: one.text for one in kader.action_lines}
    return ChapterPlan(
        id=chapter.id,
        title=chapter.title,
        figures=chapter.figures,
        shown=frame.shows.get(chapter.id, Shown()),
        chapters=tuple(
            ChapterPlan(id=f"{chapter.id}.{line}", title=titles[line], line=line)
            for line in (*chapter.preconditions, *chapter.action_lines)
        ),
    )


def read_frame(folder: Path) -> Frame:
    """That of a folder, or `Invalid` with everything that is wrong."""
    reader = Reader()
    document = reader.mapping(read_file(folder / FILE, FILE, reader.problems), ("evaluation",))
    entry = document.entry("evaluation") or Entry({}, document.where)
    fields = reader.mapping(entry, (), ("before", "after", "shows"))
    frame = Frame(
        before=tuple(_titled(reader, one) for one in reader.items(fields.entry("before"))),
        after=tuple(_titled(reader, one) for one in reader.items(fields.entry("after"))),
        shows=dict(_shows(reader, one) for one in reader.items(fields.entry("shows"))),
    )
    reader.finish()
    return frame


def _titled(reader: Reader, entry: Entry) -> tuple[str, Text]:
    fields = reader.mapping(entry, ("id", "title"))
    return fields.words("id"), fields.text("title")


def _shows(reader: Reader, entry: Entry) -> tuple[str, Shown]:
    fields = reader.mapping(entry, ("chapter",), ("tables", "charts"))
    tables = _known(reader, fields, "tables", TABLES)
    return fields.words("chapter"), Shown(tables=tables, charts=_known(reader, fields, "charts", CHARTS))


def _known(reader: Reader, fields: Fields, name: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The parts that are named; one that the register cannot show is a problem."""
    found = fields.codes(name)
    for one in found:
        if one not in known:
            reader.report("evaluation.unknown-part", fields.where, part=one[:40], known=", ".join(known))
    return tuple(one for one in found if one in known)
