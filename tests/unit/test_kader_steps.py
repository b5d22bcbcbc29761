"""The steps of a program: what is compiled holds nothing that a pack says, and gives truths and nothing like them."""

import ast
import re
from collections import Counter
from datetime import date
from itertools import product
from random import Random

import numpy as np
import pytest

from openkader.kader import Assessor, Condition, Facts, Truth, Value, load_kader
from openkader.kader.conditions import AllOf, AnyOf, Not, Operand, Operator
from openkader.kader.conditions import Test as FactTest  # pytest would collect its own name
from openkader.kader.model import Table, TableRow
from openkader.kader.program import Program
from openkader.kader.steps import Steps
from tests.unit.kader_factories import ZUID_HOLLAND
from tests.unit.kader_reference import Reference, holds

TRUTHS: tuple[Truth, ...] = (True, False, None)


def naive(condition: Condition, facts: Facts) -> Truth:
    """A condition as it reads: its parts first, each by itself."""
    match condition:
        case AllOf(parts):
            truths = {naive(part, facts) for part in parts}
            return False if False in truths else None if None in truths else True
        case AnyOf(parts):
            truths = {naive(part, facts) for part in parts}
            return True if True in truths else None if None in truths else False
        case Not(part):
            return {True: False, False: True, None: None}[naive(part, facts)]
    value = facts.get(condition.fact)
    return None if value is None else holds(condition, value)


TESTS = (
    *(FactTest("office_holder", Operator.IS, operand=operand) for operand in (True, False)),
    *(FactTest("kind", Operator.ONE_OF, frozenset(codes)) for codes in ("a", "ab", "bc")),
    *(FactTest("topics", operator, frozenset("ab")) for operator in (Operator.HAS_ANY, Operator.HAS_ALL)),
    FactTest("topics", Operator.COUNT_AT_LEAST, 2),
    *(FactTest("jobs", operator, 2) for operator in (Operator.IS, Operator.AT_LEAST, Operator.AT_MOST)),
    *(FactTest("day", operator, date(2024, 1, 2)) for operator in (Operator.BEFORE, Operator.SINCE)),
)
ANSWERS: dict[str, tuple[Value | None, ...]] = {
    "office_holder": (True, False, None),
    "kind": ("a", "b", "c", None),
    "topics": (frozenset(), frozenset("a"), frozenset("ab"), frozenset("abc"), None),
    "jobs": (1, 2, 3.5, None),
    "day": (date(2024, 1, 1), date(2024, 1, 2), None),
}


def some_condition(random: Random, depth: int) -> Condition:
    if depth == 0 or random.random() < 0.2:
        return random.choice(TESTS)
    if random.random() < 0.3:
        return Not(some_condition(random, depth - 1))
    parts = tuple(some_condition(random, depth - 1) for _ in range(random.randint(0, 4)))
    return random.choice((AllOf, AnyOf))(parts)


def test_every_truth_of_random_conditions_is_the_one_that_each_has_by_itself() -> None:
    random, seen = Random(7), Counter[Truth]()  # noqa: S311 - the same in every run
    for _ in range(300):
        program = Program([some_condition(random, random.randint(0, 4)) for _ in range(3)], [])
        for _ in range(10):
            facts = {name: random.choice(answers) for name, answers in ANSWERS.items()}
            truths = [*program.run(facts).truths]
            assert all(
                truth is naive(condition, facts)
                for truth, condition in zip(truths, program.places, strict=True)
            )
            seen.update(truths)
    assert min(seen[truth] for truth in TRUTHS) > 5000


def is_true(name: str) -> FactTest:
    return FactTest(name, Operator.IS, operand=True)


@pytest.mark.parametrize("size", range(4))
def test_every_short_table_gives_what_its_rows_say_one_by_one(size: int) -> None:
    names = [f"f{place}" for place in range(size)]
    for values, otherwise in product(product("xy", repeat=size), ["x", "y", None]):
        rows = tuple(
            TableRow(when=is_true(name), value=value) for name, value in zip(names, values, strict=True)
        )
        table = Table(gives="kind", over="case", rows=rows, otherwise=otherwise, note=None, where="")
        program = Program([], [table])
        for truths in product(TRUTHS, repeat=size):
            facts = dict(zip(names, truths, strict=True))
            assert program.run(facts).values["kind"] == Reference(facts, [table]).value("kind")


