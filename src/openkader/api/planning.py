"""The activities of a request: which there are, and one that a program plans."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Router, Status

from openkader.api.act_shapes import ActiviteitenVanVerzoek, ActiviteitVanVerzoek
from openkader.api.activities import shown_activity, shown_period
from openkader.api.doors import ByToken, caller, case_reader
from openkader.api.marks import marked
from openkader.api.once import Key, once_of
from openkader.api.pace import require_pace
from openkader.api.read_shapes import Activiteit
from openkader.api.requests import case_at, note_read
from openkader.api.sent_acts import NieuweActiviteit, text_in
from openkader.api.shapes import require_known, taken, text_of
from openkader.api.words import Activiteitstand, Soort, from_house, known_word
from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import ActivityStanding, Kind
from openkader.register import selectors, services
from openkader.register.activity_entries import PlanEntry
from openkader.register.case_kaders import kader_name
from openkader.register.kaders import assessor_of

router = Router(tags=["Activiteiten"])


@router.get(
    "/{nummer}/activiteiten",
    response=ActiviteitenVanVerzoek,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="De activiteiten van een verzoek",
    url_name="api_request_activities",
    operation_id="activiteitenVanVerzoekOpvragen",
)
def list_activities(request: HttpRequest, nummer: str) -> ActiviteitenVanVerzoek:
    """Wat op dit verzoek gepland, gehouden en afgezegd is."""
    who = caller(request)
    require_known(request.GET)
    row, found = case_at(nummer, who)
    note_read(row, who)
    return ActiviteitenVanVerzoek.model_validate({"rows": [_line(one) for one in found.activities]})


@router.post(
    "/{nummer}/activiteiten",
    response={201: Activiteit},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een activiteit plannen",
    url_name="api_request_activities",
    operation_id="activiteitPlannen",
)
def plan(
    request: HttpRequest, response: HttpResponse, nummer: str, sent: NieuweActiviteit, key: Key
) -> Status[Activiteit]:
    """Op een toegekend verzoek.

    De partijen van het verzoek doen mee, en de maatregelen die het kader zeker vraagt, staan klaar.
    """
    who = case_reader(request)
    found = case_at(nummer, who)[1]
    require_pace(who)
    entry = PlanEntry(
        request=nummer,
        title=text_in(sent.title, found.title) or found.title,
        period=sent.period.period,
        place=sent.place,
        aim=text_in(sent.aim),
        office_holder=sent.office_holder,
        foreign_delegation=sent.foreign_delegation,
        once=once_of(request, who, key, sent),
    )
    assessor = assessor_of(kader_name(found, who.today))
    activity = services.plan_activity(entry, assessor=assessor, by=who.hand, now=who.now)
    response["Location"] = request.build_absolute_uri(reverse("api:api_activity", args=[activity]))
    shown = shown_activity(selectors.activity_file(activity, reader=who.person))
    return Status(201, marked(response, shown))


def _line(row: Mapping[str, object]) -> ActiviteitVanVerzoek:
    title, period = row["title"], row["period"]
    assert isinstance(title, Text)  # noqa: S101 - both columns are NOT NULL
    return taken(
        ActiviteitVanVerzoek,
        row,
        label=text_of(title),
        standing=from_house(ActivityStanding(str(row["standing"])), Activiteitstand),
        kind=known_word(row["kind"], Kind, Soort),
        period=shown_period(period if isinstance(period, Period) else None),
    )
