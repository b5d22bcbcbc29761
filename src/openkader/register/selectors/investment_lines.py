"""The requests for support of an investment, each with the case at the partner and what that stated last."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from openkader.base.text import Text
from openkader.casework.advice import AdviceVerdict
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import Confidentiality, Kind
from openkader.register.models import InvestmentCase, InvestmentStatement, Request
from openkader.register.selectors.pages import PER_PAGE
from openkader.register.visibility import shares_secrets

_ROW = "advice__advice_request__request"


@dataclass(frozen=True, slots=True, kw_only=True)
class InvestmentLine:
    """An investment in a list; `number` is that of the case at the partner, and None where that is not known."""

    reference: str
    title: Text
    year: int
    confidentiality: Confidentiality
    is_fictional: bool
    number: str | None
    verdict: AdviceVerdict | None
    said_on: date | None


def newest_investments(
    before: int | None, year: int | None, *, reader: Person
) -> tuple[tuple[InvestmentLine, ...], int | None]:
    """A page of them, the newest in the register first, and where the next begins; None: this is the last.

    Whoever does not share the secrets of a dossier does not hear that it is there, as on its page.
    """
    chosen = (
        Q(kind=Kind.INVESTMENT_SUPPORT) if before is None else Q(kind=Kind.INVESTMENT_SUPPORT, pk__lt=before)
    )
    if year is not None:
        chosen &= Q(year=year)
    rows = Request.objects.filter(shares_secrets(reader), chosen).select_related("source").order_by("-pk")
    found = list(rows[: PER_PAGE + 1])
    shown = found[:PER_PAGE]
    return tuple(_lines(shown)), shown[-1].pk if len(found) > PER_PAGE else None


def _lines(rows: list[Request]) -> Iterable[InvestmentLine]:
    cases = {one.request_id: one for one in InvestmentCase.objects.filter(request__in=rows).order_by("id")}
    said = InvestmentStatement.objects.filter(**{f"{_ROW}__in": rows}).select_related(_ROW).order_by("id")
    statements = {one.advice.advice_request.request_id: one for one in said}
    for row in rows:
        case, statement = cases.get(row.pk), statements.get(row.pk)
        yield InvestmentLine(
            reference=row.reference,
            title=Text(nl=row.title_nl, en=row.title_en),
            year=row.year,
            confidentiality=Confidentiality(row.confidentiality),
            is_fictional=row.source is not None and row.source.fictional,
            number=case.number if case else None,
            verdict=AdviceVerdict(statement.advice.verdict) if statement else None,
            said_on=statement.said_on if statement else None,
        )
