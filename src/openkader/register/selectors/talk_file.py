"""An activity as it is prepared: what is known of it, and of which case it is."""

from collections.abc import Mapping
from dataclasses import dataclass

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import ActivityStanding, Confidentiality
from openkader.register.carrying_out import (
    ASKED,
    TOOK_PLACE,
    facts_of_activity,
    last_weighed,
    newest_answers,
)
from openkader.register.columns import period_of
from openkader.register.models import Activity, Measure
from openkader.register.together import Row
from openkader.register.visibility import visible_or_alone

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
        *TOOK_PLACE,
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
    seen = Activity.objects.filter(visible_or_alone(reader), reference=activity)
    row = seen.values(*_COLUMNS, **ASKED).first()
    if row is None:
        raise NotFound("activity", activity[:80])
    key = row["request_id"]
    requests = [key] if key else []
    level = row["request__confidentiality"]
    return TalkFile(
        reference=row["reference"],
        year=row["year"],
        label=Text(nl=row["title_nl"], en=row["title_en"]),
        period=period_of(row),
        place=row["place"],
        standing=ActivityStanding(row["standing"]),
        request=row["request__reference"],
        level=Confidentiality(level) if level else None,
        kader=row["source__kader"],
        is_fictional=bool(row["source__fictional"] or row["request__source__fictional"]),
        facts=facts_of_activity(row, newest_answers(requests)[key]),
        screened=last_weighed(requests).get(key, {}),
    )


def measures_of(activity: str, *, reader: Person) -> tuple[Row, ...]:
    """The measures that the register holds of an activity, by their code and how far they are."""
    seen = visible_or_alone(reader, "activity__request__")
    query = Measure.objects.filter(seen, activity__reference=activity).order_by("id")
    return tuple({"code": code, "status": status} for code, status in query.values_list("code", "status"))
