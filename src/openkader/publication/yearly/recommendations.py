"""The recommendations that the text of a year has to account for: those left open by earlier years, and its own."""

from openkader.base.text import Text, capital
from openkader.casework.recommendations import STATUSES
from openkader.evaluation.document import Cell, Column, Table
from openkader.publication.yearly.source import YearSource
from openkader.publication.yearly.wording import UNKNOWN
from openkader.register import selectors
from openkader.register.selectors.recommendations import RecommendationOfYear

_CAPTION = Text(nl="Aanbevelingen van {year}", en="Recommendations of {year}")
_ALSO = Text(
    nl="Aanbevelingen van {year}, en die van eerdere jaren nog openstonden",
    en="Recommendations of {year}, and those of earlier years that were still open",
)
_COLUMNS = (
    (Text(nl="Nr.", en="No."), 7),
    (Text(nl="Aanbeveling", en="Recommendation"), 53),
    (Text(nl="Aan, en voor wanneer", en="To whom, and by when"), 20),
    (Text(nl="Stand aan het eind van {year}", en="Status at the end of {year}"), 20),
)
_FROM = Text(nl="Uit {year}", en="Of {year}")
_CHANGED = Text(
    nl="Leidde tot een wijziging van het kader: {change}", en="Led to a change of the framework: {change}"
)
_LATE = Text(nl="te laat", en="late")
_EMPTY = Text(
    nl="Het register kent geen aanbevelingen van {year}.", en="The register has no recommendations of {year}."
)


def recommendations_table(source: YearSource) -> Table:
    """Each as it stood at the end of the year; what nobody said is unknown, and a column of only that is left out."""
    rows = selectors.recommendations_over_years(source.asked.year, reader=source.asked.reader)
    shown = (True, True, any(one.to or one.due for one in rows), any(one.status for one in rows))
    caption = _ALSO if any(one.is_carried for one in rows) else _CAPTION
    cells = [_row(source, place, one) for place, one in enumerate(rows, 1)]
    columns = [Column(source.say(name, year=source.asked.year), share) for name, share in _COLUMNS]
    return Table(
        id="recommendations",
        caption=source.say(caption, year=source.asked.year),
        columns=tuple(one for one, is_shown in zip(columns, shown, strict=True) if is_shown),
        rows=tuple(tuple(one for one, is_shown in zip(row, shown, strict=True) if is_shown) for row in cells),
        empty=source.say(_EMPTY, year=source.asked.year),
    )


def _row(source: YearSource, place: int, found: RecommendationOfYear) -> tuple[Cell, ...]:
    unknown, language = source.say(UNKNOWN), source.language
    told = [found.text.in_(language)]
    if found.is_carried:
        told.append(source.say(_FROM, year=found.year))
    if found.change:
        told.append(source.say(_CHANGED, change=found.change.in_(language)))
    addressed = [found.to.in_(language) if found.to else unknown, source.period(found.due)]
    status = capital(STATUSES[found.status].in_(language)) if found.status else unknown
    stands = [status, source.period(found.since), source.say(_LATE) if found.is_overdue else ""]
    return (
        Cell(str(place)),
        Cell("\n".join(told), f"/aanbevelingen/{found.reference}/"),
        Cell("\n".join(filter(None, addressed))),
        Cell("\n".join(filter(None, stands))),
    )
