"""A program asks for a replay of history under a draft, and stops one, by the services of the page."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Status

from openkader.api.bodies import require_empty
from openkader.api.difference_shapes import Naspeling
from openkader.api.doors import ByToken, case_reader
from openkader.api.once import Key, key_of
from openkader.api.pace import require_pace
from openkader.api.replays import replay_row, router, shown_replay
from openkader.casework.permissions import Act
from openkader.register import services
from openkader.register.chain import fingerprint
from openkader.register.making_once import Once
from openkader.register.selectors.kader_replays import replay_numbers
from openkader.register.selectors.kader_versions import kader_draft

__all__ = ["ask", "router", "stop"]
_WRITER = ByToken(Act.DRAFT_KADER)


@router.post(
    "/{nummer}/naspelingen",
    response={200: Naspeling, 201: Naspeling},
    by_alias=True,
    auth=_WRITER,
    summary="Een naspelen vragen",
    url_name="api_replays",
    operation_id="naspelingVragen",
)
def ask(request: HttpRequest, response: HttpResponse, nummer: str, key: Key) -> Status[Naspeling]:
    """Van het concept zoals het nu is; een werkproces doet het. Er verandert geen zaak door.

    Wacht of loopt er een van dezelfde tekst, dan is het die (200). Loopt er nog een van een eerdere tekst, dan kan het
    niet (409): stop die eerst. Een nieuwe vraag heeft een nieuwe sleutel.
    """
    who = case_reader(request)
    require_empty(request)
    known = replay_numbers(kader_draft(nummer).row.reference)
    require_pace(who)
    once = Once(key=key_of(who, key), content=fingerprint([request.path]))
    reference = services.ask_kader_replay(nummer, by=who.hand, now=who.now, once=once)
    response["Location"] = request.build_absolute_uri(reverse("api:api_replay", args=[nummer, reference]))
    return Status(200 if reference in known else 201, _shown(request, nummer, reference))


@router.put(
    "/{nummer}/naspelingen/{naspeling}/stopzetting",
    response=Naspeling,
    by_alias=True,
    auth=_WRITER,
    summary="Een naspelen stopzetten",
    url_name="api_replay_stop",
    operation_id="naspelingStopzetten",
)
def stop(request: HttpRequest, nummer: str, naspeling: str) -> Naspeling:
    """Van wat het vond, wordt niets bewaard. Wat al gestopt is, blijft zo; wat klaar is, stopt niet meer (409)."""
    who = case_reader(request)
    require_empty(request)
    replay_row(kader_draft(nummer), naspeling, who)
    services.stop_kader_replay(naspeling, by=who.hand, now=who.now)
    return _shown(request, nummer, naspeling)


def _shown(request: HttpRequest, nummer: str, naspeling: str) -> Naspeling:
    who = case_reader(request)
    return shown_replay(request, kader_draft(nummer), naspeling, who)
