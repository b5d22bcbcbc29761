"""Questions of the kader are answered for a request."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from openkader.base.errors import Refusal
from openkader.casework import rules
from openkader.casework.permissions import Act
from openkader.casework.rules import Asked
from openkader.kader import Assessor, Kader, check_facts
from openkader.register.answers import enter_answers
from openkader.register.audit import plain
from openkader.register.cases import follows_from_screening, is_taken_over, request_for_update
from openkader.register.entries import AnswerEntry
from openkader.register.filling import fill_from_advice
from openkader.register.hand import digest, require, writing
from openkader.register.models import Answer, Request
from openkader.register.watched import parties_of


def answer_facts(
    request: str, answers: Sequence[AnswerEntry], *, kader: Kader, by: str, now: datetime
) -> None:
    """Add answers; earlier answers stay, and the newest on each question counts.

    What says the same as the newest answer is none, so that a form sent twice counts once.
    """
    check_facts(kader.facts, {answer.fact: answer.value for answer in answers})
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = request_for_update(request, hand)
        require(rules.may_work_on(is_taken_over=is_taken_over(row)))
        require(_is_asked(row, answers, kader))
        new = _new(row, answers)
        if not new:
            return
        enter_answers([(row, new)], hand)
        hand.log(
            "facts.answered",
            "request",
            request,
            request,
            facts=sorted(answer.fact for answer in new),
            digest=[digest(answer) for answer in new],
        )
        fill_from_advice(row, Assessor(kader), hand)  # advice that was given on other facts counts no longer


def _new(request: Request, answers: Sequence[AnswerEntry]) -> list[AnswerEntry]:
    """The answers that say something else than the newest one; each rests on all that were given before."""
    given: defaultdict[str, list[Answer]] = defaultdict(list)
    for row in request.answers.order_by("id"):
        given[row.fact].append(row)
    new = [answer for answer in answers if not _is_said(given[answer.fact], answer)]
    for answer in new:
        earlier = given[answer.fact]
        by = earlier[-1].recorded_by if earlier else ""
        require(rules.may_answer(Asked(fact=answer.fact, given=len(earlier), by=by), answer.seen))
    return new


def _is_said(earlier: Sequence[Answer], answer: AnswerEntry) -> bool:
    if not earlier:
        return False
    newest = earlier[-1]
    return (newest.value, newest.basis or None) == (plain(answer.value), answer.basis or None)


def _is_asked(request: Request, answers: Sequence[AnswerEntry], kader: Kader) -> Refusal | None:
    """What the register knows from the screening is not typed."""
    known = [answer.fact for answer in answers if follows_from_screening(kader, answer.fact)]
    if known and parties_of(request).exists():
        return Refusal("facts.from-screening", {"fact": known[0]})
    return None
