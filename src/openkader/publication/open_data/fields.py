"""What is public of the register, named column by column; whatever is not named here is written nowhere.

So a field that is added to a table tomorrow stays inside until somebody decides otherwise, and says so here.
"""

from dataclasses import dataclass
from enum import StrEnum

from openkader.base.text import Text
from openkader.evaluation.counting import Withheld

PERSONAL_DATA = "personal_data"
GROUNDS = {
    str(Withheld.CONFIDENTIAL_CASE): Text(
        nl="Hoort bij een zaak die vertrouwelijk is. De rij telt mee en staat er zonder naam en zonder inhoud.",
        en="Belongs to a confidential case. The row is counted, and stands without a name and without content.",
    ),
    str(Withheld.SCREENING): Text(
        nl="Kan laten zien wat een screening vond. De rij telt mee en staat er zonder naam en zonder inhoud.",
        en="May show what screening found. The row is counted, and stands without a name and without content.",
    ),
    PERSONAL_DATA: Text(
        nl="Namen van deelnemers zijn persoonsgegevens of bedrijfsgegevens. De kolom staat er, en blijft leeg.",
        en="Names of participants are personal or business data. The column is there, and stays empty.",
    ),
}


class Type(StrEnum):
    """The types of a column, as the descriptor calls them."""

    STRING = "string"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Field:
    """One column: its name, what it says, and the ground on which it always stays empty."""

    name: str
    title: Text
    type: Type = Type.STRING
    withheld: str | None = None


@dataclass(frozen=True, slots=True)
class PublicFile:
    """One file of rows: those of a collection of the register."""

    name: str
    title: Text
    fields: tuple[Field, ...]


_KIND = Field("kind", Text(nl="Soort", en="Kind"))
_COUNTRY = Field("country", Text(nl="Land (ISO 3166-1)", en="Country (ISO 3166-1)"))
_PROGRAMME = Field("programme", Text(nl="Relatie", en="Relation"))
_RELATED = (_KIND, _COUNTRY, _PROGRAMME)
_TITLE = (
    Field("title_nl", Text(nl="Titel, Nederlands", en="Title, Dutch")),
    Field("title_en", Text(nl="Titel, Engels", en="Title, English")),
)
_TEXT = (
    Field("text_nl", Text(nl="Tekst, Nederlands", en="Text, Dutch")),
    Field("text_en", Text(nl="Tekst, Engels", en="Text, English")),
)
_PERIOD = (
    Field("starts_on", Text(nl="Eerste mogelijke dag", en="First possible day"), Type.DATE),
    Field("ends_on", Text(nl="Laatste mogelijke dag", en="Last possible day"), Type.DATE),
    Field("precision", Text(nl="Hoe precies de dag bekend is", en="How exactly the day is known")),
)
_LINE = Field("line", Text(nl="Actielijn", en="Action line"))
_STATUS = Field("status", Text(nl="Status", en="Status"))

