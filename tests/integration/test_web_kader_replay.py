"""Replays of history in the browser: asked, followed while they run, read by whoever may see the cases."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from openkader.casework.permissions import HouseHand
from openkader.cli.generating import generate
from openkader.cli.main import main
from openkader.kader import Assessor
from openkader.register import models, services
from openkader.register.adopted_kaders import forget_adopted
from tests.integration.kader_house import begun, saved, text_of
from tests.integration.replay_house import WORKER, holding_back, the_replay, worked
from tests.integration.test_kader_replays import files_of
from tests.web_pages import MOST_QUERIES, OF_NOTING, colleague, queries_of, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
DRAFT = "/kader/studio/KC-1/"
REPLAY = f"{DRAFT}naspelen/"
SCRIPT = "<script>alert(1)</script>"
REFUSES = """\
proposal:
  - id: no_events
    outcome: refuse
    ground: knowledge_security
    when: {kind: event}
    reason: {nl: Bedacht., en: Made up.}
"""


@pytest.fixture(autouse=True)
def own_data(settings: Settings, tmp_path: Path) -> Iterator[None]:
    settings.OPENKADER_DATA = tmp_path
    yield
    forget_adopted()


@pytest.fixture
def history(assessor: Assessor) -> None:
    generate(60, 4, assessor)


@pytest.fixture
def writer() -> Client:
    holding_back(begun(name=f"Herijking {SCRIPT}"))
    return colleague("ad", "adviser")


def ask(client: Client) -> Any:
    return client.post(REPLAY, {"act": "ask"})


def stop(client: Client, reference: str = "KC-1-NS1") -> Any:
    return client.post(REPLAY, {"act": "stop", "replay": reference})


def stricter() -> None:
    saved("KC-1", text_of("KC-1")[0].replace("proposal:\n", REFUSES, 1))


def test_a_draft_that_was_not_replayed_says_what_that_is_for(writer: Client) -> None:
    said = text(writer.get(REPLAY))
    assert "De geschiedenis is nog niet nagespeeld" in said
    assert SCRIPT not in said
    assert "data-refresh" not in said
    assert "Naspelen over de geschiedenis" in text(writer.get(DRAFT))


def test_it_is_asked_followed_and_read(history: None, writer: Client) -> None:
    answer = ask(writer)
    assert (answer.status_code, answer.headers["Location"]) == (302, REPLAY)
    said = text(writer.get(REPLAY))
    assert "Het naspelen wacht op het werkproces." in said
    assert 'data-refresh="5"' in said
    assert "Kijk opnieuw" in said  # without JavaScript
    assert "Speel de geschiedenis na" not in said
    held = services.take_kader_replay(WORKER, now=timezone.now())
    assert held is not None
    services.report_kader_replay(held, 12, 60, now=timezone.now())
    assert "12 van de 60 zaken zijn nagespeeld" in text(writer.get(REPLAY))
    assert "12 van de 60 zaken zijn nagespeeld" in text(writer.get(DRAFT))
    services.return_kader_replay(held, now=timezone.now())
    worked()
    said = text(writer.get(REPLAY))
    assert "vallen anders uit" in said
    assert "data-refresh" not in said
    assert "Bekijk het naspelen" in text(writer.get(DRAFT))


def test_a_second_click_asks_for_one(writer: Client) -> None:
    assert [ask(writer).status_code, ask(writer).status_code] == [302, 302]
    assert models.KaderReplay.objects.count() == 1


def test_the_page_says_what_the_command_says(
    history: None, writer: Client, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stricter()
    ask(writer)
    worked()
    place = files_of("KC-1", tmp_path / "files")
    assert main(["kader", "replay", "zuid-holland", str(place), "--register", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    said = text(colleague("de", "decider").get(REPLAY))  # who sees every case
    assert f"{told['changed']} van de {told['cases']} zaken vallen anders uit" in said
    cells = re.findall(r'<td role="cell" class="cell--number" data-label="Wordt [^"]+">(.*?)</td>', said)
    numbers = [int(re.sub(r"<[^>]*>", "", cell)) for cell in cells]
    assert sorted(number for number in numbers if number) == sorted(one["cases"] for one in told["matrix"])
    for one in told["differences"]:
        assert (one["row"]["why"]["nl"] if one["row"] else "alleen maatregelen veranderen") in said
        assert f"{one['cases']} za" in said
    for row in told["facts"]["unanswered"]:
        assert f"‘{row['label']['nl']}’: niet beantwoord" in said
    named = set(re.findall(r'href="/dossiers/([^"/]+)/"', said))
    for one in told["differences"]:
        theirs = [case["case"] for case in told["changes"] if case["difference"] == one["number"]]
        assert set(theirs[:5]) <= named
        group = text(colleague("de", "decider").get(f"{REPLAY}?groep={one['number']}"))
        assert set(re.findall(r'href="/dossiers/([^"/]+)/"', group)) == set(theirs)


def test_a_case_that_a_reader_may_not_see_is_counted_and_not_named(history: None, writer: Client) -> None:
    stricter()
    ask(writer)
    worked()
    first = models.KaderReplayCase.objects.order_by("id")[0]
    cases = models.KaderReplayCase.objects.filter(difference=first.difference)
    hidden = first.request
    models.Request.objects.filter(pk=hidden.pk).update(confidentiality="secret", title_nl="Geheimteken")
    for path in (REPLAY, f"{REPLAY}?groep={first.difference}"):
        said = text(writer.get(path))
        assert f"/dossiers/{hidden.reference}/" not in said
        assert "Geheimteken" not in said
        assert "1 zaak die u niet mag zien, telt mee en wordt niet genoemd" in said
        assert f"{cases.count()} zaken" in said or cases.count() == 1
        assert f"/dossiers/{hidden.reference}/" in text(colleague("de", "decider").get(path))


def test_who_has_no_such_task_reads_and_hears_whose_it_is(history: None, writer: Client) -> None:
    decider = colleague("de", "decider")
    assert ask(decider).status_code == 403
    assert "Aan een concept van het kader werkt een adviseur of een evaluator." in text(decider.get(REPLAY))
    ask(writer)
    assert stop(decider).status_code == 403
    assert Client().get(REPLAY).status_code == 302
    assert colleague("be", "administrator").get(REPLAY).status_code == 403


def test_a_draft_with_mistakes_says_so_on_the_button_and_when_it_is_pressed(writer: Client) -> None:
    saved("KC-1", text_of("KC-1")[0].replace("{abuse_risk: serious}", "{abuse_rsik: serious}"))
    for path in (REPLAY, DRAFT):
        said = text(writer.get(path))
        assert "Herstel die eerst, dan kunt u naspelen" in said
        assert "disabled" in said
    assert "Herstel die eerst" in text(ask(writer), 409)
    assert not models.KaderReplay.objects.exists()


def test_a_draft_that_changed_since_says_so_and_is_replayed_again(history: None, writer: Client) -> None:
    ask(writer)
    worked()
    assert "eerdere stand" not in text(writer.get(REPLAY))
    stricter()
    assert "Dit naspelen is van een eerdere stand van het concept." in text(writer.get(REPLAY))
    assert "Dat is van een eerdere stand" in text(writer.get(DRAFT))
    ask(writer)
    worked()
    said = text(writer.get(REPLAY))
    assert "Dit naspelen is van een eerdere stand van het concept." not in said
    assert "Van een eerdere stand." in said  # among the earlier ones
    earlier = text(writer.get(f"{REPLAY}?keer=KC-1-NS1"))
    assert "Dit naspelen is van een eerdere stand van het concept." in earlier


def test_a_draft_that_changes_while_it_waits_is_stopped_first(history: None, writer: Client) -> None:
    ask(writer)
    stricter()
    assert "stop het om het concept van nu na te spelen" in text(writer.get(REPLAY))
    assert "Stop dat eerst" in text(ask(writer), 409)
    assert stop(writer).status_code == 302
    assert "is gestopt door ad" in text(writer.get(REPLAY))
    assert stop(writer).status_code == 302  # a second click
    assert ask(writer).status_code == 302


def test_an_old_page_stops_no_newer_replay_and_none_of_another_draft(writer: Client) -> None:
    ask(writer)
    stop(writer)
    ask(writer)
    assert stop(writer, "KC-1-NS1").status_code == 302
    assert the_replay().end is None
    begun()
    assert (
        writer.post("/kader/studio/KC-2/naspelen/", {"act": "stop", "replay": "KC-1-NS2"}).status_code == 404
    )
    assert stop(writer, "' OR 1=1").status_code == 422
    assert the_replay().end is None


def test_what_is_done_is_not_stopped(writer: Client) -> None:
    ask(writer)
    worked()
    assert "blijft bewaard" in text(stop(writer), 409)


def test_without_a_worker_the_page_says_whom_to_ask(writer: Client) -> None:
    services.ask_kader_replay("KC-1", by=HouseHand("cli:x"), now=timezone.now() - timedelta(minutes=2))
    assert "er lijkt geen werkproces te lopen" in text(writer.get(REPLAY))


def test_what_a_killed_worker_left_waits_again(writer: Client) -> None:
    ask(writer)
    before = timezone.now() - timedelta(minutes=10)
    assert services.take_kader_replay(WORKER, now=before) is not None
    said = text(writer.get(REPLAY))
    assert "er lijkt geen werkproces te lopen" in said
    assert "nagespeeld." not in said
    worked()
    assert the_replay().end == "done"


def test_a_replay_that_failed_says_why(writer: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from openkader.register import kader_replays as replays

    ask(writer)
    monkeypatch.setattr(replays, "texts_at", lambda _draft, _steps: {"kader.yaml": "a: 1\n"})
    worked()
    said = text(writer.get(REPLAY))
    assert "Het laatste naspelen is mislukt." in said
    assert "niet meer te lezen" in said
    assert "niet meer te lezen" in text(writer.get(DRAFT))


def test_an_empty_history_says_so(writer: Client) -> None:
    models.Assessment.objects.all().delete()
    ask(writer)
    worked()
    assert "Er is nog geen geschiedenis" in text(writer.get(REPLAY))


@pytest.mark.parametrize(
    "path",
    [
        "/kader/studio/KC-9/naspelen/",
        f"{REPLAY}?keer=KC-9-NS1",
        f"{REPLAY}?keer=%27",
        f"{REPLAY}?groep=0",
        f"{REPLAY}?groep=x",
    ],
)
def test_what_is_not_there_is_not_found(writer: Client, path: str) -> None:
    assert writer.get(path).status_code == 404


def test_a_group_that_is_not_there_is_not_found(history: None, writer: Client) -> None:
    ask(writer)
    worked()
    assert writer.get(f"{REPLAY}?groep=9999").status_code == 404
    assert writer.get(f"{REPLAY}?groep=0&blad=999").status_code == 200


def test_one_of_the_command_line_of_the_same_kader_stands_among_them(
    history: None, writer: Client, tmp_path: Path
) -> None:
    place = files_of("KC-1", tmp_path / "files")
    assert main(["kader", "replay", "zuid-holland", str(place), "--register", "--keep"]) == 0
    said = text(writer.get(REPLAY))
    assert "vallen anders uit" in said
    assert "eerdere stand" not in said
    assert writer.get(f"{REPLAY}?keer=NS-1").status_code == 200
    stricter()  # it is of another kader by now
    assert "De geschiedenis is nog niet nagespeeld" in text(writer.get(REPLAY))


def test_another_deed_is_not_there(writer: Client) -> None:
    assert writer.post(REPLAY, {"act": "keep"}).status_code == 404


def test_it_asks_little_of_the_database(history: None, writer: Client) -> None:
    stricter()
    ask(writer)
    worked()
    ask(writer)
    for path in (REPLAY, f"{REPLAY}?groep=0", DRAFT):
        assert queries_of(path, writer) <= MOST_QUERIES + OF_NOTING, path


def test_it_is_there_in_english(history: None, writer: Client) -> None:
    stricter()
    ask(writer)
    worked()
    writer.cookies["django_language"] = "en"
    said = text(writer.get(REPLAY))
    assert "come out otherwise" in said
    assert "Under the new kader row ‘no_events’ holds" in said
