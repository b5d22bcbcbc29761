"""The answer of a desk as a form sends it, with the documents that go with it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest

from openkader.base.text import capital
from openkader.casework.advice import AdviceVerdict
from openkader.casework.documents import Purpose, Sent
from openkader.casework.investment import StatementSaid
from openkader.register import services
from openkader.register.advice_entries import AdviceEntry
from openkader.register.kaders import assessor_of
from openkader.register.moments import day_of
from openkader.register.partners import partner_here
from openkader.register.selectors import AdviceRow
from openkader.web.forms.advice import AdviceForm
from openkader.web.forms.investment import StatementForm, ToldStatementForm
from openkader.web.refusals import say_refused
from openkader.web.shell import language
from openkader.web.uploads import documents_in


def is_statement(row: AdviceRow) -> bool:
    """Whether what this desk answers is a statement on an investment."""
    partner = partner_here()
    return partner is not None and partner.judges(row.desk, row.kind)


def fresh_form(row: AdviceRow, *values: object, is_told: bool = False, **named: object) -> AdviceForm:
    """The form that this desk answers with; `is_told` where a colleague enters what the desk said."""
    partner = partner_here()
    if partner is None or not partner.judges(row.desk, row.kind):
        return AdviceForm(*values, **named)  # type: ignore[arg-type]  # as any form takes them
    listing = assessor_of(row.kader).kader.lists.get(partner.grounds)
    grounds = [(one.code, capital(one.text.in_(language()))) for one in listing.items] if listing else []
    kind = ToldStatementForm if is_told else StatementForm
    return kind(grounds, *values, **named)


def answer_form(request: HttpRequest, row: AdviceRow, *, is_told: bool = False) -> AdviceForm:
    """The form as it was sent; a document that cannot be taken is said in it, beside what was typed."""
    form = fresh_form(row, request.POST, is_told=is_told)
    kept = [Sent(one.name, one.size) for answer in row.answers for one in answer.documents]
    documents, wrong = documents_in(request, {"documents": Purpose.ADVICE}, kept)
    say_refused(form, wrong)
    if form.is_valid():
        form.cleaned_data["documents"] = tuple(documents)
    return form


def give(row: AdviceRow, said: Mapping[str, object], hand: Mapping[str, Any]) -> None:
    """Record an answer as a form gives it; that of the partner of investments is a statement."""
    services.give_advice(_entry(row, said, hand["now"]), partner=partner_here(), **hand)


def _statement(said: Mapping[str, object], now: datetime) -> StatementSaid:
    """What is said beside the advice; whoever answers by a link says it today."""
    told, last, grounds = said.get("said_on"), said["valid_until"], said["grounds"]
    return StatementSaid(
        said_on=told if isinstance(told, date) else day_of(now),
        grounds=tuple(grounds) if isinstance(grounds, list) else (),
        valid_until=last if isinstance(last, date) else None,
        number=str(said["number"]),
    )


def _entry(row: AdviceRow, said: Mapping[str, object], now: datetime) -> AdviceEntry:
    conditions, documents = said["conditions"], said["documents"]
    return AdviceEntry(
        advice=row.reference,
        seen=int(str(said["seen"])),
        verdict=AdviceVerdict(str(said["verdict"])),
        explanation=str(said["explanation"]),
        conditions=conditions if isinstance(conditions, tuple) else (),
        given_by=str(said["given_by"]),
        documents=documents if isinstance(documents, tuple) else (),
        statement=_statement(said, now) if is_statement(row) else None,
        received=str(said["received"]) if said.get("received") else None,
    )
