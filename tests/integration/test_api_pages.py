"""What the pages about the interface tell a program to send, sent as it stands there."""

import re
import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client

from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole
from openkader.kader import Assessor
from openkader.register import models, services
from tests.integration.activity_house import planned
from tests.integration.destruction_house import HAND, agreed, made_up_closed, nominated
from tests.integration.investment_house import an_investment
from tests.integration.inviting_house import FROM, a_colleague
from tests.integration.mission_house import enrolled
from tests.integration.mission_house import planned as planned_part
from tests.integration.network_house import NOW, party
from tests.integration.program_house import a_program
from tests.integration.publication_house import drafted
from tests.integration.self_scan_house import COMPANY, a_mission
from tests.integration.survey_house import took_part, was_held
from tests.integration.talk_house import party as talking_party
from tests.integration.talk_house import talk

pytestmark = pytest.mark.django_db
PAGES = Path(__file__).resolve().parents[2] / "docs" / "how-to"


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


def commands(page: str, names: Mapping[str, str], under: Sequence[str] = ()) -> list[list[str]]:
    """Every call of a page, or of these parts of it, with what it is about here in the place of what the page says."""
    text = (PAGES / f"{page}.md").read_text("utf-8")
    if under:
        parts = {title: body for title, _, body in (one.partition("\n") for one in text.split("\n## "))}
        text = "".join(parts[title] for title in under)
    told = "\n".join(re.findall(r"```sh\n(.*?)```", text, re.DOTALL)).replace("\\\n", " ")
    for said, here in names.items():
        told = told.replace(said, here)
    return [shlex.split(one) for one in re.split(r"\n(?=\w)", told) if one.startswith("curl ")]


def call(client: Client, words: list[str]) -> Any:
    """The answer to one; `"…"` stands for the mark of what there is now."""
    said: dict[str, list[str]] = {"-X": [], "-H": [], "-d": []}
    rest = iter(words[1:])
    address = ""
    for word in rest:
        if word in said:
            said[word].append(next(rest))
        elif word != "-i":
            address = word.removeprefix("https://openkader.example.nl")
    headers = dict(
        one.split(": ", 1) for one in said["-H"] if not one.startswith(("Authorization", "Content"))
    )
    if "If-Match" in headers:
        assert headers["If-Match"] == '"…"'
        headers["If-Match"] = client.get(urlsplit(address).path)["ETag"]
    method = next(iter(said["-X"]), "POST" if said["-d"] else "GET")
    body = "".join(said["-d"]).encode()
    return client.generic(method, address, body, content_type="application/json", headers=headers)


def answers(
    client: Client, page: str, names: Mapping[str, str], under: Sequence[str] = ()
) -> list[tuple[str, int]]:
    found = [(words, call(client, words)) for words in commands(page, names, under)]
    for _words, one in found:
        one.getvalue()  # a file is read to its end, and closed
    wrong = [(words, one.content) for words, one in found if one.status_code >= 400]
    assert not wrong, wrong
    return [(one.request["REQUEST_METHOD"], one.status_code) for _words, one in found]


def test_a_program_notes_what_the_page_about_the_network_says() -> None:
    an_investment()
    models.Request.objects.update(team="china")
    party()
    names = {"ZH-2026-00001": "V-1", "P-12": "NP-1", "G-2026-N1": "G-2030-N1", "2026-04-01": "2030-04-01"}
    client = a_program(TokenScope.WORK, TokenScope.CONTACTS)
    found = answers(client, "let-a-program-keep-the-network", names)
    asked, made = ("GET", 200), ("POST", 201)
    people = [made, asked, ("DELETE", 204)]
    assert found == [asked, ("PATCH", 200), asked, *[made] * 3, ("PUT", 200), *people, *[made] * 2]
    assert models.InvestmentCase.objects.get().number == "IQ-2026-17"
    assert models.InitiativeStep.objects.count() == 2


