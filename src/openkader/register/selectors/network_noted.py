"""What is noted of members of the network: talks, and what they contributed; and how a member is called."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q

from openkader.base.text import Text
from openkader.casework.network import ContributionKind, Manner
from openkader.casework.period import Period
from openkader.casework.permissions import Act, Person
from openkader.register.columns import pair, period_of
from openkader.register.contributions import Known
from openkader.register.models import NetworkContribution, NetworkMember, Talk, TalkMember
from openkader.register.selectors.parties import party_name
from openkader.register.visibility import of_visible_case


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRow:
    """A talk with a member; `is_hidden`: who was spoken to is kept from this reader."""

    reference: str
    period: Period | None
    purpose: str
    manner: Manner | None
    by_whom: str | None
    about: str | None
    whom: str | None
    is_withheld: bool | None
    is_hidden: bool
    others: tuple[tuple[str, Text], ...]
    part_of: str | None
    struck_out: str | None  # why it counts for nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionRow:
    """What a member contributed: noted here, or known by the register itself; `proof` is the record that shows it."""

    kind: ContributionKind
    record: str
    proof: str
    dossier: str | None
    is_activity: bool
    title: Text | None
    period: Period | None
    what: Text | None
    passage: str | None = None
    remark: Text | None = None
    is_known: bool = False
    named_as: str | None = None
    member: str = ""
    name: Text | None = None
    struck_out: str | None = None  # why it counts for nothing


def seen_contribution(reader: Person) -> Q:
    """What belongs to no case, and to the cases that somebody may see."""
    return Q(request__isnull=True, activity__isnull=True) | of_visible_case(reader)


def contacts_of(member: NetworkMember, reader: Person) -> tuple[ContactRow, ...]:
    """The talks with a member, the newest first."""
    rows = Talk.objects.filter(members__member=member).select_related("part_of", "correction")
    others = TalkMember.objects.select_related("member__party").order_by("id")
    rows = rows.prefetch_related(Prefetch("members", queryset=others)).order_by("-ends_on", "-id")
    return tuple(_contact(row, member, reader) for row in rows)


def _contact(row: Talk, member: NetworkMember, reader: Person) -> ContactRow:
    is_hidden = bool(row.names_withheld) and not reader.may(Act.READ_CONTACTS)
    others = [one.member for one in row.members.all() if one.member_id != member.pk]
    return ContactRow(
        reference=row.reference,
        period=period_of(vars(row)),
        purpose=row.purpose,
        manner=Manner(row.manner) if row.manner else None,
        by_whom=row.by_whom,
        about=row.about,
        whom=None if is_hidden else row.whom,
        is_withheld=row.names_withheld,
        is_hidden=is_hidden and bool(row.whom),
        others=tuple((one.reference, party_name(one.party)) for one in others),
        part_of=row.part_of.reference if row.part_of else None,
        struck_out=_why_struck_out(row),
    )


def together_sorted(typed: Iterable[ContributionRow], known: Iterable[Known]) -> tuple[ContributionRow, ...]:
    """What a member contributed, noted or known, the newest first."""
    return tuple(sorted((*typed, *map(known_row, known)), key=lambda row: _newest(row.period), reverse=True))


def _newest(period: Period | None) -> tuple[bool, date]:
    """What has no date comes last."""
    return (False, date.min) if period is None else (True, period.ends_on)


def typed_rows(reader: Person, chosen: Q) -> list[ContributionRow]:
    """What was noted of contributions and the reader may know of, the newest first."""
    rows = NetworkContribution.objects.filter(seen_contribution(reader), chosen).order_by("-id")
    return [_typed(row) for row in rows.select_related("request", "activity", "member__party", "correction")]


def _typed(row: NetworkContribution) -> ContributionRow:
    place = row.request or row.activity
    return ContributionRow(
        kind=ContributionKind(row.kind),
        record=row.record,
        proof=row.reference,
        dossier=place.reference if place else None,
        is_activity=row.activity is not None,
        title=Text(nl=place.title_nl, en=place.title_en) if place else None,
        period=period_of(vars(row)),
        what=Text(nl=row.what_nl, en=row.what_en),
        passage=row.passage,
        remark=pair(row.remark_nl, row.remark_en),
        member=row.member.reference,
        name=party_name(row.member.party),
        struck_out=_why_struck_out(row),
    )


def _why_struck_out(row: Talk | NetworkContribution) -> str | None:
    correction = getattr(row, "correction", None)
    return correction.reason if correction else None


def known_row(one: Known) -> ContributionRow:
    """What the register knows by itself, as it is shown."""
    return ContributionRow(
        kind=one.kind,
        record=one.record,
        proof=one.proof,
        dossier=one.dossier,
        is_activity=one.kind in (ContributionKind.ACTIVITY, ContributionKind.BRIEFING),
        title=one.title,
        period=one.period,
        what=one.what,
        passage=one.passage,
        is_known=True,
        named_as=one.named_as,
    )
