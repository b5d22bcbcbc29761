"""The audit trail as an auditor reads it: chosen, a page at a time, and as a file."""

import ast
import inspect
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client
from django.urls import URLPattern
from django.utils.translation import override

import openkader
from openkader.casework.vocabulary import AccountRole
from openkader.kader import Assessor, load_kader
from openkader.register import audit, selectors, services
from openkader.register.selectors.trail import Event
from openkader.web import urls
from openkader.web.presenters.names import ACTIONS
from openkader.web.presenters.trail_details import LABELS, shown_detail
from tests.integration import advice_house
from tests.integration.register_house import NOW, a_request, assessed, decided
from tests.unit.kader_factories import ZUID_HOLLAND
from tests.web_pages import colleague, queries_of

pytestmark = pytest.mark.django_db
TRAIL = "/controlespoor/"
DOCS = Path(__file__).parents[2] / "docs/reference/audit-events.md"


@pytest.fixture
def auditor(db: None) -> Client:
    return colleague("toezicht", AccountRole.AUDITOR)


def a_trail(count: int = 120) -> None:
    """Views that were kept, one each second, by two colleagues in turn."""
    for number in range(count):
        by = ("anna", "ben")[number % 2]
        now = datetime(2030, 5, 1 + number // 60, 12, 0, number % 60, tzinfo=UTC)
        colleague(by)
        services.keep_view("Mijn lijst", f"van=all&n={number}", by=by, now=now)


def shown(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"nummer (\d+)</span>", text)]


def test_the_trail_is_read_a_page_at_a_time_and_back(auditor: Client) -> None:
    a_trail()
    seen: list[int] = []
    place, pages = TRAIL, [TRAIL]
    while place:
        text = auditor.get(place).content.decode()
        seen += shown(text)
        found = re.search(r'rel="next" href="([^"]*)"', text)
        place = TRAIL + found[1].replace("&amp;", "&") if found else ""
        pages += [place] if place else []
    newest = selectors.head()[0]
    assert seen == list(range(newest, 0, -1))
    assert len(pages) == 3
    back = re.search(r'rel="prev" href="([^"]*)"', auditor.get(pages[-1]).content.decode())
    assert back
    again = auditor.get(TRAIL + back[1].replace("&amp;", "&")).content.decode()
    assert shown(again) == shown(auditor.get(pages[1]).content.decode())


def test_the_trail_is_chosen_by_subject_person_kind_and_period(auditor: Client) -> None:
    a_trail()
    a_request("V-1")
    chosen = {
        "persoon=anna": 60,
        "onderwerp=V-1": 1,
        "soort=view.kept": 120,
        "soort=request.recorded&persoon=anna": 0,
        "van=2030-05-02&tot=2030-05-02": 60,
        "tot=2030-05-01&persoon=ben": 30,
    }
    for words, expected in chosen.items():
        file = b"".join(auditor.get(f"{TRAIL}bestand/csv/?{words}").streaming_content)  # type: ignore[attr-defined]
        lines = [line for line in file.decode().splitlines() if re.match(r"\d+;2030", line)]
        assert len(lines) == expected, words


@pytest.mark.parametrize(
    "words",
    ["voor=x", "na=-1", f"voor={9**40}", "van=2030-13-40", "soort=drop.table", f"onderwerp={'x' * 10_000}"],
)
def test_words_that_mean_nothing_are_no_error(auditor: Client, words: str) -> None:
    assert auditor.get(f"{TRAIL}?{words}").status_code == 200


def test_what_was_chosen_stands_in_the_page_as_text(auditor: Client) -> None:
    text = auditor.get(f"{TRAIL}?persoon=<script>&onderwerp=%22x").content.decode()
    assert "<script>" not in re.sub(r"<script[^>]*src=", "", text)
    assert 'value="&lt;script&gt;"' in text
    assert "Niets in het spoor past bij deze keuze" in text


@pytest.mark.parametrize("form", ["csv", "xlsx", "ods"])
def test_that_a_file_was_taken_stands_in_the_trail_and_in_the_file(auditor: Client, form: str) -> None:
    answer = auditor.get(f"{TRAIL}bestand/{form}/?persoon=anna")
    assert "open-kader-controlespoor-" in answer["Content-Disposition"]
    assert answer.getvalue()
    (event,) = [one for one in selectors.events() if one.action == "trail.exported"]
    assert (event.actor, event.detail) == ("toezicht", {"chosen": "persoon=anna", "form": form})
    assert audit.verify() is None
    assert auditor.get(f"{TRAIL}bestand/exe/").status_code == 404


@pytest.mark.parametrize("role", [role for role in AccountRole if role is not AccountRole.AUDITOR])
def test_whoever_is_no_auditor_hears_whose_it_is(role: AccountRole) -> None:
    client = colleague("ander", role)
    before = selectors.event_count()
    for place in (TRAIL, f"{TRAIL}bestand/csv/"):
        answer = client.get(place)
        assert answer.status_code == 403
        assert "leest alleen een auditor" in answer.content.decode()
    assert selectors.event_count() == before
    assert TRAIL not in client.get("/account/").content.decode()


