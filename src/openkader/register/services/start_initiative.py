"""An initiative begins: somebody asks for something that others may have, and it goes on step by step."""

from collections.abc import Sequence
from datetime import datetime

from openkader.base.errors import Refusal
from openkader.casework.initiatives import Noted, StepDraft, StepKind, may_step
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import ActivityStanding
from openkader.register.cases import activity_for_update, request_for_update
from openkader.register.hand import Hand, both, claim_references, dated, digest, parties, require, writing
from openkader.register.initiative_entries import InitiativeEntry, StepEntry
from openkader.register.initiatives import dossier_of, initiative_for_update, noted
from openkader.register.making_once import Made
from openkader.register.models import Activity, Initiative, InitiativeStep, Request
from openkader.register.numbering import next_reference

_LONGEST_TITLE = 300


def start_initiative(entry: InitiativeEntry, *, by: str, now: datetime) -> Made:
    """Begin a chain with what was asked for, at a request or an activity; begun twice, it is one."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        place = _place(entry, hand)
        mine = {"request": place} if isinstance(place, Request) else {"activity": place}
        title = entry.title.nl.strip()
        require(None if 0 < len(title) <= _LONGEST_TITLE else Refusal("initiative.no-title"))
        known = Initiative.objects.filter(**mine, title_nl=title, recorded_by=by).first()
        if known is not None:
            return Made(known.reference, is_new=False)
        (row,) = enter_initiatives([entry], hand)
    return Made(row.reference, is_new=True)


def add_initiative_step(initiative: str, entry: StepEntry, *, by: str, now: datetime) -> int:
    """Note what came next; noted twice by the same hand, it is one."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = initiative_for_update(initiative, hand)
        columns = _columns(entry, hand)
        newest = row.steps.order_by("-number").first()
        if newest is not None and newest.recorded_by == by and _is_same(newest, columns):
            return int(newest.number)
        number = _add(row, entry, noted(row), columns, hand)
        hand.log(
            "initiative.stepped",
            "initiative",
            row.reference,
            dossier_of(row),
            step=entry.kind,
            number=number,
            digest=digest(entry),
        )
    return number


def enter_initiatives(entries: Sequence[InitiativeEntry], hand: Hand) -> list[Initiative]:
    """Store initiatives with their steps, each held against the rules in its turn."""
    rows = []
    for entry in entries:
        place = _place(entry, hand)
        reference = entry.reference or next_reference(f"{place.reference}-I")
        claim_references([(reference, place.reference)], kind="initiative")
        row = Initiative.objects.create(
            **hand.grounded(entry),
            **both("title", entry.title),
            reference=reference,
            number=entry.number,
            year=place.year,
            request=place if isinstance(place, Request) else None,
            activity=place if isinstance(place, Activity) else None,
        )
        before: list[Noted] = []
        for step in entry.steps:
            _add(row, step, before, _columns(step, hand), hand)
            before.append(Noted(step.kind, step.period))
        hand.log("initiative.started", "initiative", reference, place.reference, digest=digest(entry))
        rows.append(row)
    return rows


def _place(entry: InitiativeEntry, hand: Hand) -> Request | Activity:
    """The case or activity that it is of; what was called off begins nothing."""
    if entry.request is not None:
        return request_for_update(entry.request, hand)
    found = activity_for_update(entry.activity or "", hand)
    is_off = found.standing == ActivityStanding.CANCELLED
    require(Refusal("activity.cancelled") if is_off else None)
    return found


def _add(
    row: Initiative, entry: StepEntry, before: Sequence[Noted], columns: dict[str, object], hand: Hand
) -> int:
    draft = StepDraft(
        kind=entry.kind,
        what=entry.what.nl,
        period=entry.period,
        has_partner=entry.partner.is_named,
        shown_by=entry.shown_by,
        url=entry.url,
    )
    require(Refusal("initiative.not-asked") if not before and entry.kind is not StepKind.SOUGHT else None)
    require(may_step(draft, before, hand.today))
    number = len(before) + 1
    InitiativeStep.objects.create(initiative=row, number=number, **columns, **hand.grounded(entry))
    return number


def _columns(entry: StepEntry, hand: Hand) -> dict[str, object]:
    keys = parties([entry.seeker.party, entry.partner.party], hand)
    return {
        **dated(entry.period),
        **both("what", entry.what),
        **both("seeker", entry.seeker.words),
        **both("partner", entry.partner.words),
        "kind": entry.kind,
        "seeker_id": keys[entry.seeker.party],
        "partner_id": keys[entry.partner.party],
        "shown_by": entry.shown_by.strip() or None,
        "url": entry.url.strip() or None,
    }


def _is_same(row: InitiativeStep, columns: dict[str, object]) -> bool:
    return all(getattr(row, name) == value for name, value in columns.items())
