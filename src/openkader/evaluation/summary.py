"""What the figures of a year say without the rows behind them, kept as long as nothing changes in the register.

A writer looks at how a text reads with every few words, and a year can have a hundred thousand rows.
"""

from collections.abc import Mapping
from typing import Any, cast

from django.core.cache import caches

from openkader.casework.evaluating import Reading
from openkader.casework.permissions import NOBODY
from openkader.evaluation.account import Account, account_of, as_json
from openkader.evaluation.counting import Count
from openkader.evaluation.explaining import explain_count
from openkader.evaluation.frozen import count_of
from openkader.kader import Kader
from openkader.register.chain import fingerprint

Summary = Mapping[str, Any]
_AN_HOUR = 3600
_LANGUAGES = ("nl", "en")


def kept_summary(year: int, kader: Kader, head: str) -> Summary:
    """What the figures of a year say to everybody; `head` is the digest of the newest event of the register."""

    def made() -> Summary:
        return summary_of(account_of(year, reader=NOBODY))

    if not head:
        return made()
    key = f"year-summary:{year}:{kader.digest[:16]}:{head}"
    return cast("Summary", caches["made"].get_or_set(key, made, _AN_HOUR))


def summary_of(account: Account) -> Summary:
    """The figures of an account as plain data, with how many rows there are and their digest."""
    whole: dict[str, Any] = as_json(account)
    return {
        "figures": {
            name: {
                **{key: told[key] for key in ("low", "high", "of", "value", "declared")},
                "note": {language: _note(account.figures[name].count, language) for language in _LANGUAGES},
            }
            for name, told in whole["figures"].items()
        },
        "rows": sum(len(told["rows"]) for told in whole["figures"].values()),
        "claims": len(whole["claims"]),
        "digest": fingerprint(whole),
    }


def _note(count: Count, language: str) -> str:
    """Why it is no single number, or a zero of which nobody knows the whole."""
    is_exact = count.range.value is not None and (count.total is None or count.total.high is not None)
    return "" if is_exact else " ".join(explain_count(count, language))


def counts_in(summary: Summary, kader: Kader) -> dict[str, Count]:
    """The figures to fill a text with; the rows behind them are not here."""
    specs = {figure.id: figure for figure in kader.figures}
    return {name: count_of(specs[name], told) for name, told in summary["figures"].items() if name in specs}


def reading_in(summary: Summary, figure: str) -> Reading | None:
    """What one figure says."""
    told = summary["figures"].get(figure)
    return {key: told[key] for key in ("low", "high", "of")} if told else None
