"""The activities of a year with what is known of each and the measures that the register holds of it."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, Case, Count, F, Max, QuerySet, Value, When

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.permissions import Act, Person
from openkader.casework.vocabulary import Precision
from openkader.register.cases import OWN
from openkader.register.models import Activity, Answer, Assessment, Measure
from openkader.register.screened import is_answered_here, is_screened
from openkader.register.together import Row
from openkader.register.visibility import visible_or_alone

# Questions of a kader that an activity answers by itself: what took place is known better than what was asked.
_TOOK_PLACE = ("kind", "country", "office_holder", "foreign_delegation")
_COLUMNS = (
    *("id", "reference", "number", "title_nl", "title_en", "starts_on", "ends_on", "precision"),
    *("request_id", *_TOOK_PLACE),
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


def covered(year: int, *, reader: Person) -> tuple[list[CoveredRow], int]:
    """The activities of a year that the reader may see, by date; and how many there are beside them.

    The public does not see what was asked of a case with screening: that could tell what it found.
    """
    seen = Activity.objects.filter(visible_or_alone(reader), year=year)
    found = _covered(seen, reader)
    beside = Activity.objects.filter(year=year).count() - len(found)
    return sorted(found, key=_by_date), beside


def covered_one(reference: str, *, reader: Person) -> CoveredRow:
    """One activity that the reader may see."""
    found = _covered(Activity.objects.filter(visible_or_alone(reader), reference=reference), reader)
    if not found:
        raise NotFound("activity", reference[:80])
    return found[0]


def _covered(seen: QuerySet[Activity], reader: Person) -> list[CoveredRow]:
    rows = list(_activities(seen, reader))
    told = [row for row in rows if not row["is_withheld"]]
    requests = {row["request_id"] for row in told if row["request_id"] is not None}
    answers, weighed, measures = _answers(requests), _weighed(requests), _measures(row["id"] for row in told)
    return [
        CoveredRow(
            reference=row["reference"],
            label=Text(nl=row["title_nl"], en=row["title_en"]),
            number=row["number"],
            kind=row["kind"],
            period=_period(row),
            is_withheld=row["is_withheld"],
            facts=_facts(row, answers[row["request_id"]]),
            screened=weighed.get(row["request_id"], {}),
            measures=tuple(measures[row["id"]]),
        )
        for row in rows
    ]


def _activities(seen: QuerySet[Activity], reader: Person) -> QuerySet[Activity, dict[str, Any]]:
    apart = is_screened("request") | is_answered_here("request")
    public = Case(When(apart, then=True), default=False, output_field=BooleanField())
    withheld = Value(value=False) if reader.may(Act.READ_CASES) else public
    asked = {f"asked_{name}": F(f"request__{name}") for name in OWN}
    return seen.order_by("id").values(*_COLUMNS, is_withheld=withheld, **asked)


def _answers(requests: Collection[int]) -> defaultdict[int | None, dict[str, object]]:
    """The newest answer to each question about each request."""
    found: defaultdict[int | None, dict[str, object]] = defaultdict(dict)
    query = Answer.objects.filter(request__in=requests).order_by("id")
    for key, fact, value in query.values_list("request_id", "fact", "value"):
        found[key][fact] = value
    return found


def _weighed(requests: Collection[int]) -> dict[int | None, Mapping[str, object]]:
    """The facts on which each request was last weighed."""
    newest = Assessment.objects.filter(request__in=requests).order_by().values("request")
    query = Assessment.objects.filter(id__in=newest.annotate(newest=Max("id")).values("newest"))
    return dict(query.values_list("request_id", "facts"))


def _measures(activities: Any) -> defaultdict[int, list[Row]]:
    found: defaultdict[int, list[Row]] = defaultdict(list)
    query = Measure.objects.filter(activity__in=list(activities)).order_by("id")
    columns = ("activity_id", "reference", "line", "code", "status", "reason")
    for row in query.values(*columns, proofs=Count("evidence")):
        row["evidence"] = row.pop("proofs")
        found[row.pop("activity_id")].append(row)
    return found


def _facts(row: Mapping[str, Any], answers: Mapping[str, object]) -> dict[str, object]:
    asked = {name: row[f"asked_{name}"] for name in OWN}
    took_place = {name: row[name] for name in _TOOK_PLACE if row[name] is not None}
    return {**asked, **answers, **took_place}


def _period(row: Mapping[str, Any]) -> Period | None:
    if row["precision"] is None:
        return None
    return Period(row["starts_on"], row["ends_on"], Precision(row["precision"]))


def _by_date(row: CoveredRow) -> tuple[bool, date, str]:
    """What stands for several comes last, and before it what has no date."""
    first = row.period.starts_on if row.period else date.max
    return row.number != 1, first, row.reference
