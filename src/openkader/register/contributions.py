"""What the register knows by itself that a member contributed: nobody types it a second time.

Taking part as adviser is by the party itself. A session or an advice names whom it was by in words, so that the
name has to stand in them.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Max, Q, QuerySet

from openkader.base.text import Text
from openkader.casework.network import ContributionKind, is_named
from openkader.casework.period import Period
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import ActivityStanding, Role
from openkader.register.columns import PERIOD, period_of
from openkader.register.models import Advice, AdviceRequest, Briefing, Participation, Party, PartyName
from openkader.register.moments import day_of
from openkader.register.together import Part, Row, together
from openkader.register.visibility import visible_or_alone, visible_to

Names = Mapping[int, tuple[str, ...]]
Desks = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One contribution that the register knows; `record` is what it was to and `dossier` where that is read."""

    kind: ContributionKind
    record: str
    proof: str  # the record that shows it
    dossier: str
    title: Text
    period: Period | None
    what: Text | None = None
    passage: str | None = None  # the sentence of the source that says so
    desk: str | None = None  # which gave the advice
    named_as: str | None = None  # the words in which the member stands, where it is known by those alone


def names_of(parties: Iterable[Party]) -> Names:
    """Every name under which a party may stand in a text; by a function alone nobody is recognised."""
    own = {one.pk: [one.name] if one.name else [] for one in parties}
    for key, name in PartyName.objects.filter(party__in=own).order_by("id").values_list("party", "name"):
        own[key].append(name)
    return {key: tuple(names) for key, names in own.items()}


def desks_named(names: Collection[str], desks: Desks) -> list[str]:
    """The desks that are called as the member is."""
    return [code for code, said in desks.items() if any(is_named(names, word) for word in said)]


def known_of(party: Party, desks: Desks, reader: Person) -> list[Known]:
    """Everything that the register knows of one party and the reader may know of."""
    names = names_of([party])[party.pk]
    return known_in(together(known_parts(party.pk, names, desks, reader)), names, desks)


def known_parts(party: int, names: Collection[str], desks: Desks, reader: Person) -> dict[str, Part]:
    """Where the register looks: taking part as adviser, advice, and sessions; `known_in` reads the answers."""
    by_desk = Q(advice_request__desk__in=desks_named(names, desks))
    in_words, held_by = Q(pk__in=[]), Q(pk__in=[])
    for name in names:
        in_words |= Q(advice_request__recipient__icontains=name) | Q(given_by__icontains=name)
        held_by |= Q(by_whom__icontains=name)
    seen = visible_to(reader, "advice_request__request__")
    return {
        "adviser": Part(Participation, _as_adviser(reader) & Q(party=party), _ADVISER),
        "advice": Part(Advice, seen & (by_desk | in_words), _ADVICE),
        "sessions": Part(Briefing, _counts(reader) & held_by, _SESSION),
    }


def known_in(found: Mapping[str, Sequence[Row]], names: Collection[str], desks: Desks) -> list[Known]:
    """What was found there, in the order of the sort."""
    own = desks_named(names, desks)
    newest = {row["advice_request__reference"]: row for row in found["advice"]}
    advice = [
        one for one in map(_advice, newest.values()) if one.desk in own or is_named(names, one.named_as or "")
    ]
    sessions = [_session(row) for row in found["sessions"] if is_named(names, str(row["by_whom"]))]
    return [*map(_adviser, found["adviser"]), *advice, *sessions]


def moments_of(names: Names, desks: Desks, reader: Person) -> dict[int, list[Period | None]]:
    """When each of these parties contributed to anything by what the register knows, in three questions."""
    found: dict[int, list[Period | None]] = {key: [] for key in names}
    rows = Participation.objects.filter(_as_adviser(reader), party__in=names)
    for row in rows.values(*_ADVISER):
        found[row["party_id"]].append(_adviser_period(row))
    advice = _advice_rows(reader).values("desk", "recipient", "answers__given_by").order_by()
    said = [
        (day_of(row["last"]), row["desk"], f"{row['recipient']} · {row['answers__given_by']}")
        for row in advice.annotate(last=Max("answers__at"))
    ]
    sessions = (
        Briefing.objects.filter(_counts(reader)).order_by().values("by_whom").annotate(last=Max("held_on"))
    )
    said += [(row["last"], "", row["by_whom"]) for row in sessions]
    for key, mine in names.items():
        own = set(desks_named(mine, desks))
        found[key] += [Period.day(day) for day, desk, text in said if desk in own or is_named(mine, text)]
    return found


