"""What a kader rests on: its documents, the places in them that it cites, and its lists with where they come from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from openkader.base.text import Text
from openkader.kader.facts import Option, by_code


class ListStatus(StrEnum):
    """How much of a list is really here."""

    FOUND = "found"
    PARTIAL = "partial"
    NOT_FOUND = "not_found"
    GENERAL_KNOWLEDGE = "general_knowledge_unverified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that the kader rests on; `supersedes` are the older documents that it follows."""

    id: str
    title: Text
    publisher: str
    date: str | None = None
    url: str | None = None
    available: bool = True
    note: Text | None = None
    supersedes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A place in a source, with its literal words where they are known."""

    source: str
    place: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The dated policy on which a line to take rests, and the day on which the line is looked at again."""

    rests_on: Passage
    review_on: date
    cites: tuple[Passage, ...] = ()  # where that day comes from


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A further place on which a rule rests, put beside it: it adds a source and changes nothing that is decided."""

    part: str
    rule: str
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A versioned list of values with its source, date and status.

    A list that is `not_found` is an open slot: it stays visibly empty.
    `stands_in_for` names the slot that this list fills for the time being.
    """

    id: str
    title: Text
    status: ListStatus
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    note: Text | None = None
    stands_in_for: str | None = None
    items: tuple[Option, ...] = ()
    codes: frozenset[str] = field(init=False, repr=False, compare=False)
    _items: Mapping[str, Option] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_items", by_code(self.items))
        object.__setattr__(self, "codes", frozenset(self._items))

    def item(self, code: str) -> Option | None:
        """The item with `code`, if it is on the list."""
        return self._items.get(code)
