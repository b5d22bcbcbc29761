"""A report composed from the register: each sentence from its facts, and a gap where one is not known.

It is a draft: an official reads it, changes it, and takes it along in Word.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from openkader.base.text import Text
from openkader.casework.reporting import GAP, ReportKind
from openkader.publication.letters import Letter, Paragraph
from openkader.publication.report_templates import (
    ReportTemplates,
    SectionTemplate,
    SentenceTemplate,
    words_in,
)

# What is known of an activity, in the language of the report: None is unknown, no points that the register names none.
Known = Mapping[str, str | Sequence[str] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence with the points under it, and the facts that it is made of."""

    text: str
    points: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a composed report."""

    id: str
    heading: str
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """The part as its writer gets it."""
        return "\n\n".join([f"## {self.heading}", *map(_written, self.sentences)])

    @property
    def digest(self) -> str:
        """The fingerprint by which a change of the register is seen."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A whole report as the register gives it now."""

    title: str
    sections: tuple[Section, ...]

    @property
    def text(self) -> str:
        """The draft to write on in."""
        return "\n\n".join([f"# {self.title}", *(one.text for one in self.sections)])

    @property
    def digests(self) -> dict[str, str]:
        """Of each part its fingerprint."""
        return {one.id: one.digest for one in self.sections}


def composed(kind: ReportKind, known: Known, templates: ReportTemplates, language: str) -> Composed:
    """The report, of nothing but the sentences of its kind and the facts that are known."""
    template, hand = templates.kinds[kind], _Hand(known, templates.facts, language)
    return Composed(
        title=hand.filled(template.title),
        sections=tuple(section for one in template.sections if (section := hand.section(one)).sentences),
    )


@dataclass(frozen=True, slots=True)
class _Hand:
    """Fills sentences in, in one language."""

    known: Known
    names: Mapping[str, Text]
    language: str

    def section(self, template: SectionTemplate) -> Section:
        """A part with the sentences that are there."""
        found = (self.sentence(one) for one in template.sentences if self._is_there(one))
        return Section(id=template.id, heading=template.heading.in_(self.language), sentences=tuple(found))

    def _is_there(self, template: SentenceTemplate) -> bool:
        """Whether a sentence has anything to tell; what is unknown is told as a gap."""
        value = None if template.only_with is None else self.known.get(template.only_with)
        return value is None or bool(value)

    def sentence(self, template: SentenceTemplate) -> Sentence:
        """One sentence; of an empty list it says that the register names none, of an unknown one that it is a gap."""
        if template.points is None or template.none is None:
            return Sentence(text=self.filled(template.text), cites=template.facts)
        points = self.known.get(template.points)
        if points is None:
            gap = self.gap(template.points)
            return Sentence(text=self.filled(template.text), points=(gap,), cites=template.facts)
        if not points:
            return Sentence(text=template.none.in_(self.language), cites=(template.points,))
        listed = (points,) if isinstance(points, str) else tuple(points)
        return Sentence(
            text=self.filled(template.text), points=tuple(map(_one_line, listed)), cites=template.facts
        )

    def filled(self, text: Text) -> str:
        """The words with every fact in its place."""
        said = text.in_(self.language)
        return said.format_map({word: self._value(word) for word in words_in(said)})

    def _value(self, name: str) -> str:
        value = self.known.get(name)
        if not value:
            return self.gap(name)
        return _one_line(value if isinstance(value, str) else ", ".join(value))

    def gap(self, name: str) -> str:
        """What stands where the register does not know."""
        return GAP.in_(self.language).format(what=self.names[name].in_(self.language))


def _one_line(text: str) -> str:
    """A fact on one line, so that nothing in it passes for a heading or a point."""
    return " ".join(text.split())


def _written(sentence: Sentence) -> str:
    return "\n".join([sentence.text, *(f"- {point}" for point in sentence.points)])


def paragraphs_of(text: str) -> Iterator[Paragraph]:
    """A written text as paragraphs, headings and lists; its title is left out."""
    for sort, rows in groupby(map(_sorted_line, text.splitlines()), key=lambda one: one[0]):
        words = [said for _sort, said in rows]
        if sort == "point":
            yield Paragraph(points=tuple(words))
        elif sort == "heading":
            yield from (Paragraph(one, is_heading=True) for one in words)
        elif sort == "text":
            yield Paragraph(" ".join(words))


def _sorted_line(line: str) -> tuple[str, str]:
    """What a line is, and what it says without its sign."""
    line = line.strip()
    if line.startswith("- ") and line[2:].strip():
        return "point", line[2:].strip()
    if line.startswith("##"):
        return "heading", line.lstrip("# ")
    return ("text", line) if line and not line.startswith("# ") else ("", "")


def title_of(text: str) -> str:
    """What stands behind the first ``# ``, or nothing."""
    return next((line[2:].strip() for line in text.splitlines() if line.startswith("# ")), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What stands around a written text on paper."""

    language: str
    organisation: str
    title: str  # where the text itself has none
    about: tuple[tuple[str, str], ...] = ()
    made_up: str | None = None


def paper_of(text: str, paper: Paper) -> Letter:
    """The text as a document for Word."""
    return Letter(
        language=paper.language,
        organisation=paper.organisation,
        subject=title_of(text) or paper.title,
        about=paper.about,
        paragraphs=tuple(paragraphs_of(text)),
        made_up=paper.made_up,
    )
