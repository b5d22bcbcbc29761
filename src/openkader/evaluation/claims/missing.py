"""What is missing to prove a claim, as concretely as the register can say: which names, which rows, what of them."""

from collections.abc import Iterator, Sequence

from openkader.base.text import Text
from openkader.evaluation.claims.holding import Held
from openkader.evaluation.claims.model import Way
from openkader.evaluation.counting import Row
from openkader.kader.conditions import facts_in
from openkader.kader.model import Figure, Kader

_MOST = 6


def missing_of(held: Held, kader: Kader, way: Way = Way.IS) -> tuple[Text, ...]:
    """Everything that keeps a figure from being one number, or an all from being shown."""
    found = [*_names(held.unnamed), *_facts(held, kader), *_numbers(held.unnumbered)]
    if way is Way.ALL and held.count.figure.absence_is_unknown:
        found += _evidence(tuple(bearing.row for bearing in held.left_out))
    return tuple(found)


def missing_year(year: int) -> Text:
    """A whole year that the register lacks."""
    return Text(nl=f"Het register van {year}.", en=f"The register of {year}.")


def _names(rows: Sequence[Row]) -> Iterator[Text]:
    if rows:
        many, shown = sum(row.number or 0 for row in rows), _listed(rows, sizes=True)
        yield Text(
            nl=f"De namen achter {many} deelnames: {shown}.",
            en=f"The names behind {many} participations: {shown}.",
        )


def _facts(held: Held, kader: Kader) -> Iterator[Text]:
    """What is unknown of the rows that may count, rows of which the same is unknown together."""
    together: dict[tuple[str, ...], list[Row]] = {}
    for row in held.unsure:
        together.setdefault(tuple(_unknown(row, held.count.figure, kader)), []).append(row)
    labels = kader.records[held.count.figure.counts]
    for facts, rows in together.items():
        shown = _listed(rows)
        yield Text(
            nl=f"Onbekend bij {shown}: {', '.join(labels[fact].label.nl for fact in facts)}.",
            en=f"Unknown of {shown}: {', '.join(labels[fact].label.en for fact in facts)}.",
        )


def _unknown(row: Row, figure: Figure, kader: Kader) -> list[str]:
    """The facts of the definition that the register does not know of this row; for a derived one those beneath it."""
    tables = {table.gives: table for table in kader.tables if table.over == figure.counts}
    waiting = sorted(facts_in(figure.where) | (facts_in(figure.of) if figure.of is not None else frozenset()))
    found: list[str] = []
    while waiting:
        fact = waiting.pop(0)
        if fact in tables:
            waiting += sorted({name for one in tables[fact].rows for name in facts_in(one.when)} - set(found))
        elif row.facts.get(fact) is None and fact not in found:
            found.append(fact)
    return found


def _numbers(rows: Sequence[Row]) -> Iterator[Text]:
    if rows:
        shown = _listed(rows)
        yield Text(nl=f"Hoeveel het er waren bij: {shown}.", en=f"How many there were of: {shown}.")


def _evidence(rows: Sequence[Row]) -> list[Text]:
    """Where the register was only told that something was done."""
    shown = _listed(rows)
    return [Text(nl=f"Het bewijs bij: {shown}.", en=f"The evidence of: {shown}.")] if rows else []


def _listed(rows: Sequence[Row], *, sizes: bool = False) -> str:
    """The first few rows, with how many each stands for where that matters, and how many more there are."""
    shown = [f"{row.reference} ({row.number})" if sizes else row.reference for row in rows[:_MOST]]
    more = f" … (+{len(rows) - _MOST})" if len(rows) > _MOST else ""
    return ", ".join(shown) + more
