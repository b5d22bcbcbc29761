"""The shapes of years side by side: a line for each figure, what changed and what can not be compared, and tables."""

from ninja import Field

from openkader.api.evaluation_shapes import Getal, Telling
from openkader.api.read_shapes import Bladvraag, Bladzijde
from openkader.api.shapes import Koppeling, Shape, Tekst
from openkader.api.words import Niveau, Soort, Uitkomst
from openkader.api.year_words import Celplaats, Cijferstand, Jaarherkomst, Uitsplitsing, Verandering

_YEAR = r"(19|2[01])\d{2}"
_LONGEST_CODE = 60


class Jarenvraag(Shape):
    """Welke jaren naast elkaar gevraagd worden."""

    years: str | None = Field(
        None,
        alias="jaren",
        pattern=rf"^{_YEAR}(,{_YEAR}){{0,7}}$",
        description="Ten hoogste acht jaren met komma's ertussen; zonder: de nieuwste die het register kent.",
    )


class Jaarkolom(Shape):
    """Een jaar, met het kader waarmee het geteld is."""

    year: int = Field(alias="jaar")
    kader: str | None = Field(description="Null: het register weet er niets van, en dat is geen nul.")
    digest: str | None = Field(description="Van het kader.")
    origin: Jaarherkomst | None = Field(alias="herkomst")


class Verschil(Shape):
    """Hoe een cijfer verschilt van het jaar waarin het daarvoor geteld is; alleen wat zeker is."""

    since: int = Field(alias="sinds")
    change: Verandering = Field(alias="verandering")
    by: int | None = Field(alias="hoeveel", description="Null: er is geen verschil te noemen.")
    is_least: bool = Field(alias="isMinstens", description="Of het ook meer kan zijn.")
    said: Tekst = Field(alias="zin", description="Ook waarom er niet te vergelijken is.")


class Jaarcel(Shape):
    """Een cijfer in een jaar."""

    year: int = Field(alias="jaar")
    place: Celplaats = Field(alias="plaats")
    figure: str | None = Field(alias="cijfer", description="Hoe het in dat jaar heet; null: niet geteld.")
    count: Telling | None = Field(alias="telling", description="Null: niet geteld, en dat is geen nul.")
    status: Cijferstand | None = Field(alias="stand")
    difference: Verschil | None = Field(alias="verschil", description="Null: niet eerder geteld.")
    rows: Koppeling | None = Field(alias="regels", description="Het cijfer met de regels erachter.")


class Jaardefinitie(Shape):
    """Een definitie, en de jaren die ermee tellen."""

    years: list[int] = Field(alias="jaren")
    says: Tekst = Field(alias="zin")


class Cijferlijn(Shape):
    """Een cijfer over de jaren; op een lijn staat alleen wat hetzelfde telt, of dat het anders telt."""

    id: str = Field(alias="cijfer", description="Zoals het nieuwste kader dat het telt het noemt.")
    text: Tekst = Field(alias="tekst")
    other_names: list[str] = Field(
        alias="andereNamen", description="Waaronder een ander jaar hetzelfde telt."
    )
    is_changed: bool = Field(alias="isAndersGedefinieerd")
    is_counted_now: bool = Field(alias="wordtNogGeteld")
    definitions: list[Jaardefinitie] = Field(alias="definities", description="De nieuwste eerst.")
    cells: list[Jaarcel] = Field(alias="jaren")


class Tabelcel(Getal):
    """Een getal van een tabel, en de rijen erachter."""

    year: int = Field(alias="jaar")
    rows: Koppeling | None = Field(alias="rijen", description="Null: een getelde nul.")


class Tabelregel(Shape):
    """Wat er in de jaren was van iets."""

    values: dict[str, str | None] = Field(alias="waarden", description="Null: niet bekend.")
    cells: list[Tabelcel] = Field(alias="jaren")


class Jaartabel(Shape):
    """Wat plaatsvond of gesloten bleef, uitgesplitst."""

    by: Uitsplitsing = Field(alias="uitsplitsing")
    is_known: bool = Field(alias="isBekend", description="Of er van een van de regels iets bekend is.")
    lines: list[Tabelregel] = Field(alias="regels")


class Jaren(Shape):
    """Jaren naast elkaar, het oudste eerst."""

    columns: list[Jaarkolom] = Field(alias="jaren")
    left_out: list[int] = Field(alias="weggelaten", description="Oudere jaren die het register ook kent.")
    lines: list[Cijferlijn] = Field(alias="cijfers")
    tables: list[Jaartabel] = Field(alias="tabellen")


class Rijvraag(Bladvraag):
    """Welke rijen van een tabel worden gevraagd; wat u weglaat van wat bij de tabel hoort, is onbekend."""

    kind: Soort | None = Field(None, alias="soort")
    country: str | None = Field(None, alias="land", pattern="^[A-Z]{2}$")
    area: str | None = Field(None, alias="gebied", max_length=_LONGEST_CODE)
    outcome: Uitkomst | None = Field(None, alias="uitkomst")
    level: Niveau | None = Field(None, alias="niveau")
    ground: str | None = Field(None, alias="grond", max_length=_LONGEST_CODE)
    instrument: str | None = Field(None, max_length=_LONGEST_CODE)


class Jaarrij(Shape):
    """Een activiteit of besluit achter een getal van een tabel."""

    reference: str = Field(alias="rij", description="Van wat u niet mag zien een volgnummer.")
    dossier: str | None = Field(description="Waar zij heen leidt; null: nergens heen.")
    label: Tekst | None = Field(alias="titel")
    number: int | None = Field(alias="aantal", description="Voor hoeveel zij staat; null: niet bekend.")


class Jaarrijen(Bladzijde):
    """De rijen achter een getal van een tabel, ten hoogste vijftig op een bladzijde."""

    rows: list[Jaarrij] = Field(alias="rijen")
