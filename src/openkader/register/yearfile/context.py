"""Figures of others in a year file; a number is written as text, so that it stays as it is said."""

from decimal import Decimal

from openkader.base.document import Entry
from openkader.base.reading import Fields
from openkader.base.text import Text
from openkader.casework.context_figures import MOST_DIGITS, ContextDraft, Part, is_exact, read_number
from openkader.register.context_entries import ContextEntry
from openkader.register.yearfile.words import Words

_NO_UNIT = Text(nl="", en="")


def context_figure(words: Words, entry: Entry, year: int) -> ContextEntry:
    """What others say, with the sentence of the source that says so."""
    fields = words.record(
        entry,
        ("reference", "name", "value", "about", "source", "passage"),
        ("year", "unit", "parts"),
    )
    source = words.reader.mapping(
        fields.entry("source") or Entry({}, fields.where), ("title",), ("publisher", "url", "date")
    )
    about = fields.integer("about")
    draft = ContextDraft(
        name=fields.text("name"),
        value=_number(words, fields),
        unit=fields.text_or_none("unit") or _NO_UNIT,
        about=about,
        title=source.words("title"),
        publisher=source.words_or_none("publisher") or "",
        url=words.url(source) or "",
        parts=tuple(_part(words, item) for item in fields.items("parts")),
    )
    if about is not None and not 1900 <= about <= 2200:
        words.reader.report("register.not-a-year", fields.place("about"), value=str(about))
    return ContextEntry(
        **words.counted(fields, words.reference(fields)),  # type: ignore[arg-type]
        year=words.year(fields, year),
        draft=draft,
        dated=words.period(source, "date"),
    )


def _part(words: Words, entry: Entry) -> Part:
    fields = words.reader.mapping(entry, ("name", "value"))
    return Part(fields.text("name"), _number(words, fields))


def _number(words: Words, fields: Fields) -> Decimal:
    typed = fields.words("value")
    found = read_number(typed)
    if found is None and typed:
        words.reader.report("context.not-a-number", fields.place("value"), value=typed[:60])
    if found is not None and not is_exact(found):
        words.reader.report("context.too-exact", fields.place("value"), limit=str(MOST_DIGITS))
    return found if found is not None else Decimal(0)
