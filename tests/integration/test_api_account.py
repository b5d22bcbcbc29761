"""A program reads what stands beside the figures of a year, as its pages show it: claims, coverage, effect, context."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from openkader.base.text import Text
from openkader.casework.effect import Consent
from openkader.casework.permissions import HOUSE
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality, MeasureStatus
from openkader.evaluation.claims.checking import check_claims, shipped_claims
from openkader.evaluation.covering import Cover
from openkader.evaluation.effects import effects_of
from openkader.evaluation.matrix import as_json, matrix_of
from openkader.register import models, services
from openkader.register.documents import DocumentEntry
from tests.integration.outlook_house import said_by_others
from tests.integration.program_house import a_program, told
from tests.integration.register_house import EVIDENCE, HAND, NOW, a_request, everything
from tests.integration.test_web_effects import has_answers
from tests.unit.documents import PDF
from tests.web_pages import page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
READ, HAND_IN = TokenScope.READ, TokenScope.HAND_IN
HERE = "/api/v1/evaluaties/2024"
CLAIMS, CONTEXT = f"{HERE}/beweringen", f"{HERE}/contextcijfers"
COVERAGE, EFFECT = f"{HERE}/dekking", f"{HERE}/effect"
LISTS = (CLAIMS, CONTEXT, COVERAGE, EFFECT)
STANDS = {
    Cover.OPEN: "open",
    Cover.UNKNOWN: "onbekend",
    Cover.WAIVED: "vrijgesteld",
    Cover.FULL: "vol",
    Cover.NOT_APPLICABLE: "niet_van_toepassing",
}


@pytest.fixture(autouse=True)
def _house(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)
    monkeypatch.setattr("openkader.web.views.effects.timezone.now", lambda: NOW)
    settings.OPENKADER_DATA = tmp_path


def all_of(client: Client, address: str, name: str) -> list[dict[str, Any]]:
    """The rows of a list, page after page."""
    found: list[dict[str, Any]] = []
    while address:
        shown = told(client.get(address))
        found += shown[name]
        address = shown["_links"].get("volgende", {}).get("href")
    return found


def made_secret(reference: str = "ZH-2024-02") -> None:
    """An activity of the year that belongs to a secret case of one team from now on."""
    a_request("V-GEHEIM")
    models.Request.objects.filter(reference="V-GEHEIM").update(
        confidentiality=Confidentiality.SECRET, team="china"
    )
    case = models.Request.objects.get(reference="V-GEHEIM")
    models.Activity.objects.filter(reference=reference).update(request=case)


def readings() -> int:
    return models.AuditEvent.objects.filter(action="dossier.read", dossier="V-GEHEIM").count()


def test_every_claim_says_what_the_page_says_of_it() -> None:
    client, file = a_program(READ), shipped_claims(2024)
    assert file is not None
    found = told(client.get(CLAIMS))
    checked = check_claims(file, reader=HOUSE)
    words = {"proved": "bewezen", "contradicted": "weersproken", "unproved": "niet_bewezen"}
    assert [(one["bewering"], one["stand"], one["bevinding"]["nl"]) for one in found["beweringen"]] == [
        (claim.reference, words[verdict.status], verdict.said.nl) for claim, verdict in checked.verdicts
    ]
    stands = [one["stand"] for one in found["beweringen"]]
    assert [stands.count(word) for word in ("weersproken", "niet_bewezen", "bewezen")] == [13, 26, 18]
    assert (found["kader"], found["isFictief"]) == (file.kader.id, file.fictional)
    every = {one["bewering"]: one for one in found["beweringen"]}
    assert every["vier-ontvangen"]["cijfer"] is None  # a figure of the file, which has no address
    assert every["vier-ontvangen"]["definitie"]["nl"].startswith("Activiteiten met China")
    figure = every["mvo-alle-bezoeken"]["cijfer"]
    assert client.get(f"{HERE}/cijfers/{figure}").status_code == 200


def test_a_claim_leads_to_its_dossiers() -> None:
    client = a_program(READ)
    for listed in told(client.get(CLAIMS))["beweringen"]:
        one = told(client.get(f"{CLAIMS}/{listed['bewering']}"))
        assert {name: one[name] for name in listed} == listed
    one = told(client.get(f"{CLAIMS}/mvo-alle-bezoeken"))
    assert [row["dossier"] for row in one["regels"]] == [f"ZH-2024-0{number}" for number in (1, 4, 3, 5)]
    assert {row["zijde"] for row in one["regels"]} == {"telt", "telt_niet"}
    for row in one["regels"]:
        assert client.get(f"/api/v1/activiteiten/{row['dossier']}").status_code == 200
    assert client.get(f"{CLAIMS}/mvo-alle-bezoeken?cursor=x").status_code == 400


def test_the_rows_of_a_claim_come_a_page_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.claims.PER_PAGE", 3)
    found = all_of(a_program(READ), f"{CLAIMS}/mvo-alle-bezoeken", "regels")
    assert [row["dossier"] for row in found] == [f"ZH-2024-0{number}" for number in (1, 4, 3, 5)]


def test_of_a_case_that_may_not_be_seen_a_claim_counts_the_row_without_its_name() -> None:
    made_secret("ZH-2024-01")
    stranger = a_program(READ, team="elders")
    one = told(stranger.get(f"{CLAIMS}/mvo-alle-bezoeken"))
    assert one["aantalRegels"] == len(one["regels"]) == 4
    assert readings() == 0
    (hidden,) = (row for row in one["regels"] if row["dossier"] is None)
    assert hidden["regel"].startswith("•")
    assert "ZH-2024-01" not in str(one["regels"])
    auditor = a_program(READ, role=AccountRole.AUDITOR, name="auditor")
    assert "ZH-2024-01" in str(told(auditor.get(f"{CLAIMS}/mvo-alle-bezoeken"))["regels"])
    assert readings() == 1


def test_a_year_of_which_no_claims_are_kept_has_none(assessor: Any) -> None:
    models.RegisterSource.objects.update(year=2031)
    client = a_program(READ)
    found = told(client.get("/api/v1/evaluaties/2031/beweringen"))
    assert (found["titel"], found["beweringen"], found["kader"]) == (None, [], assessor.kader.id)
    assert client.get("/api/v1/evaluaties/2031/beweringen/vier-ontvangen").status_code == 404


def test_a_figure_of_others_is_read_with_its_source_and_what_adding_up_gave() -> None:
    client = a_program(READ)
    before = len(told(client.get(CONTEXT))["contextcijfers"])
    models.RegisterSource.objects.filter(year=2024).update(year=2030)
    reference = said_by_others(value=Decimal("95.3"), file=DocumentEntry(name="brief.pdf", content=PDF))
    address = "/api/v1/evaluaties/2030/contextcijfers"
    (one,) = told(client.get(address))["contextcijfers"]
    assert (one["nummer"], one["waarde"], one["overJaar"]) == (reference, "95.3", 2029)
    assert [part["waarde"] for part in one["delen"]] == ["59.4", "35.8"]
    assert one["optelling"] == {"totaal": "95.2", "tekort": "0.1", "klopt": False}
    assert (one["bron"], one["bestandsnaam"], one["doorgehaaldOmdat"]) == (
        "Bedachte brief",
        "brief.pdf",
        None,
    )
    response = client.get(f"{address}/{reference}/inhoud")
    assert (response.content, response["Content-Type"]) == (PDF, "application/pdf")
    services.strike_out_context_figure(reference, "Verkeerd jaar.", **HAND)
    (one,) = told(client.get(address))["contextcijfers"]
    assert one["doorgehaaldOmdat"] == "Verkeerd jaar."
    assert before == 3  # those of the published evaluation


def test_the_coverage_is_that_of_the_page() -> None:
    client = a_program(READ)
    found = told(client.get(COVERAGE))
    matrix = matrix_of(2024, reader=HOUSE, today=NOW.date())
    rows = {one["activiteit"]: one for one in found["activiteiten"]}
    assert {name: [cell["stand"] for cell in one["cellen"]] for name, one in rows.items()} == {
        row.activity.reference: [STANDS[cell.cover] for cell in row.cells.values()] for row in matrix.rows
    }
    assert {one["stand"]: one["aantal"] for one in found["tellingen"]} == {
        STANDS[cover]: number for cover, number in matrix.total.items()
    }
    written: Any = as_json(matrix, "nl")
    for row in written["activities"]:
        for cell in rows[row["id"]]["cellen"]:
            house = row["cells"][cell["regel"]]
            assert cell["omdat"] == house["because"]
            assert (cell["geldt"], cell["aantalGevraagd"], cell["aantalAangetoond"]) == (
                house["applies"],
                house["asked"],
                house["shown"],
            )
            assert [one["maatregel"] for one in cell["maatregelen"]] == [
                one["id"] for one in house["measures"]
            ]


def test_every_number_of_the_coverage_leads_to_its_activities() -> None:
    client = a_program(READ)
    found = told(client.get(COVERAGE))
    for line in found["actielijnen"]:
        for count in line["tellingen"]:
            asked = f"{COVERAGE}?regel={line['regel']}&stand={count['stand']}"
            assert len(all_of(client, asked, "activiteiten")) == count["aantal"]
    for one in found["activiteiten"]:
        assert client.get(f"/api/v1/activiteiten/{one['activiteit']}").status_code == 200
    assert client.get(f"{COVERAGE}?regel=NOPE").status_code == 404
    assert client.get(f"{COVERAGE}?stand=half").status_code == 400


def test_evidence_fills_a_cell_and_what_is_unknown_stays_so() -> None:
    row = models.Measure.objects.filter(activity__reference="ZH-2024-06", line="M4").get()
    services.record_evidence(row.reference, EVIDENCE, **HAND)
    services.close_measure(row.reference, MeasureStatus.DONE, **HAND)
    client = a_program(READ)
    cells = {
        one["activiteit"]: {cell["regel"]: cell for cell in one["cellen"]}
        for one in told(client.get(COVERAGE))["activiteiten"]
    }
    full = cells["ZH-2024-06"]["M4"]
    assert (full["stand"], full["aantalAangetoond"], full["maatregelen"][0]["status"]) == ("vol", 1, "gedaan")
    unknown = cells["ZH-2024-08"]["E1"]
    assert (unknown["stand"], unknown["geldt"]) == ("onbekend", None)
    assert unknown["omdat"]


def test_what_came_of_it_is_told_of_how_many() -> None:
    has_answers(4, words="Weinig woorden.", consent=Consent.NAMED)
    client = a_program(READ)
    found = told(client.get(EFFECT))
    house = effects_of(2024, reader=HOUSE, today=NOW.date())
    rows = {one["activiteit"]: one for one in found["activiteiten"]}
    assert set(rows) == {row.activity.reference for row in house.rows}
    wave = rows["X-1"]["vraagmomenten"][0]
    assert (wave["aantalAntwoorden"], wave["aantalGevraagd"]) == (4, 4)
    assert wave["deelnemers"] == {"minstens": 22, "hoogstens": 22}
    outcome = wave["vragen"][0]
    assert {one["antwoord"]: one["aantal"] for one in outcome["antwoorden"]}["talk"] == 4
    assert outcome["beantwoord"] == 4
    assert [one["woorden"] for one in wave["reacties"]] == ["Weinig woorden."] * 4
    total = found["totalen"][0]
    assert (total["aantalAntwoorden"], total["aantalActiviteiten"]) == (4, 1)
    assert "4 van 22 antwoordden" in page("/jaar/2024/effect/")


def test_where_nobody_was_asked_it_is_unknown_and_no_nought() -> None:
    models.Participation.objects.filter(activity__year=2024, party=None).update(number=None)
    found = told(a_program(READ).get(EFFECT))
    waves = [wave for one in found["activiteiten"] for wave in one["vraagmomenten"]]
    assert waves
    assert {(wave["aantalGevraagd"], wave["aantalAntwoorden"]) for wave in waves} == {(0, None)}
    assert {(one["aantalAntwoorden"], one["uitkomst"]) for one in found["totalen"]} == {(None, None)}
    assert None in {wave["deelnemers"]["hoogstens"] for wave in waves}


@pytest.mark.parametrize("address", [COVERAGE, EFFECT])
def test_of_a_secret_case_nothing_is_shown_and_who_reads_it_is_noted(address: str) -> None:
    made_secret()
    stranger, before = a_program(READ, team="elders"), everything()
    found = told(stranger.get(address))
    assert "ZH-2024-02" not in {one["activiteit"] for one in found["activiteiten"]}
    assert found["aantalNietGetoond"] == 1
    assert everything() == before
    auditor = a_program(READ, role=AccountRole.AUDITOR, name="auditor")
    found = told(auditor.get(address))
    assert "ZH-2024-02" in {one["activiteit"] for one in found["activiteiten"]}
    assert (found["aantalNietGetoond"], readings()) == (0, 1)


def test_what_is_read_of_other_activities_is_not_noted() -> None:
    made_secret()
    auditor = a_program(READ, role=AccountRole.AUDITOR, name="auditor")
    chosen = all_of(auditor, f"{COVERAGE}?regel=E5&stand=onbekend", "activiteiten")
    assert "ZH-2024-02" not in {one["activiteit"] for one in chosen}
    assert readings() == 0


def test_who_reads_no_cases_reads_none_of_it() -> None:
    clients = [
        (a_program(HAND_IN), "token.out-of-scope"),
        (a_program(READ, role=AccountRole.ADMINISTRATOR, name="other"), "role.read-cases"),
    ]
    for address in (*LISTS, f"{CLAIMS}/vier-ontvangen", f"{CONTEXT}/CX-1/inhoud"):
        for client, code in clients:
            response = client.get(address)
            assert (response.status_code, told(response)["code"]) == (403, code), address
        assert Client().get(address).status_code == 401


def test_what_is_not_there_is_not_found_and_nothing_is_passed_over() -> None:
    client = a_program(READ)
    for address in LISTS:
        assert client.get(address.replace("2024", "1999")).status_code == 404, address
        assert client.get(f"{address}?x=1").status_code == 400, address
    assert client.get(f"{CLAIMS}/NOPE").status_code == 404
    reference = said_by_others(name=Text(nl="Elders", en="Elsewhere"))  # of 2030
    assert client.get(f"{CONTEXT}/{reference}/inhoud").status_code == 404
    for address in (COVERAGE, EFFECT):
        assert client.get(f"{address}?cursor=x").status_code == 400, address
        response = client.post(address, b"{}", content_type="application/json")
        assert (response.status_code, response["Allow"]) == (405, "GET")


def test_the_commands_of_the_handbook_lead_from_a_number_to_its_dossiers() -> None:
    folder = Path(__file__).parents[2] / "docs/how-to/let-a-program-read-the-account-of-a-year.md"
    reading = folder.read_text(encoding="utf-8").partition("## Read what was said in interviews")[0]
    asked = re.findall(r'"\$HERE(/[^"]*)"', reading)
    assert len(asked) == 5
    client = a_program(READ, role=AccountRole.EVALUATOR)
    for address in asked:
        assert client.get(f"{HERE}{address}").status_code == 200, address
    behind = all_of(client, f"{HERE}{asked[-1]}", "activiteiten")
    assert {one["activiteit"] for one in behind} == {"ZH-2024-07", "ZH-2024-08"}
