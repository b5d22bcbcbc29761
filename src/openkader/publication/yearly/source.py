"""What the evaluation of a year is made from: the register as one reader may see it, each part read once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from babel.dates import format_date

from openkader.base.text import Text, capital
from openkader.casework.period import Period
from openkader.casework.permissions import Act, Person
from openkader.casework.prose import Binding
from openkader.casework.vocabulary import Precision
from openkader.evaluation.account import Account, account_of
from openkader.evaluation.counting import Range
from openkader.evaluation.document import Block
from openkader.evaluation.matrix import Matrix, matrix_of
from openkader.evaluation.records import Record, in_public
from openkader.kader.model import Kader
from openkader.register import selectors
from openkader.register.selectors import ErratumRow, FindingRow, Row

LOCALES = {"nl": "nl_NL", "en": "en_GB"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which document is asked for, by whom, and the texts that people wrote for its chapters.

    `adopted` are the lines of the title page that tell of the adoption; without them it is a draft. `frozen` are the
    figures as they were then, by name and with the year behind it where that is another; `errata` came after it.
    `parts` are the tables, charts and quotes that were adopted.
    """

    year: int
    language: str
    reader: Person
    today: date
    texts: Mapping[str, str] = field(default_factory=dict)
    adopted: tuple[tuple[str, str], ...] = ()
    frozen: Mapping[str, Range] = field(default_factory=dict)
    errata: tuple[ErratumRow, ...] = ()
    parts: Mapping[Binding, Block] = field(default_factory=dict)


class YearSource:
    """One year of the register for one reader."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked

    @cached_property
    def account(self) -> Account:
        """The figures and the sentences that are judged by them."""
        told = ("activities", "decisions", "requests")  # these are shown as well as counted
        return account_of(self.asked.year, reader=self.asked.reader, told=told)

    @property
    def kader(self) -> Kader:
        """The kader of the year."""
        return self.account.kader

    @cached_property
    def matrix(self) -> Matrix:
        """What the register shows of each action line."""
        return matrix_of(self.asked.year, reader=self.asked.reader, today=self.asked.today)

    @cached_property
    def activities(self) -> Sequence[Row]:
        """The activities as the annex shows them, in order of date."""
        known = self.account.records.get("activities")
        return selectors.activities_of(self.asked.year, known, reader=self.asked.reader)

    @cached_property
    def findings(self) -> Sequence[FindingRow]:
        """What was found of each precondition and each line."""
        return selectors.findings_of(self.asked.year)

    @cached_property
    def decisions(self) -> Sequence[Record]:
        """Every decision of the year."""
        return self._counted("decisions")

    @cached_property
    def requests(self) -> Sequence[Record]:
        """Every request of the year."""
        return self._counted("requests")

    def _counted(self, name: str) -> Sequence[Record]:
        """A collection as the account has it, or as it would have it if a figure counted it."""
        if name in self.account.records:
            return self.account.records[name]
        found = selectors.counted(name, self.asked.year, reader=self.asked.reader)
        return found if self.sees_cases else in_public({name: found})[name]

    @property
    def sees_cases(self) -> bool:
        """Whether the reader is a colleague, who may see more than the public."""
        return self.asked.reader.may(Act.READ_CASES)

    @property
    def language(self) -> str:
        """That of the document."""
        return self.asked.language

    def say(self, text: Text, /, **known: object) -> str:
        """Words in the language of the document."""
        said = text.in_(self.language)
        return said.format(**known) if known else said

    def said(self, row: Mapping[str, object], name: str) -> str:
        """A bilingual field of a row, or nothing."""
        text = row.get(name)
        return text.in_(self.language) if isinstance(text, Text) else ""

    def option(self, collection: str, fact: str, code: object) -> str:
        """An answer in the words of the kader, with a capital; empty where it is unknown."""
        return capital(self.answer(collection, fact, code))

    def answer(self, collection: str, fact: str, code: object) -> str:
        """The same as it stands in the middle of a sentence."""
        known = self.kader.records.get(collection, {}).get(fact)
        if code is None or known is None:
            return ""
        found = known.option(str(code))
        return found.text.in_(self.language) if found else str(code)

    def day(self, day: date, pattern: str = "d MMMM y") -> str:
        """A day as it is written in the language of the document."""
        return format_date(day, pattern, locale=LOCALES[self.language])

    def period(self, period: object) -> str:
        """When it was, as exactly as it is known: ``23–28 mei 2024``, ``mei 2024``, ``2024``."""
        if not isinstance(period, Period):
            return ""
        first, last = period.starts_on, period.ends_on
        if period.precision is not Precision.DAY:
            return self.day(first, "y" if period.precision is Precision.YEAR else "MMMM y")
        if first == last:
            return self.day(first)
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}–{self.day(last)}"
        return f"{self.day(first, 'd MMMM')} – {self.day(last)}"
