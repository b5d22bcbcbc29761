"""`openkader serve`: several processes, what has to be right first, and a database that goes and comes back."""

import json
import re
import select
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit, urlunsplit
from urllib.request import Request, urlopen

import pytest

from tests.installation import Installation, free_port, fresh_postgres, one_sentence

KEY = "a-key-that-nobody-guesses-and-that-every-computer-has-the-same"
QUICKLY = 8.0


def get(site: str, path: str, **headers: str) -> tuple[int, str, Any]:
    """What an address answers: its status, its text and its headers."""
    try:
        asked = Request(site + path, headers=headers)  # noqa: S310  a site of our own
        with urlopen(asked, timeout=20) as answer:  # noqa: S310
            return answer.status, answer.read().decode(), answer.headers
    except HTTPError as error:
        return error.code, error.read().decode(), error.headers


@contextmanager
def served(house: Installation, *options: str) -> Iterator[tuple[str, Path]]:
    """The house while it is served, and where its lines go; it has to stop when it is asked to."""
    port = free_port()
    house = replace(house, more={"OPENKADER_LOG": "json", **house.more})
    log = house.data.parent / "lines.json"
    with log.open("w", encoding="utf-8") as lines:
        process = subprocess.Popen(
            [sys.executable, "-m", "openkader", "serve", "--bind", f"127.0.0.1:{port}", *options],
            env=house.environment,
            cwd=house.data.parent,
            stdout=subprocess.PIPE,
            stderr=lines,
            text=True,
        )
        try:
            assert process.stdout is not None
            assert "127.0.0.1" in process.stdout.readline(), log.read_text("utf-8")
            yield f"http://127.0.0.1:{port}", log
        finally:
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=20)
    assert process.returncode == 0


