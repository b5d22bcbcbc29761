"""What opens something stands in no line, no page and no description of the settings, whoever repeats it."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.views.debug import ExceptionReporter

from openkader.conf.environment import Environment
from openkader.conf.signing_in import SigningIn
from tests.integration.test_web_operation import Kept

pytestmark = pytest.mark.django_db
PLANTED = {
    "OPENKADER_SECRET_KEY": "geplant-een-sleutel-van-vijftig-tekens-voor-de-koekjes",
    "DATABASE_URL": "postgresql://kader:geplant-twee@127.0.0.1/kader",
    "SCREENING_URL": "https://yente.example.org",
    "SCREENING_API_KEY": "geplant-drie",
    "OIDC_URL": "https://login.example.org",
    "OIDC_CLIENT_ID": "kader",
    "OIDC_CLIENT_SECRET": "geplant-vier",
    "OPENKADER_MAIL_URL": "smtps://kader:geplant-vijf@mail.example.org",
    "OPENKADER_MAIL_FROM": "kader@example.org",
    "OPENKADER_METRICS_TOKEN": "geplant-zes-" + "x" * 32,
    "OPENKADER_S3_URL": "https://s3.example.org",
    "OPENKADER_S3_BUCKET": "kader",
    "OPENKADER_S3_KEY": "openkader",
    "OPENKADER_S3_SECRET": "geplant-zeven",
    **{f"OPENKADER_ZGW_{name}": "https://zaken.example.nl/api/v1" for name in ("ZAKEN", "DOCUMENTEN")},
    **{f"OPENKADER_ZGW_{name}": "https://zaken.example.nl/api/v1" for name in ("CATALOGI", "BESLUITEN")},
    "OPENKADER_ZGW_CLIENT": "openkader",
    "OPENKADER_ZGW_SECRET": "geplant-acht",
    "OPENKADER_ZGW_MAPPING": "zgw.yaml",
}
MARK = "geplant"


@pytest.fixture
def planted(settings: Any) -> Environment:
    found = Environment.read(PLANTED)
    settings.SECRET_KEY = found.secret_key
    settings.SCREENING_API_KEY = found.screening.api_key
    settings.OIDC = SigningIn.read(PLANTED)
    settings.EMAIL_HOST_PASSWORD = found.front_door.mail.password
    settings.OPENKADER_METRICS_TOKEN = found.operation.metrics_token
    settings.BUCKET = found.documents.bucket
    settings.CASE_SYSTEM = found.case_system.system
    return found


@pytest.fixture
def log() -> Iterator[Kept]:
    kept, root = Kept(), logging.getLogger()
    root.addHandler(kept)
    yield kept
    root.removeHandler(kept)


def secrets() -> list[str]:
    words = ("een", "drie", "vier", "vijf", "zes", "zeven", "acht")
    return [f"geplant-{word}" for word in words]


def test_the_settings_do_not_say_their_secrets_when_they_are_shown() -> None:
    shown = repr(Environment.read(PLANTED))
    assert "yente.example.org" in shown
    assert MARK not in shown


@pytest.mark.usefixtures("planted")
def test_a_line_that_repeats_a_secret_of_the_house_is_masked(log: Kept) -> None:
    words = " ".join(PLANTED.values())
    logging.getLogger("some.library").error("cannot connect: %s", words)
    logging.getLogger("some.library").error("failed", exc_info=ConnectionError(words))
    assert log.words.count("cannot connect") == 2
    assert [secret for secret in secrets() if secret in log.words] == []


@pytest.mark.usefixtures("planted")
def test_a_page_that_breaks_says_no_secret_and_neither_does_its_line(
    log: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(" ".join(PLANTED.values()))

    monkeypatch.setattr("openkader.web.views.plain.timeless_context", broken)
    answer = Client(raise_request_exception=False).get("/toegankelijkheid/")
    assert answer.status_code == 500
    assert MARK not in answer.content.decode()
    assert "RuntimeError" in log.words
    assert [secret for secret in secrets() if secret in log.words] == []


def test_the_technical_page_of_a_developer_hides_the_settings(planted: Environment, settings: Any) -> None:
    settings.DEBUG = True
    settings.SOCIALACCOUNT_PROVIDERS = planted.signing_in.providers()
    error = RuntimeError("broken")
    shown = ExceptionReporter(RequestFactory().get("/"), type(error), error, None).get_traceback_html()
    assert "SCREENING_API_KEY" in shown
    assert [secret for secret in secrets() if secret in shown] == []
