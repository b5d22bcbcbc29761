"""What was worked out of a case is kept for who looks at it next: it follows from the kader and the answers alone."""

from collections.abc import Callable, Hashable
from contextlib import suppress
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from openkader.kader.assessing import Assessment, Assessor
from openkader.kader.soundness.whole import answers_in

_MOST = 200  # cases of one kader, of each some kilobytes
P = ParamSpec("P")
T = TypeVar("T")


def remembered(work: Callable[Concatenate[Assessment, P], T]) -> Callable[Concatenate[Assessment, P], T]:
    """The same, worked out once for the same answers under one assessor, and kept no longer than that one is.

    `work` looks at nothing of a case but what was answered, and gives something that nobody changes. What else it is
    asked has to be hashable. What it raises is not kept.
    """
    known: WeakKeyDictionary[Assessor, dict[Hashable, T]] = WeakKeyDictionary()

    @wraps(work)
    def asked(found: Assessment, /, *more: P.args, **named: P.kwargs) -> T:
        of_this = known.setdefault(found.assessor, {})
        case = (*answers_in(found).items(), more, *named.items())
        told = of_this.get(case)
        if told is None:
            told = work(found, *more, **named)
            while len(of_this) >= _MOST:
                with suppress(KeyError, RuntimeError, StopIteration):  # another page is at it too
                    del of_this[next(iter(of_this))]
            of_this[case] = told
        return told

    return asked
