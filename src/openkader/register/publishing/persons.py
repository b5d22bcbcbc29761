"""The persons whom a dossier knows by name, so that none of them is published in passing."""

from collections.abc import Collection, Iterable

from django.db.models import Q, QuerySet

from openkader.casework.vocabulary import PartyKind
from openkader.register.models import Activity, Delegate, Intake, Participant, Party, PartyName


def persons_known(bound: QuerySet[Party] | None, activities: Collection[Activity]) -> frozenset[str]:
    """Every name of every person: who is bound, who takes part, asked, is listed, or would come along.

    Of a person who bears several names each counts, in whatever script.
    """
    keys = [one.pk for one in activities]
    requests = [one.request_id for one in activities if one.request_id]
    taking = Q(participations__activity__in=keys) | Q(participations__request__in=requests)
    if bound is not None:
        taking |= Q(pk__in=bound.order_by().values("pk"))
    persons = Party.objects.filter(taking, kind=PartyKind.PERSON).order_by()
    known = persons.values_list("name").union(
        PartyName.objects.filter(party__in=persons.values("pk")).order_by().values_list("name"),
        Participant.objects.filter(activity__in=keys).order_by().values_list("name"),
        Intake.objects.filter(request__in=requests).order_by().values_list("contact_name"),
    )
    return frozenset(_told(name for (name,) in known) | _along(requests))


def _along(requests: Collection[int]) -> set[str]:
    """The delegates of every version of a list: who dropped out is not published either."""
    if not requests:
        return set()
    rows = Delegate.objects.filter(delegation_list__request__in=requests).order_by()
    return _told(name for names in rows.values_list("names", flat=True) for name in names)


def _told(names: Iterable[str | None]) -> set[str]:
    return {name for name in names if name and name.strip()}
