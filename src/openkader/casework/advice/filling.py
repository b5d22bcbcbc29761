"""What the advice of desks answers of the questions of a kader, and what it no longer answers."""

from collections.abc import Sequence

from openkader.casework.advice.asking import Asked
from openkader.kader import Value
from openkader.kader.model import AdviceWord, Filling


def filled_by(filling: Filling, asked: Sequence[Asked]) -> tuple[Value, Asked] | None:
    """The answer on a question, and the advice that gives it; nothing while no desk says anything of it.

    What was taken back, or given on facts that have changed, says nothing any more.
    """
    said = [(_word(one), one) for one in asked if one.desk in filling.desks]
    for word, value in filling.answers:
        for spoken, one in said:
            if spoken is word:
                return value, one
    return None


def _word(asked: Asked) -> AdviceWord | None:
    if asked.is_open:
        return AdviceWord.ASKED
    return AdviceWord(asked.verdict) if asked.counts and asked.verdict else None
