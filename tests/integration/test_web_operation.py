"""What those who look after the house see of it, and what never comes into its log."""

import json
import logging
import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from prometheus_client.parser import text_string_to_metric_families

from openkader.register import selectors, services
from openkader.register.house_lists import are_shared
from openkader.register.readiness import Part
from openkader.register.recovery.copying import named_documents
from openkader.web.operation.house_figures import HouseFigures
from openkader.web.operation.lines import JsonLine, Line
from openkader.web.operation.seen import CURRENT
from tests.integration.list_houses import without_its_snapshot
from tests.integration.test_web_lists import a_list, data
from tests.web_pages import PASSWORD, an_account, colleague

__all__ = ["data"]
pytestmark = pytest.mark.django_db
TOKEN = "kT9-heel-geheim-token-van-een-adviseur"
FIGURES_TOKEN = "f" * 40
TYPED = "Wang Verzonnen heeft dit getypt"


class Kept(logging.Handler):
    """What an installation would have written, in both forms."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[dict[str, Any]] = []
        self.words = ""

    def emit(self, record: logging.LogRecord) -> None:
        line = JsonLine().format(record)
        self.lines.append(json.loads(line))
        self.words += f"{line}\n{Line().format(record)}\n"

    def of_requests(self) -> list[dict[str, Any]]:
        return [line for line in self.lines if line["logger"] == "openkader.request"]


def listen(kept: Kept) -> None:
    """From here on; a command that opens the house puts the handlers back that the settings name."""
    logging.getLogger().addHandler(kept)
    logging.getLogger("openkader").setLevel(logging.DEBUG)


@pytest.fixture
def log() -> Iterator[Kept]:
    kept, root, house = Kept(), logging.getLogger(), logging.getLogger("openkader")
    listen(kept)
    yield kept
    root.removeHandler(kept)
    house.setLevel(logging.NOTSET)


def parts(status: int) -> dict[str, str]:
    answer = Client().get("/_health/ready")
    assert answer.status_code == status
    found: dict[str, str] = answer.json()["parts"]
    return found


def test_a_process_that_answers_is_alive_and_asks_nothing(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        answer = Client().get("/_health/live")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    assert "no-store" in answer["Cache-Control"]
    assert answer.cookies == {}


def test_a_house_with_a_list_is_ready(data: Path) -> None:
    a_list(data, "Wang Verzonnen")
    assert parts(200) == {"database": "ok", "migrations": "ok", "documents": "ok", "lists": "ok"}
    assert "no-store" in Client().get("/_health/ready")["Cache-Control"]
    assert {path.name for path in (data / "documents").rglob("*") if path.is_file()} == set(named_documents())


@pytest.mark.parametrize("path", ["/_health/live", "/_health/ready"])
def test_a_probe_from_inside_needs_no_tls_and_no_name(path: str, data: Path, settings: Any) -> None:
    a_list(data, "Wang Verzonnen")
    settings.SECURE_SSL_REDIRECT, settings.ALLOWED_HOSTS = True, ["kader.example.org"]
    assert Client().get(path, headers={"host": "10.1.2.3:8000"}).status_code == 200
    assert Client().get("/toegankelijkheid/", headers={"host": "kader.example.org"}).status_code == 301
    assert Client().post(path).status_code == 405
    assert colleague().get(path).cookies == {}


def test_without_a_list_the_house_is_not_ready(data: Path, log: Kept) -> None:
    assert parts(503)["lists"] == "failing"
    assert "there is no list" in log.words


def test_a_list_that_is_damaged_is_missing(data: Path) -> None:
    a_list(data, "Wang Verzonnen")
    without_its_snapshot(data, "fictief")
    assert parts(503)["lists"] == "failing"


def test_where_a_server_screens_no_list_of_ours_is_missing(data: Path, settings: Any) -> None:
    settings.SCREENING_URL = "http://127.0.0.1:1/"
    assert parts(200)["lists"] == "ok"


def test_documents_that_cannot_be_kept_are_said(data: Path) -> None:
    a_list(data, "Wang Verzonnen")
    shutil.rmtree(data / "documents", ignore_errors=True)
    (data / "documents").write_text("no folder", encoding="utf-8")
    assert parts(503) == {"database": "ok", "migrations": "ok", "documents": "failing", "lists": "ok"}


@pytest.mark.parametrize("change", ["earlier", "later"])
def test_a_database_of_another_version_is_not_ready(data: Path, change: str) -> None:
    a_list(data, "Wang Verzonnen")
    steps = MigrationRecorder(connection)
    if change == "earlier":
        newest = max(name for app, name in steps.applied_migrations() if app == "register")
        steps.record_unapplied("register", newest)
    else:
        steps.record_applied("register", "9999_from_the_future")
    assert parts(503)["migrations"] == "failing"


def test_a_database_that_is_gone_is_said_without_a_word_of_where_it_was(
    data: Path, monkeypatch: pytest.MonkeyPatch, log: Kept
) -> None:
    def gone() -> None:
        raise OperationalError("connection to server at 10.0.0.9 failed: password of openkader")

    a_list(data, "Wang Verzonnen")
    lists = "failing" if are_shared() else "ok"  # what is in force is not known then
    listen(log)
    monkeypatch.setattr(connection, "cursor", gone)
    answer = Client().get("/_health/ready")
    assert answer.status_code == 503
    assert answer.json()["parts"] == {
        "database": "failing",
        "migrations": "failing",
        "documents": "ok",
        "lists": lists,
    }
    assert "10.0.0.9" not in answer.content.decode()
    assert "not ready: database: OperationalError" in log.words


# --- the log -------------------------------------------------------------------


def test_a_request_leaves_one_line_with_its_number_route_and_account(log: Kept) -> None:
    client = colleague()
    answer = client.get("/werk/", headers={"X-Request-ID": "proxy-0001"})
    assert answer["X-Request-ID"] == "proxy-0001"
    (line,) = log.of_requests()
    assert (line["request"], line["method"], line["route"], line["status"]) == (
        "proxy-0001",
        "GET",
        "work_list",
        200,
    )
    assert isinstance(line["account"], int)
    assert line["queries"] > 0
    assert line["ms"] >= 0
    assert "anna" not in log.words


def test_the_account_of_a_visitor_is_not_asked_for_the_sake_of_a_line(log: Kept) -> None:
    Client().get("/nergens")
    colleague().get("/_health/live")
    assert [line for line in log.lines if "account" in line] == []


def test_probes_and_style_sheets_are_no_news(log: Kept, data: Path) -> None:
    a_list(data, "Wang Verzonnen")
    listen(log)
    Client().get("/static/web/tokens.css").getvalue()  # to its end, as a browser does: the client closes it
    for path in ("/_health/live", "/_health/ready"):
        Client().get(path)
    assert {line["level"] for line in log.of_requests()} == {"debug"}


@pytest.mark.parametrize("path", ["/advies/{}/", "/zelfscan/{}/", "/verzoek/status/{}/", "/ervaring/{}/"])
def test_a_link_with_a_token_leaves_no_token(log: Kept, path: str) -> None:
    for place in (path, path[:-1], path + "x/", path.replace("/{}", "/%7B{}"), "/verzoek/?volgende=" + path):
        Client().get(place.format(TOKEN))
        Client(raise_request_exception=False).post(place.format(TOKEN), {"note": TYPED})
    assert len(log.lines) >= 10
    assert TOKEN not in log.words
    assert TYPED not in log.words


def test_signing_in_leaves_neither_name_nor_password(log: Kept) -> None:
    name = an_account("w.verzonnen")
    services.change_password(name, PASSWORD, by=name, now=datetime.now(UTC))
    client = Client()
    client.post("/aanmelden/", {"username": name, "password": "een verkeerd wachtwoord"})
    answer = client.post("/aanmelden/", {"username": name, "password": PASSWORD, "next": "/werk/"})
    assert answer.status_code == 302
    client.get("/dossiers/NIETS/", headers={"authorization": "Bearer kopgeheim"})
    session = client.cookies["sessionid"].value
    secrets = (PASSWORD, "een verkeerd wachtwoord", name, session, "kopgeheim", "Bearer")
    assert [one for one in secrets if one in log.words] == []
    assert log.of_requests()[1]["account"] > 0


def test_a_bug_is_traced_with_the_number_on_the_page_and_without_what_was_typed(
    log: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        seen = CURRENT.get()
        assert seen is not None
        raise ValueError(f"cannot read {seen.request.POST} {seen.request.path}")

    monkeypatch.setattr(selectors, "advice_by_link", fails)
    client = colleague("w.verzonnen")
    client.raise_request_exception = False
    answer = client.post(f"/advies/{TOKEN}/", {"note": TYPED, "given_by": "Wang Verzonnen"})
    page = answer.content.decode()
    assert answer.status_code == 500
    number = answer["X-Request-ID"]
    assert f"<code>{number}</code>" in page
    assert "Er ging bij ons iets mis" in page
    assert TYPED not in page
    (trace,) = [line for line in log.lines if "trace" in line and line["logger"] == "django.request"]
    assert (trace["request"], trace["level"], trace["route"]) == (number, "error", "advice_link")
    assert "ValueError" in trace["trace"]
    assert [one for one in (TOKEN, TYPED, "Wang Verzonnen", "w.verzonnen") if one in log.words] == []


def test_a_slow_question_names_its_page_and_no_value(log: Kept, settings: Any) -> None:
    settings.OPENKADER_SLOW_MS = 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    ticks = iter(range(10_000))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("openkader.register.watched_queries.time.perf_counter", lambda: float(next(ticks)))
        colleague().get("/partijen/?q=Wang+Verzonnen")
    slow = [line for line in log.lines if line["logger"] == "openkader.slow"]
    assert {line["route"] for line in slow} == {"parties"}
    assert any("register_nameword" in line["message"] for line in slow)
    assert "wang" not in log.words.lower()


# --- the figures ---------------------------------------------------------------


def figures(client: Client, **headers: str) -> dict[str, dict[tuple[str, ...], float]]:
    """What Prometheus would read: each sample by the values of its labels."""
    answer = client.get("/_metrics", headers=headers)
    assert answer.status_code == 200, answer.content
    found: dict[str, dict[tuple[str, ...], float]] = {}
    for family in text_string_to_metric_families(answer.content.decode()):
        assert family.documentation
        for sample in family.samples:
            found.setdefault(sample.name, {})[tuple(sample.labels.values())] = sample.value
    return found


@pytest.fixture
def watched(data: Path, settings: Any) -> Path:
    settings.OPENKADER_METRICS, settings.OPENKADER_METRICS_TOKEN = True, ""
    return data


def test_figures_are_off_unless_somebody_turns_them_on() -> None:
    assert Client().get("/_metrics").status_code == 404


@pytest.mark.parametrize(
    ("address", "header"),
    [
        ("10.0.0.9", ""),
        ("", ""),
        ("127.0.0.1", "X-Forwarded-For"),
        ("127.0.0.1", "X-Forwarded-Proto"),
        ("127.0.0.1", "Forwarded"),
        ("::1", "Via"),
    ],
)
@pytest.mark.usefixtures("watched")
def test_without_a_token_only_this_computer_reads_them(address: str, header: str) -> None:
    headers = {header: "127.0.0.1"} if header else {}
    assert Client(REMOTE_ADDR=address).get("/_metrics", headers=headers).status_code == 404
    assert Client(REMOTE_ADDR="::1").get("/_metrics").status_code == 200


@pytest.mark.parametrize(
    "given", ["", "Bearer", f"Bearer {'g' * 40}", f"Basic {FIGURES_TOKEN}", "Bearer \xe9"]
)
def test_with_a_token_nobody_reads_them_without(watched: Path, settings: Any, given: str) -> None:
    settings.OPENKADER_METRICS_TOKEN = FIGURES_TOKEN
    assert Client().get("/_metrics", headers={"authorization": given}).status_code == 404
    assert figures(Client(REMOTE_ADDR="10.0.0.9"), authorization=f"Bearer {FIGURES_TOKEN}")


def test_requests_are_counted_by_page_and_never_by_address(watched: Path) -> None:
    before = figures(Client())
    for _ in range(3):
        Client().get(f"/advies/{TOKEN}/")
    Client().get("/toegankelijkheid/")
    Client().generic("GEHEIM", f"/{TOKEN}")
    after = figures(Client())

    def more(name: str, *labels: str) -> float:
        return after[name][labels] - before.get(name, {}).get(labels, 0)

    assert more("openkader_http_requests_total", "GET", "advice_link", "4xx") == 3
    assert more("openkader_http_requests_total", "GET", "accessibility", "2xx") == 1
    assert more("openkader_http_request_duration_seconds_count", "advice_link") == 3
    assert more("openkader_http_request_queries_count", "accessibility") == 1
    labels = {value for samples in after.values() for one in samples for value in one}
    assert [one for one in labels if TOKEN in one or one == "GEHEIM"] == []


def test_the_house_tells_its_lists_queues_trail_and_room(watched: Path) -> None:
    a_list(watched, "Wang Verzonnen")
    found = figures(Client())
    assert found["openkader_list_usable"] == {("fictief",): 1.0}
    assert found["openkader_list_age_seconds"][("fictief",)] < 600
    assert found["openkader_screenings_waiting"] == {(): 0}
    assert found["openkader_mails_failed"] == {(): 0}
    assert found["openkader_audit_sequence"] == {(): selectors.room_taken()[1]}
    assert found["openkader_database_up"] == {(): 1}
    assert found["openkader_database_size_bytes"][()] > 100_000
    assert 0 < found["openkader_disk_free_bytes"][()] <= found["openkader_disk_size_bytes"][()]
    names = [name for name in found if not re.fullmatch(r"openkader_[a-z_]+", name)]
    assert names == []


def test_figures_grow_old_with_the_clock(watched: Path) -> None:
    a_list(watched, "Wang Verzonnen")
    later = datetime.now(UTC) + timedelta(days=9)
    (age,) = [one for one in HouseFigures(later).collect() if one.name == "openkader_list_age_seconds"]
    assert age.samples[0].value > 8 * 24 * 3600


def test_a_database_that_is_gone_is_a_figure(watched: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(_: object) -> None:
        raise OperationalError

    monkeypatch.setattr(selectors, "background", gone)
    found = figures(Client())
    assert found["openkader_database_up"] == {(): 0}
    assert "openkader_audit_sequence" not in found
    assert "openkader_disk_free_bytes" in found


def test_parts_have_the_names_that_are_documented() -> None:
    assert [str(part) for part in Part] == [
        "database",
        "migrations",
        "documents",
        "lists",
        "scanner",
        "replica",
    ]
