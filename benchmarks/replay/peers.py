"""What else could replay the same cases: one at a time, one of each kind, or with an engine of somebody else."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import cel
import zen

from benchmarks.engines import with_lists
from benchmarks.translating import CEL, ZEN
from openkader.kader import Assessor, Condition, Facts, Kader, Outcome
from openkader.kader.conditions import AllOf, AnyOf, Not, Operator, Test

Matrix: TypeAlias = Counter[tuple[Outcome, Outcome]]
Peer: TypeAlias = Callable[[Sequence[Facts]], Matrix]
Ask: TypeAlias = Callable[[Facts], Outcome]


def check_of(test: Test) -> Callable[[Any], bool]:
    """A test as a plain function of a known value, as a peer would write it."""
    operand: Any = test.operand
    checks: dict[Operator, Callable[[Any], bool]] = {
        Operator.IS: lambda value: bool(value == operand),
        Operator.ONE_OF: lambda value: value in operand,
        Operator.HAS_ANY: lambda value: not operand.isdisjoint(value),
        Operator.HAS_ALL: lambda value: bool(operand <= value),
        Operator.AT_LEAST: lambda value: bool(value >= operand),
        Operator.AT_MOST: lambda value: bool(value <= operand),
        Operator.BEFORE: lambda value: bool(value < operand),
        Operator.SINCE: lambda value: bool(value >= operand),
        Operator.COUNT_AT_LEAST: lambda value: len(value) >= operand,
    }
    return checks[test.operator]


def one_by_one(old: Kader, new: Kader) -> Peer:
    """Every case assessed by both kaders: the proposals, and nothing explained."""
    first, second = Assessor(old), Assessor(new)
    return lambda cases: Counter(
        (first.assess(facts).outcome, second.assess(facts).outcome) for facts in cases
    )


def one_of_each(old: Kader, new: Kader) -> Peer:
    """Cases in which every test comes out alike are assessed once, by the assessor of one case."""
    first, second = Assessor(old), Assessor(new)
    tests = _tests(first, second)

    def replay(cases: Sequence[Facts]) -> Matrix:
        kinds: dict[tuple[object, ...], tuple[Outcome, Outcome]] = {}
        known: dict[str, dict[object, tuple[object, ...]]] = {name: {} for name in tests}
        matrix: Matrix = Counter()
        for facts in cases:
            key = tuple(_class(tests[name], facts.get(name), seen) for name, seen in known.items())
            if key not in kinds:
                kinds[key] = first.assess(facts).outcome, second.assess(facts).outcome
            matrix[kinds[key]] += 1
        return matrix

    return replay


def how_many_kinds(old: Kader, new: Kader, cases: Sequence[Facts]) -> int:
    """How many cases differ in some test."""
    tests = _tests(Assessor(old), Assessor(new))
    known: dict[str, dict[object, tuple[object, ...]]] = {name: {} for name in tests}
    return len(
        {tuple(_class(tests[name], facts.get(name), known[name]) for name in tests) for facts in cases}
    )


def by_cel(old: Kader, new: Kader) -> Peer:
    """CEL in Rust, one program a row of the proposal; where every question is answered."""
    first, second = _cel(old), _cel(new)

    def replay(cases: Sequence[Facts]) -> Matrix:
        matrix: Matrix = Counter()
        for facts in cases:
            context = cel.Context(with_lists(facts))
            matrix[first(context), second(context)] += 1
        return matrix

    return replay


def by_zen(old: Kader, new: Kader) -> Peer:
    """ZEN, one compiled expression a row of the proposal; where every question is answered."""
    first, second = _zen(old), _zen(new)

    def replay(cases: Sequence[Facts]) -> Matrix:
        matrix: Matrix = Counter()
        for facts in map(with_lists, cases):
            matrix[first(facts), second(facts)] += 1
        return matrix

    return replay


def inlined(condition: Condition, assessor: Assessor) -> Condition:
    """The condition over asked facts alone: a test on a derived fact is what its table says, row by row."""
    match condition:
        case AllOf(parts):
            return AllOf(tuple(inlined(part, assessor) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(inlined(part, assessor) for part in parts))
        case Not(part):
            return Not(inlined(part, assessor))
    table = assessor.tables.get(condition.fact)
    if table is None:
        return condition
    check = check_of(condition)
    ways: list[Condition] = []
    before: list[Condition] = []
    for row in table.rows:
        when = inlined(row.when, assessor)
        if check(row.value):
            ways.append(AllOf((*before, when)))
        before.append(Not(when))
    if table.otherwise is not None and check(table.otherwise):
        ways.append(AllOf(tuple(before)))
    return AnyOf(tuple(ways))


def _class(
    tests: Sequence[Callable[[Any], bool]], value: Any, seen: dict[object, tuple[object, ...]]
) -> object:
    found = seen.get(value)
    if found is None:
        found = seen[value] = () if value is None else tuple(check(value) for check in tests)
    return found


def _tests(*assessors: Assessor) -> dict[str, list[Callable[[Any], bool]]]:
    found: dict[str, list[Callable[[Any], bool]]] = {}
    for condition in dict.fromkeys(one for assessor in assessors for one in assessor.program.places):
        if isinstance(condition, Test) and condition.fact not in assessors[0].tables:
            found.setdefault(condition.fact, []).append(check_of(condition))
    return found


def _cel(kader: Kader) -> Callable[[Any], Outcome]:
    assessor = Assessor(kader)
    rows = [
        (cel.compile(CEL.write(inlined(row.when, assessor))), row.outcome) for row in assessor.severe_first
    ]
    return lambda context: next((outcome for found, outcome in rows if found.execute(context)), Outcome.HOLD)


def _zen(kader: Kader) -> Callable[[Any], Outcome]:
    assessor = Assessor(kader)
    rows = [
        (zen.compile_expression(ZEN.write(inlined(row.when, assessor))), row.outcome)
        for row in assessor.severe_first
    ]
    return lambda facts: next((outcome for found, outcome in rows if found.evaluate(facts)), Outcome.HOLD)
