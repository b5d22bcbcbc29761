"""The mailbox is opened with a token of the organisation's provider: Dovecot asks Canaille whose it is."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from openkader.base.errors import Invalid, Unavailable
from openkader.cli import fetching
from openkader.cli.fetching import Fetching
from openkader.cli.stopping import Stop
from openkader.conf.mailbox import MailboxSettings
from openkader.conf.security import Security
from openkader.register.mailbox import opened_mailbox
from openkader.register.mailbox_sign_in import TokenGiver
from openkader.register.models import ReceivedMail
from tests.dovecot import USER, RealMailbox, by_token, real_mailbox
from tests.integration.canaille_provider import SECRET, Canaille, canaille_on_this_computer
from tests.integration.filing_house import inside
from tests.integration.loopback import listening
from tests.integration.mail_house import a_mail
from tests.integration.register_house import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def provider() -> Iterator[Canaille]:
    with canaille_on_this_computer() as found:
        found.machine(USER)
        found.machine("another")
        yield found


@pytest.fixture(scope="module", params=["as the standard has it", "only the older way"])
def real(provider: Canaille, request: pytest.FixtureRequest) -> Iterator[RealMailbox]:
    asked = provider.url.replace("//", f"//{USER}:{quote(SECRET)}@") + "/oauth/introspect"
    with real_mailbox(by_token(asked, only_older=request.param.startswith("only"))) as found:
        yield found


@pytest.fixture
def box(
    real: RealMailbox,
    provider: Canaille,
    settings: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> RealMailbox:
    real.clear()
    monkeypatch.setenv("SSL_CERT_FILE", str(real.folder / "cert.pem"))
    monkeypatch.setattr(fetching, "now", lambda: NOW)
    settings.OPENKADER_DATA, settings.OUTGOING = tmp_path, inside()
    (tmp_path / "secret").write_text(f"{SECRET}\n")
    settings.MAILBOX = mailbox(real, tmp_path, provider.url)
    return real


def mailbox(real: RealMailbox, folder: Path, provider: str, client: str = USER) -> MailboxSettings:
    return MailboxSettings.read(
        {
            "OPENKADER_IMAP_HOST": "localhost",
            "OPENKADER_IMAP_PORT": str(real.port),
            "OPENKADER_IMAP_USER": USER,
            "OPENKADER_IMAP_PASSWORD_FILE": str(folder / "secret"),
            "OPENKADER_IMAP_TOKEN_URL": f"{provider}/oauth/token",
            "OPENKADER_IMAP_CLIENT": client,
            "OPENKADER_IMAP_SCOPE": "mail",
        }
    )


def why_not() -> tuple[str, str]:
    with pytest.raises(Unavailable) as found, opened_mailbox():
        pass
    (told,) = found.value.detail.values()
    return found.value.code, told


def test_mail_is_fetched_with_a_token(box: RealMailbox) -> None:
    box.put(a_mail(), a_mail())
    assert Fetching().fetch_mail("here:1", Stop()) == 2
    assert (box.held(), box.held("Open Kader"), ReceivedMail.objects.count()) == (0, 2, 1)


def test_a_token_of_another_opens_nothing(
    box: RealMailbox, provider: Canaille, settings: Any, tmp_path: Path
) -> None:
    settings.MAILBOX = mailbox(box, tmp_path, provider.url, "another")
    assert why_not() == ("mail.away", "error")


def test_a_wrong_secret_and_a_provider_that_is_away_are_said(
    box: RealMailbox, provider: Canaille, settings: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    box.put(a_mail())
    with provider.away():
        assert why_not() == ("mail.no-token", "unreachable")
    (tmp_path / "secret").write_text("a secret of nobody")
    assert why_not() == ("mail.no-token", "401")
    assert Fetching().fetch_mail("here:1", Stop()) == 0
    assert "no mail comes in: mail.no-token" in caplog.text
    assert "a secret of nobody" not in caplog.text
    assert box.held() == 1
    settings.OUTGOING = Security.read({}).outgoing
    assert why_not() == ("mail.no-token", "not-allowed")


WRONG = (
    b"",
    b"[" * 60_000,
    b"[]",
    b"{}",
    *(
        json.dumps({"token_type": kind, "access_token": token}).encode()
        for kind, token in (("mac", "a"), ("Bearer", None), ("Bearer", ""), ("Bearer", "a\x01b"), (None, "a"))
    ),
    json.dumps({"token_type": "Bearer", "access_token": "a" * 70_000}).encode(),
)


@pytest.mark.parametrize("body", WRONG, ids=range(len(WRONG)))
def test_what_is_no_token_is_none(body: bytes, settings: Any) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    settings.OUTGOING = inside()
    with listening(answer) as url, pytest.raises(Unavailable) as found:
        TokenGiver(url, "client").token("secret")
    assert found.value.detail == {"answer": "unreadable"}


def test_no_redirect_is_followed_and_the_secret_goes_nowhere_else(settings: Any) -> None:
    asked = []

    def elsewhere(handler: BaseHTTPRequestHandler) -> None:
        asked.append(handler.headers.get("Authorization"))
        handler.send_response(307)
        handler.send_header("Location", f"http://{handler.headers['Host']}/x")
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    settings.OUTGOING = inside()
    with listening(elsewhere) as url, pytest.raises(Unavailable) as found:
        TokenGiver(url, "who: is it?", "mail").token("a secret+of:us")
    assert found.value.detail == {"answer": "307"}
    # As RFC 6749 has it: either word is written as in a form before they are put together.
    assert asked == ["Basic d2hvJTNBJTIwaXMlMjBpdCUzRjphJTIwc2VjcmV0JTJCb2YlM0F1cw=="]


@pytest.mark.parametrize(
    ("url", "client", "wrong"),
    [
        ("", "kader", ["OPENKADER_IMAP_TOKEN_URL"]),
        ("https://login.example/token", "", ["OPENKADER_IMAP_CLIENT"]),
        *(
            (url, "kader", ["OPENKADER_IMAP_TOKEN_URL"])
            for url in ("http://login.example/t", "ftp://x", "https://")
        ),
        ("https://u@login.example/t", "", ["OPENKADER_IMAP_TOKEN_URL", "OPENKADER_IMAP_CLIENT"]),
        ("https://[", "kader", ["OPENKADER_IMAP_TOKEN_URL"]),
        ("https://login.example/token", "kader", []),
    ],
)
def test_half_a_giver_of_tokens_is_refused_at_the_start(url: str, client: str, wrong: list[str]) -> None:
    whole = {
        "OPENKADER_IMAP_HOST": "imap.example",
        "OPENKADER_IMAP_USER": "kader",
        "OPENKADER_IMAP_PASSWORD_FILE": "/secret",
    }
    tokens = {"OPENKADER_IMAP_TOKEN_URL": url, "OPENKADER_IMAP_CLIENT": client}
    assert wrong_in(whole | tokens) == wrong
    assert wrong_in(tokens) == wrong + list(whole)  # a giver of tokens without a mailbox


def wrong_in(variables: dict[str, str]) -> list[str]:
    try:
        MailboxSettings.read(variables)
    except Invalid as error:
        return [one.where for one in error.problems]
    return []
