"""Lists over the command line, from a server on this machine that behaves well and badly."""

import gzip
import json
import os
import pty
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from openkader.cli.downloads import Moved
from tests.installation import Installation
from tests.integration.loopback import listening
from tests.unit.screening_lists import EU, UN

NAMES = tuple(f"Person {number}" for number in range(20))


def people(*names: str) -> bytes:
    entities = ({"id": name, "schema": "Person", "properties": {"name": [name]}} for name in names)
    return "".join(json.dumps(entity) + "\n" for entity in entities).encode()


@dataclass
class Publisher:
    """What a server gives, and what it was asked."""

    url: str
    body: bytes = b""
    etag: str = ""
    changed: str = ""
    status: int = 200
    promised: int | None = None
    chunked: bool = False
    pause: float = 0
    location: str = ""
    raw: bytes = b""
    asked: list[dict[str, str]] = field(default_factory=list)

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        asked = {name.lower(): value for name, value in handler.headers.items()}
        self.asked.append(asked)
        if self.raw:
            self._drip(handler)
            return
        is_known = self.etag and asked.get("if-none-match") == self.etag
        if is_known or (self.changed and asked.get("if-modified-since") == self.changed):
            handler.send_response(304)
            handler.end_headers()
            return
        handler.send_response(self.status)
        for name, value in (
            ("ETag", self.etag),
            ("Last-Modified", self.changed),
            ("Location", self.location),
        ):
            if value:
                handler.send_header(name, value)
        if self.chunked:
            handler.send_header("Transfer-Encoding", "chunked")
        else:
            handler.send_header(
                "Content-Length", str(len(self.body) if self.promised is None else self.promised)
            )
        handler.end_headers()
        self._send(handler)

    def _drip(self, handler: BaseHTTPRequestHandler) -> None:
        """Anything but an answer, or one of which the headers never end."""
        for byte in self.raw:
            handler.wfile.write(bytes([byte]))
            handler.wfile.flush()
            time.sleep(self.pause)

    def _send(self, handler: BaseHTTPRequestHandler) -> None:
        """The body; slowly when there is a pause, in a chunk that never ends when it is chunked."""
        if self.chunked:
            handler.wfile.write(b"%x\r\n%s" % (len(self.body) + 10, self.body))
            return
        step = 10 if self.pause else len(self.body) or 1
        for start in range(0, len(self.body), step):
            handler.wfile.write(self.body[start : start + step])
            handler.wfile.flush()
            time.sleep(self.pause)


@contextmanager
def serving() -> Iterator[Publisher]:
    host = Publisher("")
    with listening(host.answer) as address:
        host.url = f"{address}/lists/people.json"
        yield host


@pytest.fixture
def house(tmp_path: Path) -> Installation:
    """Lists need no register, and there is none."""
    return Installation(tmp_path / "data")


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    with serving() as found:
        found.body = people(*NAMES)
        yield found


@pytest.fixture
def listed(house: Installation, publisher: Publisher) -> Installation:
    """An installation that has the list of the publisher."""
    done = house.run("lists", "add", "people", "--format", "ftm", publisher.url)
    assert done.returncode == 0, done.stderr
    return house


def in_force(house: Installation) -> str:
    return (house.data / "lists/people/current").read_text().strip()


def entities(house: Installation) -> int:
    return len((house.data / f"lists/people/{in_force(house)}/entities.ftm.json").read_text().splitlines())


def test_a_list_is_added_with_its_first_snapshot(listed: Installation) -> None:
    manifest = json.loads((listed.data / f"lists/people/{in_force(listed)}/manifest.json").read_text())
    assert (manifest["counts"], manifest["files"][0]["name"]) == ({"Person": 20}, "people.json")
    assert entities(listed) == 20


def test_an_unchanged_list_is_not_fetched_again(listed: Installation, publisher: Publisher) -> None:
    publisher.etag = '"one"'
    publisher.body = people(*NAMES, "Person 20")
    assert "renewed, 21 entities (+1)" in listed.run("lists", "update").stdout
    done = listed.run("lists", "update", "people")
    assert (done.returncode, done.stderr) == (0, "")
    assert "people: unchanged" in done.stdout
    assert publisher.asked[-1]["if-none-match"] == '"one"'


def test_a_source_without_an_etag_is_asked_by_its_date(house: Installation, publisher: Publisher) -> None:
    publisher.changed = "Mon, 23 Nov 2026 10:00:00 GMT"
    house.run("lists", "add", "people", "--format", "ftm", publisher.url)
    assert "unchanged" in house.run("lists", "update").stdout
    assert publisher.asked[-1]["if-modified-since"] == publisher.changed


