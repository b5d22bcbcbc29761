"""De uitnodigingen: who of the colleagues is invited to an activity by mail, and whether that mail went."""

from datetime import datetime
from typing import Annotated

from django.http import HttpRequest
from ninja import Field, Router, Status
from pydantic import StrictInt

from openkader.api.doors import ByToken, Caller, case_reader
from openkader.api.pace import require_pace
from openkader.api.sent import Account
from openkader.api.shapes import Shape, Tekst, known_text
from openkader.base.errors import Invalid, NotFound, Problem
from openkader.casework.agenda import AgendaItem
from openkader.casework.permissions import Act
from openkader.register import selectors, services
from openkader.register.selectors import Invitations

router = Router(tags=["Activiteiten"])
Part = Annotated[StrictInt, Field(ge=0, le=100_000)]


class Uitnodigingsdeel(Shape):
    """Waartoe uitgenodigd kan worden: de hele activiteit, of een onderdeel van haar programma."""

    part: int = Field(alias="onderdeel", description="0: de hele activiteit.")
    title: Tekst | None = Field(alias="titel")
    begins: str = Field(alias="begint", description="Een dag, of een moment in UTC.")
    sends_title: bool = Field(
        alias="titelGaatMee",
        description="Of titel en plaats in de mail staan; anders alleen nummer, soort en dag.",
    )


class Uitnodiging(Shape):
    """Een collega die is uitgenodigd."""

    part: int = Field(alias="onderdeel")
    account: str
    email: str | None = Field(description="Alleen voor wie mag uitnodigen; anders null.")
    at: datetime = Field(alias="uitgenodigdOp")
    by: str = Field(alias="uitgenodigdDoor")
    is_waiting: bool = Field(alias="mailWacht", description="Of er nog een mail heen moet.")


class Uitnodigingen(Shape):
    """De uitnodigingen van een activiteit; wie eraf gehaald is, staat er niet meer."""

    parts: list[Uitnodigingsdeel] = Field(
        alias="onderdelen", description="Wat nog geen dag heeft, ontbreekt."
    )
    invited: list[Uitnodiging] = Field(alias="uitnodigingen")


class NieuweUitnodigingen(Shape):
    """Welke collega's worden uitgenodigd, en waartoe."""

    part: Part = Field(alias="onderdeel", description="0: de hele activiteit.")
    accounts: list[Account] = Field(
        min_length=1, max_length=100, description="Van wie verzoeken leest en een adres heeft."
    )


class Uitnodigingsterugname(Shape):
    """Wie van de uitnodiging af gaat."""

    part: Part = Field(alias="onderdeel", description="0: de hele activiteit.")
    account: Account


@router.get(
    "/{nummer}/uitnodigingen",
    response=Uitnodigingen,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Wie voor een activiteit is uitgenodigd",
    url_name="api_invitations",
    operation_id="uitnodigingenOpvragen",
)
def list_invitations(request: HttpRequest, nummer: str) -> Uitnodigingen:
    """Welke collega's, waarvoor, en of hun mail weg is. Of zij komen, leest het register niet."""
    who = case_reader(request)
    found = _at(nummer, who)
    who.note_reading(found.dossier, found.level)
    return _shown(found)


@router.post(
    "/{nummer}/uitnodigingen",
    response={200: Uitnodigingen, 201: Uitnodigingen},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Collega's voor een activiteit uitnodigen",
    url_name="api_invitations",
    operation_id="uitnodigen",
)
def invite(request: HttpRequest, nummer: str, sent: NieuweUitnodigingen) -> Status[Uitnodigingen]:
    """Allemaal of niemand; er gaat een mail, en daarna bij elke wijziging. Wie al uitgenodigd is, blijft dat (200)."""
    who = case_reader(request)
    found = _at(nummer, who)
    _require_offered(sent, found)
    require_pace(who)
    names = services.invite_colleagues(nummer, sent.part, sent.accounts, by=who.hand, now=who.now)
    return Status(201 if names else 200, _shown(_at(nummer, who)))


@router.put(
    "/{nummer}/uitnodigingen/terugname",
    response=Uitnodigingen,
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een uitnodiging terugnemen",
    url_name="api_invitation_withdrawal",
    operation_id="uitnodigingTerugnemen",
)
def uninvite(request: HttpRequest, nummer: str, sent: Uitnodigingsterugname) -> Uitnodigingen:
    """Ging de mail al, dan haalt een volgende het uit de agenda. Wie niet is uitgenodigd, blijft dat."""
    who = case_reader(request)
    found = _at(nummer, who)
    if sent.part not in {*found.inside, *(one.part for one in found.invited)}:
        raise Invalid([Problem("interface.unknown-word", "onderdeel")])
    try:
        services.uninvite_colleague(nummer, sent.part, sent.account, by=who.hand, now=who.now)
    except NotFound as error:  # the account: the activity is there
        raise Invalid([Problem("interface.unknown-word", "account")]) from error
    return _shown(_at(nummer, who))


def _at(nummer: str, who: Caller) -> Invitations:
    return selectors.invitations_to(nummer, reader=who.person)


def _require_offered(sent: NieuweUitnodigingen, found: Invitations) -> None:
    """To what one can be invited, and whom; that nothing has a day yet is a rule of the house, and not asked here."""
    wrong = [
        Problem("interface.unknown-word", f"accounts.{place}")
        for place, name in enumerate(sent.accounts)
        if name not in found.addresses
    ]
    if sent.part and sent.part not in found.items:
        wrong.append(Problem("interface.unknown-word", "onderdeel"))
    if wrong:
        raise Invalid(wrong)


def _shown(found: Invitations) -> Uitnodigingen:
    return Uitnodigingen.model_validate({"parts": _parts(found), "invited": _invited(found)})


def _parts(found: Invitations) -> list[Uitnodigingsdeel]:
    return [_part(number, item, found.items.get(number)) for number, item in found.inside.items()]


def _part(number: int, inside: AgendaItem, sent: AgendaItem | None) -> Uitnodigingsdeel:
    return Uitnodigingsdeel.model_validate(
        {
            "part": number,
            "title": known_text(inside.title),
            "begins": inside.begins.isoformat(),
            "sends_title": sent is not None and sent.title is not None,
        }
    )


def _invited(found: Invitations) -> list[Uitnodiging]:
    names = ("part", "at", "by", "is_waiting")
    return [
        Uitnodiging.model_validate(
            {
                **{name: getattr(one, name) for name in names},
                "account": one.name,
                "email": found.addresses.get(one.name),
            }
        )
        for one in found.invited
    ]
