"""What goes in and out: each field in Dutch, beside its name in the house."""

from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from django.http import QueryDict
from ninja import Field, Schema
from pydantic import ConfigDict, ValidationInfo, model_validator

from openkader.api.words import (
    Bereik,
    Niveau,
    Rol,
    Soort,
    Status,
    Uitkomst,
    Volgorde,
    Vraagsoort,
)
from openkader.base.errors import Invalid, Problem
from openkader.base.text import Text
from openkader.casework.case_events import CaseEvent
from openkader.casework.case_system import Vertrouwelijkheid


class Shape(Schema):
    """One object of the interface; a name that is not in it is refused, and never passed over."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    @model_validator(mode="wrap")
    @classmethod
    def _run_root_validator(cls, values: Any, handler: Callable[[Any], Any], _info: ValidationInfo) -> Any:
        """What is one already was validated when it was made, and does not change.

        The framework would look up every field of it as templates do, which takes longer than asking the register.
        """
        return values if type(values) is cls else handler(values)


S = TypeVar("S", bound=Shape)


def taken(shape: type[S], row: Mapping[str, object], **more: object) -> S:
    """The fields of a shape out of a row of the register, under the names of the house; `more` goes before them."""
    named = {name: row[name] for name in shape.model_fields if name in row}
    return shape.model_validate(named | more)


def require_known(said: QueryDict, shape: type[Shape] = Shape) -> None:
    """Refuse a name that is unknown, or there twice: a filter that is passed over would let everything through."""
    known = {field.alias or name for name, field in shape.model_fields.items()}
    wrong = [name for name in said if name not in known or len(said.getlist(name)) > 1]
    if wrong:
        raise Invalid([Problem("interface.unknown-name", name[:60]) for name in wrong[:20]])


def require_fits(sent: Shape, chosen: str, needs: Collection[str], takes: Collection[str]) -> None:
    """Refuse what does not belong to what was chosen under a name, and what says too little for it."""
    names = {name: field.alias or name for name, field in type(sent).model_fields.items()}
    strange = sent.model_fields_set.difference({chosen}, needs, takes)
    wrong = [
        Problem("interface.missing", names[name]) for name in sorted(needs) if getattr(sent, name) is None
    ]
    wrong += [Problem("interface.unknown-name", names[name]) for name in sorted(strange)]
    if wrong:
        raise Invalid(wrong)


class Tekst(Shape):
    """Een tekst in het Nederlands en het Engels."""

    nl: str
    en: str


def text_of(text: Text) -> Tekst:
    """A text of the house."""
    return Tekst(nl=text.nl, en=text.en)


def known_text(text: Text | None) -> Tekst | None:
    """The same of a text that may be unknown."""
    return None if text is None else text_of(text)


class Koppeling(Shape):
    """Een adres."""

    href: str


class Zoekvraag(Shape):
    """Welke verzoeken worden gevraagd; wat ontbreekt, kiest alles."""

    scope: Bereik = Field(Bereik.ALL, alias="bereik", description="Van wie het werk is, en wat ervan.")
    text: str = Field(
        "",
        alias="zoek",
        max_length=200,
        description="Namen van partijen, in elk schrift, of woorden uit de titel.",
    )
    kind: Soort | None = Field(None, alias="soort", description="Wat voor contact wordt gevraagd.")
    country: str | None = Field(
        None,
        alias="land",
        pattern="^[A-Z]{2}$",
        description="De code van het land (ISO 3166-1, twee letters).",
    )
    sector: str | None = Field(
        None,
        alias="gebied",
        max_length=60,
        description="Een gebied dat het verzoek raakt, zoals het kader het noemt.",
    )
    outcome: Uitkomst | None = Field(None, alias="uitkomst", description="Wat het laatst besloten is.")
    year: int | None = Field(None, alias="jaar", ge=1900, le=2200, description="Het jaar van het verzoek.")
    state: Status | None = Field(None, alias="status", description="Waar het verzoek staat.")
    order: Volgorde = Field(Volgorde.NEWEST, alias="volgorde", description="Wat vooraan staat.")
    cursor: str | None = Field(
        None, max_length=120, description="De plaats van een bladzijde, uit een koppeling van een eerdere."
    )


class VerzoekInLijst(Shape):
    """Een verzoek zoals een lijst het laat zien."""

    reference: str = Field(alias="nummer", description="Het nummer van het dossier.")
    title: Tekst = Field(alias="titel")
    kind: Soort | None = Field(alias="soort", description="Null: niet bekend.")
    country: str | None = Field(alias="land", description="ISO 3166-1, twee letters; null: niet bekend.")
    state: Status = Field(alias="status")
    outcome: Uitkomst | None = Field(alias="uitkomst", description="Null: nog niets besloten.")
    received_on: date = Field(alias="ontvangenOp")
    due_on: date | None = Field(alias="uiterlijkOp", description="Null: er loopt geen termijn.")
    is_paused: bool = Field(alias="staatStil", description="Of de termijn stilstaat.")
    assignee: str | None = Field(alias="behandelaar")
    team: str | None
    confidentiality: Vertrouwelijkheid = Field(alias="vertrouwelijkheidaanduiding")
    is_fictional: bool = Field(alias="isFictief", description="Of het verzonnen is, om mee te oefenen.")
    requesters: list[str] = Field(alias="aanvragers")


class Verzoeken(Shape):
    """Een bladzijde van een lijst van verzoeken."""

    links: dict[str, Koppeling] = Field(alias="_links", description="`self`, `volgende` en `vorige`.")
    total: int = Field(alias="aantal", description="Hoeveel er zijn; geteld tot duizend.")
    is_least: bool = Field(alias="aantalIsOndergrens", description="Of er meer kunnen zijn dan geteld zijn.")
    rows: list[VerzoekInLijst] = Field(alias="verzoeken")


class Antwoord(Shape):
    """Een vraag van het kader, met het nieuwste antwoord."""

    fact: str = Field(alias="vraag", description="De sleutel van de vraag in het kader.")
    value: Any = Field(alias="waarde", description="Null: gevraagd, en nog onbekend.")
    basis: str | None = Field(alias="grondslag", description="Waar het op rust.")
    recorded_at: datetime = Field(alias="gegevenOp")
    recorded_by: str = Field(alias="gegevenDoor")


class Toetsing(Shape):
    """Wat het kader voorstelde, bij de antwoorden van dat moment."""

    reference: str = Field(alias="nummer")
    kader: str = Field(description="Welke versie van welk kader.")
    kader_digest: str = Field(alias="kaderDigest", description="SHA-256 van de inhoud van dat kader.")
    outcome: Uitkomst | None = Field(alias="uitkomst", description="Null: nog niet te zeggen.")
    facts: Mapping[str, Any] = Field(alias="antwoorden", description="De antwoorden die gewogen zijn.")
    settled: bool = Field(alias="staatVast", description="Of geen antwoord de uitkomst nog kan veranderen.")
    fired: list[str] = Field(alias="regels", description="De regels die bepaalden.")
    questions: list[str] = Field(alias="openVragen", description="Wat nog gevraagd moet worden.")
    open_rules: list[str] = Field(alias="openRegels", description="De regels die nog kunnen gaan gelden.")
    recorded_at: datetime = Field(alias="gemaaktOp")
    recorded_by: str = Field(alias="gemaaktDoor")


class Toetsingen(Shape):
    """De toetsingen van een verzoek, de oudste eerst."""

    assessments: list[Toetsing] = Field(alias="toetsingen")


class Regel(Shape):
    """Een regel van het kader bij de antwoorden van dat moment."""

    code: str
    holds: bool | None = Field(alias="geldt", description="Null: nog niet te zeggen.")
    outcome: Uitkomst = Field(alias="uitkomst", description="Wat zij voorstelt als zij geldt.")
    reason: Tekst = Field(alias="reden")
    since: list[Tekst] = Field(
        alias="omdat", description="De antwoorden die haar waar, onwaar of onzeker maken."
    )


class ToetsingMetReden(Toetsing):
    """Een toetsing met elke regel van het kader."""

    rules: list[Regel] | None = Field(
        alias="alleRegels", description="Null: het kader van toen is hier niet meer te lezen."
    )


class Ingediend(Shape):
    """Een verzoek dat in het register staat."""

    reference: str = Field(alias="nummer")
    links: dict[str, Koppeling] = Field(alias="_links", description="`verzoek`: waar het te lezen is.")


class Optie(Shape):
    """Een antwoord dat een vraag biedt."""

    code: str
    text: Tekst = Field(alias="tekst")


class Vraag(Shape):
    """Een vraag van het kader, met het nieuwste antwoord."""

    fact: str = Field(alias="vraag", description="De sleutel van de vraag in het kader.")
    type: Vraagsoort = Field(alias="soort")
    text: Tekst = Field(alias="tekst")
    options: list[Optie] = Field(alias="opties", description="Leeg: de soort zegt wat voor antwoord het is.")
    value: Any = Field(alias="waarde", description="Null: nog onbekend.")
    basis: str | None = Field(alias="grondslag", description="Waar het op rust.")
    given: int = Field(alias="aantalAntwoorden", description="Nul: nog niemand gaf antwoord.")
    is_open: bool = Field(
        alias="staatOpen", description="Of een antwoord het voorstel nog strenger kan maken."
    )


class Vragen(Shape):
    """De vragen die bij een verzoek worden gesteld."""

    kader: str = Field(description="Welke versie van welk kader.")
    questions: list[Vraag] = Field(alias="antwoorden")


class Besluit(Shape):
    """Wat iemand besloot."""

    reference: str = Field(alias="nummer")
    level: Niveau = Field(alias="niveau")
    outcome: Uitkomst | None = Field(alias="uitkomst", description="Null: de bron zegt het niet.")
    motivation: str | None = Field(alias="motivering")
    departs_from_proposal: bool | None = Field(alias="wijktAfVanVoorstel")
    decided_on: date | None = Field(alias="beslotenOp")
    decided_by: str | None = Field(alias="beslotenDoor")
    seconded_by: str | None = Field(alias="tweedePersoon")
    assessment: str | None = Field(alias="toetsing", description="Het nummer van de toetsing.")
    reconstructed: bool = Field(alias="isReconstructie", description="Of het uit een bron is overgenomen.")


class Deelname(Shape):
    """Een partij of een groep die meedoet."""

    reference: str = Field(alias="nummer")
    role: Rol = Field(alias="rol")
    party: str | None = Field(
        alias="partij", description="Het nummer van de partij; null: alleen beschreven."
    )
    label: Tekst | None = Field(alias="naam")
    number: int | None = Field(alias="aantal", description="Voor hoevelen zij staat; null: niet bekend.")
    dropped_out: bool = Field(alias="isAfgevallen")


class Stuk(Shape):
    """Een document bij het verzoek."""

    reference: str = Field(alias="nummer")
    name: str = Field(alias="bestandsnaam")
    media_type: str = Field(alias="mediatype")
    size: int = Field(alias="bytes")
    digest: str = Field(alias="sha256")
    recorded_at: datetime = Field(alias="ontvangenOp")


class Stukken(Shape):
    """De documenten bij een verzoek."""

    documents: list[Stuk] = Field(alias="documenten")


class Verzoek(VerzoekInLijst):
    """Een verzoek met alles wat er in het dossier van gewogen en besloten is."""

    year: int = Field(alias="jaar")
    programme: str | None = Field(alias="programma")
    answers: list[Antwoord] = Field(alias="antwoorden")
    assessments: list[Toetsing] = Field(alias="toetsingen")
    decisions: list[Besluit] = Field(alias="besluiten")
    participations: list[Deelname] = Field(alias="deelnames")
    documents: list[Stuk] = Field(alias="documenten")


class Abonnement(Shape):
    """Een ander systeem dat hoort wat er met zaken gebeurt."""

    number: int = Field(alias="nummer")
    name: str = Field(alias="naam")
    address: str = Field(alias="adres")
    kinds: list[CaseEvent] = Field(alias="soorten", description="Van welke gebeurtenissen het hoort.")
    opened_at: datetime = Field(alias="genomenOp")
    waiting: int = Field(alias="aantalWachtend", description="Wat de ontvanger nog moet horen.")
    waiting_since: datetime | None = Field(alias="wachtendSinds")
    answer: str | None = Field(
        alias="laatsteAntwoord",
        description="De status, of `too-slow`, `unreachable`, `not-allowed` of `locked`; null: nog niets verteld.",
    )
    answered_at: datetime | None = Field(alias="laatsteAntwoordOp")
    is_held: bool = Field(
        alias="staatStil", description="Of het zo vaak mislukte dat iemand ernaar moet kijken."
    )


class AbonnementMetGeheim(Abonnement):
    """Een nieuw abonnement, met wat alleen nu te lezen is."""

    secret: str = Field(alias="geheim", description="Hiermee herkent de ontvanger ons; alleen nu te lezen.")


class Abonnementen(Shape):
    """De abonnementen van een account, het nieuwste eerst."""

    rows: list[Abonnement] = Field(alias="abonnementen")


class OngeldigeWaarde(Shape):
    """Een waarde die niet klopt."""

    place: str = Field(alias="waarde", description="Waar zij staat.")
    code: str
    detail: str


class Probleem(Shape):
    """Wat er mis ging (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str = Field(description="Wat er mis is, en wat eraan te doen is.")
    code: str = Field(description="Onze vaste code.")
    wrong: list[OngeldigeWaarde] = Field([], alias="ongeldigeWaarden")
