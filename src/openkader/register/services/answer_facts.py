"""Questions of the kader are answered for a request."""

from collections.abc import Sequence
from datetime import datetime

from openkader.base.errors import Refusal
from openkader.kader import Kader, check_facts
from openkader.register.answers import enter_answers
from openkader.register.cases import follows_from_screening, request_for_update
from openkader.register.entries import AnswerEntry
from openkader.register.hand import digest, require, writing
from openkader.register.models import Request
from openkader.register.watched import parties_of


def answer_facts(
    request: str, answers: Sequence[AnswerEntry], *, kader: Kader, by: str, now: datetime
) -> None:
    """Add answers; earlier answers stay, and the newest on each question counts."""
    check_facts(kader.facts, {answer.fact: answer.value for answer in answers})
    with writing(by=by, now=now) as hand:
        row = request_for_update(request)
        require(_is_asked(row, answers, kader))
        enter_answers([(row, answers)], hand)
        hand.log(
            "facts.answered",
            "request",
            request,
            request,
            facts=sorted(answer.fact for answer in answers),
            digest=[digest(answer) for answer in answers],
        )


def _is_asked(request: Request, answers: Sequence[AnswerEntry], kader: Kader) -> Refusal | None:
    """What the register knows from the screening is not typed."""
    known = [answer.fact for answer in answers if follows_from_screening(kader, answer.fact)]
    if known and parties_of(request).exists():
        return Refusal("facts.from-screening", {"fact": known[0]})
    return None
