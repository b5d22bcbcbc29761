"""The delegation of a request: its versions, everybody on the newest, and how far their screening is."""

from django.db.models import Count, Q

from openkader.base.errors import NotFound, Problem
from openkader.casework.delegation import Delegate as Listed
from openkader.casework.permissions import Person
from openkader.casework.screening import CameAs, fingerprints, tally
from openkader.casework.vocabulary import DecisionOutcome, Level, PartyKind
from openkader.register.asked import delegate_of
from openkader.register.delegations import newest_list, stored_delegates
from openkader.register.models import Delegate, DelegationList, Request, ScreeningTask
from openkader.register.selectors.screening_rows import (
    DelegateRow,
    Delegation,
    PartyRow,
    Queue,
    VersionRow,
)
from openkader.register.standings import Known, failed_parties, known_of
from openkader.register.visibility import visible_requests
from openkader.register.watched import parties_of


def delegation(request: str, *, reader: Person) -> Delegation:
    """The newest delegation list of a request, and where the screening of everybody in it stands."""
    row, refused = _request(request, reader)
    parties = {known.party.pk: party_row(known) for known in known_of(parties_of(row))}
    lists = list(row.delegation_lists.order_by("-version"))
    standings = [party.standing for party in parties.values()]
    return Delegation(
        request=request,
        is_fictional=row.source is not None and row.source.fictional,
        versions=tuple(map(_version, lists)),
        delegates=_delegates(lists[0], parties) if lists else (),
        parties=tuple(parties.values()),
        tally=tally(standings, refused),
        done=sum(not standing.waits for standing in standings),
        fingerprint=fingerprints.of_standings(standings),
    )


def delegates_of(request: str, version: int | None = None, *, reader: Person) -> tuple[Listed, ...]:
    """The delegates of a version (the newest if none is named), to compare a new list with."""
    row, _refused = _request(request, reader)
    if version is None:
        return stored_delegates(newest_list(row))
    found = row.delegation_lists.filter(version=version).first()
    if found is None:
        raise NotFound("delegation", f"{request}-L{version}")
    return stored_delegates(found)


def queue() -> Queue:
    """The queue of the workers."""
    open_tasks = ScreeningTask.objects.filter(finished_at=None)
    running = open_tasks.filter(taken_by__isnull=False).count()
    return Queue(waiting=open_tasks.count() - running, running=running, failed=failed_parties())


def party_row(known: Known) -> PartyRow:
    """A party as lists show it."""
    newest, party = known.newest, known.party
    name = known.asked.caption if known.asked else party.name or party.function_nl or party.reference
    return PartyRow(
        reference=party.reference,
        name=name,
        is_person=party.kind == PartyKind.PERSON,
        standing=known.standing,
        failure=newest.failure if newest else None,
        screened_at=newest.at if newest else None,
    )


def _request(reference: str, reader: Person) -> tuple[Request, int]:
    """A request, with how often a delegation for it, or an organisation in one, was refused."""
    levels = (Level.DELEGATION, Level.ORGANISATION)
    refused = Q(decisions__level__in=levels, decisions__outcome=DecisionOutcome.REFUSE)
    rows = (
        visible_requests(reader).select_related("source").annotate(refused=Count("decisions", filter=refused))
    )
    row = rows.filter(reference=reference).first()
    if row is None:
        raise NotFound("request", reference)
    return row, row.refused


def _version(row: DelegationList) -> VersionRow:
    return VersionRow(
        reference=row.reference,
        version=row.version,
        came_as=CameAs(row.came_as),
        file_name=row.file_name,
        rows=row.rows,
        added=row.added,
        changed=row.changed,
        removed=row.removed,
        problems=tuple(Problem(one["code"], one["where"], one["detail"]) for one in row.problems),
        at=row.recorded_at,
        by=row.recorded_by,
    )


def _delegates(newest: DelegationList, parties: dict[int, PartyRow]) -> tuple[DelegateRow, ...]:
    rows = Delegate.objects.filter(delegation_list=newest).order_by("row")
    return tuple(
        DelegateRow(
            delegate=delegate_of(row),
            party=parties[row.party_id],
            organisation=parties[row.organisation_id] if row.organisation_id else None,
        )
        for row in rows
    )
