"""The tables, charts and quotes that a text binds, as blocks: as the register has them now, or as they were adopted."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.core.cache import caches

from openkader.base.text import Text
from openkader.casework.permissions import NOBODY
from openkader.casework.prose import Binding, Bound, passages_in
from openkader.evaluation.bound_parts import as_plain, block_of, frozen_parts, part_key, parts_in
from openkader.evaluation.document import Block, Notice, Picture, Quote, Table
from openkader.publication.yearly.pictures import CHARTS
from openkader.publication.yearly.source import Asked, YearSource
from openkader.publication.yearly.tables import TABLES
from openkader.register import selectors
from openkader.register.evaluations import quotes_named_in
from openkader.register.quoting import NamedQuotes, UsableQuote, quote_fingerprint

Parts = Mapping[Binding, Block]
_AN_HOUR = 3600
_WITHDRAWN = Text(
    nl="De toestemming voor dit citaat is ingetrokken. Haal het weg: zo kan de tekst niet worden vastgesteld.",
    en="Consent for this quote was withdrawn. Take it out: the text cannot be adopted like this.",
)
_NOT_ALLOWED = Text(
    nl="Van dit citaat is niet bekend dat het gebruikt mag worden. Zo kan de tekst niet worden vastgesteld.",
    en="Of this quote it is not known that it may be used. The text cannot be adopted like this.",
)
_NOTHING = Text(
    nl="Hier staat een tabel of grafiek; het register heeft er voor {year} niets voor te tonen.",
    en="A table or a chart stands here; for {year} the register has nothing to show in it.",
)
_TAKEN_OUT = Text(
    nl="Hier stond een citaat. De toestemming is na de vaststelling ingetrokken; de woorden zijn weggehaald.",
    en="A quote stood here. Consent was withdrawn after the adoption; the words were taken out.",
)
_NO_MORE = Text(
    nl="Hier stond een citaat. Het mag na de vaststelling niet meer worden gebruikt.",
    en="A quote stood here. It may no longer be used since the adoption.",
)
_OTHERWISE = Text(
    nl="{said_by} (bij de vaststelling anders genoemd)",
    en="{said_by} (named otherwise when this was adopted)",
)
_FOLLOWS = Text(
    nl="Dit is niet mee vastgesteld; het volgt het register zoals het nu is.",
    en="This was not frozen at the adoption; it follows the register as it is now.",
)


def part_of(source: YearSource, binding: Binding) -> Block | None:
    """A table or a chart of the year by its name, if there is anything to show."""
    if binding.sort is Bound.TABLE:
        return TABLES[binding.name](source) if binding.name in TABLES else None
    return CHARTS[binding.name](source) if binding.name in CHARTS else None


def kept_parts(asked: Asked, bindings: Iterable[Binding], state: str) -> dict[Binding, Block]:
    """Tables and charts, each made once and kept as long as `state` is the same: the kader and the newest event."""
    source, found = YearSource(asked), {}
    for binding in bindings:
        block = block_of(_kept(source, binding, state))
        if block is not None:
            found[binding] = block
    return found


def _kept(source: YearSource, binding: Binding, state: str) -> dict[str, Any] | None:
    asked = source.asked
    key = f"year-part:{asked.year}:{state}:{asked.language}:{asked.today}:{part_key(binding)}"

    def made() -> dict[str, Any] | None:
        return as_plain(part_of(source, binding) or Notice(source.say(_NOTHING, year=asked.year)))

    kept: dict[str, Any] | None = (
        caches["made"].get_or_set(key, made, _AN_HOUR) if _is_ours(binding) else None
    )
    return kept


def _is_ours(binding: Binding) -> bool:
    """A name that a writer made up is never kept."""
    return binding.name in (TABLES if binding.sort is Bound.TABLE else CHARTS)


def bound_parts(asked: Asked, texts: Iterable[str], state: str) -> dict[Binding, Block]:
    """All that texts take from the register now; what quotes say is read anew each time, as it can be taken back."""
    texts = list(texts)
    quotes = selectors.quotes_named(asked.year, quotes_named_in(texts), asked.reader)
    return {
        **kept_parts(asked, parts_in(passages_in(texts)), state),
        **_quotes(quotes, asked.language, (_WITHDRAWN, _NOT_ALLOWED)),
    }


def drawn_parts(asked: Asked, texts: Iterable[str], state: str) -> dict[str, dict[str, Any] | None]:
    """The tables and charts of texts as plain data, to be frozen."""
    found = kept_parts(asked, parts_in(passages_in(texts)), state)
    return {part_key(binding): as_plain(block) for binding, block in found.items()}


def adopted_parts(year: int, content: Mapping[str, Any], language: str) -> dict[Binding, Block]:
    """What was adopted with a text, and of its quotes what consent still allows."""
    references = quotes_named_in(content["texts"].get(language, {}).values())
    quotes = selectors.quotes_named(year, references, NOBODY)
    found = {**frozen_parts(content, language), **_quotes(quotes, language, (_TAKEN_OUT, _NO_MORE))}
    salt = selectors.frozen_salt(year) if quotes.usable else ""
    for name, told in quotes.told.items():
        block = found[Binding(Bound.QUOTE, name)]
        if isinstance(block, Quote) and quote_fingerprint(told, salt) != content.get("quotes", {}).get(name):
            said_by = _OTHERWISE.in_(language).format(said_by=block.said_by)
            found[Binding(Bound.QUOTE, name)] = replace(block, said_by=said_by)
    return found


def read_parts(asked: Asked, content: Mapping[str, Any], state: str) -> dict[Binding, Block]:
    """What everybody reads with an adopted text; a part that was not frozen follows the register, and says so."""
    found = adopted_parts(asked.year, content, asked.language)
    bound = parts_in(passages_in(content["texts"].get(asked.language, {}).values()))
    now = kept_parts(asked, [one for one in bound if one not in found], state)
    return {**found, **{binding: _following(block, asked.language) for binding, block in now.items()}}


def _following(block: Block, language: str) -> Block:
    match block:
        case Table():
            note = " ".join(filter(None, (block.note, _FOLLOWS.in_(language))))
            return replace(block, note=note)
        case Picture():
            table = _following(block.table, language)
            return replace(block, table=table) if isinstance(table, Table) else block
    return block


def _quotes(quotes: NamedQuotes, language: str, why: tuple[Text, Text]) -> dict[Binding, Block]:
    """Each quote, or why its words do not stand there."""
    withdrawn, not_allowed = (Notice(one.in_(language)) for one in why)
    return {
        **{_bound(name): _quote(one, language) for name, one in quotes.usable.items()},
        **{_bound(name): withdrawn for name in quotes.withdrawn},
        **{_bound(name): not_allowed for name in quotes.not_allowed},
    }


def _bound(reference: str) -> Binding:
    return Binding(Bound.QUOTE, reference)


def _quote(found: UsableQuote, language: str) -> Quote:
    return Quote(text=found.words, said_by=found.said_of.in_(language))
