"""Facts: the typed questions that the rules of a kader may use.

A fact that nobody answered is `None`: unknown. It is never false, and never a
default. A fact is answered by a person, found by screening, or derived by a
table of the kader itself.
"""

import math
import re
from collections.abc import Collection, Iterable, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from itertools import islice
from typing import TypeAlias

from openkader.base.errors import Invalid, Problem
from openkader.base.text import Text

Value: TypeAlias = bool | str | int | float | date | frozenset[str]
Facts: TypeAlias = Mapping[str, Value | None]

_COUNTRY = re.compile(r"[A-Z]{2}")
_UNKNOWN = Text(nl="onbekend", en="unknown")
_YES = Text(nl="ja", en="yes")
_NO = Text(nl="nee", en="no")
_MOST_NAMED = (
    30  # more codes than this in one sentence help nobody, and ten thousand sentences of them fill a memory
)
_NONE = Text(nl="geen", en="none")


class FactType(StrEnum):
    """What sort of answer a question takes."""

    TRUTH = "truth"
    CHOICE = "choice"
    SEVERAL = "several"
    NUMBER = "number"
    DATE = "date"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer that a choice offers."""

    code: str
    text: Text
    passage: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A question of the kader: its type, its words, and who answers it.

    `yes` and `no` are the statements of a truth, or of several options of which there
    are some or none; explanations use them. `worsens` names the answers of which each is a graver finding than
    the one before it: the proposal may then never get milder. Of several options it names those of which each
    further one is a finding, of a truth it names the truth itself. Empty: the answers are no findings.
    """

    id: str
    type: FactType
    label: Text
    question: Text | None = None
    help: Text | None = None
    answered_by: str | None = None
    options: tuple[Option, ...] = ()
    lists: tuple[str, ...] = ()
    yes: Text | None = None
    no: Text | None = None
    worsens: tuple[str, ...] = ()
    _options: Mapping[str, Option] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_options", by_code(self.options))

    @property
    def codes(self) -> Set[str]:
        """The codes of its options."""
        return self._options.keys()

    def option(self, code: str) -> Option | None:
        """The option with `code`, if the fact has it."""
        return self._options.get(code)

    @property
    def allowed(self) -> str:
        """The answers that are possible, for a sentence about one that is not."""
        return named(self._options) or self.type

    def restored(self, stored: object) -> object:
        """A stored answer; a day, which JSON can only hold as text, is a day again. Text that is no day stays text."""
        if self.type is FactType.DATE and isinstance(stored, str):
            with suppress(ValueError):
                return date.fromisoformat(stored)
        return stored

    def accepts(self, value: object) -> bool:
        """Whether `value` is an answer to this question."""
        match self.type:
            case FactType.TRUTH:
                return isinstance(value, bool)
            case FactType.CHOICE:
                return isinstance(value, str) and self.option(value) is not None
            case FactType.SEVERAL:
                return isinstance(value, frozenset) and all(self.option(code) for code in value)
            case FactType.NUMBER:
                return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
            case FactType.DATE:
                return isinstance(value, date) and not isinstance(value, datetime)
        return isinstance(value, str) and _COUNTRY.fullmatch(value) is not None

    def say(self, value: Value | None, language: str) -> str:
        """The answer in words, as it is shown beside the question."""
        if value is None:
            return _UNKNOWN.in_(language)
        if isinstance(value, bool):
            return (_YES if value else _NO).in_(language)
        if isinstance(value, frozenset):
            names = [option.text.in_(language) for option in self.options if option.code in value]
            return ", ".join(names) or _NONE.in_(language)
        option = self.option(str(value))
        return option.text.in_(language) if option else str(value)


def stored(value: Value | None) -> object:
    """An answer as JSON holds it: a day as text, several options in one order (`Fact.restored` is the way back)."""
    if isinstance(value, frozenset):
        return sorted(value)
    return value.isoformat() if isinstance(value, date) else value


def by_code(options: Iterable[Option]) -> Mapping[str, Option]:
    """Options by their code, of two with one code the first: ten thousand of them are looked up ten thousand times."""
    found: dict[str, Option] = {}
    for option in options:
        found.setdefault(option.code, option)
    return found


def named(codes: Collection[str]) -> str:
    """Codes in a sentence; of very many only the first, and how many there are."""
    first = ", ".join(islice(codes, _MOST_NAMED))
    return first if len(codes) <= _MOST_NAMED else f"{first}, … ({len(codes)})"


def check_facts(vocabulary: Mapping[str, Fact], given: Mapping[str, object]) -> dict[str, Value | None]:
    """`given` as facts of this vocabulary; lists become sets, and every misfit is a problem.

    An unknown name or a wrong type is refused here, at the door: in the evaluator
    it could only end in a row that is silently skipped.
    """
    facts: dict[str, Value | None] = {}
    problems: list[Problem] = []
    for name, answer in given.items():
        value = _as_set(answer)
        fact = vocabulary.get(name)
        if fact is None:
            problems.append(Problem("facts.unknown-fact", name, {"fact": name}))
        elif value is not None and not fact.accepts(value):
            problems.append(
                Problem("facts.not-an-answer", name, {"answer": str(answer), "allowed": fact.allowed})
            )
        else:
            facts[name] = value  # type: ignore[assignment]  # accepted just above
    if problems:
        raise Invalid(problems)
    return facts


def _as_set(answer: object) -> object:
    """A list of codes as a set; anything else as it is."""
    is_codes = isinstance(answer, list | tuple | set) and all(isinstance(code, str) for code in answer)
    return frozenset(answer) if is_codes else answer  # type: ignore[call-overload]  # iterable, as just seen
