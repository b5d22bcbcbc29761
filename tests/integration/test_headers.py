"""What every answer says to the browser."""

import json
from pathlib import Path

import pytest
from django.test import Client

from tests.installation import Installation

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]


@pytest.mark.parametrize("path", ["/jaar/2024/", "/nowhere/", "/static/web/tokens.css"])
def test_every_answer_has_strict_headers(path: str) -> None:
    response = Client().get(path)
    response.close()  # a style sheet is a file that stays open until it is sent
    headers = response.headers
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize(("cookie", "language"), [("", "nl"), ("en", "en"), ("nl", "nl"), ("xx", "nl")])
def test_dutch_unless_the_reader_chose_otherwise(cookie: str, language: str) -> None:
    visitor = Client(headers={"accept-language": "en-US"})
    visitor.cookies["django_language"] = cookie
    response = visitor.get("/jaar/2024/")
    assert response.headers["Content-Language"] == language
    assert f'<html lang="{language}"' in response.content.decode()


def test_no_page_answers_trace() -> None:
    answer = Client(raise_request_exception=False).generic(
        "TRACE", "/jaar/2024/", headers={"x-geheim": "woord"}
    )
    assert answer.status_code == 405
    assert b"woord" not in answer.content


SHOWN = """
import json
from django.conf import settings
kinds, parts = ("SESSION", "CSRF", "LANGUAGE"), ("SECURE", "HTTPONLY", "SAMESITE")
names = [f"{kind}_COOKIE_{part}" for kind in kinds for part in parts]
names += ["SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME"]
print(json.dumps({name: getattr(settings, name) for name in names}))
"""


def test_cookies_are_for_this_site_only_where_there_is_tls(tmp_path: Path) -> None:
    house = Installation(tmp_path / "data", more={"OPENKADER_HTTPS": "on"})
    said, wrong = house.script(SHOWN).communicate(timeout=60)
    found = json.loads(said or wrong)
    assert found.pop("SESSION_COOKIE_NAME") == "__Host-sessionid"
    assert found.pop("CSRF_COOKIE_NAME") == "__Host-csrftoken"
    assert {value for name, value in found.items() if name.endswith("SAMESITE")} == {"Lax"}
    assert {value for name, value in found.items() if not name.endswith("SAMESITE")} == {True}


@pytest.mark.parametrize("path", ["/jaar/2024/", "/aanmelden/", "/nowhere/"])
def test_an_address_with_thousands_of_words_behind_it_breaks_no_page(path: str) -> None:
    answer = Client(raise_request_exception=False).get(f"{path}?{'nna&' * 1001}")
    assert answer.status_code in (200, 400, 404)
    assert b"<h1" in answer.content
