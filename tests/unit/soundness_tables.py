"""Random small tables whose rows are boxes, and what they are, found by trying every case."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import combinations, product
from random import Random

from openkader.kader import Condition, Fact, FactType, Truth, Value
from openkader.kader.conditions import AllOf, AnyOf, Not, Operator, tests_in
from openkader.kader.conditions import Test as FactTest  # pytest would collect its own name
from openkader.kader.model import Table, TableRow
from openkader.kader.program import Program
from tests.unit.kader_factories import FACTS

Case = Mapping[str, Value | None]
DAY = date(2024, 1, 1)


@dataclass(frozen=True)
class Small:
    """A table over few facts, and what no case can be."""

    table: Table
    never: tuple[Condition, ...]

    @property
    def conditions(self) -> tuple[Condition, ...]:
        return (*(row.when for row in self.table.rows), *self.never)

    @property
    def facts(self) -> list[Fact]:
        used = {test.fact for condition in self.conditions for test in tests_in(condition)}
        return [fact for name, fact in FACTS.items() if name in used]

    def classes(self, fact: Fact) -> list[Value | None]:
        """One value of each class, found by putting every value to every test on the fact.

        Of numbers and days a class is a stretch: what lies before a value and after it are two.
        """
        tests = [test for one in self.conditions for test in tests_in(one) if test.fact == fact.id]
        program = Program(tests, ())
        found: dict[tuple[object, ...], Value | None] = {}
        stretch, before = 0, None
        for value in (*_every_value(fact), None):
            trace = program.run({fact.id: value})
            truths = tuple(trace.truth(test) for test in tests)
            stretch += before != truths and fact.type in (FactType.NUMBER, FactType.DATE)
            before = truths
            found.setdefault((stretch, *truths), value)
        return list(found.values())

    @cached_property
    def cases(self) -> list[tuple[Case, list[Truth]]]:
        """Every case that can be, with the truth of every row."""
        return list(self._cases())

    def _cases(self) -> Iterator[tuple[Case, list[Truth]]]:
        program = Program(self.conditions, ())
        facts = self.facts
        for values in product(*(self.classes(fact) for fact in facts)):
            case = {fact.id: value for fact, value in zip(facts, values, strict=True)}
            trace = program.run(case)
            if not any(trace.truth(one) for one in self.never):
                yield case, [trace.truth(row.when) for row in self.table.rows]


def small_table(seed: int, *, constrained: bool = False) -> Small:
    """A table of up to seven rows over up to three facts; the same seed makes the same table."""
    random = Random(seed)  # noqa: S311  # it chooses examples
    facts = random.sample(list(FACTS.values()), random.randint(1, 3))
    rows = [_row(random, facts) for _ in range(random.randint(1, 7))]
    never = [_conjunction(random, facts) for _ in range(random.randint(1, 2))] if constrained else []
    return Small(
        Table(gives="x", over="case", rows=tuple(rows), otherwise=None, note=None, where="here"), tuple(never)
    )


def _row(random: Random, facts: Sequence[Fact]) -> TableRow:
    return TableRow(when=_conjunction(random, facts), value=random.choice(["a", "b"]))


def _conjunction(random: Random, facts: Sequence[Fact]) -> Condition:
    tested = random.sample(list(facts), random.randint(0, len(facts)))
    if random.random() < 0.2:  # "neither … nor" is a conjunction too
        return Not(AnyOf(tuple(_about(random, fact) for fact in tested)))
    return AllOf(tuple(_about(random, fact) for fact in tested))


def _about(random: Random, fact: Fact) -> Condition:
    """Something about one fact."""
    match random.randint(0, 5):
        case 0:
            return Not(_test(random, fact))
        case 1:
            return AnyOf((_test(random, fact), _test(random, fact)))
        case 2:
            return AllOf((_test(random, fact), Not(_test(random, fact))))
    return _test(random, fact)


def _test(random: Random, fact: Fact) -> FactTest:
    codes = [option.code for option in fact.options] or ["BE", "CN", "DE"]
    chosen = frozenset(random.sample(codes, random.randint(1, len(codes) - 1)))
    number, day = random.choice([0, 1, 2, 3, 0.5, 2.0]), DAY + timedelta(days=random.randint(0, 4))
    ways: dict[FactType, list[tuple[Operator, object]]] = {
        FactType.TRUTH: [(Operator.IS, random.random() < 0.5)],
        FactType.CHOICE: [(Operator.ONE_OF, chosen), (Operator.IS, codes[0])],
        FactType.COUNTRY: [(Operator.ONE_OF, chosen)],
        FactType.SEVERAL: [
            (Operator.HAS_ANY, chosen),
            (Operator.HAS_ALL, chosen | ({"stranger"} if random.random() < 0.1 else set())),
            (Operator.COUNT_AT_LEAST, random.randint(0, 4)),
        ],
        FactType.NUMBER: [(way, number) for way in (Operator.IS, Operator.AT_LEAST, Operator.AT_MOST)],
        FactType.DATE: [(way, day) for way in (Operator.IS, Operator.BEFORE, Operator.SINCE)],
    }
    operator, operand = random.choice(ways[fact.type])
    return FactTest(fact.id, operator, operand)  # type: ignore[arg-type]  # as the lists say


def _every_value(fact: Fact) -> list[Value]:
    codes = [option.code for option in fact.options]
    match fact.type:
        case FactType.TRUTH:
            return [False, True]
        case FactType.SEVERAL:
            return [frozenset(some) for count in range(len(codes) + 1) for some in combinations(codes, count)]
        case FactType.NUMBER:
            return [quarter / 4 for quarter in range(-4, 20)]
        case FactType.DATE:
            return [DAY + timedelta(days=days) for days in range(-2, 8)]
        case FactType.COUNTRY:
            return ["BE", "CN", "DE", "FR"]
    return [*codes]
