"""The coverage of a year: what the register shows of each action line, for each activity, and for whom."""

import argparse
import json
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.permissions import HOUSE, NOBODY, Person
from openkader.casework.vocabulary import AccountRole, Confidentiality, Kind, MeasureStatus
from openkader.cli import coverage
from openkader.cli.words import Screen
from openkader.evaluation.covering import Cover
from openkader.evaluation.matrix import Matrix, as_json, matrix_of
from openkader.kader import Assessor
from openkader.register import models, services
from openkader.register.entries import AnswerEntry, RequestEntry
from tests.integration.register_house import EVIDENCE, HAND, answered
from tests.integration.screening_house import a_list

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
TODAY = date(2025, 1, 6)
MISSION, TALK = "ZH-2024-02", "ZH-2024-06"
CODES = {
    Cover.OPEN: "o",
    Cover.UNKNOWN: "?",
    Cover.WAIVED: "w",
    Cover.FULL: "f",
    Cover.NOT_APPLICABLE: "-",
}


def states(matrix: Matrix) -> dict[str, str]:
    """Each activity with one letter for each line."""
    return {
        row.activity.reference: "".join(CODES[cell.cover] for cell in row.cells.values())
        for row in matrix.rows
    }


def done(measure: str) -> None:
    services.record_evidence(measure, EVIDENCE, **HAND)
    services.close_measure(measure, MeasureStatus.DONE, **HAND)


def measures_of(activity: str, line: str) -> list[str]:
    rows = models.Measure.objects.filter(activity__reference=activity, line=line).order_by("pk")
    return list(rows.values_list("reference", flat=True))


def a_case(reference: str, **more: Any) -> str:
    """A public visit of 2024 of which only the request is known, and what took place of it."""
    entry = RequestEntry(
        reference=reference,
        year=2024,
        title=Text(nl=f"Bezoek {reference}", en=f"Visit {reference}"),
        kind=Kind.INCOMING_DELEGATION,
        country="CN",
        **{"confidentiality": Confidentiality.PUBLIC, **more},
    )
    services.record_request(entry, **HAND)
    return reference


def took_place(request: str, **more: Any) -> str:
    """An activity that was never weighed: straight into the table, since the service wants green light."""
    title = {"title_nl": f"Bezoek {request}", "title_en": f"Visit {request}"}
    row = models.Activity.objects.create(
        reference=f"X-{request}",
        year=2024,
        number=1,
        request=models.Request.objects.get(reference=request),
        itemised=False,
        recorded_at=HAND["now"],
        recorded_by="x",
        **title,
        **more,
    )
    return row.reference


def test_the_published_year_shows_that_nothing_is_proved_and_what_nobody_can_tell() -> None:
    """Lines E1-E5 and M1-M5; "aan alle maatregelen is wederom voldaan" has no evidence in the annex."""
    assert states(matrix_of(2024, reader=HOUSE, today=TODAY)) == {
        "ZH-2024-01": "oo--o-o-?-",
        "ZH-2024-02": "ooo-oo-ooo",
        "ZH-2024-03": "oo--o-o-?-",
        "ZH-2024-04": "oo--o-o-?-",
        "ZH-2024-05": "oo--o-o-?-",
        "ZH-2024-06": "----o---o-",
        "ZH-2024-07": "??--?-?-?-",
        "ZH-2024-08": "??????????",
    }


def test_evidence_alone_does_not_fill_a_cell_and_closing_it_does() -> None:
    (measure,) = measures_of(TALK, "M4")
    services.record_evidence(measure, EVIDENCE, **HAND)
    assert states(matrix_of(2024, reader=HOUSE, today=TODAY))[TALK] == "----o---o-"
    services.close_measure(measure, MeasureStatus.DONE, **HAND)
    assert states(matrix_of(2024, reader=HOUSE, today=TODAY))[TALK] == "----o---f-"


def test_a_waiver_with_a_reason_is_shown_as_a_waiver() -> None:
    done(measures_of(TALK, "E5")[0])
    for measure in measures_of(TALK, "E5")[1:]:
        models.Measure.objects.filter(reference=measure).update(status="waived", reason="Geen tijd.")
    assert states(matrix_of(2024, reader=HOUSE, today=TODAY))[TALK] == "----w---o-"


def test_an_answer_makes_an_unknown_cell_known(assessor: Assessor) -> None:
    activity = took_place(a_case("V-9"))
    assert states(matrix_of(2024, reader=HOUSE, today=TODAY))[activity] == "oo--o-o-?-"
    answers = [AnswerEntry(fact="office_holder", value=False)]
    services.answer_facts("V-9", answers, kader=assessor.kader, **HAND)
    assert states(matrix_of(2024, reader=HOUSE, today=TODAY))[activity] == "oo--o-o---"


def test_what_took_place_counts_before_what_was_asked() -> None:
    activity = took_place(a_case("V-9"), kind="embassy_talk", office_holder=True)
    assert states(matrix_of(2024, reader=HOUSE, today=TODAY))[activity] == "----o---o-"


