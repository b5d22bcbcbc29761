"""De activiteiten: what is planned, what was held and is not accounted for yet, and what a program says of one."""

from collections.abc import Callable, Mapping
from dataclasses import asdict

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from openkader.api.doors import ByToken, Caller, caller, case_reader
from openkader.api.marks import asked_for, mark_of_shape, marked, require_newest, still_newest
from openkader.api.paging import after_in, links_after
from openkader.api.read_shapes import (
    Activiteit,
    Activiteiten,
    ActiviteitInLijst,
    Activiteitvraag,
    Maatregel,
    Periode,
)
from openkader.api.requests import shown_participation
from openkader.api.sent_acts import ActiviteitWijziging
from openkader.api.shapes import known_text, require_fits, require_known, taken, text_of
from openkader.api.words import (
    Activiteitstand,
    Maatregelstatus,
    Nauwkeurigheid,
    Soort,
    from_house,
    known_word,
)
from openkader.base.errors import Invalid, Problem
from openkader.base.numbers import number_in
from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import Kind, MeasureStatus, Precision
from openkader.register import selectors, services
from openkader.register.activity_entries import HeldEntry, MoveEntry
from openkader.register.case_kaders import assessor_for
from openkader.register.hand import Still
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
def show_activity(request: HttpRequest, response: HttpResponse, nummer: str) -> Activiteit:
    """Een activiteit met wie meedoet en de maatregelen die het kader ervan vraagt."""
    who = caller(request)
    require_known(request.GET)
    found = selectors.activity_file(nummer, reader=who.person)
    who.note_reading(found.request)
    return marked(response, shown_activity(found))


@router.patch(
    "/{nummer}",
    response=Activiteit,
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een activiteit verplaatsen, als gehouden vastleggen of afzeggen",
    url_name="api_activity",
    operation_id="activiteitWijzigen",
    openapi_extra=asked_for("de activiteit"),
)
def change_activity(
    request: HttpRequest, response: HttpResponse, nummer: str, sent: ActiviteitWijziging
) -> Activiteit:
    """Andere dagen verplaatsen ook het programma en de termijnen van open maatregelen."""
    who = case_reader(request)
    found = selectors.activity_file(nummer, reader=who.person)
    require_newest(request, mark_of_shape(shown_activity(found)))
    require_fits(sent, "standing", *_SAYS[sent.standing])

    def there() -> Activiteit:
        return shown_activity(selectors.activity_file(nummer, reader=who.person))

    _CHANGES[sent.standing](found, sent, who, still_newest(request, there))
    return marked(response, there())


def _move(found: ActivityFile, sent: ActiviteitWijziging, who: Caller, still: Still) -> None:
    entry = MoveEntry(activity=found.reference, period=_days(found, sent))
    assessor = assessor_for(found, who.today)
    services.move_activity(entry, assessor=assessor, by=who.hand, now=who.now, still=still)


def _hold(found: ActivityFile, sent: ActiviteitWijziging, who: Caller, still: Still) -> None:
    known = {name: found.row[name] for name in ("place", "office_holder", "foreign_delegation")}
    named = {name: getattr(sent, name) for name in known if name in sent.model_fields_set}
    entry = HeldEntry(activity=found.reference, period=_days(found, sent), **(known | named))  # type: ignore[arg-type]
    assessor = assessor_for(found, who.today)
    services.hold_activity(entry, assessor=assessor, by=who.hand, now=who.now, still=still)


def _cancel(found: ActivityFile, sent: ActiviteitWijziging, who: Caller, still: Still) -> None:
    services.cancel_activity(found.reference, sent.reason or "", by=who.hand, now=who.now, still=still)


def _days(found: ActivityFile, sent: ActiviteitWijziging) -> Period:
    """The days that were said, or else those on which it was planned, where they are known to the day."""
    if sent.period is not None:
        return sent.period.period
    if found.period is None or found.period.precision is not Precision.DAY:
        raise Invalid([Problem("interface.missing", "periode")])
    return found.period


_CHANGES: Mapping[Activiteitstand, Callable[[ActivityFile, ActiviteitWijziging, Caller, Still], None]] = {
    Activiteitstand.PLANNED: _move,
    Activiteitstand.HELD: _hold,
    Activiteitstand.CANCELLED: _cancel,
}
# For each: what has to be said, and what can be.
_SAYS: Mapping[Activiteitstand, tuple[frozenset[str], frozenset[str]]] = {
    Activiteitstand.PLANNED: (frozenset({"period"}), frozenset()),
    Activiteitstand.HELD: (
        frozenset(),
        frozenset({"period", "place", "office_holder", "foreign_delegation"}),
    ),
    Activiteitstand.CANCELLED: (frozenset({"reason"}), frozenset()),
}


def _line(line: ActivityLine) -> ActiviteitInLijst:
    return taken(
        ActiviteitInLijst,
        asdict(line),
        label=text_of(line.label),
        standing=from_house(line.standing, Activiteitstand),
        kind=known_word(line.kind, Kind, Soort),
        period=shown_period(line.period),
    )


def shown_activity(found: ActivityFile) -> Activiteit:
    """An activity as it is shown."""
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
        measures=[shown_measure(row) for row in found.measures.values()],
    )


def shown_measure(row: Row) -> Maatregel:
    """A measure as it is stored."""
    return taken(Maatregel, row, status=from_house(MeasureStatus(str(row["status"])), Maatregelstatus))


def shown_period(period: Period | None) -> Periode | None:
    """When something is, as exactly as is known."""
    if period is None:
        return None
    return taken(Periode, asdict(period), precision=from_house(period.precision, Nauwkeurigheid))
