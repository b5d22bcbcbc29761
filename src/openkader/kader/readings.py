"""Where the questions of a kader are read: by which rules, measures, figures and examples, naming which answers.

Who changes a question sees here what leans on it. A figure reads the answers to `kind` and `initiative` in the
register, where they are kept under the same names.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from openkader.kader.conditions import Condition, Test, tests_in
from openkader.kader.facts import Value
from openkader.kader.model import Kader, Table
from openkader.kader.sections import CASE

GIVES = "gives"  # the table that answers a question itself
_IN_THE_REGISTER = frozenset({"kind", "initiative"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One place that reads a question: a part of the kader by its name, in a table with the number of the row.

    `codes` are the answers that it names; of a table that `gives` the answer these are what it can give.
    """

    part: str
    name: str
    row: str = ""
    codes: frozenset[str] = frozenset()

    @property
    def gives(self) -> bool:
        """Whether it is no reading but the answer itself."""
        return self.part == GIVES


def readings_of(kader: Kader) -> Mapping[str, tuple[Reading, ...]]:
    """Of each question that is read, where; in the order of a kader."""
    found: dict[str, list[Reading]] = defaultdict(list)
    for fact, one in _all(kader):
        found[fact].append(one)
    return {fact: tuple(each) for fact, each in found.items()}


def naming(readings: Iterable[Reading], code: str) -> list[Reading]:
    """Those that name an answer."""
    return [one for one in readings if code in one.codes]


def _all(kader: Kader) -> Iterator[tuple[str, Reading]]:
    for table in kader.tables:
        yield from _in_table(kader, table)
    for part, name, condition in _conditions(kader):
        yield from _in_condition(part, name, condition)
    yield from _in_advice(kader)
    for figure in kader.figures:
        yield from _of_register(
            ("figures", figure.id), figure.where, *(() if figure.of is None else (figure.of,))
        )
    for scenario in kader.scenarios:
        for fact, value in scenario.facts.items():
            yield fact, Reading(part="scenarios", name=scenario.id, codes=frozenset(_codes(value)))


def _conditions(kader: Kader) -> Iterator[tuple[str, str, Condition]]:
    yield from (("proposal", one.id, one.when) for one in kader.proposal)
    yield from (("preconditions", one.id, one.holds) for one in kader.preconditions)
    yield from (("constraints", one.id, one.never) for one in kader.constraints)
    for line in kader.action_lines:
        yield "action_lines", line.id, line.applies
        yield from (("measures", one.id, one.when) for one in line.measures)
    yield from (("consultations", one.desk, one.when) for one in kader.consultations)
    yield from (("mandates", one.id, one.when) for one in kader.mandates)
    yield from (("messages", one.id, one.when) for one in kader.messages)


def _in_table(kader: Kader, table: Table) -> Iterator[tuple[str, Reading]]:
    if table.over != CASE:
        yield from _of_register(("tables", f"{table.over}.{table.gives}"), *(row.when for row in table.rows))
    elif all(one.id != table.gives for one in kader.preconditions):  # these are read as what they are
        given = [code for row in table.rows for code in _codes(row.value)]
        codes = frozenset([*given, *_codes(table.otherwise)])
        yield table.gives, Reading(part=GIVES, name=table.gives, codes=codes)
        for number, row in enumerate(table.rows, 1):
            yield from _in_condition("tables", table.gives, row.when, str(number))


def _in_advice(kader: Kader) -> Iterator[tuple[str, Reading]]:
    """What a desk gets to see, and what its advice answers."""
    for consultation in kader.consultations:
        for fact in consultation.shows:
            yield fact, Reading(part="shown", name=consultation.desk)
    for filling in kader.fillings:
        codes = frozenset(code for _word, value in filling.answers for code in _codes(value))
        yield filling.fact, Reading(part="fillings", name=", ".join(filling.desks), codes=codes)


def _of_register(named: tuple[str, str], *conditions: Condition) -> Iterator[tuple[str, Reading]]:
    """What a figure or a counting rule reads of the register that is asked as a question."""
    part, name = named
    tests = [test for condition in conditions for test in tests_in(condition)]
    for fact in sorted({test.fact for test in tests} & _IN_THE_REGISTER):
        yield fact, Reading(part=part, name=name, codes=_named(test for test in tests if test.fact == fact))


def _in_condition(part: str, name: str, condition: Condition, row: str = "") -> Iterator[tuple[str, Reading]]:
    tests = list(tests_in(condition))
    for fact in dict.fromkeys(test.fact for test in tests):
        codes = _named(test for test in tests if test.fact == fact)
        yield fact, Reading(part=part, name=name, row=row, codes=codes)


def _named(tests: Iterable[Test]) -> frozenset[str]:
    """The answers that tests name one by one; a list names its own."""
    return frozenset(code for test in tests if test.listing is None for code in _codes(test.operand))


def _codes(value: Value | None) -> Iterable[str]:
    """The options in a value; a number, a day and a truth have none."""
    if isinstance(value, frozenset):
        return value
    return (value,) if isinstance(value, str) else ()
