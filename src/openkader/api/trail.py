"""Het controlespoor: who did what, to what, and when, with the digests by which a program works the chain out."""

from dataclasses import asdict
from datetime import UTC, date
from typing import Annotated
from urllib.parse import urlencode

from django.core.signing import BadSignature, Signer
from django.http import HttpRequest
from ninja import Field, Query, Router
from pydantic import AfterValidator

from openkader.api.doors import ByToken, caller
from openkader.api.paging import after_in, links_after
from openkader.api.read_shapes import Bladvraag, Bladzijde
from openkader.api.sent import Day
from openkader.api.shapes import Shape, require_known
from openkader.base.errors import Invalid, Problem
from openkader.base.numbers import number_in
from openkader.casework.permissions import Act
from openkader.register import selectors, services
from openkader.register.chain import Link
from openkader.register.selectors import TrailChoice
from openkader.register.selectors.whole_trail import chain_page

router = Router(tags=["Controlespoor"])
_FORM = "json"  # how the trail calls what a program takes along
_PLACES = Signer(salt="controlespoor")  # nobody begins half way, past the line that says who reads


def _plausible(day: date) -> date:
    if not 1900 <= day.year <= 2200:
        raise ValueError("no such year")
    return day


Dag = Annotated[Day, AfterValidator(_plausible)] | None


class Spoorvraag(Bladvraag):
    """Welke gebeurtenissen worden gevraagd; wat ontbreekt, kiest alles."""

    subject: str = Field(
        "",
        alias="onderwerp",
        max_length=80,
        description="Een nummer, of een dossier met alles wat erbij hoort.",
    )
    actor: str = Field("", alias="persoon", max_length=150, description="De naam van een account.")
    action: str = Field("", alias="soort", max_length=80, description="De code van wat er gebeurde.")
    since: Dag = Field(None, alias="van", description="Vanaf deze dag.")
    until: Dag = Field(None, alias="tot", description="Tot en met deze dag.")
    above: int | None = Field(
        None, alias="na", ge=0, le=10**15, description="De vijftig die direct na dit nummer komen."
    )


class Gebeurtenis(Shape):
    """Een regel van het spoor, zoals hij in de keten ligt.

    De hash is de SHA-256 (hex) van een JSON-lijst zonder spaties, in UTF-8: vorigeHash, nummer, moment, persoon,
    soort, voorwerpsoort, onderwerp, dossier en details.
    """

    sequence: int = Field(alias="nummer")
    at: str = Field(alias="moment", description="In UTC, zoals het in de hash staat.")
    actor: str = Field(alias="persoon")
    action: str = Field(alias="soort", description="De code van wat er gebeurde.")
    object_kind: str = Field(alias="voorwerpsoort")
    object_reference: str = Field(alias="onderwerp")
    dossier: str = Field(alias="dossier")
    detail: str = Field(alias="details", description="JSON als tekst, zoals die in de hash staat.")
    previous_hash: str = Field(
        alias="vorigeHash", description="Die van de regel ervoor; nullen bij de eerste."
    )
    hash: str = Field(alias="hash")


class Ketenkop(Shape):
    """Het einde van de keten."""

    sequence: int = Field(alias="nummer")
    hash: str = Field(alias="hash")


class Controlespoor(Bladzijde):
    """Een bladzijde van het spoor, de nieuwste gebeurtenis eerst."""

    end: Ketenkop = Field(alias="einde", description="De nieuwste gebeurtenis van het hele spoor.")
    rows: list[Gebeurtenis] = Field(alias="gebeurtenissen")


@router.get(
    "",
    response=Controlespoor,
    by_alias=True,
    auth=ByToken(Act.READ_TRAIL),
    summary="Het controlespoor",
    url_name="api_trail",
    operation_id="controlespoorOpvragen",
)
def list_events(request: HttpRequest, asked: Query[Spoorvraag]) -> Controlespoor:
    """Ten hoogste vijftig gebeurtenissen, voor een auditor. Dat u ze meenam, staat in het spoor, met uw keuze.

    Met `na` die direct na een nummer; vraag dan verder met het hoogste nummer dat u kreeg.
    """
    who = caller(request)
    require_known(request.GET, Spoorvraag)
    below = after_in(asked.cursor, _place)
    if below is not None and asked.above is not None:
        raise Invalid([Problem("interface.one-thing", "na")])
    if below is None:
        services.note_trail_export(_chosen(asked), _FORM, by=who.hand, now=who.now)
    found = chain_page(_choice(asked), below=below, above=asked.above)
    older = found.older if asked.above is None else None
    number, digest = selectors.head()
    return Controlespoor.model_validate(
        {
            "links": links_after(request, None if older is None else _PLACES.sign(str(older))),
            "end": {"sequence": number, "hash": digest},
            "rows": [_shown(link) for link in found.links],
        }
    )


def _place(word: str) -> int | None:
    """Below which number the page lies; only a place that we gave out is one."""
    try:
        return number_in(_PLACES.unsign(word))
    except BadSignature:
        return None


def _choice(asked: Spoorvraag) -> TrailChoice:
    return TrailChoice(
        subject=asked.subject.strip(),
        actor=asked.actor.strip(),
        action=asked.action,
        since=asked.since,
        until=asked.until,
    )


def _chosen(asked: Spoorvraag) -> str:
    """What was chosen, in the words in which the page notes it."""
    said = {
        "onderwerp": asked.subject,
        "persoon": asked.actor,
        "soort": asked.action,
        "van": asked.since,
        "tot": asked.until,
        "na": asked.above,
    }
    return urlencode([(name, str(value)) for name, value in said.items() if value not in ("", None)])


def _shown(link: Link) -> Gebeurtenis:
    moment = link.at.astimezone(UTC).isoformat(timespec="microseconds")
    return Gebeurtenis.model_validate(asdict(link) | {"at": moment})
