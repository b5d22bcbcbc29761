"""The rows of the proposal and of the decision tables as they stand in the texts of a kader, mistakes and all."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from openkader.base.document import Entry, read_text
from openkader.base.errors import Invalid
from openkader.base.flowing import Plain, plain
from openkader.base.spans import Path, spans_of
from openkader.kader.sections import CASE

PROPOSAL = "proposal"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenRow:
    """One row: its name (in a decision table its number), what it says, and its own letters in the text."""

    name: str
    place: int
    entry: Entry
    text: str

    @property
    def said(self) -> dict[str, Plain]:
        """Its fields; of what is no row at all there are none."""
        found = plain(self.entry)
        return found if isinstance(found, dict) else {}

    @property
    def line(self) -> str:
        """The line on which it begins."""
        return self.entry.where.rpartition(":")[2]

    @property
    def seen(self) -> str:
        """The digest of its letters, by which it is known again after another row went or came."""
        return _digest(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenTable:
    """The rows of one list in one file; `gives` is the fact that a decision table derives."""

    name: str
    file: str
    path: Path
    rows: tuple[WrittenRow, ...]
    gives: str | None = None
    over: str = CASE
    entry: Entry

    @property
    def is_proposal(self) -> bool:
        """Whether its rows make the proposal; then their order says nothing."""
        return self.gives is None

    @property
    def seen(self) -> str:
        """The digest of all of its rows."""
        return _digest("\0".join(row.text for row in self.rows))

    def row(self, name: str) -> WrittenRow | None:
        """The first row of this name."""
        return next((row for row in self.rows if row.name == name), None)

    def same_row(self, seen: str, name: str) -> WrittenRow | None:
        """The row that somebody saw, also where it has another number by now; None where it is gone or changed."""
        found = [row for row in self.rows if row.seen == seen]
        return next((row for row in found if row.name == name), found[0] if len(found) == 1 else None)


def written_tables(texts: Mapping[str, str]) -> list[WrittenTable]:
    """The proposal and the decision tables, in the order of the files; what cannot be read has none."""
    seen: Counter[str] = Counter()
    found: list[WrittenTable] = []
    for file in sorted(texts):
        for table in _in_file(file, texts[file]):
            seen[table.name] += 1
            found.append(
                table if seen[table.name] == 1 else replace(table, name=f"{table.name}-{seen[table.name]}")
            )
    return sorted(found, key=lambda table: not table.is_proposal)


def _in_file(file: str, text: str) -> Iterator[WrittenTable]:
    try:
        document = read_text(text, file, [])
    except Invalid:
        return
    lists = list(_lists(document.value if isinstance(document.value, dict) else {}))
    spans = spans_of(text) if lists else None
    for path, entry, table in lists:
        assert spans is not None  # noqa: S101 - made where there is a list
        rows = tuple(
            WrittenRow(
                name=_name(item, place, table), place=place, entry=item, text=text[span.start : span.end]
            )
            for place, (item, span) in enumerate(zip(_items(entry), spans.at(path).items, strict=True))
        )
        if table is None:
            yield WrittenTable(name=PROPOSAL, file=file, path=path, rows=rows, entry=entry)
        else:
            over, gives = _word(table, "over") or CASE, _word(table, "gives")
            name = f"{over}.{gives}"
            yield WrittenTable(
                name=name, file=file, path=path, rows=rows, entry=table, gives=gives, over=over
            )


def _lists(fields: Mapping[str, Entry]) -> Iterator[tuple[Path, Entry, Entry | None]]:
    """Each list of rows, with the table that it is of; the proposal is of none."""
    if PROPOSAL in fields and isinstance(fields[PROPOSAL].value, list):
        yield (PROPOSAL,), fields[PROPOSAL], None
    for place, table in enumerate(_items(fields.get("tables"))):
        rows = table.value.get("rows") if isinstance(table.value, dict) else None
        if rows is not None and isinstance(rows.value, list):
            yield ("tables", place, "rows"), rows, table


def _name(item: Entry, place: int, table: Entry | None) -> str:
    return _word(item, "id") if table is None else str(place + 1)


def _word(entry: Entry, key: str) -> str:
    """A word under a key, with its blanks folded as the reader of a kader does; empty where there is none."""
    found = entry.value.get(key) if isinstance(entry.value, dict) else None
    return " ".join(found.value.split()) if found is not None and isinstance(found.value, str) else ""


def _items(entry: Entry | None) -> list[Entry]:
    return entry.value if entry is not None and isinstance(entry.value, list) else []


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
