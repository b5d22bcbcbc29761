"""A desk answers the question that it was asked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from openkader.base.errors import NotFound, Refusal
from openkader.casework.advice import AdviceDraft, may_give
from openkader.casework.investment import Partner, StatementDraft, StatementSaid, may_state
from openkader.casework.mail import MailOutcome
from openkader.casework.permissions import Act
from openkader.register.advice_entries import AdviceEntry
from openkader.register.advising import advice_for_update, asked_of
from openkader.register.documents import Recognised, enter_documents, recognised
from openkader.register.filling import fill_by_kader
from openkader.register.hand import Hand, claim_references, digest, require, writing
from openkader.register.investments import is_same_statement, newest_case, once, screening_now
from openkader.register.kaders import assessor_of
from openkader.register.models import (
    Advice,
    AdviceDocument,
    AdviceRequest,
    Document,
    InvestmentStatement,
    Request,
)
from openkader.register.received import Handling, handle, mail_for_update


def give_advice(entry: AdviceEntry, *, by: str, now: datetime, partner: Partner | None = None) -> None:
    """Add an answer; an earlier one stays and is corrected by it. Handed in twice, it counts once.

    What the `partner` of this organisation answers about an investment is a statement.
    """
    documents = recognised(entry.documents)
    with writing(by=by, now=now, act=Act.GIVE_ADVICE) as hand:
        row = advice_for_update(entry.advice, hand)
        answers = list(row.answers.order_by("number"))
        judge = partner if partner and partner.judges(row.desk, row.request.kind) else None
        if len(answers) == entry.seen + 1 and _is_same(answers[-1], entry, documents, by):
            return
        draft = AdviceDraft(
            seen=entry.seen,
            verdict=entry.verdict,
            explanation=entry.explanation,
            conditions=entry.conditions,
        )
        require(may_give(asked_of(row, {}), draft, len(answers), hand.today))
        require(_may_state(entry, row, judge, hand) if judge else None)
        answer = _store(entry, row, hand)
        if entry.received is not None:
            _from_mail(entry.received, row.request, hand)
        _keep(answer, row.request, documents, hand)
        if judge and entry.statement:
            _state(answer, entry.statement, hand)
        fill_by_kader(row.request, row.kader, hand)


def _from_mail(mail: str, request: Request, hand: Hand) -> None:
    """The mail that it was said in waits no more; one of another dossier says nothing here."""
    received = mail_for_update(mail, hand)
    if received.request_id != request.pk:
        raise NotFound("mail", mail[:80])
    handle(received, Handling(mail=mail, becomes=MailOutcome.ADVICE), hand)


def _may_state(entry: AdviceEntry, row: AdviceRequest, judge: Partner, hand: Hand) -> Refusal | None:
    """Whether what the partner says is a whole statement, with grounds of the kader under which it was asked."""
    listing = assessor_of(row.kader).kader.lists.get(judge.grounds)
    known = [item.code for item in listing.items] if listing else []
    return may_state(StatementDraft(verdict=entry.verdict, said=entry.statement), known, hand.today)


def _state(answer: Advice, said: StatementSaid, hand: Hand) -> None:
    """Keep what makes the answer a statement."""
    statement = _enter_statement(answer, said, hand)
    hand.log(
        "statement.given",
        "statement",
        statement.reference,
        answer.advice_request.request.reference,
        verdict=answer.verdict,
        grounds=statement.grounds,
        said_on=statement.said_on,
        valid_until=statement.valid_until,
    )


def _enter_statement(answer: Advice, said: StatementSaid, hand: Hand) -> InvestmentStatement:
    """Keep what makes an answer a statement, with what it rests on at this moment."""
    request = answer.advice_request.request
    reference = f"{answer.advice_request.reference}-V{answer.number}"
    claim_references([(reference, request.reference)], kind="statement")
    return InvestmentStatement.objects.create(
        advice=answer,
        reference=reference,
        grounds=list(once(said)),
        said_on=said.said_on,
        valid_until=said.valid_until,
        number=said.number.strip() or None,
        case=newest_case(request),
        screening=screening_now(request),
    )


def _said(entry: AdviceEntry) -> dict[str, object]:
    return {
        "verdict": entry.verdict,
        "explanation": entry.explanation.strip(),
        "conditions": [one.strip() for one in entry.conditions if one.strip()],
        "given_by": entry.given_by.strip(),
    }


def _is_same(answer: Advice, entry: AdviceEntry, documents: Sequence[Recognised], by: str) -> bool:
    sent = set(answer.documents.values_list("document__digest", flat=True))
    said = {**_said(entry), "by": by}
    return (
        sent == {one.digest for one in documents}
        and all(getattr(answer, name) == value for name, value in said.items())
        and is_same_statement(answer, entry.statement)
    )


def _keep(answer: Advice, request: Request, documents: Sequence[Recognised], hand: Hand) -> None:
    """Keep what was sent along with the case; a document that lies there already is that one."""
    references = enter_documents(request, documents, hand)
    keys = dict(Document.objects.filter(reference__in=references).values_list("reference", "pk"))
    AdviceDocument.objects.bulk_create(
        AdviceDocument(advice=answer, document_id=keys[reference]) for reference in references
    )


def _store(entry: AdviceEntry, row: AdviceRequest, hand: Hand) -> Advice:
    answer = Advice.objects.create(
        advice_request=row, number=entry.seen + 1, at=hand.now, by=hand.by, **_said(entry)
    )
    hand.log(
        "advice.answered",
        "advice",
        row.reference,
        row.request.reference,
        number=entry.seen + 1,
        verdict=entry.verdict,
        digest=digest(replace(entry, documents=())),
        documents=len(entry.documents),
    )
    return answer
