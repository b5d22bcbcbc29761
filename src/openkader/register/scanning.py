"""Self-scans as the rules want to see them: who takes part, what they handed in, and who was let off."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from django.db.models import Count, Model, QuerySet

from openkader.base.errors import Invalid, NotFound, Refusal
from openkader.casework.self_scan import (
    Company,
    Given,
    Reply,
    Scan,
    ScanForm,
    companies_among,
    may_start,
)
from openkader.casework.vocabulary import Kind, MeasureStatus, PartyKind, Precision, Role
from openkader.casework.waiving import Waiver
from openkader.kader import Assessor
from openkader.kader.assessing import measure_condition
from openkader.register.cases import facts_of, restored
from openkader.register.hand import Hand
from openkader.register.joined import all_led_by
from openkader.register.models import Activity, Participation, ScanWaiver, SelfScan
from openkader.register.moments import day_of
from openkader.register.standings import standings_of
from openkader.register.visibility import visible_or_alone

M = TypeVar("M", bound=Model)
_OWN = ("kind", "country")


def of_activity_for_update(model: type[M], kind: str, reference: str, hand: Hand) -> M:
    """A record that belongs to an activity, with that activity, held until the transaction ends."""
    query = model._default_manager.filter(visible_or_alone(hand.person, "activity__request__"))
    query = query.select_for_update(of=("self",)).select_related("activity")
    found = query.filter(reference=reference).first()
    if found is None:
        raise NotFound(kind, reference)
    return found


def taking_part(activity: Activity) -> QuerySet[Participation]:
    """Our own parties that take part; who dropped out does not."""
    mine = activity.participations.filter(role=Role.OWN_PARTY, dropped_out=False)
    return mine.select_related("party").order_by("id")


def same_parties(keys: Iterable[int]) -> Mapping[int, frozenset[int]]:
    """Of each of these parties every party that a person said is the same, with itself among them."""
    mine = set(keys)
    leads = all_led_by(mine)
    if leads:
        leads |= all_led_by(leads.values())
    groups: defaultdict[int, set[int]] = defaultdict(set)
    for key in mine | leads.keys() | set(leads.values()):
        groups[leads.get(key, key)].add(key)
    return {key: frozenset(groups[leads.get(key, key)]) for key in mine}


def scans_of(parties: Collection[int]) -> QuerySet[SelfScan]:
    """Every scan that was asked of these parties, whatever for."""
    query = SelfScan.objects.filter(party__in=parties).select_related("result", "withdrawal", "activity")
    return query.annotate(saved=Count("saves", distinct=True)).order_by("id")


def scan_of(row: SelfScan) -> Scan:
    """A stored scan as the rules want to see it."""
    result = getattr(row, "result", None)
    return Scan(
        asked_on=day_of(row.at),
        due_on=row.due_on,
        saves=row.saved if hasattr(row, "saved") else row.saves.count(),
        handed_in_on=result.handed_in_on if result else None,
        valid_until=result.valid_until if result else None,
        is_taken_back=hasattr(row, "withdrawal"),
    )


def waiver_of(row: ScanWaiver) -> Waiver:
    """A stored waiver as the rules want to see it."""
    return Waiver(by=row.by, expires_on=row.expires_on, is_agreed=hasattr(row, "agreement"))


def needed_on(activity: Activity, today: date) -> date:
    """The day on which scans have to count: that of departure, or today where it is not known to the day."""
    if activity.precision == Precision.DAY and activity.starts_on is not None:
        return activity.starts_on
    return today


def company_of(row: Participation, scans: Iterable[SelfScan], waivers: Iterable[ScanWaiver]) -> Company:
    """One that takes part, with what is known of it; without a party a group of so many."""
    return Company(
        party=row.party.reference if row.party else None,
        name=(row.party.name or row.party.function_nl or "") if row.party else row.description_nl or "",
        number=row.number,
        is_certain=row.party is not None and row.party.kind == PartyKind.COMPANY,
        scans=[scan_of(one) for one in scans],
        waivers=[waiver_of(one) for one in waivers],
    )


def may_be_company(row: Participation) -> bool:
    """Whether a scan may be needed of it: of a group, and of a party of unknown sort, nobody can say no."""
    kind = PartyKind(row.party.kind) if row.party else None
    return companies_among(kind) is not False


def companies_of(activity: Activity) -> list[Company]:
    """The companies that take part, as the rule of a start wants to see them."""
    rows = [row for row in taking_part(activity) if may_be_company(row)]
    same = same_parties(row.party_id for row in rows if row.party_id)
    scans: defaultdict[int, list[SelfScan]] = defaultdict(list)
    for one in scans_of({key for keys in same.values() for key in keys}):
        scans[one.party_id].append(one)
    waivers: defaultdict[int, list[ScanWaiver]] = defaultdict(list)
    for waiver in activity.scan_waivers.select_related("agreement").order_by("id"):
        waivers[waiver.party_id].append(waiver)
    found = []
    for row in rows:
        keys = same.get(row.party_id or 0, frozenset())
        mine = [one for key in keys for one in scans[key]]
        found.append(company_of(row, mine, [one for key in keys for one in waivers[key]]))
    return found


def is_scan_needed(activity: Activity, form: ScanForm, assessor: Assessor) -> bool:
    """Whether companies have to do the scan for it; not where the kader certainly does not ask it.

    A person may have said with a reason that it does not apply. What is unknown needs it.
    """
    if not form.needs(Kind(activity.kind) if activity.kind else None):
        return False
    if form.measure is None:
        return True
    held = activity.measures.filter(code=form.measure).values_list("status", flat=True).first()
    if held is not None:
        return held != MeasureStatus.NOT_APPLICABLE
    return _is_asked(activity, form.measure, assessor)


def why_not_start(
    activity: Activity, form: ScanForm | None, assessor: Assessor, *, day: date
) -> Refusal | None:
    """Why it cannot have taken place on a day: a scan of a company that takes part lacks."""
    if form is None or not is_scan_needed(activity, form, assessor):
        return None
    return may_start(companies_of(activity), day)


def _is_asked(activity: Activity, measure: str, assessor: Assessor) -> bool:
    kader, request = assessor.kader, activity.request
    own = {name: getattr(activity, name) for name in _OWN if name in kader.facts}
    try:
        asked = facts_of(request, kader, standings_of(request)) if request else {}
        known = {name: value for name, value in restored(kader, own).items() if value is not None}
        weighed = assessor.assess({**asked, **known})
    except Invalid:  # what is no answer to this kader is unknown, and unknown needs it
        return True
    truths = [
        weighed.truth(measure_condition(line, one))
        for line in kader.action_lines
        for one in line.measures
        if one.id == measure
    ]
    return any(truth is not False for truth in truths)


def written(said: Mapping[str, Given], form: ScanForm) -> dict[str, Any]:
    """The answers on the questions of a form, as plain values that the register keeps."""
    return {
        one.id: {"reply": str(given.reply) if given.reply else None, "reason": given.reason.strip()}
        for one in form.questions
        if (given := said.get(one.id)) is not None and (given.reply is not None or given.reason.strip())
    }


def read(said: Mapping[str, Mapping[str, Any]]) -> dict[str, Given]:
    """The same, brought back."""
    return {
        name: Given(Reply(one["reply"]) if one["reply"] else None, one["reason"])
        for name, one in said.items()
    }
