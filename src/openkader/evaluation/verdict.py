"""What the register says of a published number or sentence: proved, or not, and why."""

from dataclasses import dataclass
from enum import StrEnum

from openkader.base.text import Text
from openkader.casework.vocabulary import ClaimOperator
from openkader.evaluation.counting import Count, Range


class Status(StrEnum):
    """How far the register bears a figure or a claim."""

    PROVED = "proved"
    INTERVAL = "interval"
    CONTRADICTED = "contradicted"
    UNPROVED = "unproved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A sentence of a published evaluation, bound to the figure that must bear it.

    It says that the figure is `number`, or at least that, or that all of them are so.
    """

    reference: str
    figure: str
    operator: ClaimOperator = ClaimOperator.IS
    number: int | None = None
    sentence: str | None = None
    chapter: str | None = None
    derived: bool = False
    remark: Text | None = None


def judge_number(count: Count, declared: int | None) -> Status:
    """How the register's range bears a declared number; without one, whether it is exact."""
    if count.unrecorded:
        return Status.UNPROVED  # a zero over no rows at all is no counted zero
    low, high = count.range.low, count.range.high
    if declared is not None and (declared < low or (high is not None and declared > high)):
        return Status.CONTRADICTED
    if count.total is not None and not count.total.high:
        return Status.UNPROVED  # neither "0 of nobody knows how many" nor "0 of 0" is a counted zero
    if low == high:
        return Status.PROVED
    return Status.UNPROVED if count.gaps else Status.INTERVAL


def judge_claim(count: Count, claim: Claim) -> Status:
    """How the register bears one sentence."""
    if claim.operator is ClaimOperator.ALL:
        return _judge_all(count)
    if claim.operator is ClaimOperator.AT_LEAST:
        return _judge_at_least(count, claim.number or 0)
    return judge_number(count, claim.number)


def _judge_at_least(count: Count, least: int) -> Status:
    if count.range.low >= least:
        return Status.PROVED
    if count.unrecorded:
        return Status.UNPROVED
    if count.range.high is not None and count.range.high < least:
        return Status.CONTRADICTED
    return Status.UNPROVED if count.gaps else Status.INTERVAL


def _judge_all(count: Count) -> Status:
    """All of nothing proves nothing; one row that certainly falls short is enough."""
    found, whole = count.range, count.total or Range(0, None)
    if whole.value and found.low == whole.value:
        return Status.PROVED
    falls_short = (found.high is not None and found.high < whole.low) or _has_exception(count)
    return Status.CONTRADICTED if falls_short and not count.figure.absence_is_unknown else Status.UNPROVED


def _has_exception(count: Count) -> bool:
    """Whether a row that certainly belongs to the whole certainly does not count, whatever is unknown of others."""
    counted = {item.row.reference for item in count.rows}
    whole = (item for item in count.total_rows if item.counts and item.row.number != 0)
    return any(item.row.reference not in counted for item in whole)
