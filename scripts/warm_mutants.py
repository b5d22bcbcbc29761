"""A process in which all tests are collected, for `mutants.py`: a mutant of one function is put in its place and tried.

The process forks for each mutant, so that one costs hundredths of a second and leaves nothing behind. What is worked
out at import has been worked out by then: a mutant of that, and one that no test notices here, is tried again in a
process that loads the house anew.
"""

import gc
import json
import os
import resource
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import CodeType, FunctionType

import pytest

from mutating import Mutant, function_of

MOST_SECONDS = 60  # of the processor, for the tests of one mutant
FOR_ALL = (1800, 1800)  # and for all tests without one
NONE = -1
Swap = tuple[FunctionType, CodeType]


class Warm:
    """The other end of the process: ask it for the numbers of mutants, one at a time."""

    def __init__(self, drawn: Sequence[Mutant], place: Path, arguments: Sequence[str]) -> None:
        asking, self._ask = os.pipe()
        self._hear, telling = os.pipe()
        self.modules: tuple[str, ...] = ()
        if not os.fork():
            os.close(self._ask)
            os.close(self._hear)
            _stay(_House(drawn, os.fdopen(asking), telling), place, arguments)
        os.close(asking)
        os.close(telling)
        self._said = os.fdopen(self._hear)
        self.modules = tuple(json.loads(self._said.readline() or "[]"))

    def notices(self, number: int, tests: Sequence[str]) -> bool:
        """Whether one of these tests fails with the mutant of this number; without one for `NONE`."""
        os.write(self._ask, (json.dumps([number, *tests]) + "\n").encode())
        said = self._said.readline().strip()
        if not said:
            raise SystemExit("The process with the tests has ended.")
        return said == "noticed"


class _House:
    """Stands where pytest would run its tests."""

    def __init__(self, drawn: Sequence[Mutant], asked: Iterable[str], telling: int) -> None:
        self._drawn, self._asked, self._telling = drawn, asked, telling

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        by_name: dict[str, list[pytest.Item]] = {}
        for item in session.items:
            by_name.setdefault(item.nodeid.partition("[")[0], []).append(item)
        self._say(json.dumps([name for name in sys.modules if not name.startswith(("openkader", "tests"))]))
        held = _held_functions()
        gc.freeze()
        for line in self._asked:
            number, *tests = json.loads(line)
            items = [item for test in tests for item in by_name.get(test, ())]
            swaps = [] if number == NONE else _swaps(held, self._drawn[number])
            is_tried = bool(items) and (number == NONE or bool(swaps))
            self._say("noticed" if is_tried and _is_noticed(swaps, session, items) else "not here")
        return True

    def _say(self, words: str) -> None:
        os.write(self._telling, (words + "\n").encode())


def _stay(house: _House, place: Path, arguments: Sequence[str]) -> None:
    hush(place)
    try:
        pytest.main([*arguments], plugins=[house])
    finally:
        os._exit(0)


def hush(place: Path) -> None:
    """Work in the copy of the project, and say nothing."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.chdir(place)
    sys.dont_write_bytecode = True
    real = str(Path(__file__).resolve().parent.parent / "src")
    sys.path[:] = [str(place / "src"), *(one for one in sys.path if one != real)]


def _is_noticed(swaps: Sequence[Swap], session: pytest.Session, items: Sequence[pytest.Item]) -> bool:
    child = os.fork()
    if not child:
        _run(swaps, session, items)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 1


def _held_functions() -> dict[tuple[str, str], list[FunctionType]]:
    """Every function of the house, wherever it is held, by its file and its name."""
    held: dict[tuple[str, str], list[FunctionType]] = {}
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and str(one.__module__).startswith("openkader."):
            file = one.__code__.co_filename.partition("/src/")[2]
            held.setdefault((file, one.__code__.co_qualname), []).append(one)
    return held


def _swaps(held: Mapping[tuple[str, str], list[FunctionType]], mutant: Mutant) -> list[Swap]:
    """The one function that is another, and its code; nothing if two go by its name, or it closes over other names."""
    code = function_of(mutant)
    found = held.get((mutant.file, code.co_qualname), []) if code else []
    if not code or len({one.__code__.co_firstlineno for one in found}) != 1:
        return []
    return [(one, code) for one in found if one.__code__.co_freevars == code.co_freevars]


def _run(swaps: Sequence[Swap], session: pytest.Session, items: Sequence[pytest.Item]) -> None:
    """The tests, in a process that ends with what they say."""
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS) if swaps else FOR_ALL)
    ended = 1
    try:
        for function, code in swaps:
            function.__code__ = code
        for item, after in zip(items, [*items[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
            if session.testsfailed:
                break
        ended = 1 if session.testsfailed else 0
    finally:
        os._exit(ended)
