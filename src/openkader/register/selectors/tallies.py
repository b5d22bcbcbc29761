"""The collections that figures count, of many years at once and added up by the database: how many of what.

A year has a hundred thousand records and a figure asks little of each, so that few kinds of rows are left. Who or
what they are stands behind the figure of the year; here is nothing that could name anybody.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Case,
    Count,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    TextField,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce

from openkader.register.models import (
    Activity,
    Decision,
)
from openkader.register.selectors.collections import took_place
from openkader.register.selectors.counted_rows import COUNTED
from openkader.register.selectors.topics import raised_topics, topic_fields

_Told = Mapping[str, Combinable]
_NOTHING = Value("", output_field=TextField())
_TRUTHS = {"1": True, "true": True, "0": False, "false": False}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What has to be known of a collection; of some roles who it was is kept apart, to count different parties."""

    fields: frozenset[str]
    apart: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """So many records of a year that are alike in all that was asked; of `unnumbered` rows nobody knows how many."""

    collection: str
    year: int
    facts: Mapping[str, object]
    number: int
    unnumbered: int
    group: str | None = None
    party: str | None = None


def tallied(years: Collection[int], wanted: Mapping[str, Wanted]) -> list[Tally]:
    """The records of these years, in one question, and two more where activities are asked for.

    They come in one order, whichever way the database found them, so that twice the same question gives the same.
    """
    asked = {name: (want, _known(name, want)) for name, want in wanted.items() if name in _SOURCES}
    found = _activities(years) if "activities" in wanted else []
    width = max((len(names) for _, names in asked.values()), default=0)
    queries = [_query(name, years, want, names, width) for name, (want, names) in asked.items()]
    if queries:
        rows = queries[0].union(*queries[1:], all=True)
        found += [_tally(row, asked[row[0]][1]) for row in sorted(rows, key=repr)]
    return found


def _known(name: str, want: Wanted) -> list[str]:
    """The fields of a collection that the register has; of others nothing is known."""
    return sorted(want.fields & _SOURCES[name][1].keys())


def _query(
    name: str, years: Collection[int], want: Wanted, names: list[str], width: int
) -> QuerySet[Any, tuple[Any, ...]]:
    model, told = _SOURCES[name]
    columns: dict[str, Combinable] = {f"told_{at}": _NOTHING for at in range(width)}
    columns |= {f"told_{at}": Cast(told[field], TextField()) for at, field in enumerate(names)}
    each = _each(want.apart if name == "participations" else frozenset())
    rows = model._default_manager.filter(took_place(name), year__in=years).order_by()
    kept = {"collection": Value(name, output_field=TextField()), **columns, **each}
    kinds = rows.values("year", **kept)
    return kinds.annotate(total=Sum("number"), unnumbered=Count("pk", filter=Q(number=None))).values_list(
        "collection", "year", "total", "unnumbered", "in_group", "by_party", *columns
    )


def _each(roles: Collection[str]) -> dict[str, Combinable]:
    """The activity and the party of whoever has one of these roles; of the others nobody asks who they were."""
    mine = Q(role__in=roles)
    told = {
        "in_group": Coalesce("activity__reference", "request__reference"),
        "by_party": F("party__reference"),
    }
    if not roles:
        return dict.fromkeys(told, _NOTHING)
    return {
        name: Case(When(mine, then=Cast(column, TextField())), default=_NOTHING, output_field=TextField())  # type: ignore[arg-type]
        for name, column in told.items()
    }


def _tally(row: tuple[Any, ...], names: list[str]) -> Tally:
    collection, year, total, unnumbered, group, party, *told = row
    return Tally(
        collection=collection,
        year=year,
        facts={name: _told(name, value) for name, value in zip(names, told, strict=False)},
        number=total or 0,
        unnumbered=unnumbered,
        group=group or None,
        party=party or None,
    )


def _told(name: str, value: str | None) -> object:
    """A truth is made whole again; all else is words."""
    return _TRUTHS[value] if name in _ARE_TRUTHS and value is not None else value


def _activities(years: Collection[int]) -> list[Tally]:
    """Those that are alike in kind, country, relation, who was there and what was spoken of."""
    fields = ("kind", "country", "programme", "office_holder", "foreign_delegation")
    mine = Activity.objects.filter(took_place("activities"), year__in=years).order_by()
    topics = raised_topics(mine)
    kinds: dict[tuple[Any, ...], list[int | None]] = {}
    rows = mine.order_by("pk").values_list("pk", "year", "number", "itemised", *fields)
    for key, year, number, itemised, *told in rows:
        spoken = topic_fields(topics.get(key, []), itemised=itemised)["topics"]
        kinds.setdefault((year, *told, _frozen(spoken)), []).append(number)
    return [
        Tally(
            collection="activities",
            year=year,
            facts={
                **dict(zip(fields, told, strict=True)),
                "topics": None if spoken is None else list(spoken),
            },
            number=sum(number or 0 for number in numbers),
            unnumbered=numbers.count(None),
        )
        for (year, *told, spoken), numbers in kinds.items()
    ]


def _frozen(spoken: object) -> tuple[str, ...] | None:
    return tuple(spoken) if isinstance(spoken, Iterable) else None


def _newest_outcome() -> Subquery:
    """The outcome of the newest decision on a request; decisions on single organisations aside."""
    mine = Decision.objects.filter(request=OuterRef("pk")).exclude(level="organisation")
    return Subquery(mine.order_by("-id").values("outcome")[:1])


_ARE_TRUTHS = ("dropped_out", "evidenced")
_WORKED_OUT: Mapping[str, _Told] = {"requests": {"outcome": _newest_outcome()}}
# The same columns as where each row is counted by itself, which finds the newest outcome afterwards.
_SOURCES: Mapping[str, tuple[type[Any], _Told]] = {
    name: (spec.model, {**spec.facts, **_WORKED_OUT.get(name, {})})
    for name, spec in COUNTED.items()
    if name != "activities"
}
