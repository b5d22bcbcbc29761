"""What the register says of each claim: one function for each kind of assertion, and no other road to a verdict."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from openkader.base.text import Text
from openkader.casework.vocabulary import ClaimOperator
from openkader.evaluation.claims.holding import Bearings, Evidence, Held, differing
from openkader.evaluation.claims.missing import missing_of, missing_year
from openkader.evaluation.claims.model import (
    AddsUp,
    Assertion,
    ClaimsFile,
    Compares,
    Outside,
    Part,
    Refers,
    SameNumber,
    States,
    Trend,
    Way,
)
from openkader.evaluation.claims.saying import (
    NO_PARTS,
    NOTHING_HELD,
    WHICH_PART,
    missing_rows,
    say_comparison,
    say_different,
    say_empty,
    say_no_year,
    say_number,
    say_reference,
    say_same,
    say_sum,
)
from openkader.evaluation.counting import Range
from openkader.evaluation.verdict import Claim, Status, judge_claim
from openkader.kader.model import Kader


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Proved, contradicted or unproved; in words, with what is missing and the rows that bear on it."""

    status: Status
    said: Text
    missing: tuple[Text, ...] = ()
    rows: Bearings = ()


def judge_claims(file: ClaimsFile, evidence: Evidence) -> tuple[Verdict, ...]:
    """The verdict on each claim, in the order of the file."""
    stated = {claim.reference: claim.asserts for claim in file.claims if isinstance(claim.asserts, States)}

    @cache  # of many sentences that say the same, the rows are looked through once
    def judge(asserts: Assertion) -> Verdict:
        match asserts:
            case States():
                return judge_statement(asserts, file.year, evidence, file.kader)
            case Compares():
                return judge_comparison(asserts, file.year, evidence, file.kader)
            case SameNumber():
                named = [(name, stated[name]) for name in asserts.claims]
                return judge_same_number(named, file.year, evidence, file.kader)
            case Refers():
                return judge_reference(asserts, file.parts)
            case AddsUp():
                return judge_sum(asserts)
        return judge_outside(asserts)

    return tuple(judge(claim.asserts) for claim in file.claims)


def judge_statement(asserts: States, year: int, evidence: Evidence, kader: Kader) -> Verdict:
    """A figure of the year against its rows; of nothing, nothing follows."""
    held = evidence.held(asserts.figure, year)
    if held is None or held.is_empty:
        return _nothing(held, year)
    weighed = _weigh(held, asserts)
    status = Status.UNPROVED if weighed is Status.INTERVAL else weighed
    return Verdict(
        status=status,
        said=say_number(held, asserts, weighed),
        missing=missing_of(held, kader, asserts.way) if status is Status.UNPROVED else (),
        rows=_rows(held, asserts.way, status),
    )


def _nothing(held: Held | None, year: int) -> Verdict:
    if held is None:
        return Verdict(status=Status.UNPROVED, said=say_no_year(year), missing=(missing_year(year),))
    return Verdict(status=Status.UNPROVED, said=say_empty(held, year), missing=(missing_rows(held, year),))


def _weigh(held: Held, asserts: States) -> Status:
    if asserts.way is Way.AT_MOST:
        return _weigh_at_most(held, asserts.number)
    operator = ClaimOperator(asserts.way.value)
    return judge_claim(
        held.count, Claim(reference="", figure=asserts.figure, operator=operator, number=asserts.number)
    )


def _weigh_at_most(held: Held, most: int) -> Status:
    found = held.count.range
    if found.low > most:
        return Status.CONTRADICTED
    if held.whole_is_unknown or _high(found) > most:
        return Status.UNPROVED
    return Status.PROVED


def _rows(held: Held, way: Way, status: Status) -> Bearings:
    """What falls short comes first where that is the point; of a zero, what it was counted over."""
    if way is Way.ALL and status is not Status.PROVED:
        return (*held.left_out, *held.counted)
    return held.counted or held.left_out


