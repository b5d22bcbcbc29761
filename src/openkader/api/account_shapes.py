"""The shapes of what stands beside the figures of a year: claims, coverage, what came of it, and figures of others."""

from datetime import date

from ninja import Field

from openkader.api.evaluation_shapes import Getal
from openkader.api.mission_words import Vraagmomentstand
from openkader.api.read_shapes import Bladvraag, Bladzijde, Periode
from openkader.api.shapes import Shape, Tekst
from openkader.api.survey_shapes import Vraagtelling
from openkader.api.words import Maatregelstatus, Soort
from openkader.api.year_words import Cijferstand, Dekkingstand, Zijde

_NUMBER = "Een getal met een punt en alle cijfers daarachter, als tekst."

# --- beweringen ------------------------------------------------------------------------------


class BeweringInLijst(Shape):
    """Een zin uit de gepubliceerde evaluatie, met wat het register ervan zegt."""

    reference: str = Field(alias="bewering")
    sentence: str = Field(alias="zin", description="Letterlijk, in de taal van de bron.")
    chapter: str | None = Field(alias="hoofdstuk")
    status: Cijferstand = Field(alias="stand")
    said: Tekst = Field(alias="bevinding")
    missing: list[Tekst] = Field(alias="ontbreekt", description="Wat er nodig is om haar te bewijzen.")
    remark: Tekst | None = Field(alias="opmerking")
    figure: str | None = Field(
        alias="cijfer", description="Te vinden bij `/cijfers`; null: een cijfer van het bestand, of geen."
    )
    counted: Tekst | None = Field(alias="geteld", description="Wat er geteld is; null: geen cijfer.")
    definition: Tekst | None = Field(alias="definitie")
    row_count: int = Field(alias="aantalRegels")


class Beweringen(Shape):
    """Wat de gepubliceerde evaluatie van een jaar beweert, in de volgorde van het bestand."""

    kader: str = Field(description="De versie waarmee geteld is.")
    title: Tekst | None = Field(alias="titel", description="Null: de organisatie houdt er geen bij.")
    source: str | None = Field(alias="bronadres")
    note: Tekst | None = Field(alias="toelichting")
    is_made_up: bool = Field(alias="isFictief")
    claims: list[BeweringInLijst] = Field(alias="beweringen")


class Beweringregel(Shape):
    """Een regel die voor een bewering meetelt."""

    reference: str = Field(alias="regel", description="Van een regel die u niet mag zien een volgnummer.")
    dossier: str | None = Field(description="Waar zij heen leidt; null: nergens heen.")
    number: int | None = Field(alias="aantal", description="Voor hoeveel zij staat; null: niet bekend.")
    label: Tekst | None = Field(alias="titel")
    side: Zijde = Field(alias="zijde")


class Bewering(BeweringInLijst, Bladzijde):
    """Een bewering met de regels erachter, ten hoogste vijftig op een bladzijde."""

    rows: list[Beweringregel] = Field(alias="regels")


class NagekekenBewering(BeweringInLijst):
    """Een ingeleverde zin, met wat het register ervan zegt en de eerste vijftig regels erachter."""

    rows: list[Beweringregel] = Field(alias="regels")


class NagekekenBeweringen(Shape):
    """Wat een tekst over een jaar beweert, naast wat het register kan laten zien; er is niets van bewaard."""

    year: int = Field(alias="jaar", description="Waarover de beweringen gaan.")
    kader: str = Field(description="De versie waarmee geteld is.")
    title: Tekst = Field(alias="titel")
    source: str | None = Field(alias="bronadres")
    note: Tekst | None = Field(alias="toelichting")
    is_made_up: bool = Field(alias="isFictief")
    claims: list[NagekekenBewering] = Field(alias="beweringen")


# --- contextcijfers --------------------------------------------------------------------------


class Contextdeel(Shape):
    """Een van de getallen waaruit een cijfer van anderen bestaat."""

    name: Tekst = Field(alias="naam")
    value: str = Field(alias="waarde", description=_NUMBER)


class Optelling(Shape):
    """Wat er van het optellen van de delen kwam."""

    total: str = Field(alias="totaal", description=_NUMBER)
    short: str = Field(alias="tekort", description="Onder nul: de delen zijn samen meer.")
    adds_up: bool = Field(alias="klopt")


class Contextcijfer(Shape):
    """Wat anderen van de wereld om een jaar heen zeggen; het register bewijst het niet."""

    reference: str = Field(alias="nummer")
    name: Tekst = Field(alias="naam")
    value: str = Field(alias="waarde", description=_NUMBER)
    unit: Tekst = Field(alias="eenheid")
    about: int = Field(alias="overJaar", description="Het jaar waarover het gaat.")
    parts: list[Contextdeel] = Field(alias="delen")
    check: Optelling | None = Field(alias="optelling", description="Null: er zijn geen delen gegeven.")
    title: str = Field(alias="bron")
    publisher: str | None = Field(alias="uitgever")
    url: str | None = Field(alias="bronadres")
    dated: Periode | None = Field(alias="bronVan", description="Wanneer de bron verscheen.")
    passage: str | None = Field(description="De zin in de bron die het zegt.")
    remark: Tekst | None = Field(alias="opmerking")
    file: str | None = Field(alias="bestandsnaam", description="Null: er is geen document.")
    sha256: str | None = Field(description="Van het document.")
    by: str | None = Field(alias="vastgelegdDoor", description="Null: uit een jaarbestand.")
    struck_out: str | None = Field(alias="doorgehaaldOmdat", description="Null: het geldt.")
    is_fictional: bool = Field(alias="isFictief")


class Contextcijfers(Shape):
    """De cijfers van anderen bij een jaar, het eerst vastgelegde eerst; ook wat is doorgehaald."""

    rows: list[Contextcijfer] = Field(alias="contextcijfers")


