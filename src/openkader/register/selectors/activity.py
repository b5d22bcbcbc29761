"""One activity with everything that its page shows, and whom a measure of it is told."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import User
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.measures import ReminderStage, stage_of
from openkader.casework.period import Period
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import ActivityStanding
from openkader.register.columns import period_of
from openkader.register.measures import due_now
from openkader.register.models import (
    Activity,
    Evidence,
    Measure,
    MeasureReminder,
    MeasureWaiver,
    Participation,
    Reference,
)
from openkader.register.selectors.annex import PARTICIPATION, participation
from openkader.register.selectors.collections import text
from openkader.register.shelf import shelf
from openkader.register.together import Part, Parts, Row, together
from openkader.register.visibility import visible_or_alone

_PERIOD = ("starts_on", "ends_on", "precision")
_ACTIVITY = (
    *("id", "reference", "year", "number", "kind", "country", "programme", "place", "regions", "standing"),
    *("office_holder", "foreign_delegation", "cancelled_because", "request__reference", "source__fictional"),
    *("request__title_nl", "request__title_en", "title_nl", "title_en", "aim_nl", "aim_en", *_PERIOD),
    *("remark_nl", "remark_en", "source__kader", "request__confidentiality"),
)
_MEASURE = ("id", "reference", "line", "code", "status", "reason", "owner", "due_on", "waived_until")
_EVIDENCE = (
    *("id", "measure_id", "kind", "url", "sha256", "name", "size", "record", "title_nl", "title_en"),
    *("recorded_at", "recorded_by"),
)
_WAIVER = ("measure_id", "reference", "reason", "expires_on", "at", "by", "agreement__by", "agreement__at")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityFile:
    """An activity as its page shows it; of each measure by its reference who sees to it, and what was said of it."""

    reference: str
    label: Text
    standing: ActivityStanding
    period: Period | None
    row: Row
    request: str | None
    request_title: Text | None
    is_fictional: bool
    participations: tuple[Row, ...]
    measures: Mapping[str, Row]
    evidence: Mapping[str, tuple[Row, ...]]
    waivers: Mapping[str, tuple[Row, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureDue:
    """A measure of which somebody is reminded today, and where the mail goes."""

    measure: str
    activity: str
    code: str
    due_on: date
    stage: ReminderStage
    to: str


def measures_due(today: date) -> list[MeasureDue]:
    """The open measures of which nobody was reminded yet for this last day and stage.

    Whoever sees to it is reminded; where that is nobody with an address here, whoever works on the case.
    """
    owner = User.objects.filter(username=OuterRef("owner"), is_active=True).exclude(email="")
    rows = Measure.objects.filter(due_now(today), activity__request__isnull=False).annotate(
        to=Coalesce(Subquery(owner.values("email")[:1]), "activity__request__assignee__email")
    )
    told = set(MeasureReminder.objects.filter(measure__in=rows).values_list("measure", "due_on", "stage"))
    found = []
    for row in rows.select_related("activity").order_by("id"):
        stage = stage_of(row.due_on, today) if row.due_on else None
        if row.due_on is None or stage is None or not row.to or (row.pk, row.due_on, stage) in told:
            continue
        found.append(
            MeasureDue(
                measure=row.reference,
                activity=row.activity.reference,
                code=row.code,
                due_on=row.due_on,
                stage=stage,
                to=row.to,
            )
        )
    return found


def activity_file(reference: str, *, reader: Person) -> ActivityFile:
    """The activity that the reader may see, in one question to the database."""
    found = together(_parts(reference, reader))
    if not found["activity"]:
        raise NotFound("activity", reference)
    row = found["activity"][0]
    period = period_of(row)
    names = {one["id"]: str(one["reference"]) for one in found["measures"]}
    _note_states(found["evidence"])
    return ActivityFile(
        reference=reference,
        label=Text(nl=str(row["title_nl"]), en=str(row["title_en"])),
        standing=ActivityStanding(str(row["standing"])),
        period=period,
        request=str(row["request__reference"]) if row["request__reference"] else None,
        request_title=text(row, "request__title"),
        is_fictional=bool(row["source__fictional"]),
        participations=tuple(map(participation, found["participations"])),
        measures={str(one["reference"]): one for one in found["measures"]},
        evidence=_by_measure(found["evidence"], names),
        waivers=_by_measure(found["waivers"], names),
        row=row | {"period": period, "aim": text(row, "aim"), "remark": text(row, "remark")},
    )


def _parts(reference: str, reader: Person) -> Parts:
    seen = visible_or_alone(reader) & Q(reference=reference)
    mine = Q(activity__in=Activity.objects.filter(seen).values("pk"))
    of_measure = Q(measure__in=Measure.objects.filter(mine).values("pk"))
    kinds = Reference.objects.filter(reference=OuterRef("record")).values("object_kind")
    return {
        "activity": Part(Activity, seen, _ACTIVITY),
        "participations": Part(Participation, mine, PARTICIPATION),
        "measures": Part(Measure, mine, _MEASURE),
        "evidence": Part(Evidence, of_measure, _EVIDENCE, told={"record_kind": Subquery(kinds[:1])}),
        "waivers": Part(MeasureWaiver, of_measure, _WAIVER),
    }


def _by_measure(rows: list[Row], names: Mapping[object, str]) -> dict[str, tuple[Row, ...]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[names[row["measure_id"]]].append(row)
    return {name: tuple(mine) for name, mine in found.items()}


def _note_states(rows: Sequence[Row]) -> None:
    """Beside each, whether its file is still there; what is no file here has no state."""
    files = [row for row in rows if row["size"] is not None]
    states = shelf().states([(str(row["sha256"]), int(str(row["size"]))) for row in files])
    for row in rows:
        row["state"] = None
    for row, state in zip(files, states, strict=True):
        row["state"] = state


def evidence_file(activity: str, evidence: int, *, reader: Person) -> tuple[str, str, bytes]:
    """The name, the type and the content of a file that is evidence for a measure of this activity."""
    seen = visible_or_alone(reader, "measure__activity__request__")
    query = Evidence.objects.filter(seen, pk=evidence, measure__activity__reference=activity)
    row = query.filter(size__isnull=False).values("name", "media_type", "sha256").first()
    if row is None:
        raise NotFound("document", str(evidence))
    return row["name"], row["media_type"], shelf().take(row["sha256"], row["name"])
