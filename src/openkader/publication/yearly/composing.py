"""The evaluation of a year as one document: what people wrote, with the register in it and below it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from openkader.base.errors import NotFound
from openkader.casework.evaluating import figure_key
from openkader.casework.prose import Binding, Bound, Passage, bindings_in, passages_of
from openkader.evaluation.account import account_of
from openkader.evaluation.chapters import ChapterPlan, chapters_of
from openkader.evaluation.counting import Count
from openkader.evaluation.document import Block, Chapter, Document, Notice, Quote
from openkader.evaluation.explaining import say_range
from openkader.evaluation.filling import Filling, figures_in, filled
from openkader.publication.yearly.annex import annex_file
from openkader.publication.yearly.context import quotes
from openkader.publication.yearly.lines import line_blocks
from openkader.publication.yearly.parts import part_of
from openkader.publication.yearly.source import Asked, YearSource
from openkader.publication.yearly.tables import errata_table, figures_table
from openkader.publication.yearly.wording import (
    ABOUT,
    CHANGED,
    DRAFT,
    ERRATA,
    FICTIONAL,
    NO_TEXT,
    NO_TEXTS,
    NOTHING,
    TITLE,
)

Counts = Mapping[int, Mapping[str, Count]]


def document_of(asked: Asked) -> Document:
    """The whole document; a year that the register does not know is not found."""
    return _Composer(YearSource(asked)).document()


def adopted_counts(source: YearSource, counts: Counts) -> Counts:
    """The same figures with the numbers that were adopted, where there are."""
    year, frozen = source.asked.year, source.asked.frozen
    return {
        of: {
            name: replace(count, range=frozen.get(name if of == year else f"{name}@{of}", count.range))
            for name, count in found.items()
        }
        for of, found in counts.items()
    }


class _Composer:
    """One document in the making."""

    def __init__(self, source: YearSource) -> None:
        self.source = source
        self.plans = chapters_of(source.kader)
        self.written: Mapping[str, tuple[Passage, ...]] = {
            name: passages for name, text in source.asked.texts.items() if (passages := passages_of(text))
        }
        counts = self._counts()
        self.filling = Filling(
            language=source.language,
            year=source.asked.year,
            counts=adopted_counts(source, counts),
            part=self._part,
            changed=dict(self._changed(counts)),
        )

    def document(self) -> Document:
        source, kader = self.source, self.source.kader
        return Document(
            language=source.language,
            organisation=kader.organisation.in_(source.language),
            title=source.say(TITLE, year=source.asked.year),
            notices=tuple(self._notices()),
            about=tuple(self._about()),
            chapters=(*self._errata(), *map(self._chapter, self.plans)),
            attachments=(annex_file(source),),
        )

    def _errata(self) -> Iterator[Chapter]:
        """Corrections come before everything, so that nobody reads past them."""
        if self.source.asked.errata:
            title = self.source.say(ERRATA)
            yield Chapter(id="errata", title=title, blocks=(errata_table(self.source),))

    def _changed(self, counts: Counts) -> Iterator[tuple[Binding, str]]:
        """The figures that the register counts otherwise than when the text was adopted."""
        source = self.source
        for binding in {one for passages in self.written.values() for one in bindings_in(passages)}:
            was = source.asked.frozen.get(figure_key(binding))
            now = counts.get(binding.year or source.asked.year, {}).get(binding.name)
            if was is not None and now is not None and now.range != was:
                yield binding, source.say(CHANGED, now=say_range(now.range, source.language))

    def _notices(self) -> Iterator[str]:
        source = self.source
        if not source.asked.adopted:
            yield source.say(DRAFT)
        if source.account.source is not None and source.account.source.fictional:
            yield source.say(FICTIONAL)
        if source.kader.reconstructed is not None:
            yield source.kader.reconstructed.in_(source.language)
        if not self.written:
            yield source.say(NO_TEXTS)

    def _about(self) -> Iterator[tuple[str, str]]:
        source, kader = self.source, self.source.kader
        words = {name: source.say(text) for name, text in ABOUT.items()}
        yield words["kader"], kader.title.in_(source.language)
        yield words["version"], f"{kader.id} · {kader.digest[:12]}"
        if source.account.source is not None:
            yield words["source"], source.account.source.title.in_(source.language)
        yield from source.asked.adopted
        yield words["made"], source.day(source.asked.today)

    def _counts(self) -> Counts:
        """The figures of this year, and of every other year those that a text names."""
        year = self.source.asked.year
        named: dict[int, set[str]] = defaultdict(set)
        for passages in self.written.values():
            for other, figure in figures_in(passages, year):
                named[other].add(figure)
        counts: dict[int, Mapping[str, Count]] = {year: self.source.account.counts}
        for other in named.keys() - {year}:
            try:
                counts[other] = account_of(other, named[other], reader=self.source.asked.reader).counts
            except NotFound:
                continue  # the sentence says so
        return counts

    def _part(self, binding: Binding) -> Block | None:
        """What a writer asks for on a line of its own; of another year nobody has it yet."""
        if self.filling.year_of(binding) != self.source.asked.year:
            return None
        kept = self.source.asked.parts.get(binding)
        if kept is not None:
            return kept
        return self.quotes.get(binding.name) if binding.sort is Bound.QUOTE else part_of(self.source, binding)

    @cached_property
    def quotes(self) -> Mapping[str, Quote]:
        """What was said in interviews; read when a text asks for it."""
        return quotes(self.source)

    def _chapter(self, plan: ChapterPlan) -> Chapter:
        blocks = (*self._text(plan), *self._shown(plan))
        chapters = tuple(map(self._chapter, plan.chapters))
        if not blocks and not chapters:
            blocks = (Notice(self.source.say(NOTHING)),)
        return Chapter(
            id=plan.id, title=plan.title.in_(self.source.language), blocks=blocks, chapters=chapters
        )

    def _text(self, plan: ChapterPlan) -> tuple[Block, ...]:
        """What was written; of a draft in which others have a text and this one does not, that is said."""
        if plan.id in self.written:
            return filled(self.written[plan.id], self.filling)
        is_missing = bool(self.written) and not self.source.asked.adopted
        return (Notice(self.source.say(NO_TEXT)),) if is_missing else ()

    def _shown(self, plan: ChapterPlan) -> Iterator[Block]:
        """What the register shows below the text; what the text took itself is not shown twice."""
        source = self.source
        taken = set(bindings_in(self.written.get(plan.id, ())))
        if plan.line is not None:
            yield from line_blocks(source, plan.line)
        if plan.figures and "figures" not in plan.shown.tables:
            yield figures_table(source, plan.figures)
        for sort, names in ((Bound.CHART, plan.shown.charts), (Bound.TABLE, plan.shown.tables)):
            for name in names:
                block = None if Binding(sort, name) in taken else self._part(Binding(sort, name))
                if block is not None:
                    yield block