def test_a_kind_that_the_kader_does_not_know_is_unknown_and_not_the_kind_that_was_asked() -> None:
    activity = took_place(a_case("V-9"), kind="other")
    assert states(matrix_of(2024, reader=HOUSE, today=TODAY))[activity] == "??????????"


def test_the_newest_weighing_says_what_screening_found(assessor: Assessor) -> None:
    activity = took_place(answered(assessor, a_case("V-9")))
    services.assess_request("V-9", assessor=assessor, **HAND)
    assert is_escalated(activity) is False
    row = models.Assessment.objects.get(request__reference="V-9")
    row.pk, row.reference, row.facts = None, "V-9-B2", {**row.facts, "sanctions": "possible"}
    row.save(force_insert=True)
    assert is_escalated(activity) is True


def is_escalated(activity: str) -> object:
    """Whether the kader asks that what was found be put before others."""
    (row,) = (
        row for row in matrix_of(2024, reader=HOUSE, today=TODAY).rows if row.activity.reference == activity
    )
    return {part.code: part.asked for part in row.cells["M2"].parts}["M2.escalation"]


def test_what_somebody_may_not_see_is_a_number_and_in_no_total() -> None:
    public = matrix_of(2024, reader=NOBODY, today=TODAY)
    assert (public.beside, public.withheld) == (0, 0)
    took_place(a_case("V-9", confidentiality=Confidentiality.SECRET))
    for reader in (NOBODY, Person(name="anna", roles=frozenset({AccountRole.ADVISER}))):
        found = matrix_of(2024, reader=reader, today=TODAY)
        assert (found.beside, found.withheld, found.totals()) == (1, 1, public.totals())
        assert "V-9" not in json.dumps(as_json(found, "nl"))
    whole = matrix_of(2024, reader=HOUSE, today=TODAY)
    assert (whole.withheld, whole.total != public.total) == (0, True)


def test_the_public_sees_no_cell_of_a_case_with_screening() -> None:
    before = matrix_of(2024, reader=NOBODY, today=TODAY).totals()
    activity = took_place(a_case("V-9"))
    a_list(request="V-9")
    found = matrix_of(2024, reader=NOBODY, today=TODAY)
    (row,) = (row for row in found.rows if row.activity.reference == activity)
    assert (dict(row.cells), row.activity.measures, row.activity.screened) == ({}, (), {})
    assert (found.withheld, found.beside, found.totals()) == (1, 0, before)
    assert (
        matrix_of(2024, reader=Person(name="a", roles=frozenset({AccountRole.AUDITOR})), today=TODAY).withheld
        == 0
    )


def test_a_year_without_activities_is_not_found() -> None:
    with pytest.raises(NotFound):
        matrix_of(1999, reader=HOUSE, today=TODAY)


def test_it_asks_seven_questions_however_many_activities_there_are() -> None:
    for number in range(3):
        took_place(a_case(f"V-{90 + number}"))
    with CaptureQueriesContext(connection) as queries:
        matrix_of(2024, reader=HOUSE, today=TODAY)
    assert len(queries) == 7


def printed(capsys: Any, form: str, language: str = "nl") -> str:
    code = coverage.run(argparse.Namespace(year=2024, format=form), Screen(language))
    assert code == 0
    return str(capsys.readouterr().out)


@pytest.mark.parametrize(("language", "words"), [("nl", "niet van toepassing"), ("en", "does not apply")])
def test_the_table_has_a_line_for_each_activity_and_says_what_its_signs_mean(
    capsys: Any, language: str, words: str
) -> None:
    shown = printed(capsys, "table", language)
    (mission,) = (line for line in shown.splitlines() if line.startswith(MISSION))
    assert mission.split(maxsplit=1)[1] == "○ 0/2 ○ 0/3 ○ 0/2 –     ○ 0/2 ○ 0/1 –     ○ 0/5 ○ 0/1 ○ 0/1"
    assert shown.count(words) == 2
    assert max(map(len, shown.splitlines())) <= 110


def test_the_data_is_complete_and_says_why(capsys: Any) -> None:
    found = json.loads(printed(capsys, "json"))
    assert [line["id"] for line in found["lines"]] == list(found["totals"])
    first = found["activities"][0]["cells"]
    assert first["M4"] == {
        "state": "unknown",
        "applies": None,
        "asked": 0,
        "shown": 0,
        "because": ["nog niet bekend: de bestuurder"],
        "measures": [
            {
                "measure": "M4.public_account",
                "state": "unknown",
                "asked": None,
                "id": None,
                "status": None,
                "evidence": 0,
            }
        ],
    }
    assert first["M3"]["because"] == ["het soort verzoek: inkomende delegatie"]
    assert found["totals"]["E1"] == {"open": 5, "unknown": 2, "waived": 0, "full": 0, "not_applicable": 1}
