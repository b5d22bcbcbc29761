"""De jaren naast elkaar: the figures that count the same on one line, what can not be compared, and why."""

from collections.abc import Mapping
from enum import StrEnum
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from ninja import Query, Router

from openkader.api.comparison_shapes import (
    Cijferlijn,
    Jaarcel,
    Jaardefinitie,
    Jaarkolom,
    Jaarrij,
    Jaarrijen,
    Jaartabel,
    Jaren,
    Jarenvraag,
    Rijvraag,
    Tabelcel,
    Tabelregel,
    Verschil,
)
from openkader.api.doors import ByToken, caller
from openkader.api.evaluation_shapes import Getal, Telling
from openkader.api.paging import links_after, page_of
from openkader.api.shapes import Koppeling, known_text, require_known, taken, text_of
from openkader.api.words import Niveau, Soort, Uitkomst, from_house, to_house
from openkader.api.year_words import Celplaats, Cijferstand, Jaarherkomst, Uitsplitsing, Verandering
from openkader.base.errors import Invalid, Problem
from openkader.base.text import Text
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import DecisionOutcome, Kind, Level
from openkader.evaluation.behind import SplitBy, rows_behind
from openkader.evaluation.breakdowns import Key, Split
from openkader.evaluation.comparing import Cell, Change, Column, Difference, Line
from openkader.evaluation.comparison_words import say_difference
from openkader.evaluation.counting import Count, Range
from openkader.evaluation.definition_words import say_definition
from openkader.evaluation.records import Record
from openkader.evaluation.years import MOST_YEARS, NONE, Years, years_of
from openkader.register import selectors
from openkader.register.selectors.known_years import known_years

router = Router(tags=["Evaluaties"])
_READER = ByToken(Act.READ_CASES)
_NO_AREA = "geen"  # was answered, and is something else than unknown
_WORDS: Mapping[str, tuple[type[StrEnum], type[StrEnum]]] = {
    "kind": (Kind, Soort),
    "outcome": (DecisionOutcome, Uitkomst),
    "level": (Level, Niveau),
}


@router.get(
    "",
    response=Jaren,
    by_alias=True,
    auth=_READER,
    summary="Jaren naast elkaar",
    url_name="api_years",
    operation_id="jarenVergelijken",
)
def compare_years(request: HttpRequest, asked: Query[Jarenvraag]) -> Jaren:
    """Elk cijfer op een lijn met wat hetzelfde telt, en een verschil alleen waar dat zeker is.

    Daarnaast wat plaatsvond en wat gesloten bleef. Elk getal leidt naar zijn rijen.
    """
    who = caller(request)
    require_known(request.GET, Jarenvraag)
    known = known_years()
    every = [one.year for one in known]
    years = [int(word) for word in asked.years.split(",")] if asked.years else every[-MOST_YEARS:]
    found = years_of(years, known)
    splits = {
        SplitBy.CLOSED: found.closed(),
        SplitBy.KIND: found.activities_by("kind"),
        SplitBy.COUNTRY: found.activities_by("country"),
        SplitBy.AREA: found.by_area(who.person),
    }
    return Jaren.model_validate(
        {
            "columns": [_column(one) for one in found.columns],
            "left_out": [] if asked.years else every[:-MOST_YEARS],
            "lines": [_line(request, line) for line in found.comparison().lines],
            "tables": [_table(request, by, one, found) for by, one in splits.items()],
        }
    )


@router.get(
    "/{jaar}/rijen/{tabel}",
    response=Jaarrijen,
    by_alias=True,
    auth=_READER,
    summary="De rijen achter een getal van een tabel",
    url_name="api_year_rows",
    operation_id="jaarrijenOpvragen",
)
def list_rows(request: HttpRequest, jaar: int, tabel: Uitsplitsing, asked: Query[Rijvraag]) -> Jaarrijen:
    """Wat u niet mag zien, telt mee en leidt nergens heen."""
    who = caller(request)
    require_known(request.GET, Rijvraag)
    selectors.kader_year(jaar)
    table = to_house(tabel, SplitBy)
    found = rows_behind(jaar, table, _key(table, asked), who.person)
    rows, last = page_of(found, lambda row: str(row["id"]), asked.cursor)
    who.note_readings([str(one) for row in rows if (one := row["url_ref"]) is not None])
    return Jaarrijen.model_validate(
        {"links": links_after(request, last), "rows": [_row(row) for row in rows]}
    )


def _column(one: Column) -> Jaarkolom:
    kader = one.kader
    known = None if kader is None else from_house(one.origin, Jaarherkomst)
    return taken(
        Jaarkolom, {}, year=one.year, kader=kader and kader.id, digest=kader and kader.digest, origin=known
    )


