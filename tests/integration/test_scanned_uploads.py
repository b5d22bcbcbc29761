"""No file reaches a page before the virus scanner has looked at it, and what nobody could look at is not taken."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from openkader.base.errors import Unavailable
from openkader.casework.vocabulary import AccountRole
from openkader.register import models
from openkader.register.virus_scanner import Clamd
from openkader.web.operation.house_figures import HouseFigures
from tests.clamd import EICAR, MOST_KB, one_that_says, real_clamd
from tests.integration.test_web_request import begun, filled, refused, text_of
from tests.unit.documents import PDF
from tests.web_pages import colleague

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
SRC = Path(__file__).resolve().parents[2] / "src/openkader"
NOBODY = Clamd(host="127.0.0.1", port=1)
INFECTED, UNSEEN = "zit een virus", "kon nu niet op virussen worden bekeken"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    if not (shutil.which("clamd") or shutil.which("clamd", path="/usr/sbin")):
        pytest.skip("no clamd on this machine (Debian: apt-get install clamav-daemon)")
    with real_clamd(tmp_path_factory.mktemp("clamd")) as found:
        yield found


@pytest.fixture
def clamd(place: Path, settings: Any) -> Clamd:
    settings.CLAMD = found = Clamd(path=str(place))
    return found


def a_file(content: bytes, name: str = "brief.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def noted() -> list[Any]:
    return list(models.AuditEvent.objects.filter(action="upload.infected"))


def test_the_scanner_knows_a_virus_and_lets_the_rest_by(clamd: Clamd) -> None:
    assert clamd.is_there()
    assert clamd.scan([EICAR[:20], b"", EICAR[20:]]).startswith("Eicar-Test-Signature")
    assert clamd.scan([PDF]) == ""
    assert clamd.scan([]) == ""


def test_a_file_that_is_too_large_for_the_scanner_was_not_looked_at(clamd: Clamd) -> None:
    with pytest.raises(Unavailable) as caught:
        clamd.scan(bytes(1 << 16) for _ in range(MOST_KB // 16))
    assert caught.value.code == "upload.not-scanned"


@pytest.mark.parametrize(
    "answer", [b"", b"stream: OK", b"OK FOUNDLING\0", b"\0", b"x" * 5000, b"stream: ERROR\0"]
)
def test_what_is_no_clear_answer_is_none(answer: bytes) -> None:
    with one_that_says(answer) as (port, _):
        scanner = Clamd(host="127.0.0.1", port=port)
        assert not scanner.is_there()
        with pytest.raises(Unavailable):
            scanner.scan([PDF])


def test_a_scanner_that_says_nothing_is_not_waited_for_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.register.virus_scanner._SECONDS", 0.2)
    with one_that_says(b"stream: OK\0", pause=1.0) as (port, _), pytest.raises(Unavailable):
        Clamd(host="127.0.0.1", port=port).scan([PDF])


@pytest.mark.parametrize("in_memory", [True, False])
def test_an_infected_file_of_a_visitor_is_refused_and_the_trail_has_no_word_of_it(
    client: Client, clamd: Clamd, settings: Any, in_memory: bool
) -> None:
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 1 << 20 if in_memory else 0
    url = begun(client)
    shown = refused(client, url, {"documents": [a_file(EICAR, "geheime-naam.pdf"), a_file(PDF, "goed.pdf")]})
    assert INFECTED in shown
    (event,) = noted()
    assert (event.actor, event.dossier) == ("web:visitor", "")
    detail = json.loads(event.detail)
    assert re.fullmatch(r"[0-9a-f]{64}", detail["file"])
    assert set(detail) == {"what", "file"}
    assert "goed.pdf" in text_of(client, url)


def test_a_clean_file_comes_in(client: Client, clamd: Clamd) -> None:
    url = filled(client, documents=[a_file(PDF)])
    assert "brief.pdf" in text_of(client, url + "controle/")
    assert noted() == []


def test_while_the_scanner_is_away_no_file_is_taken_and_the_rest_stays(client: Client, settings: Any) -> None:
    settings.CLAMD = NOBODY
    url = begun(client)
    shown = refused(client, url, {"documents": [a_file(PDF)]})
    assert UNSEEN in shown
    assert 'value="a@example.nl"' in shown
    assert noted() == []
    assert filled(client) != url  # without a file all goes on


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("delegation", "file"),
        ("claims", "file"),
        ("kader_receive", "file"),
        ("spreadsheets", "file"),
        ("exchange", "file"),
    ],
)
def test_every_form_that_reads_a_file_itself_says_why_it_has_none(
    name: str, field: str, settings: Any
) -> None:
    """Also where words were pasted beside it: what somebody meant to send is not silently another thing."""
    settings.CLAMD = NOBODY
    known: dict[str, list[Any]] = {
        "delegation": [models.Request.objects.all()[0].reference],
        "claims": [2024],
    }
    url = reverse(name, args=known.get(name, []))
    client = colleague("anna", *AccountRole)
    response = client.post(url, {field: a_file(PDF), "text": "Wang Verzonnen"})
    assert response.status_code == 422
    assert UNSEEN in response.content.decode()


def test_who_sends_one_after_the_other_does_not_fill_the_trail(client: Client, clamd: Clamd) -> None:
    cache.clear()
    for _ in range(3):
        client.post("/aanmelden/", {"x": [a_file(EICAR) for _ in range(10)]})
    assert len(noted()) == 20


def test_beheer_and_the_probe_warn_and_the_house_stays_ready(settings: Any) -> None:
    settings.CLAMD = None
    assert "scanner" not in Client().get("/_health/ready").json()["parts"]
    settings.CLAMD = NOBODY
    answer = Client().get("/_health/ready")
    assert answer.json()["parts"]["scanner"] == "warning"
    others = {word for part, word in answer.json()["parts"].items() if part != "scanner"}
    assert (answer.status_code == 200) is (others == {"ok"})
    page = colleague("beheer", AccountRole.ADMINISTRATOR).get("/beheer/").content.decode()
    assert "De virusscanner antwoordt niet." in page


def test_prometheus_sees_that_the_scanner_is_away(settings: Any) -> None:
    from django.utils import timezone

    for clamd, wanted in ((None, []), (NOBODY, [0.0])):
        settings.CLAMD = clamd
        metrics = HouseFigures(timezone.now()).collect()
        found = [one.samples[0].value for one in metrics if one.name == "openkader_scanner_up"]
        assert found == wanted


def test_every_page_that_reads_a_file_itself_asks_whether_one_was_kept_out() -> None:
    """The rest takes documents through `documents_in`, which asks."""
    readers = set()
    for path in (SRC / "web").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if re.search(r"\.FILES\.get\(", text):
            readers.add(path.name)
            assert "why_not_safe" in text or "handed_in_content" in text, path.name
    assert readers >= {"delegation.py", "claims_handed_in.py", "participants_preview.py"}
