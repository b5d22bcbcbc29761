"""What other systems still have to hear, entered with the events of the trail and in their order."""

from collections.abc import Collection, Sequence
from uuid import uuid4

from openkader.casework.case_events import ALSO_FILED, FILED, OF_ACTION
from openkader.register.batches import few_at_a_time
from openkader.register.chain import Link
from openkader.register.models import Activity, EventSubscription, OutgoingEvent, Request


def enter_events(links: Sequence[Link]) -> None:
    """Let what just entered the trail wait for every receiver that wants to hear it.

    Called while the end of the chain is held: the rows have the order of the trail, and no row comes in before one
    that is there. Whether a receiver may hear of a case is asked when it is delivered.
    """
    heard = [(link, kind) for link in links if (kind := _kind(link.action))]
    if not heard:
        return
    open_ones = EventSubscription.objects.filter(withdrawn_at=None, account__is_active=True)
    wanted = list(open_ones.order_by("pk").values_list("pk", "kinds"))
    wanting = [(link, kind, _who(wanted, kind)) for link, kind in heard]
    cases = _cases({link.dossier for link, _, who in wanting if who})
    rows: list[OutgoingEvent] = []
    for link, kind, who in wanting:
        if link.dossier in cases:
            # Drawn, so that a register that was put back says nothing new under an id of before.
            told = {"request_id": cases[link.dossier], "event": str(uuid4()), "kind": kind, "at": link.at}
            rows += [OutgoingEvent(subscription_id=key, **told) for key in who]
    OutgoingEvent.objects.bulk_create(rows, batch_size=1000)


def _kind(action: str) -> str | None:
    return FILED if action in ALSO_FILED else OF_ACTION.get(action)


def _who(wanted: Sequence[tuple[int, list[str]]], kind: str) -> list[int]:
    return [key for key, kinds in wanted if kind in kinds]


def _cases(dossiers: Collection[str]) -> dict[str, int]:
    """The key of the case that a dossier is of; an activity that was published without a request is of none."""
    found = dict[str, int]()
    for few in few_at_a_time(sorted(dossiers)):
        found |= dict(Request.objects.filter(reference__in=few).values_list("reference", "pk"))
        of_case = Activity.objects.filter(reference__in=few, request__isnull=False)
        found |= dict(of_case.values_list("reference", "request"))
    return found
