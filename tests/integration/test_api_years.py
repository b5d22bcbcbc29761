"""A program lays years side by side, as the page does: what counts the same, what cannot be compared, and the rows."""

import re
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.evaluation.comparing_json import as_json
from openkader.evaluation.years import years_of
from openkader.kader import Assessor
from openkader.register import models
from openkader.register.selectors.known_years import known_years
from tests.integration.program_house import a_program, told
from tests.integration.register_house import NOW, a_request, everything
from tests.integration.test_comparing import a_made_up_year
from tests.integration.test_web_comparing import COMPARE, a_party, took_part
from tests.web_pages import page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
READ, HAND_IN = TokenScope.READ, TokenScope.HAND_IN
YEARS = "/api/v1/jaren"
ROWS = f"{YEARS}/2024/rijen"
PLACES = {
    "counted": "geteld",
    "changed": "anders_gedefinieerd",
    "not_yet": "nog_niet_geteld",
    "no_more": "niet_meer_geteld",
    "no_register": "geen_register",
}
CHANGES = {
    "same": "evenveel",
    "more": "meer",
    "less": "minder",
    "cannot_say": "niet_te_zeggen",
    "other_definition": "andere_definitie",
    "other_origin": "andere_herkomst",
}


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


def lines_of(found: Any) -> dict[str, Any]:
    return {one["cijfer"]: one for one in found["cijfers"]}


def all_of(client: Client, address: str) -> list[dict[str, Any]]:
    """The rows behind a number, page after page."""
    found: list[dict[str, Any]] = []
    while address:
        shown = told(client.get(address))
        found += shown["rijen"]
        address = shown["_links"].get("volgende", {}).get("href")
    return found


def another_year(*years: int) -> None:
    """Years of which the register has a source as it has of 2024."""
    (row,) = models.RegisterSource.objects.all()
    for year in years:
        row.pk, row.reference, row.year = None, f"ZH-{year}", year
        row.save(force_insert=True)


def test_every_line_is_that_of_the_house() -> None:
    took_part("Y-1", a_party("een"), year=2023)
    another_year(2023)
    found = told(a_program(READ).get(f"{YEARS}?jaren=2022,2023,2024"))
    house: Any = as_json(years_of([2022, 2023, 2024], known_years()).comparison(), "nl")
    assert [(one["jaar"], one["kader"], one["digest"]) for one in found["jaren"]] == [
        (one["year"], one["kader"], one["kader_digest"]) for one in house["years"]
    ]
    assert found["jaren"][0] == {"jaar": 2022, "kader": None, "digest": None, "herkomst": None}
    shown = lines_of(found)
    assert set(shown) == {one["id"] for one in house["figures"]}
    for line in house["figures"]:
        mine = shown[line["id"]]
        assert [one["zin"]["nl"] for one in mine["definities"]] == [
            one["says"] for one in line["definitions"]
        ]
        for cell, one in zip(line["cells"], mine["jaren"], strict=True):
            assert (one["jaar"], one["plaats"]) == (cell["year"], PLACES[cell["state"]])
            counted = one["telling"] or {"minstens": None, "hoogstens": None}
            assert (counted["minstens"], counted["hoogstens"]) == (cell["low"], cell["high"])
            if cell["difference"] is not None:
                assert one["verschil"]["verandering"] == CHANGES[cell["difference"]["is"]]
                assert one["verschil"]["sinds"] == 2023
    parties = shown["parties_distinct"]["jaren"]
    assert parties[0]["telling"] is None  # the register knows nothing of 2022, which is no nought
    assert parties[1]["telling"]["minstens"] == 1
    assert (parties[2]["telling"]["minstens"], parties[2]["telling"]["hoogstens"]) == (18, 37)
    step = parties[2]["verschil"]
    assert (step["verandering"], step["hoeveel"], step["isMinstens"]) == ("meer", 17, True)


