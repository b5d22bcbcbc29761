"""Exchanging with another organisation by the pages: all is seen before it goes, and before anything is taken over."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from openkader.publication.exchange import received
from openkader.publication.exchange.composing import given_years
from openkader.publication.kader_files import shown
from openkader.register import audit, models, selectors, services
from openkader.register.adopted_kaders import forget_adopted
from tests.integration.exchange_house import DAY, FILE, MARK, figures, file_of, year_of_verweg
from tests.integration.kader_house import HAND
from tests.integration.register_house import refused
from tests.web_pages import MOST_QUERIES, colleague, queries_of, text

pytestmark = pytest.mark.django_db
HOME, GIVE = "/uitwisselen/", "/uitwisselen/meegeven/"
ALL = f"{GIVE}?kader=zuid-holland/2024-01-01&messages=policy_line&lists=desks&years=2024"


@pytest.fixture(autouse=True)
def own_data(settings: Settings, tmp_path: Path) -> Iterator[None]:
    settings.OPENKADER_DATA = tmp_path
    yield
    forget_adopted()


@pytest.fixture
def evaluator() -> Client:
    return colleague("ev", "evaluator")


def hand_in(client: Client, content: bytes) -> Any:
    return client.post(HOME, {"file": SimpleUploadedFile(FILE, content)})


def looked_into(client: Client, **changes: Any) -> str:
    answer = hand_in(client, file_of(**changes))
    assert answer.status_code == 302
    return str(answer.headers["Location"])


def take(client: Client, path: str, part: str, **more: Any) -> Any:
    draft = {"name": "Van Verweg", "in_force_from": "2030-06-01"} if part != "figures" else {}
    return client.post(path, {"part": part, "checked": "yes", **draft, **more})


@pytest.mark.usefixtures("year_2024")
def test_exactly_what_was_seen_leaves_the_house_and_the_trail_knows(evaluator: Client) -> None:
    said = text(evaluator.get(HOME))
    assert "NCTV-lijst van mogelijke risicosectoren" in said
    assert "Deze lijst is een lege plaats" in said
    assert queries_of(HOME, evaluator) <= MOST_QUERIES
    page = evaluator.get(ALL)
    said = text(page)
    assert "De provincie werkt vraaggericht samen" in said
    assert "minder dan 5, of af te leiden" in said
    assert "verzonnen" not in said
    seen = page.context["page"]["seen"]
    assert evaluator.post(ALL, {"seen": "0" * 64}).status_code == 409
    assert not models.AuditEvent.objects.filter(action="exchange.given").exists()
    answer = evaluator.post(ALL, {"seen": seen})
    assert "attachment" in answer.headers["Content-Disposition"]
    found = received(answer.content, FILE)
    assert list(found.lines) == ["policy_line"]
    assert list(found.lists) == ["desks"]
    event = selectors.events(limit=1)[0]
    assert (event.action, event.detail["sha256"]) == ("exchange.given", found.digest)
    assert evaluator.post(ALL, {"seen": seen}).content == answer.content
    assert queries_of(ALL, evaluator) <= MOST_QUERIES + 5  # the years are counted


def test_nothing_ticked_or_what_is_not_offered_makes_no_file(evaluator: Client) -> None:
    services.note_kader_export("a", "b", "kader", **HAND)  # a register that holds something
    for path in (GIVE, f"{GIVE}?lists=risk_sectors_slot", f"{GIVE}?years=1066"):
        assert evaluator.get(path).status_code in (302, 404)
        assert evaluator.post(path).status_code in (302, 404)
    assert not models.AuditEvent.objects.filter(action="exchange.given").exists()


@pytest.mark.usefixtures("year_2024")
def test_each_part_stands_beside_ours_and_nothing_changes(evaluator: Client) -> None:
    path = looked_into(evaluator)
    said = text(evaluator.get(path))
    assert "Provincie Verweg (bedacht) (verweg)" in said
    assert shown(MARK) in said
    assert "Deze sleutel is hier niet bekend" in said
    assert "alleen hier" in said
    assert "meer: aivd; minder: nctv" in said
    assert "zelfde definitie" in said
    assert "Het voorstel verandert in" in said
    assert (models.KaderDraft.objects.count(), models.ForeignFigures.objects.count()) == (0, 0)
    assert queries_of(path, evaluator) <= MOST_QUERIES + 5


@pytest.mark.usefixtures("year_2024")
def test_parts_are_taken_over_one_by_one_each_with_one_event(evaluator: Client) -> None:
    path = looked_into(evaluator)
    assert take(evaluator, path, "words", checked=[], chosen=["lists.desks"]).status_code == 409
    chosen = ["messages.water_line", "lists.desks", "messages.policy_line"]
    assert take(evaluator, path, "words", chosen=chosen).status_code == 422  # ours is not theirs to give
    answer = take(evaluator, path, "words", chosen=chosen[:2])
    assert answer.headers["Location"] == "/kader/studio/KC-1/"
    draft = text(evaluator.get("/kader/studio/KC-1/"))
    assert "Dit concept bevat boodschappen of lijsten van Provincie Verweg (bedacht)" in draft
    answer = take(evaluator, path, "figures")
    assert answer.headers["Location"] == "/uitwisselen/cijfers/2024/"
    assert take(evaluator, path, "kader").headers["Location"] == "/kader/studio/KC-2/"
    actions = [event.action for event in selectors.events(limit=3)]
    assert actions == ["kader.taken-over", "foreign-figures.kept", "kader-words.taken-over"]
    again = looked_into(evaluator)
    said = text(evaluator.get(again))
    assert "KC-1, KC-2, FC-1" in said
    assert "is deze organisatie hier bekend" in said
    assert take(evaluator, again, "figures").status_code == 409
    assert take(evaluator, again, "kader").status_code == 409
    assert take(evaluator, again, "words", chosen=chosen[:2]).status_code == 409
    assert audit.verify() is None


@pytest.mark.usefixtures("year_2024")
def test_figures_of_others_lie_beside_ours_are_never_counted_and_can_be_taken_away(evaluator: Client) -> None:
    before = given_years({2024})
    services.keep_foreign_figures(figures(), **HAND)
    page = "/uitwisselen/cijfers/2024/"
    said = text(evaluator.get(page))
    assert "Provincie Verweg (bedacht)" in said
    assert "zelfde definitie" in said
    assert queries_of(page, evaluator) <= MOST_QUERIES + 5
    assert given_years({2024}) == before
    assert "Provincie Verweg (bedacht): 2024" in text(evaluator.get(HOME))
    assert evaluator.post(page, {"reference": "FC-9"}).status_code == 404
    assert evaluator.post(page, {"reference": "FC-1"}).status_code == 302
    assert evaluator.get(page).status_code == 404
    assert selectors.events(limit=1)[0].action == "foreign-figures.dropped"


def test_older_figures_or_those_of_another_key_or_our_own_are_not_kept() -> None:
    services.keep_foreign_figures(figures(), **HAND)
    refused("exchange.kept-already", lambda: services.keep_foreign_figures(figures(), **HAND))
    older = figures(made_on=DAY - timedelta(days=1))
    refused("exchange.older", lambda: services.keep_foreign_figures(older, **HAND))
    newer = figures(made_on=DAY + timedelta(days=1), years=(year_of_verweg(2025),))
    services.keep_foreign_figures(newer, **HAND)
    own = figures(organisation="zuid-holland")
    refused("exchange.own-figures", lambda: services.keep_foreign_figures(own, **HAND))
    assert models.ForeignFigures.objects.count() == 2


def test_who_may_not_exchange_hears_whose_task_it_is(evaluator: Client) -> None:
    services.keep_foreign_figures(figures(), **HAND)
    reviewer, adviser = colleague("re", "reviewer"), colleague("ad", "adviser")
    for path in (HOME, GIVE, "/uitwisselen/cijfers/2024/", "/uitwisselen/inzien/abc/"):
        assert reviewer.get(path).status_code == 403
        assert reviewer.post(path).status_code == 403
        assert Client().get(path).status_code == 302
    assert adviser.post("/uitwisselen/cijfers/2024/", {"reference": "FC-1"}).status_code == 403
    assert models.ForeignFigures.objects.count() == 1
    assert evaluator.get("/uitwisselen/inzien/abc/").status_code == 302


@pytest.mark.usefixtures("year_2024")
def test_a_file_waits_for_who_handed_it_in_only(evaluator: Client) -> None:
    path = looked_into(evaluator, kader=None)
    assert colleague("ad", "adviser").get(path).headers["Location"] == HOME
    assert "Provincie Verweg" in text(evaluator.get(path))


@pytest.mark.usefixtures("year_2024")
@pytest.mark.parametrize("change", ["cut", "flip", "kader", "empty", "script"])
def test_a_file_that_does_not_hold_is_not_kept_and_says_why(evaluator: Client, change: str) -> None:
    content = file_of(kader=None)
    bad = {
        "cut": content[:-40],
        "flip": content.replace(b'"low": 91', b'"low": 21'),
        "kader": json.dumps({"form": "openkader-kader-1"}).encode(),
        "empty": b"",
        "script": b'{"form": "openkader-exchange-<script>alert(1)</script>"}',
    }
    answer = hand_in(evaluator, bad[change])
    assert answer.status_code == 422
    assert b"<script>alert" not in answer.content
    assert not models.KeptDraft.objects.exists()