def test_a_source_without_any_mark_is_compared_by_its_content(listed: Installation) -> None:
    assert "unchanged" in listed.run("lists", "update").stdout


BAD: dict[str, tuple[dict[str, object], int, str]] = {
    "missing": ({"status": 404}, 5, "answers with 404"),
    "broken": ({"status": 500}, 5, "too busy (500). Try again later"),
    "busy": ({"status": 429}, 5, "too busy (429). Try again later"),
    "closed": ({"status": 403}, 5, "does not let us in (403)"),
    "a part": ({"status": 206}, 5, "answers with 206"),
    "nothing": ({"status": 204, "body": b""}, 5, "answers with 204"),
    "a page": ({"body": b"<!DOCTYPE html><html><p>Sorry</p></html>"}, 2, "This is a web page and no list"),
    "packed": ({"body": gzip.compress(bytes(1 << 20))}, 2, "This file is packed"),
    "another tongue": ({"raw": b"\x1b[31mSSH-2.0\r\n\r\n"}, 5, "cannot be reached ([31mSSH-2.0)"),
    "drop by drop": ({"raw": b"HTTP/1.1 200 OK\r\n" + b"X" * 100, "pause": 0.1}, 5, "within 1 seconds"),
    "cut": ({"promised": 100_000}, 5, "of its 100000 bytes"),
    "cut in a chunk": ({"chunked": True}, 5, "gave"),
    "shrunken": ({"body": people("Person 1")}, 2, "shrank from 20 to 1 entities, to below 90%"),
    "empty": ({"body": b""}, 2, "There is nobody in this file"),
    "half": ({"body": people(*NAMES)[:-20]}, 2, "people.json:20: The file ends here"),
    "another list": ({"body": b"<CONSOLIDATED_LIST/>\n"}, 2, "people.json:1"),
    "slow": ({"pause": 0.2}, 5, "does not deliver within 1 seconds"),
    "a redirect to a file": ({"status": 302, "location": "file:///etc/hostname"}, 5, "refers us (302)"),
    "a redirect to ftp": ({"status": 302, "location": "ftp://127.0.0.1/x"}, 5, "unknown url type: ftp"),
    "a circle": ({"status": 302, "location": "/lists/people.json"}, 5, "refers us (302)"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_goes_wrong_leaves_the_former_snapshot_in_force(
    listed: Installation, publisher: Publisher, case: str
) -> None:
    before = in_force(listed)
    answers, code, sentence = BAD[case]
    for name, value in answers.items():
        setattr(publisher, name, value)
    done = listed.run("lists", "update", "--timeout", "1")
    assert (done.returncode, done.stdout) == (code, "")
    assert f"people: not renewed; {before} stays in force." in done.stderr
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert (in_force(listed), entities(listed)) == (before, 20)


def test_the_status_tells_of_a_failure_until_an_update_works(
    listed: Installation, publisher: Publisher
) -> None:
    assert listed.run("lists", "status").returncode == 0
    publisher.status = 404
    listed.run("lists", "update")
    done = listed.run("lists", "status")
    assert done.returncode == 1
    assert "last attempt" in done.stdout
    assert "answers with 404" in done.stdout
    publisher.status = 200
    listed.run("lists", "update")
    assert listed.run("lists", "status").returncode == 0


def test_the_status_reads_every_byte_in_force_and_a_damaged_list_hides_no_other(
    listed: Installation, publisher: Publisher
) -> None:
    listed.run("lists", "add", "people-two", "--format", "ftm", publisher.url)
    path = listed.data / f"lists/people/{in_force(listed)}/entities.ftm.json"
    path.chmod(0o600)
    path.write_bytes(path.read_bytes().replace(b"Person 7", b"Person 9"))
    done = listed.run("lists", "status")
    assert done.returncode == 1
    assert "people  damaged" in done.stdout
    assert "people-two  ftm  in force: 20 entities" in done.stdout
    assert listed.run("lists", "update").returncode == 0
    assert listed.run("lists", "status").returncode == 0


def test_ctrl_c_leaves_no_list_behind(house: Installation, publisher: Publisher) -> None:
    publisher.pause = 0.1
    started = house.start("lists", "add", "people", "--format", "ftm", publisher.url)
    while not publisher.asked:
        time.sleep(0.05)
    started.send_signal(signal.SIGINT)
    started.communicate(timeout=60)
    assert started.returncode == 130
    assert not (house.data / "lists/people").exists()


def test_a_secure_address_is_not_left_for_an_open_one() -> None:
    asked = urllib.request.Request("https://lists.example/un.xml")
    for there, is_followed in (("http://lists.example/x", False), ("https://other.example/x", True)):
        try:
            found = Moved().redirect_request(asked, None, 302, "Found", {}, there)
            assert is_followed
            assert found.full_url == there
        except urllib.error.HTTPError:
            assert not is_followed


def test_a_server_that_is_gone_is_an_outage(listed: Installation, house: Installation) -> None:
    with serving() as gone:
        url = gone.url
    done = house.run("lists", "add", "gone", "--format", "ftm", url)
    assert done.returncode == 5
    assert "cannot be reached" in done.stderr
    assert "gone: not added." in done.stderr
    assert not (house.data / "lists/gone").exists()


def test_a_shrunken_list_is_taken_when_somebody_says_so(listed: Installation, publisher: Publisher) -> None:
    publisher.body = people("Person 1")
    done = listed.run("lists", "update", "--accept-shrunken")
    assert (done.returncode, entities(listed)) == (0, 1)
    assert "1 entities (-19)" in done.stdout


def test_one_list_that_fails_does_not_stop_the_others(listed: Installation, tmp_path: Path) -> None:
    path = tmp_path / "un.xml"
    path.write_text(UN)
    listed.run("lists", "add", "aa-un", "--format", "un-xml", str(path))
    path.unlink()
    done = listed.run("lists", "update")
    assert done.returncode == 5
    assert "people: unchanged" in done.stdout
    assert "aa-un: not renewed" in done.stderr


def test_a_file_on_this_computer_is_a_list_too(house: Installation, tmp_path: Path) -> None:
    path = tmp_path / "a list.xml"
    path.write_text(UN)
    assert house.run("lists", "add", "un", "--format", "un-xml", str(path)).returncode == 0
    done = house.run("lists", "add", "un-two", "--format", "un-xml", path.as_uri())
    assert done.returncode == 0, done.stderr
    path.write_text(UN.replace("<DATAID>200", "<DATAID>201").replace("Goma", "Bukavu"))
    assert "un: renewed" in house.run("lists", "update", "un").stdout
    done = house.run("lists", "diff", "un")
    assert "1 added, 1 removed, 1 changed" in done.stdout
    assert {"+ un-201  CEDAR SHIPPING", "- un-200  CEDAR SHIPPING", "    + birthPlace: Bukavu"} <= set(
        done.stdout.splitlines()
    )
    first, second = sorted((house.data / "lists/un").glob("2*-*"), key=lambda one: one.stat().st_mtime)
    named = house.run("lists", "diff", "un", second.name, first.name)
    assert f"from {second.name} to {first.name}" in named.stdout


def test_records_that_cannot_be_read_are_told_and_the_rest_is_in_force(
    house: Installation, tmp_path: Path
) -> None:
    path = tmp_path / "people.json"
    path.write_bytes(people(*(f"Person {number}" for number in range(2000))) + b"nonsense\n" * 12)
    done = house.run("lists", "add", "people", "--format", "ftm", str(path))
    assert done.returncode == 1
    assert "2000 entities" in done.stdout
    assert "people: records that cannot be read and so are not compared with: 12" in done.stderr
    assert "people.json:2001:" in done.stderr
    assert "… and 2 more." in done.stderr
    assert house.run("lists", "status").returncode == 1


def test_a_table_is_added_with_its_mapping(house: Installation, tmp_path: Path) -> None:
    table, mapping = tmp_path / "t.csv", tmp_path / "m.yaml"
    table.write_text("A,B\nOak,1\n")
    mapping.write_text("table: {schema: Company, properties: {name: A}}")
    add = ("lists", "add", "oaks", str(table), "--format", "table")
    assert "--mapping" in house.run(*add).stderr
    assert house.run(*add, "--mapping", str(mapping)).returncode == 0
    mapping.write_text("table: {}")
    done = house.run("lists", "add", "elms", str(table), "--format", "table", "--mapping", str(mapping))
    assert (done.returncode, "m.yaml:1" in done.stderr) == (2, True)


MISTAKES = {
    "another form": (("add", "eu", "FILE", "--format", "un-xml"), 2, "begins with ‘export’"),
    "no file": (("add", "eu", "gone.xml", "--format", "un-xml"), 2, "is no file"),
    "no host": (("add", "eu", "https:///x", "--format", "un-xml"), 2, "is no file, and no address"),
    "a file address": (("add", "eu", "file:///gone.xml", "--format", "un-xml"), 5, "cannot be read"),
    "a bad name": (("add", "../eu", "FILE", "--format", "eu-xml"), 2, "cannot be the name of a list"),
    "a mapping too many": (
        ("add", "eu", "FILE", "--format", "eu-xml", "--mapping", "FILE"),
        2,
        "Leave --mapping out",
    ),
    "a list that is there": (("add", "people", "FILE", "--format", "eu-xml"), 3, "is there already"),
    "an unknown list": (("update", "other"), 4, "There is no list called ‘other’"),
    "an unknown snapshot": (("diff", "people", "1999"), 4, "There is no snapshot"),
    "one snapshot": (("diff", "people"), 2, "only one snapshot"),
    "a share of nothing": (
        ("add", "eu", "FILE", "--format", "eu-xml", "--at-least", "0"),
        2,
        "not understood",
    ),
    "no time": (("update", "--timeout", "0"), 2, "not understood"),
}


@pytest.mark.parametrize("case", MISTAKES)
def test_a_mistake_is_answered_with_a_sentence(listed: Installation, tmp_path: Path, case: str) -> None:
    path = tmp_path / "eu.xml"
    path.write_text(EU)
    words, code, sentence = MISTAKES[case]
    done = listed.run("lists", *(str(path) if word == "FILE" else word for word in words))
    assert (done.returncode, sentence in done.stderr) == (code, True), done.stderr
    assert "Traceback" not in done.stderr


def test_without_lists_the_commands_say_what_to_do(house: Installation) -> None:
    for verb in ("status", "update"):
        done = house.run("lists", verb)
        assert (done.returncode, "There are no lists yet" in done.stdout) == (0, True)


def test_a_data_folder_that_cannot_be_written_is_an_outage(house: Installation, tmp_path: Path) -> None:
    house.run("lists", "status")
    house.data.chmod(0o500)
    path = tmp_path / "un.xml"
    path.write_text(UN)
    done = house.run("lists", "add", "un", "--format", "un-xml", str(path), like_anyone=True)
    house.data.chmod(0o700)
    assert (done.returncode, "cannot be stored" in done.stderr) == (5, True), done.stderr
    assert "un: not added." in done.stderr


def test_a_password_in_an_address_goes_to_that_address_only(
    house: Installation, publisher: Publisher
) -> None:
    publisher.status, publisher.location = 302, "/elsewhere"
    url = publisher.url.replace("://", "://me:s%40fe@")
    house.run("lists", "add", "people", "--format", "ftm", url)
    assert publisher.asked[0]["authorization"] == "Basic bWU6c0BmZQ=="
    assert "authorization" not in publisher.asked[1]


def test_a_password_in_an_address_is_not_shown(house: Installation, publisher: Publisher) -> None:
    publisher.status = 404
    url = publisher.url.replace("://", "://me:secret@") + "?token=secret"
    done = house.run("lists", "add", "people", "--format", "ftm", url)
    assert done.returncode == 5
    assert "secret" not in done.stderr + done.stdout
    assert "/lists/people.json?…" in done.stderr


def test_dutch_is_spoken_by_default(listed: Installation) -> None:
    house = Installation(listed.data, more={"OPENKADER_LANGUAGE": "nl"})
    assert "people: ongewijzigd" in house.run("lists", "update").stdout
    assert "20 entiteiten" in house.run("lists", "status").stdout


def test_a_bar_is_shown_only_to_somebody_who_watches(listed: Installation, publisher: Publisher) -> None:
    publisher.body = people(*(f"Person {number}" for number in range(3000)))
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "openkader", "lists", "update"],
        env=listed.environment,
        stdout=subprocess.PIPE,
        stderr=theirs,
        timeout=60,
        check=True,
    )
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert "people, fetching  [" in shown
    assert "people  [" in shown
    assert shown.endswith("\r")
    assert b"people  [" not in done.stdout
    assert "[" not in listed.run("lists", "update").stderr


def test_two_updates_at_once_give_one_snapshot(listed: Installation, publisher: Publisher) -> None:
    publisher.body = people(*NAMES, "Person 20")
    started = [listed.start("lists", "update") for _ in range(3)]
    said = [process.communicate(timeout=60) for process in started]
    assert [process.returncode for process in started] == [0, 0, 0], said
    assert sorted("renewed" in out for out, _ in said) == [False, False, True]
    assert entities(listed) == 21