def test_every_figure_leads_to_its_rows() -> None:
    client = a_program(READ)
    for line in told(client.get(YEARS))["cijfers"]:
        for cell in line["jaren"]:
            one = told(client.get(cell["regels"]["href"]))
            assert (one["minstens"], one["hoogstens"]) == (
                cell["telling"]["minstens"],
                cell["telling"]["hoogstens"],
            )


def test_a_made_up_year_is_compared_with_no_real_one(tmp_path: Path) -> None:
    a_made_up_year(tmp_path)
    found = told(a_program(READ).get(YEARS))
    assert [(one["jaar"], one["herkomst"]) for one in found["jaren"]] == [(2024, "echt"), (2031, "fictief")]
    step = lines_of(found)["activities"]["jaren"][1]["verschil"]
    assert (step["verandering"], step["hoeveel"]) == ("andere_herkomst", None)
    assert "verzonnen" in step["zin"]["nl"]


def test_a_figure_that_is_defined_otherwise_says_so_and_gives_both_definitions(
    monkeypatch: pytest.MonkeyPatch, assessor: Assessor
) -> None:
    took_part("Y-1", a_party("een"), year=2023)
    another_year(2023)
    models.RegisterSource.objects.filter(year=2023).update(kader="zuid-holland/2023-01-01")
    figures = {one.id: one for one in assessor.kader.figures}
    missions = figures["outgoing_missions"].where
    figures["incoming_delegations"] = replace(figures["incoming_delegations"], where=missions)
    older = replace(
        assessor.kader, id="zuid-holland/2023-01-01", digest="1" * 64, figures=tuple(figures.values())
    )
    kaders = {"zuid-holland/2023-01-01": older, assessor.kader.id: assessor.kader}
    monkeypatch.setattr(
        "openkader.evaluation.years.assessor_of", lambda name: SimpleNamespace(kader=kaders[name])
    )
    line = lines_of(told(a_program(READ).get(YEARS)))["incoming_delegations"]
    assert line["isAndersGedefinieerd"]
    kader = told(a_program(READ, name="tweede").get(YEARS))["jaren"][0]["kader"]
    assert kader == "zuid-holland/2023-01-01"
    assert [one["jaren"] for one in line["definities"]] == [[2024], [2023]]
    assert line["definities"][0]["zin"] != line["definities"][1]["zin"]
    assert [one["plaats"] for one in line["jaren"]] == ["anders_gedefinieerd", "geteld"]
    assert line["jaren"][1]["verschil"]["verandering"] == "andere_definitie"


def test_each_number_of_a_table_leads_to_as_many_rows_as_on_the_page() -> None:
    client = a_program(READ)
    found = told(client.get(YEARS))
    links = 0
    for table in found["tabellen"]:
        for line in table["regels"]:
            for cell in line["jaren"]:
                if cell["rijen"] is None:
                    assert (cell["minstens"], cell["hoogstens"]) == (0, 0)
                    continue
                links += 1
                rows = all_of(client, cell["rijen"]["href"])
                assert sum(row["aantal"] or 0 for row in rows) == cell["minstens"], line
                assert (None in {row["aantal"] for row in rows}) is (cell["hoogstens"] is None)
    assert links >= 8
    names = [one["uitsplitsing"] for one in found["tabellen"]]
    assert names == ["besluit", "soort", "land", "gebied"]
    closed = [one["waarden"] for one in found["tabellen"][0]["regels"]]
    assert {"uitkomst", "niveau", "grond", "instrument"} == set(closed[0])
    assert any(one["uitkomst"] is None for one in closed)  # perhaps refused: it has a line of its own
    kinds = {one["waarden"]["soort"]: one["jaren"][0] for one in found["tabellen"][1]["regels"]}
    assert f">{kinds['inkomende_delegatie']['minstens']}<" in page(COMPARE)


