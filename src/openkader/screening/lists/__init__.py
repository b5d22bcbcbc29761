"""Lists as they are published, read into entities, and kept as dated snapshots."""

from openkader.screening.lists.differences import Difference, compare
from openkader.screening.lists.drafts import Reading
from openkader.screening.lists.listed import Listed, Origin, read_listed
from openkader.screening.lists.reading import Format, Source, read_list
from openkader.screening.lists.snapshots import Attempt, Definition, ListFolder, Lists, Snapshot
from openkader.screening.lists.standing import RENEWED_WITHIN, ListState, Standing, state_of
from openkader.screening.lists.updating import Fetch, Fetched, Outcome, Terms, add, update

__all__ = [
    "RENEWED_WITHIN",
    "Attempt",
    "Definition",
    "Difference",
    "Fetch",
    "Fetched",
    "Format",
    "ListFolder",
    "ListState",
    "Listed",
    "Lists",
    "Origin",
    "Outcome",
    "Reading",
    "Snapshot",
    "Source",
    "Standing",
    "Terms",
    "add",
    "compare",
    "read_list",
    "read_listed",
    "state_of",
    "update",
]
