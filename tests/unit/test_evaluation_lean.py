"""Counting looks once at each combination of facts; it finds what looking at every row by itself finds."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from openkader.base.text import Text
from openkader.evaluation.counting import Count, CountedRow, Counter, Range, Row, distinct, total
from openkader.kader import Kader
from openkader.kader.conditions import Condition, Truth
from openkader.kader.model import Figure
from openkader.kader.program import Program
from tests.unit.kader_factories import FACTS
from tests.unit.kader_strategies import EVERY_FACT, conditions, kader_of, partial_facts, tables

COLLECTIONS = ("activities", "measures")
WORDS = Text(nl="-", en="-")


def plain_counts(kader: Kader, rows_of: Mapping[str, Sequence[Row]]) -> dict[str, Count]:
    """The plain way: every row is weighed by itself, and every figure walks past all rows."""
    return {figure.id: plain_count(kader, figure, rows_of.get(figure.counts, ())) for figure in kader.figures}


def plain_count(kader: Kader, figure: Figure, rows: Sequence[Row]) -> Count:
    asked = [condition for condition in (figure.where, figure.of) if condition is not None]
    program = Program(asked, [table for table in kader.tables if table.over == figure.counts])

    def kept(condition: Condition) -> tuple[CountedRow, ...]:
        truths: list[Truth] = [program.run(row.facts).truth(condition) for row in rows]
        return tuple(
            CountedRow(row, truth) for row, truth in zip(rows, truths, strict=True) if truth is not False
        )

    found, whole = kept(figure.where), kept(figure.of) if figure.of is not None else ()
    return Count(
        figure=figure,
        range=distinct(found) if figure.distinct else total(found),
        rows=found,
        total=total(whole) if figure.of is not None else None,
        total_rows=whole,
        gaps=any(item.counts is None or item.row.number is None for item in found),
        unrecorded=not rows,
    )


FIGURES = st.lists(
    st.builds(
        Figure,
        id=st.just("f"),
        text=st.just(WORDS),
        definition=st.just(WORDS),
        counts=st.sampled_from(COLLECTIONS),
        where=conditions(EVERY_FACT),
        of=st.none() | conditions(EVERY_FACT),
        distinct=st.booleans(),
    ),
    max_size=4,
).map(lambda found: tuple(replace(figure, id=f"f{place}") for place, figure in enumerate(found)))


@st.composite
def counted_rows(draw: st.DrawFn) -> list[Row]:
    """Rows of which the facts often agree, some as one value and some as equal values."""
    combinations = draw(st.lists(partial_facts(FACTS), min_size=1, max_size=4))
    count = draw(st.integers(0, 12))
    return [
        Row(
            reference=f"r{place}",
            dossier=draw(st.sampled_from(["d", None])),
            number=draw(st.none() | st.integers(0, 3)),
            facts=draw(st.sampled_from(combinations) | st.sampled_from(combinations).map(dict)),
            group=draw(st.sampled_from("abc")),
            party=draw(st.none() | st.sampled_from("uvw")),
        )
        for place in range(count)
    ]


@st.composite
def kaders(draw: st.DrawFn) -> Kader:
    derived = [replace(table, over=draw(st.sampled_from(COLLECTIONS))) for table in draw(tables())]
    return replace(kader_of([], derived), figures=draw(FIGURES))


@given(kaders(), st.dictionaries(st.sampled_from(COLLECTIONS), counted_rows()))
def test_lean_counting_is_plain_counting(kader: Kader, rows: dict[str, list[Row]]) -> None:
    assert Counter(kader).count(rows) == plain_counts(kader, rows)


@given(kaders(), counted_rows())
def test_rows_that_are_read_as_they_come_count_the_same(kader: Kader, rows: list[Row]) -> None:
    assert Counter(kader).count({"measures": iter(rows)}) == Counter(kader).count({"measures": rows})


@given(kaders(), counted_rows())
def test_what_no_figure_asks_about_may_stay_unread(kader: Kader, rows: list[Row]) -> None:
    counter = Counter(kader)
    for name in {figure.counts for figure in kader.figures}:
        asked = counter.asked(name)
        lean = [
            replace(row, facts={fact: value for fact, value in row.facts.items() if fact in asked})
            for row in rows
        ]
        found, told = counter.count({name: lean}), counter.count({name: rows})
        assert ranges(found) == ranges(told)


def ranges(counts: dict[str, Count]) -> dict[str, Range]:
    return {name: count.range for name, count in counts.items()}
