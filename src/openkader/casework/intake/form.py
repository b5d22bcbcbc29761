"""The form of the front door as an organisation wrote it: for each kind of request its questions.

The questions that code knows by name are those of which the answer has a place of its own in
the register; every other answer is kept as what the requester said.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from openkader.base.text import Text
from openkader.casework.vocabulary import Kind, Role

# What has a place of its own; without a subject, somebody to answer and the initiative there is no request.
NEEDED = frozenset({"subject", "name", "email", "initiative"})
PLACED = NEEDED | {"organisation", "phone", "country", "delegation_list"}


class QuestionType(StrEnum):
    """What sort of answer a question takes."""

    LINE = "line"
    TEXT = "text"
    EMAIL = "email"
    PHONE = "phone"
    COUNTRY = "country"
    INITIATIVE = "initiative"
    DELEGATION_LIST = "delegation_list"  # a file


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question to a requester; `kinds` empty: asked for every kind."""

    id: str
    type: QuestionType
    section: str
    label: Text
    help: Text | None = None
    required: bool = False
    kinds: tuple[Kind, ...] = ()
    autocomplete: str | None = None  # what a browser may fill in, in the words of HTML
    # The answer names parties, one on each line, and this is what they are in the request.
    names: Role | None = None

    def is_asked(self, kind: Kind) -> bool:
        """Whether this kind of request needs it."""
        return not self.kinds or kind in self.kinds


@dataclass(frozen=True, slots=True)
class Section:
    """Questions that stand together, under one heading."""

    id: str
    title: Text


@dataclass(frozen=True, slots=True)
class KindChoice:
    """A kind of request in the words of whoever has one."""

    kind: Kind
    text: Text
    help: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontDoor:
    """What an organisation says and asks at its front door."""

    organisation: str  # the name of its folder
    prefix: str  # with which the references of requests begin
    title: Text
    introduction: Text
    privacy: tuple[Text, ...]
    contact: Text
    promise: Text  # what a requester may expect, and when
    kinds: tuple[KindChoice, ...]
    sections: tuple[Section, ...]
    questions: tuple[Question, ...]
    programmes: Mapping[str, str] = field(default_factory=dict)  # the relation of a country, by its code
    other_programme: str | None = None

    def asked(self, kind: Kind) -> tuple[Question, ...]:
        """The questions of a kind, in the order of the form."""
        return tuple(question for question in self.questions if question.is_asked(kind))

    def programme(self, country: str | None) -> str | None:
        """The relation under which a country falls; unknown as long as the country is."""
        return None if country is None else self.programmes.get(country, self.other_programme)
