"""The shapes of the yearly evaluations: how far each is, its chapters, and its figures with the rows behind them."""

from datetime import datetime

from ninja import Field

from openkader.api.read_shapes import Bladzijde
from openkader.api.shapes import Shape, Tekst
from openkader.api.year_words import Achtergehouden, Cijferstand, Evaluatiestand


class EvaluatieInLijst(Shape):
    """Een jaar dat het register kent, en hoe ver zijn evaluatie is."""

    year: int = Field(alias="jaar")
    kader: str = Field(description="De versie waarmee het jaar geteld wordt.")
    is_real: bool = Field(alias="isEcht", description="Of er iets in staat dat gebeurde.")
    is_made_up: bool = Field(alias="isFictief", description="Of er iets verzonnens in staat.")
    state: Evaluatiestand | None = Field(alias="stand", description="Null: niemand begon eraan.")


class Evaluaties(Shape):
    """De jaren die het register kent, het nieuwste eerst."""

    rows: list[EvaluatieInLijst] = Field(alias="evaluaties")


class Vaststellingsmoment(Shape):
    """Wanneer en door wie een evaluatie is vastgesteld."""

    sha256: str = Field(description="Van alles wat is vastgesteld.")
    at: datetime = Field(alias="vastgesteldOp")
    by: str = Field(alias="vastgesteldDoor")


class Erratum(Shape):
    """Een verbetering van wat is vastgesteld."""

    number: int = Field(alias="nummer")
    chapter: str = Field(alias="hoofdstuk")
    language: str = Field(alias="taal")
    said: str = Field(alias="stondEr")
    must_say: str = Field(alias="moetZijn")
    why: str = Field(alias="omdat")
    at: datetime = Field(alias="vastgelegdOp")


class Getal(Shape):
    """Wat een cijfer zegt: een getal, of de grenzen waartussen het ligt."""

    low: int = Field(alias="minstens")
    high: int | None = Field(alias="hoogstens", description="Null: er is geen bovengrens.")


class Telling(Getal):
    """Wat een cijfer zegt, en waarvan het een deel is."""

    of: Getal | None = Field(alias="van", description="Null: het is nergens een deel van.")


class Herrekening(Shape):
    """Een cijfer dat na de vaststelling anders telde."""

    figure: str = Field(alias="cijfer")
    was: Telling
    became: Telling = Field(alias="werd")
    why: str = Field(alias="omdat")
    at: datetime = Field(alias="vastgelegdOp")


class Evaluatie(EvaluatieInLijst):
    """De evaluatie van een jaar."""

    reference: str | None = Field(alias="nummer")
    written_by: str | None = Field(
        alias="kaderVanDeTekst", description="De versie waarmee eraan begonnen is."
    )
    languages: list[str] = Field(alias="talen")
    at: datetime | None = Field(alias="begonnenOp")
    by: str | None = Field(alias="begonnenDoor")
    returned_because: str | None = Field(alias="teruggegevenOmdat")
    open_comments: int = Field(alias="aantalOpenOpmerkingen")
    adopted: Vaststellingsmoment | None = Field(alias="vaststelling")
    errata: list[Erratum] = Field(alias="errata")
    restatements: list[Herrekening] = Field(alias="herrekeningen")


class Hoofdstuktekst(Shape):
    """De tekst van een hoofdstuk in een taal."""

    language: str = Field(alias="taal")
    text: str = Field(
        alias="tekst",
        description="Zoals geschreven: `[[cijfer:naam]]` staat waar een cijfer wordt ingevuld.",
    )
    left_empty: str | None = Field(alias="leegOmdat", description="Waarom er met opzet niets staat.")
    number: int | None = Field(alias="versie", description="Null: dit is wat is vastgesteld.")
    at: datetime = Field(alias="geschrevenOp", description="Van wat is vastgesteld: wanneer dat was.")
    by: str = Field(alias="geschrevenDoor", description="Van wat is vastgesteld: wie dat deed.")


class Hoofdstuk(Shape):
    """Een hoofdstuk, met de teksten die er zijn."""

    id: str = Field(alias="hoofdstuk")
    title: Tekst = Field(alias="titel")
    inside: str | None = Field(alias="binnen", description="Het hoofdstuk waar het in staat.")
    line: str | None = Field(alias="regel", description="De actielijn of randvoorwaarde waar het over gaat.")
    figures: list[str] = Field(alias="cijfers", description="Wat het kader hier laat zien.")
    texts: list[Hoofdstuktekst] = Field(alias="teksten")


class Hoofdstukken(Shape):
    """De hoofdstukken van een evaluatie, in de volgorde van lezen."""

    chapters: list[Hoofdstuk] = Field(alias="hoofdstukken")


class CijferInLijst(Telling):
    """Een cijfer van een jaar, zoals het register het nu telt."""

    id: str = Field(alias="cijfer")
    text: Tekst = Field(alias="tekst")
    definition: Tekst = Field(alias="definitie")
    version: str = Field(alias="definitieversie", description="Wordt een andere als er anders geteld wordt.")
    declared: int | None = Field(alias="inTekst", description="Wat de gepubliceerde tekst zegt.")
    status: Cijferstand = Field(alias="stand")
    is_unrecorded: bool = Field(
        alias="isNietVastgelegd", description="Of er van dit jaar niets is waarin het geteld kan worden."
    )


class Cijfers(Shape):
    """De cijfers van een jaar, in de volgorde van het kader."""

    figures: list[CijferInLijst] = Field(alias="cijfers")


class Cijferregel(Shape):
    """Een regel achter een cijfer."""

    reference: str = Field(alias="regel", description="Van een regel die u niet mag zien een volgnummer.")
    dossier: str | None = Field(
        alias="dossier", description="Het verzoek of de activiteit waar zij heen leidt; null: nergens heen."
    )
    number: int | None = Field(alias="aantal", description="Voor hoeveel zij staat; null: niet bekend.")
    party: str | None = Field(alias="partij")
    counts: bool | None = Field(alias="telt", description="Null: niet te zeggen.")
    withheld: Achtergehouden | None = Field(alias="achtergehoudenOmdat")


class Cijfer(CijferInLijst, Bladzijde):
    """Een cijfer met de regels die meetellen of mee kunnen tellen, ten hoogste vijftig op een bladzijde."""

    adopted: Telling | None = Field(alias="bijVaststelling", description="Null: er is niets vastgesteld.")
    rows: list[Cijferregel] = Field(alias="regels")
