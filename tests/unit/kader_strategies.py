"""Random facts, conditions, tables and kaders, for claims that hold for all of them."""

import os
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from openkader.base.text import Text
from openkader.kader import Condition, Fact, Facts, FactType, Kader, Outcome, Value
from openkader.kader.conditions import AllOf, AnyOf, Not, Operator
from openkader.kader.conditions import Test as FactTest  # pytest would collect its own name
from openkader.kader.model import Precondition, ProposalRow, Table, TableRow
from tests.unit.kader_factories import FACTS, fact, text

# A slow machine is no failure; under mutation each claim is tried thousands of times anyway.
settings.register_profile(
    "house",
    deadline=None,
    max_examples=20 if os.environ.get("MUTANT_UNDER_TEST") else 50,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("house")

# What tables derive, each of another type; a later one may lean on an earlier one.
DERIVED: Mapping[str, Fact] = {
    found.id: found
    for found in (
        fact("d0", FactType.TRUTH),
        fact("d1", FactType.CHOICE, "low", "middle", "high"),
        fact("d2", FactType.SEVERAL, "p", "q"),
        fact("d3", FactType.NUMBER),
    )
}
EVERY_FACT: Mapping[str, Fact] = {**FACTS, **DERIVED}
_DAYS = st.integers(0, 5).map(lambda days: date(2024, 1, 1) + timedelta(days=days))
_NUMBERS = st.integers(0, 4) | st.sampled_from([0.5, 2.0, 3.5])
_COUNTRIES = st.sampled_from(["CN", "BE", "DE"])


def values(asked: Fact) -> st.SearchStrategy[Value]:
    """Any answer to one question, from so few that answers often agree."""
    codes = st.sampled_from([option.code for option in asked.options] or ["-"])
    found: dict[FactType, st.SearchStrategy[Value]] = {
        FactType.TRUTH: st.booleans(),
        FactType.CHOICE: codes,
        FactType.SEVERAL: st.frozensets(codes),
        FactType.NUMBER: _NUMBERS,
        FactType.DATE: _DAYS,
        FactType.COUNTRY: _COUNTRIES,
    }
    return found[asked.type]


def complete_facts(questions: Mapping[str, Fact]) -> st.SearchStrategy[dict[str, Value]]:
    """An answer to every question."""
    return st.fixed_dictionaries({name: values(question) for name, question in questions.items()})


@st.composite
def partial_facts(
    draw: st.DrawFn, questions: Mapping[str, Fact], *, answered: int = 2
) -> dict[str, Value | None]:
    """Answers to some questions; others are left out or unknown. Of `answered + 1`, one is not answered."""
    facts: dict[str, Value | None] = {}
    for name, question in questions.items():
        if draw(st.integers(0, answered)):
            facts[name] = draw(values(question))
        elif draw(st.booleans()):
            facts[name] = None
    return facts


@st.composite
def completions(draw: st.DrawFn, questions: Mapping[str, Fact], given: Facts) -> dict[str, Value]:
    """The same answers, and an answer to every other question."""
    facts = draw(complete_facts(questions))
    return facts | {name: value for name, value in given.items() if value is not None}


def fact_tests(asked: Fact) -> st.SearchStrategy[FactTest]:
    """Any test that the language has for the question's type."""
    codes = st.frozensets(st.sampled_from([option.code for option in asked.options] or ["-"]), min_size=1)
    name = st.just(asked.id)
    operands: dict[FactType, list[tuple[Operator, st.SearchStrategy[object]]]] = {
        FactType.TRUTH: [(Operator.IS, st.booleans())],
        FactType.CHOICE: [(Operator.ONE_OF, codes)],
        FactType.SEVERAL: [
            (Operator.HAS_ANY, codes),
            (Operator.HAS_ALL, codes),
            (Operator.COUNT_AT_LEAST, st.integers(0, 3)),
        ],
        FactType.NUMBER: [(op, _NUMBERS) for op in (Operator.IS, Operator.AT_LEAST, Operator.AT_MOST)],
        FactType.DATE: [(op, _DAYS) for op in (Operator.IS, Operator.BEFORE, Operator.SINCE)],
        FactType.COUNTRY: [(Operator.ONE_OF, st.frozensets(_COUNTRIES, min_size=1))],
    }
    each = [st.builds(FactTest, name, st.just(op), operand) for op, operand in operands[asked.type]]
    return st.one_of(each)


def conditions(questions: Mapping[str, Fact]) -> st.SearchStrategy[Condition]:
    """Any condition over these questions, a few levels deep."""
    leaves = st.sampled_from(sorted(questions)).flatmap(lambda name: fact_tests(questions[name]))

    def deeper(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        several = st.lists(parts, max_size=3).map(tuple)
        return st.one_of(st.builds(AllOf, several), st.builds(AnyOf, several), st.builds(Not, parts))

    return st.recursive(leaves, deeper, max_leaves=8)


@st.composite
def tables(draw: st.DrawFn, *, ends: bool = False) -> Sequence[Table]:
    """Tables that lean on each other without a circle, in any order; `ends` says what else they give."""
    found = []
    known = dict(FACTS)
    for name, derived in DERIVED.items():
        row = st.builds(TableRow, when=conditions(known), value=values(derived))
        rows = draw(st.lists(row, max_size=4).map(tuple))
        otherwise = draw(values(derived) if ends else st.none() | values(derived))
        found.append(Table(gives=name, over="case", rows=rows, otherwise=otherwise, note=None, where=name))
        known[name] = derived
    return draw(st.permutations(found))


def proposals(questions: Mapping[str, Fact]) -> st.SearchStrategy[tuple[ProposalRow, ...]]:
    """Any proposal table."""
    row = st.tuples(conditions(questions), st.sampled_from(Outcome))
    return st.lists(row, max_size=6).map(lambda rows: proposal_of(*rows))


def proposal_of(*rows: tuple[Condition, Outcome]) -> tuple[ProposalRow, ...]:
    """A proposal table of these conditions and their outcomes."""
    return tuple(
        ProposalRow(id=f"r{place}", when=when, outcome=outcome, reason=text("because"))
        for place, (when, outcome) in enumerate(rows)
    )


def kader_of(
    conditions: Sequence[Condition], derived: Sequence[Table] = (), proposal: tuple[ProposalRow, ...] = ()
) -> Kader:
    """A kader of these rules alone; the conditions are its preconditions."""
    nothing = Text("", "")
    found = enumerate(conditions)
    return Kader(
        id="x",
        organisation=nothing,
        title=nothing,
        in_force_from=date(2024, 1, 1),
        adopted=nothing,
        reconstructed=None,
        note=None,
        facts=EVERY_FACT,
        tables=tuple(derived),
        proposal=proposal,
        preconditions=tuple(
            Precondition(id=f"p{place}", text=nothing, holds=holds) for place, holds in found
        ),
    )
