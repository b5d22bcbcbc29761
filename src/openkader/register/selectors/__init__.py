"""Everything that may be read from the register, as plain rows and frozen values.

`rows(collection, year)` gives what a kader's figures count; `dossier` gives one case;
`activities_of` a year; `events` the trail. Nothing here changes anything.
"""

from openkader.register.selectors.collections import COLLECTIONS, Row, rows
from openkader.register.selectors.dossier import Dossier, dossier, find_dossier
from openkader.register.selectors.trail import event_count, events, head
from openkader.register.selectors.year import (
    ClaimRow,
    FindingRow,
    SourceRow,
    activities_of,
    claims_of,
    findings_of,
    source_of,
    sources_of,
    unnumbered_of,
    years,
)

__all__ = [
    "COLLECTIONS",
    "ClaimRow",
    "Dossier",
    "FindingRow",
    "Row",
    "SourceRow",
    "activities_of",
    "claims_of",
    "dossier",
    "event_count",
    "events",
    "find_dossier",
    "findings_of",
    "head",
    "rows",
    "source_of",
    "sources_of",
    "unnumbered_of",
    "years",
]
