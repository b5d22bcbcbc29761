"""Advice and agreement around a case, as its pages show them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet

from openkader.base.errors import NotFound
from openkader.casework.advice import AdviceState, AdviceVerdict, Advised, is_reminder_due
from openkader.casework.investment import StatementSaid
from openkader.casework.life_cycle import State
from openkader.casework.permissions import Person
from openkader.kader import Assessor
from openkader.register.advising import WAITED_FOR, advised_of, asked_of, assessed_now
from openkader.register.asking import leading
from openkader.register.cases import newest_assessment, proposal_of
from openkader.register.investments import said_with
from openkader.register.models import (
    Advice,
    AdviceLink,
    AdviceRequest,
    Decision,
    Document,
    PreparedDecision,
    Request,
    Waiver,
)
from openkader.register.moments import day_of
from openkader.register.selectors.documents import DOCUMENT, DocumentRow
from openkader.register.standings import standings_of
from openkader.register.states import stand_now
from openkader.register.visibility import visible_requests


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """One answer of a desk."""

    verdict: AdviceVerdict
    explanation: str
    conditions: tuple[str, ...]
    given_by: str
    at: datetime
    documents: tuple[DocumentRow, ...] = ()
    statement: StatementSaid | None = None  # what the partner of an investment said beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceRow:
    """One question with what came of it; `facts` are those that the desk was shown."""

    reference: str
    dossier: str
    kind: str | None  # of the request that it is about
    desk: str
    kader: str
    question: str
    recipient: str
    email: str | None
    language: str
    mandatory: bool
    facts: Mapping[str, object]
    due_on: date
    at: datetime
    by: str
    state: AdviceState
    reminded_on: tuple[date, ...] = ()
    answers: tuple[AnswerRow, ...] = ()
    withdrawn_because: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiverRow:
    """One waiver, and whether a second person agreed."""

    reference: str
    desk: str
    reason: str
    expires_on: date
    at: datetime
    by: str
    agreed_by: str | None
    agreed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedRow:
    """A decision that waits, or waited, for a second person."""

    reference: str
    said: Mapping[str, object]
    at: datetime
    by: str
    is_taken: bool
    returned_because: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coordination:
    """Whom a case was put before, who was let off, and what still waits for somebody."""

    state: State
    advised: Advised
    asked: tuple[AdviceRow, ...]
    waivers: tuple[WaiverRow, ...]
    prepared: tuple[PreparedRow, ...]
    referral: tuple[str, str] | None  # the decision, and to whom, while nobody confirmed the hand-over


def coordination_of(reference: str, assessor: Assessor, today: date, *, reader: Person) -> Coordination:
    """Everything about advice and agreement in a case."""
    request = visible_requests(reader).filter(reference=reference).first()
    if request is None:
        raise NotFound("request", reference)
    known, screened = assessed_now(request, assessor), standings_of(request)
    advised = advised_of(request, known, today)
    proposal = proposal_of(request, newest_assessment(request), screened)
    rows = questions_of(request.advice_requests.all())
    return Coordination(
        state=stand_now(request, proposal, advised, screened).state,
        advised=advised,
        asked=tuple(advice_row(row, known.trace.values, today) for row in rows),
        waivers=tuple(_waiver(row) for row in request.waivers.select_related("agreement").order_by("id")),
        prepared=tuple(_prepared(request)),
        referral=_referral(request),
    )


def waits_for_second(decision: str) -> bool:
    """Whether a decision was prepared and nobody agreed to it yet."""
    taken = Decision.objects.filter(reference=decision)
    return PreparedDecision.objects.filter(reference=decision).exists() and not taken.exists()


def advice_by_link(digest: str, now: datetime, today: date) -> AdviceRow:
    """The question that a link leads to while it does; of one that ended, or never was, there is none."""
    link = leading(AdviceLink.objects.all(), digest, now, "advice")
    (row,) = questions_of(AdviceRequest.objects.filter(pk=link.advice_request_id))
    return advice_row(row, row.facts, today)


def reminders_due(days: Sequence[int], today: date) -> list[AdviceRow]:
    """The questions that went by mail and of which the desk is reminded today; `days` counts from when each is due."""
    waiting = AdviceRequest.objects.filter(
        WAITED_FOR,
        email__isnull=False,
        due_on__lte=today - timedelta(days=min(days, default=0)),
        request__line__state=State.AWAITING_ADVICE,  # of what was decided meanwhile nobody is reminded
    )
    return [
        advice_row(row, row.facts, today)
        for row in questions_of(waiting)
        if is_reminder_due(asked_of(row, row.facts), days, _told_on(row), today)
    ]


def _told_on(row: AdviceRequest) -> list[date]:
    return [day_of(row.at), *(one.on for one in row.reminders.all())]


_TOLD = ("answers__documents__document", "answers__statement", "reminders")


def advice_named(reference: str, today: date, *, reader: Person) -> AdviceRow:
    """One question by its reference, with the facts as they were shown."""
    mine = AdviceRequest.objects.filter(reference=reference, request__in=visible_requests(reader))
    found = questions_of(mine)
    if not found:
        raise NotFound("advice", reference[:80])
    return advice_row(found[0], found[0].facts, today)


def questions_of(query: QuerySet[AdviceRequest]) -> list[AdviceRequest]:
    """Questions with everything that came of them."""
    related = query.select_related("request", "withdrawal")
    return list(related.prefetch_related(*_TOLD).order_by("id"))


def advice_row(row: AdviceRequest, values: Mapping[str, object], today: date) -> AdviceRow:
    """One question as its pages show it; `values` are the facts as they are now."""
    return AdviceRow(
        reference=row.reference,
        dossier=row.request.reference,
        kind=row.request.kind,
        desk=row.desk,
        kader=row.kader,
        question=row.question,
        recipient=row.recipient,
        email=row.email,
        language=row.language,
        mandatory=row.mandatory,
        facts=row.facts,
        due_on=row.due_on,
        at=row.at,
        by=row.by,
        state=asked_of(row, values).state(today),
        reminded_on=tuple(one.on for one in row.reminders.all()),
        answers=tuple(_answer(one) for one in sorted(row.answers.all(), key=lambda one: one.number)),
        withdrawn_because=row.withdrawal.reason if hasattr(row, "withdrawal") else None,
    )


def _answer(row: Advice) -> AnswerRow:
    return AnswerRow(
        verdict=AdviceVerdict(row.verdict),
        explanation=row.explanation,
        conditions=tuple(row.conditions),
        given_by=row.given_by,
        at=row.at,
        documents=tuple(_document(one.document) for one in row.documents.all()),
        statement=said_with(row),
    )


def _document(row: Document) -> DocumentRow:
    return DocumentRow(**{name: getattr(row, name) for name in DOCUMENT})


def _waiver(row: Waiver) -> WaiverRow:
    return WaiverRow(
        reference=row.reference,
        desk=row.desk,
        reason=row.reason,
        expires_on=row.expires_on,
        at=row.at,
        by=row.by,
        agreed_by=row.agreement.by if hasattr(row, "agreement") else None,
        agreed_at=row.agreement.at if hasattr(row, "agreement") else None,
    )


def _prepared(request: Request) -> list[PreparedRow]:
    taken = set(Decision.objects.filter(request=request).values_list("reference", flat=True))
    query = PreparedDecision.objects.filter(request=request).select_related("return_of").order_by("id")
    return [
        PreparedRow(
            reference=row.reference,
            said=row.said,
            at=row.at,
            by=row.by,
            is_taken=row.reference in taken,
            returned_because=row.return_of.reason if hasattr(row, "return_of") else None,
        )
        for row in query
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """To whom a case was referred, and who there confirmed to have it."""

    decision: str
    to: str
    confirmed_by: str | None
    confirmed_on: date | None


def referral_of(reference: str, *, reader: Person) -> Referral | None:
    """The referral of a case by its newest decision; None: that is none."""
    request = visible_requests(reader).filter(reference=reference).first()
    if request is None:
        raise NotFound("request", reference)
    return _referred(request)


def _referral(request: Request) -> tuple[str, str] | None:
    found = _referred(request)
    return (found.decision, found.to) if found and found.confirmed_by is None else None


def _referred(request: Request) -> Referral | None:
    last = request.decisions.filter(reconstructed=False).order_by("-id").first()
    if last is None or last.outcome != "refer":
        return None
    done = getattr(last, "hand_over", None)
    return Referral(
        decision=last.reference,
        to=last.referred_to or "",
        confirmed_by=done.confirmed_by if done else None,
        confirmed_on=done.confirmed_on if done else None,
    )
