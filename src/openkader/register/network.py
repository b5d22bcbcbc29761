"""The network as its services and pages want to see it: how each member stands, and what belongs to it."""

from collections.abc import Collection

from django.db.models import Count, Q

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.network import Group
from openkader.kader import Kader
from openkader.register.hand import Hand
from openkader.register.kaders import codes
from openkader.register.models import NetworkMember, NetworkProfile, NetworkStanding, Talk
from openkader.register.network_entries import Words
from openkader.register.visibility import of_visible_party

EXPERTISE, PURPOSES = "expertise", "talk_purposes"


def words_of(kader: Kader) -> Words:
    """What may be said of a member and of a talk."""
    return Words(expertise=codes(kader, EXPERTISE), purposes=codes(kader, PURPOSES))


def purpose_text(kader: Kader, purpose: str) -> Text:
    """For what a talk is held, as people read it."""
    listing = kader.lists.get(PURPOSES)
    item = listing.item(purpose) if listing else None
    return Text(nl=purpose, en=purpose) if item is None else item.text


def member_for_update(reference: str, hand: Hand) -> NetworkMember:
    """The member, held until the transaction ends; of a party that may not be seen there is none."""
    query = NetworkMember.objects.filter(of_visible_party(hand.person)).select_for_update(of=("self",))
    found = query.select_related("party").filter(reference=reference).first()
    if found is None:
        raise NotFound("member", reference[:80])
    return found


def is_active(member: NetworkMember) -> bool:
    """Whether it is in the network now."""
    newest = NetworkStanding.objects.filter(member=member).order_by("-number").first()
    return newest is None or newest.is_active


def newest_profile(member: NetworkMember) -> NetworkProfile | None:
    """What it is said to know of."""
    return NetworkProfile.objects.filter(member=member).order_by("-version").first()


def groups_of(purpose: str, years: Collection[int]) -> list[Group]:
    """Talks of a purpose that are counted together in these years, with how many of them are noted one by one."""
    rows = Talk.objects.filter(purpose=purpose, year__in=list(years), part_of__isnull=True)
    counted = (
        rows.exclude(number=1)
        .order_by("id")
        .annotate(noted=Count("named", filter=Q(named__correction__isnull=True)))
    )
    return [Group(reference=row.reference, number=row.number, named=row.noted) for row in counted]


def desks_of(kader: Kader) -> dict[str, tuple[str, ...]]:
    """The words of each desk of the kader, in which the name of a member may stand."""
    listing = kader.lists.get("desks")
    return {item.code: (item.text.nl, item.text.en) for item in listing.items} if listing else {}
