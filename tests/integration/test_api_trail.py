"""A program of an auditor reads the trail as the page does, and works its chain out by itself."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole
from openkader.register import audit, models, selectors
from openkader.register.selectors import TrailChoice
from tests.integration.program_house import a_program, told, with_token
from tests.integration.register_house import NOW, a_request, everything
from tests.integration.test_api_activities_written import refusal, wrong
from tests.integration.test_web_trail import a_trail

pytestmark = pytest.mark.django_db
READ, WORK = TokenScope.READ, TokenScope.WORK
TRAIL = "/api/v1/controlespoor"
PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "let-a-program-check-the-trail.md"
NOTED = "trail.exported"


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


@pytest.fixture
def auditor() -> Client:
    return a_program(READ, role=AccountRole.AUDITOR, name="toezicht")


def read(client: Client, query: str = "") -> Any:
    return told(client.get(f"{TRAIL}{query}"))


def numbers(found: Any) -> list[int]:
    return [one["nummer"] for one in found["gebeurtenissen"]]


def as_told() -> Any:
    """How the page about it says that a hash is worked out."""
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    names: dict[str, Any] = {}
    exec(code, names)  # noqa: S102 - our own page
    return names["holds"]


def test_the_whole_trail_is_read_page_by_page_and_its_chain_holds(auditor: Client) -> None:
    a_trail()
    found = read(auditor)
    end, rows = found["einde"], found["gebeurtenissen"]
    while "volgende" in found["_links"]:
        found = told(auditor.get(found["_links"]["volgende"]["href"]))
        rows += found["gebeurtenissen"]
    assert [one["nummer"] for one in rows] == list(range(end["nummer"], 0, -1))
    holds = as_told()
    assert all(holds(one) for one in rows)
    assert [one["vorigeHash"] for one in rows] == [*(one["hash"] for one in rows[1:]), "0" * 64]
    assert (end["nummer"], end["hash"]) == (rows[0]["nummer"], rows[0]["hash"]) == selectors.head()
    assert not holds(rows[3] | {"persoon": "iemand anders"})


def test_that_it_was_read_is_noted_once_as_the_page_notes_a_file(auditor: Client) -> None:
    a_trail(60)
    found = read(auditor, "?persoon=anna&van=2030-05-01")
    (event,) = [one for one in selectors.events() if one.action == NOTED]
    assert (event.actor, event.detail) == (
        "toezicht",
        {"chosen": "persoon=anna&van=2030-05-01", "form": "json", "token": "zaaksysteem"},
    )
    older = read(auditor)["_links"]["volgende"]["href"]
    auditor.get(older)
    assert len([one for one in selectors.events() if one.action == NOTED]) == 2
    assert (len(found["gebeurtenissen"]), audit.verify()) == (30, None)


@pytest.mark.parametrize(
    "query",
    [
        "persoon=anna",
        "onderwerp=V-1",
        "soort=view.kept",
        "soort=request.recorded&persoon=anna",
        "van=2030-05-02&tot=2030-05-02",
        "tot=2030-05-01&persoon=ben",
    ],
)
def test_it_is_chosen_as_on_the_page(auditor: Client, query: str) -> None:
    from django.http import QueryDict

    from openkader.web.trail_choices import trail_choice_of

    a_trail()
    a_request("V-1")
    found = read(auditor, f"?{query}")
    page = selectors.trail_page(trail_choice_of(QueryDict(query)))
    assert numbers(found) == [one.sequence for one in page.events]
    assert ("volgende" in found["_links"]) is (page.older is not None)


def test_who_goes_on_from_a_number_gets_what_came_right_after(auditor: Client) -> None:
    a_trail()
    found = read(auditor, "?na=10")
    assert numbers(found) == list(range(60, 10, -1))
    assert list(found["_links"]) == ["self"]
    before = selectors.trail_page(TrailChoice(), below=11).events[0]
    kept = models.AuditEvent.objects.get(sequence=before.sequence).hash
    assert found["gebeurtenissen"][-1]["vorigeHash"] == kept
    newest = found["einde"]["nummer"]
    assert numbers(read(auditor, f"?na={newest}")) == [newest + 1]  # that it was asked
    assert read(auditor, f"?na={newest + 99}")["gebeurtenissen"] == []


@pytest.mark.parametrize(
    ("query", "place", "code"),
    [
        ("dossier=V-1", "dossier", "interface.unknown-name"),
        *(
            (f"van={word}", "van", "interface.wrong-value")
            for word in ("gisteren", "0", "2024", "2030-05-01T00:00")
        ),
        ("tot=0001-01-01", "tot", "interface.wrong-value"),
        ("na=-1", "na", "interface.wrong-value"),
        ("onderwerp=" + "x" * 81, "onderwerp", "interface.wrong-value"),
        ("cursor=cn41MA", "cursor", "interface.bad-cursor"),  # a place that we did not give out
        ("cursor=zomaar", "cursor", "interface.bad-cursor"),
    ],
)
def test_what_is_not_understood_is_named_and_nothing_is_noted(
    auditor: Client, query: str, place: str, code: str
) -> None:
    before = selectors.event_count()
    assert wrong(auditor.get(f"{TRAIL}?{query}")) == [(place, code)]
    assert selectors.event_count() == before


def test_both_ways_at_once_is_refused(auditor: Client) -> None:
    a_trail(60)
    older = read(auditor)["_links"]["volgende"]["href"]
    assert wrong(auditor.get(f"{older}&na=3")) == [("na", "interface.one-thing")]


@pytest.mark.parametrize("role", [role for role in AccountRole if role is not AccountRole.AUDITOR])
def test_whoever_is_no_auditor_hears_whose_it_is(role: AccountRole) -> None:
    client = a_program(READ, role=role)
    before = everything()
    assert refusal(client.get(TRAIL)) == (403, "role.read-trail")
    assert everything() == before


def test_a_token_for_something_else_reads_no_trail() -> None:
    auditor = a_program(WORK, role=AccountRole.AUDITOR, name="toezicht")
    assert refusal(auditor.get(TRAIL)) == (403, "token.out-of-scope")
    assert Client().get(TRAIL).status_code == 401
    assert with_token(READ, account="toezicht", name="lezer").get(TRAIL).status_code == 200


def test_nobody_writes_in_it(auditor: Client) -> None:
    for method in ("post", "put", "patch", "delete"):
        response = getattr(auditor, method)(TRAIL, b"{}", content_type="application/json")
        assert response.status_code == 405