def test_of_two_rows_that_give_the_same_number_the_first_is_given_as_it_is_written() -> None:
    rows = (TableRow(when=is_true("f"), value=1), TableRow(when=is_true("g"), value=1.0))
    table = Table(gives="n", over="case", rows=rows, otherwise=None, note=None, where="")
    assert type(Program([], [table]).run({"g": True}).values["n"]) is int


NUMBERS = (
    (Operator.IS, 3, True),
    (Operator.IS, 4, False),
    (Operator.AT_LEAST, 4, False),
    (Operator.AT_MOST, 2, False),
    (Operator.BEFORE, 3, False),
    (Operator.SINCE, 4, False),
)


@pytest.mark.parametrize(("operator", "operand", "expected"), NUMBERS)
def test_a_number_that_compares_in_its_own_way_gives_a_plain_truth(
    operator: Operator, operand: int, expected: bool
) -> None:
    """`np.float64` is a float; what its comparison gives equals False and is not False."""
    test = FactTest("number", operator, operand)
    trace = Program([AllOf((test,))], []).run({"number": np.float64(3.0)})
    assert trace.truth(test) is expected
    assert trace.truth(AllOf((test,))) is expected


HOSTILE = '"\n    import os; os.abort()  # {0} \\'
HOSTILE_OPERANDS: tuple[tuple[Operator, Operand], ...] = (
    (Operator.IS, HOSTILE),
    (Operator.ONE_OF, frozenset({HOSTILE})),
    (Operator.HAS_ANY, frozenset({HOSTILE})),
    (Operator.SINCE, date(2024, 1, 1)),
    (Operator.COUNT_AT_LEAST, 7),
)


def hostile() -> Program:
    tests = tuple(
        FactTest(f"{HOSTILE}{operator}", operator, operand) for operator, operand in HOSTILE_OPERANDS
    )
    rows = (TableRow(when=AnyOf(tests), value=HOSTILE),)
    table = Table(gives=HOSTILE, over="case", rows=rows, otherwise=HOSTILE, note=None, where=HOSTILE)
    return Program([Not(tests[0]), AllOf(()), AnyOf(())], [table])


@pytest.mark.parametrize("program", [hostile(), Assessor(load_kader(ZUID_HOLLAND)).program])
def test_what_is_compiled_holds_numbered_names_and_the_three_truths_only(program: Program) -> None:
    found = list(ast.walk(ast.parse(program.text)))
    names = {node.id for node in found if isinstance(node, ast.Name)}
    assert {name for name in names if not re.fullmatch(r"[tc]\d+", name)} <= {"v", "get", "values", "len"}
    assert {node.value for node in found if isinstance(node, ast.Constant)} <= {True, False, None}
    assert {node.attr for node in found if isinstance(node, ast.Attribute)} <= {"get", "isdisjoint"}
    assert not any(
        isinstance(node, ast.Import | ast.ImportFrom | ast.Lambda | ast.JoinedStr) for node in found
    )


def test_a_pack_that_looks_like_code_is_a_value_like_any_other() -> None:
    facts: dict[str, Value | None] = {f"{HOSTILE}is": HOSTILE}
    trace = hostile().run(facts)
    assert trace.values[HOSTILE] == HOSTILE
    assert trace.truth(Not(FactTest(f"{HOSTILE}is", Operator.IS, HOSTILE))) is False


def test_the_steps_can_be_read() -> None:
    one, other = is_true("f"), FactTest("g", Operator.AT_LEAST, 2)
    assert Program([AllOf((one, Not(other)))], []).text.splitlines() == [
        "def run(values):",
        "    get = values.get",
        "    t0 = t1 = None",
        "    v = get(c2)",
        "    if v is not None:",
        "        t0 = True if v == c3 else False",
        "    v = get(c4)",
        "    if v is not None:",
        "        t1 = True if v >= c5 else False",
        "    t2 = None if t1 is None else not t1",
        "    t3 = True if t0 and t2 else False if t0 is False or t2 is False else None",
        "    return [t0, t1, t2, t3]",
    ]


def test_what_is_compiled_can_reach_nothing_but_len() -> None:
    steps = Steps()
    steps.test(is_true("f"), 0)
    names = steps.compiled(1).__globals__
    assert names["__builtins__"] == {}
    assert {name for name, value in names.items() if callable(value)} == {"len", "run"}


def test_each_fact_is_looked_up_once_however_many_tests_there_are_on_it() -> None:
    steps, run = Steps(), [*TESTS, *TESTS]
    for place, test in enumerate(run):
        steps.test(test, place)
    assert steps.text(len(run)).count("get(") == len({test.fact for test in TESTS})
