"""What was learned of an activity: read where it was learned and where its programme was taken over."""

from dataclasses import asdict

from django.http import HttpRequest
from ninja import Router, Status

from openkader.api.doors import ByToken, case_reader
from openkader.api.mission_shapes import Les, Lessen
from openkader.api.pace import require_pace
from openkader.api.programme import Planned, programme_of, programme_read
from openkader.api.sent_mission import NieuweLes
from openkader.api.shapes import taken
from openkader.casework.permissions import Act
from openkader.register import services

router = Router(tags=["Activiteiten"])


@router.get(
    "/{nummer}/lessen",
    response=Lessen,
    by_alias=True,
    auth=ByToken(Act.READ_CASES),
    summary="Wat van een activiteit geleerd is",
    url_name="api_lessons",
    operation_id="lessenOpvragen",
)
def list_lessons(request: HttpRequest, nummer: str) -> Lessen:
    """Hier, en bij de activiteit waarvan het programma is overgenomen."""
    return _shown(programme_read(request, nummer))


@router.post(
    "/{nummer}/lessen",
    response={200: Lessen, 201: Lessen},
    by_alias=True,
    auth=ByToken(Act.WORK),
    summary="Een les noteren",
    url_name="api_lessons",
    operation_id="lesNoteren",
)
def note(request: HttpRequest, nummer: str, sent: NieuweLes) -> Status[Lessen]:
    """Van wat begon of afgezegd is. Dezelfde woorden nog eens blijven een les (200). Een les verandert niet."""
    who = case_reader(request)
    before = programme_of(nummer, who).found.lessons
    require_pace(who)
    services.note_lesson(nummer, sent.text, by=who.hand, now=who.now)
    here = programme_of(nummer, who)
    return Status(200 if len(here.found.lessons) == len(before) else 201, _shown(here))


def _shown(here: Planned) -> Lessen:
    rows, heeded = here.found.lessons, here.found.heeded
    found = {"rows": rows, "heeded": heeded}
    return Lessen.model_validate(
        {name: [taken(Les, asdict(one)) for one in several] for name, several in found.items()}
    )
