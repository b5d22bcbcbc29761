"""What others say of the world around the year, apart from what the register proves, and what interviews brought."""

from collections.abc import Mapping
from decimal import Decimal

from babel.numbers import format_decimal

from openkader.base.text import Text
from openkader.evaluation.document import Cell, Column, Quote, Table
from openkader.publication.yearly.source import LOCALES, YearSource
from openkader.register import selectors
from openkader.register.selectors.context import ContextRow

_CAPTION = Text(nl="Wat anderen zeggen, bij {year}", en="What others say, with {year}")
_COLUMNS = (
    (Text(nl="Wat", en="What"), 40),
    (Text(nl="Volgens die bron", en="According to that source"), 24),
    (Text(nl="Bron", en="Source"), 36),
)
_NOTE = Text(
    nl="Deze getallen zijn van anderen. Het register bewijst ze niet.",
    en="These numbers are of others. The register does not prove them.",
)
_ABOUT = Text(nl="over {year}", en="of {year}")
_PARTS = Text(nl="Delen: {parts}, samen {total}.", en="Parts: {parts}, together {total}.")
_SHORT = Text(nl="Dat is niet het geheel.", en="That is not the whole.")


def context_table(source: YearSource) -> Table | None:
    """Each figure with its source, and whether its parts add up; without any there is no table."""
    rows = selectors.context_of(source.asked.year, reader=source.asked.reader)
    if not rows:
        return None
    return Table(
        id="context",
        caption=source.say(_CAPTION, year=source.asked.year),
        columns=tuple(Column(source.say(name), share) for name, share in _COLUMNS),
        rows=tuple(_row(source, one) for one in rows),
        note=source.say(_NOTE),
    )


def _row(source: YearSource, row: ContextRow) -> tuple[Cell, ...]:
    language = source.language
    about = [row.name.in_(language), source.say(_ABOUT, year=row.about)]
    value = [f"{_number(row.value, language)} {row.unit.in_(language)}", *_parts(source, row)]
    origin = [row.title, *filter(None, (row.publisher, source.period(row.dated), row.url))]
    return Cell("\n".join(about)), Cell("\n".join(value)), Cell("\n".join(origin))


def _parts(source: YearSource, row: ContextRow) -> list[str]:
    """What it is made of, and whether that is all of it."""
    if row.check is None:
        return []
    language = source.language
    parts = " + ".join(f"{_number(one.value, language)} ({one.name.in_(language)})" for one in row.parts)
    said = source.say(_PARTS, parts=parts, total=_number(row.check.total, language))
    return [said if row.check.adds_up else f"{said} {source.say(_SHORT)}"]


def _number(value: Decimal, language: str) -> str:
    """With as many decimals as it has, in the language of the document."""
    _whole, _point, decimals = format(value.normalize(), "f").partition(".")
    places = "." + "0" * len(decimals) if decimals else ""
    return str(format_decimal(value, format=f"#,##0{places}", locale=LOCALES[language]))


def quotes(source: YearSource) -> Mapping[str, Quote]:
    """The quotes that may be used, each by its reference, with who said it as far as they agreed to that."""
    found = selectors.quotes_of(source.asked.year, source.asked.reader)
    return {one.reference: Quote(text=one.words, said_by=one.said_of.in_(source.language)) for one in found}
