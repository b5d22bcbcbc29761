"""Who takes part in an activity from our side: parties in the figures of its year, and people on its list.

A person on the list stands for the party they come for, so that nobody is counted twice.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from openkader.casework.mission import ParticipantRole, ParticipantStatus
from openkader.casework.permissions import HOUSE, Person
from openkader.casework.self_scan import comes_for_company, companies_among
from openkader.casework.vocabulary import PartyKind, Role
from openkader.register.missions import standing
from openkader.register.models import (
    Activity,
    BriefingPresence,
    EffectSurvey,
    Participant,
    Participation,
    Party,
)
from openkader.register.together import Part, together
from openkader.register.visibility import of_visible_party

_PARTY = ("reference", "kind", "name", "function_nl", "function_en")
_OF_PARTY = ("party_id", *(f"party__{column}" for column in _PARTY))
_OWN = ("id", "activity_id", "number", "description_nl", "description_en", *_OF_PARTY)
_LISTED = ("activity_id", "number", "name", "organisation", "role", "status", "email", *_OF_PARTY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One that takes part: a party, a group of so many, or a person on the list.

    `key` names it in a form. `is_company` is None where nobody can say that it is none. `status` and `role` are those
    of a person on the list.
    """

    key: str
    name: str  # as it was typed; of a group in Dutch
    name_en: str
    party: Party | None
    number: int | None = 1
    is_company: bool | None = None
    organisation: str = ""  # for whom a person comes, as it was typed
    participation: int | None = None
    participant: int | None = None
    status: ParticipantStatus | None = None
    role: ParticipantRole | None = None
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingPart:
    """Everybody from our side; `members` each once, `parties` with those that a person on the list stands for."""

    members: tuple[Member, ...]
    parties: tuple[Member, ...]

    @property
    def companies(self) -> tuple[Member, ...]:
        """What is or may be a company, each once: a party, a name that was typed, or a group."""
        found: dict[object, Member] = {}
        for one in (*self.parties, *self.members):
            if one.is_company is False:
                continue
            known = found.get(_same(one))
            if known is None or (known.is_company is None and one.is_company):
                found[_same(one)] = one
        return tuple(found.values())


def taking_part(activity: Activity, reader: Person = HOUSE) -> TakingPart:
    """Our own parties that did not drop out, and the people on the list that did not, in one question.

    Of whom a person on the list comes for, a reader who may not see that party reads what was typed.
    """
    return taking_part_in(Q(activity=activity), reader).get(activity.pk, TakingPart(members=(), parties=()))


def taking_part_in(of: Q, reader: Person = HOUSE) -> Mapping[int, TakingPart]:
    """The same of each of some activities by its key, in one question as well; `of` says which, by `activity`."""
    own = of & Q(role=Role.OWN_PARTY, dropped_out=False)
    coming = of & Q(pk__in=standing(Participant).values("pk")) & ~Q(status=ParticipantStatus.DROPPED_OUT)
    found = together(
        {
            "own": Part(Participation, own, _OWN),
            "list": Part(Participant, coming, _LISTED, {"is_seen": of_visible_party(reader)}),
        }
    )
    parties: defaultdict[Any, list[Member]] = defaultdict(list)
    people: defaultdict[Any, list[Member]] = defaultdict(list)
    for row in found["own"]:
        parties[row["activity_id"]].append(_party(row))
    for row in sorted(found["list"], key=lambda row: int(str(row["number"]))):
        people[row["activity_id"]].append(_person(row))
    return {
        key: TakingPart(
            members=(*_not_on_list(parties[key], people[key]), *people[key]), parties=tuple(parties[key])
        )
        for key in {*parties, *people}
    }


def key_of(row: BriefingPresence | EffectSurvey) -> str:
    """Whose presence or survey it is, as a member is named."""
    return f"P{row.participant}" if row.participation_id is None else f"D{row.participation_id}"


def _not_on_list(parties: Iterable[Member], people: Iterable[Member]) -> list[Member]:
    there = {one.party.pk for one in people if one.party}
    return [one for one in parties if one.party is None or one.party.pk not in there]


def _same(one: Member) -> object:
    """What makes two of them one company; a person without any is one alone."""
    if one.party is not None:
        return one.party.pk
    return " ".join(one.organisation.casefold().split()) or one.key


def _registered(row: Mapping[str, Any], name: str | None = None) -> Party | None:
    """The party of a row, as far as it is read here; `name` is what is read instead of its own."""
    if row["party_id"] is None:
        return None
    known = {column: row[f"party__{column}"] for column in _PARTY}
    return Party(pk=row["party_id"], **known | ({"name": name} if name else {}))


def _party(row: Mapping[str, Any]) -> Member:
    party = _registered(row)
    name = (party.name or party.function_nl) if party else row["description_nl"]
    name_en = (party.name or party.function_en) if party else row["description_en"]
    return Member(
        key=f"D{row['id']}",
        name=name or "",
        name_en=name_en or name or "",
        party=party,
        number=row["number"],
        is_company=companies_among(PartyKind(party.kind) if party else None),
        participation=row["id"],
    )


def _person(row: Mapping[str, Any]) -> Member:
    hidden = None if row["is_seen"] else row["organisation"] or row["party__reference"]
    party = _registered(row, hidden)
    kind = PartyKind(party.kind) if party else None
    return Member(
        key=f"P{row['number']}",
        name=row["name"],
        name_en=row["name"],
        party=party,
        is_company=comes_for_company(ParticipantRole(row["role"]) if row["role"] else None, kind),
        organisation=row["organisation"],
        participant=row["number"],
        status=ParticipantStatus(row["status"]),
        role=ParticipantRole(row["role"]) if row["role"] else None,
        email=row["email"],
    )
