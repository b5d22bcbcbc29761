"""What a member of the network contributed is noted, unless the register knows it by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.network import ContributionKind, may_contribute
from openkader.casework.permissions import Act
from openkader.kader import Kader
from openkader.register.contributions import known_of
from openkader.register.hand import Hand, claim_references, dated, digest, require, writing
from openkader.register.models import (
    Activity,
    AdviceRequest,
    Briefing,
    NetworkContribution,
    NetworkMember,
)
from openkader.register.network import desks_of, member_for_update
from openkader.register.network_entries import ContributionEntry, StatedContribution
from openkader.register.numbering import next_reference
from openkader.register.services.stop_member import require_active
from openkader.register.visibility import visible_or_alone, visible_requests, visible_to

_FIRST, _LAST = 1900, 2200


@dataclass(frozen=True, slots=True, kw_only=True)
class _Target:
    """What was contributed to, and the case that it belongs to."""

    record: str
    request: int | None = None
    activity: int | None = None


def note_contribution(entry: ContributionEntry, *, kader: Kader, by: str, now: datetime) -> str:
    """Keep what was contributed, to what and when; noted twice, it is one."""
    draft = entry.draft
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = member_for_update(entry.member, hand)
        require_active(row)
        target = _target(draft.kind, draft.to.strip(), kader, hand)
        said = {"kind": draft.kind, "record": target.record, "what_nl": draft.what.strip()}
        same = row.contributions.filter(correction__isnull=True, **said, **dated(draft.period)).first()
        if same is not None:
            return str(same.reference)
        known = {(one.kind, one.record) for one in known_of(row.party, desks_of(kader), hand.person)}
        require(may_contribute(draft, hand.today, is_known=(draft.kind, target.record) in known))
        words = draft.what.strip()
        stated = StatedContribution(
            member=entry.member,
            kind=draft.kind,
            to=target.record,
            what=Text(nl=words, en=words),
            period=draft.period,
        )
        return _store(row, stated, target, hand)


def enter_contributions(entries: Sequence[StatedContribution], kader: str, hand: Hand) -> None:
    """Store what a publication says that members contributed to the kader of its year."""
    keys = NetworkMember.objects.in_bulk([entry.member for entry in entries], field_name="reference")
    for entry in entries:
        if entry.member not in keys:
            raise NotFound("member", entry.member[:80])
        _store(keys[entry.member], entry, _Target(record=entry.to or kader), hand)


def _store(row: NetworkMember, entry: StatedContribution, target: _Target, hand: Hand) -> str:
    reference = entry.reference or next_reference(f"{row.reference}-B")
    claim_references([(reference, row.reference)], kind="contribution")
    NetworkContribution.objects.create(
        **hand.grounded(entry),
        **dated(entry.period),
        member=row,
        reference=reference,
        kind=entry.kind,
        record=target.record,
        request_id=target.request,
        activity_id=target.activity,
        what_nl=entry.what.nl.strip(),
        what_en=entry.what.en.strip(),
    )
    hand.log(
        "contribution.noted",
        "member",
        row.reference,
        row.reference,
        sort=entry.kind,
        digest=digest(entry),
    )
    return reference


def _target(kind: ContributionKind, to: str, kader: Kader, hand: Hand) -> _Target:
    """What the reference leads to; what may not be seen is not there."""
    match kind:
        case ContributionKind.DOSSIER:
            found = visible_requests(hand.person).filter(reference=to).values_list("pk", flat=True).first()
            return _found(to, kind, found, request=found)
        case ContributionKind.ACTIVITY:
            rows = Activity.objects.filter(visible_or_alone(hand.person), reference=to)
            found = rows.values_list("pk", flat=True).first()
            return _found(to, kind, found, activity=found)
        case ContributionKind.ADVICE:
            asked = AdviceRequest.objects.filter(visible_to(hand.person, "request__"), reference=to)
            found = asked.values_list("request", flat=True).first()
            return _found(to, kind, found, request=found)
        case ContributionKind.BRIEFING:
            held = Briefing.objects.filter(visible_or_alone(hand.person, "activity__request__"), reference=to)
            found = held.values_list("activity", flat=True).first()
            return _found(to, kind, found, activity=found)
        case ContributionKind.MESSAGE:
            return _found(to, kind, to if to in {one.id for one in kader.messages} else None)
        case ContributionKind.EVALUATION:
            is_year = to.isascii() and to.isdigit() and _FIRST <= int(to) <= _LAST
            return _found(to, kind, to if is_year else None)
    return _Target(record=kader.id)


def _found(to: str, kind: ContributionKind, found: object, **keys: int | None) -> _Target:
    if found is None:
        raise NotFound(_NAMED[kind], to[:80])
    return _Target(record=to, **keys)


_NAMED = {
    ContributionKind.DOSSIER: "request",
    ContributionKind.ACTIVITY: "activity",
    ContributionKind.ADVICE: "advice",
    ContributionKind.BRIEFING: "briefing",
    ContributionKind.MESSAGE: "message",
    ContributionKind.EVALUATION: "year",
}
