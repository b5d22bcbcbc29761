"""The letter to a requester about a decision: by its outcome and its ground, in Dutch and in English.

It is a draft: an official reads it, changes it and sends it. What the register does not know stands between brackets.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from openkader.base.text import Text
from openkader.casework.vocabulary import DecisionOutcome
from openkader.publication.letter_templates import WORDS, Templates

MADE_UP = Text(
    nl="Dit verzoek en iedereen erin zijn bedacht om mee te oefenen. Ze bestaan niet.",
    en="This request and everyone in it were made up to practise with. They do not exist.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What was decided on a request, each already in the language of the letter; None is unknown."""

    organisation: str
    reference: str
    title: str
    outcome: DecisionOutcome
    day: str
    received: str | None = None
    name: str | None = None
    ground_code: str | None = None
    ground: str | None = None
    instrument: str | None = None
    motivation: str | None = None
    conditions: Sequence[str] = ()
    referred_to: str | None = None
    made_up: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under the names of their columns; `shares` are how wide each is, beside the others."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, the points of a list, a table, or the heading over a part of a longer document."""

    text: str = ""
    points: tuple[str, ...] = ()
    is_heading: bool = False
    table: Table | None = None
    is_strong: bool = False  # what follows belongs to it


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter as it is shown and written."""

    language: str
    organisation: str
    subject: str
    about: tuple[tuple[str, str], ...]
    paragraphs: tuple[Paragraph, ...]
    made_up: str | None = None


_ABOUT = {
    "reference": Text(nl="Ons kenmerk", en="Our reference"),
    "day": Text(nl="Datum", en="Date"),
    "to": Text(nl="Aan", en="To"),
}


def letter_of(decided: Decided, language: str, templates: Templates) -> Letter:
    """The draft of the letter about a decision."""
    words = {name: str(getattr(decided, name) or "") for name in WORDS}
    words["name"] = decided.name or templates.phrases["name"].in_(language)
    words["referred_to"] = decided.referred_to or "[…]"

    def say(text: Text) -> str:
        return text.in_(language).format_map(words)

    phrases = {name: say(text) for name, text in templates.phrases.items()}
    about = {"to": phrases["to"], "day": decided.day, "reference": decided.reference}
    opening = ["dear", "asked" if decided.received else "asked_once"]
    ending = [phrases["questions"], phrases["closing"], decided.organisation, phrases["signed"]]
    points = tuple(decided.conditions) if decided.outcome is DecisionOutcome.TAKE_UP_WITH_CONDITIONS else ()
    body = [*map(phrases.__getitem__, opening), *map(say, templates.outcomes[decided.outcome])]
    return Letter(
        language=language,
        organisation=decided.organisation,
        subject=phrases["subject"],
        about=tuple((_ABOUT[name].in_(language), value) for name, value in about.items()),
        paragraphs=(
            *map(Paragraph, body),
            *([Paragraph(points=points), Paragraph(phrases["keep"])] if points else []),
            *map(Paragraph, [*map(say, _reasons(decided, templates)), *ending]),
        ),
        made_up=decided.made_up,
    )


def _reasons(decided: Decided, templates: Templates) -> list[Text]:
    """Why the door stays closed; of what was granted or withdrawn only what its maker explained."""
    if decided.outcome is DecisionOutcome.WITHDRAWN:
        return []
    closed, phrases = decided.outcome.needs_ground, templates.phrases
    own = templates.grounds.get(decided.ground_code or "")
    ground = list(own) if own else [phrases["ground"]] if decided.ground else []
    return [
        *(ground if closed else []),
        *([phrases["rests"]] if closed and decided.instrument else []),
        *([phrases["why"]] if decided.motivation else []),
        *([phrases["object"]] if decided.outcome is DecisionOutcome.REFUSE else []),
    ]
