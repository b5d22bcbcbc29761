"""Whatever a test lets the house refuse has a sentence, and every place in that sentence a word."""

from collections.abc import Callable
from typing import Any

from openkader.base.errors import Problem, Refusal, Unavailable
from openkader.base.messages import sentence


def hold_to_their_sentences() -> None:
    """From now on nothing is refused, found wrong or out of reach in a test without the words for it."""
    for kind in (Refusal, Problem, Unavailable):
        kind.__init__ = _said(kind.__init__)  # type: ignore[method-assign]


def _said(make: Callable[..., None]) -> Callable[..., None]:
    def made(self: Any, *values: Any, **named: Any) -> None:
        make(self, *values, **named)
        for language in ("nl", "en"):
            sentence(self.code, self.detail, language)

    return made
