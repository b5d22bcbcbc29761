"""The activities of a year as the annex of an evaluation shows them: topics, parties and agreements with each."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import F, Q, QuerySet

from openkader.casework.period import Period
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import Precision
from openkader.register.models import Activity, Agreement, Participation, Topic
from openkader.register.selectors.collections import (
    party_label,
    rows,
    rows_where,
    signed_of_ours,
    text,
    took_place,
)
from openkader.register.together import Part, Row, together
from openkader.register.visibility import visible_or_alone

_ACTIVITY = ("reference", "request__reference", "aim_nl", "aim_en", "place", "regions")
_TOPIC = (
    *("activity__reference", "code", "stated_in", "setting", "reaction", "passage"),
    *("remark_nl", "remark_en", "party__reference"),
)
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
    first = Activity.objects.filter(pk__in=by_date.values("pk")[: most + 1])
    told = _told(rows_where("activities", Q(pk__in=first), reader=reader), first)
    return told[:most], len(told) > most


def undated_activities(year: int, *, reader: Person) -> int:
    """Of how many single activities no date is known."""
    return _held(year, reader).filter(starts_on=None, number=1).count()


def _held(year: int, reader: Person) -> QuerySet[Activity]:
    """The activities of a year that the reader may see."""
    return Activity.objects.filter(visible_or_alone(reader), took_place("activities"), year=year)


def _told(read: Sequence[Mapping[str, object]], activities: QuerySet[Activity]) -> list[Row]:
    """Rows of the collection with all that the annex shows of them, in order of date."""
    of = Q(activity__in=activities)
    beside = together(
        {
            "activities": Part(Activity, Q(pk__in=activities), _ACTIVITY),
            "agreements": Part(Agreement, of & signed_of_ours(), ("activity__reference", "number")),
            "topics": Part(Topic, of, _TOPIC),
            "participations": Part(Participation, of, (*PARTICIPATION, "activity__reference")),
        }
    )
    lists = {name: _by_activity(beside[name]) for name in ("agreements", "topics", "participations")}
    more = {str(row.pop("reference")): row for row in beside["activities"]}
    told = []
    for row in map(dict, read):
        mine = {name: found.get(str(row["id"]), []) for name, found in lists.items()}
        shown = _activity(row, more[str(row["id"])], mine)
        told.append(row | shown)
    return sorted(told, key=_by_date)


def _by_activity(rows: list[Row]) -> dict[str, list[Row]]:
    found = defaultdict(list)
    for row in rows:
        found[str(row.pop("activity__reference"))].append(row)
    return found


def _activity(row: Row, more: Row, mine: Mapping[str, list[Row]]) -> Row:
    """What the annex shows of an activity beside the row of the collection."""
    return {
        "agreements": _signed(mine["agreements"], itemised=bool(row["itemised"])),
        "request": more["request__reference"],
        "aim": text(more, "aim"),
        "place": more["place"],
        "regions": more["regions"],
        "period": _period(row),
        "topic_rows": [_topic(one) for one in mine["topics"]],
        "participation_rows": [participation(one) for one in mine["participations"]],
    }


def _signed(agreements: list[Row], *, itemised: bool) -> int | None:
    """How many were signed; a sum with an unknown part is unknown, and so is an unlisted one."""
    numbers = [row["number"] for row in agreements]
    if None in numbers or not (numbers or itemised):
        return None
    return sum(int(str(number)) for number in numbers)


def _topic(row: Row) -> Row:
    row["party"], row["remark"] = row.pop("party__reference"), text(row, "remark")
    return row


def _period(row: Row) -> Period | None:
    first, last, precision = (row.pop(x) for x in ("starts_on", "ends_on", "precision"))
    if not isinstance(first, date) or not isinstance(last, date):
        return None
    return Period(first, last, Precision(str(precision)))


def _by_date(row: Row) -> tuple[date, str]:
    """By first possible day; what has no date comes last."""
    period = row["period"]
    return (period.starts_on if isinstance(period, Period) else date.max, str(row["id"]))


def participation(row: Row) -> Row:
    """One participation as it is shown."""
    row["id"], row["party"] = row.pop("reference"), row.pop("party__reference")
    for name in ("name", "function_nl", "function_en"):
        row[name] = row.pop(f"party__{name}")
    row["function"] = text(dict(row), "function")
    row["party_label"] = party_label(row)
    row["description"], row["remark"] = text(row, "description"), text(row, "remark")
    return row