def _line(request: HttpRequest, line: Line) -> Cijferlijn:
    return taken(
        Cijferlijn,
        {},
        id=line.figure.id,
        text=text_of(line.figure.text),
        other_names=list(line.other_names),
        is_changed=line.is_changed,
        is_counted_now=line.is_counted_now,
        definitions=[
            taken(
                Jaardefinitie,
                {},
                years=list(one.years),
                says=text_of(Text(*(say_definition(one.figure, one.kader, name) for name in ("nl", "en")))),
            )
            for one in line.definitions
        ],
        cells=[_cell(request, cell) for cell in line.cells],
    )


def _cell(request: HttpRequest, cell: Cell) -> Jaarcel:
    figure = cell.figure.id if cell.figure else None
    return taken(
        Jaarcel,
        {},
        year=cell.year,
        place=from_house(cell.place, Celplaats),
        figure=figure,
        count=cell.count and _count(cell.count),
        status=None if cell.status is None else from_house(cell.status, Cijferstand),
        difference=cell.difference and _difference(cell.difference),
        rows=figure and _linked(request, reverse("api:api_figure", args=[cell.year, figure])),
    )


def _count(count: Count) -> Telling:
    whole = None if count.total is None else _range(count.total)
    return taken(Telling, {}, low=count.range.low, high=count.range.high, of=whole)


def _range(found: Range) -> Getal:
    return taken(Getal, {}, low=found.low, high=found.high)


def _difference(one: Difference) -> Verschil:
    is_told = one.change in (Change.MORE, Change.LESS)
    return taken(
        Verschil,
        {},
        since=one.since,
        change=from_house(one.change, Verandering),
        by=one.by if is_told else None,
        is_least=one.is_least,
        said=text_of(Text(*(say_difference(one, name) for name in ("nl", "en")))),
    )


def _table(request: HttpRequest, by: SplitBy, found: Split, years: Years) -> Jaartabel:
    table = from_house(by, Uitsplitsing)
    lines = [
        taken(
            Tabelregel,
            {},
            values=(values := _values(by, key)),
            cells=[_number(request, (year, table), values, line[year]) for year in years.counted],
        )
        for key, line in found.lines.items()
    ]
    return taken(Jaartabel, {}, by=table, is_known=found.is_known, lines=lines)


def _number(
    request: HttpRequest, place: tuple[int, Uitsplitsing], values: Mapping[str, str | None], found: Range
) -> Tabelcel:
    """A number with the address of its rows; a counted nought has none."""
    words = urlencode({name: word for name, word in values.items() if word is not None})
    address = f"{reverse('api:api_year_rows', args=place)}?{words}".removesuffix("?")
    rows = None if found.value == 0 else _linked(request, address)
    return taken(Tabelcel, {}, year=place[0], low=found.low, high=found.high, rows=rows)


def _linked(request: HttpRequest, address: str) -> Koppeling:
    return Koppeling(href=request.build_absolute_uri(address))


def _values(by: SplitBy, key: Key) -> dict[str, str | None]:
    """What a line is about, under the names by which its rows are asked for."""
    fields = Rijvraag.model_fields
    return {
        fields[name].alias or name: _word(name, stored) for name, stored in zip(by.fields, key, strict=True)
    }


def _word(name: str, stored: str | None) -> str | None:
    if stored is None or name not in _WORDS:
        return _NO_AREA if (name, stored) == ("area", NONE) else stored
    house, words = _WORDS[name]
    return str(from_house(house(stored), words))


def _key(by: SplitBy, asked: Rijvraag) -> Key:
    """The same back; what belongs to another table is refused."""
    strange = asked.model_fields_set.difference({"cursor"}, by.fields)
    if strange:
        names = sorted(Rijvraag.model_fields[name].alias or name for name in strange)
        raise Invalid([Problem("interface.unknown-name", name) for name in names])
    return tuple(_stored(name, getattr(asked, name)) for name in by.fields)


def _stored(name: str, word: str | None) -> str | None:
    if word is None or name not in _WORDS:
        return NONE if (name, word) == ("area", _NO_AREA) else word
    house, words = _WORDS[name]
    return str(to_house(words(word), house))


def _row(row: Record) -> Jaarrij:
    label = row.get("label")
    return taken(
        Jaarrij,
        {},
        reference=str(row["id"]),
        dossier=row["url_ref"],
        label=known_text(label if isinstance(label, Text) else None),
        number=row["number"],
    )
