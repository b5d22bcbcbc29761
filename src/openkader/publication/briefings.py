"""The briefing note for a talk: whom we meet, what we say and why, and what we ask back.

It is a draft: an official reads it, fills in what to ask back, and takes it along.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from openkader.base.text import Text
from openkader.publication.letters import Letter, Paragraph

_ASK_BACK = ("…", "…", "…")  # to be filled in by hand


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidLine:
    """A line to take as the note gives it: its words, its policy, and who heard it before."""

    text: str
    about: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """What a note says, each already in its language; of screening None where the reader may not see it."""

    organisation: str
    title: str
    about: Sequence[tuple[str, str]]
    parties: Sequence[str]
    screening: Sequence[str] | None
    earlier: Sequence[str]
    lines: Sequence[SaidLine]
    measures: Sequence[str]
    made_on: str
    made_up: str | None = None


_WORDS = {
    "subject": Text(nl="Gespreksnotitie: {0}", en="Briefing note: {0}"),
    "parties": Text(nl="Met wie wij spreken", en="Whom we meet"),
    "nobody": Text(
        nl="Het register noemt nog geen gesprekspartner.", en="The register names no counterpart yet."
    ),
    "screening": Text(nl="Wat de screening zegt", en="What screening says"),
    "unscreened": Text(
        nl="Er is geen deelnemerslijst om te screenen.", en="There is no list of participants to screen."
    ),
    "earlier": Text(nl="Eerdere gesprekken met hen", en="Earlier talks with them"),
    "first": Text(
        nl="Het register kent geen eerder gesprek met hen.",
        en="The register knows of no earlier talk.",
    ),
    "lines": Text(nl="Wat wij zeggen", en="What we say"),
    "no_lines": Text(nl="Geen boodschap van het kader past hier.", en="No line of the framework fits here."),
    "ask_back": Text(nl="Wat wij terugvragen", en="What we ask back"),
    "measures": Text(nl="Maatregelen die nog openstaan", en="Measures that are still open"),
    "no_measures": Text(
        nl="Het register kent geen maatregel die nog openstaat.",
        en="The register knows of no open measure.",
    ),
    "made": Text(
        nl="Concept, opgemaakt uit het register op {0}. Wat hier niet staat, is niet bekend.",
        en="Draft, made from the register on {0}. What does not stand here is not known.",
    ),
}


def briefing_of(briefing: Briefing, language: str) -> Letter:
    """The note as a document with a heading for each part."""
    words = {name: text.in_(language) for name, text in _WORDS.items()}
    return Letter(
        language=language,
        organisation=briefing.organisation,
        subject=words["subject"].format(briefing.title),
        about=tuple(briefing.about),
        paragraphs=tuple(_paragraphs(briefing, words)),
        made_up=briefing.made_up,
    )


def _paragraphs(briefing: Briefing, words: dict[str, str]) -> Iterator[Paragraph]:
    yield from _part(words["parties"], briefing.parties, words["nobody"])
    if briefing.screening is not None:
        yield from _part(words["screening"], briefing.screening, words["unscreened"])
    yield from _part(words["earlier"], briefing.earlier, words["first"])
    yield Paragraph(words["lines"], is_heading=True)
    yield from _lines(briefing.lines, words["no_lines"])
    yield from _part(words["ask_back"], _ASK_BACK, "")
    yield from _part(words["measures"], briefing.measures, words["no_measures"])
    yield Paragraph(words["made"].format(briefing.made_on))


def _part(heading: str, points: Sequence[str], none: str) -> Iterator[Paragraph]:
    yield Paragraph(heading, is_heading=True)
    yield Paragraph(points=tuple(points)) if points else Paragraph(none)


def _lines(lines: Iterable[SaidLine], none: str) -> Iterator[Paragraph]:
    found = list(lines)
    if not found:
        yield Paragraph(none)
    for line in found:
        yield Paragraph(line.text, is_strong=True)
        if line.about:
            yield Paragraph(points=tuple(line.about))
