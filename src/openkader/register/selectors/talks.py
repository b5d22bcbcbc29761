"""Who heard which line to take, and when: from notes after talks, and from topics that a publication states."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from openkader.base.text import Text
from openkader.casework.joining import Sameness
from openkader.casework.period import Period
from openkader.casework.permissions import Person
from openkader.casework.raising import Hearing, Stated
from openkader.casework.vocabulary import ActivityStanding, Precision, Role, Setting, TopicSource
from openkader.register.joined import newest_judgements
from openkader.register.models import Activity, Participation, Talk, Topic
from openkader.register.selectors.said import MessageRow, notes_where
from openkader.register.visibility import visible_or_alone

_MOST_PLACES = 3000
_ABOUT = {name: F(f"activity__{name}") for name in ("starts_on", "ends_on", "precision", "country")}
_STATED = {
    TopicSource.ANNEX: Stated.ANNEX,
    TopicSource.TEXT: Stated.TEXT,
    TopicSource.RECORD: Stated.RECORD,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """Somebody whom the organisation met; by name, or by the function that a source gives."""

    reference: str
    name: Text
    function: Text | None = None  # of whoever has a name too


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """An activity with a counterpart, or talks with them beside the activities."""

    reference: str | None  # None: talks beside the activities
    title: Text
    period: Period | None
    number: int | None
    topics: tuple[
        tuple[str, Stated, bool], ...
    ]  # code, how it is known, and whether it was with this counterpart
    with_others: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogues:
    """Counterparts, the newest contact first, with what each met and heard; hearings by counterpart and line."""

    counterparts: tuple[Counterpart, ...]
    met: Mapping[str, tuple[Met, ...]]
    hearings: Mapping[tuple[str, str], tuple[Hearing, ...]]
    notes: tuple[MessageRow, ...] = ()
    is_cut: bool = False


@dataclass(slots=True)
class _Place:
    """An activity with whom it was, while the answers of the database come in."""

    row: Mapping[str, Any]
    parties: dict[str, None] = field(default_factory=dict)
    topics: list[Mapping[str, Any]] = field(default_factory=list)
    notes: list[MessageRow] = field(default_factory=list)


def dialogues(
    lines: Mapping[str, Collection[str]],
    *,
    reader: Person,
    parties: Collection[str] | None = None,
    talks: bool = True,
    also: str = "",
) -> Dialogues:
    """What counterparts heard in all activities that the reader may see; `lines` are those of each topic.

    With `parties` only of these, and of whoever met us together with them; `talks` adds those beside the activities.
    Only what took place counts, and the activity at hand (`also`), however that stands.
    """
    held = Q(activity__standing=ActivityStanding.HELD) | Q(activity__reference=also)
    rows = list(_participations(reader, parties).filter(held)[: _MOST_PLACES + 1])
    leads = _leads(rows)
    names: dict[str, Text] = {}
    places: dict[int, _Place] = {}
    for row in rows[:_MOST_PLACES]:
        reference = leads.get(row["party"], row["party_ref"])
        if row["party"] not in leads:
            names[reference] = _name(row)
        names.setdefault(reference, _name(row))
        place = places.setdefault(row["activity_id"], _Place(row))
        place.parties[reference] = None
    _add_topics(places, leads, names)
    _add_notes(places, leads)
    order, met, heard = _together(places, lines, names)
    if talks:
        _add_talks(order, met, names, parties)
    return Dialogues(
        counterparts=tuple(Counterpart(reference=one, name=names[one]) for one in order),
        met={party: tuple(some) for party, some in met.items()},
        hearings=heard,
        notes=tuple(note for place in places.values() for note in place.notes),
        is_cut=len(rows) > _MOST_PLACES,
    )


def _participations(
    reader: Person, parties: Collection[str] | None
) -> QuerySet[Participation, dict[str, Any]]:
    """Counterparts that took part, and organisers from the country that the activity is about."""
    foreign = Q(role=Role.ORGANISER, party__country=F("activity__country"))
    mine = visible_or_alone(reader, "activity__request__") & (Q(role=Role.COUNTERPART) | foreign)
    query = Participation.objects.filter(
        mine, activity__isnull=False, party__isnull=False, dropped_out=False
    ).order_by(F("activity__ends_on").desc(nulls_last=True), "-activity", "id")
    if parties is not None:
        activities = Participation.objects.filter(party__reference__in=list(parties)).values("activity")
        query = query.filter(activity__in=activities)
    about = {
        "activity_ref": F("activity__reference"),
        "activity_nl": F("activity__title_nl"),
        "activity_en": F("activity__title_en"),
        "activity_number": F("activity__number"),
        "party_ref": F("party__reference"),
        "name": F("party__name"),
        "function_nl": F("party__function_nl"),
        "function_en": F("party__function_en"),
    }
    return query.values("activity_id", "party", **_ABOUT, **about)  # type: ignore[return-value]


def _leads(rows: Iterable[Mapping[str, Any]]) -> dict[int, str]:
    """Under which reference a party is shown that a person said is one with another."""
    mine = {row["party"] for row in rows}
    columns = ("first", "second", "leading", "leading__reference")
    pairs = newest_judgements(mine).filter(verdict=Sameness.SAME).values_list(*columns)
    led = {first if leading == second else second: reference for first, second, leading, reference in pairs}
    return {key: reference for key, reference in led.items() if key in mine}


def _name(row: Mapping[str, Any]) -> Text:
    if row["name"] is not None:
        return Text(nl=row["name"], en=row["name"])
    return Text(nl=row["function_nl"], en=row["function_en"])


def _add_topics(places: Mapping[int, _Place], leads: Mapping[int, str], names: Mapping[str, Text]) -> None:
    query = Topic.objects.filter(activity__in=list(places)).order_by("id")
    columns = ("activity_id", "code", "stated_in", "setting", "reaction", "party")
    for row in query.values(*columns, party_ref=F("party__reference")):
        who = leads.get(row["party"], row["party_ref"])
        row["with"] = who
        if who is not None and who in names:
            places[row["activity_id"]].parties.setdefault(who, None)
        places[row["activity_id"]].topics.append(row)


def _add_notes(places: Mapping[int, _Place], leads: Mapping[int, str]) -> None:
    for key, note in notes_where(Q(activity__in=list(places)), leads):
        places[key].notes.append(note)


_Found = tuple[list[str], dict[str, list[Met]], dict[tuple[str, str], tuple[Hearing, ...]]]


def _together(
    places: Mapping[int, _Place], lines: Mapping[str, Collection[str]], names: Mapping[str, Text]
) -> _Found:
    order: dict[str, None] = {}
    met: defaultdict[str, list[Met]] = defaultdict(list)
    heard: defaultdict[tuple[str, str], list[Hearing]] = defaultdict(list)
    for place in places.values():
        for party in place.parties:
            if party not in names:
                continue
            order.setdefault(party, None)
            met[party].append(_met(place, party))
            for line, hearing in _hearings(place, party, lines):
                heard[party, line].append(hearing)
    return list(order), met, {key: tuple(found) for key, found in heard.items()}


def _met(place: _Place, party: str) -> Met:
    row = place.row
    topics = [
        (str(one["code"]), _STATED[TopicSource(one["stated_in"])], _is_sure(place, one["with"]))
        for one in place.topics
        if one["with"] in (None, party)
    ]
    return Met(
        reference=row["activity_ref"],
        title=Text(nl=row["activity_nl"], en=row["activity_en"]),
        period=_period(row),
        number=row["activity_number"],
        topics=tuple(topics),
        with_others=len(place.parties) - 1,
    )


def _is_sure(place: _Place, who: str | None) -> bool:
    """Whether it is known with whom: named, or there was only one."""
    return who is not None or (len(place.parties) == 1 and place.row["activity_number"] == 1)


def _hearings(
    place: _Place, party: str, lines: Mapping[str, Collection[str]]
) -> Iterable[tuple[str, Hearing]]:
    for one in place.topics:
        if one["with"] in (None, party):
            stated = _STATED[TopicSource(one["stated_in"])]
            for line in lines.get(one["code"], ()):
                yield line, _hearing(place, one["with"], stated, one)
    for note in place.notes:
        if note.counts and note.raised and note.party in (None, party):
            said = {"setting": note.setting, "said_by": note.said_by, "reaction": note.reaction}
            yield note.line, _hearing(place, note.party, Stated.NOTED, said)


def _hearing(place: _Place, who: str | None, stated: Stated, said: Mapping[str, Any]) -> Hearing:
    return Hearing(
        activity=place.row["activity_ref"],
        first_day=place.row["starts_on"],
        last_day=place.row["ends_on"],
        stated=stated,
        is_sure=_is_sure(place, who),
        setting=Setting(said["setting"]) if said.get("setting") else None,
        said_by=said.get("said_by"),
        reaction=said.get("reaction"),
    )


def _period(row: Mapping[str, Any]) -> Period | None:
    if row["precision"] is None:
        return None
    return Period(row["starts_on"], row["ends_on"], Precision(row["precision"]))


def _add_talks(
    order: list[str],
    met: dict[str, list[Met]],
    names: dict[str, Text],
    parties: Collection[str] | None,
) -> None:
    """Talks beside the activities belong to the dialogue too; which topics they had is not stated.

    Whoever we only know from such talks is a counterpart where their country is one that the relation is about.
    """
    about = Activity.objects.filter(programme=OuterRef("programme"), country=OuterRef("party__country"))
    query = Talk.objects.filter(Q(Exists(about)) | Q(party__reference__in=order[:500]), party__isnull=False)
    if parties is not None:
        query = query.filter(party__reference__in=[*parties, *order[:500]])
    columns = ("number", "title_nl", "title_en", "starts_on", "ends_on", "precision")
    whom = {name: F(f"party__{name}") for name in ("name", "function_nl", "function_en")}
    for row in query.order_by("id").values(*columns, who=F("party__reference"), **whom)[:_MOST_PLACES]:
        if row["who"] not in met:
            order.append(row["who"])
            met[row["who"]] = []
            names[row["who"]] = _name(row)
        met[row["who"]].append(
            Met(
                reference=None,
                title=Text(nl=row["title_nl"], en=row["title_en"]),
                period=_period(row),
                number=row["number"],
                topics=(),
                with_others=0,
            )
        )


def counterparts_at(activity: str, *, reader: Person) -> tuple[Counterpart, ...]:
    """Whom an activity is with, as it was registered."""
    rows = _participations(reader, None).filter(activity__reference=activity).order_by("id")
    found = {row["party_ref"]: row for row in rows}
    return tuple(
        Counterpart(reference=reference, name=_name(row), function=_function(row))
        for reference, row in found.items()
    )


def _function(row: Mapping[str, Any]) -> Text | None:
    if row["name"] is None or row["function_nl"] is None:
        return None
    return Text(nl=row["function_nl"], en=row["function_en"])