def judge_comparison(asserts: Compares, year: int, evidence: Evidence, kader: Kader) -> Verdict:
    """A figure in two years, each with what the register allows; a year that is missing proves nothing."""
    years = (year, asserts.year)
    found = [
        (one, held) for one in years if (held := evidence.held(asserts.figure, one)) and not held.is_empty
    ]
    if len(found) < len(years):
        lacking = next(one for one in (asserts.year, year) if one not in dict(found))
        return _nothing(evidence.held(asserts.figure, lacking), lacking)
    this, other = (held for _, held in found)
    unknown = this.whole_is_unknown or other.whole_is_unknown
    status = Status.UNPROVED if unknown else _weigh_trend(asserts.trend, this.count.range, other.count.range)
    unproved = status is Status.UNPROVED
    return Verdict(
        status=status,
        said=say_comparison(found),
        missing=(*missing_of(this, kader), *missing_of(other, kader)) if unproved else (),
        rows=(*this.counted, *other.counted),
    )


def _weigh_trend(trend: Trend, this: Range, other: Range) -> Status:
    """Two ranges decide where they do not overlap."""
    if trend is Trend.MORE:
        return _weigh_trend(Trend.FEWER, other, this)
    if trend is Trend.FEWER:
        return _decided(proved=_high(this) < other.low, contradicted=this.low >= _high(other))
    exact = this.value is not None and this.value == other.value
    apart = _high(this) < other.low or this.low > _high(other)
    return _decided(proved=exact, contradicted=apart)


def _decided(*, proved: bool, contradicted: bool) -> Status:
    if proved:
        return Status.PROVED
    return Status.CONTRADICTED if contradicted else Status.UNPROVED


def judge_same_number(
    named: Sequence[tuple[str, States]], year: int, evidence: Evidence, kader: Kader
) -> Verdict:
    """Sentences that give one number: it must be possible by the definition of each of them."""
    numbers = {states.number for _, states in named}
    if len(numbers) > 1:
        said = say_different([(name, states.number) for name, states in named])
        return Verdict(status=Status.CONTRADICTED, said=said)
    held = [(name, evidence.held(states.figure, year)) for name, states in named]
    for _, one in held:
        if one is None or one.is_empty:
            return _nothing(one, year)
    found = [(name, one) for name, one in held if one is not None]
    number = numbers.pop()
    status = _decided(
        proved=all(one.count.range.value == number and not one.whole_is_unknown for _, one in found),
        contradicted=any(not one.count.range.low <= number <= _high(one.count.range) for _, one in found),
    )
    lacking = [text for _, one in found for text in missing_of(one, kader)]
    return Verdict(
        status=status,
        said=say_same(number, found, status),
        missing=tuple(dict.fromkeys(lacking)) if status is Status.UNPROVED else (),
        rows=differing(found[0][1], found[-1][1]),
    )


def _high(found: Range) -> float:
    return math.inf if found.high is None else found.high


def judge_sum(asserts: AddsUp) -> Verdict:
    """Arithmetic: the parts make the sum, or they do not."""
    right = sum(asserts.parts, Decimal(0)) == asserts.total
    return Verdict(status=Status.PROVED if right else Status.CONTRADICTED, said=say_sum(asserts))


def judge_reference(asserts: Refers, parts: Sequence[Part]) -> Verdict:
    """A reference to a part of the document: it is there, it is about that, and no other has its name."""
    if not parts:
        return Verdict(status=Status.UNPROVED, said=NOTHING_HELD, missing=(NO_PARTS,))
    named = [part for part in parts if _folded(part.name) == _folded(asserts.part)]
    wanted = _folded(asserts.title or "")
    titled = [part for part in parts if _folded(part.title) == wanted]
    fitting = [part for part in named if not wanted or part in titled]
    status = _decided(proved=bool(fitting) and len(named) == 1, contradicted=not fitting)
    return Verdict(
        status=status,
        said=say_reference(asserts, named, titled, parts),
        missing=(WHICH_PART,) if status is Status.UNPROVED else (),
    )


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def judge_outside(asserts: Outside) -> Verdict:
    """What no figure can say; the file tells what it would take."""
    return Verdict(status=Status.UNPROVED, said=NOTHING_HELD, missing=(asserts.needed,))
