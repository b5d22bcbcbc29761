"""The shapes of what another version of a kader changes, and of replays of history under a draft."""

from datetime import datetime
from typing import Literal

from ninja import Field

from openkader.api.draft_words import Naspeelkant, Naspeelstand, Nietuitgerekend
from openkader.api.read_shapes import Bladzijde
from openkader.api.shapes import Koppeling, Shape, Tekst
from openkader.api.words import Uitkomst

_SAID = "In de gevraagde taal."

# --- verschillen -----------------------------------------------------------------------------


class Kaderkant(Shape):
    """Een van de twee kaders die vergeleken zijn."""

    name: str = Field(alias="kader", description="Van een concept zoals het zou heten.")
    digest: str
    title: Tekst = Field(alias="titel")


class Uitkomstpaar(Shape):
    """Wat een voorstel was en wordt."""

    was: Uitkomst
    becomes: Uitkomst = Field(alias="wordt")


class Uitkomsttelling(Uitkomstpaar):
    """In hoeveel gevallen dat zo is; ook waar het blijft zoals het was."""

    number: int = Field(alias="aantal")


class Uitkomstverschil(Uitkomsttelling):
    """De denkbare gevallen waarin het voorstel een ander wordt."""

    share: float = Field(alias="aandeel", description="Van alle denkbare gevallen; niet van wat binnenkomt.")
    is_stricter: bool = Field(alias="isStrenger")
    only_open: bool = Field(
        alias="alleenOnbeantwoord", description="Speelt alleen zolang er iets open staat."
    )
    opening: str = Field(alias="welke", description=_SAID)
    clauses: list[str] = Field(alias="omschrijvingen", description=_SAID)
    example: list[str] = Field(alias="voorbeeld", description=_SAID)


class Onderdeelverschil(Shape):
    """Een ander onderdeel van het kader dat anders is."""

    part: str = Field(alias="onderdeel", description="Zoals het in de bestanden van een kader heet.")
    name: str = Field(alias="naam")
    title: str = Field(alias="titel", description=_SAID)
    state: Tekst = Field(alias="stand")
    lines: list[str] = Field(alias="zinnen", description=_SAID)


class Kaderverschil(Shape):
    """Wat een versie van een kader verandert aan een andere, voor elk geval dat denkbaar is."""

    older: Kaderkant = Field(alias="was")
    newer: Kaderkant = Field(alias="wordt")
    headline: str = Field(alias="samenvatting", description=_SAID)
    is_equivalent: bool = Field(alias="isGelijkwaardig", description="Of hoogstens woorden verschillen.")
    unsaid: list[Nietuitgerekend] = Field(alias="nietUitgerekend")
    number: int = Field(alias="aantalGevallen", description="Combinaties van antwoorden.")
    matrix: list[Uitkomsttelling]
    outcomes: list[Uitkomstverschil] = Field(alias="voorstellen")
    parts: list[Onderdeelverschil] = Field(alias="onderdelen")


# --- naspelen --------------------------------------------------------------------------------


class NaspelingInLijst(Shape):
    """Een keer dat alle eerdere zaken onder een concept zijn gelegd, of nog worden."""

    reference: str = Field(alias="nummer")
    base: str = Field(alias="uitgegaanVan")
    state: Naspeelstand = Field(alias="stand")
    is_late: bool = Field(alias="wachtLang", description="Er lijkt geen werkproces te lopen.")
    is_earlier: bool = Field(alias="isVanEerdereTekst", description="Het concept is daarna gewijzigd.")
    at: datetime = Field(alias="gevraagdOp")
    by: str = Field(alias="gevraagdDoor")
    done: int = Field(alias="aantalNagespeeld")
    whole: int | None = Field(
        alias="aantalTeGaan", description="Van alle zaken samen; null: nog niet geteld."
    )
    ended_at: datetime | None = Field(alias="geeindigdOp")
    ended_by: str | None = Field(alias="geeindigdDoor")
    failure: str | None = Field(alias="mislukteOmdat", description=_SAID)
    cases: int | None = Field(alias="aantalZaken", description="Null: er is geen uitkomst.")
    changed: int | None = Field(alias="aantalAnders", description="Die anders uitvallen.")


class Naspelingen(Shape):
    """De keren dat een concept is nagespeeld, de nieuwste eerst; ten hoogste honderd."""

    rows: list[NaspelingInLijst] = Field(alias="naspelingen")


class Maatregeltelling(Shape):
    """Bij hoeveel zaken een maatregel erbij komt of vervalt."""

    name: str = Field(alias="maatregel")
    text: Tekst | None = Field(alias="tekst")
    added: int = Field(alias="erbij")
    removed: int = Field(alias="eraf")


class Naspeelbeperking(Shape):
    """Wat de geschiedenis niet zegt, zodat de uitkomst onzeker is."""

    kind: Literal[
        "nieuwe_vraag",
        "niet_beantwoord",
        "past_niet",
        "gaat_niet_samen",
        "nieuwe_antwoorden",
        "niet_meer_gevraagd",
    ] = Field(alias="soort")
    name: str = Field(alias="naam", description="Van de vraag, of van wat niet samengaat.")
    text: Tekst | None = Field(alias="tekst")
    side: Naspeelkant | None = Field(alias="kader")
    reason: Literal["ander_soort_antwoord", "antwoord_bestaat_niet_meer", "geen_antwoord"] | None = Field(
        alias="reden", description="Waarom een antwoord niet past; null: dat is het niet."
    )
    options: list[str] = Field(alias="antwoorden", description="Die men eerder niet kon kiezen.")
    cases: int = Field(alias="aantalZaken")


class Naspeelverschil(Uitkomstpaar):
    """Een manier waarop zaken anders uitvallen."""

    number: int = Field(alias="verschil")
    why: Tekst | None = Field(alias="omdat", description="Null: alleen maatregelen veranderen.")
    side: Naspeelkant | None = Field(alias="kader", description="Waar de regel staat die het verklaart.")
    added: list[str] = Field(alias="maatregelenErbij")
    removed: list[str] = Field(alias="maatregelenEraf")
    cases: int = Field(alias="aantalZaken")
    seen: int = Field(
        alias="aantalZichtbaar", description="Die u mag zien; de andere zijn geteld en naamloos."
    )
    rows: Koppeling = Field(alias="zaken")


class Naspeeluitkomst(Shape):
    """Wat er van alle eerdere zaken wordt."""

    matrix: list[Uitkomsttelling]
    measures: list[Maatregeltelling] = Field(alias="maatregelen")
    limits: list[Naspeelbeperking] = Field(alias="beperkingen")
    differences: list[Naspeelverschil] = Field(
        alias="verschillen", description="Dat van de meeste zaken eerst; ten hoogste honderd."
    )
    difference_count: int = Field(alias="aantalVerschillen")


class Naspeling(NaspelingInLijst):
    """Een naspelen met zijn uitkomst."""

    found: Naspeeluitkomst | None = Field(alias="uitkomst", description="Null: er is er geen.")


class Naspeelzaak(Shape):
    """Een zaak die anders uitvalt."""

    reference: str = Field(alias="verzoek")
    title: Tekst = Field(alias="titel")


class Naspeelzaken(Bladzijde):
    """De zaken van een verschil die u mag zien, ten hoogste vijftig op een bladzijde."""

    rows: list[Naspeelzaak] = Field(alias="zaken")
