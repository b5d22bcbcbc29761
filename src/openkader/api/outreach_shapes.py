"""The shapes of the network, the initiatives and the recommendations as they are read."""

from datetime import datetime

from ninja import Field

from openkader.api.outreach_words import (
    Bijdragesoort,
    Gesprekswijze,
    Initiatiefstand,
    Lidstand,
    Opvolging,
    Schakelstand,
    Stapsoort,
)
from openkader.api.read_shapes import Bladvraag, Bladzijde, Periode
from openkader.api.shapes import Shape, Tekst
from openkader.api.words import Partijsoort

_LONGEST = 80

# --- netwerk ---------------------------------------------------------------------------------


class Lidvraag(Bladvraag):
    """Welke leden van het netwerk worden gevraagd."""

    expertise: str | None = Field(
        None, alias="kennis", max_length=60, description="Wat een lid weet, zoals het kader het noemt."
    )
    country: str | None = Field(
        None, alias="land", pattern="^[A-Z]{2}$", description="Een land dat het kent."
    )
    party: str | None = Field(
        None, alias="relatie", max_length=_LONGEST, description="Het nummer van een partij."
    )


class LidInLijst(Shape):
    """Een partij die de organisatie kent en vraagt."""

    reference: str = Field(alias="nummer")
    party: str = Field(alias="relatie", description="Het nummer van de partij.")
    name: Tekst = Field(alias="naam")
    kind: Partijsoort = Field(alias="soort")
    country: str | None = Field(alias="land")
    why: Tekst = Field(alias="waarom")
    since: Periode | None = Field(alias="sinds", description="Null: niet bekend.")
    expertise: list[str] = Field(alias="kennis", description="Zoals het kader het noemt.")
    countries: list[str] = Field(alias="landen", description="De landen die het kent.")
    state: Lidstand = Field(alias="stand", description="Vandaag.")
    last: Periode | None = Field(alias="laatsteMoment", description="Het laatste dat genoteerd is.")
    contacts: int = Field(alias="aantalGesprekken")
    contributions: int = Field(alias="aantalBijdragen", description="Geteld over wat u mag zien.")


class Leden(Bladzijde):
    """Een bladzijde van leden, in de volgorde van hun nummer."""

    rows: list[LidInLijst] = Field(alias="netwerkleden")


class Lidnaam(Shape):
    """Een lid bij zijn naam."""

    reference: str = Field(alias="nummer")
    name: Tekst = Field(alias="naam")


class Netwerkgesprek(Shape):
    """Een gesprek met een lid."""

    reference: str = Field(alias="nummer")
    period: Periode | None = Field(alias="periode")
    purpose: str = Field(alias="doel", description="Zoals het kader het noemt.")
    manner: Gesprekswijze | None = Field(alias="wijze", description="Null: niet bekend.")
    by_whom: str | None = Field(alias="wieVanOns")
    about: str | None = Field(alias="onderwerp")
    whom: str | None = Field(alias="metWie", description="Wie niet genoemd wil worden, staat hier niet.")
    is_withheld: bool | None = Field(
        alias="namenAfgeschermd", description="Of zij vroegen niet genoemd te worden; null: niet gezegd."
    )
    others: list[Lidnaam] = Field(alias="andereLeden")
    part_of: str | None = Field(alias="hoortBij", description="De gesprekken die samen geteld zijn.")
    struck_out: str | None = Field(
        alias="doorgehaaldOmdat", description="Null: het telt; anders was het fout genoteerd."
    )


class Bijdrage(Shape):
    """Wat een lid bijdroeg: genoteerd, of uit wat het register al weet."""

    kind: Bijdragesoort = Field(alias="soort")
    record: str = Field(alias="waaraan", description="Het nummer, de naam of het jaar waaraan het bijdroeg.")
    proof: str = Field(alias="nummer", description="Waar het in het register staat.")
    dossier: str | None = Field(alias="dossier", description="Het verzoek of de activiteit.")
    title: Tekst | None = Field(alias="titel")
    period: Periode | None = Field(alias="periode")
    what: Tekst | None = Field(alias="wat")
    passage: str | None = Field(description="De zin in de bron die het zegt.")
    is_known: bool = Field(alias="uitRegister", description="Of het register het uit zichzelf weet.")
    struck_out: str | None = Field(alias="doorgehaaldOmdat")


class Lidverloop(Shape):
    """Dat een lid stopte of terugkwam."""

    is_active: bool = Field(alias="isActief")
    reason: str = Field(alias="reden")
    at: datetime = Field(alias="vastgelegdOp")
    by: str = Field(alias="vastgelegdDoor")


class Gespreksgroep(Shape):
    """Gesprekken die samen geteld zijn; een gesprek dat een daarvan is, telt niet nog eens."""

    reference: str = Field(alias="nummer")
    title: Tekst = Field(alias="titel")
    year: int = Field(alias="jaar")
    number: int | None = Field(alias="aantal", description="Null: niet bekend.")
    named: int = Field(alias="aantalGenoteerd")


class Lid(LidInLijst):
    """Een lid met alles wat ervan genoteerd is, het nieuwste eerst."""

    passage: str | None = Field(description="De zin in de bron die het zegt.")
    remark: Tekst | None = Field(alias="opmerking")
    is_fictional: bool = Field(alias="isFictief")
    points_kept: int = Field(
        alias="aantalContactpersonen", description="Wie zij zijn, leest een sleutel met `contacts`."
    )
    spoken: list[Netwerkgesprek] = Field(alias="gesprekken")
    given: list[Bijdrage] = Field(alias="bijdragen")
    standings: list[Lidverloop] = Field(alias="verloop")
    groups: list[Gespreksgroep] = Field(alias="gespreksgroepen")


