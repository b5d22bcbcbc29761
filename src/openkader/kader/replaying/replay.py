"""All past cases under two kaders: what becomes of each, and why.

Cases come a chunk at a time and are assessed in columns. What changed is explained once for all cases in which
every test behind the difference comes out alike, from one of them, by the ordinary assessor.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, repeat
from typing import Any, TypeAlias

import numpy as np

from openkader.kader.assessing import Assessor
from openkader.kader.conditions import Condition, Test, tests_in
from openkader.kader.facts import Fact, Value
from openkader.kader.model import Outcome, ProposalRow
from openkader.kader.replaying.answers import Judge, Question, as_key
from openkader.kader.replaying.columns import Codes, Column, Columns
from openkader.kader.replaying.grouping import Keys, alike
from openkader.kader.replaying.same import same_places
from openkader.kader.replaying.tally import OUTCOMES, SAME, Tally
from openkader.kader.replaying.verdicts import NOTHING, ColumnAssessor, Verdicts
from openkader.kader.replaying.why import FirstRow, Side, first_row

CHUNK = 1 << 15  # cases that are in columns at the same time
AT_HAND = 512  # cases that are read at the same time
EXAMPLES = 3
MOST_PATTERNS = (
    100_000  # ways of differing that are remembered; of those that were forgotten the words are the same
)
Case: TypeAlias = tuple[str, dict[str, Any]]  # its reference, and its facts as they are stored


@dataclass(slots=True, kw_only=True)
class Difference:
    """How some cases come out otherwise, all for the same reason; `row` is None where only measures differ."""

    number: int
    before: Outcome
    after: Outcome
    row: FirstRow | None
    added: tuple[str, ...]
    removed: tuple[str, ...]
    cases: int = 0
    examples: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Changed:
    """One case that comes out otherwise."""

    reference: str
    difference: Difference


class Replay:
    """Two kaders made ready, and what became of the cases so far."""

    def __init__(self, old: Assessor, new: Assessor) -> None:
        self.assessors = {Side.OLD: old, Side.NEW: new}
        self.tally = Tally()
        self.differences: list[Difference] = []
        self._columns = {Side.OLD: ColumnAssessor(old), Side.NEW: ColumnAssessor(new, same_places(old, new))}
        self._judges = {side: _judges(self.assessors, side) for side in Side}
        names = dict.fromkeys(name for side in Side for name in self._judges[side])
        self._questions = {
            name: Question(name, [judges[name] for judges in self._judges.values() if name in judges])
            for name in names
        }
        self._beside = [name for name in _asked(old) | _asked(new) if name not in names]
        self._measures = list(
            dict.fromkeys(measure for one in self._columns.values() for measure in one.measures)
        )
        self._patterns: dict[object, Difference] = {}
        self._by_words: dict[object, Difference] = {}
        self._tests: dict[tuple[Side, Condition], tuple[Test, ...]] = {}

    def take(self, cases: Sequence[Case]) -> list[Changed]:
        """Replay some cases more; the answer is what becomes otherwise, in the order of the cases."""
        verdicts = self.verdicts([facts for _, facts in cases])
        old, new = verdicts[Side.OLD].outcomes, verdicts[Side.NEW].outcomes
        shifts = self._shifts(verdicts)
        self.tally.count_outcomes(old, new)
        self.tally.count_measures(shifts)
        for side, one in verdicts.items():
            for constraint in self.assessors[side].kader.constraints:
                self.tally.count_impossible(side, constraint.id, one.truth(constraint.never))
        is_changed = old != new
        for shift in shifts.values():
            is_changed = is_changed | (shift != SAME)
        return self._explained(cases, verdicts, shifts, np.flatnonzero(is_changed))

    def verdicts(self, facts: Sequence[dict[str, Any]]) -> dict[Side, Verdicts]:
        """What both kaders say of some cases; how their answers fit is counted."""
        self._read(facts)
        self._count_answers(facts)
        old = self._assess(Side.OLD, len(facts))
        return {Side.OLD: old, Side.NEW: self._assess(Side.NEW, len(facts), old.truths)}

    def facts(self, side: Side, stored: Mapping[str, Any]) -> dict[str, Value]:
        """Stored answers as far as they are facts of one of the kaders."""
        found = {}
        for name, judge in self._judges[side].items():
            value, _ = judge.judged(as_key(stored.get(name)))
            if value is not None:
                found[name] = value
        return found

    def _read(self, facts: Sequence[dict[str, Any]]) -> None:
        """Take the answers by question, of so few cases at a time that the processor still has them at hand."""
        for question in self._questions.values():
            question.begin(len(facts))
        for start in range(0, len(facts), AT_HAND):
            some = facts[start : start + AT_HAND]
            for question in self._questions.values():
                question.read(some, start)
        for question in self._questions.values():
            question.end()

    def _assess(self, side: Side, size: int, found: Sequence[Column] = ()) -> Verdicts:
        judges = self._judges[side]

        def truths_of(test: Test) -> Column:
            return self._questions[test.fact].truths(judges[test.fact], test)

        return self._columns[side].assess(Columns(size, truths_of, found))

    def _shifts(self, verdicts: Mapping[Side, Verdicts]) -> dict[str, Column]:
        """The measures that are asked for in some case by one kader and not by the other, and in which."""
        found = {}
        for measure in self._measures:
            old, new = (verdicts[side].asks(measure) for side in Side)
            if not np.array_equal(old, new):
                found[measure] = SAME + new.astype(np.int8) - old
        return found

    def _count_answers(self, facts: Sequence[dict[str, Any]]) -> None:
        for side, judges in self._judges.items():
            for name, judge in judges.items():
                self.tally.count_fits(side, name, self._questions[name].counted(judge))
        present = sum(question.present for question in self._questions.values())
        present += sum(sum(map(dict.__contains__, facts, repeat(name))) for name in self._beside)
        is_all = present == sum(map(len, facts))
        names = self._questions.keys() if is_all else set[str]().union(*facts)
        for name in names - self.assessors[Side.NEW].kader.facts.keys():
            if answered := sum(one.get(name) is not None for one in facts):
                self.tally.dropped[name] += answered

    def _explained(
        self,
        cases: Sequence[Case],
        verdicts: Mapping[Side, Verdicts],
        shifts: Mapping[str, Column],
        places: Codes,
    ) -> list[Changed]:
        """Each changed case with its difference; of cases that are alike only the first is looked at."""
        self.tally.changed += len(places)
        numbers = np.zeros(len(cases), dtype=np.intp)
        for group in alike(places, _pattern(verdicts, shifts)):
            columns = self._columns_behind(verdicts, int(group[0]))
            for same in alike(group, [(column, 3) for column in columns]):
                found = self._difference(cases[same[0]][1], verdicts, shifts, (int(same[0]), columns))
                found.cases += len(same)
                missing = EXAMPLES - len(found.examples)
                found.examples += [cases[place][0] for place in same[:missing].tolist()]
                numbers[same] = found.number
        return [Changed(cases[place][0], self.differences[numbers[place]]) for place in places.tolist()]

    def _columns_behind(self, verdicts: Mapping[Side, Verdicts], place: int) -> list[Column]:
        """The truths on which the words for a case depend: those behind the row that decides, in both kaders."""
        deciding = _deciding(verdicts, place)
        if deciding is None:
            return []
        return [
            verdicts[side].truth(test)
            for side, assessor in self.assessors.items()
            for row in assessor.kader.proposal
            if row.id == deciding.id
            for test in self._tests_behind(side, row.when)
        ]

    def _tests_behind(self, side: Side, condition: Condition) -> tuple[Test, ...]:
        key = (side, condition)
        if key not in self._tests:
            self._tests[key] = tuple(dict.fromkeys(tests_behind(self.assessors[side], condition)))
        return self._tests[key]

    def _difference(
        self,
        facts: Mapping[str, Any],
        verdicts: Mapping[Side, Verdicts],
        shifts: Mapping[str, Column],
        where: tuple[int, Sequence[Column]],
    ) -> Difference:
        """The difference of one case, made when no case like it was seen before."""
        place, columns = where
        shifted = tuple((name, int(shift[place])) for name, shift in shifts.items() if shift[place] != SAME)
        causes = tuple((int(one.outcomes[place]), int(one.causes[place])) for one in verdicts.values())
        pattern = (causes, shifted, *(int(column[place]) for column in columns))
        if pattern not in self._patterns:
            if len(self._patterns) >= MOST_PATTERNS:
                self._patterns.clear()
            self._patterns[pattern] = self._explain(facts, shifted)
        return self._patterns[pattern]

    def _explain(self, stored: Mapping[str, Any], shifted: Sequence[tuple[str, int]]) -> Difference:
        """Assess one case by both kaders, as any case is assessed, and say what makes the difference."""
        old, new = (self.assessors[side].assess(self.facts(side, stored)) for side in Side)
        added = tuple(name for name, shift in shifted if shift > SAME)
        removed = tuple(name for name, shift in shifted if shift < SAME)
        words = (old.outcome, new.outcome, added, removed, first_row(old, new))
        if words not in self._by_words:
            self._by_words[words] = Difference(
                number=len(self.differences),
                before=old.outcome,
                after=new.outcome,
                added=added,
                removed=removed,
                row=words[-1],
            )
            self.differences.append(self._by_words[words])
        return self._by_words[words]


def tests_behind(assessor: Assessor, condition: Condition) -> Iterator[Test]:
    """The tests on asked facts on which a condition depends, also through tables."""
    for test in tests_in(condition):
        table = assessor.tables.get(test.fact)
        if table is None:
            yield test
        else:
            for row in table.rows:
                yield from tests_behind(assessor, row.when)


def in_chunks(cases: Iterable[Case], size: int = CHUNK) -> Iterator[list[Case]]:
    """Cases so many at a time."""
    rest = iter(cases)
    while some := list(islice(rest, size)):
        yield some


def _asked(assessor: Assessor) -> dict[str, Fact]:
    """The questions of a kader that it does not answer by itself."""
    return {name: fact for name, fact in assessor.kader.facts.items() if name not in assessor.tables}


def _judges(assessors: Mapping[Side, Assessor], side: Side) -> dict[str, Judge]:
    """For each question that a kader uses: how it judges the answers; they were given under the old one."""
    assessor, before = assessors[side], assessors[Side.OLD].kader.facts
    tests: dict[str, list[Test]] = {}
    for condition in assessor.program.places:
        if isinstance(condition, Test) and condition.fact not in assessor.tables:
            tests.setdefault(condition.fact, []).append(condition)
    facts = assessor.kader.facts
    return {name: Judge(facts[name], before.get(name), found) for name, found in tests.items()}


def _pattern(verdicts: Mapping[Side, Verdicts], shifts: Mapping[str, Column]) -> Iterator[Keys]:
    """What has to be the same before two cases can differ for the same reason."""
    for one in verdicts.values():
        yield one.outcomes, len(OUTCOMES)
        yield one.causes + 1, len(one.by.rows) + 1
    for shift in shifts.values():
        yield shift, 3


def _deciding(verdicts: Mapping[Side, Verdicts], place: int) -> ProposalRow | None:
    """The row that makes the difference, as `why.first_row` chooses it; None where only measures differ."""
    severe, mild = sorted(verdicts.values(), key=lambda one: -one.outcomes[place])
    if severe.outcomes[place] == mild.outcomes[place]:
        return None
    chosen = severe if severe.causes[place] != NOTHING else mild
    return chosen.by.rows[int(chosen.causes[place])]
