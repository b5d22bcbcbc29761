"""Questions of the kader are answered for a request."""

from collections.abc import Sequence
from datetime import datetime

from openkader.kader import Kader, check_facts
from openkader.register.answers import enter_answers
from openkader.register.cases import request_for_update
from openkader.register.entries import AnswerEntry
from openkader.register.hand import digest, writing


def answer_facts(
    request: str, answers: Sequence[AnswerEntry], *, kader: Kader, by: str, now: datetime
) -> None:
    """Add answers; earlier answers stay, and the newest on each question counts."""
    check_facts(kader.facts, {answer.fact: answer.value for answer in answers})
    with writing(by=by, now=now) as hand:
        enter_answers([(request_for_update(request), answers)], hand)
        hand.log(
            "facts.answered",
            "request",
            request,
            request,
            facts=sorted(answer.fact for answer in answers),
            digest=[digest(answer) for answer in answers],
        )
