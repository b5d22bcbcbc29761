"""From what is known of a dossier to the day on which it may go, and the sentence that says why.

Unknown destroys nothing: without a sourced term, without an end, without a day there is no day to go.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from openkader.casework.retention.catalogue import (
    ALWAYS_KEPT,
    DESTROYED_HERE,
    Begins,
    RecordKind,
    Retention,
    RetentionRule,
    TermStatus,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierFacts:
    """What a term rests on: whether the case is closed, the day on which it was, and what may still hold it."""

    is_closed: bool
    closed_on: date | None = None
    last_activity_on: date | None = None
    has_running_agreement: bool = False
    is_made_up: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """The day from which it may go, or None; `code` has the sentence that says why."""

    on: date | None
    code: str
    detail: Mapping[str, str] = field(default_factory=dict)


_SOURCED = {Begins.CLOSED: "retention.due.closed", Begins.LAST_ACTIVITY: "retention.due.last-activity"}
_MADE_UP = {
    Begins.CLOSED: "retention.due-practice.closed",
    Begins.LAST_ACTIVITY: "retention.due-practice.last-activity",
}


def due_of(retention: Retention, kind: RecordKind, facts: DossierFacts) -> Due:
    """When these records of a dossier may go."""
    rule = retention.by_kind.get(kind)
    if kind in ALWAYS_KEPT or (rule is not None and rule.status is TermStatus.KEPT):
        return Due(on=None, code="retention.kept")
    if kind not in DESTROYED_HERE:
        return Due(on=None, code="retention.not-here")
    if rule is None:
        return Due(on=None, code="retention.unknown-term")
    if facts.is_made_up:
        return _of_made_up(rule, facts)
    if rule.status is not TermStatus.SOURCED:
        return Due(on=None, code="retention.unknown-term")
    detail = {"source": rule.source or "", "category": rule.category or ""}
    return _running(rule.years, rule.begins, facts, (_SOURCED, detail))


def is_due(due: Due, day: date) -> bool:
    """Whether it may go on that day."""
    return due.on is not None and due.on <= day


def began_by(day: date, years: int) -> date | None:
    """The last day on which a term of so many years can have begun that is over on this day; None before our era."""
    if day.year <= years:
        return None
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 2, 28)


def none_is_known(retention: Retention | None) -> bool:
    """Whether no term at all is known of records that could go; then nothing real is ever due."""
    if retention is None:
        return True
    rules = (retention.by_kind.get(kind) for kind in DESTROYED_HERE)
    return not any(rule is not None and rule.status is TermStatus.SOURCED for rule in rules)


def _of_made_up(rule: RetentionRule, facts: DossierFacts) -> Due:
    """A made-up dossier goes by a made-up term, and by no other."""
    if rule.practice is None:
        return Due(on=None, code="retention.no-practice")
    return _running(rule.practice.years, rule.practice.begins, facts, (_MADE_UP, {}))


def _running(
    years: int, begins: Begins, facts: DossierFacts, said: tuple[Mapping[Begins, str], dict[str, str]]
) -> Due:
    if not facts.is_closed:
        return Due(on=None, code="retention.still-open")
    if facts.has_running_agreement:
        return Due(on=None, code="retention.agreement-runs")
    start = facts.closed_on if begins is Begins.CLOSED else facts.last_activity_on
    if start is None:
        return Due(on=None, code="retention.no-beginning")
    codes, detail = said
    return Due(
        on=_after(start, years),
        code=codes[begins],
        detail={**detail, "years": str(years), "from": start.isoformat()},
    )


def _after(start: date, years: int) -> date:
    """The same day so many years on; the 29th of February becomes the 1st of March, the later of the two."""
    try:
        return start.replace(year=start.year + years)
    except ValueError:
        return date(start.year + years, 3, 1)
