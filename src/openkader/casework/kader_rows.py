"""Changing one rule of a draft in a form: by whoever saw it as it is, and a table keeps one.

Another rule that changed meanwhile is no hindrance: only the letters of this one are written.
"""

from openkader.base.errors import Refusal

MOST_CONDITIONS = 50  # in one form; who needs more writes them in the text
MOST_REASON = 2000


def may_change_row(seen: str, stand: str | None, by: str) -> Refusal | None:
    """Of a rule: `stand` is the digest of what it says now, None where it is gone; `by` wrote last."""
    if stand is None:
        return Refusal("kader-draft.row-gone", {"by": by})
    return Refusal("kader-draft.row-meanwhile", {"by": by}) if seen != stand else None


def may_change_rows(seen: str, stand: str, by: str) -> Refusal | None:
    """Of all rules of a table: one is added, or two change places."""
    return Refusal("kader-draft.rows-meanwhile", {"by": by}) if seen != stand else None


def may_remove_row(number: int) -> Refusal | None:
    """Of a table that has so many."""
    return Refusal("kader-draft.last-row") if number <= 1 else None
