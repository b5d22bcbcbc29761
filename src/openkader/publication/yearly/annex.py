"""The annex: the register of activities as a table, and as a CSV file that goes along with the document."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.vocabulary import Role
from openkader.evaluation.document import Attachment, Cell, Column, Table
from openkader.evaluation.explaining import say_range
from openkader.publication.sheets import harmless
from openkader.publication.yearly.source import YearSource
from openkader.publication.yearly.wording import NOT_APPLICABLE, UNKNOWN
from openkader.register.selectors import Row

_CAPTION = Text(nl="Register van activiteiten in {year}", en="Register of activities in {year}")
_COLUMNS = (
    (Text(nl="Maand", en="Month"), 15),
    (Text(nl="Activiteit", en="Activity"), 21),
    (Text(nl="Doel", en="Aim"), 23),
    (Text(nl="Onderwerpen", en="Topics"), 21),
    (Text(nl="Eigen partijen", en="Own parties"), 11),
    (Text(nl="MoU’s", en="MoUs"), 9),
)
_TOTAL = Text(nl="Samen", en="Together")
_NOTE = Text(
    nl="‘Samen’ telt deelnames, en niet verschillende partijen. Wat niet in de bron staat, is onbekend.",
    en="‘Together’ counts participations, not different parties. What is not in the source is unknown.",
)
_EMPTY = Text(
    nl="Het register kent geen activiteiten in {year}.", en="The register has no activities in {year}."
)
_SEVERAL = Text(nl="{title} ({number} activiteiten)", en="{title} ({number} activities)")
_HEADS = (
    *("id", "title", "kind", "country", "starts_on", "ends_on", "precision", "number", "aim", "topics"),
    *("own_parties", "agreements"),
)


def annex_table(source: YearSource) -> Table:
    """A row for each activity, those that stand for several last, and what they come to."""
    rows = sorted(source.activities, key=lambda row: row["number"] != 1)
    return Table(
        id="annex",
        caption=source.say(_CAPTION, year=source.asked.year),
        columns=tuple(
            Column(source.say(name), share, is_number=place > 4)
            for place, (name, share) in enumerate(_COLUMNS, 1)
        ),
        rows=tuple(_row(source, row) for row in rows) + ((_total(source),) if rows else ()),
        note=source.say(_NOTE),
        empty=source.say(_EMPTY, year=source.asked.year),
    )


def _row(source: YearSource, row: Row) -> tuple[Cell, ...]:
    unknown = source.say(UNKNOWN)
    title, number = source.said(row, "label"), row["number"]
    if number != 1:
        title = source.say(_SEVERAL, title=title, number=unknown if number is None else number)
    agreements = row["agreements"]
    return (
        Cell(source.period(row["period"]) or unknown),
        Cell(title, f"/dossiers/{row['id']}/"),
        Cell(source.said(row, "aim") or unknown),
        Cell(", ".join(_topics(source, row)) or unknown),
        Cell(own_parties(source, row)),
        Cell(unknown if agreements is None else str(agreements)),
    )


def _total(source: YearSource) -> tuple[Cell, ...]:
    return (
        Cell(source.say(_TOTAL)),
        Cell(""),
        Cell(""),
        Cell(""),
        *(Cell(_figure(source, name)) for name in ("participations", "agreements_signed")),
    )


def _figure(source: YearSource, name: str) -> str:
    figure = source.account.figures.get(name)
    return "" if figure is None else say_range(figure.count.range, source.language)


def _topics(source: YearSource, row: Row) -> Iterator[str]:
    """The topics that the annex lists; those that only the text names stand in the dossier."""
    codes = row["topics_listed"]
    for code in codes if isinstance(codes, list) else ():
        yield source.answer("activities", "topics", code)


def own_parties(source: YearSource, row: Row) -> str:
    """How many own parties took part; a row that lists its parties and has none had none."""
    found = row["participation_rows"]
    rows: Sequence[Mapping[str, object]] = found if isinstance(found, list) else ()
    numbers = [one["number"] for one in rows if one["role"] == Role.OWN_PARTY and not one["dropped_out"]]
    if not numbers:
        return source.say(NOT_APPLICABLE if row["itemised"] else UNKNOWN)
    known = [number for number in numbers if isinstance(number, int)]
    return str(sum(known)) if len(known) == len(numbers) else source.say(UNKNOWN)


def annex_file(source: YearSource) -> Attachment:
    """The same rows as data: one line for each, with empty fields for what is unknown."""
    content = io.StringIO()
    writer = csv.writer(content, lineterminator="\r\n")
    writer.writerow(_HEADS)
    lines = (_line(source, row) for row in source.activities)
    writer.writerows([harmless("" if told is None else str(told)) for told in line] for line in lines)
    return Attachment(
        name=f"register-{source.asked.year}.csv",
        media_type="text/csv",
        description=source.say(_CAPTION, year=source.asked.year),
        content=content.getvalue().encode(),
    )


def _line(source: YearSource, row: Row) -> tuple[object, ...]:
    period = row["period"] if isinstance(row["period"], Period) else None
    codes = row["topics_listed"]
    parties = own_parties(source, row)
    return (
        row["id"],
        source.said(row, "label"),
        row["kind"],
        row["country"],
        period.starts_on if period else None,
        period.ends_on if period else None,
        period.precision if period else None,
        row["number"],
        source.said(row, "aim"),
        " ".join(map(str, codes)) if isinstance(codes, list) else None,
        parties if parties.isdecimal() else None,
        row["agreements"],
    )
