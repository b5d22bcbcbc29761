"""The activities of a year as the annex of an evaluation shows them: topics, parties and agreements with each."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import Count, F, Q, QuerySet, Sum

from openkader.casework.period import Period
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import Precision
from openkader.register.columns import pair
from openkader.register.models import (
    Activity,
    Participation,
    Topic,
)
from openkader.register.selectors.collections import (
    party_label,
    rows,
    rows_where,
    signed_of_ours,
    text,
    took_place,
)
from openkader.register.together import Row
from openkader.register.visibility import visible_or_alone

PARTICIPATION = (
    *("reference", "number", "role", "dropped_out", "passage", "remark_nl", "remark_en"),
    *("description_nl", "description_en", "party__reference", "party__name", "party__kind"),
    *("party__function_nl", "party__function_en"),
)


def activities_of(
    year: int, known: Sequence[Mapping[str, object]] | None = None, *, reader: Person
) -> list[Row]:
    """The activities of a year in order of date, each with what the annex of an evaluation shows.

    Beside the keys of the collection: `period` (Period or None), `aim`, `place`,
    `regions`, `topic_rows`, `participation_rows` and `agreements` (how many were signed).
    `known` are the rows of the collection where they have been read already; those that the reader may
    not see are left out here.
    """
    read = rows("activities", year, reader=reader) if known is None else known
    return _told([row for row in read if not row["hidden"]], _held(year, reader))


def first_activities(year: int, most: int, *, reader: Person) -> tuple[list[Row], bool]:
    """The first `most` activities of a year in order of date, and whether there are more."""
    by_date = _held(year, reader).order_by(F("starts_on").asc(nulls_last=True), "reference")
    keys = list(by_date.values_list("pk", flat=True)[: most + 1])
    first = Q(pk__in=keys[:most])
    told = _told(rows_where("activities", first, reader=reader), Activity.objects.filter(first))
    return told, len(keys) > most


def undated_activities(year: int, *, reader: Person) -> int:
    """Of how many single activities no date is known."""
    return _held(year, reader).filter(starts_on=None, number=1).count()


def _held(year: int, reader: Person) -> QuerySet[Activity]:
    """The activities of a year that the reader may see."""
    return Activity.objects.filter(visible_or_alone(reader), took_place("activities"), year=year)


def _told(read: Sequence[Mapping[str, object]], activities: QuerySet[Activity]) -> list[Row]:
    """Rows of the collection with all that the annex shows of them, in order of date."""
    found = {str(row["id"]): dict(row) for row in read}
    for activity in _with_agreements(activities).select_related("request"):
        row = found[activity.reference]
        row |= {
            "agreements": _agreements(activity),
            "request": activity.request.reference if activity.request else None,
            "aim": pair(activity.aim_nl, activity.aim_en),
            "place": activity.place,
            "regions": activity.regions,
            "period": _period(row),
            "topic_rows": [],
            "participation_rows": [],
        }
    _add_topics(found, activities)
    _add_participations(found, activities)
    return sorted(found.values(), key=_by_date)


def _with_agreements(activities: QuerySet[Activity]) -> QuerySet[Activity]:
    signed = signed_of_ours("agreements__")
    return activities.annotate(
        signed=Sum("agreements__number", filter=signed),
        uncounted=Count("agreements", filter=signed & Q(agreements__number=None)),
    )


def _agreements(activity: Activity) -> int | None:
    """How many were signed; a sum with an unknown part is unknown, and so is an unlisted one."""
    signed, uncounted = activity.signed, activity.uncounted  # type: ignore[attr-defined]  # annotated
    if uncounted:
        return None
    return 0 if signed is None and activity.itemised else signed


def _period(row: Row) -> Period | None:
    first, last, precision = (row.pop(x) for x in ("starts_on", "ends_on", "precision"))
    if not isinstance(first, date) or not isinstance(last, date):
        return None
    return Period(first, last, Precision(str(precision)))


def _by_date(row: Row) -> tuple[date, str]:
    """By first possible day; what has no date comes last."""
    period = row["period"]
    return (period.starts_on if isinstance(period, Period) else date.max, str(row["id"]))


def _add_topics(found: dict[str, Row], activities: QuerySet[Activity]) -> None:
    query = (
        Topic.objects.filter(activity__in=activities)
        .order_by("id")
        .values(
            *("activity__reference", "code", "stated_in", "setting", "reaction", "passage"),
            *("remark_nl", "remark_en", "party__reference"),
        )
    )
    for row in query:
        mine = found[row.pop("activity__reference")]
        row["party"], row["remark"] = row.pop("party__reference"), text(row, "remark")
        _list(mine, "topic_rows").append(row)


def _add_participations(found: dict[str, Row], activities: QuerySet[Activity]) -> None:
    query = (
        Participation.objects.filter(activity__in=activities)
        .order_by("id")
        .values(
            *("activity__reference", "reference", "number", "role", "dropped_out", "passage"),
            *("description_nl", "description_en", "remark_nl", "remark_en"),
            *("party__reference", "party__name", "party__function_nl", "party__function_en"),
        )
    )
    for row in query:
        mine = found[row.pop("activity__reference")]
        _list(mine, "participation_rows").append(participation(row))


def participation(row: Row) -> Row:
    """One participation as it is shown."""
    row["id"], row["party"] = row.pop("reference"), row.pop("party__reference")
    for name in ("name", "function_nl", "function_en"):
        row[name] = row.pop(f"party__{name}")
    row["function"] = text(dict(row), "function")
    row["party_label"] = party_label(row)
    row["description"], row["remark"] = text(row, "description"), text(row, "remark")
    return row


def _list(row: Row, key: str) -> list[Row]:
    found = row[key]
    assert isinstance(found, list)  # noqa: S101 - made a list by the caller
    return found
