"""A condition as lines of a form: one test each, that all hold or of which one does.

Where all hold, a line may be an alternative to the one before it: one of the two is enough. What is nested deeper has
no lines, and is changed as text. A test that does not hold is a line of its own
("is none of"), and two ways of writing one thing (`not before` and `since`) are one line.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from openkader.base.flowing import Plain
from openkader.kader.facts import Fact, FactType

_TOGETHER = frozenset({"all", "any", "not"})


class Joint(StrEnum):
    """How the lines count together."""

    ALL = "all"
    ANY = "any"


class How(StrEnum):
    """How a line tests its fact; each has its opposite."""

    IS = "is"  # of several values one of these, and of several options at least one of these
    IS_NOT = "is_not"
    HAS_ALL = "has_all"
    HAS_NOT_ALL = "has_not_all"
    COUNTS = "counts"  # at least so many options
    COUNTS_LESS = "counts_less"
    AT_LEAST = "at_least"
    LESS = "less"
    AT_MOST = "at_most"
    MORE = "more"
    BEFORE = "before"
    SINCE = "since"
    ON_LIST = "in_list"
    NOT_ON_LIST = "not_in_list"


_PAIRS = (
    (How.IS, How.IS_NOT),
    (How.HAS_ALL, How.HAS_NOT_ALL),
    (How.COUNTS, How.COUNTS_LESS),
    (How.AT_LEAST, How.LESS),
    (How.AT_MOST, How.MORE),
    (How.BEFORE, How.SINCE),
    (How.ON_LIST, How.NOT_ON_LIST),
)
_OPPOSITE = dict(_PAIRS) | {other: one for one, other in _PAIRS}
_LISTED = (How.IS, How.IS_NOT, How.ON_LIST, How.NOT_ON_LIST)
# What makes sense for a fact of each type.
HOWS: Mapping[FactType, tuple[How, ...]] = {
    FactType.TRUTH: (How.IS,),
    FactType.CHOICE: _LISTED,
    FactType.COUNTRY: _LISTED,
    FactType.SEVERAL: (
        *(How.IS, How.IS_NOT, How.HAS_ALL, How.HAS_NOT_ALL),
        *(How.COUNTS, How.COUNTS_LESS, How.ON_LIST, How.NOT_ON_LIST),
    ),
    FactType.NUMBER: (How.IS, How.IS_NOT, How.AT_LEAST, How.MORE, How.AT_MOST, How.LESS),
    FactType.DATE: (How.IS, How.IS_NOT, How.BEFORE, How.SINCE),
}
# The word of the language for each; `not` goes before those that have none.
_WRITTEN = {
    How.HAS_ALL: "has_all",
    How.COUNTS: "at_least",
    How.AT_LEAST: "at_least",
    How.AT_MOST: "at_most",
    How.BEFORE: "before",
    How.SINCE: "since",
    How.ON_LIST: "in_list",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One test: a fact, how it is tested, and against what."""

    fact: str
    how: How
    values: tuple[Plain, ...]
    is_or: bool = False  # whether it or the line before it is enough; says nothing where one of all is enough


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A condition that is no deeper than its lines."""

    joint: Joint
    lines: tuple[Line, ...]

    def is_same(self, other: "Lines | None") -> bool:
        """Whether both test the same; in what order the values of a line stand says nothing."""
        return other is not None and self._keys() == other._keys()

    def groups(self) -> list[list[Line]]:
        """The lines of which one is enough, together; all of these groups hold."""
        found: list[list[Line]] = []
        for line in self.lines:
            if found and (line.is_or or self.joint is Joint.ANY):
                found[-1].append(line)
            else:
                found.append([line])
        return found

    def _keys(self) -> list[list[object]]:
        return [[*map(_key, group)] for group in self.groups()]


def _key(line: Line) -> object:
    return line.fact, line.how, frozenset((type(value), value) for value in line.values)


def lines_of(said: Plain, facts: Mapping[str, Fact]) -> Lines | None:
    """The lines of a condition as it is written, also of a fact that is not there; None where it is deeper."""
    lines = _together(said, facts)
    if not lines:
        return None
    found = Lines(joint=Joint.ALL, lines=tuple(lines))
    if len(lines) > 1 and len(found.groups()) == 1:
        return Lines(joint=Joint.ANY, lines=tuple(replace(line, is_or=False) for line in lines))
    return found


def _together(said: Plain, facts: Mapping[str, Fact]) -> list[Line] | None:
    """The lines that all hold; None where one of them is none."""
    if not isinstance(said, dict):
        return None
    found: list[Line] = []
    for lines in _parts(said, facts):
        if lines is None:
            return None
        found += lines
    return found


def _parts(said: Mapping[str, Plain], facts: Mapping[str, Fact]) -> Iterator[list[Line] | None]:
    for key, value in said.items():
        if key == "all" and isinstance(value, list):
            yield from (_together(part, facts) for part in value)
        elif key == "not":
            yield _opposite(_together(value, facts), facts)
        elif key == "any" and isinstance(value, list):
            yield _alternatives(value, facts)
        elif key in _TOGETHER:
            yield None
        else:
            yield _of_fact(key, value, facts.get(key))


def _alternatives(said: list[Plain], facts: Mapping[str, Fact]) -> list[Line] | None:
    """Tests of which one is enough."""
    found = [_together(part, facts) for part in said]
    singles = [one[0] for one in found if one is not None and len(one) == 1]
    if not singles or len(singles) < len(found):
        return None
    return [singles[0], *(replace(one, is_or=True) for one in singles[1:])]


def _opposite(lines: list[Line] | None, facts: Mapping[str, Fact]) -> list[Line] | None:
    """What does not hold, if it is one test."""
    if lines is None or len(lines) != 1:
        return None
    line = Line(fact=lines[0].fact, how=_OPPOSITE[lines[0].how], values=lines[0].values)
    known = facts.get(line.fact)
    if known is not None and known.type is FactType.TRUTH and isinstance(line.values[0], bool):
        return [Line(fact=line.fact, how=How.IS, values=(not line.values[0],))]
    return [line]


def _of_fact(name: str, said: Plain, fact: Fact | None) -> list[Line] | None:
    """The lines of one fact: of two bounds there are two."""
    if isinstance(said, dict):
        lines = [_of_word(name, word, value, fact) for word, value in said.items()]
        return [line for line in lines if line is not None] if lines and None not in lines else None
    values = tuple(said) if isinstance(said, list) else (said,)
    takes_one = fact is not None and fact.type in (FactType.TRUTH, FactType.NUMBER, FactType.DATE)
    if not _are_plain(values) or (takes_one and len(values) > 1):
        return None
    return [Line(fact=name, how=How.IS, values=values)]


def _of_word(name: str, word: str, said: Plain, fact: Fact | None) -> Line | None:
    is_several = fact is not None and fact.type is FactType.SEVERAL
    other = How.AT_LEAST if is_several else How.COUNTS  # of one word, the one that is not meant here
    how = next((one for one, written in _WRITTEN.items() if written == word and one is not other), None)
    if how is None or isinstance(said, list) is not (how is How.HAS_ALL):
        return None
    values = tuple(said) if isinstance(said, list) else (said,)
    return Line(fact=name, how=how, values=values) if _are_plain(values) else None


def _are_plain(values: tuple[Plain, ...]) -> bool:
    return bool(values) and not any(value is None or isinstance(value, dict | list) for value in values)


def written(lines: Lines, like: Plain = None) -> dict[str, Plain]:
    """The lines as a condition is written; in the manner of what stood there, where that was a list of parts."""
    parts = [_enough(group) for group in lines.groups()]
    names = [key for part in parts for key in part]
    is_list = isinstance(like, dict) and like.keys() == {"all"} and names != ["any"]
    if is_list or len(set(names)) < len(names) or (len(parts) > 1 and not _TOGETHER.isdisjoint(names)):
        return {"all": [*parts]}
    return {key: value for part in parts for key, value in part.items()}


def _enough(group: list[Line]) -> dict[str, Plain]:
    return _written(group[0]) if len(group) == 1 else {"any": [_written(line) for line in group]}


def _written(line: Line) -> dict[str, Plain]:
    if line.how is How.IS:
        return {line.fact: line.values[0] if len(line.values) == 1 else [*line.values]}
    if line.how not in _WRITTEN:
        return {"not": _written(Line(fact=line.fact, how=_OPPOSITE[line.how], values=line.values))}
    value = [*line.values] if line.how is How.HAS_ALL else line.values[0]
    return {line.fact: {_WRITTEN[line.how]: value}}
