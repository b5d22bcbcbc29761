"""The rows of the proposal and of the decision tables as they stand in the texts of a kader, mistakes and all."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from openkader.base.document import Entry
from openkader.base.spans import Path
from openkader.kader.sections import CASE
from openkader.kader.written_entries import WrittenList, fields_of, items_in, rows_in, word_in

PROPOSAL = "proposal"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenTable(WrittenList):
    """The rows of one list in one file; `gives` is the fact that a decision table derives."""

    gives: str | None = None
    over: str = CASE
    entry: Entry

    @property
    def is_proposal(self) -> bool:
        """Whether its rows make the proposal; then their order says nothing."""
        return self.gives is None


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
    for path, entry, table in _lists(fields_of(text, file)):
        named = [(_name(item, place, table), item) for place, item in enumerate(items_in(entry))]
        rows = rows_in(text, path, named)
        if table is None:
            yield WrittenTable(name=PROPOSAL, file=file, path=path, rows=rows, entry=entry)
        else:
            over, gives = word_in(table, "over") or CASE, word_in(table, "gives")
            name = f"{over}.{gives}"
            yield WrittenTable(
                name=name, file=file, path=path, rows=rows, entry=table, gives=gives, over=over
            )


def _lists(fields: Mapping[str, Entry]) -> Iterator[tuple[Path, Entry, Entry | None]]:
    """Each list of rows, with the table that it is of; the proposal is of none."""
    if PROPOSAL in fields and isinstance(fields[PROPOSAL].value, list):
        yield (PROPOSAL,), fields[PROPOSAL], None
    for place, table in enumerate(items_in(fields.get("tables"))):
        rows = table.value.get("rows") if isinstance(table.value, dict) else None
        if rows is not None and isinstance(rows.value, list):
            yield ("tables", place, "rows"), rows, table


def _name(item: Entry, place: int, table: Entry | None) -> str:
    return word_in(item, "id") if table is None else str(place + 1)
