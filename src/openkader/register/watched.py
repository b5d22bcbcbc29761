"""Whose screening is kept up to date: the parties that a request is still about."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from openkader.register.models import (
    Delegate,
    DelegationList,
    Participation,
    Party,
    Request,
    ScreeningTask,
    Tombstone,
)


def newest_lists() -> QuerySet[DelegationList]:
    """The newest delegation list of every request."""
    later = DelegationList.objects.filter(request=OuterRef("request"), version__gt=OuterRef("version"))
    return DelegationList.objects.filter(~Exists(later))


def watched() -> QuerySet[Party]:
    """Everybody on a newest delegation list, and who was asked for without being on any."""
    rows = Delegate.objects.filter(delegation_list__in=newest_lists())
    listed = Q(pk__in=rows.values("party")) | Q(pk__in=rows.values("organisation"))
    was_asked = Exists(ScreeningTask.objects.filter(party=OuterRef("pk")))
    alone = Q(was_asked) & Q(delegate_rows__isnull=True, organisation_rows__isnull=True)
    here = Party.objects.filter(listed | alone).exclude(reference__in=Tombstone.objects.values("reference"))
    return here.distinct().order_by("id")


def has_left(party: str) -> Q:
    """Whether a party stood on a delegation list and no newest one names it; `party` names its key."""
    rows = Delegate.objects.filter(Q(party=OuterRef(party)) | Q(organisation=OuterRef(party)))
    named = Participation.objects.filter(request__isnull=False, party=OuterRef(party))
    stays = Q(Exists(rows.filter(delegation_list__in=newest_lists()))) | Q(Exists(named))
    return Q(Exists(rows)) & ~stays


def parties_of(request: Request) -> QuerySet[Party]:
    """Who has to be screened for a request: its newest delegation, and participants that were asked for."""
    rows = Delegate.objects.filter(delegation_list__in=newest_lists().filter(request=request))
    was_asked = Exists(ScreeningTask.objects.filter(party=OuterRef("party")))
    named = Participation.objects.filter(was_asked, request=request, party__isnull=False)
    # Their keys first, each by its own index; conditions on every party would be asked of every party.
    organisations = rows.filter(organisation__isnull=False).values("organisation")
    keys = rows.values("party").union(organisations, named.values("party"), all=True)
    return Party.objects.filter(pk__in=keys).order_by("id")
