"""`/.well-known/security.txt`, as RFC 9116 asks for it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from openkader.cli.serve import note_what_is_missing
from openkader.conf.security import Security

pytestmark = pytest.mark.django_db
PLACE = "/.well-known/security.txt"


def fields() -> dict[str, list[str]]:
    answer = Client().get(PLACE)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/plain; charset=utf-8")
    found: dict[str, list[str]] = {}
    for line in answer.content.decode().splitlines():
        name, _, value = line.partition(": ")
        found.setdefault(name, []).append(value)
    return found


def told(settings: Any, **more: str) -> None:
    variables = {"OPENKADER_SECURITY_CONTACT": "veilig@example.org, https://example.org/meld", **more}
    settings.SECURITY = Security.read(variables)


def test_who_finds_a_weakness_reads_where_to_tell_it(settings: Any) -> None:
    told(settings, OPENKADER_SECURITY_POLICY="https://example.org/cvd")
    settings.OPENKADER_ADDRESS = "https://kader.example.org"
    found = fields()
    assert found.pop("Expires")
    assert found == {
        "Contact": ["mailto:veilig@example.org", "https://example.org/meld"],
        "Preferred-Languages": ["nl, en"],
        "Canonical": [f"https://kader.example.org{PLACE}"],
        "Policy": ["https://example.org/cvd"],
    }


def test_it_expires_once_and_always_within_a_year(settings: Any) -> None:
    told(settings)
    (word,) = fields()["Expires"]
    left = datetime.strptime(word, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC) - datetime.now(UTC)
    assert timedelta(days=170) < left < timedelta(days=365)


def test_a_page_on_an_open_line_is_not_called_the_true_one(settings: Any) -> None:
    told(settings)
    settings.OPENKADER_ADDRESS = "http://localhost:8000"
    assert {"Canonical", "Policy"}.isdisjoint(fields())


def test_nothing_is_sent_to_it(settings: Any) -> None:
    told(settings)
    assert Client().post(PLACE).status_code == 405


def test_without_anybody_to_tell_it_to_there_is_none_and_the_log_says_so(settings: Any, caplog: Any) -> None:
    settings.SECURITY = Security.read({})
    assert Client().get(PLACE).status_code == 404
    note_what_is_missing()
    assert "OPENKADER_SECURITY_CONTACT" in caplog.text
    caplog.clear()
    told(settings)
    note_what_is_missing()
    assert caplog.text == ""
