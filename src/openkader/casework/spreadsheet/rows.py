"""One row of a register in a spreadsheet: what it says of a case, or everything that is wrong with it."""

import hashlib
import json
from collections.abc import Mapping as Named
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from openkader.casework.period import Period
from openkader.casework.spreadsheet.words import Outcome
from openkader.casework.vocabulary import DecisionOutcome, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The organisations that a row names in one role, each once, in the order in which they stand there."""

    requesters: tuple[str, ...] = ()
    counterparts: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    own_number: int | None = None  # how many of our own took part, named or not


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """The agreement that a row says was signed: its form by the code of the kader, when, and its last day."""

    form: str
    on: Period | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenRow:
    """What a row says; None is unknown, and never no.

    `words` are its cells as they stand there, those that are not taken over left out. `year` is when the case
    began; that of what took place follows from `held`.
    """

    row: int
    title: str
    year: int
    words: str
    number: str | None = None
    kind: Kind | None = None
    country: str | None = None  # as ISO 3166 writes it: CN
    programme: str | None = None
    received: Period | None = None
    held: Period | None = None
    outcome: Outcome | None = None
    outcome_words: str | None = None  # the cell that says so
    reason: str | None = None
    aim: str | None = None
    place: str | None = None
    office_holder: bool | None = None
    parties: Listed = Listed()
    held_year: int | None = None  # of what took place; None where nothing did
    signed: Signed | None = None  # None where nothing took place, or the row does not say of what form

    @property
    def is_held(self) -> bool:
        """Whether it says that something took place."""
        return self.outcome is Outcome.CARRIED_OUT

    @property
    def decision(self) -> DecisionOutcome | None:
        """What was decided on it, elsewhere."""
        return self.outcome.decision if self.outcome else None

    def fingerprint(self, times: int = 0) -> str:
        """Equal for a row that says the same, wherever it stands; `times` is how often it stood there before."""
        cells = {**asdict(self), "row": 0}
        if self.signed is None:
            del cells["signed"]  # as it was before agreements were taken over, so that a row stays known
        return hashlib.sha256(json.dumps([cells, times], default=str, sort_keys=True).encode()).hexdigest()


def fingerprints(rows: Sequence[TakenRow]) -> list[str]:
    """The fingerprint of each row; of rows that say the same the second has another."""
    seen: dict[str, int] = {}
    found = []
    for row in rows:
        first = row.fingerprint()
        times = seen[first] = seen.get(first, -1) + 1
        found.append(row.fingerprint(times) if times else first)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """What a row is judged by: the day, how days are counted, and the words for a relation.

    `relations` and `forms` of an agreement are the codes of the kader by its own words; `by_country` is the relation
    under which a country falls in this house, and `elsewhere` that of any other.
    """

    today: date
    day_zero: date
    relations: Named[str, str]
    forms: Named[str, str]
    by_country: Named[str, str]
    elsewhere: str | None