# --- initiatieven ----------------------------------------------------------------------------


class Initiatiefvraag(Bladvraag):
    """Welke initiatieven worden gevraagd."""

    at: str | None = Field(
        None,
        alias="bij",
        max_length=_LONGEST,
        description="Het nummer van een verzoek of een activiteit; ook wat bij de activiteiten van het verzoek begon.",
    )


class Initiatiefpartij(Shape):
    """Wie vroeg, of met wie gekoppeld is."""

    name: Tekst = Field(alias="naam")
    party: str | None = Field(
        alias="relatie", description="Het nummer van de partij; null: in woorden, of niet te zien voor u."
    )


class Stap(Shape):
    """Een stap van een initiatief."""

    number: int = Field(alias="volgnummer")
    kind: Stapsoort = Field(alias="soort")
    what: Tekst = Field(alias="wat")
    period: Periode | None = Field(alias="periode", description="Null: niet bekend.")
    seeker: Initiatiefpartij | None = Field(alias="vrager", description="Null: niet bekend.")
    partner: Initiatiefpartij | None = Field(alias="gekoppeldAan")
    shown_by: str | None = Field(alias="blijktUit")
    url: str | None = Field(alias="adres")
    passage: str | None = Field(description="De zin in de bron die het zegt.")
    by: str = Field(alias="vastgelegdDoor")


class Schakels(Shape):
    """De drie schakels van een initiatief."""

    request: Schakelstand = Field(alias="verzoek")
    match: Schakelstand = Field(alias="koppeling")
    effect: Schakelstand = Field(alias="gevolg")


class InitiatiefInLijst(Shape):
    """Een initiatief, en waar het staat."""

    reference: str = Field(alias="nummer")
    title: Tekst = Field(alias="titel")
    year: int = Field(alias="jaar")
    request: str | None = Field(alias="verzoek", description="Waar het begon; ook dat van de activiteit.")
    activity: str | None = Field(alias="activiteit", description="Null: het begon bij het verzoek.")
    state: Initiatiefstand = Field(alias="stand")
    links: Schakels = Field(alias="schakels")
    is_fictional: bool = Field(alias="isFictief")


class Initiatieven(Bladzijde):
    """Een bladzijde van initiatieven, de nieuwste in het register eerst."""

    rows: list[InitiatiefInLijst] = Field(alias="initiatieven")


class Initiatief(InitiatiefInLijst):
    """Een initiatief met elke stap."""

    steps: list[Stap] = Field(alias="stappen", description="De eerste eerst.")
    passage: str | None = Field(description="De zin in de bron die het zegt.")
    remark: Tekst | None = Field(alias="opmerking")


# --- aanbevelingen ---------------------------------------------------------------------------


class Aanbevelingvraag(Bladvraag):
    """Welke aanbevelingen worden gevraagd."""

    year: int | None = Field(None, alias="jaar", ge=1900, le=2200, description="Het jaar van de evaluatie.")
    late_only: bool = Field(False, alias="teLaat", description="Alleen waarvan de termijn voorbij is.")


class AanbevelingInLijst(Shape):
    """Een aanbeveling van een evaluatie, en hoe zij ervoor staat."""

    reference: str = Field(alias="nummer")
    year: int = Field(alias="jaar")
    text: Tekst = Field(alias="tekst")
    status: Opvolging | None = Field(description="Null: niemand zei wat ervan werd.")
    to: Tekst | None = Field(alias="aanWie", description="Null: niet bekend.")
    due: Periode | None = Field(alias="uiterlijk", description="Null: er is geen termijn gezegd.")
    is_overdue: bool = Field(alias="isTeLaat")
    is_fictional: bool = Field(alias="isFictief")


class Aanbevelingen(Bladzijde):
    """Een bladzijde van aanbevelingen, in de volgorde van hun nummer."""

    rows: list[AanbevelingInLijst] = Field(alias="aanbevelingen")


class Adressering(Shape):
    """Aan wie een aanbeveling gericht werd, en voor wanneer."""

    number: int = Field(alias="volgnummer")
    to: Tekst | None = Field(alias="aanWie")
    due: Periode | None = Field(alias="uiterlijk")
    by: str | None = Field(alias="vastgelegdDoor")
    at: datetime = Field(alias="vastgelegdOp")


class Opvolgstap(Shape):
    """Wat er van een aanbeveling werd, en waaruit dat blijkt."""

    number: int = Field(alias="volgnummer")
    status: Opvolging
    period: Periode | None = Field(alias="periode")
    what: Tekst | None = Field(alias="wat")
    url: str | None = Field(alias="adres")
    record: str | None = Field(alias="blijktUit", description="Een nummer in het register dat u mag zien.")
    file: str | None = Field(alias="bestandsnaam", description="Null: er is geen document.")
    kader: str | None = Field(description="Het kader dat erdoor veranderde.")
    change: Tekst | None = Field(alias="verandering")
    figure: str | None = Field(alias="cijfer", description="Waaraan een jaar later te zien is of het werkte.")
    by: str | None = Field(alias="vastgelegdDoor")
    at: datetime = Field(alias="vastgelegdOp")


class Aanbeveling(AanbevelingInLijst):
    """Een aanbeveling met wat ervan werd."""

    passage: str | None = Field(description="De zin in de bron die het zegt.")
    source: Tekst | None = Field(alias="bron")
    source_url: str | None = Field(alias="bronadres")
    addresses: list[Adressering] = Field(alias="adresseringen", description="De eerste eerst.")
    follow_ups: list[Opvolgstap] = Field(alias="opvolging", description="De eerste eerst.")
