"""De activiteiten: what is planned, and what was held and is not accounted for yet."""

from dataclasses import asdict

from django.http import HttpRequest
from ninja import Query, Router

from openkader.api.doors import ByToken, caller
from openkader.api.paging import after_in, links_after
from openkader.api.read_shapes import (
    Activiteit,
    Activiteiten,
    ActiviteitInLijst,
    Activiteitvraag,
    Maatregel,
    Periode,
)
from openkader.api.requests import READ, shown_participation
from openkader.api.shapes import known_text, require_known, taken, text_of
from openkader.api.words import (
    Activiteitstand,
    Maatregelstatus,
    Nauwkeurigheid,
    Soort,
    from_house,
    known_word,
)
from openkader.base.numbers import number_in
from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import Kind, MeasureStatus
from openkader.register import selectors, services
from openkader.register.selectors import ActivityFile, ActivityLine
from openkader.register.selectors.activities import newest_activities
from openkader.register.together import Row

router = Router(tags=["Activiteiten"])


@router.get(
    "",
    response=Activiteiten,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="De activiteiten waaraan gewerkt wordt",
    url_name="api_activities",
    operation_id="activiteitenOpvragen",
)
def list_activities(request: HttpRequest, asked: Query[Activiteitvraag]) -> Activiteiten:
    """Wat gepland is, en wat plaatsvond en nog maatregelen open heeft; ten hoogste vijftig op een bladzijde."""
    who = caller(request)
    require_known(request.GET, Activiteitvraag)
    before = after_in(asked.cursor, number_in)
    lines, last = newest_activities(before, reader=who.person, today=who.today, late_only=asked.late_only)
    rows = [_line(line) for line in lines]
    return Activiteiten.model_validate({"links": links_after(request, last), "rows": rows})


@router.get(
    "/{nummer}",
    response=Activiteit,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Een activiteit",
    url_name="api_activity",
    operation_id="activiteitOpvragen",
)
def show_activity(request: HttpRequest, nummer: str) -> Activiteit:
    """Een activiteit met wie meedoet en de maatregelen die het kader ervan vraagt."""
    who = caller(request)
    require_known(request.GET)
    found = selectors.activity_file(nummer, reader=who.person)
    services.note_reading(found.request or "", READ, by=who.hand, now=who.now)
    return _whole(found)


def _line(line: ActivityLine) -> ActiviteitInLijst:
    return taken(
        ActiviteitInLijst,
        asdict(line),
        label=text_of(line.label),
        standing=from_house(line.standing, Activiteitstand),
        kind=known_word(line.kind, Kind, Soort),
        period=shown_period(line.period),
    )


def _whole(found: ActivityFile) -> Activiteit:
    aim = found.row["aim"]
    return taken(
        Activiteit,
        found.row,
        label=text_of(found.label),
        standing=from_house(found.standing, Activiteitstand),
        kind=known_word(found.row["kind"], Kind, Soort),
        period=shown_period(found.period),
        aim=known_text(aim if isinstance(aim, Text) else None),
        request=found.request,
        is_fictional=found.is_fictional,
        participations=[shown_participation(row) for row in found.participations],
        measures=[_measure(row) for row in found.measures.values()],
    )


def _measure(row: Row) -> Maatregel:
    return taken(Maatregel, row, status=from_house(MeasureStatus(str(row["status"])), Maatregelstatus))


def shown_period(period: Period | None) -> Periode | None:
    """When something is, as exactly as is known."""
    if period is None:
        return None
    return taken(Periode, asdict(period), precision=from_house(period.precision, Nauwkeurigheid))
