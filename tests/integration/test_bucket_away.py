"""A bucket that is away, slow, full of lies or forbidden says nothing about any document, and nothing is lost."""

import hashlib
import logging
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from openkader.base.errors import Unavailable
from openkader.register import bucket as buckets
from openkader.register.bucket import Bucket
from tests.s3_server import READER, bucket_at

CONTENT = b"een brief"
DIGEST = hashlib.sha256(CONTENT).hexdigest()
Answer = Callable[[BaseHTTPRequestHandler], None]
WAYS: dict[str, Callable[[Bucket], object]] = {
    "put": lambda bucket: bucket.put(CONTENT),
    "take": lambda bucket: bucket.take(DIGEST, "brief.pdf"),
    "size": lambda bucket: bucket.size(DIGEST),
    "states": lambda bucket: bucket.states([(DIGEST, 9), (DIGEST[::-1], 9)]),
    "drop": lambda bucket: bucket.drop(DIGEST),
}


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same limits, smaller."""
    for name, value in {
        "_SHORT": 1.0,
        "_LONG": 1.5,
        "_GLANCE": 0.5,
        "_SILENCE": 0.4,
        "_PAUSES": (0.01, 0.01),
    }.items():
        monkeypatch.setattr(buckets, name, value)


class Server(ThreadingHTTPServer):
    """Answers everything in one way, and keeps what it was asked."""

    daemon_threads = True

    def __init__(self, answer: Answer) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer, self.asked = answer, list[str]()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except OSError:
            self.close_connection = True

    def do_GET(self) -> None:
        self.server.asked.append(f"{self.command} {self.path}")
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.answer(self)

    def do_PUT(self) -> None:
        self.do_GET()

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_DELETE(self) -> None:
        self.do_GET()

    def log_message(self, *_: object) -> None:
        """Stay silent."""


@contextmanager
def one_that(answer: Answer, tls: ssl.SSLContext | None = None) -> Iterator[tuple[Bucket, list[str]]]:
    """A bucket of a server that answers like this, and what it was asked."""
    server = Server(answer)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        scheme = "http" if tls is None else "https"
        yield bucket_at(f"{scheme}://127.0.0.1:{server.server_port}", "kader"), server.asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def says(status: int, body: bytes = b"", **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"content_length": str(len(body)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        if handler.command != "HEAD":
            handler.wfile.write(body)

    return answer


def hangs(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(3)
    handler.close_connection = True


def drips(handler: BaseHTTPRequestHandler) -> None:
    """A byte now and then, so that no silence is too long."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(30):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.1)


def hangs_up(handler: BaseHTTPRequestHandler) -> None:
    if handler.command != "HEAD":
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
    handler.close_connection = True


def is_away(way: str, bucket: Bucket) -> None:
    with pytest.raises(Unavailable) as caught:
        WAYS[way](bucket)
    assert (caught.value.code, caught.value.detail) == ("shelf.away", {})


