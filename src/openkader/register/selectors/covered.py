"""The activities of a year with what is known of each and the measures that the register holds of it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, Case, QuerySet, Value, When

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.measures import is_lapsed
from openkader.casework.period import Period
from openkader.casework.permissions import Act, Person
from openkader.casework.vocabulary import ActivityStanding, MeasureStatus
from openkader.register.carrying_out import (
    ASKED,
    TOOK_PLACE,
    facts_of_activity,
    last_weighed,
    newest_answers,
)
from openkader.register.columns import period_of
from openkader.register.models import Activity, Evidence, Measure
from openkader.register.screened import is_answered_here, is_screened
from openkader.register.selectors.activity import ActivityFile
from openkader.register.shelf import FileState, shelf
from openkader.register.together import Row
from openkader.register.visibility import visible_or_alone

_COLUMNS = (
    *("id", "reference", "number", "title_nl", "title_en", "starts_on", "ends_on", "precision"),
    *("request_id", *TOOK_PLACE),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveredRow:
    """An activity as it has to be covered; one that is withheld has no facts and no measures.

    `facts` are those of its request, its newest answers and what took place; `screened` is what screening had
    found when it was last weighed. Each measure has `reference`, `line`, `code`, `status`, `reason`, `evidence`.
    """

    reference: str
    label: Text
    number: int | None
    kind: str | None
    period: Period | None
    is_withheld: bool
    facts: Mapping[str, object]
    screened: Mapping[str, object]
    measures: tuple[Row, ...]


def covered(year: int, *, reader: Person, today: date) -> tuple[list[CoveredRow], int]:
    """The activities of a year that the reader may see, by date; and how many there are beside them.

    The public does not see what was asked of a case with screening: that could tell what it found.
    """
    of_year = Activity.objects.filter(year=year).exclude(standing=ActivityStanding.CANCELLED)
    seen = of_year.filter(visible_or_alone(reader))
    found = _covered(seen, reader, lambda activities: _measures(activities, today))
    return sorted(found, key=_by_date), of_year.count() - len(found)


def covered_one(found: ActivityFile, *, reader: Person, today: date) -> CoveredRow:
    """One activity of which the measures and their evidence were read already."""
    seen = Activity.objects.filter(visible_or_alone(reader), reference=found.reference)
    measures = [_as_it_stands(row, _shown(found, row), today) for row in found.measures.values()]
    for row in _covered(seen, reader, lambda activities: dict.fromkeys(activities, measures)):
        return row
    raise NotFound("activity", found.reference)


def _covered(
    seen: QuerySet[Activity], reader: Person, measures_of: Callable[[list[int]], Mapping[int, Sequence[Row]]]
) -> list[CoveredRow]:
    rows = list(_activities(seen, reader))
    told = [row for row in rows if not row["is_withheld"]]
    requests = {row["request_id"] for row in told if row["request_id"] is not None}
    answers, weighed = newest_answers(requests), last_weighed(requests)
    measures = measures_of([row["id"] for row in told])
    return [
        CoveredRow(
            reference=row["reference"],
            label=Text(nl=row["title_nl"], en=row["title_en"]),
            number=row["number"],
            kind=row["kind"],
            period=period_of(row),
            is_withheld=row["is_withheld"],
            facts=facts_of_activity(row, answers[row["request_id"]]),
            screened=weighed.get(row["request_id"], {}),
            measures=tuple(measures.get(row["id"], ())),
        )
        for row in rows
    ]


def _activities(seen: QuerySet[Activity], reader: Person) -> QuerySet[Activity, dict[str, Any]]:
    apart = is_screened("request") | is_answered_here("request")
    public = Case(When(apart, then=True), default=False, output_field=BooleanField())
    withheld = Value(value=False) if reader.may(Act.READ_CASES) else public
    return seen.order_by("id").values(*_COLUMNS, is_withheld=withheld, **ASKED)


def _measures(activities: Collection[int], today: date) -> defaultdict[int, list[Row]]:
    """The measures of each activity as they stand today, with how much evidence can be shown of each."""
    found: defaultdict[int, list[Row]] = defaultdict(list)
    query = Measure.objects.filter(activity__in=activities).order_by("id")
    columns = ("id", "activity_id", "reference", "line", "code", "status", "reason", "waived_until")
    proofs = _proofs(activities)
    for row in query.values(*columns):
        found[row["activity_id"]].append(_as_it_stands(row, proofs[row["id"]], today))
    return found


def _as_it_stands(row: Mapping[str, Any], evidence: int, today: date) -> Row:
    """A measure today: a waiver that ended leaves it open."""
    lapsed = is_lapsed(MeasureStatus(row["status"]), row["waived_until"], today)
    kept = {name: row[name] for name in ("reference", "line", "code", "reason")}
    return {**kept, "status": MeasureStatus.OPEN if lapsed else row["status"], "evidence": evidence}


def _shown(found: ActivityFile, measure: Row) -> int:
    """How much of its evidence can be shown."""
    proofs = found.evidence.get(str(measure["reference"]), ())
    return sum(one["state"] in (None, FileState.HERE) for one in proofs)


def _proofs(activities: Collection[int]) -> Counter[int]:
    """How much evidence each measure has; a file that vanished shows nothing."""
    query = Evidence.objects.filter(measure__activity__in=activities)
    rows = list(query.values_list("measure_id", "sha256", "size"))
    files = [(measure, str(digest), size) for measure, digest, size in rows if size is not None]
    states = shelf().states([(digest, size) for _, digest, size in files])
    found = Counter(measure for measure, _, size in rows if size is None)
    found.update(file[0] for file, state in zip(files, states, strict=True) if state is FileState.HERE)
    return found


def _by_date(row: CoveredRow) -> tuple[bool, date, str]:
    """What stands for several comes last, and before it what has no date."""
    first = row.period.starts_on if row.period else date.max
    return row.number != 1, first, row.reference
