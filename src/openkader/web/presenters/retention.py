"""Keeping and destroying in words: terms, what is due, and destruction lists."""

from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from openkader.base.messages import sentence
from openkader.casework.retention import (
    RECORDS,
    REVIEWERS,
    Begins,
    Retention,
    RetentionRule,
    TermStatus,
    waits_long,
)
from openkader.publication.destruction_certificates import reason_words
from openkader.register.destroying.dossiers import DueRow
from openkader.register.selectors.destruction import AgreedRow, ItemRow, ListRow, RoundRow
from openkader.web.presenters.names import Words, name_of
from openkader.web.presenters.parties import CASE_KINDS
from openkader.web.shell import day_words, language, said, shown_moment

Shown = dict[str, object]
STATES: Words = {
    "drawn_up": pgettext_lazy("destruction", "waits for agreement"),
    "agreed": pgettext_lazy("destruction", "agreed, not carried out yet"),
    "under_way": pgettext_lazy("destruction", "being carried out"),
    "destroyed": pgettext_lazy("destruction", "carried out"),
    "withdrawn": pgettext_lazy("destruction", "withdrawn"),
}


def shown_rule(rule: RetentionRule, retention: Retention) -> Shown:
    """One sort of record with its term and its ground."""
    source = retention.source_of(rule)
    return {
        "title": said(rule.title),
        "why": said(rule.why),
        "status": rule.status,
        "term": _term(rule.status, rule.years, rule.begins),
        "source": said(source.title) if source else "",
        "url": source.url if source else "",
        "category": rule.category or "",
        "practice": _years(rule.practice.years, rule.practice.begins) if rule.practice else "",
    }


def _term(status: TermStatus, years: int, begins: Begins) -> str:
    if status is TermStatus.KEPT:
        return _("for ever")
    return _("unknown") if status is TermStatus.UNKNOWN else _years(years, begins)


def _years(years: int, begins: Begins) -> str:
    words = (
        ngettext(
            "%(years)s year after the dossier was closed",
            "%(years)s years after the dossier was closed",
            years,
        )
        if begins is Begins.CLOSED
        else ngettext(
            "%(years)s year after the last activity",
            "%(years)s years after the last activity",
            years,
        )
    )
    return words % {"years": years}


def shown_due(row: DueRow, value: str) -> Shown:
    """A row that may go."""
    return {
        "value": value,
        "reference": row.reference,
        "title": said(row.title),
        "url": reverse("dossier", args=[row.reference]),
        "what": said(RECORDS[row.kind]),
        "year": row.year,
        "day": day_words(row.due.on or date.max),
        "why": reason_words(row.due.code, row.due.detail, language()),
        "is_made_up": row.is_made_up,
    }


def shown_list(row: ListRow) -> Shown:
    """A list as lists of them show it."""
    return {
        "reference": row.reference,
        "url": reverse("destruction_list", args=[row.reference]),
        "state": row.state,
        "said_state": name_of(STATES, row.state),
        "items": row.items,
        "by": row.by,
        "at": shown_moment(row.at),
        "waits_for": [said(REVIEWERS[one]) for one in row.waits_for],
    }


def shown_item(row: ItemRow) -> Shown:
    """An item of a list."""
    return {
        "number": row.number,
        "dossier": row.dossier,
        "title": said(row.title) if row.title else "",
        "url": reverse("dossier", args=[row.dossier]) if row.title else "",
        "what": said(RECORDS[row.kind]),
        "kind": name_of(CASE_KINDS, row.case_kind) or _("unknown"),
        "year": row.year,
        "day": day_words(row.due_on),
        "why": reason_words(row.code, row.detail, language()),
        "exempt": row.exempt_because or "",
        "exempt_by": row.exempt_by or "",
        "destroyed": shown_moment(row.destroyed_at) if row.destroyed_at else "",
    }


def shown_round(row: RoundRow | None, now: datetime) -> Shown | None:
    """How far the worker is with a list; None where none was asked, or it ended well."""
    if row is None or (row.ended_at is not None and row.failure is None):
        return None
    return {
        "is_open": row.ended_at is None,
        "is_late": row.ended_at is None and waits_long(row.at, row.lease_ends, now),
        "is_held": row.lease_ends is not None,
        "failure": sentence(row.failure, {}, language()) if row.failure else "",
        "by": row.by,
        "at": shown_moment(row.ended_at or row.at),
    }


def shown_agreed(row: AgreedRow) -> Shown:
    """Who agreed."""
    return {"reviewer": said(REVIEWERS[row.reviewer]), "by": row.by, "at": shown_moment(row.at)}
