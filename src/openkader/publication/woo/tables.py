"""What was published as open data: one row a publication as CSV, everything of it as JSON, and what the columns mean.

The description follows CSV on the Web (W3C, 2015). Empty means unknown or not public, and never no.
"""

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import StringIO

from openkader.base.text import Text
from openkader.casework.publishing import CATEGORIES
from openkader.publication.open_data.writing import in_sheet
from openkader.publication.woo.feed import moment
from openkader.publication.woo.place import Site
from openkader.register.public_site import PublicRow

PageOf = Callable[[PublicRow], str]
_STRING, _WHOLE, _TRUTH, _ADDRESS = "string", "integer", "boolean", "anyURI"
_COLUMNS: Mapping[str, tuple[str, Text]] = {
    "id": (_STRING, Text(nl="Kenmerk van de publicatie", en="Reference of the publication")),
    "version": (_WHOLE, Text(nl="Versie", en="Version")),
    "kind": (_STRING, Text(nl="Waarover: agreement, activity of evaluation", en="Of what it is")),
    "category": (_ADDRESS, Text(nl="Informatiecategorie van de Woo", en="Category of the Woo")),
    "title": (_STRING, Text(nl="Titel", en="Title")),
    "summary": (_STRING, Text(nl="Samenvatting", en="Summary")),
    "country": (_STRING, Text(nl="Land (ISO 3166-1)", en="Country (ISO 3166-1)")),
    "organisations": (_STRING, Text(nl="Organisaties, met een puntkomma ertussen", en="Organisations")),
    "withheld": (
        _STRING,
        Text(nl="Wat niet openbaar is, met de grond uit de Woo", en="What is not public, with its ground"),
    ),
    "published": ("dateTime", Text(nl="Gepubliceerd op", en="Published on")),
    "address": (_ADDRESS, Text(nl="Adres van de pagina", en="Address of the page")),
    "sha256": (_STRING, Text(nl="Vingerafdruk van wat is vastgelegd", en="Digest of what was frozen")),
    "fictional": (_TRUTH, Text(nl="Verzonnen om mee te oefenen", en="Made up to practise with")),
}


def csv_lines(site: Site, rows: Iterable[PublicRow], page_of: PageOf) -> Iterator[str]:
    """The table, a line at a time, with its heads first."""
    yield _line(list(_COLUMNS))
    for row in rows:
        yield _line([in_sheet(cell) for cell in _cells(site, row, page_of)])


def json_parts(site: Site, rows: Iterable[PublicRow], page_of: PageOf) -> Iterator[str]:
    """Everything that was published, a publication at a time: also its fields and the grounds."""
    yield "["
    for number, row in enumerate(rows):
        known = dict(zip(_COLUMNS, _cells(site, row, page_of), strict=True))
        known |= {"items": row.content["items"], "withheld": row.content["withheld"]}
        yield ("\n" if number == 0 else ",\n") + json.dumps(known, ensure_ascii=False)
    yield "\n]\n"


def csvw(site: Site, sheet: str) -> dict[str, object]:
    """What the columns of the table at this path mean."""
    licence = site.publisher.licence
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "nl"}],
        "url": site.of(sheet),
        "dc:title": "Openbaar gemaakte internationale betrekkingen",
        "dc:publisher": site.publisher.organisation.nl,
        **({"dc:license": {"@id": licence}} if licence else {}),
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
        "tableSchema": {
            "primaryKey": "id",
            "columns": [
                {
                    "name": name,
                    "titles": name,
                    "dc:description": title.nl,
                    "datatype": kind,
                    "required": name == "id",
                }
                for name, (kind, title) in _COLUMNS.items()
            ],
        },
    }


def _cells(site: Site, row: PublicRow, page_of: PageOf) -> list[str | int | bool | None]:
    items, withheld = row.content["items"], row.content["withheld"]
    country = next((one["value"] for one in items if one["label"] == "country"), None)
    named = ";".join(one["value"]["nl"] for one in items if one["label"] == "party")
    return [
        row.reference,
        row.version,
        str(row.kind),
        CATEGORIES[row.category].uri if row.category else None,
        row.title,
        row.summary,
        country,
        named or None,
        ";".join(f"{one['label']} {one['ground']}" for one in withheld) or None,
        moment(row.at),
        site.of(page_of(row)),
        row.seal,
        row.is_fictional,
    ]


def _line(cells: list[str]) -> str:
    into = StringIO()
    csv.writer(into, lineterminator="\r\n").writerow(cells)
    return into.getvalue()
