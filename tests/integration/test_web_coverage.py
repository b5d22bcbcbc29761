"""The page of the coverage: a table of lines beside activities, each cell with its sign, its word and its way."""

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from openkader.casework.permissions import HOUSE
from openkader.casework.vocabulary import MeasureStatus
from openkader.evaluation.matrix import matrix_of
from openkader.register import models, services
from tests.integration.register_house import EVIDENCE, HAND
from tests.integration.screening_house import a_list
from tests.integration.test_coverage import a_case, measures_of, took_place
from tests.web_pages import MOST_QUERIES, colleague, page, queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
PAGE = "/jaar/2024/dekking/"


def cells(text: str, activity: str) -> list[tuple[str, str]]:
    """The state of each line of an activity, and where its cell leads."""
    (row,) = re.findall(
        rf'<tr role="row"><th[^>]*><a class="nl-link" href="/dossiers/{activity}/">.*?</tr>', text
    )
    return re.findall(r'class="cover cover--(\w+)"><a class="cover__link" href="([^"]+)"', row)


def test_each_cell_leads_to_its_measures_or_to_why_there_are_none() -> None:
    found = cells(page(PAGE), "ZH-2024-01")
    assert len(found) == 10
    assert found[0] == ("open", "/dossiers/ZH-2024-01/#measures-E1")
    assert found[2] == ("not_applicable", "/kader/zuid-holland/2024-01-01/#E3")
    assert found[8] == ("unknown", "/dossiers/ZH-2024-01/#facts")


def test_the_place_that_a_cell_leads_to_is_there() -> None:
    client = Client()
    for place in {
        place for activity in ("ZH-2024-01", "ZH-2024-02") for _, place in cells(page(PAGE), activity)
    }:
        path, _, anchor = place.partition("#")
        response: Any = client.get(path, follow=True)
        assert f'id="{anchor}"' in response.content.decode(), place


def test_a_state_has_a_sign_and_a_word_and_its_fraction() -> None:
    text = page(PAGE, "en")
    (cell,) = re.findall(r'title="Without evidence: [^"]*"><span class="cover__line">E3</span>.*?</a>', text)
    assert '<svg class="icon"' in cell
    assert re.sub(r"<[^>]+>", " ", cell.partition(">")[2]).split() == ["E3", "Open", "0", "of", "2"]


def test_evidence_that_closes_a_measure_makes_its_cell_full() -> None:
    (measure,) = measures_of("ZH-2024-06", "M4")
    services.record_evidence(measure, EVIDENCE, **HAND)
    services.close_measure(measure, MeasureStatus.DONE, **HAND)
    assert cells(page(PAGE), "ZH-2024-06")[8] == ("full", "/dossiers/ZH-2024-06/#measures-M4")


def test_it_says_of_what_the_reader_may_not_see_only_how_many_there_are() -> None:
    assert "in geen enkel totaal" not in page(PAGE)
    took_place(a_case("V-8", confidentiality="secret"))
    took_place(a_case("V-9"))
    a_list(request="V-9")
    text = page(PAGE)
    assert "V-8" not in text
    assert cells(text, "X-V-9") == []
    assert "2 activiteiten ziet u niet of alleen bij naam" in text
    inside = colleague("beslisser", "decider").get(PAGE).content.decode()
    assert "in geen enkel totaal" not in inside
    assert len(cells(inside, "X-V-8")) == len(cells(inside, "X-V-9")) == 10


@pytest.mark.parametrize("path", ["/jaar/2024/", "/jaar/2024/evaluatie/"])
def test_the_year_and_its_evaluation_lead_there(path: str) -> None:
    assert f'href="{PAGE}"' in page(path)


def test_a_year_that_is_not_there_has_no_coverage() -> None:
    page("/jaar/1999/dekking/", status=404)


def test_two_hundred_activities_are_asked_for_as_seldom_as_eight() -> None:
    client, before = colleague("lezer", "adviser"), models.Activity.objects.count()
    little = queries_of(PAGE, client)
    for number in range(200 - before):
        activity = took_place(a_case(f"V-{100 + number}"), office_holder=bool(number % 2))
        services.require_measures(activity, {"M2.analysis": "M2", "E1.risk_list": "E1"}, **HAND)
    assert queries_of(PAGE, client) == little <= MOST_QUERIES
    text = client.get(PAGE).content.decode()
    assert len(re.findall(r'class="cover cover--', text)) == 100 * 10


def dossiers(text: str) -> list[str]:
    """The activities of a page in its order."""
    return re.findall(r'class="coverage__name"><a class="nl-link" href="/dossiers/([^/"]+)/"', text)


def test_a_long_year_comes_a_page_at_a_time_and_its_totals_are_of_all_of_it() -> None:
    client, short = colleague("lezer", "adviser"), page(PAGE)
    assert 'rel="next"' not in short
    assert "De totalen zijn van alle" not in short
    for number in range(250 - models.Activity.objects.filter(year=2024).count()):
        took_place(a_case(f"V-{100 + number}"))
    seen: list[str] = []
    totals, tallies, places = set(), set(), [f"{PAGE}?taal=x"]
    for place in places:
        text = client.get(place).content.decode()
        seen += dossiers(text)
        totals.add(text.partition("<tfoot")[2].partition("</tfoot>")[0])
        tallies.add(text.partition('<ul class="tally">')[2].partition("</ul>")[0])
        found = re.search(r'rel="next" href="([^"]*)"', text)
        places += [PAGE + found[1].replace("&amp;", "&")] if found else []
    whole = matrix_of(2024, reader=HOUSE, today=timezone.localdate())
    assert places == [
        f"{PAGE}?taal=x",
        f"{PAGE}?taal=x&coverage=2#coverage",
        f"{PAGE}?taal=x&coverage=3#coverage",
    ]
    assert seen == [row.activity.reference for row in whole.rows]
    assert len(totals) == len(tallies) == 1
    assert "Activiteiten 201 tot en met 250 van 250, op datum. De totalen zijn van alle 250." in text
    assert 'rel="prev" href="?taal=x&amp;coverage=2#coverage"' in text
    assert dossiers(client.get(f"{PAGE}?coverage=99").content.decode()) == seen[200:]
    assert dossiers(client.get(f"{PAGE}?coverage=x").content.decode()) == seen[:100]


def test_only_what_stands_on_a_page_of_it_is_noted_as_read() -> None:
    for number in range(120):
        took_place(a_case(f"V-{100 + number}"))
    last = dossiers(colleague("lezer", "decider").get(f"{PAGE}?coverage=2").content.decode())
    secret = next(name for name in last if name.startswith("X-V-")).removeprefix("X-")
    models.Request.objects.filter(reference=secret).update(confidentiality="secret")
    noted = models.AuditEvent.objects.filter(action="dossier.read", dossier=secret)
    client = colleague("lezer")
    client.get(PAGE)
    assert noted.count() == 0
    client.get(f"{PAGE}?coverage=2")
    assert noted.count() == 1
