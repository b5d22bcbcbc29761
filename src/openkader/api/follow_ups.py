"""De vervolgen: what was promised after a talk or an item in public, and what came of it."""

from django.http import HttpRequest
from ninja import Router

from openkader.api.doors import ByToken
from openkader.api.sent_talks import Vervolgafronding
from openkader.api.talk_shapes import Vervolg, Vervolgen
from openkader.api.talks import Talked, shown_follow_up, talk_at, talk_read
from openkader.base.errors import NotFound
from openkader.casework.permissions import Act
from openkader.register import services
from openkader.register.selectors import FollowUpRow

router = Router(tags=["Activiteiten"])


@router.get(
    "/{nummer}/vervolgen",
    response=Vervolgen,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Wat bij een activiteit is toegezegd",
    url_name="api_follow_ups",
    operation_id="vervolgenOpvragen",
)
def list_follow_ups(request: HttpRequest, nummer: str) -> Vervolgen:
    """Na een gesprek of een openbaar bericht: wat, door wie, voor welke dag, en wat het opleverde."""
    rows = talk_read(request, nummer).follow_ups()
    return Vervolgen.model_validate({"rows": [shown_follow_up(one) for one in rows]})


@router.get(
    "/{nummer}/vervolgen/{vervolg}",
    response=Vervolg,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een vervolg",
    url_name="api_follow_up",
    operation_id="vervolgOpvragen",
)
def show_follow_up(request: HttpRequest, nummer: str, vervolg: str) -> Vervolg:
    """Wat is toegezegd, en wat het opleverde."""
    return shown_follow_up(follow_up_at(talk_read(request, nummer), vervolg))


@router.put(
    "/{nummer}/vervolgen/{vervolg}/afronding",
    response=Vervolg,
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Zeggen wat een vervolg opleverde",
    url_name="api_follow_up_done",
    operation_id="vervolgAfronden",
)
def finish(request: HttpRequest, nummer: str, vervolg: str, sent: Vervolgafronding) -> Vervolg:
    """Dat kan een keer: hetzelfde nog eens gestuurd blijft zo, en iets anders wordt geweigerd (409)."""
    here = talk_at(request, nummer)
    row = follow_up_at(here, vervolg)
    services.finish_follow_up(row.reference, sent.outcome, by=here.who.hand, now=here.who.now)
    return shown_follow_up(follow_up_at(here, vervolg))


def follow_up_at(here: Talked, reference: str) -> FollowUpRow:
    """The follow-up of this number at this activity; that of another is not here."""
    for one in here.follow_ups():
        if one.reference == reference:
            return one
    raise NotFound("follow-up", reference[:80])
