"""Questions of the kader are answered for a request."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from openkader.kader import Kader, check_facts
from openkader.register.audit import plain
from openkader.register.cases import request_for_update
from openkader.register.entries import AnswerEntry
from openkader.register.hand import Hand, digest
from openkader.register.models import Answer, Request


@transaction.atomic
def answer_facts(
    request: str, answers: Sequence[AnswerEntry], *, kader: Kader, by: str, now: datetime
) -> None:
    """Add answers; earlier answers stay, and the newest on each question counts."""
    check_facts(kader.facts, {answer.fact: answer.value for answer in answers})
    hand = Hand(by=by, now=now)
    enter_answers(request_for_update(request), answers, hand)
    hand.log(
        "facts.answered",
        "request",
        request,
        request,
        facts=sorted(answer.fact for answer in answers),
        digest=[digest(answer) for answer in answers],
    )


def enter_answers(request: Request, answers: Sequence[AnswerEntry], hand: Hand) -> None:
    """Store the answers as they were given."""
    Answer.objects.bulk_create(
        Answer(
            **hand.grounded(answer),
            request=request,
            fact=answer.fact,
            value=plain(answer.value),
            basis=answer.basis,
        )
        for answer in answers
    )
