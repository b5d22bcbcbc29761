"""The terms and days off of an organisation, read from its pack."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from openkader.base.document import read_file
from openkader.base.reading import Fields, Reader
from openkader.casework.deadlines import Calendar, Moved, Term

FILE = "deadlines.yaml"
_LONGEST_TERM = 1000
_LEAP_YEAR = 2000
_FURTHEST_REMINDER = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlines:
    """What an organisation agreed about time; without a term nothing is ever overdue."""

    term: Term | None = None
    reminders: tuple[int, ...] = ()  # days from that on which an advice is due; before it they are negative
    calendar: Calendar = field(default_factory=Calendar)


def read_deadlines(folder: Path) -> Deadlines:
    """The file in the folder of an organisation; an organisation without one has no term."""
    path = folder / FILE
    if not path.is_file():
        return Deadlines()
    reader = Reader()
    root = reader.mapping(read_file(path), ("sources", "term", "days_off"), ("reminders",))
    found = Deadlines(
        term=_term(reader, root), reminders=_reminders(reader, root), calendar=_calendar(reader, root)
    )
    for source in root.items("sources"):
        reader.mapping(source, ("title", "url")).text("title")
    reader.finish()
    return found


def _term(reader: Reader, root: Fields) -> Term | None:
    entry = root.entry("term")
    if entry is None:
        return None
    fields = reader.mapping(entry, ("days", "working_days"))
    days = fields.integer("days") or 0
    if not 0 < days <= _LONGEST_TERM:
        reader.report("deadlines.bad-term", fields.place("days"), most=str(_LONGEST_TERM))
    return Term(days=days, counts_working_days=bool(fields.truth("working_days")))


def _reminders(reader: Reader, root: Fields) -> tuple[int, ...]:
    days = [(reader.value(item, int, 0), item.where) for item in root.items("reminders")]
    for day, where in days:
        if abs(day) > _FURTHEST_REMINDER:
            reader.report("deadlines.bad-reminder", where, most=str(_FURTHEST_REMINDER))
    return tuple(day for day, _where in days)


def _calendar(reader: Reader, root: Fields) -> Calendar:
    entry = root.entry("days_off")
    if entry is None:
        return Calendar()
    fields = reader.mapping(entry, ("fixed", "from_easter", "moved"))
    fixed = [_day(reader, str(item.value), item.where) for item in fields.items("fixed")]
    easter = [reader.value(item, int, 0) for item in fields.items("from_easter")]
    return Calendar(
        fixed=frozenset(fixed),
        from_easter=frozenset(easter),
        moved=tuple(_moved(reader, reader.mapping(one, ("day", "instead"))) for one in fields.items("moved")),
    )


def _moved(reader: Reader, fields: Fields) -> Moved:
    day, instead = (_day(reader, fields.words(name), fields.place(name)) for name in ("day", "instead"))
    return Moved(day=day, instead=instead)


def _day(reader: Reader, written: str, where: str) -> tuple[int, int]:
    """A day of every year, as month and day; the twenty-ninth of February is none."""
    month, _, day = written.partition("-")
    try:
        found = date(_LEAP_YEAR - 1, int(month), int(day))
    except ValueError:
        reader.report("deadlines.bad-day", where, day=written[:20])
        return (1, 1)
    return (found.month, found.day)
