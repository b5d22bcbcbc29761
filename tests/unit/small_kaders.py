"""Small random kaders of which every case can be tried, to hold what is proved against what is so."""

from collections.abc import Iterator, Mapping
from dataclasses import replace as replaced
from datetime import date, timedelta
from itertools import combinations, product
from random import Random

from openkader.kader import Condition, Fact, Facts, FactType, Kader, Outcome, Value
from openkader.kader.conditions import AllOf, AnyOf, Not, Operator
from openkader.kader.conditions import Test as FactTest  # pytest would collect its own name
from openkader.kader.constraints import Constraint
from openkader.kader.model import ActionLine, Measure, Pillar, ProposalRow, Table, TableRow
from tests.unit.kader_factories import fact, text
from tests.unit.kader_strategies import kader_of

ASKED: Mapping[str, Fact] = {
    found.id: found
    for found in (
        fact("t", FactType.TRUTH, worsens=("true",)),
        fact("u", FactType.TRUTH),
        fact("c", FactType.CHOICE, "x", "y", "z", worsens=("x", "y", "z")),
        fact("s", FactType.SEVERAL, "k", "l", "m", worsens=("k", "l")),
        fact("n", FactType.NUMBER),
        fact("d", FactType.DATE),
        fact("l", FactType.COUNTRY),
    )
}
GIVEN: Mapping[str, Fact] = {
    found.id: found for found in (fact("g", FactType.TRUTH), fact("h", FactType.CHOICE, "low", "high"))
}
_DAY = date(2024, 1, 1)
_DAYS = tuple(_DAY + timedelta(days=days) for days in range(4))
_SUBSETS = tuple(frozenset(one) for number in range(4) for one in combinations("klm", number))
# Every answer that any test below can tell apart from the others.
ANSWERS: Mapping[str, tuple[Value, ...]] = {
    "t": (True, False),
    "u": (True, False),
    "c": ("x", "y", "z"),
    "s": _SUBSETS,
    "n": (-1, 0, 0.5, 1, 1.5, 2),
    "d": (_DAY - timedelta(days=1), *_DAYS),
    "l": ("CN", "BE", "NL"),
    "g": (True, False),
    "h": ("low", "high"),
}


def small_kader(seed: int) -> Kader:
    """A kader of a few rows over three questions, with at times a table and a measure."""
    draw = Random(seed)  # noqa: S311 - the same kaders every time
    known = {name: ASKED[name] for name in draw.sample(sorted(ASKED), 3)}
    derived = [_table(draw, name, known) for name in GIVEN if draw.random() < 0.4]
    proposal = [
        ProposalRow(
            id=f"r{place}",
            when=_condition(draw, known),
            outcome=draw.choice(list(Outcome)),
            reason=text("because"),
        )
        for place in range(draw.randint(1, 4))
    ]
    made = kader_of([_condition(draw, known)], derived, tuple(proposal))
    return replaced(made, facts=known, action_lines=(_line(draw, known),))


def constrained_kader(seed: int) -> Kader:
    """The same with at times a constraint or two, which may leave no case at all."""
    draw, made = Random(-seed - 1), small_kader(seed)  # noqa: S311 - the same kaders every time
    never = tuple(
        Constraint(id=f"n{place}", text=text("never"), never=_condition(draw, made.facts), cites=())
        for place in range(draw.choice((0, 1, 1, 2)))
    )
    return replaced(made, constraints=never)


def _table(draw: Random, name: str, known: dict[str, Fact]) -> Table:
    """A table that gives one more fact, which what is drawn after it may ask."""
    rows = tuple(
        TableRow(when=_condition(draw, known), value=draw.choice(ANSWERS[name]))
        for _ in range(draw.randint(1, 3))
    )
    known[name] = GIVEN[name]
    otherwise = draw.choice((None, *ANSWERS[name]))
    return Table(gives=name, over="case", rows=rows, otherwise=otherwise, note=None, where=name)


def _line(draw: Random, known: Mapping[str, Fact]) -> ActionLine:
    measures = tuple(
        Measure(
            id=f"m{place}",
            line="E1",
            text=text("do"),
            when=_condition(draw, known),
            evidence=text("shown"),
        )
        for place in range(draw.randint(0, 2))
    )
    return ActionLine(
        id="E1",
        pillar=Pillar.ECONOMIC,
        number=1,
        text=text("line"),
        applies=_condition(draw, known),
        measures=measures,
    )


def every_case(kader: Kader) -> Iterator[Facts]:
    """Every case of a small kader, unanswered questions among them."""
    names = [asked.id for asked in kader.asked]
    for answers in product(*((None, *ANSWERS[name]) for name in names)):
        yield dict(zip(names, answers, strict=True))


def _condition(draw: Random, known: Mapping[str, Fact], depth: int = 2) -> Condition:
    kind = draw.random()
    if not depth or kind < 0.5:
        return _test(draw, draw.choice(list(known.values())))
    if kind < 0.6:
        return Not(_condition(draw, known, depth - 1))
    parts = tuple(_condition(draw, known, depth - 1) for _ in range(draw.randint(1, 3)))
    return AllOf(parts) if kind < 0.8 else AnyOf(parts)


def _test(draw: Random, asked: Fact) -> FactTest:
    match asked.type:
        case FactType.TRUTH:
            return FactTest(asked.id, Operator.IS, draw.random() < 0.5)
        case FactType.CHOICE | FactType.COUNTRY:
            some = ANSWERS[asked.id][:2] if asked.type is FactType.COUNTRY else ANSWERS[asked.id]
            return FactTest(asked.id, Operator.ONE_OF, frozenset(draw.sample(some, draw.randint(1, 2))))  # type: ignore[arg-type]
        case FactType.SEVERAL:
            operator = draw.choice((Operator.HAS_ANY, Operator.HAS_ALL, Operator.COUNT_AT_LEAST))
            if operator is Operator.COUNT_AT_LEAST:
                return FactTest(asked.id, operator, draw.randint(0, 3))
            return FactTest(asked.id, operator, frozenset(draw.sample("klm", draw.randint(1, 2))))
        case FactType.NUMBER:
            operator = draw.choice((Operator.IS, Operator.AT_LEAST, Operator.AT_MOST))
            return FactTest(asked.id, operator, draw.choice((0, 1)))
    return FactTest(
        asked.id, draw.choice((Operator.IS, Operator.BEFORE, Operator.SINCE)), draw.choice(_DAYS[:3])
    )
