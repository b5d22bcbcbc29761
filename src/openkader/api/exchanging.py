"""Uitwisselen: what another organisation can be given, and the signed file with what a program chose of it.

Taking over what others gave is left to people: they see first what it would change.
"""

from collections.abc import Collection, Iterator, Sequence

from django.http import HttpRequest, HttpResponse
from ninja import Router

from openkader.api.documents import handed_out
from openkader.api.doors import ByToken, Caller, case_reader
from openkader.api.exchange_shapes import (
    Blijflijst,
    Meegeefboodschap,
    Meegeeflijst,
    NieuwUitwisselbestand,
    Uitwisseling,
)
from openkader.api.files import given_signed
from openkader.api.pace import require_pace
from openkader.api.problems import language, said
from openkader.api.shapes import taken, text_of
from openkader.base.errors import Invalid, Problem, Refusal, Refused
from openkader.base.messages import sentence
from openkader.casework.permissions import Act
from openkader.publication.exchange import Exchange
from openkader.publication.exchange.composing import LeftOut, Stock, Wanted, composed, stock_of
from openkader.publication.exchange.giving import given_file
from openkader.register.front_doors import assessor_here

router = Router(tags=["Uitwisselen"])
_EXCHANGES = ByToken(Act.EXCHANGE)


@router.get(
    "",
    response=Uitwisseling,
    by_alias=True,
    auth=_EXCHANGES,
    summary="Wat een andere organisatie gegeven kan worden",
    url_name="api_exchange",
    operation_id="uitwisselingOpvragen",
)
def show_stock(request: HttpRequest) -> Uitwisseling:
    """De versie die nu geldt, haar boodschappen en lijsten, en de jaren; en wat hier blijft, met de reden."""
    stock = _stock(case_reader(request))
    for_person = {one.name for one in stock.asked}
    return Uitwisseling.model_validate(
        {
            "kader": stock.kader.id,
            "title": text_of(stock.kader.title),
            "messages": [
                taken(Meegeefboodschap, {}, name=name, text=text_of(line.text))
                for name, line in stock.lines.items()
            ],
            "lists": [
                taken(
                    Meegeeflijst,
                    {},
                    name=name,
                    title=text_of(one.listing.title),
                    is_for_person=name in for_person,
                )
                for name, one in stock.lists.items()
            ],
            "years": list(stock.years),
            "left_out": [_left_out(one) for one in stock.left_out],
        }
    )


@router.post("", include_in_schema=False, url_name="api_exchange")
def refuse(request: HttpRequest) -> HttpResponse:
    """Say that a person takes over what others gave, to whoever tries it here."""
    return said(403, "interface.person-takes-over")


@router.post(
    "/bestanden",
    auth=_EXCHANGES,
    summary="Een uitwisselbestand maken",
    url_name="api_exchange_files",
    operation_id="uitwisselbestandMaken",
    openapi_extra=given_signed("Het bestand"),
)
def give(request: HttpRequest, sent: NieuwUitwisselbestand) -> HttpResponse:
    """Met wat genoemd is en niets anders; de installatie ondertekent. Het bestand wordt niet bewaard.

    Wat er niet is of niet mee mag, wordt met zijn plaats genoemd, en dan gaat er niets. Dezelfde keuze geeft op
    dezelfde dag hetzelfde bestand. Dat u het meegaf, staat elke keer in het spoor.
    """
    who = case_reader(request)
    stock = _stock(who)
    _require_ours_to_give(sent, stock)
    require_pace(who)
    wanted = Wanted(
        kader=sent.kader,
        messages=frozenset(sent.messages),
        lists=frozenset(sent.lists),
        years=frozenset(sent.years),
    )
    given = composed(stock.kader.id.partition("/")[0], wanted, stock, who.today)
    _require_whole(sent, given)
    file = given_file(given, by=who.hand, now=who.now)
    return handed_out(file.name, file.media_type, file.content)


def _stock(who: Caller) -> Stock:
    return stock_of(assessor_here(who.today).kader.id.partition("/")[0], who.today)


def _require_ours_to_give(sent: NieuwUitwisselbestand, stock: Stock) -> None:
    """Stop at what is not there or stays here, and at a list of which a person has to know whether it may go."""
    wrong = [
        *_unknown("boodschappen", sent.messages, stock.lines),
        *_unknown("jaren", sent.years, stock.years),
    ]
    stays = {one.name: one.why for one in stock.left_out}
    for place, name in enumerate(sent.lists):
        if name in stays:
            wrong.append(Problem(stays[name].code, f"lijsten.{place}", stays[name].detail))
        elif name not in stock.lists:
            wrong.append(Problem("interface.unknown-word", f"lijsten.{place}"))
    if wrong:
        raise Invalid(wrong)
    if not {one.name for one in stock.asked}.isdisjoint(sent.lists):
        raise Refused(Refusal("interface.person-passes-on"))


def _require_whole(sent: NieuwUitwisselbestand, given: Exchange) -> None:
    """Stop where nothing was chosen, or where a year has no figures to give: it would be passed over in silence."""
    if wrong := list(_unknown("jaren", sent.years, [one.year for one in given.years])):
        raise Invalid(wrong)
    if given.is_empty:
        raise Invalid([Problem("exchange.empty", "")])


def _unknown(field: str, chosen: Sequence[object], known: Collection[object]) -> Iterator[Problem]:
    for place, one in enumerate(chosen):
        if one not in known:
            yield Problem("interface.unknown-word", f"{field}.{place}")


def _left_out(one: LeftOut) -> Blijflijst:
    why = sentence(one.why.code, one.why.detail, language())
    return taken(Blijflijst, {}, name=one.name, title=text_of(one.title), why=why)
