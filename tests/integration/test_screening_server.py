"""Screening over the wire, by a server on this machine that behaves well and badly."""

import json
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from openkader.base.errors import Unavailable
from openkader.register.screeners import screener
from openkader.register.wire import Wire
from openkader.screening.evidence import Band, Screening
from openkader.screening.yente import Asked, Patience, Terms, YenteScreener
from tests.integration.yente_server import Answer, Server, say, send, serving
from tests.unit.yente_answers import matches, party

HO = party("Ho Chun Yan")


@pytest.fixture
def yente() -> Iterator[Server]:
    with serving() as found:
        yield found


def screened(yente: Server, waited: list[float] | None = None) -> Screening:
    patience = Patience(time.monotonic, (waited if waited is not None else []).append)
    wire = Wire(yente.url, "ApiKey s3cret", seconds=1, most=1 << 16)
    return YenteScreener(Terms(dataset="sanctions"), wire, patience).screen(HO)


def test_a_party_is_screened_over_the_wire(yente: Server) -> None:
    found = screened(yente)
    assert (found.band, found.hits[0].caption, len(found.lists)) == (Band.MATCH, "HO Chun-yan", 2)
    (read, _, _, _), (posted, path, headers, body) = yente.asked
    assert (read, posted) == ("GET", "POST")
    assert path == "/yente/match/sanctions?limit=10&threshold=0.7&cutoff=0.69&algorithm=logic-v2"
    assert (headers["authorization"], headers["content-type"]) == ("ApiKey s3cret", "application/json")
    assert body["queries"]["party"]["properties"] == {"name": ["Ho Chun Yan"]}


def never_answer(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(1.5)


def hang_up(handler: BaseHTTPRequestHandler) -> None:
    handler.close_connection = True


def talk_nonsense(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"\x1b[31mnonsense\r\n\r\n")


def cut_a_chunk(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b'ff\r\n{"responses": {')


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    with suppress(BrokenPipeError, ConnectionResetError):
        for _ in range(100):
            handler.wfile.write(b" " * (1 << 12))


def drip(handler: BaseHTTPRequestHandler) -> None:
    """Headers that come drop by drop and never end; no single silence is long."""
    with suppress(BrokenPipeError, ConnectionResetError):
        for byte in b"HTTP/1.1 200 OK\r\nX: " + b"x" * 50:
            handler.wfile.write(bytes([byte]))
            handler.wfile.flush()
            time.sleep(0.1)


WHOLE = json.dumps(matches()).encode()
BAD: dict[str, tuple[Answer, str]] = {
    "silence": (never_answer, "screening.server-slow"),
    "headers without end": (drip, "screening.server-slow"),
    "a trickle": (send(WHOLE, 200, 0.2), "screening.server-slow"),
    "no answer": (hang_up, "screening.server-unreachable"),
    "no http": (talk_nonsense, "screening.server-unreachable"),
    "no key": (say({"detail": "no"}, 401), "screening.server-refuses"),
    "another key": (say({"detail": "no"}, 403), "screening.server-refuses"),
    "another dataset": (say({"detail": "No such dataset."}, 404), "screening.server-unknown"),
    "a refusal": (say({"detail": "Invalid algorithm"}, 400), "screening.server-answered"),
    "a failure": (say({"status": "error"}, 500), "screening.server-failed"),
    "no index": (say({"detail": "Index not ready."}, 503), "screening.server-failed"),
    "an empty body": (send(b""), "screening.answer-unreadable"),
    "half a body": (send(WHOLE[:40]), "screening.answer-unreadable"),
    "a promise broken": (send(WHOLE, Content_Length="9999"), "screening.answer-cut"),
    "half a chunk": (cut_a_chunk, "screening.answer-cut"),
    "too much": (send(b" " * (1 << 17) + WHOLE), "screening.answer-too-large"),
    "no end": (endless, "screening.answer-too-large"),
    "packed": (send(b"\x1f\x8b\x08packed", Content_Encoding="gzip"), "screening.answer-unreadable"),
    "half of it": (say({"responses": {}, "limit": 10}), "screening.answer-incomplete"),
    "a page": (send(b"<html>log in</html>"), "screening.answer-unreadable"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_goes_wrong_is_not_screened_and_never_clear(yente: Server, case: str) -> None:
    answer, code = BAD[case]
    yente.answers = [answer]
    with pytest.raises(Unavailable) as caught:
        screened(yente)
    assert caught.value.code == code
    assert "s3cret" not in str(caught.value.detail)
    assert all(map(str.isprintable, caught.value.detail.values()))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_name_and_no_key_follow_a_redirect(yente: Server, status: int) -> None:
    with serving() as elsewhere:
        yente.answers = [say({}, status, Location=elsewhere.url + "match/sanctions?limit=1")]
        with pytest.raises(Unavailable) as caught:
            screened(yente)
        assert elsewhere.asked == []
    assert (caught.value.code, caught.value.detail["status"]) == ("screening.server-answered", str(status))


def test_a_busy_server_is_given_the_time_it_asks_for(yente: Server) -> None:
    waited: list[float] = []
    yente.answers = [say({}, 429, Retry_After="2")]
    assert screened(yente, waited).band is Band.MATCH
    assert waited == [2.0]


def test_a_server_that_stays_busy_is_given_up(yente: Server) -> None:
    yente.answers = [say({}, 429, Retry_After="12") for _ in range(9)]
    with pytest.raises(Unavailable) as caught:
        screened(yente)
    assert (caught.value.code, len(yente.answers)) == ("screening.server-busy", 6)


def test_a_server_that_is_gone_is_an_outage() -> None:
    with serving() as gone:
        pass
    with pytest.raises(Unavailable) as caught:
        screened(gone)
    assert caught.value.code == "screening.server-unreachable"


def test_a_server_that_does_not_even_shake_hands_is_slow() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        with pytest.raises(Unavailable) as caught:
            Wire(f"https://127.0.0.1:{port}", seconds=0.2)(Asked(path="catalog"))
    assert caught.value.code == "screening.server-slow"


@pytest.mark.parametrize("server", ["file:///etc", "ftp://127.0.0.1", "data:text/plain,"])
def test_the_wire_leads_only_to_the_web(server: str) -> None:
    with pytest.raises(Unavailable) as caught:
        Wire(server)(Asked(path="hostname"))
    assert caught.value.code == "screening.server-unreachable"


@pytest.mark.parametrize(("key", "sent"), [("", None), ("abc", "ApiKey abc"), ("Bearer abc", "Bearer abc")])
def test_the_settings_choose_the_server(yente: Server, settings: Any, key: str, sent: str | None) -> None:
    settings.SCREENING_URL, settings.SCREENING_API_KEY = yente.url, key
    settings.SCREENING_MATCH_FROM = 0.99
    assert screener().screen(HO, limit=3).band is Band.CHECK
    assert yente.asked[1][2].get("authorization") == sent
    assert "abc" not in repr(screener())


def test_without_a_server_our_own_engine_screens(settings: Any, tmp_path: Path) -> None:
    settings.OPENKADER_DATA = tmp_path
    with pytest.raises(Unavailable) as caught:
        screener()
    assert caught.value.code == "screening.no-list"