@pytest.fixture(scope="module")
def example(demo: Installation, tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """A copy of the demo; these tests only read it."""
    return Installation(Path(shutil.copytree(demo.data, tmp_path_factory.mktemp("served") / "data")))


def test_pages_come_from_several_processes_that_count_together(example: Installation) -> None:
    house = replace(example, more={"OPENKADER_METRICS": "local"})
    with served(house, "--workers", "3", "--threads", "2") as (site, log):
        assert get(site, "/_health/live")[0] == 200
        assert get(site, "/_health/ready")[1].count('"ok"') == 5
        for _ in range(12):
            assert get(site, "/toegankelijkheid/", Connection="close")[0] == 200
        figures = get(site, "/_metrics")[1]
    counted = re.search(r'requests_total\{method="GET",route="accessibility",status="2xx"\} (\S+)', figures)
    assert counted
    assert float(counted[1]) == 12
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    assert len([line for line in lines if line.get("route") == "accessibility"]) == 12
    assert len([line for line in lines if "Booting worker" in line["message"]]) == 3
    assert not (house.data / "openkader.log").exists()


def test_what_is_no_request_leaves_no_address_in_the_log(example: Installation) -> None:
    with served(example) as (site, log):
        port = urlsplit(site).port
        assert port
        for sent in (
            b"GET /advies/heelgeheimtoken/ HTTP/9.9\r\n\r\n",
            b"\x16\x03\x01 /advies/heelgeheimtoken/\r\n\r\n",
        ):
            with socket.create_connection(("127.0.0.1", port), 5) as visitor, suppress(OSError):
                visitor.sendall(sent)
                visitor.recv(1000)
        assert get(site, "/advies/heelgeheimtoken/")[0] == 404
        # An address that is too long for a list is refused by the list, in its own shape.
        assert "token.unknown" in get(site, f"/api/v1/relaties?zoek={'x' * 8000}")[1]
        assert get(site, "/_health/live")[0] == 200
    assert "heelgeheimtoken" not in log.read_text("utf-8")
    assert "advice_link" in log.read_text("utf-8")


def test_all_that_is_wrong_is_said_at_once_and_nobody_comes_in(tmp_path: Path) -> None:
    elsewhere = "postgresql://o:geheim@db.example/kader"
    house = Installation(tmp_path / "data", elsewhere, {"OPENKADER_DEBUG": "on"})
    done = house.run("serve", "--bind", f"0.0.0.0:{free_port()}")
    assert done.returncode == 2
    assert done.stdout == ""
    said = one_sentence(done)
    for why in (
        "another computer (db.example)",
        "details of errors",
        "read along",
        "names this computer only",
    ):
        assert why in said
    assert "geheim" not in said


@pytest.mark.parametrize("options", [("--bind", "8000"), ("--workers", "0"), ("--threads", "many")])
def test_an_option_that_means_nothing_is_refused(example: Installation, options: tuple[str, str]) -> None:
    assert example.run("serve", *options).returncode == 2


def test_a_database_that_is_not_up_to_date_is_not_served(tmp_path: Path) -> None:
    done = Installation(tmp_path / "data").run("serve", "--bind", f"127.0.0.1:{free_port()}")
    assert done.returncode == 5
    assert "openkader migrate" in one_sentence(done)


def test_a_port_that_is_taken_is_said(example: Installation) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        done = example.run("serve", "--bind", f"127.0.0.1:{other.getsockname()[1]}")
    assert done.returncode == 5
    assert "is taken" in one_sentence(done)


def test_the_checks_for_deployment_have_nothing_to_say(tmp_path: Path) -> None:
    more = {"OPENKADER_HTTPS": "on", "OPENKADER_HOSTS": "kader.example.org", "OPENKADER_SECRET_KEY": KEY}
    house = Installation(tmp_path / "data", more=more)
    checks = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]
    done = subprocess.run(
        checks,
        env=house.environment | {"DJANGO_SETTINGS_MODULE": "openkader.conf.settings"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, "no issues" in done.stdout) == (0, True), done.stderr


class Cable:
    """What lies between the house and its database, and can be pulled out."""

    def __init__(self, host: str, port: int) -> None:
        self.there, self.port = (host, port), free_port()
        self.listening: socket.socket | None = None
        self.lines: list[socket.socket] = []
        self.plug_in()

    def plug_in(self) -> None:
        listening = socket.create_server(("127.0.0.1", self.port))
        self.listening = listening
        threading.Thread(target=self._accept, args=[listening], daemon=True).start()

    def pull_out(self) -> None:
        assert self.listening
        # A thread that waits in it keeps a socket alive, so it is woken first.
        with suppress(OSError):
            self.listening.shutdown(socket.SHUT_RDWR)
        self.listening.close()
        for line in self.lines:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
        self.lines.clear()

    def _accept(self, listening: socket.socket) -> None:
        with suppress(OSError):
            while True:
                near, _ = listening.accept()
                far = socket.create_connection(self.there)
                self.lines += [near, far]
                threading.Thread(target=self._carry, args=[near, far], daemon=True).start()

    def _carry(self, near: socket.socket, far: socket.socket) -> None:
        with suppress(OSError), near, far:
            while True:
                for one in select.select([near, far], [], [])[0]:
                    sent = one.recv(65536)
                    if not sent:
                        return
                    (far if one is near else near).sendall(sent)


def test_while_the_database_is_gone_a_page_says_so_and_it_comes_back_by_itself(
    postgres_url: str, tmp_path: Path, example: Installation
) -> None:
    server = urlsplit(postgres_url)
    cable = Cable(str(server.hostname), server.port or 5432)
    with fresh_postgres(postgres_url) as url:
        parts = urlsplit(url)
        through = parts._replace(netloc=f"{parts.username}:{parts.password}@127.0.0.1:{cable.port}")
        data = tmp_path / "data"
        shutil.copytree(example.data / "lists", data / "lists")
        house = Installation(data, urlunsplit(through), {"OPENKADER_LANGUAGE": "nl"})
        assert house.run("migrate").returncode == 0
        with served(house) as (site, log):
            assert get(site, "/aanmelden/")[0] == 200
            assert get(site, "/_health/ready")[0] == 200
            cable.pull_out()
            assert_gone(site)
            cable.plug_in()
            assert get(site, "/aanmelden/")[0] == 200
            assert get(site, "/_health/ready")[0] == 200
        cable.pull_out()
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    assert {line["route"] for line in lines if line["message"].startswith("the database cannot be read")}
    assert f":{parts.password}" not in log.read_text("utf-8")


def assert_gone(site: str) -> None:
    """Every page says it within seconds, in words, and with nothing around it that had to be read."""
    for path, more in (("/dossiers/", {}), ("/werk/", {"Cookie": "sessionid=ietsgeheims12345"}), ("/", {})):
        started = time.monotonic()
        status, page, headers = get(site, path, **more)
        assert time.monotonic() - started < QUICKLY, path
        assert status == 503, path
        assert "Het register is nu niet beschikbaar" in page
        assert "Traceback" not in page
        assert f"<code>{headers['X-Request-ID']}</code>" in page
        assert (headers["Retry-After"], headers["Cache-Control"]) == ("30", "no-store")
    assert get(site, "/_health/live")[0] == 200
    status, said, _ = get(site, "/_health/ready")
    assert (status, json.loads(said)["parts"]["database"]) == (503, "failing")


def test_a_server_listens_on_a_socket_in_the_file_system(example: Installation, tmp_path: Path) -> None:
    place = tmp_path / "web.sock"
    process = example.start("serve", "--bind", f"unix:{place}", "--workers", "1")
    try:
        assert process.stdout
        assert str(place) in process.stdout.readline()
        with socket.socket(socket.AF_UNIX) as visitor:
            visitor.settimeout(20)
            visitor.connect(str(place))
            visitor.sendall(b"GET /_health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            assert visitor.recv(12) == b"HTTP/1.1 200"
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=20)
    assert process.returncode == 0
