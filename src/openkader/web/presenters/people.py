"""Accounts as an administrator sees them, and the work in the background; nothing of any case."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.casework.role_words import ROLES
from openkader.casework.vocabulary import PasswordDue
from openkader.register.accounts import AccountRow
from openkader.web.shell import language, shown_moment


def shown_accounts(rows: Sequence[AccountRow], now: datetime) -> dict[str, object]:
    """The table of accounts."""
    labels = [_("State"), _("Roles"), _("Team"), _("Second step")]
    return {
        "name": "accounts",
        "caption": ngettext("%(count)s account", "%(count)s accounts", len(rows)) % {"count": len(rows)},
        "columns": [{"label": _("Account")}, *({"label": label} for label in labels)],
        "rows": [_row(row, labels, now) for row in rows],
    }


def _row(row: AccountRow, labels: Sequence[str], now: datetime) -> dict[str, object]:
    cells: Sequence[dict[str, object]] = (
        {"value": state_words(row, now)},
        {"value": role_words(row)},
        {"value": row.team or _("none")},
        {"value": step_words(row)},
    )
    return {
        "title": row.name,
        "url": reverse("managed_account", args=[row.name]),
        "cells": [cell | {"label": label} for cell, label in zip(cells, labels, strict=True)],
    }


def state_words(row: AccountRow, now: datetime) -> str:
    """Whether somebody can sign in with it, and what still has to be done for that."""
    if not row.is_open:
        return _("closed")
    if row.due_until is None:
        return _("open")
    is_over, invited = row.due_until <= now, row.due == PasswordDue.INVITED
    words = _invitation(is_over=is_over) if invited else _first_password(is_over=is_over)
    return words % {"moment": shown_moment(row.due_until)}


def _invitation(*, is_over: bool) -> str:
    return _("open; the invitation ended on %(moment)s") if is_over else _("open; invited until %(moment)s")


def _first_password(*, is_over: bool) -> str:
    if is_over:
        return _("open; the first password ended on %(moment)s")
    return _("open; the first password holds until %(moment)s")


def step_words(row: AccountRow) -> str:
    """Whether a second step is asked of it."""
    return _("set up") if row.has_second_step else _("none")


def role_words(row: AccountRow) -> str:
    """What the account may do."""
    return ", ".join(ROLES[role].in_(language()) for role in row.roles) or _("none")


def row_of(rows: Iterable[AccountRow], name: str) -> AccountRow | None:
    """One account of many."""
    return next((row for row in rows if row.name == name), None)