def test_an_auditor_only_reads_here(auditor: Client) -> None:
    assert auditor.post(TRAIL).status_code == 405
    assert TRAIL in auditor.get("/account/").content.decode()
    a_trail(60)
    assert queries_of(TRAIL, auditor) <= 12


def test_everything_that_can_happen_has_a_name() -> None:
    told = re.findall(r"^\| `([a-z.-]+)` \|", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(told) == set(ACTIONS)


# --- details in words -----------------------------------------------------------------------------------------------


def names_logged() -> set[str]:
    """What each service keeps with an event, read from its source; two of them count under names of their own."""
    found = {"code", "added", "changed", "removed", "parties", "touched", "hits_gone", "token"}
    for file in (Path(openkader.__file__).parent / "register").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "log":
                found |= {one.arg for one in node.keywords if one.arg}
    return found


def test_everything_that_the_trail_keeps_has_a_name_in_dutch() -> None:
    assert names_logged() == set(LABELS)
    with override("nl"):
        assert {str(LABELS[name]) for name in ("outcome", "seconded_by")} == {"uitkomst", "tweede persoon"}


def pages_that_note_who_reads() -> set[str]:
    told = (one for one in urls.urlpatterns if isinstance(one, URLPattern) and one.name)
    return {
        str(one.name)
        for one in told
        if re.search(r"note_readings?\(", inspect.getsource(sys.modules[one.callback.__module__]))
    }


def test_each_page_of_which_the_reading_is_noted_has_a_name() -> None:
    for name in pages_that_note_who_reads() - {
        "parties",
        "network",
        "network_join",
        "answers",
        "assessment",
        "decision",
        "calendars",
        "frozen_figures",
        "repetition",
    }:
        assert told("dossier.read", {"what": name}) != f"wat: {name}", name


def told(action: str, detail: dict[str, object], language: str = "nl") -> str:
    event = Event(
        sequence=1,
        at=NOW,
        actor="anna",
        action=action,
        object_kind="x",
        object_reference="V-1",
        dossier="V-1",
        detail=detail,
    )
    with override(language):
        return shown_detail(event, load_kader(ZUID_HOLLAND))


@pytest.mark.parametrize(
    ("action", "detail", "dutch", "english"),
    [
        ("request.decided", {"outcome": "refuse"}, "uitkomst: Weigeren", "outcome: Refuse"),
        ("request.decided", {"level": "organisation"}, "niveau: organisatie", "level: organisation"),
        ("request.decided", {"ground": "abuses"}, "grond: risico op misstanden", "ground: risk of abuses"),
        (
            "request.decided",
            {"departs_from_proposal": True},
            "wijkt af van het voorstel: ja",
            "departs from the proposal: yes",
        ),
        ("request.decided", {"departs_from_proposal": False}, "", ""),
        ("dossier.read", {"level": "secret"}, "niveau: geheim", "level: secret"),
        ("advice.asked", {"due_on": "2030-05-02"}, "antwoord vóór: 2 mei 2030", "answer before: 2 May 2030"),
        ("advice.answered", {"verdict": "objection"}, "oordeel: Bezwaar", "verdict: Objection"),
        (
            "measure.closed",
            {"after": "waived", "before": "open"},
            "eerst: Open; nu: Vrijgesteld",
            "before: Open; now: Waived",
        ),
        (
            "account.roles-changed",
            {"after": ["auditor", "decider"]},
            "nu: auditor, beslisser",
            "now: auditor, decider",
        ),
        (
            "account.second-step-changed",
            {"what": "reset"},
            "wat: weggehaald door een beheerder",
            "what: taken away by an administrator",
        ),
        ("document.kept", {"form": "application/pdf"}, "vorm: pdf", "form: pdf"),
        # A colleague may be called like a role, and is a person all the same.
        (
            "request.assigned",
            {"before": [None, None], "after": ["decider", None]},
            "nu: decider",
            "now: decider",
        ),
        (
            "request.decided",
            {"ground": "of-an-older-kader"},
            "grond: of-an-older-kader",
            "ground: of-an-older-kader",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value else "",
)
def test_a_detail_is_told_in_the_language_of_the_reader(
    action: str, detail: dict[str, object], dutch: str, english: str
) -> None:
    assert told(action, detail) == dutch
    assert told(action, detail, "en") == english


def test_the_page_and_the_file_tell_details_in_words(auditor: Client, assessor: Assessor) -> None:
    decided(assessor)
    text = auditor.get(f"{TRAIL}?onderwerp=V-1").content.decode()
    assert "uitkomst: Uitvoeren" in text
    assert "vragen: " in text
    assert "outcome" not in re.sub(r"<[^>]*>", "", text)
    file = b"".join(auditor.get(f"{TRAIL}bestand/csv/?onderwerp=V-1").streaming_content)  # type: ignore[attr-defined]
    assert "uitkomst: Uitvoeren" in file.decode()


def test_the_timeline_of_a_dossier_tells_whose_advice_was_asked(assessor: Assessor, year_2024: None) -> None:
    request = assessed(assessor)
    advice_house.asked(assessor, request, desk="information_security")
    text = colleague().get(f"/dossiers/{request}/").content.decode()
    assert "loket: " in text
    assert "loket: " not in Client().get(f"/dossiers/{request}/").content.decode()
