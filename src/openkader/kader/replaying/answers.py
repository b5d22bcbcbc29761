"""Stored answers as columns of small numbers: each different answer is looked at once, and counted ever after.

An answer is judged by each kader apart. What it does not take is unknown to it, and is counted
with the reason: the question is of another type now, or an option is gone, or it never was an answer.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from itertools import repeat
from typing import Any, Final

import numpy as np

from openkader.kader.conditions import Test
from openkader.kader.facts import Fact, FactType, Value
from openkader.kader.replaying.columns import Codes, Column, truth_of

MOST_KEPT = 1 << 17  # different answers of one question that are remembered from chunk to chunk


class Fit(IntEnum):
    """What a kader makes of a stored answer."""

    FITS = 0
    UNANSWERED = 1
    TYPE_CHANGED = 2  # the kader before asked for another type of answer
    OPTION_GONE = 3  # it was an option of the kader before
    NO_ANSWER = 4  # of neither kader


class _Absent:
    """That a case says nothing of a question, not even that it is unknown."""


class _Odd:
    """What is no answer to any question and could pass for one, such as a one for yes: `True == 1` for Python."""


ABSENT: Final = _Absent()
ODD: Final = _Odd()
_PLAIN: Mapping[FactType, frozenset[type]] = {
    FactType.TRUTH: frozenset({bool, type(None), _Absent}),
    FactType.NUMBER: frozenset({int, float, type(None), _Absent}),
}


class Judge:
    """One kader's view on one question: what fits, and what its tests make of it."""

    def __init__(self, fact: Fact, before: Fact | None, tests: Iterable[Test]) -> None:
        self.fact = fact
        self.before = before if before is not None else fact
        self._codes = frozenset(option.code for option in fact.options)
        self.truths: dict[Test, bytearray] = {test: bytearray() for test in tests}
        self.fits = bytearray()

    def add(self, answer: object) -> None:
        """Judge one more answer."""
        value, fit = self.judged(answer)
        self.fits.append(fit)
        for test, truths in self.truths.items():
            truths.append(truth_of(test, value))

    def judged(self, answer: object) -> tuple[Value | None, Fit]:
        """The answer as this kader takes it, and how it fits."""
        value: Any = self.fact.restored(answer)
        if value is None or value is ABSENT:
            return None, Fit.UNANSWERED
        if self.before.type is not self.fact.type:
            was_answer = self.before.accepts(self.before.restored(answer))
            return None, Fit.TYPE_CHANGED if was_answer else Fit.NO_ANSWER
        if self._accepts(value):
            return value, Fit.FITS
        return None, Fit.OPTION_GONE if self.before.accepts(value) else Fit.NO_ANSWER

    def _accepts(self, value: object) -> bool:
        """As the fact does, though without looking through its options one by one."""
        if self.fact.type is FactType.SEVERAL:
            return isinstance(value, frozenset) and value <= self._codes
        return self.fact.accepts(value)

    def forget(self) -> None:
        """Begin anew."""
        self.fits = bytearray()
        self.truths = {test: bytearray() for test in self.truths}


class Question(dict[Any, int]):
    """The different answers to one question, each with a number, and how the kaders that use it judge them."""

    def __init__(self, name: str, judges: Sequence[Judge]) -> None:
        self.name = name
        self.judges = judges
        self.codes: Codes = np.zeros(0, dtype=np.intp)
        self._counts = self.codes
        self._asked = judges[-1].before  # what was asked when the answers were given, as far as is known
        self._plain = _PLAIN.get(self._asked.type)

    def __missing__(self, answer: Any) -> int:
        code = len(self.judges[0].fits)
        for judge in self.judges:
            judge.add(as_key(answer))
        if answer == answer:
            self[answer] = code
        return code

    def begin(self, size: int) -> None:
        """A new chunk of so many cases."""
        if len(self.judges[0].fits) > MOST_KEPT:
            self.clear()
            for judge in self.judges:
                judge.forget()
        self.codes = np.empty(size, dtype=np.intp)

    def read(self, cases: Sequence[dict[str, Any]], start: int) -> None:
        """Take the answers of some cases of the chunk, from a place on."""
        try:
            found = self._coded(self._answers(cases))
        except TypeError:  # lists, as JSON has them, cannot be looked up
            found = self._coded(map(as_key, self._answers(cases)))
        self.codes[start : start + len(cases)] = found

    def _answers(self, cases: Sequence[dict[str, Any]]) -> Iterable[Any]:
        answers = map(dict.get, cases, repeat(self.name), repeat(ABSENT))
        if self._plain is None:
            return answers
        kept = list(answers)
        if self._plain.issuperset(map(type, kept)):
            return kept
        return [x if type(x) in self._plain or self._asked.accepts(x) else ODD for x in kept]

    def _coded(self, answers: Iterable[Any]) -> Codes:
        return np.fromiter(map(self.__getitem__, answers), np.intp)

    def truths(self, judge: Judge, test: Test) -> Column:
        """The truth of a test in each case of the chunk."""
        return np.frombuffer(judge.truths[test], dtype=np.int8)[self.codes]

    def end(self) -> None:
        """The chunk is read: count how often each answer was given."""
        self._counts = np.bincount(self.codes, minlength=len(self.judges[0].fits))

    def counted(self, judge: Judge) -> Mapping[Fit, int]:
        """How many answers of the chunk fit, and how many do not."""
        fits = np.frombuffer(judge.fits, dtype=np.int8)
        counts = {fit: int(self._counts[fits == fit].sum()) for fit in Fit}
        return {fit: count for fit, count in counts.items() if count}

    @property
    def present(self) -> int:
        """How many cases of the chunk say something of the question, if only that it is unknown."""
        return len(self.codes) - (int(self._counts[self[ABSENT]]) if ABSENT in self else 0)


def as_key(answer: Any) -> Any:
    """An answer that can be looked up: a list of codes is a set, as at the door (`check_facts`)."""
    if isinstance(answer, list | set | tuple):
        return frozenset(answer) if all(isinstance(code, str) for code in answer) else ODD
    return ODD if isinstance(answer, dict) else answer
