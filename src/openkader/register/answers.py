"""Answers, entered with a request or later."""

from collections.abc import Sequence

from openkader.register.audit import plain
from openkader.register.batches import BATCH
from openkader.register.entries import AnswerEntry
from openkader.register.hand import Hand
from openkader.register.models import Answer, Request


def enter_answers(places: Sequence[tuple[Request, Sequence[AnswerEntry]]], hand: Hand) -> None:
    """Store answers as they were given."""
    Answer.objects.bulk_create(
        (
            Answer(
                **hand.grounded(answer),
                request=request,
                fact=answer.fact,
                value=plain(answer.value),
                basis=answer.basis,
            )
            for request, answers in places
            for answer in answers
        ),
        batch_size=BATCH,
    )