FILES: tuple[PublicFile, ...] = (
    PublicFile(
        "requests",
        Text(nl="Verzoeken", en="Requests"),
        (
            *_RELATED,
            Field("initiative", Text(nl="Wie het initiatief nam", en="Who took the initiative")),
            *_TITLE,
        ),
    ),
    PublicFile(
        "decisions",
        Text(nl="Besluiten", en="Decisions"),
        (
            *_RELATED,
            Field("level", Text(nl="Waarover besloten is", en="What was decided on")),
            Field("outcome", Text(nl="Uitkomst", en="Outcome")),
            Field("ground", Text(nl="Grond", en="Ground")),
            Field("instrument", Text(nl="Instrument", en="Instrument")),
        ),
    ),
    PublicFile(
        "activities",
        Text(nl="Activiteiten", en="Activities"),
        (
            *_RELATED,
            Field("office_holder", Text(nl="Bestuurder erbij", en="Office-holder took part"), Type.BOOLEAN),
            Field(
                "foreign_delegation",
                Text(nl="Buitenlandse delegatie erbij", en="Foreign delegation took part"),
                Type.BOOLEAN,
            ),
            Field(
                "topics",
                Text(nl="Gespreksonderwerpen, gescheiden door een puntkomma", en="Topics, by semicolon"),
            ),
            *_TITLE,
            *_PERIOD,
        ),
    ),
    PublicFile(
        "participations",
        Text(nl="Deelnames", en="Participations"),
        (
            *_RELATED,
            Field("role", Text(nl="Rol", en="Role")),
            Field("dropped_out", Text(nl="Afgehaakt", en="Dropped out"), Type.BOOLEAN),
            Field(
                "party_name",
                Text(nl="Naam van de deelnemer", en="Name of the participant"),
                withheld=PERSONAL_DATA,
            ),
        ),
    ),
    PublicFile(
        "agreements",
        Text(nl="Overeenkomsten", en="Agreements"),
        (*_RELATED, Field("form", Text(nl="Vorm", en="Form")), _STATUS),
    ),
    PublicFile(
        "talks",
        Text(nl="Gesprekken", en="Talks"),
        (_PROGRAMME, Field("purpose", Text(nl="Doel", en="Purpose")), *_TITLE),
    ),
    PublicFile(
        "measures",
        Text(nl="Maatregelen", en="Measures"),
        (
            *_RELATED,
            _LINE,
            Field("measure", Text(nl="Maatregel", en="Measure")),
            _STATUS,
            Field("evidenced", Text(nl="Er is bewijs", en="There is evidence"), Type.BOOLEAN),
        ),
    ),
    PublicFile("recommendations", Text(nl="Aanbevelingen", en="Recommendations"), (_STATUS, *_TEXT)),
    PublicFile(
        "findings",
        Text(nl="Bevindingen", en="Findings"),
        (
            Field("subject", Text(nl="Waarover", en="On what")),
            _LINE,
            Field("verdict", Text(nl="Oordeel", en="Verdict")),
            *_TEXT,
        ),
    ),
)

# What every row has before its own columns.
ROW = (
    Field("id", Text(nl="Kenmerk van de rij", en="Reference of the row")),
    Field("dossier", Text(nl="Dossier", en="Dossier")),
    Field(
        "number",
        Text(nl="Voor hoeveel de rij staat; leeg: onbekend", en="Stands for; empty: unknown"),
        Type.INTEGER,
    ),
    Field(
        "withheld", Text(nl="Grond waarop de rij is achtergehouden", en="Ground on which the row is withheld")
    ),
)
FIGURES = PublicFile(
    "figures",
    Text(nl="Cijfers", en="Figures"),
    (
        Field("id", Text(nl="Cijfer", en="Figure")),
        Field("definition", Text(nl="Versie van de definitie", en="Version of the definition")),
        Field("collection", Text(nl="Bestand met de rijen", en="File with the rows")),
        *_TITLE,
        Field("says_nl", Text(nl="Definitie, Nederlands", en="Definition, Dutch")),
        Field("says_en", Text(nl="Definitie, Engels", en="Definition, English")),
        Field("low", Text(nl="Ten minste", en="At least"), Type.INTEGER),
        Field("high", Text(nl="Ten hoogste; leeg: onbekend", en="At most; empty: unknown"), Type.INTEGER),
        Field("of_low", Text(nl="Van ten minste", en="Of at least"), Type.INTEGER),
        Field("of_high", Text(nl="Van ten hoogste", en="Of at most"), Type.INTEGER),
        Field("declared", Text(nl="Wat de tekst zegt", en="What the text says"), Type.INTEGER),
        Field("status", Text(nl="Oordeel van het register", en="What the register says of it")),
    ),
)
FIGURE_ROWS = PublicFile(
    "figure_rows",
    Text(nl="Rijen achter elk cijfer", en="Rows behind each figure"),
    (
        Field("figure", Text(nl="Cijfer", en="Figure")),
        Field("row", Text(nl="Kenmerk van de rij", en="Reference of the row")),
        Field("counts", Text(nl="Telt mee; leeg: onbekend", en="Counts; empty: unknown"), Type.BOOLEAN),
    ),
)
