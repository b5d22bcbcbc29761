"""Self-scans as the rules want to see them: who takes part, what they handed in, and who was let off."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, QuerySet

from openkader.base.errors import Invalid, Refusal
from openkader.casework.period import Period
from openkader.casework.self_scan import (
    Company,
    Given,
    Reply,
    Scan,
    ScanForm,
    may_start,
)
from openkader.casework.vocabulary import Kind, MeasureStatus, Precision
from openkader.kader import Assessor
from openkader.kader.assessing import measure_condition
from openkader.register.cases import restored
from openkader.register.columns import period_of
from openkader.register.joined import all_led_by
from openkader.register.models import Activity, ScanWaiver, SelfScan
from openkader.register.moments import day_of
from openkader.register.taking_part import Member, TakingPart, taking_part
from openkader.register.waivers import waiver_of

_OWN = ("kind", "country")


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
    told = Max("reminders__on")
    return query.annotate(saved=Count("saves", distinct=True), reminded_on=told).order_by("id")


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


def needed_on(activity: Activity, today: date) -> date:
    """The day on which scans have to count: that of departure, or today where it is not known to the day."""
    return day_within(period_of(vars(activity)), today)


def day_within(period: Period | None, today: date) -> date:
    """The same of any period."""
    return period.starts_on if period is not None and period.precision is Precision.DAY else today


def companies_of(activity: Activity) -> list[Company]:
    """The companies that take part, as the rule of a start wants to see them."""
    return companies_in(taking_part(activity), activity)


def companies_in(found: TakingPart, activity: Activity) -> list[Company]:
    """The same of those who are known to take part."""
    kept = Kept.of({one.party.pk for one in found.companies if one.party}, activity)
    return [kept.company(one) for one in found.companies]


@dataclass(frozen=True, slots=True)
class Kept:
    """The scans of some parties, also under another registration of the same, and who was let off for an activity."""

    activity: int
    same: Mapping[int, frozenset[int]]
    scans: Mapping[int, list[SelfScan]]
    waivers: Mapping[int, list[ScanWaiver]]

    @classmethod
    def of(cls, parties: Collection[int], activity: Activity) -> "Kept":
        """Everything that is kept of them, in few questions."""
        same = same_parties(parties)
        scans: defaultdict[int, list[SelfScan]] = defaultdict(list)
        for one in scans_of({key for keys in same.values() for key in keys}):
            scans[one.party_id].append(one)
        waivers: defaultdict[int, list[ScanWaiver]] = defaultdict(list)
        for waiver in activity.scan_waivers.select_related("agreement", "party").order_by("id"):
            waivers[waiver.party_id].append(waiver)
        return cls(activity.pk, same, scans, waivers)

    def scans_of(self, party: int) -> list[SelfScan]:
        """Every scan of a party, the oldest first."""
        mine = (one for key in self.same[party] for one in self.scans.get(key, ()))
        return sorted(mine, key=lambda one: one.pk)

    def waivers_of(self, party: int) -> list[ScanWaiver]:
        """Every waiver of it for the activity."""
        return [one for key in self.same[party] for one in self.waivers.get(key, ())]

    def company(self, one: Member) -> Company:
        """One that takes part, with what is kept of it; without a party a group of so many."""
        party = one.party
        return Company(
            party=party.reference if party else None,
            name=((party.name or party.function_nl) if party else one.organisation) or one.name,
            number=one.number,
            is_certain=bool(one.is_company),
            scans=[scan_of(row) for row in self.scans_of(party.pk)] if party else (),
            waivers=[waiver_of(row) for row in self.waivers_of(party.pk)] if party else (),
        )


def is_scan_needed(activity: Activity, form: ScanForm, assessor: Assessor) -> bool:
    """Whether companies have to do the scan for it; not where the kader certainly does not ask it."""
    held = activity.measures.filter(code=form.measure or "").values_list("status", flat=True).first()
    return is_needed_with(activity, form, assessor, held)


def is_needed_with(activity: Activity, form: ScanForm, assessor: Assessor, held: str | None) -> bool:
    """The same where it is known how far the measure is; None: it was not set out for the activity.

    A person may have said with a reason that it does not apply. What is unknown needs it.
    """
    if not form.needs(Kind(activity.kind) if activity.kind else None):
        return False
    if form.measure is None:
        return True
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
    """Whether the kader asks for it, or may: on what the activity says by itself, the rest is unknown."""
    kader = assessor.kader
    own = {name: getattr(activity, name) for name in _OWN if name in kader.facts}
    try:
        weighed = assessor.assess(restored(kader, own))
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
