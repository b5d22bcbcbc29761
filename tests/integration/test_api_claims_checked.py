"""A program has claims about a year held against the register, as the page does; nothing is kept. All is made up."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from openkader.api import pace
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.evaluation.claims.reading import MOST_CLAIMS, MOST_HANDED_IN
from openkader.register import models
from openkader.register.limits import Limit
from openkader.register.virus_scanner import Clamd
from tests.integration.program_house import a_program, told
from tests.integration.register_house import everything
from tests.integration.test_api_activities_written import refusal, send, wrong
from tests.integration.test_web_claims_handed_in import HEAD, OPEN, RIGHT, WRONG

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
CITE, EVALUATOR = TokenScope.CITE, AccountRole.EVALUATOR
CHECK = "/api/v1/evaluaties/2024/beweringcontroles"
FILE = f"{CHECK}/bestanden"
GOOD = {"bewering": "goed", "zin": "Er waren tien gesprekken.", "cijfer": "exploratory_talks", "is": 10}
BAD = {"bewering": "fout", "zin": "Er waren elf gesprekken.", "cijfer": "exploratory_talks", "is": 11}
FEWER = {
    "bewering": "open",
    "zin": "Minder dan vorig jaar.",
    "cijfer": "activities",
    "danJaar": 2023,
    "zegt": "minder",
}


@pytest.fixture
def client() -> Client:
    return a_program(CITE, role=EVALUATOR)


def check(client: Client, *claims: object, path: str = CHECK, **more: object) -> Any:
    return send(client, "POST", path, {"beweringen": list(claims), **more})


def file(client: Client, content: str | bytes, path: str = FILE, **more: str) -> Any:
    content = content.encode() if isinstance(content, str) else content
    headers = {"content-disposition": more.get("named", "attachment; filename=claims.yaml")}
    return client.generic(
        "POST", path, content, content_type=more.get("form", "application/yaml"), headers=headers
    )


BOTH: tuple[tuple[Any, Any], ...] = ((check, GOOD), (file, HEAD + RIGHT))


def test_a_file_and_the_same_values_are_judged_alike_and_nothing_is_kept(client: Client) -> None:
    before = everything()
    by_file = told(file(client, HEAD + RIGHT + WRONG + OPEN))
    by_value = told(check(client, GOOD, BAD, FEWER, isFictief=True))
    assert everything() == before
    assert by_file["beweringen"] == by_value["beweringen"]
    assert [one["stand"] for one in by_file["beweringen"]] == ["bewezen", "weersproken", "niet_bewezen"]
    assert (by_file["jaar"], by_file["isFictief"], by_value["isFictief"]) == (2024, True, True)
    assert by_file["kader"] == by_value["kader"]
    assert by_file["titel"]["nl"] == "Een verzonnen evaluatie"
    first = by_file["beweringen"][0]
    assert (first["cijfer"], first["aantalRegels"], len(first["regels"])) == (
        "exploratory_talks",
        len(first["regels"]),
        first["aantalRegels"],
    )
    figure = told(client.get("/api/v1/evaluaties/2024/cijfers/exploratory_talks"))
    assert [row["dossier"] for row in first["regels"]] == [row["dossier"] for row in figure["regels"]]


def test_every_kind_of_claim_can_be_sent(client: Client) -> None:
    about = {"zin": "Zin."}
    claims = [
        GOOD,
        GOOD | {"bewering": "b"},
        {**about, "bewering": "c", "cijfer": "exploratory_talks", "minstens": 3},
        {**about, "bewering": "d", "cijfer": "exploratory_talks", "hoogstens": 3},
        {**about, "bewering": "e", "som": [59.4, 35.8], "is": 95.2},
        {**about, "bewering": "f", "som": [59.4, 35.8], "is": 95.3},
        {**about, "bewering": "g", "zelfdeGetal": ["goed", "b"]},
        {**about, "bewering": "h", "buiten": "Een onderzoek."},
    ]
    found = told(check(client, *claims))["beweringen"]
    assert [one["stand"] for one in found] == [
        *("bewezen", "bewezen", "bewezen", "weersproken"),
        *("bewezen", "weersproken", "bewezen", "niet_bewezen"),
    ]


@pytest.mark.parametrize(
    ("claim", "place"),
    [
        (GOOD | {"is": 10.5}, "beweringen.0.is"),
        (GOOD | {"is": -1}, "beweringen.0.is"),
        (GOOD | {"cijfer": "gesprekken"}, "beweringen.0.cijfer"),
        (GOOD | {"minstens": 3}, "beweringen.0"),
        (GOOD | {"zegt": "meer"}, "beweringen.0"),
        ({"bewering": "x", "zin": "Zin."}, "beweringen.0"),
        (GOOD | {"bewering": "../x"}, "beweringen.0.bewering"),
        (GOOD | {"zin": " "}, "beweringen.0.zin"),
        (GOOD | {"isAlles": False}, "beweringen.0.isAlles"),
        (GOOD | {"is": True}, None),
        ({"bewering": "x", "zin": "Zin.", "zelfdeGetal": ["goed", "weg"]}, "beweringen.0"),
        (GOOD | {"figuur": 1}, "beweringen.0.figuur"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(
    client: Client, claim: dict[str, Any], place: str | None
) -> None:
    found = [where for where, _code in wrong(check(client, claim))]
    assert found[:1] == [place] if place else found


def test_two_with_one_name_a_kader_that_is_not_there_and_too_many_are_refused(client: Client) -> None:
    assert wrong(check(client, GOOD, GOOD)) == [("beweringen.1.bewering", "kader.duplicate-id")]
    assert wrong(check(client, GOOD, kader="../../etc/passwd")) == [("kader", "claims.unknown-kader")]
    many = [GOOD | {"bewering": f"r{n}"} for n in range(MOST_CLAIMS + 1)]
    assert [where for where, _code in wrong(check(client, *many))] == ["beweringen"]
    assert check(client).status_code == 400
    assert check(client, *many[:MOST_CLAIMS]).status_code == 200


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (HEAD + RIGHT.replace("is: 10", "is: tien"), 8),
        (HEAD + "  - &a [*a, *a]\n", 8),
        (HEAD + "  - !!python/object/apply:os.system [id]\n", 8),
        ((HEAD + RIGHT).encode("utf-16"), 1),
        (b"PK\x03\x04", 1),
        ("[" * 100_000, 1),
        (HEAD + "".join("  " * n + "- \n" for n in range(60)), 47),
    ],
)
def test_the_worst_files_say_what_is_wrong_on_which_line(
    client: Client, content: str | bytes, line: int
) -> None:
    before = everything()
    assert wrong(file(client, content))[0][0] == f"claims.yaml:{line}"
    assert everything() == before


def test_of_very_many_mistakes_a_hundred_are_said(client: Client) -> None:
    rows = "".join(f"  - {{reference: r{n}, sentence: Zin., figure: onzin, is: 1}}\n" for n in range(2000))
    assert len(wrong(file(client, HEAD + rows))) == 100


def test_a_file_that_is_too_large_or_something_else_is_refused_unread(client: Client) -> None:
    assert refusal(file(client, HEAD + "#" * MOST_HANDED_IN)) == (413, "upload.too-large")
    assert refusal(file(client, b"x" * 10_000_000)) == (413, "upload.too-large")
    assert refusal(file(client, HEAD + RIGHT, form="application/pdf")) == (415, "interface.no-document")
    assert file(client, HEAD + RIGHT, named="attachment").status_code == 400
    assert check(client, GOOD, x="y" * 10_000_000).status_code == 413
    deep = client.generic("POST", CHECK, b"[" * 100_000, content_type="application/json")
    assert deep.status_code == 400


def test_an_infected_file_is_not_read(client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.CLAMD = Clamd()
    monkeypatch.setattr(Clamd, "scan", lambda *_: "Eicar")
    assert wrong(file(client, HEAD + RIGHT)) == [("claims.yaml", "upload.infected")]


def test_the_commands_of_the_handbook_are_answered(client: Client) -> None:
    how = Path(__file__).parents[2] / "docs/how-to/let-a-program-read-the-account-of-a-year.md"
    part = how.read_text(encoding="utf-8").partition("## Have claims checked")[2]
    (body,) = re.findall(r"-d '(\{.*?\})'", part)
    assert re.findall(r'"\$HERE(/[^"]*)"', part) == [CHECK.partition("2024")[2], FILE.partition("2024")[2]]
    response = send(client, "POST", CHECK, json.loads(body))
    assert [one["stand"] for one in told(response)["beweringen"]] == ["bewezen", "niet_bewezen"]


def test_a_year_that_nobody_knows_takes_nothing_and_another_year_in_a_file_is_said(client: Client) -> None:
    for act, sent in BOTH:
        path = (CHECK if act is check else FILE).replace("2024", "1999")
        assert act(client, sent, path=path).status_code == 404
    found = told(file(client, HEAD.replace("year: 2024", "year: 1999") + RIGHT))
    assert (found["jaar"], found["beweringen"][0]["stand"]) == (1999, "niet_bewezen")


def test_what_the_account_may_not_see_has_no_name_and_who_reads_it_is_noted(client: Client) -> None:
    claim = {"bewering": "alle", "zin": "Zin.", "cijfer": "activities", "minstens": 1}
    models.Request.objects.update(confidentiality=Confidentiality.CONFIDENTIAL)
    read = models.AuditEvent.objects.filter(action="dossier.read")
    before = read.count()
    shown = told(check(client, claim))["beweringen"][0]["regels"]
    names = [row["dossier"] for row in shown if row["dossier"]]
    of_cases = models.Activity.objects.filter(reference__in=names, request__isnull=False)
    dossiers = set(of_cases.values_list("request__reference", flat=True))
    assert dossiers
    assert set(read.values_list("dossier", flat=True)[before:]) == dossiers
    models.Request.objects.update(confidentiality=Confidentiality.SECRET, team="elders")
    later = told(check(client, claim))["beweringen"][0]["regels"]
    assert len(later) == len(shown)
    assert len([row for row in later if row["dossier"]]) < len(names)


def test_who_may_not_on_the_page_may_not_through_a_token() -> None:
    adviser = a_program(*TokenScope, role=AccountRole.ADVISER)
    others = a_program(*(one for one in TokenScope if one is not CITE), role=EVALUATOR, name="andere")
    for act, sent in BOTH:
        assert refusal(act(adviser, sent)) == (403, "role.cite")
        assert refusal(act(others, sent)) == (403, "token.out-of-scope")
        assert refusal(act(Client(), sent)) == (401, "token.unknown")


def test_who_asks_too_often_waits(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "_LEFT", Limit("few", most=0, minutes=1))
    assert refusal(check(client, GOOD)) == (429, "interface.too-many")
    assert refusal(file(client, HEAD + RIGHT)) == (429, "interface.too-many")


def test_script_and_signs_of_yaml_in_a_sentence_stay_text(client: Client) -> None:
    bad = "<script>'\"&a *a {}: [ # \U0001f600"
    assert told(check(client, GOOD | {"zin": bad}))["beweringen"][0]["zin"] == bad
