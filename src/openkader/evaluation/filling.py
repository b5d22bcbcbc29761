"""A writer's passages with what they bind filled in from the register: blocks of the document.

What nobody can fill in becomes a gap that says why; it is never left out in silence.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from openkader.base.text import Text
from openkader.casework.prose import Binding, Bound, Passage, Sort, Unreadable, bindings_in
from openkader.casework.prose import Run as Typed
from openkader.evaluation.counting import Count, Range
from openkader.evaluation.document import Block, Gap, Heading, Number, Paragraph, Points, Run, Words
from openkader.evaluation.explaining import explain_count, say_range


def _no_part(_binding: Binding) -> Block | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """From what a text is filled: the figures of the years that it names, and what stands on a line of its own.

    `counts` are the figures of each year by name; a year of which there is no register is not in it. `part` gives the
    table, the chart or the quote that is asked for, or nothing. `changed` are the notes on figures that changed after
    the sentence was written.
    """

    language: str
    year: int
    counts: Mapping[int, Mapping[str, Count]]
    part: Callable[[Binding], Block | None] = _no_part
    changed: Mapping[Binding, str] = field(default_factory=dict)

    def year_of(self, binding: Binding) -> int:
        """The year that a binding is about."""
        return binding.year or self.year


def figures_in(passages: Iterable[Passage], year: int) -> frozenset[tuple[int, str]]:
    """The figures that a text of `year` takes from the register, each with its year."""
    return frozenset(
        (one.year or year, one.name) for one in bindings_in(passages) if one.sort is Bound.FIGURE
    )


def filled(passages: Iterable[Passage], filling: Filling) -> tuple[Block, ...]:
    """The blocks of a text, one for each passage and in their order."""
    return tuple(_block(passage, filling) for passage in passages)


def _block(passage: Passage, filling: Filling) -> Block:
    lines = tuple(tuple(_runs(line, filling)) for line in passage.lines)
    match passage.sort:
        case Sort.HEADING:
            return Heading(lines[0])
        case Sort.POINTS:
            return Points(lines)
        case Sort.PART:
            return filling.part(passage.bindings[0]) or Paragraph((_no_such_part(passage, filling),))
        case _:
            return Paragraph(lines[0])


def _runs(line: Iterable[Typed], filling: Filling) -> Iterator[Run]:
    for run in line:
        match run:
            case str():
                yield Words(run)
            case Unreadable():
                yield Gap(text=run.words, note=_say(_UNREADABLE, filling))
            case Binding(sort=Bound.FIGURE):
                yield _number(run, filling)
            case _:
                yield _gap(run, _ON_ITS_OWN, filling)


def _number(binding: Binding, filling: Filling) -> Run:
    """The figure as it reads in a sentence, or why there is none."""
    year = filling.year_of(binding)
    counts = filling.counts.get(year)
    if counts is None:
        return _gap(binding, _NO_YEAR, filling)
    count = counts.get(binding.name)
    if count is None:
        nearest = get_close_matches(binding.name, counts, n=1)
        return _gap(binding, _NEAREST if nearest else _NO_FIGURE, filling, nearest="".join(nearest))
    return Number(
        figure=binding.name,
        text=say_in_words(count.range, filling.language),
        path=figure_path(year, binding.name),
        note=filling.changed.get(binding) or _note(count, filling.language),
    )


def say_in_words(found: Range, language: str) -> str:
    """The number as a sentence takes it: ``27``, ``18 tot 37``, ``ten minste 3``."""
    if found.value is None and found.high is not None:
        return f"{found.low} {'tot' if language == 'nl' else 'to'} {found.high}"
    return say_range(found, language)


def figure_path(year: int, figure: str) -> str:
    """The page that leads from a figure to its rows."""
    return f"/jaar/{year}/evaluatie/{figure}/"


def _note(count: Count, language: str) -> str | None:
    """Why it is no single number, or a zero of which nobody knows the whole."""
    is_exact = count.range.value is not None and (count.total is None or count.total.high is not None)
    return None if is_exact else " ".join(explain_count(count, language)) or None


def _no_such_part(passage: Passage, filling: Filling) -> Gap:
    return _gap(passage.bindings[0], _NO_PART, filling)


def _gap(binding: Binding, words: Text, filling: Filling, **said: object) -> Gap:
    known = {"name": binding.name, "year": filling.year_of(binding), **said}
    return Gap(text=binding.written(filling.language), note=_say(words, filling, **known))


def _say(words: Text, filling: Filling, **said: object) -> str:
    return words.in_(filling.language).format(**said)


_UNREADABLE = Text(
    nl="Wat hier tussen haken staat, verwijst nergens naar. Schrijf bijvoorbeeld [[cijfer:naam]].",
    en="What stands between brackets here refers to nothing. Write for instance [[figure:name]].",
)
_ON_ITS_OWN = Text(
    nl="Een tabel, een grafiek of een citaat staat op een eigen regel.",
    en="A table, a chart or a quote stands on a line of its own.",
)
_NO_YEAR = Text(
    nl="Het register heeft geen gegevens over {year}.", en="The register has no records of {year}."
)
_NO_FIGURE = Text(
    nl="Het kader van {year} kent geen cijfer ‘{name}’.",
    en="The framework of {year} has no figure ‘{name}’.",
)
_NEAREST = Text(
    nl="Het kader van {year} kent geen cijfer ‘{name}’. Bedoelt u ‘{nearest}’?",
    en="The framework of {year} has no figure ‘{name}’. Do you mean ‘{nearest}’?",
)
_NO_PART = Text(
    nl="Het register heeft voor {year} niets met de naam ‘{name}’ dat hier kan staan.",
    en="For {year} the register has nothing by the name ‘{name}’ that can stand here.",
)
