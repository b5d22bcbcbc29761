"""An activity as it is prepared: what is known of it, and of which case it is."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import F

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import ActivityStanding, Confidentiality, Precision
from openkader.register.cases import OWN
from openkader.register.models import Activity, Answer, Assessment, Measure
from openkader.register.together import Row
from openkader.register.visibility import visible_or_alone

# Questions of a kader that an activity answers by itself: what took place is known better than what was asked.
_TOOK_PLACE = ("kind", "country", "office_holder", "foreign_delegation")
_COLUMNS = (
    *(
        "reference",
        "year",
        "title_nl",
        "title_en",
        "starts_on",
        "ends_on",
        "precision",
        "place",
        "standing",
        "request_id",
        *_TOOK_PLACE,
    ),
    *("request__reference", "request__confidentiality", "source__kader"),
    *("source__fictional", "request__source__fictional"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkFile:
    """An activity with the facts of its request and of itself; `screened` is what screening had found when weighed."""

    reference: str
    year: int
    label: Text
    period: Period | None
    place: str | None
    standing: ActivityStanding
    request: str | None
    level: Confidentiality | None
    kader: str | None
    is_fictional: bool
    facts: Mapping[str, object]
    screened: Mapping[str, object]


def talk_file(activity: str, *, reader: Person) -> TalkFile:
    """The activity, if the reader may see it."""
    asked = {f"asked_{name}": F(f"request__{name}") for name in OWN}
    seen = Activity.objects.filter(visible_or_alone(reader), reference=activity)
    row = seen.values(*_COLUMNS, **asked).first()
    if row is None:
        raise NotFound("activity", activity[:80])
    key = row["request_id"]
    own = {name: row[f"asked_{name}"] for name in OWN}
    took_place = {name: row[name] for name in _TOOK_PLACE if row[name] is not None}
    answers, screened = (_answers(key), _weighed(key)) if key else ({}, {})
    period = None
    if row["precision"] is not None:
        period = Period(row["starts_on"], row["ends_on"], Precision(row["precision"]))
    level = row["request__confidentiality"]
    return TalkFile(
        reference=row["reference"],
        year=row["year"],
        label=Text(nl=row["title_nl"], en=row["title_en"]),
        period=period,
        place=row["place"],
        standing=ActivityStanding(row["standing"]),
        request=row["request__reference"],
        level=Confidentiality(level) if level else None,
        kader=row["source__kader"],
        is_fictional=bool(row["source__fictional"] or row["request__source__fictional"]),
        facts={**own, **answers, **took_place},
        screened=screened,
    )


def measures_of(activity: str, *, reader: Person) -> tuple[Row, ...]:
    """The measures that the register holds of an activity, by their code and how far they are."""
    seen = visible_or_alone(reader, "activity__request__")
    query = Measure.objects.filter(seen, activity__reference=activity).order_by("id")
    return tuple({"code": code, "status": status} for code, status in query.values_list("code", "status"))


def _answers(request: int) -> dict[str, object]:
    """The newest answer to each question about a request."""
    rows = Answer.objects.filter(request=request).order_by("id").values_list("fact", "value")
    return dict(rows)


def _weighed(request: int) -> Mapping[str, object]:
    """The facts on which a request was last weighed."""
    newest = Assessment.objects.filter(request=request).order_by("-id")
    return newest.values_list("facts", flat=True).first() or {}
