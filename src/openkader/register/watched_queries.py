"""How often the database is asked, and what took it long; never with the values that were asked with."""

import logging
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

logger = logging.getLogger("openkader.slow")
# Values travel apart from the words; what stands in quotes all the same could be one.
_QUOTED = re.compile(r"'(?:[^']|'')*'")
_LONGEST = 4000


@dataclass(slots=True)
class Questions:
    """What one request or one piece of work asks of the database; Django calls it around every question.

    A question of more than `slow_ms` leaves a line in the log; 0 lets every one pass in silence.
    """

    slow_ms: int
    count: int = 0
    slow: int = 0

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> object:
        """Ask, and look at the clock; a question that fails took its time as well."""
        started = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self._note(sql, (time.perf_counter() - started) * 1000)

    def _note(self, sql: str, took: float) -> None:
        self.count += 1
        if self.slow_ms and took >= self.slow_ms:
            self.slow += 1
            logger.warning("a question to the database took %d ms: %s", took, without_values(str(sql)))


def without_values(sql: str) -> str:
    """The words of a question, with nothing in them of anybody."""
    return " ".join(_QUOTED.sub("'…'", sql).split())[:_LONGEST]
