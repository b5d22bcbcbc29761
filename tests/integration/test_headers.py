"""What every answer says to the browser."""

import pytest
from django.test import Client

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