# --- dekking ---------------------------------------------------------------------------------


class Dekkingvraag(Bladvraag):
    """Welke activiteiten worden gevraagd; een regel en een stand kiezen de activiteiten achter een getal."""

    line: str | None = Field(None, alias="regel", max_length=60, description="De actielijn waar het om gaat.")
    cover: Dekkingstand | None = Field(
        None, alias="stand", description="Met deze stand bij de actielijn, of zonder `regel` bij een ervan."
    )


class Standtelling(Shape):
    """Bij hoeveel activiteiten het zo staat."""

    cover: Dekkingstand = Field(alias="stand")
    number: int = Field(alias="aantal")


class Dekkingregel(Shape):
    """Een actielijn van het kader, en hoe zij bij de activiteiten van het jaar staat."""

    id: str = Field(alias="regel")
    text: Tekst = Field(alias="tekst")
    totals: list[Standtelling] = Field(alias="tellingen")


class Dekkingmaatregel(Shape):
    """Een maatregel van een actielijn bij een activiteit."""

    code: str
    cover: Dekkingstand = Field(alias="stand")
    asked: bool | None = Field(alias="wordtGevraagd", description="Null: niet te zeggen.")
    reference: str | None = Field(alias="maatregel", description="Null: er is niets van vastgelegd.")
    status: Maatregelstatus | None
    evidence: int = Field(alias="aantalBewijsstukken")


class Dekkingcel(Shape):
    """Een actielijn bij een activiteit."""

    line: str = Field(alias="regel")
    cover: Dekkingstand = Field(alias="stand")
    applies: bool | None = Field(alias="geldt", description="Null: niet te zeggen, want er ontbreken feiten.")
    asked: int = Field(alias="aantalGevraagd")
    shown: int = Field(alias="aantalAangetoond")
    because: list[str] = Field(alias="omdat", description="Op welke feiten dat rust; in de gevraagde taal.")
    measures: list[Dekkingmaatregel] = Field(alias="maatregelen")


class Jaaractiviteit(Shape):
    """Een activiteit zoals zij in een lijst van een jaar staat."""

    activity: str = Field(alias="activiteit")
    label: Tekst = Field(alias="titel")
    number: int | None = Field(
        alias="aantal", description="Voor hoeveel activiteiten zij staat; null: niet bekend."
    )
    period: Periode | None = Field(alias="periode")


class Dekkingactiviteit(Jaaractiviteit):
    """Een activiteit met haar actielijnen."""

    kind: Soort | None = Field(alias="soort")
    cells: list[Dekkingcel] = Field(alias="cellen", description="In de volgorde van het kader.")


class Jaardekking(Bladzijde):
    """Welke actielijnen het register bij welke activiteiten van een jaar aantoont."""

    kader: str = Field(description="De versie die gevraagd werd.")
    lines: list[Dekkingregel] = Field(alias="actielijnen")
    totals: list[Standtelling] = Field(alias="tellingen", description="Van alle cellen samen.")
    withheld: int = Field(
        alias="aantalNietGetoond", description="Activiteiten die u niet mag zien; zij tellen nergens mee."
    )
    lost: int = Field(alias="aantalVerdwenenBewijsstukken")
    rows: list[Dekkingactiviteit] = Field(alias="activiteiten")


# --- effect ----------------------------------------------------------------------------------


class Reactie(Shape):
    """Wat een deelnemer in eigen woorden zei en openbaar mag zijn."""

    words: str = Field(alias="woorden")
    name: str | None = Field(alias="naam", description="Null: die mag er niet bij.")


class Jaarbereik(Shape):
    """Wie er een keer gevraagd is en wie er antwoordde."""

    wave: str = Field(alias="vraagmoment")
    months: int = Field(alias="maandenErna")
    took_part: Getal = Field(alias="deelnemers")
    asked: int = Field(alias="aantalGevraagd")
    answered: int | None = Field(
        alias="aantalAntwoorden", description="Null: niemand is gevraagd, dus is het onbekend."
    )


class Jaarvraagmoment(Jaarbereik):
    """Een keer dat deelnemers van een activiteit gevraagd worden wat ervan kwam."""

    state: Vraagmomentstand = Field(alias="stand")
    opens_on: date | None = Field(alias="vanaf", description="Null: niet bekend wanneer de activiteit was.")
    counts: list[Vraagtelling] = Field(alias="vragen", description="Leeg: er is niets geantwoord.")
    said: list[Reactie] = Field(alias="reacties")


class Vraagmomenttotaal(Jaarbereik):
    """Een vraagmoment over alle activiteiten van het jaar die u mag zien."""

    told: int = Field(alias="aantalActiviteiten", description="Waarvan er antwoorden zijn.")
    outcome: Vraagtelling | None = Field(alias="uitkomst", description="Null: er is niets geantwoord.")


class Effectactiviteit(Jaaractiviteit):
    """Een activiteit met wat deelnemers ervan zeiden."""

    waves: list[Jaarvraagmoment] = Field(alias="vraagmomenten")


class Effect(Bladzijde):
    """Wat er van de activiteiten van een jaar kwam, volgens wie meededen."""

    question: Tekst = Field(alias="vraag")
    own_form: Tekst = Field(alias="overDeVragenlijst")
    smallest: int = Field(
        alias="minsteAantal", description="Bij minder antwoorden ziet het publiek geen uitsplitsing."
    )
    totals: list[Vraagmomenttotaal] = Field(alias="totalen")
    withheld: int = Field(
        alias="aantalNietGetoond", description="Activiteiten die u niet mag zien; zij tellen nergens mee."
    )
    rows: list[Effectactiviteit] = Field(alias="activiteiten")
