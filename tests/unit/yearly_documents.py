"""A small evaluation with one of everything; nothing in it is about anybody."""

from datetime import date
from typing import Any

from openkader.evaluation.document import (
    Attachment,
    Cell,
    Chapter,
    Column,
    Document,
    Gap,
    Heading,
    Notice,
    Number,
    Paragraph,
    Picture,
    Points,
    Quote,
    Table,
    Words,
)
from openkader.publication.charts.flow import Stream, flow
from openkader.publication.charts.svg import Caption
from openkader.publication.yearly.style import Edition

SIX = Number(figure="missions", text="6", path="/jaar/2030/evaluatie/missions/")
RANGE = Number(
    figure="parties", text="18 tot 37", path="/jaar/2030/evaluatie/parties/", note="Namen ontbreken."
)
GAP = Gap(text="[[cijfer:weg]]", note="Het kader kent geen cijfer ‘weg’.")
TABLE = Table(
    id="figures",
    caption="Cijfers van 2030",
    columns=(Column("Cijfer", 3), Column("Register", 1, is_number=True)),
    rows=(
        (Cell("Reizen\nElke reis telt."), Cell("6", "/jaar/2030/evaluatie/missions/")),
        (Cell("Partijen"), Cell("18–37")),
    ),
    note="Een bereik is geen getal.",
)
NOTHING = Table(id="none", caption="Besluiten", columns=TABLE.columns, rows=(), empty="Er waren er geen.")
CAPTION = Caption(name="flow", title="Stroom van verzoeken", description="Opgepakt: 7; geweigerd: onbekend.")
STREAMS = (
    Stream(label="Opgepakt", number=7, said="7"),
    Stream(label="Geweigerd", number=0, said="onbekend aantal", has_unknown=True),
)
PICTURE = Picture(
    id="flow",
    title=CAPTION.title,
    description=CAPTION.description,
    svg=flow("Ontvangen: 7", STREAMS, CAPTION),
    table=TABLE,
)
BLOCKS = (
    Paragraph((Words("Er waren "), SIX, Words(" reizen en "), RANGE, Words(" partijen; "), GAP, Words("."))),
    Heading((Words("Tussenkop"),)),
    Points(((Words("een punt"),), (SIX,))),
    Notice("Deze tekst is verzonnen."),
    TABLE,
    NOTHING,
    PICTURE,
    Quote(text="Het werkte.", said_by="Een bedrijf", path="/interviews/1/"),
)
ANNEX = Attachment(
    name="register-2030.csv", media_type="text/csv", description="Register van 2030", content=b"id,title\r\n"
)
EDITION = Edition(made_on=date(2031, 2, 3), address="https://kader.example.org")


def a_document(**changes: Any) -> Document:
    inner = Chapter(id="effort.E1", title="Actielijn één", blocks=(Notice("Geen bevinding."),))
    values: dict[str, Any] = {
        "language": "nl",
        "organisation": "Provincie Voorbeeld",
        "title": "Evaluatie over 2030",
        "notices": ("Concept.", "Alles is verzonnen."),
        "about": (("Kader", "Voorbeeldkader"),),
        "chapters": (
            Chapter(id="intro", title="Inleiding", blocks=(Paragraph((Words("Hallo."),)),)),
            Chapter(id="effort", title="Inzet", blocks=BLOCKS, chapters=(inner,)),
        ),
        "attachments": (ANNEX,),
    }
    return Document(**(values | changes))


def told(text: str, **changes: Any) -> Document:
    """The same with one chapter that says this."""
    chapter = Chapter(id="one", title=text[:60] or "Leeg", blocks=(Paragraph((Words(text),)),))
    return a_document(chapters=(chapter,), **changes)
