"""What another version of a kader changes: in which cases the proposal, and in which its other rules.

Everything is said of every case that both versions allow. A share is a share of the combinations
of answers that the two can tell apart, not of the requests that came in. What takes more work than is
allowed is not worked out, and said to be so; the parts that are written differently are always there.
"""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial, reduce
from typing import TypeAlias

from openkader.kader.assessing import measure_condition
from openkader.kader.conditions import Condition
from openkader.kader.model import Kader, Outcome
from openkader.kader.sections import CASE
from openkader.kader.soundness.bounded import bounded_space
from openkader.kader.soundness.changed_parts import ChangedPart, Key, by_name, changed_parts
from openkader.kader.soundness.diagrams import Diagram, TooLarge
from openkader.kader.soundness.domains import Space
from openkader.kader.soundness.meaning import Meaning
from openkader.kader.soundness.regions import Atlas, Region
from openkader.kader.succession import ChangedType, changed_types

WORK = 15_000_000  # branches that are looked at, as in a check; Zuid-Holland takes a quarter of a million
MOST = 12  # boxes that one region is said in
_FEW = 3  # and one of a rule beside the proposal
WAS, BECOMES = "was", "becomes"  # of which cases a region is said: those that had, or get, its outcome
Pair: TypeAlias = tuple[Outcome, Outcome]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeChange:
    """The cases in which the proposal was this and becomes that."""

    was: Outcome
    becomes: Outcome
    region: Region


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleChange:
    """A rule that holds in other cases than it did: where it comes to hold, and where it no longer does."""

    key: Key
    gained: Region | None
    lost: Region | None


