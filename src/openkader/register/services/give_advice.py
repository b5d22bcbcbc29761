"""A desk answers the question that it was asked."""

from datetime import datetime

from openkader.casework.advice import AdviceDraft, may_give
from openkader.casework.permissions import Act
from openkader.register.advice_entries import AdviceEntry
from openkader.register.advising import advice_for_update, asked_of
from openkader.register.hand import Hand, digest, require, writing
from openkader.register.models import Advice, AdviceRequest


def give_advice(entry: AdviceEntry, *, by: str, now: datetime) -> None:
    """Add an answer; an earlier one stays and is corrected by it. Handed in twice, it counts once."""
    with writing(by=by, now=now, act=Act.GIVE_ADVICE) as hand:
        row = advice_for_update(entry.advice, hand)
        answers = list(row.answers.order_by("number"))
        if len(answers) == entry.seen + 1 and _is_same(answers[-1], entry, by):
            return
        draft = AdviceDraft(
            seen=entry.seen,
            verdict=entry.verdict,
            explanation=entry.explanation,
            conditions=entry.conditions,
        )
        require(may_give(asked_of(row, {}), draft, len(answers), hand.today))
        _store(entry, row, hand)


def _said(entry: AdviceEntry) -> dict[str, object]:
    return {
        "verdict": entry.verdict,
        "explanation": entry.explanation.strip(),
        "conditions": [one.strip() for one in entry.conditions if one.strip()],
        "given_by": entry.given_by.strip(),
    }


def _is_same(answer: Advice, entry: AdviceEntry, by: str) -> bool:
    return answer.by == by and all(getattr(answer, name) == value for name, value in _said(entry).items())


def _store(entry: AdviceEntry, row: AdviceRequest, hand: Hand) -> None:
    Advice.objects.create(advice_request=row, number=entry.seen + 1, at=hand.now, by=hand.by, **_said(entry))
    hand.log(
        "advice.answered",
        "advice",
        row.reference,
        row.request.reference,
        number=entry.seen + 1,
        verdict=entry.verdict,
        digest=digest(entry),
    )
