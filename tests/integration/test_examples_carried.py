"""Each example request that is taken up is carried to its results on the pages, as a colleague does it."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from openkader.casework.life_cycle import State
from openkader.casework.permissions import HOUSE
from openkader.casework.vocabulary import AccountRole, MeasureStatus
from openkader.evaluation.covering import Cover
from openkader.evaluation.matrix import matrix_of
from openkader.kader import Assessor
from openkader.kader.model import Scenario
from openkader.register import models, services
from openkader.register.entries import AnswerEntry
from tests.integration.examples_house import ENDS, EXAMPLES, carried_to_its_decision
from tests.integration.register_house import HAND
from tests.web_pages import colleague, text

pytestmark = pytest.mark.django_db
TAKEN_UP = [one for one in EXAMPLES if ENDS[one.outcome] is State.GRANTED]


def today() -> str:
    return timezone.localdate(timezone.now()).isoformat()


def test_seven_of_the_fourteen_are_taken_up() -> None:
    assert len(TAKEN_UP) == 7


@pytest.mark.parametrize("scenario", TAKEN_UP, ids=lambda scenario: scenario.id)
def test_what_is_taken_up_is_carried_to_its_results(scenario: Scenario, assessor: Assessor) -> None:
    request = carried_to_its_decision(scenario, assessor)
    # What a measure still hangs on, and no example says: nobody of ours stands on a list abroad.
    services.answer_facts(
        request, [AnswerEntry(fact="counter_listed", value=False)], kader=assessor.kader, **HAND
    )
    anna = colleague("anna", AccountRole.ADVISER, AccountRole.INFORMATION_SECURITY)
    plan = {"title": "Fictief", "first": today(), "seen": "0", "office_holder": "yes"}
    page = anna.post(f"/dossiers/{request}/activiteit/", plan)["Location"]
    every_measure_is_proved(anna, page)
    held = anna.post(page, {"act": "hold", "first": today(), "office_holder": "yes"})
    assert held.status_code == 302, text(held, held.status_code)
    said = {
        "act": "record",
        "kind": "blog",
        "title": "Fictief bericht",
        "published_on": today(),
        "text": "Fictief.",
    }
    assert anna.post(f"{page}openbaar/", said).status_code == 302
    cells = the_row(request, assessor)
    assert set(cells.values()) <= {Cover.FULL, Cover.NOT_APPLICABLE}
    assert {one.partition(".")[0] for one in scenario.measures} <= {
        line for line, cover in cells.items() if cover is Cover.FULL
    }
    assert "Fictief bericht" in text(anna.get(f"{page}openbaar/"))


def the_row(request: str, assessor: Assessor) -> dict[str, Cover]:
    """How the activity of a request stands in the coverage of its year."""
    today = timezone.localdate(timezone.now())
    matrix = matrix_of(today.year, reader=HOUSE, today=today)
    (row,) = matrix.rows
    return {line: cell.cover for line, cell in row.cells.items()}


def every_measure_is_proved(anna: Any, page: str) -> None:
    """Each has a file and is closed on its own page."""
    measures = models.Measure.objects.filter(activity__reference=page.split("/")[2])
    assert measures
    for one in measures:
        place = f"{page}maatregelen/{one.reference}/"
        file = SimpleUploadedFile("bewijs.txt", f"Fictief bewijs van {one.reference}".encode())
        sent = {"act": "prove", "title": "Fictief", "kind": "report", "documents": file}
        assert anna.post(place, sent).status_code == 302
        assert anna.post(place, {"act": "close", "status": "done"}).status_code == 302
    assert {one.status for one in measures.all()} == {MeasureStatus.DONE}
