"""A desk is asked for advice on a case, on facts that are frozen."""

from collections.abc import Callable
from datetime import datetime

from openkader.base.errors import Refusal
from openkader.casework.advice import Advised, QuestionDraft, may_ask
from openkader.casework.life_cycle import State
from openkader.casework.permissions import Act
from openkader.kader import Assessor, Kader
from openkader.register.advice_entries import AdviceRequestEntry
from openkader.register.advising import WAITED_FOR, Shown, advised_of, assessed_now, shown_to
from openkader.register.asking import asked_columns, open_link
from openkader.register.cases import newest_assessment, proposal_of, request_for_update
from openkader.register.filling import fill_from_advice
from openkader.register.hand import Hand, claim_references, digest, require, writing
from openkader.register.models import AdviceRequest, Request
from openkader.register.numbering import next_reference
from openkader.register.outgoing import enter_mail
from openkader.register.standings import standings_of
from openkader.register.states import stand_now

# Why a question may not be put, in a case of this kind that stands there.
Rule = Callable[[str | None, State, QuestionDraft, Advised], Refusal | None]


def ask_advice(entry: AdviceRequestEntry, *, assessor: Assessor, by: str, now: datetime) -> str:
    """Put a question to a desk before it is decided, with the facts that the kader lets it see."""
    return put_question(
        entry,
        lambda _kind, state, draft, advised: may_ask(state, draft, advised.asked, advised.today),
        assessor=assessor,
        by=by,
        now=now,
    )


def put_question(entry: AdviceRequestEntry, may: Rule, *, assessor: Assessor, by: str, now: datetime) -> str:
    """Put a question when the rule allows it; asked twice, it is one question."""
    with writing(by=by, now=now, act=Act.ASK_ADVICE) as hand:
        request = request_for_update(entry.request, hand)
        open_already = _same(request, entry, by)
        if open_already is not None:
            return open_already.reference
        known, screened = assessed_now(request, assessor), standings_of(request)
        advised = advised_of(request, known, hand.today)
        proposal = proposal_of(request, newest_assessment(request), screened)
        draft = QuestionDraft(
            desk=entry.desk, question=entry.question, recipient=entry.recipient, due_on=entry.due_on
        )
        state = stand_now(request, proposal, advised, screened).state
        require(may(request.kind, state, draft, advised))
        row = _store(entry, request, assessor.kader, shown_to(entry.desk, known, advised), hand)
        open_link(row, entry.link, hand)
        if entry.mail is not None:
            enter_mail(entry.mail, request, hand, row)
        fill_from_advice(request, assessor, hand)
    return row.reference


def _same(request: Request, entry: AdviceRequestEntry, by: str) -> AdviceRequest | None:
    """The very same question by the same hand, when it is still open: a second click."""
    said = {"desk": entry.desk, "question": entry.question.strip(), "due_on": entry.due_on, "by": by}
    query = request.advice_requests.filter(**said, recipient=entry.recipient.strip(), email=entry.email)
    return query.filter(WAITED_FOR).first()


def _store(
    entry: AdviceRequestEntry, request: Request, kader: Kader, shown: Shown, hand: Hand
) -> AdviceRequest:
    reference = next_reference(f"{request.reference}-ADV")
    claim_references([(reference, request.reference)], kind="advice")
    row = AdviceRequest.objects.create(
        request=request,
        desk=entry.desk,
        kader=kader.id,
        kader_digest=kader.digest,
        mandatory=shown.is_mandatory,
        question=entry.question.strip(),
        facts=shown.facts,
        facts_digest=shown.digest,
        **asked_columns(entry, reference, hand),
    )
    hand.log(
        "advice.asked",
        "advice",
        reference,
        request.reference,
        desk=entry.desk,
        mandatory=shown.is_mandatory,
        due_on=entry.due_on,
        facts_digest=row.facts_digest,
        digest=digest(entry),
    )
    return row