class Unsaid(StrEnum):
    """What was not worked out, for it takes more work than is allowed."""

    PROPOSAL = "proposal"
    RULES = "rules"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two versions beside each other, the older one first.

    `matrix` has every pair of outcomes with its number of cases, also those that stay the same.
    """

    older: Kader
    newer: Kader
    space: Space
    number: int
    matrix: Mapping[Pair, int]
    outcomes: tuple[OutcomeChange, ...]
    rules: tuple[RuleChange, ...]
    parts: tuple[ChangedPart, ...]
    types: tuple[ChangedType, ...]
    unsaid: tuple[Unsaid, ...] = ()

    @property
    def is_equivalent(self) -> bool:
        """Whether at most words differ: every case gets the same proposal, and every rule holds where it did."""
        only_words = all(part.only_words for part in self.parts)
        return only_words and not (self.outcomes or self.rules or self.types or self.unsaid)


def difference(older: Kader, newer: Kader, most: int = MOST, work: int = WORK) -> Difference:
    """All that differs, exactly; regions in so many boxes at most, and half of the work for the proposal."""
    types = tuple(one for one in changed_types(older, newer) if _is_asked(one.fact, older, newer))
    space = bounded_space(work // 2, older, newer)
    bare = Difference(
        older=older,
        newer=newer,
        space=space or Space((), ()),
        number=0,
        matrix={},
        outcomes=(),
        rules=(),
        parts=tuple(changed_parts(older, newer)),
        types=types,
        unsaid=(Unsaid.PROPOSAL, Unsaid.RULES),
    )
    if space is None:
        return bare
    try:
        was = Meaning(older, space)
        becomes = Meaning(newer, space.without({one.fact for one in types}))
        atlas = Atlas(space, space.diagrams.both(was.possible, becomes.possible))
    except TooLarge:
        return bare
    found = _with_proposal(bare, (was, becomes), atlas, most)
    space.diagrams.work_left = min(work, max(space.diagrams.work_left, 0) + work // 2)
    return _with_rules(found, (was, becomes), atlas)


def _with_proposal(bare: Difference, both: tuple[Meaning, Meaning], atlas: Atlas, most: int) -> Difference:
    """The same with what becomes of the proposal, if that is not too large."""
    try:
        pairs = _pairs(*both, atlas.possible)
        matrix = {pair: number for pair, where in pairs.items() if (number := atlas.counted(where))}
        outcomes = tuple(_outcomes(pairs, atlas, most))
    except TooLarge:
        return replace(bare, number=atlas.number)
    return replace(bare, number=atlas.number, matrix=matrix, outcomes=outcomes, unsaid=(Unsaid.RULES,))


def _with_rules(found: Difference, both: tuple[Meaning, Meaning], atlas: Atlas) -> Difference:
    """The same with where each rule comes to hold and no longer does; nothing of it where that is too large."""
    try:
        rules = tuple(_rules(*both, atlas))
    except TooLarge:
        return found
    return replace(found, rules=rules, unsaid=tuple(one for one in found.unsaid if one is not Unsaid.RULES))


def _pairs(was: Meaning, becomes: Meaning, possible: Diagram) -> Mapping[Pair, Diagram]:
    """Where the proposal was one thing and becomes another, for each pair that some case has."""
    diagrams = was.space.diagrams
    both = diagrams.combine("pair", lambda one, other: (one, other), was.outcome(), becomes.outcome())
    shown = diagrams.values(diagrams.where(possible, both, diagrams.end(None)))
    return {
        (one, other): diagrams.combine(("is pair", one, other), (one, other).__eq__, both)
        for one in Outcome
        for other in Outcome
        if (one, other) in shown
    }


def _outcomes(pairs: Mapping[Pair, Diagram], atlas: Atlas, most: int) -> Iterator[OutcomeChange]:
    """The pairs that differ, the largest region first."""
    found = [
        OutcomeChange(was=was, becomes=becomes, region=region)
        for (was, becomes), where in pairs.items()
        if was is not becomes
        and (region := atlas.region(where, most, among=_among(was, becomes, pairs, atlas.space)))
    ]
    yield from sorted(found, key=lambda change: -change.region.number)


def _among(was: Outcome, becomes: Outcome, pairs: Mapping[Pair, Diagram], space: Space) -> dict[str, Diagram]:
    """All cases that had the old outcome, and all that get the new one."""
    either, never = space.diagrams.either, space.diagrams.never
    return {
        WAS: reduce(either, (where for (one, _), where in pairs.items() if one is was), never),
        BECOMES: reduce(either, (where for (_, one), where in pairs.items() if one is becomes), never),
    }


def _rules(was: Meaning, becomes: Meaning, atlas: Atlas) -> Iterator[RuleChange]:
    """The rules that come to hold, or no longer hold, in some case that can be."""
    before, after = dict(_where_they_hold(was)), dict(_where_they_hold(becomes))
    diagrams = was.space.diagrams
    for key in dict.fromkeys((*before, *after)):
        one, other = before.get(key, diagrams.never), after.get(key, diagrams.never)
        if one != other:
            gained = atlas.region(diagrams.both(other, diagrams.inverse(one)), _FEW)
            lost = atlas.region(diagrams.both(one, diagrams.inverse(other)), _FEW)
            if gained or lost:
                yield RuleChange(key=key, gained=gained, lost=lost)


def _where_they_hold(meaning: Meaning) -> Iterator[tuple[Key, Diagram]]:
    """Where each rule beside the proposal certainly holds."""
    for key, condition in conditions(meaning.kader):
        yield key, meaning.truths(condition).true
    own = {precondition.id for precondition in meaning.kader.preconditions}
    for table in meaning.kader.tables:
        if table.over == CASE and table.gives not in own:
            yield from _values(table.gives, meaning)


def _values(fact: str, meaning: Meaning) -> Iterator[tuple[Key, Diagram]]:
    """Where a derived fact has each of its values."""
    diagrams, value = meaning.space.diagrams, meaning.value(fact)
    for one in sorted(diagrams.values(value) - {None}, key=str):
        is_one = diagrams.combine(("is value", type(one), one), partial(_is, one), value)
        yield Key("tables", fact, one), is_one  # type: ignore[arg-type]  # what a table gives


def _is(one: Hashable, value: Hashable) -> bool:
    return type(one) is type(value) and one == value


def conditions(kader: Kader) -> Iterator[tuple[Key, Condition]]:
    """The rules about a case, each with its condition."""
    for row in kader.proposal:
        yield Key("proposal", row.id), row.when
    for precondition in kader.preconditions:
        yield Key("preconditions", precondition.id), precondition.holds
    for line in kader.action_lines:
        yield Key("action_lines", line.id), line.applies
        for measure in line.measures:
            yield Key("measures", measure.id), measure_condition(line, measure)
    for name, consultation in by_name("consultations", kader).items():
        yield Key("consultations", name), consultation.when
    for mandate in kader.mandates:
        yield Key("mandates", mandate.id), mandate.when
    for message in kader.messages:
        yield Key("messages", message.id), message.when


def _is_asked(fact: str, *kaders: Kader) -> bool:
    """Whether each of them asks it, and derives it from nothing."""
    return all(fact in {one.id for one in kader.asked} for kader in kaders)
