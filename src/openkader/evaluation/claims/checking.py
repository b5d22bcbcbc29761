"""Checking a claims file against this register: each figure that a claim rests on is counted once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from openkader.base.document import Entry
from openkader.base.text import Text
from openkader.casework.permissions import Person
from openkader.evaluation.account import count_year, only_figures
from openkader.evaluation.claims import reading
from openkader.evaluation.claims.holding import Evidence, Held
from openkader.evaluation.claims.judging import Verdict, judge_claims
from openkader.evaluation.claims.model import ClaimsFile, Compares, FiledClaim, States
from openkader.evaluation.claims.reading import FOLDER, claims_in, load_claims
from openkader.evaluation.reading import Labels
from openkader.evaluation.verdict import Status
from openkader.register import selectors
from openkader.register.kaders import assessor_of
from openkader.register.pack_files import loaded

# What is contradicted asks for attention first, and then what nobody can show.
ORDER = (Status.CONTRADICTED, Status.UNPROVED, Status.PROVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """The claims of a file with the verdict on each, and what the rows behind them are called."""

    file: ClaimsFile
    verdicts: tuple[tuple[FiledClaim, Verdict], ...]
    labels: Mapping[str, Text]
    known: selectors.HeldYears

    def with_status(self, status: Status) -> tuple[tuple[FiledClaim, Verdict], ...]:
        """The claims that came out so, in the order of the file."""
        return tuple(pair for pair in self.verdicts if pair[1].status is status)


def read_claims(path: Path) -> ClaimsFile:
    """The claims file in `path`, read by a kader of this installation."""
    return load_claims(path, lambda name: assessor_of(name).kader)


def claims_handed_in(content: bytes, name: str) -> ClaimsFile:
    """The claims that somebody handed in as a file, read in the same way."""
    return claims_in(content, name, lambda kader: assessor_of(kader).kader)


def claims_sent(document: Entry) -> ClaimsFile:
    """The claims that a program sent as values, read in the same way."""
    return reading.claims_sent(document, lambda kader: assessor_of(kader).kader)


def shipped_claims(year: int) -> ClaimsFile | None:
    """The claims that the organisation keeps of the evaluation of a year; None where it keeps none."""
    return loaded(f"{FOLDER}/{year}.yaml", _loading(year))


@lru_cache(maxsize=32)
def _loading(year: int) -> Callable[[Path], ClaimsFile]:
    """One and the same function for a year, by which it is read once."""
    return lambda folder: read_claims(folder / FOLDER / f"{year}.yaml")


def check_claims(file: ClaimsFile, *, reader: Person) -> Checked:
    """The verdict on every claim, from one count of each year that the claims speak of and the register has."""
    needed = _figures_by_year(file)
    known = selectors.held_years(needed)
    years: dict[int, Mapping[str, Held]] = {}
    labels: dict[str, Text] = {}
    for year in needed.keys() & known.years:
        kader = only_figures(file.kader, needed[year])
        # What each row is called is told beside every verdict, so the records are read in full at once.
        counts, records = count_year(kader, year, reader=reader, told=selectors.COLLECTIONS)
        years[year] = {name: Held(one, len(records[one.figure.counts])) for name, one in counts.items()}
        labels |= Labels(records)
    verdicts = judge_claims(file, Evidence(years))
    return Checked(
        file=file, verdicts=tuple(zip(file.claims, verdicts, strict=True)), labels=labels, known=known
    )


def _figures_by_year(file: ClaimsFile) -> dict[int, set[str]]:
    """Which figures have to be counted over which years; of the year itself there may be none."""
    needed: dict[int, set[str]] = {file.year: set()}
    for claim in file.claims:
        if isinstance(claim.asserts, States | Compares):
            needed[file.year].add(claim.asserts.figure)
        if isinstance(claim.asserts, Compares):
            needed.setdefault(claim.asserts.year, set()).add(claim.asserts.figure)
    return needed
