"""The network as its pages show it: each member with when it was last heard from, and one with all that is noted."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.network import (
    MemberState,
    NetworkPlan,
    last_of,
    state_of,
)
from openkader.casework.period import Period
from openkader.casework.permissions import Act, Person
from openkader.casework.vocabulary import PartyKind
from openkader.register.columns import PERIOD, pair, period_of
from openkader.register.contributions import Desks, known_in, known_parts, moments_of
from openkader.register.models import (
    ContactPoint,
    NetworkContribution,
    NetworkMember,
    NetworkProfile,
    NetworkStanding,
    Party,
    PartyName,
    Talk,
    TalkMember,
)
from openkader.register.selectors.hits import seen_dossier
from openkader.register.selectors.network_noted import (
    ContactRow,
    ContributionRow,
    contacts_of,
    seen_contribution,
    together_sorted,
    typed_rows,
)
from openkader.register.selectors.parties import party_name
from openkader.register.together import Part, Row, together
from openkader.register.visibility import of_visible_party

_TALK = tuple(f"talk__{name}" for name in PERIOD)


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkRow:
    """A member in the list; `contacts` and `contributions` are as many as the reader may know of."""

    reference: str
    party: str
    name: Text
    kind: PartyKind
    country: str | None
    why: Text
    since: Period | None
    expertise: tuple[str, ...]
    countries: tuple[str, ...]
    version: int  # of what it knows of
    state: MemberState
    last: Period | None
    contacts: int
    contributions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPointRow:
    """A person within a member."""

    number: int
    name: str
    function: str
    email: str
    phone: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingRow:
    """That a member stopped or came back."""

    is_active: bool
    reason: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkGroup:
    """Talks that are counted together; `named` of them are noted one by one."""

    reference: str
    title: Text
    year: int
    number: int | None
    named: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberFile:
    """A member with everything that is noted of it; the newest first. `points` None: not for this reader."""

    row: NetworkRow
    dossier: str  # where its party came in, as far as the reader may see that
    passage: str | None
    remark: Text | None
    is_fictional: bool
    contacts: tuple[ContactRow, ...]
    contributions: tuple[ContributionRow, ...]
    points: tuple[ContactPointRow, ...] | None
    points_kept: int
    standings: tuple[StandingRow, ...]
    others: tuple[tuple[str, Text], ...]  # the other members
    groups: tuple[TalkGroup, ...]


def network(plan: NetworkPlan | None, desks: Desks, today: date, *, reader: Person) -> tuple[NetworkRow, ...]:
    """All members that the reader may know of, whoever asks for attention first and then by name."""
    members = list(_members(reader))
    rows = _rows(members, _Told(plan, desks, today, reader))
    order = list(MemberState)
    return tuple(sorted(rows, key=lambda row: (order.index(row.state), row.name.nl.casefold())))


def member_file(
    reference: str, plan: NetworkPlan | None, desks: Desks, today: date, *, reader: Person
) -> MemberFile:
    """One member with its contacts and contributions."""
    row = _member(reference, reader)
    about = together(_about(row, reader))
    names = _names([row], about["names"])[row.party_id]
    known = together(known_parts(row.party_id, names, desks, reader))
    contacts = contacts_of(row, reader)
    contributions = together_sorted(typed_rows(reader, Q(member=row)), known_in(known, names, desks))
    standings = [_standing(one) for one in reversed(about["standings"])]
    spoke = [one for one in contacts if one.struck_out is None]
    gave = [one for one in contributions if one.struck_out is None]
    moments = [*(one.period for one in spoke), *(one.period for one in gave)]
    is_stopped = bool(standings) and not standings[0].is_active
    months = plan.dormant_months if plan else None
    line = _row(
        row,
        about["profiles"][-1] if about["profiles"] else {},
        state=state_of(moments, today, months, is_stopped=is_stopped),
        last=last_of(moments),
        contacts=len(spoke),
        contributions=len(gave),
    )
    points = tuple(_point(one) for one in about["points"])
    return MemberFile(
        row=line,
        dossier=row.dossier,
        passage=row.passage,
        remark=pair(row.remark_nl, row.remark_en),
        is_fictional=row.source is not None and row.source.fictional,
        contacts=contacts,
        contributions=contributions,
        points=points if reader.may(Act.KEEP_CONTACTS) else None,
        points_kept=len(points),
        standings=tuple(standings),
        others=tuple(_named(one) for one in about["others"]),
        groups=talk_groups(about["groups"], about["named"]),
    )


def _member(reference: str, reader: Person) -> Any:
    rows = (
        _members(reader).select_related("source").annotate(dossier=seen_dossier("party__reference", reader))
    )
    row = rows.filter(reference=reference).first()
    if row is None:
        raise NotFound("member", reference[:80])
    return row


_POINT = ("number", "name", "function", "email", "phone", "at", "by")
_PARTY = ("party__name", "party__function_nl", "party__function_en")


def _about(row: NetworkMember, reader: Person) -> dict[str, Part]:
    """What belongs to a member, and what is offered where something of it is noted."""
    mine = Q(member=row)
    counted = Q(part_of__isnull=True) & (Q(number__isnull=True) | Q(number__gt=1) | Q(number=0))
    return {
        "profiles": Part(NetworkProfile, mine, ("version", "expertise", "countries")),
        "standings": Part(NetworkStanding, mine, ("is_active", "reason", "at", "by")),
        "points": Part(ContactPoint, mine, _POINT),
        "names": Part(PartyName, Q(party=row.party_id), ("party_id", "name")),
        "others": Part(
            NetworkMember,
            of_visible_party(reader) & ~Q(pk=row.pk),
            ("reference", "party__reference", *_PARTY),
        ),
        "groups": Part(Talk, counted, ("id", "reference", "title_nl", "title_en", "year", "number")),
        "named": Part(Talk, Q(part_of__isnull=False, correction__isnull=True), ("part_of_id",)),
    }


def _named(row: Row) -> tuple[str, Text]:
    words = [
        row["party__name"] or row[f"party__function_{code}"] or row["reference"] for code in ("nl", "en")
    ]
    return str(row["reference"]), Text(nl=str(words[0]), en=str(words[1]))


def talk_groups(groups: Iterable[Row], named: Iterable[Row]) -> tuple[TalkGroup, ...]:
    """Talks that are counted together, the newest year first, with how many of them are noted one by one."""
    noted = Counter(row["part_of_id"] for row in named)
    found = [
        TalkGroup(
            reference=str(row["reference"]),
            title=Text(nl=str(row["title_nl"]), en=str(row["title_en"])),
            year=int(str(row["year"])),
            number=None if row["number"] is None else int(str(row["number"])),
            named=noted[row["id"]],
        )
        for row in groups
    ]
    return tuple(sorted(found, key=lambda one: -one.year))


def party_to_join(reference: str, *, reader: Person) -> tuple[str, Text, str | None]:
    """A party that may join: its reference and name, and under which reference it is a member already."""
    seen = Party.objects.filter(of_visible_party(reader, "pk"), reference=reference)
    row = seen.select_related("membership").first()
    if row is None:
        raise NotFound("party", reference[:80])
    member = getattr(row, "membership", None)
    return row.reference, party_name(row), member.reference if member else None


@dataclass(frozen=True, slots=True)
class _Told:
    """By what a member is told to sleep, and who reads."""

    plan: NetworkPlan | None
    desks: Desks
    today: date
    reader: Person

    @property
    def months(self) -> int | None:
        return self.plan.dormant_months if self.plan else None


def _members(reader: Person) -> QuerySet[NetworkMember]:
    found = NetworkMember.objects.filter(of_visible_party(reader))
    return found.select_related("party").order_by("id")


def _rows(members: Sequence[NetworkMember], told: _Told) -> list[NetworkRow]:
    if not members:
        return []
    mine = Q(member__in=[row.pk for row in members])
    found = together(
        {
            "profiles": Part(NetworkProfile, mine, ("member_id", "version", "expertise", "countries")),
            "standings": Part(NetworkStanding, mine, ("member_id", "is_active")),
            "talks": Part(TalkMember, mine & Q(talk__correction__isnull=True), ("member_id", *_TALK)),
            "contributions": Part(
                NetworkContribution,
                mine & Q(correction__isnull=True) & seen_contribution(told.reader),
                ("member_id", *PERIOD),
            ),
            "names": Part(PartyName, Q(party__in=[row.party_id for row in members]), ("party_id", "name")),
        }
    )
    profiles = {row["member_id"]: row for row in found["profiles"]}
    active = {row["member_id"]: row["is_active"] for row in found["standings"]}
    talks = _by("member_id", found["talks"])
    typed = _by("member_id", found["contributions"])
    known = moments_of(_names(members, found["names"]), told.desks, told.reader)
    rows = []
    for one in members:
        contacts = [period_of(row, "talk__") for row in talks[one.pk]]
        contributed = [*(period_of(row) for row in typed[one.pk]), *known[one.party_id]]
        is_stopped = active.get(one.pk) is False
        state = state_of([*contacts, *contributed], told.today, told.months, is_stopped=is_stopped)
        rows.append(
            _row(
                one,
                profiles.get(one.pk, {}),
                state=state,
                last=last_of([*contacts, *contributed]),
                contacts=len(contacts),
                contributions=len(contributed),
            )
        )
    return rows


def _row(one: NetworkMember, profile: Mapping[str, Any], **counted: Any) -> NetworkRow:
    return NetworkRow(
        reference=one.reference,
        party=one.party.reference,
        name=party_name(one.party),
        kind=PartyKind(one.party.kind),
        country=one.party.country,
        why=Text(nl=one.why_nl, en=one.why_en),
        since=period_of(vars(one)),
        expertise=tuple(profile.get("expertise", ())),
        countries=tuple(profile.get("countries", ())),
        version=int(profile.get("version", 0)),
        **counted,
    )


def _names(members: Sequence[NetworkMember], others: Iterable[Row]) -> dict[int, tuple[str, ...]]:
    found = {one.party_id: [one.party.name] if one.party.name else [] for one in members}
    for row in others:
        found[int(str(row["party_id"]))].append(str(row["name"]))
    return {key: tuple(names) for key, names in found.items()}


def _by(key: str, rows: Iterable[Row]) -> defaultdict[Any, list[Row]]:
    found: defaultdict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[key]].append(row)
    return found


def _point(row: Mapping[str, Any]) -> ContactPointRow:
    return ContactPointRow(**{name: row[name] for name in _POINT})


def _standing(row: Mapping[str, Any]) -> StandingRow:
    return StandingRow(is_active=row["is_active"], reason=row["reason"], at=row["at"], by=row["by"])


def parties_meant(words: Iterable[str], *, reader: Person) -> list[str]:
    """Which of these words are the reference of a party that the reader may see."""
    typed = [word for word in words if word]
    seen = Party.objects.filter(of_visible_party(reader, "pk"), reference__in=typed)
    return list(seen.values_list("reference", flat=True)) if typed else []
