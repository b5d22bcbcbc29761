"""What the network contributed to one activity, and who may yet be asked."""

from dataclasses import dataclass, replace

from django.db.models import Q

from openkader.base.text import Text
from openkader.casework.permissions import Person
from openkader.register.contributions import known_at
from openkader.register.models import NetworkMember, NetworkStanding
from openkader.register.selectors.network_noted import ContributionRow, known_row, typed_rows
from openkader.register.selectors.parties import party_name
from openkader.register.visibility import of_visible_party


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityNetwork:
    """The contributions to an activity, and the members that are in the network now."""

    contributions: tuple[ContributionRow, ...]
    members: tuple[tuple[str, Text], ...]


def network_at(activity: str, *, reader: Person) -> ActivityNetwork:
    """What is noted at the activity, and what the register knows of who took part in it or held a session."""
    members = list(
        NetworkMember.objects.filter(of_visible_party(reader)).select_related("party").order_by("id")
    )
    typed = typed_rows(reader, Q(activity__reference=activity, correction__isnull=True))
    known = known_at(activity, [one.party for one in members], reader)
    by_party = {one.party_id: one for one in members}
    rows = [
        replace(known_row(one), member=by_party[key].reference, name=party_name(by_party[key].party))
        for key, one in known
    ]
    standings = NetworkStanding.objects.filter(member__in=members).order_by("number")
    stopped = {
        key for key, active in dict(standings.values_list("member", "is_active")).items() if not active
    }
    return ActivityNetwork(
        contributions=(*rows, *typed),
        members=tuple((one.reference, party_name(one.party)) for one in members if one.pk not in stopped),
    )
