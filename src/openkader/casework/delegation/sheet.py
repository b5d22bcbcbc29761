"""A delegation list after reading: who is on it, and everything that could not be taken from it."""

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum

from openkader.base.errors import Problem
from openkader.casework.delegation.columns import Column


class Form(StrEnum):
    """In which form a list came in; the content decides, not the name of the file."""

    XLSX = "xlsx"
    ODS = "ods"
    TABLE = "table"  # cells between commas, semicolons or tabs
    NAMES = "names"  # one name a line


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegate:
    """One person of a delegation as the list gives them; what it does not say is empty."""

    row: int  # as the spreadsheet numbers it
    names: tuple[str, ...]  # at least one; a name in two scripts is two names
    organisation_names: tuple[str, ...] = ()  # of one organisation, in each script
    function: str = ""
    birth_date: str = ""  # 1962, 1962-05 or 1962-05-23: as exactly as the list says
    country: str = ""  # two small letters, as FollowTheMoney writes them
    gender: str = ""  # male or female, as FollowTheMoney writes them

    @property
    def name(self) -> str:
        """The name to show."""
        return self.names[0]

    @property
    def organisation(self) -> str:
        """The organisation to show."""
        return " / ".join(self.organisation_names)

    @property
    def fingerprint(self) -> str:
        """Equal for two delegates that screening cannot tell apart, in whatever order the list gives them.

        A function and a row are not screened, so they make no difference.
        """
        screened = (
            sorted(self.names),
            sorted(self.organisation_names),
            self.birth_date,
            self.country,
            self.gender,
        )
        return hashlib.sha256(json.dumps(screened, ensure_ascii=False).encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationSheet:
    """A delegation list: its delegates, and all that is not among them, so that nothing is lost unseen.

    `problems` are rows that gave no delegate, `doubts` values that were left out of one
    that stands, `ignored` what is no delegate (titles, totals, columns that are not
    taken over). Each has a sentence in `base.messages`, and its place.
    """

    form: Form
    encoding: str  # of text: utf-8, utf-16, windows-1252 or gb18030; of a workbook nothing
    delimiter: str  # of a table in text; else nothing
    sheet: str  # the sheet of a workbook that was read; else nothing
    columns: tuple[Column, ...]
    delegates: tuple[Delegate, ...]
    problems: tuple[Problem, ...] = ()
    doubts: tuple[Problem, ...] = ()
    ignored: tuple[Problem, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether every row that may be a delegate is one."""
        return bool(self.delegates) and not self.problems
