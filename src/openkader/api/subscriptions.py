"""Which other systems hear what happens with the cases of this account."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Router, Status

from openkader.api.bodies import require_empty
from openkader.api.doors import ByToken, Caller, caller
from openkader.api.sent import NieuwAbonnement
from openkader.api.shapes import Abonnement, Abonnementen, AbonnementMetGeheim, require_known
from openkader.base.errors import NotFound
from openkader.casework.permissions import Act
from openkader.register import services
from openkader.register.subscriptions import SubscriptionEntry, SubscriptionRow, subscriptions

router = Router(tags=["Abonnementen"])
_BY_TOKEN = ByToken(Act.SUBSCRIBE)


@router.get(
    "",
    response=Abonnementen,
    by_alias=True,
    auth=_BY_TOKEN,
    summary="De abonnementen van dit account",
    url_name="api_subscriptions",
    operation_id="abonnementenOpvragen",
)
def list_subscriptions(request: HttpRequest) -> Abonnementen:
    """Elk abonnement dat niet is ingetrokken, met wat de ontvanger nog moet horen en het laatste antwoord."""
    who = caller(request)
    require_known(request.GET)
    rows = subscriptions(who.hand, only_open=True)
    return Abonnementen.model_validate({"rows": [_shown(row) for row in rows]})


@router.post(
    "",
    response={201: AbonnementMetGeheim},
    by_alias=True,
    auth=_BY_TOKEN,
    summary="Een abonnement nemen",
    url_name="api_subscriptions",
    operation_id="abonnementNemen",
)
def subscribe(
    request: HttpRequest, response: HttpResponse, sent: NieuwAbonnement
) -> Status[AbonnementMetGeheim]:
    """Laat een ander systeem horen wat er gebeurt met zaken die dit account mag zien. Alleen hier staat het geheim."""
    who = caller(request)
    require_known(request.GET)
    entry = SubscriptionEntry(account=who.hand, name=sent.name, address=sent.address, kinds=tuple(sent.kinds))
    secret = services.open_subscription(entry, by=who.hand, now=who.now)
    name = " ".join(sent.name.split())
    row = next(one for one in subscriptions(who.hand, only_open=True) if one.name == name)
    address = reverse("api:api_subscription", args=[row.number])
    response["Location"] = request.build_absolute_uri(address)
    return Status(201, AbonnementMetGeheim.model_validate(_shown(row) | {"secret": secret}))


@router.get(
    "/{nummer}",
    response=Abonnement,
    by_alias=True,
    auth=_BY_TOKEN,
    summary="Een abonnement",
    url_name="api_subscription",
    operation_id="abonnementOpvragen",
)
def show_subscription(request: HttpRequest, nummer: int) -> Abonnement:
    """Wat de ontvanger nog moet horen, en het laatste antwoord. Het geheim staat er niet bij."""
    who = caller(request)
    require_known(request.GET)
    return Abonnement.model_validate(_shown(_of(who, nummer)))


@router.delete(
    "/{nummer}",
    response={204: None},
    auth=_BY_TOKEN,
    summary="Een abonnement intrekken",
    url_name="api_subscription",
    operation_id="abonnementIntrekken",
)
def withdraw(request: HttpRequest, nummer: int) -> Status[None]:
    """De ontvanger hoort niets meer, ook niet van wat nog wachtte."""
    who = caller(request)
    require_known(request.GET)
    require_empty(request)
    services.withdraw_subscription(who.hand, _of(who, nummer).name, by=who.hand, now=who.now)
    return Status(204, None)


def _of(who: Caller, number: int) -> SubscriptionRow:
    for row in subscriptions(who.hand, only_open=True):
        if row.number == number:
            return row
    raise NotFound("subscription", str(number)[:20])


def _shown(row: SubscriptionRow) -> dict[str, object]:
    return {
        "number": row.number,
        "name": row.name,
        "address": row.address,
        "kinds": row.kinds,
        "opened_at": row.opened_at,
        "waiting": row.waiting,
        "waiting_since": row.waiting_since,
        "answer": row.answer,
        "answered_at": row.answered_at,
        "is_held": row.is_held,
    }