@pytest.mark.usefixtures("year_2024")
def test_a_program_notes_what_the_page_about_talks_says(assessor: Assessor, settings: Any) -> None:
    settings.OPENKADER_MAIL_FROM = FROM
    planned(assessor)
    a_colleague("anna")
    talk("G-1", talking_party())
    names = {"ZH-2026-00001-A1": "G-1", "ZH-2026-00002": "V-1", "P-12": "W-1", '"2026-': '"2030-'}
    found = answers(a_program(TokenScope.WORK), "let-a-program-note-what-was-said", names)
    asked, made, put = ("GET", 200), ("POST", 201), ("PUT", 200)
    assert found == [asked, asked, made, made, asked, made, asked, put, made, put]
    assert [one.outcome for one in models.FollowUp.objects.order_by("id")] == ["Verstuurd.", None]


@pytest.mark.usefixtures("year_2024")
def test_a_program_prepares_what_the_page_about_a_mission_says(settings: Any, tmp_path: Path) -> None:
    settings.OPENKADER_DATA, settings.OPENKADER_MAIL_FROM = tmp_path, FROM
    a_mission(COMPANY)
    enrolled()
    a_mission(COMPANY, reference="X-0")
    planned_part("X-0")
    names = {"ZH-2025-00007-A1": "X-0", "ZH-2026-00001-P1": COMPANY, "2026-05-01": "2030-05-20"}
    names = {"ZH-2026-00001-A1": "X-1", **names, "2026-05-23": "2030-06-01"}
    client = a_program(TokenScope.WORK)
    page = "let-a-program-prepare-a-mission"
    asked, made, put = ("GET", 200), ("POST", 201), ("PUT", 200)
    parts = (
        "Put a part in",
        "Change it, or take it out",
        "Begin as an earlier programme did",
        "Take it along",
    )
    changed = [asked, ("PATCH", 200), ("DELETE", 204)]
    assert answers(client, page, names, parts) == [made, *changed, asked, put, *[asked] * 5]
    assert answers(client, page, names, ("Ask companies for their self-scan",)) == [asked, made]
    was_held(reference="X-2")
    took_part(activity="X-2")
    held = ("Note what was learned", "Read and keep a version of a report", "Ask what came of it")
    assert answers(client, page, {**names, "ZH-2026-00001-A1": "X-2"}, held) == [
        made,
        *[asked] * 3,
        put,
        asked,
        made,
    ]


@pytest.mark.usefixtures("year_2024")
def test_a_program_reads_what_the_page_about_the_evaluation_says(
    assessor: Assessor, settings: Any, tmp_path: Path
) -> None:
    settings.OPENKADER_DATA = tmp_path
    reference = drafted(assessor)
    client = a_program(TokenScope.READ)
    found = answers(client, "let-a-program-read-the-evaluation", {"PUB-2026-1": reference})
    assert found == [("GET", 200)] * 8
    assert (
        Client().get("/jaar/2024/open-data/bestanden.zip").getvalue()
        == client.get("/jaar/2024/open-data/bestanden.zip").getvalue()
    )
    assert client.get("/api/v1/evaluaties/2024/vaststelling").status_code == 404


def test_a_program_reads_what_the_page_about_keeping_says(assessor: Assessor) -> None:
    place = nominated(made_up_closed(assessor, 10)[0])
    agreed(place)
    services.destroy_dossiers(place, **HAND)
    client = a_program(TokenScope.READ, role=AccountRole.ARCHIVIST)
    assert answers(client, "keep-and-destroy", {"VL-2026-1": place}) == [("GET", 200)] * 4


@pytest.mark.usefixtures("year_2024")
def test_a_program_takes_what_the_page_about_handing_a_kader_on_says(settings: Any, tmp_path: Path) -> None:
    settings.OPENKADER_DATA = tmp_path
    assert answers(a_program(TokenScope.READ), "hand-a-kader-on", {}) == [("GET", 200)] * 2


@pytest.mark.usefixtures("year_2024")
def test_a_program_gives_what_the_page_about_exchanging_says(settings: Any, tmp_path: Path) -> None:
    settings.OPENKADER_DATA = tmp_path
    client = a_program(TokenScope.EXCHANGE)
    assert answers(client, "exchange-with-another-organisation", {}) == [("GET", 200), ("POST", 200)]


def test_a_program_takes_what_the_page_about_the_archive_says(assessor: Assessor) -> None:
    client = a_program(TokenScope.ARCHIVE, role=AccountRole.ARCHIVIST)
    names = {"Z-2024-017": made_up_closed(assessor, 10)[0]}
    assert answers(client, "take-a-dossier-to-the-archive", names) == [("POST", 200)]
