"""Answers that an advice gives, as the kader says; what it no longer says is taken back."""

from openkader.base.errors import Invalid, NotFound
from openkader.casework.advice import filled_by
from openkader.kader import Assessor
from openkader.kader.model import Filling
from openkader.register.advising import advised_of, assessed_now
from openkader.register.audit import plain
from openkader.register.entries import AnswerEntry
from openkader.register.hand import Hand, digest
from openkader.register.kaders import assessor_of
from openkader.register.models import Answer, Request


def fill_from_advice(request: Request, assessor: Assessor, hand: Hand) -> None:
    """Let the advice of a case answer what the kader says it answers, as the case stands now.

    It answers when what it says changes. What somebody answers by hand after that stays, until it changes again.
    """
    if not assessor.kader.fillings or not request.advice_requests.exists():
        return
    asked = advised_of(request, assessed_now(request, assessor), hand.today).asked
    for filling in assessor.kader.fillings:
        found = filled_by(filling, asked)
        if found is not None:
            _answer(request, filling, plain(found[0]), found[1].reference, hand)
        else:
            _take_back(request, filling, hand)


def fill_by_kader(request: Request, kader: str, hand: Hand) -> None:
    """The same where only the name of the kader is known; one that is no longer here says nothing."""
    try:
        assessor = assessor_of(kader)
    except (NotFound, Invalid):
        return
    fill_from_advice(request, assessor, hand)


def _answer(request: Request, filling: Filling, value: object, advice: str, hand: Hand) -> None:
    last = _newest(request, filling, by_hand=False)
    if last is None or last.value != value:
        _enter(request, AnswerEntry(fact=filling.fact, value=value, basis=advice), advice, hand)


def _take_back(request: Request, filling: Filling, hand: Hand) -> None:
    """Unknown again, where the advice was the last to say it."""
    newest = _newest(request, filling)
    if newest is not None and newest.advice is not None and newest.value is not None:
        advice = newest.advice.reference
        _enter(request, AnswerEntry(fact=filling.fact, value=None, basis=advice), advice, hand)


def _newest(request: Request, filling: Filling, *, by_hand: bool = True) -> Answer | None:
    rows = request.answers.filter(fact=filling.fact).select_related("advice").order_by("-id")
    return rows.first() if by_hand else rows.filter(advice__isnull=False).first()


def _enter(request: Request, entry: AnswerEntry, advice: str, hand: Hand) -> None:
    Answer.objects.create(
        **hand.grounded(entry),
        request=request,
        fact=entry.fact,
        value=entry.value,
        basis=entry.basis,
        advice=request.advice_requests.get(reference=advice),
    )
    hand.log(
        "facts.answered",
        "request",
        request.reference,
        request.reference,
        facts=[entry.fact],
        digest=[digest(entry)],
        advice=advice,
    )
