"""The companies of an activity: who did the self-scan, who was let off, who was informed, and what that comes to."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from openkader.base.errors import NotFound, Refusal
from openkader.base.text import Text
from openkader.casework.measures import CLOSED
from openkader.casework.permissions import Person
from openkader.casework.self_scan import (
    Company,
    Coverage,
    Given,
    ScanForm,
    ScanState,
    briefed,
    may_start,
    reasons_against_start,
    scanned,
)
from openkader.casework.self_scan.form import restored_form
from openkader.casework.vocabulary import ActivityStanding, Confidentiality, MeasureStatus
from openkader.kader import Assessor
from openkader.register.cases import is_made_up, level_of
from openkader.register.models import Activity, BriefingPresence, Measure, ScanWaiver, SelfScan
from openkader.register.moments import day_of
from openkader.register.scan_forms import scan_assessor, scan_form_here
from openkader.register.scanning import (
    Kept,
    companies_of,
    day_within,
    is_needed_with,
    needed_on,
    read,
    scan_of,
)
from openkader.register.selectors.activity import ActivityFile
from openkader.register.taking_part import Member, key_of, taking_part
from openkader.register.visibility import visible_or_alone


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanRow:
    """A scan that was asked of a company, and what came of it."""

    reference: str
    is_own: bool  # asked for this activity, and not for another one
    state: ScanState
    recipient: str
    email: str | None
    language: str
    asked_on: date
    due_on: date
    reminded_on: date | None
    handed_in_on: date | None
    valid_until: date | None
    given_by: str
    counts: Mapping[str, Mapping[str, int]]
    said: Mapping[str, Given]
    form: ScanForm


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanWaiverRow:
    """Why a company may come along without a scan, and whether a second person agreed."""

    reference: str
    company: str
    reason: str
    expires_on: date
    at: datetime
    by: str
    agreed_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyRow:
    """A company that takes part, or a group of which only a number is known."""

    party: str | None
    name: Text
    number: int | None
    is_certain: bool
    is_let_off: bool
    scan: ScanRow | None
    keys: tuple[str, ...]  # the members that come for it


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """One that takes part and can be at a session."""

    key: str
    name: Text
    organisation: str
    number: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """A session that was held, with how many of each member were there."""

    reference: str
    kind: str
    held_on: date
    by_whom: str
    subject: str
    by: str
    present: Mapping[str, int]
    struck_out: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureStand:
    """A measure of the activity that scans or a session show, and how far it is."""

    reference: str
    status: MeasureStatus

    @property
    def is_closed(self) -> bool:
        """Whether nothing more is to be shown of it."""
        return self.status in CLOSED


@dataclass(frozen=True, slots=True, kw_only=True)
class Companies:
    """Everything about the companies of an activity on one day."""

    activity: str
    title: Text
    dossier: str | None
    level: Confidentiality | None
    year: int
    is_fictional: bool
    day: date  # on which the scans have to count
    is_needed: bool
    companies: tuple[CompanyRow, ...]
    members: tuple[MemberRow, ...]
    waivers: tuple[ScanWaiverRow, ...]
    sessions: tuple[SessionRow, ...]
    scanned: Coverage
    briefed: Coverage
    briefed_by: Mapping[str, Coverage]
    reasons: tuple[Refusal, ...]
    measures: Mapping[str, MeasureStand]  # by code, those that were set out


def companies_page(reference: str, form: ScanForm, today: date, *, reader: Person) -> Companies:
    """The companies of an activity; one that the reader may not see is not there."""
    activity = _activity(reference, reader)
    measures = _measures(activity, form)
    found, day = taking_part(activity, reader), needed_on(activity, today)
    kept = Kept.of({one.party.pk for one in found.companies if one.party}, activity)
    companies = [kept.company(one) for one in found.companies]
    sessions = _sessions(activity)
    counting = [one for one in sessions if one.struck_out is None]
    request = activity.request
    shown = measures.get(form.measure or "")
    is_needed = is_needed_with(activity, form, scan_assessor(today), shown.status if shown else None)
    return Companies(
        activity=activity.reference,
        title=Text(nl=activity.title_nl, en=activity.title_en),
        dossier=request.reference if request else None,
        level=level_of(activity),
        year=activity.year,
        is_fictional=is_made_up(activity),
        day=day,
        is_needed=is_needed,
        companies=tuple(
            _company(one, company, Around(kept, found.members, today, day))
            for one, company in zip(found.companies, companies, strict=True)
        ),
        members=tuple(_member(one) for one in found.members),
        waivers=tuple(_waivers(kept)),
        sessions=tuple(sessions),
        scanned=scanned(companies, day),
        briefed=_briefed(found.members, counting),
        briefed_by={
            kind.id: _briefed(found.members, [one for one in counting if one.kind == kind.id])
            for kind in form.sessions
        },
        reasons=reasons_against_start(companies, day) if is_needed else (),
        measures=measures,
    )


def why_not_held(found: ActivityFile, assessor: Assessor, today: date) -> Refusal | None:
    """Why a planned activity cannot have been held on its day: the scan of a company lacks."""
    form = scan_form_here()
    if form is None or found.standing is not ActivityStanding.PLANNED:
        return None
    row: Mapping[str, Any] = found.row
    # What is read of it already; the rest is not asked for.
    activity = Activity(pk=row["id"], kind=row["kind"], country=row["country"])
    held = next((str(one["status"]) for one in found.measures.values() if one["code"] == form.measure), None)
    if not is_needed_with(activity, form, assessor, held):
        return None
    return may_start(companies_of(activity), day_within(found.period, today))


def _activity(reference: str, reader: Person) -> Activity:
    query = Activity.objects.filter(visible_or_alone(reader), reference=reference)
    row = query.select_related("request__source", "source").first()
    if row is None:
        raise NotFound("activity", reference)
    return row


def _measures(activity: Activity, form: ScanForm) -> dict[str, MeasureStand]:
    """The measures that the scans and the sessions show, as far as they were set out for the activity."""
    codes = {form.measure, *(one.measure for one in form.sessions)} - {None}
    rows = Measure.objects.filter(activity=activity, code__in=codes).values_list(
        "code", "reference", "status"
    )
    return {
        code: MeasureStand(reference=reference, status=MeasureStatus(status))
        for code, reference, status in rows
    }


@dataclass(frozen=True, slots=True)
class Around:
    """What one company is looked at beside: the scans and waivers, who takes part, today, and the day of departure."""

    kept: Kept
    members: Sequence[Member]
    today: date
    day: date


def _company(one: Member, company: Company, around: Around) -> CompanyRow:
    rows = around.kept.scans_of(one.party.pk) if one.party else []
    mine = [other.key for other in around.members if other.key == one.key or _is_of(other, one)]
    name = company.name
    return CompanyRow(
        party=company.party,
        name=Text(nl=name, en=name if one.party or one.organisation else one.name_en),
        number=company.number,
        is_certain=company.is_certain,
        is_let_off=company.is_let_off(around.day),
        scan=_scan(rows, around),
        keys=tuple(mine),
    )


def _is_of(other: Member, one: Member) -> bool:
    if one.party is not None:
        return other.party is not None and other.party.pk == one.party.pk
    return bool(one.organisation) and other.party is None and other.organisation == one.organisation


def _scan(rows: Sequence[SelfScan], around: Around) -> ScanRow | None:
    """The scan that tells most: one that counts then, else one that is waited for, else the newest that ended."""
    told = [(scan_of(row), row) for row in rows if not hasattr(row, "withdrawal")]
    if not told:
        return None
    scan, row = max(told, key=lambda one: (one[0].counts(around.day), one[0].is_open, one[1].pk))
    result = getattr(row, "result", None)
    return ScanRow(
        reference=row.reference,
        is_own=row.activity_id == around.kept.activity,
        state=scan.state(around.day if scan.handed_in_on else around.today),
        recipient=row.recipient,
        email=row.email,
        language=row.language,
        asked_on=day_of(row.at),
        due_on=row.due_on,
        reminded_on=row.reminded_on,  # type: ignore[attr-defined]  # annotated where it was read
        handed_in_on=scan.handed_in_on,
        valid_until=scan.valid_until,
        given_by=result.given_by if result else "",
        counts=result.counts if result else {},
        said=read(result.said) if result else {},
        form=restored_form(row.form),
    )


def _member(one: Member) -> MemberRow:
    organisation = (one.party.name or "") if one.party and one.participant else one.organisation
    return MemberRow(
        key=one.key, name=Text(nl=one.name, en=one.name_en), organisation=organisation, number=one.number
    )


def _waivers(kept: Kept) -> Iterable[ScanWaiverRow]:
    rows = [row for mine in kept.waivers.values() for row in mine]
    return (_waiver(row) for row in sorted(rows, key=lambda row: row.pk))


def _waiver(row: ScanWaiver) -> ScanWaiverRow:
    return ScanWaiverRow(
        reference=row.reference,
        company=row.party.name or row.party.function_nl or row.party.reference,
        reason=row.reason,
        expires_on=row.expires_on,
        at=row.at,
        by=row.by,
        agreed_by=row.agreement.by if hasattr(row, "agreement") else None,
    )


def _sessions(activity: Activity) -> list[SessionRow]:
    """Every session, the newest first; somebody's presence was noted at each, so that one question reads all."""
    query = BriefingPresence.objects.filter(briefing__activity=activity)
    present: defaultdict[int, dict[str, int]] = defaultdict(dict)
    rows = {}
    for one in query.select_related("briefing__correction").order_by("-briefing__held_on", "-briefing", "id"):
        rows[one.briefing_id] = one.briefing
        present[one.briefing_id][key_of(one)] = one.number
    return [
        SessionRow(
            reference=row.reference,
            kind=row.kind,
            held_on=row.held_on,
            by_whom=row.by_whom,
            subject=row.subject,
            by=row.by,
            present=present[key],
            struck_out=row.correction.reason if hasattr(row, "correction") else None,
        )
        for key, row in rows.items()
    ]


def _briefed(members: Sequence[Member], sessions: Iterable[SessionRow]) -> Coverage:
    numbers = [[session.present.get(one.key) for one in members] for session in sessions]
    return briefed([one.number for one in members], numbers)
