"""De openbare terugkoppeling: what was said of an activity in public, and what follows from it."""

from collections.abc import Sequence
from dataclasses import asdict

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Router, Status

from openkader.api.doors import ByToken
from openkader.api.follow_ups import follow_up_at
from openkader.api.pace import require_pace
from openkader.api.sent_talks import NieuwOpenbaarBericht, NieuwVervolg
from openkader.api.shapes import taken
from openkader.api.talk_shapes import OpenbaarBericht, Terugkoppeling, Vervolg
from openkader.api.talk_words import Berichtsoort, Terugkoppelstand
from openkader.api.talks import Talked, shown_follow_up, talk_at, talk_read
from openkader.api.words import from_house, to_house
from openkader.base.errors import Invalid, NotFound, Problem
from openkader.casework.permissions import Act
from openkader.casework.public_account import accounted
from openkader.casework.vocabulary import PublicKind
from openkader.kader import Kader
from openkader.register import selectors, services
from openkader.register.message_entries import PublicItemEntry
from openkader.register.selectors import FollowUpRow, PublicItemRow

router = Router(tags=["Activiteiten"])


@router.get(
    "/{nummer}/openbaar",
    response=Terugkoppeling,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="De openbare terugkoppeling van een activiteit",
    url_name="api_public_items",
    operation_id="terugkoppelingOpvragen",
)
def list_items(request: HttpRequest, nummer: str) -> Terugkoppeling:
    """Hoe ver zij is, tot wanneer zij kan wachten, en wat er verscheen."""
    here = talk_read(request, nummer)
    (row,) = selectors.meetings(here.kader, reader=here.who.person, activity=here.file.reference)
    follow_ups = here.follow_ups()
    return Terugkoppeling.model_validate(
        {
            "state": from_house(accounted(row.meeting, here.who.today), Terugkoppelstand),
            "due_on": row.meeting.due_on,
            "items": [_shown(one, follow_ups) for one in _items(here)],
        }
    )


@router.post(
    "/{nummer}/openbaar",
    response={200: OpenbaarBericht, 201: OpenbaarBericht},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een openbaar bericht vastleggen",
    url_name="api_public_items",
    operation_id="openbaarBerichtVastleggen",
)
def record(
    request: HttpRequest, response: HttpResponse, nummer: str, sent: NieuwOpenbaarBericht
) -> Status[OpenbaarBericht]:
    """Wat verschenen is; van onszelf is het ook bewijs bij de maatregel die erom vraagt.

    Hetzelfde nog eens gestuurd blijft er een (200).
    """
    here = talk_at(request, nummer)
    kader = here.kader
    _require_topics(sent, kader)
    before = {one.reference for one in _items(here)}
    require_pace(here.who)
    entry = PublicItemEntry(
        activity=here.file.reference,
        kind=to_house(sent.kind, PublicKind),
        title=sent.title,
        published_on=sent.published_on,
        url=sent.url,
        text=sent.text,
        topics=tuple(sent.topics),
        promise=sent.promise,
    )
    reference = services.record_public_item(entry, kader=kader, by=here.who.hand, now=here.who.now)
    address = reverse("api:api_public_item", args=[nummer, reference])
    response["Location"] = request.build_absolute_uri(address)
    shown = _shown(_item(here, reference), here.follow_ups())
    return Status(200 if reference in before else 201, shown)


@router.get(
    "/{nummer}/openbaar/{bericht}",
    response=OpenbaarBericht,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een openbaar bericht",
    url_name="api_public_item",
    operation_id="openbaarBerichtOpvragen",
)
def show_item(request: HttpRequest, nummer: str, bericht: str) -> OpenbaarBericht:
    """Wat er verscheen, zoals het bewaard is, en wat erop volgt."""
    here = talk_read(request, nummer)
    return _shown(_item(here, bericht), here.follow_ups())


@router.post(
    "/{nummer}/openbaar/{bericht}/vervolgen",
    response={200: Vervolg, 201: Vervolg},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Toezeggen wat op een openbaar bericht volgt",
    url_name="api_public_item_follow_ups",
    operation_id="vervolgToezeggen",
)
def promise(
    request: HttpRequest, response: HttpResponse, nummer: str, bericht: str, sent: NieuwVervolg
) -> Status[Vervolg]:
    """Zoals een brief aan de krant. Hetzelfde nog eens gestuurd blijft er een (200)."""
    here = talk_at(request, nummer)
    item = _item(here, bericht)
    before = {one.reference for one in here.follow_ups()}
    require_pace(here.who)
    reference = services.promise_follow_up(item.reference, sent.promise, by=here.who.hand, now=here.who.now)
    response["Location"] = request.build_absolute_uri(reverse("api:api_follow_up", args=[nummer, reference]))
    return Status(200 if reference in before else 201, shown_follow_up(follow_up_at(here, reference)))


def _require_topics(sent: NieuwOpenbaarBericht, kader: Kader) -> None:
    listing = kader.lists.get("topics")
    wrong = [
        Problem("interface.unknown-word", f"onderwerpen.{place}")
        for place, code in enumerate(sent.topics)
        if listing is None or listing.item(code) is None
    ]
    if wrong:
        raise Invalid(wrong)


def _items(here: Talked) -> tuple[PublicItemRow, ...]:
    return selectors.public_items(here.file.reference, reader=here.who.person)


def _item(here: Talked, reference: str) -> PublicItemRow:
    for one in _items(here):
        if one.reference == reference:
            return one
    raise NotFound("public-item", reference[:80])


def _shown(row: PublicItemRow, follow_ups: Sequence[FollowUpRow]) -> OpenbaarBericht:
    return taken(
        OpenbaarBericht,
        asdict(row),
        kind=from_house(row.kind, Berichtsoort),
        topics=list(row.topics),
        follow_ups=[shown_follow_up(one) for one in follow_ups if one.item == row.reference],
    )
