"""Every call that leaves the house goes where the settings allow, also when the address is somebody else's."""

import ast
import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
import requests
from urllib3.exceptions import HTTPError

import openkader
from openkader.base.errors import Unavailable
from openkader.cli.downloads import Download
from openkader.conf.security import Security
from openkader.register.wire import Wire
from openkader.screening.yente import Asked
from openkader.web.calling import kept_in
from tests.integration.loopback import listening
from tests.s3_server import bucket_at

HOUSE = Path(openkader.__file__).parent
METADATA = "http://169.254.169.254/latest/meta-data/"
# What reaches out; the rest of the house asks these.
REACHING = {
    "register/bucket.py",
    "register/answering.py",
    "register/case_system/calling.py",
    "register/dialling.py",
    "register/pools.py",
    "register/posting.py",
    "register/mailbox_sign_in.py",
    "register/mailbox.py",  # where the settings say, as the server that our mail goes out by
    "register/wire.py",
    "cli/downloads.py",
    "web/calling.py",
}
# A port of this machine, to listen on, how this machine is called, and the scanner that stands beside it.
LISTENING = {"cli/before_serving.py", "cli/demo.py", "cli/work.py", "register/virus_scanner.py"}


class There:
    """A server on this machine: where it sends on to, and what it was asked."""

    def __init__(self) -> None:
        self.url, self.location, self.asked = "", "", list[str]()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        self.asked.append(handler.path)
        handler.send_response(302 if self.location else 200)
        handler.send_header("Location", self.location)
        handler.send_header("Content-Length", "2")
        handler.end_headers()
        handler.wfile.write(b"{}")


@pytest.fixture
def there() -> Iterator[There]:
    found = There()
    with listening(found.answer) as found.url:
        yield found


def allow(settings: Any, **variables: str) -> None:
    settings.OUTGOING = Security.read(variables).outgoing


def refused(call: Any) -> str:
    """The code with which a call was refused."""
    try:
        call()
    except Unavailable as error:
        return error.code
    except (requests.exceptions.ConnectionError, HTTPError) as error:
        return str(error)
    return ""


def ways(url: str, into: Path) -> dict[str, Any]:
    """Each of the ways in which the house asks something of an address."""
    return {
        "list": lambda: Download(seconds=5)(url, into / "list", ""),
        "screening": lambda: Wire(url, seconds=5)(Asked(path="catalog")),
        "bucket": lambda: bucket_at(url, "kader")._sent("GET", "/x", b"", monotonic() + 5),
        "provider": lambda: kept_in(requests.Session()).get(url, timeout=5),
    }


WAYS = ("list", "screening", "provider", "bucket")


@pytest.mark.parametrize("way", WAYS)
def test_what_lies_inside_is_asked_only_when_the_setting_says_so(
    way: str, there: There, settings: Any, tmp_path: Path
) -> None:
    allow(settings)
    assert refused(ways(there.url, tmp_path)[way]) == "outgoing.inner"
    assert there.asked == []
    allow(settings, OPENKADER_INNER="127.0.0.1")
    assert refused(ways(there.url, tmp_path)[way]) == ""
    assert len(there.asked) == 1


@pytest.mark.parametrize("way", ["list", "provider"])
@pytest.mark.parametrize(
    "location", [METADATA, "http://[::ffff:169.254.169.254]/", "http://169.254.169.254%2f/"]
)
def test_a_redirect_to_what_a_machine_keeps_for_itself_is_not_followed(
    way: str, location: str, there: There, settings: Any, tmp_path: Path
) -> None:
    allow(settings, OPENKADER_INNER="127.0.0.1")
    there.location = location
    assert refused(ways(there.url, tmp_path)[way])
    assert len(there.asked) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("way", WAYS)
def test_a_name_that_turns_inside_out_gains_nothing(
    way: str, there: There, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rebinding: the first answer is judged and used; nobody asks for a second."""
    allow(settings, OPENKADER_INNER="10.9.8.7")
    port, looked_up, reached = int(there.url.rpartition(":")[2]), list[str](), list[Any]()

    def look_up(host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        looked_up.append(host)
        number = "10.9.8.7" if len(looked_up) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    def connect(place: tuple[str, int], *_: Any, **__: Any) -> socket.socket:
        reached.append(place)
        raise ConnectionRefusedError(111, "refused")

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(socket, "create_connection", connect)
    refused(ways(f"http://lists.example:{port}", tmp_path)[way])
    assert (looked_up, reached) == (["lists.example"], [("10.9.8.7", port)])


@pytest.mark.parametrize("way", WAYS)
def test_a_name_that_leads_inside_is_not_asked(
    way: str, there: There, settings: Any, tmp_path: Path, caplog: Any
) -> None:
    allow(settings, SCREENING_URL="http://localhost.example")
    assert refused(ways(there.url.replace("127.0.0.1", "localhost"), tmp_path)[way]) == "outgoing.inner"
    assert there.asked == []
    assert "not reached: outgoing.inner localhost" in caplog.text


@pytest.mark.parametrize("way", WAYS)
def test_a_host_that_is_not_listed_is_not_even_looked_up(
    way: str, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    allow(settings, OPENKADER_OUTGOING=".example.org")
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("it was looked up"))
    assert refused(ways("https://example.net/x", tmp_path)[way]) == "outgoing.not-listed"


def test_a_name_with_hundreds_of_addresses_holds_nobody_for_long(
    settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    allow(settings)
    tried = list[Any]()

    def look_up(host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (f"1.1.1.{last}", port)) for last in range(1, 200)
        ]

    def connect(place: tuple[str, int], *_: Any, **__: Any) -> socket.socket:
        tried.append(place)
        raise TimeoutError

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(Unavailable):
        ways("https://lists.example", tmp_path)["list"]()
    assert len(tried) == 4


def test_a_proxy_of_the_organisation_is_not_asked_for_what_is_refused(
    there: There, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    allow(settings)
    monkeypatch.setenv("http_proxy", there.url)
    monkeypatch.setenv("no_proxy", "")
    for ask in ways(METADATA, tmp_path).values():
        assert refused(ask) == "outgoing.inner"
    assert there.asked == []


def test_a_proxy_of_the_organisation_lies_inside_and_is_asked_for_the_rest(
    there: There, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    allow(settings)
    monkeypatch.setenv("http_proxy", there.url)
    monkeypatch.setenv("no_proxy", "")
    assert refused(ways("http://lists.example/x", tmp_path)["list"]) == ""
    assert there.asked == ["http://lists.example/x"]


def test_nothing_else_in_the_house_reaches_out() -> None:
    own = (
        "socket",
        "http.client",
        "urllib.request",
        "urllib3",
        "requests",
        "httpx",
        "aiohttp",
        "ftplib",
        "imaplib",
        "telnetlib",
    )
    found = set()
    for path in HOUSE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names = [name for name in names if name != "requests.exceptions"]  # what went wrong, and no call
            if any(name == one or name.startswith(f"{one}.") for name in names for one in own):
                found.add(str(path.relative_to(HOUSE)))
    assert found == REACHING | LISTENING