@pytest.mark.parametrize("way", WAYS)
def test_a_server_that_is_not_there_says_nothing_of_a_document(way: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    is_away(way, bucket_at(f"http://127.0.0.1:{port}", "kader"))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("status", [403, 301, 400])
def test_a_no_is_not_asked_again(way: str, status: int) -> None:
    with one_that(says(status, b"<Error><Code>AccessDenied</Code></Error>")) as (bucket, asked):
        is_away(way, bucket)
    # A look that was refused is told no reason, and none is asked for.
    assert len(asked) <= 2


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("answer", [says(503), hangs_up, says(404, b"<Code>NoSuchBucket</Code>")])
def test_what_may_pass_is_asked_a_few_times_and_no_more(way: str, answer: Answer) -> None:
    with one_that(answer) as (bucket, asked):
        is_away(way, bucket)
    assert len(asked) <= 8


def test_a_server_that_is_overburdened_for_a_moment_is_not_noticed() -> None:
    answers = [says(503), says(500), says(200, CONTENT)]

    def one_after_the_other(handler: BaseHTTPRequestHandler) -> None:
        answers.pop(0)(handler)

    with one_that(one_after_the_other) as (bucket, _):
        assert bucket.take(DIGEST, "brief.pdf") == CONTENT


@pytest.mark.parametrize("answer", [hangs, drips])
@pytest.mark.parametrize("way", ["take", "put"])
def test_a_slow_server_is_given_up(way: str, answer: Answer) -> None:
    with one_that(answer) as (bucket, _):
        began = time.monotonic()
        is_away(way, bucket)
        assert time.monotonic() - began < 10  # all limits together, on a busy machine


def test_a_document_without_end_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(buckets, "_MOST", 100_000)
    with one_that(says(200, b"x" * 300_000)) as (bucket, _), pytest.raises(Unavailable) as caught:
        bucket.take(DIGEST, "brief.pdf")
    assert caught.value.code == "attachment.gone"


def test_a_bucket_that_is_not_there_is_no_bucket_without_documents(s3_url: str) -> None:
    for way in WAYS:
        is_away(way, bucket_at(s3_url, "weg-en-nooit-geweest"))


@pytest.mark.parametrize("change", [{"secret": "wrong"}, {"key": READER}, {"key": "nobody:at-all"}])
def test_a_real_server_refuses_keys_that_may_not(
    change: dict[str, str], bucket: Bucket, caplog: pytest.LogCaptureFixture
) -> None:
    bucket.put(CONTENT)
    for way in WAYS:
        is_away(way, bucket_at(bucket.url, bucket.name, **change))
    assert bucket_at(bucket.url, bucket.name, **change).trouble().startswith("status 403")
    assert bucket.take(DIGEST, "brief.pdf") == CONTENT
    assert "403" in caplog.text
    assert bucket.keys.secret not in caplog.text
    assert "Signature=" not in caplog.text


def test_a_real_server_refuses_what_is_not_what_its_digest_says(
    bucket: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when a line on the way loses a piece: the server has been told what it should get."""
    pieces = buckets._pieces
    monkeypatch.setattr(buckets, "_pieces", lambda content, end: pieces(content[:-1] + b"?", end))
    is_away("put", bucket)
    monkeypatch.undo()
    assert bucket.size(DIGEST) is None


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One for this machine, by itself; no authority vouches for it."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([])
    now = datetime.now(UTC)
    found = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=True)
        .sign(key, hashes.SHA256())
    )
    place = tmp_path_factory.mktemp("tls") / "both.pem"
    form = (serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    private = key.private_bytes(serialization.Encoding.PEM, *form)
    place.write_bytes(private + found.public_bytes(serialization.Encoding.PEM))
    return place


@pytest.mark.parametrize("is_believed", [True, False])
def test_a_server_that_nobody_vouches_for_is_sent_nothing(
    certificate: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, *, is_believed: bool
) -> None:
    if is_believed:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with one_that(says(200, CONTENT), context) as (bucket, asked):
        if is_believed:
            assert bucket.take(DIGEST, "brief.pdf") == CONTENT
        else:
            is_away("put", bucket)
            assert "SSLCertVerificationError" in caplog.text
    assert bool(asked) is is_believed


def test_a_bucket_that_keeps_versions_is_told(caplog: pytest.LogCaptureFixture) -> None:
    with (
        one_that(says(204, x_amz_delete_marker="true")) as (bucket, _),
        caplog.at_level(logging.ERROR),
    ):
        bucket.drop(DIGEST)
    assert "keeps versions" in caplog.text


def test_what_a_server_says_is_not_repeated(caplog: pytest.LogCaptureFixture) -> None:
    said = b"<Error><Code>Denied</Code><Message>geplant\n2026 ERROR</Message></Error>"
    with one_that(says(403, said)) as (bucket, _):
        is_away("take", bucket)
    assert "status 403 Denied" in caplog.text
    assert "geplant" not in caplog.text


def test_the_name_of_a_bucket_can_stand_in_the_host(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    with one_that(says(200, CONTENT)) as (bucket, asked):
        port = bucket.url.rpartition(":")[2]
        named = Bucket(url=f"http://localhost:{port}", name="kader", keys=bucket.keys, by_host=True)
        look_up = socket.getaddrinfo
        monkeypatch.setattr(
            socket, "getaddrinfo", lambda host, *rest, **more: look_up("127.0.0.1", *rest, **more)
        )
        assert named.take(DIGEST, "brief.pdf") == CONTENT
        assert named.trouble() == ""
    assert asked == [f"GET /{DIGEST[:2]}/{DIGEST}", "HEAD /"]