_ADVISER = (
    *("reference", "passage", "activity_id", "party_id"),
    *(f"{place}__{name}" for place in ("activity", "request") for name in (*PERIOD, "reference")),
    *(f"{place}__title_{code}" for place in ("activity", "request") for code in ("nl", "en")),
)
_ADVICE = (
    *("number", "given_by", "at"),
    *(f"advice_request__{name}" for name in ("reference", "desk", "recipient")),
    *(f"advice_request__request__{name}" for name in ("reference", "title_nl", "title_en")),
)
_SESSION = (
    *("reference", "by_whom", "held_on", "subject"),
    *(f"activity__{name}" for name in ("reference", "title_nl", "title_en")),
)


def _as_adviser(reader: Person) -> Q:
    """Whoever took part as adviser, in what took place or in a request."""
    held = visible_or_alone(reader, "activity__request__") & Q(activity__standing=ActivityStanding.HELD)
    seen = visible_to(reader, "request__") | held
    return seen & Q(role=Role.ADVISER, dropped_out=False)


def _adviser_period(row: Mapping[str, object]) -> Period | None:
    return period_of(row, "activity__" if row["activity_id"] else "request__")


def _adviser(row: Mapping[str, object]) -> Known:
    place = "activity" if row["activity_id"] else "request"
    return Known(
        kind=ContributionKind.ACTIVITY if row["activity_id"] else ContributionKind.DOSSIER,
        record=str(row[f"{place}__reference"]),
        proof=str(row["reference"]),
        dossier=str(row[f"{place}__reference"]),
        title=_title(row, place),
        period=_adviser_period(row),
        passage=str(row["passage"]) if row["passage"] else None,
    )


def _advice_rows(reader: Person) -> QuerySet[AdviceRequest]:
    return AdviceRequest.objects.filter(visible_to(reader, "request__"), answers__isnull=False)


def _advice(row: Mapping[str, Any]) -> Known:
    return Known(
        kind=ContributionKind.ADVICE,
        record=row["advice_request__reference"],
        proof=row["advice_request__reference"],
        dossier=row["advice_request__request__reference"],
        title=_title(row, "advice_request__request"),
        period=Period.day(day_of(row["at"])),
        named_as=f"{row['advice_request__recipient']} · {row['given_by']}",
        desk=row["advice_request__desk"],
    )


def _counts(reader: Person) -> Q:
    """Sessions that were not struck out."""
    return visible_or_alone(reader, "activity__request__") & Q(correction__isnull=True)


def _session(row: Mapping[str, Any]) -> Known:
    return Known(
        kind=ContributionKind.BRIEFING,
        record=row["reference"],
        proof=row["reference"],
        dossier=row["activity__reference"],
        title=_title(row, "activity"),
        period=Period.day(row["held_on"]),
        what=Text(nl=row["subject"], en=row["subject"]) if row["subject"] else None,
        named_as=row["by_whom"],
    )


def _title(row: Mapping[str, object], place: str) -> Text:
    return Text(nl=str(row[f"{place}__title_nl"]), en=str(row[f"{place}__title_en"]))


def known_at(activity: str, parties: Collection[Party], reader: Person) -> list[tuple[int, Known]]:
    """What the register knows of these parties at one activity: who took part as adviser, and who held a session."""
    names, here = names_of(parties), Q(activity__reference=activity)
    read = together(
        {
            "adviser": Part(Participation, _as_adviser(reader) & here & Q(party__in=list(names)), _ADVISER),
            "sessions": Part(Briefing, _counts(reader) & here, _SESSION),
        }
    )
    found = [(int(str(row["party_id"])), _adviser(row)) for row in read["adviser"]]
    for row in read["sessions"]:
        found += [(key, _session(row)) for key, mine in names.items() if is_named(mine, str(row["by_whom"]))]
    return found
