"""The persons whom a dossier knows by name, so that none of them is published in passing."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from openkader.casework.vocabulary import PartyKind
from openkader.register.models import Activity, Delegate, Intake, Participant, Party, PartyName, Request


def persons_named(parties: QuerySet[Party]) -> set[str]:
    """All names of those of these parties who are persons."""
    persons = parties.filter(kind=PartyKind.PERSON).order_by()
    other = PartyName.objects.filter(party__in=persons.values("pk")).order_by()
    return _known(persons.values_list("name", flat=True)) | _known(other.values_list("name", flat=True))


def of_activities(activities: Iterable[Activity]) -> set[str]:
    """Who took part, or stands on the list of participants."""
    keys = [one.pk for one in activities]
    taking = Party.objects.filter(
        Q(participations__activity__in=keys) | Q(participations__request__activities__in=keys)
    )
    listed = Participant.objects.filter(activity__in=keys).order_by()
    requests = Request.objects.filter(activities__in=keys)
    found = persons_named(taking) | _known(listed.values_list("name", flat=True))
    for request in requests:
        found |= of_request(request)
    return found


def of_request(request: Request) -> set[str]:
    """Who would come along, who asked, and who takes part in it."""
    rows = Delegate.objects.filter(delegation_list__request=request).order_by()
    asked = Intake.objects.filter(request=request).values_list("contact_name", flat=True)
    found = persons_named(Party.objects.filter(participations__request=request)) | _known(asked)
    for names in rows.values_list("names", flat=True):
        found |= _known(names)
    return found


def _known(names: Iterable[str | None]) -> set[str]:
    return {name for name in names if name and name.strip()}
