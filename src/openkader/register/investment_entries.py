"""What is handed to the services of investments."""

from dataclasses import dataclass

from openkader.base.text import Text
from openkader.casework.advice import AdviceVerdict
from openkader.casework.investment import CaseDraft
from openkader.register.entries import Counted


@dataclass(frozen=True, slots=True, kw_only=True)
class InvestmentCaseEntry:
    """The case at the partner as somebody knows it now."""

    request: str
    draft: CaseDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedStatementEntry(Counted):
    """What a published year says of statements of the partner."""

    year: int
    verdict: AdviceVerdict
    text: Text
    grounds: tuple[str, ...] = ()
