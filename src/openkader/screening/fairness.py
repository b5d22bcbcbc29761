"""Whom screening bothers: how often harmless people raise an alert, by the origin of their names.

An alert on somebody who is on no list costs that person time and trust. Where one origin
is bothered more than the others, beyond what chance explains, the row says so.
"""

import json
import math
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from openkader.screening.entities import Entity
from openkader.screening.evidence import Band, ListUsed, Screening, Screens
from openkader.screening.names import Script
from openkader.screening.names.scripts import script_of
from openkader.screening.origins import Named

# The normal quantile of a confidence of 95 %.
_Z = 1.959964


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The harmless people of one origin and script, and on how many of them there was an alert.

    Who has the very name of somebody on a list is a namesake: no engine can know better
    by the name alone, so they are counted apart and not among `n`.
    """

    origin: str
    script: str
    n: int
    match: int
    check: int
    namesakes: int = 0
    is_worse_off: bool = False

    @property
    def alert(self) -> int:
        """On how many somebody has to look."""
        return self.match + self.check

    @property
    def interval(self) -> tuple[float, float]:
        """Between which shares the rate of alerts lies, with a confidence of 95 %."""
        return wilson(self.alert, self.n)


@dataclass(frozen=True, slots=True, kw_only=True)
class FairnessReport:
    """The rows of all origins against the lists as they were then."""

    made_at: datetime
    lists: tuple[ListUsed, ...]
    rows: tuple[Row, ...]

    def as_json(self) -> str:
        """The report as a document."""
        document = {
            "made_at": self.made_at.isoformat(timespec="seconds"),
            "lists": [asdict(one) for one in self.lists],
            "rows": [_as_data(row) for row in self.rows],
        }
        return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def fairness(names: Iterable[Named], screens: Screens, made_at: datetime) -> FairnessReport:
    """Screen harmless people and count; an answer that fails to come ends the count."""
    found: dict[tuple[str, Script], list[Band | None]] = defaultdict(list)
    for named in names:
        screening = screens.screen(named.party)
        band = None if _has_namesake(named.party, screening) else screening.band
        found[named.origin, script_of(named.party.caption)].append(band)
    rows = (_counted(origin, script, bands) for (origin, script), bands in found.items())
    return FairnessReport(made_at=made_at, lists=screens.lists, rows=tuple(marked(tuple(rows))))


def marked(rows: Sequence[Row]) -> Iterable[Row]:
    """The rows, those marked of which the whole interval lies above that of all others; one alert is chance."""
    alerts, asked = sum(row.alert for row in rows), sum(row.n for row in rows)
    for row in rows:
        others = wilson(alerts - row.alert, asked - row.n)
        yield replace(row, is_worse_off=row.alert > 1 and row.interval[0] > others[1])


def wilson(found: int, n: int) -> tuple[float, float]:
    """The interval of Wilson for a share: honest for few people and for none found; all of 0-1 for nobody."""
    if n == 0:
        return 0.0, 1.0
    share, z2 = found / n, _Z**2
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = _Z * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    # The ends are exact where nobody or everybody was found; rounding must not say otherwise.
    return 0.0 if found == 0 else middle - half, 1.0 if found == n else middle + half


def _counted(origin: str, script: Script, bands: Sequence[Band | None]) -> Row:
    return Row(
        origin=origin,
        script=script,
        n=sum(band is not None for band in bands),
        match=bands.count(Band.MATCH),
        check=bands.count(Band.CHECK),
        namesakes=bands.count(None),
    )


def _has_namesake(party: Entity, screening: Screening) -> bool:
    names = {plain(name.value) for name in party.names}
    return any(plain(hit.listed) in names for hit in screening.hits if hit.band is not Band.CLEAR)


def plain(name: str) -> tuple[str, ...]:
    """A name without case, marks and order of words, only to see whether two are the same."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    kept = "".join(
        " " if not letter.isalnum() else letter for letter in letters if not unicodedata.combining(letter)
    )
    return tuple(sorted(kept.split()))


def _as_data(row: Row) -> Mapping[str, Any]:
    low, high = row.interval
    return {
        "origin": row.origin,
        "script": row.script,
        "n": row.n,
        "match": row.match,
        "check": row.check,
        "alert": row.alert,
        "namesakes": row.namesakes,
        "low": round(low, 4),
        "high": round(high, 4),
        "worse_off": row.is_worse_off,
    }
