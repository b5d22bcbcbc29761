"""A year that an organisation hands in enters the register, whole or not at all."""

from dataclasses import dataclass
from datetime import datetime

from openkader.base.errors import Invalid, Problem, Refusal, Refused
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import DecisionOutcome
from openkader.register import audit
from openkader.register.hand import Hand, both, writing
from openkader.register.models import (
    Activity,
    Decision,
    NetworkMember,
    Party,
    Reference,
    RegisterSource,
    Request,
)
from openkader.register.parties import enter_parties, taken_identifiers
from openkader.register.services.join_network import enter_members
from openkader.register.services.note_contribution import enter_contributions
from openkader.register.services.record_activity import enter_activities
from openkader.register.services.record_agreement import enter_agreements_alone
from openkader.register.services.record_claim import enter_claims
from openkader.register.services.record_context_figure import enter_context_figures
from openkader.register.services.record_decision import enter_decisions
from openkader.register.services.record_finding import enter_findings
from openkader.register.services.record_recommendation import enter_recommendations
from openkader.register.services.record_reported_statement import enter_reported_statements
from openkader.register.services.record_request import enter_requests
from openkader.register.services.record_talk import enter_talks
from openkader.register.services.start_initiative import enter_initiatives
from openkader.register.yearfile import YearFile


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did; `records` is 0 when this very file was here already."""

    source: str
    records: int


def import_year(file: YearFile, *, by: str, now: datetime) -> Imported:
    """Take over a year file; the same file twice changes nothing, another one of that name is refused."""
    with writing(by=by, now=now, act=Act.IMPORT_YEAR) as hand:
        audit.wait_for_turn()  # two imports of one file: the second finds the first
        known = RegisterSource.objects.filter(reference=file.source.reference).first()
        if known is not None:
            return _again(known, file)
        _check_against_register(file)
        source = _record_source(file, hand)
        hand.source_id = source.pk
        # In the order in which one record may point at another.
        enter_parties(file.parties, hand)
        enter_requests(file.requests, hand)
        enter_decisions(file.decisions, hand)
        enter_activities(file.activities, hand)
        enter_agreements_alone(file.agreements, hand)
        enter_talks(file.talks, hand)
        enter_findings(file.findings, hand)
        enter_reported_statements(file.investments, hand)
        enter_recommendations(file.recommendations, hand)
        enter_claims(file.claims, hand)
        enter_members([member for member, _ in file.network], hand)
        stated = [one for _, contributions in file.network for one in contributions]
        enter_contributions(stated, file.source.kader or "", hand)
        enter_initiatives(file.initiatives, hand)
        enter_context_figures(file.context, hand)
    return Imported(source.reference, source.records)


def _again(known: RegisterSource, file: YearFile) -> Imported:
    if known.digest != file.digest:
        raise Refused(Refusal("import.source-known", {"source": file.source.reference}))
    return Imported(known.reference, 0)


def _check_against_register(file: YearFile) -> None:
    """References that were given before and pointers that lead nowhere, all at once."""
    given = file.places.given
    taken = set(Reference.objects.values_list("reference", flat=True)) & given.keys()
    problems = [Problem("reference.taken", given[x], {"reference": x}) for x in taken]
    parties = {x.reference for x in file.parties}
    requests = {x.reference for x in file.requests}
    problems += _dangling(file.places.parties, parties, Party, "register.unknown-party")
    problems += _dangling(file.places.requests, requests, Request, "register.unknown-request")
    activities = {x.reference for x in file.activities}
    problems += _dangling(file.places.activities, activities, Activity, "register.unknown-activity")
    problems += _members_twice(file)
    problems += _without_green_light(file)
    problems += [
        Problem("register.identifier-twice", given[party], {"identifier": number, "party": owner})
        for party, number, owner in taken_identifiers(file.parties)
    ]
    if problems:
        raise Invalid(sorted(problems, key=lambda x: int(x.where.rpartition(":")[2])))


def _dangling(
    pointers: list[tuple[str, str]], here: set[str], model: type[Party | Request | Activity], code: str
) -> list[Problem]:
    unknown = {name for name, _ in pointers} - here
    if unknown:
        unknown -= set(model._default_manager.values_list("reference", flat=True))
    return [Problem(code, where, {"name": name}) for name, where in pointers if name in unknown]


def _members_twice(file: YearFile) -> list[Problem]:
    """Parties that are in the network already, here or in the register."""
    asked = [member.party for member, _ in file.network]
    known = set(
        NetworkMember.objects.filter(party__reference__in=asked).values_list("party__reference", flat=True)
    )
    return [
        Problem("network.member-already", file.places.given[member.reference])
        for place, (member, _) in enumerate(file.network)
        if member.party in known or member.party in asked[:place]
    ]


def _without_green_light(file: YearFile) -> list[Problem]:
    """Activities on a request that nobody decided to take up, here or in the register."""
    asked = {x.request for x in file.activities if x.request}
    green = {x.request for x in file.decisions if x.outcome and x.outcome.is_green}
    if asked - green:
        words = [outcome for outcome in DecisionOutcome if outcome.is_green]
        earlier = Decision.objects.filter(request__isnull=False, outcome__in=words)
        green |= set(earlier.values_list("request__reference", flat=True))
    return [
        Problem("register.no-green-light", file.places.given[x.reference], {"name": x.request})
        for x in file.activities
        if x.request and x.request not in green
    ]


def _record_source(file: YearFile, hand: Hand) -> RegisterSource:
    entry = file.source
    source = RegisterSource.objects.create(
        **both("organisation", entry.organisation),
        **both("title", entry.title),
        **both("note", entry.note),
        reference=entry.reference,
        year=entry.year,
        url=entry.url,
        kader=entry.kader,
        fictional=entry.fictional,
        file_name=file.name,
        digest=file.digest,
        records=file.records,
        recorded_at=hand.now,
        recorded_by=hand.by,
    )
    hand.log(
        "year.imported",
        "source",
        source.reference,
        source.reference,
        digest=file.digest,
        records=file.records,
    )
    return source