def test_a_row_leads_to_its_dossier_and_one_that_may_not_be_seen_nowhere() -> None:
    a_request("V-GEHEIM")
    models.Request.objects.filter(reference="V-GEHEIM").update(
        confidentiality=Confidentiality.SECRET, team="china"
    )
    case = models.Request.objects.get(reference="V-GEHEIM")
    models.Activity.objects.filter(reference="ZH-2024-02").update(request=case)
    auditor, stranger = (
        a_program(READ, role=AccountRole.AUDITOR, name="auditor"),
        a_program(READ, team="elders"),
    )
    before = everything()
    hidden = all_of(stranger, f"{ROWS}/land?land=CN")
    assert everything() == before
    shown = all_of(auditor, f"{ROWS}/land?land=CN")
    assert len(hidden) == len(shown)
    (secret,) = (row for row in hidden if row["dossier"] is None)
    assert secret["rij"].startswith("•")
    assert "ZH-2024-02" not in str(hidden)
    assert "ZH-2024-02" in {row["dossier"] for row in shown}
    assert models.AuditEvent.objects.filter(action="dossier.read", dossier="V-GEHEIM").count() == 1
    assert told(auditor.get(YEARS)) == told(stranger.get(YEARS))


def test_the_newest_years_are_given_and_the_others_named() -> None:
    another_year(*range(2011, 2021))
    client = a_program(READ)
    with CaptureQueriesContext(connection) as asked:
        found = told(client.get(YEARS))
    assert [one["jaar"] for one in found["jaren"]] == [*range(2014, 2021), 2024]
    assert found["weggelaten"] == [2011, 2012, 2013]
    chosen = told(client.get(f"{YEARS}?jaren=2024,2011,2024"))
    assert ([one["jaar"] for one in chosen["jaren"]], chosen["weggelaten"]) == ([2011, 2024], [])
    with CaptureQueriesContext(connection) as one:
        client.get(f"{YEARS}?jaren=2024")
    assert len(asked) <= len(one) + 1


@pytest.mark.parametrize(
    "wrong",
    [
        "?jaren=abc",
        "?jaren=",
        "?jaren=2024,",
        "?jaren=2024&jaren=2023",
        "?jaren=" + ",".join(map(str, range(2010, 2019))),
        "?jaar=2024",
        "/2024/rijen/land?land=china",
        "/2024/rijen/land?soort=evenement",
        "/2024/rijen/soort?soort=feest",
        "/2024/rijen/land?cursor=x",
        "/2024/rijen/partij",
    ],
)
def test_what_cannot_be_asked_is_refused(wrong: str) -> None:
    assert a_program(READ).get(f"{YEARS}{wrong}").status_code == 400


def test_who_reads_no_cases_reads_none_of_it_and_a_year_that_is_not_known_has_no_rows() -> None:
    clients = [
        (a_program(HAND_IN), "token.out-of-scope"),
        (a_program(READ, role=AccountRole.ADMINISTRATOR, name="other"), "role.read-cases"),
    ]
    for address in (YEARS, f"{ROWS}/land"):
        for client, code in clients:
            response = client.get(address)
            assert (response.status_code, told(response)["code"]) == (403, code), address
        assert Client().get(address).status_code == 401
    reader = a_program(READ, name="lezer")
    assert reader.get(f"{YEARS}/1999/rijen/land").status_code == 404
    response = reader.post(YEARS, b"{}", content_type="application/json")
    assert (response.status_code, response["Allow"]) == (405, "GET")


def test_the_command_of_the_handbook_is_answered() -> None:
    page_of_how = Path(__file__).parents[2] / "docs/how-to/let-a-program-read-the-account-of-a-year.md"
    (asked,) = re.findall(r"example\.nl(/api/v1/jaren\?[^\"]*)", page_of_how.read_text(encoding="utf-8"))
    found = told(a_program(READ).get(asked))
    assert [one["kader"] is None for one in found["jaren"]] == [True, False]
