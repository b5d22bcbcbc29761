"""Changing one entry of a section of a draft in a form: by whoever saw it as it is, and not while others lean on it."""

from collections.abc import Sequence

from openkader.base.errors import Refusal

_MOST_NAMED = 5


def may_change_entry(seen: str, stand: str | None, by: str) -> Refusal | None:
    """`stand` is the digest of what it says now, None where it is gone; `by` wrote last."""
    if stand is None:
        return Refusal("kader-draft.entry-gone", {"by": by})
    return Refusal("kader-draft.entry-meanwhile", {"by": by}) if seen != stand else None


def may_remove_entry(uses: Sequence[str]) -> Refusal | None:
    """`uses` says what would be wrong without it,."""
    if not uses:
        return None
    more = len(uses) - _MOST_NAMED
    named = "; ".join((*uses[:_MOST_NAMED], *((f"(+ {more})",) if more > 0 else ())))
    return Refusal("kader-draft.entry-used", {"uses": named})
