"""Tables that derive a fact: rows that never come into it, cases without a row, and rows that say something else.

Found by diagrams, and for a table that is too large for those by boxes; both find the same.
"""

from collections.abc import Iterator
from itertools import combinations

from openkader.base.text import Text
from openkader.kader.facts import Facts, Value
from openkader.kader.findings import Finding, error, note, warning
from openkader.kader.model import Kader, Table
from openkader.kader.soundness.bounded import BoundedMeaning, boxes_of
from openkader.kader.soundness.diagrams import TooLarge
from openkader.kader.soundness.tables import Boxed, Case, Standing
from openkader.kader.soundness.unproved import not_proved, rows_of_table, table_as_a_whole

_MOST_PAIRS = 20_000  # of rows that are named; of more the number is said


def table_findings(meaning: BoundedMeaning, table: Table) -> list[Finding]:
    """Everything that is wrong with a table; what could not be proved of it is a finding as well."""
    if table.gives not in meaning.left_out:
        try:
            with meaning.half():
                return list(_by_diagrams(meaning, table))
        except TooLarge:
            pass  # the boxes are asked instead
    boxes = meaning.boxes(table)
    if boxes is None:
        return [not_proved(table.gives, [table_as_a_whole(table)])]
    try:
        with meaning.half():
            answerable = meaning.example(meaning.space.answered()) is not None
    except TooLarge:  # what the constraints leave is not known, and the boxes only heed those that are near
        return findings_by_boxes(meaning.kader, table)
    return list(_by_boxes(table, boxes, answerable=answerable))


def findings_by_boxes(kader: Kader, table: Table) -> list[Finding]:
    """What boxes alone find; where constraints may leave no case at all nobody can say that rows meet."""
    boxes = None if kader.constraints else boxes_of(kader, table)
    if boxes is None:
        return [not_proved(table.gives, [table_as_a_whole(table)])]
    return list(_by_boxes(table, boxes, answerable=True))


def _by_diagrams(meaning: BoundedMeaning, table: Table) -> Iterator[Finding]:
    yield from _rows_by_diagrams(meaning, table)
    if table.otherwise is None:
        held = meaning.somewhere(row.when for row in table.rows)
        diagrams = meaning.space.diagrams
        found = meaning.example(diagrams.both(meaning.space.answered(), diagrams.inverse(held)))
        if found is not None:
            yield _gap(table, found)
    for (one, first), (other, second) in combinations(enumerate(table.rows, 1), 2):
        if first.value != second.value:
            both = meaning.space.diagrams.both(meaning.true(first.when), meaning.true(second.when))
            found = meaning.example(both)
            if found is not None:
                yield _overlap(table, one, other, found)


def _rows_by_diagrams(meaning: BoundedMeaning, table: Table) -> Iterator[Finding]:
    diagrams = meaning.space.diagrams
    before = diagrams.never
    for place, row in enumerate(table.rows, 1):
        holds = meaning.true(row.when)
        example = meaning.example(holds)
        if example is None:
            yield _never_holds(table, place)
        elif meaning.example(diagrams.both(holds, diagrams.inverse(before))) is None:
            yield _covered(table, place, example)
        before = diagrams.either(before, holds)


def _by_boxes(table: Table, boxes: Boxed, *, answerable: bool) -> Iterator[Finding]:
    """The same by boxes; of the rows that disagree those come first that do so in most cases."""
    yield from _rows_by_boxes(table, boxes)
    if table.otherwise is None and answerable:
        yield from _gap_by_boxes(table, boxes)
    pairs = sum(met.bit_count() - 1 for met in boxes.meetings.meets if met) // 2  # a row meets itself
    if pairs > _MOST_PAIRS:
        yield _many_overlaps(table, pairs)
        return
    for found in boxes.largest_overlaps():
        if found.disagree:
            yield _overlap(table, found.first + 1, found.second + 1, answers(boxes.case(found.box)))


def _rows_by_boxes(table: Table, boxes: Boxed) -> Iterator[Finding]:
    unsettled = []
    for firing in boxes.firings():
        place = firing.row + 1
        if firing.standing is Standing.NEVER_HOLDS:
            yield _never_holds(table, place)
        elif firing.standing is Standing.COVERED:
            row = boxes.rows[firing.row]
            yield _covered(table, place, answers(boxes.case(boxes.possible(row) or row)))
        elif firing.standing is Standing.UNSETTLED:
            unsettled.append(place)
    if unsettled:
        yield not_proved(table.gives, [rows_of_table(table, unsettled)])


def _gap_by_boxes(table: Table, boxes: Boxed) -> Iterator[Finding]:
    gaps = boxes.answered_gaps(most=1)
    if gaps.regions or gaps.at_least:
        yield _gap(table, *(answers(boxes.case(region)) for region in gaps.regions))
    elif gaps.at_most:
        yield not_proved(table.gives, [table_as_a_whole(table)])


def _many_overlaps(table: Table, pairs: int) -> Finding:
    text = Text(
        nl=f"In ‘{table.gives}’ kunnen tot {pairs} paar rijen samen gelden, te veel om te noemen; de eerste bepaalt.",
        en=f"In ‘{table.gives}’ up to {pairs} pairs of rows can hold together, too many to name; the first decides.",
    )
    return note("overlap", table.gives, text)


def answers(case: Case) -> dict[str, Value | None]:
    """What was answered in a case."""
    return {name: value for name, value in case.items() if value is not None}


def _never_holds(table: Table, place: int) -> Finding:
    text = Text(
        nl=f"Rij {place} van de tabel ‘{table.gives}’ kan nooit gelden.",
        en=f"Row {place} of the table ‘{table.gives}’ can never hold.",
    )
    return error("never-holds", f"{table.gives}, {place}", text)


def _covered(table: Table, place: int, example: Facts) -> Finding:
    text = Text(
        nl=f"Waar rij {place} van de tabel ‘{table.gives}’ geldt, geldt al een eerdere rij.",
        en=f"Where row {place} of the table ‘{table.gives}’ holds, an earlier row does already.",
    )
    return warning("covered", f"{table.gives}, {place}", text, example)


def _gap(table: Table, *example: Facts) -> Finding:
    text = Text(
        nl=f"De tabel ‘{table.gives}’ geeft niets in een zaak waarin alles beantwoord is.",
        en=f"The table ‘{table.gives}’ gives nothing in a case in which everything is answered.",
    )
    return warning("gap", table.gives, text, *example)


def _overlap(table: Table, one: int, other: int, example: Facts) -> Finding:
    text = Text(
        nl=f"De rijen {one} en {other} van ‘{table.gives}’ kunnen samen gelden; de eerste bepaalt.",
        en=f"Rows {one} and {other} of ‘{table.gives}’ can hold together; the first decides.",
    )
    return note("overlap", table.gives, text, example)
