"""The doors to the case system: the command, the set-up file, Beheer, the page of a dossier, and a worker that dies."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from django.test import Client

from openkader.casework.vocabulary import AccountRole
from openkader.cli import main as door
from openkader.kader import Assessor
from openkader.register import services
from openkader.register.case_system.filed import file_case
from tests.case_system import MAPPING, CaseSystemServer, case_system
from tests.installation import Installation
from tests.integration.filing_house import a_case_system, connected, inside
from tests.integration.register_house import a_decision, assessed, prepared_import, taken
from tests.integration.test_work_command import script
from tests.integration.token_house import HAND, NOW
from tests.web_pages import MOST_QUERIES, colleague, queries_of, text

BEHEER = "/beheer/"
DONE = """
from datetime import UTC, datetime
from openkader.base.text import Text
from openkader.casework.permissions import HouseHand
from openkader.register import services
from openkader.register.documents import DocumentEntry
from openkader.register.entries import RequestEntry
hand = {"by": HouseHand("cli:adviser"), "now": datetime.now(UTC)}
services.record_request(RequestEntry(reference="V-1", year=2030, title=Text(nl="Fictief", en="Fictional")), **hand)
services.keep_document("V-1", DocumentEntry(name="brief.txt", content=b"Fictief"), **hand)
"""


@pytest.fixture
def server() -> Iterator[CaseSystemServer]:
    with case_system() as found:
        yield found
        assert found.wrong == []


@pytest.fixture
def house(db: None, server: CaseSystemServer, settings: Any, tmp_path: Path) -> None:
    settings.OUTGOING = inside()
    settings.OPENKADER_DATA = tmp_path
    settings.CASE_SYSTEM = a_case_system(tmp_path, server.environment(""))


@pytest.fixture
def command(
    house: None, server: CaseSystemServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Any:
    server.hold_today()
    monkeypatch.setattr("openkader.cli.house.check_database", lambda: None)
    monkeypatch.setenv("OPENKADER_LANGUAGE", "en")

    def run(*words: str) -> tuple[int, str]:
        code = door.main(["zgw", *words])
        said = capsys.readouterr()
        return code, said.out + said.err

    return run


def accepted(assessor: Assessor) -> str:
    request = assessed(assessor)
    taken(a_decision(request))
    return request


def filed(reference: str = "V-1") -> None:
    services.note_filing(file_case(reference, now=NOW), **HAND)


def test_a_catalogue_that_has_everything_is_said(command: Any, server: CaseSystemServer) -> None:
    assert command("check") == (0, "The catalogue has all that the mapping names.\n")
    assert server.made() == {}


def test_what_the_catalogue_lacks_is_said_all_at_once(command: Any, server: CaseSystemServer) -> None:
    server.rows["besluittypen"] = []
    server.rows["statustypen"].pop()
    code, said = command("check")
    assert code == 1
    assert "no valid statustype ‘Afgerond’" in said
    assert "no valid besluittype ‘Besluit op verzoek’" in said
    server.rows["zaaktypen"] = []
    assert "no valid zaaktype ‘OK-VERZOEK’" in command("check")[1]


def test_a_case_system_that_does_not_answer_is_an_error(
    command: Any, server: CaseSystemServer, settings: Any
) -> None:
    server.status = 503
    code, said = command("check")
    assert (code, "503" in said) == (5, True)
    settings.CASE_SYSTEM = None
    assert command("check")[0] == 3


def test_it_is_connected_and_told_again_by_the_command(
    command: Any, server: CaseSystemServer, assessor: Assessor, settings: Any, tmp_path: Path
) -> None:
    accepted(assessor)
    services.open_account("koppeling", "een-lang-wachtwoord-9", **HAND)
    assert command("connect", "koppeling")[0] == 0
    assert command("list") == (0, "No case was refused.\n")
    assert command("send-again", "--all") == (0, "1 cases wait for the case system now.\n")
    settings.CASE_SYSTEM = a_case_system(tmp_path, server.environment(""), MAPPING.replace("intern, ", ""))
    filed()
    code, said = command("list")
    assert (code, said.startswith("V-1  This case is ‘intern’")) == (1, True)
    assert command("send-again")[1] == "1 cases wait for the case system now.\n"


def test_the_set_up_file_names_it_and_its_mapping_is_read(
    command: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "zgw.yaml").write_text(MAPPING)
    (tmp_path / "geheim").write_text("een-geheim-dat-nergens-staat\n")
    addresses = "".join(
        f"  {api}: https://zaken.example.nl/{api}/api/v1\n" for api in ("zaken", "documenten")
    )
    addresses += "".join(
        f"  {api}: https://zaken.example.nl/{api}/api/v1\n" for api in ("catalogi", "besluiten")
    )
    said = f"case_system:\n{addresses}  client: openkader\n  secret: file:geheim\n  mapping: zgw.yaml\n"
    file, environment = tmp_path / "setup.yaml", tmp_path / "environment"
    file.write_text(said)
    environment.write_text("")
    assert door.main(["setup", str(file), "--environment", str(environment)]) == 0
    written = environment.read_text()
    assert "OPENKADER_ZGW_ZAKEN=https://zaken.example.nl/zaken/api/v1\n" in written
    assert f"OPENKADER_ZGW_MAPPING={tmp_path / 'zgw.yaml'}\n" in written
    assert "nergens" not in capsys.readouterr().out
    (tmp_path / "zgw.yaml").write_text(MAPPING.replace("  refuse: Geweigerd\n", ""))
    assert door.main(["setup", str(file), "--environment", str(environment)]) == 2
    assert "zgw.yaml:" in capsys.readouterr().err


@pytest.mark.usefixtures("house")
def test_the_page_of_a_dossier_says_where_it_stands(assessor: Assessor, server: CaseSystemServer) -> None:
    reader = colleague("lezer", AccountRole.EVALUATOR)
    accepted(assessor)
    page = "/dossiers/V-1/"
    assert "zaaksysteem" not in text(reader.get(page))
    server.drops = "resultaten"
    filed()
    assert "Wordt naar het zaaksysteem gebracht" in text(reader.get(page))
    filed()
    assert "Zaak V-1 in het zaaksysteem, bijgewerkt op" in text(reader.get(page))
    assert Client().get(page).status_code == 404
    assert queries_of(page, reader) <= MOST_QUERIES


@pytest.mark.usefixtures("house")
def test_beheer_says_why_and_how_many_and_not_which(assessor: Assessor, server: CaseSystemServer) -> None:
    administrator = colleague("beheer", AccountRole.ADMINISTRATOR)
    connected()
    accepted(assessor)
    assert "Niet zoals het hoort" not in text(administrator.get(BEHEER))
    server.refuses = {"zaken": [{"name": "zaaktype", "code": "not-published"}]}
    filed()
    shown = text(administrator.get(BEHEER))
    assert "1 zaak staat niet zoals het hoort in het zaaksysteem" in shown
    assert "Het zaaksysteem weigert ‘zaken’: 400 zaaktype (not-published)" in shown
    assert "V-1" not in shown
    assert "Niet bijgewerkt in het zaaksysteem" in text(
        colleague("lezer", AccountRole.EVALUATOR).get("/dossiers/V-1/")
    )
    assert queries_of(BEHEER, administrator) <= MOST_QUERIES
    done = text(administrator.post(BEHEER, {"act": "file_again"}, follow=True))
    assert "1 zaak wordt nu opnieuw geprobeerd" in done


@pytest.mark.usefixtures("house")
def test_a_case_that_was_read_in_a_publication_or_is_gone_is_none_of_ours(
    server: CaseSystemServer, settings: Any, tmp_path: Path
) -> None:
    whole = MAPPING.replace("received: none", "received: In behandeling")
    settings.CASE_SYSTEM = a_case_system(tmp_path, server.environment(""), whole)
    prepared_import(tmp_path)()
    for reference in ("V-9", "V-10"):
        filed(reference)
        assert file_case(reference, now=NOW).answer == "200"
    assert server.asked == []


def test_a_worker_that_is_killed_between_making_and_noting_makes_no_second_zaak(
    house_of_files: Installation, server: CaseSystemServer
) -> None:
    made, never = Event(), Event()

    def think(method: str, path: str) -> None:
        if (method, path) == ("GET", "zaakinformatieobjecten") and not made.is_set():
            made.set()  # a zaak and a document are there, and nothing is noted of either
            never.wait(30)

    server.before = think
    worker = house_of_files.start("work")
    assert made.wait(60)
    os.kill(worker.pid, signal.SIGKILL)
    worker.communicate()
    never.set()
    house_of_files.sql("UPDATE register_eventsubscription SET lease_ends = at")
    done = house_of_files.run("work", "--once")
    assert done.returncode == 0, done.stderr
    assert server.made() == {
        "zaken": 1,
        "enkelvoudiginformatieobjecten": 1,
        "zaakinformatieobjecten": 1,
        "statussen": 1,
    }
    assert house_of_files.run("audit", "verify").returncode == 0


@pytest.fixture
def house_of_files(server: CaseSystemServer, tmp_path: Path) -> Installation:
    """An installation of which every request goes from the moment that it came in."""
    server.hold_today()
    (tmp_path / "zgw.yaml").write_text(MAPPING.replace("received: none", "received: In behandeling"))
    found = Installation(tmp_path / "data", more=server.environment(str(tmp_path / "zgw.yaml")))
    assert found.run("migrate").returncode == 0
    script(
        found,
        "from datetime import UTC, datetime\nfrom openkader.register import services\n"
        "from openkader.casework.permissions import HouseHand\n"
        "from openkader.register.accounts import Post\nfrom openkader.casework.vocabulary import AccountRole\n"
        'services.open_account("koppeling", "een-lang-wachtwoord-9", post=Post(roles=[AccountRole.EVALUATOR]), '
        'by=HouseHand("cli:x"), now=datetime.now(UTC))',
    )
    assert found.run("zgw", "connect", "koppeling").returncode == 0
    script(found, DONE)
    return found
