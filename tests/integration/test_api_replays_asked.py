"""A program asks for a replay of history under a draft and stops one, as the page does. All is made up."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from openkader.api import pace
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole
from openkader.cli.generating import generate
from openkader.kader import Assessor
from openkader.register import models, selectors, services
from openkader.register.adopted_kaders import forget_adopted
from openkader.register.limits import Limit
from openkader.register.selectors import kader_replays
from tests.integration.kader_house import begun, saved, text_of
from tests.integration.program_house import a_program, told, with_token
from tests.integration.register_house import everything
from tests.integration.replay_house import HAND, NOW, asked, holding_back, worked
from tests.integration.test_api_activities_written import refusal
from tests.integration.test_api_kader_differences import REPLAY, REPLAYS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
ASKS = TokenScope.REPLAY
STOP = f"{REPLAY}/stopzetting"


@pytest.fixture(autouse=True)
def own_data(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    settings.OPENKADER_DATA = tmp_path
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)
    yield
    forget_adopted()


def ask(client: Client, key: str | None = "een", body: bytes = b"", path: str = REPLAYS) -> Any:
    headers = {} if key is None else {"idempotency-key": key}
    return client.post(path, body, content_type="application/json", headers=headers)


def stop(client: Client, path: str = STOP, body: bytes = b"") -> Any:
    return client.put(path, body, content_type="application/json")


def test_a_replay_is_asked_done_and_read_and_the_trail_names_the_program(assessor: Assessor) -> None:
    generate(20, 4, assessor)
    holding_back(begun())
    client, tables = a_program(ASKS), everything()
    response = ask(client)
    assert (response.status_code, response["Location"]) == (201, f"http://testserver{REPLAY}")
    assert (told(response)["stand"], told(response)["gevraagdDoor"]) == ("wacht", "colleague")
    event = next(one for one in selectors.events(limit=3) if one.action == "kader-replay.asked")
    assert (event.actor, event.detail["token"]) == ("colleague", "zaaksysteem")
    worked()
    found = told(client.get(REPLAY))
    assert (found["stand"], found["aantalZaken"] > 20) == ("gedaan", True)
    changed = {name for name, count in everything().items() if tables[name] != count}
    replays = {"register_kaderreplay", "register_kaderreplaycase", "register_kaderreplayresult"}
    assert changed - replays <= {"register_auditevent", "register_madeonce", "register_reference"}
    again = ask(client)  # the same key, after it is done: the answer was lost on the way
    assert (again.status_code, told(again)["nummer"]) == (200, found["nummer"])
    assert ask(client, "twee").status_code == 201  # a new wish: history may have grown


def test_one_of_the_same_text_that_waits_is_that_one_also_under_another_key_and_token() -> None:
    holding_back(begun())
    first = a_program(ASKS)
    second = with_token(ASKS, name="ander systeem")
    numbers = {told(ask(first, key))["nummer"] for key in ("een", "twee")}
    assert numbers == {told(ask(second))["nummer"]}
    worked()
    assert ask(first, "twee").status_code == 200  # what it found waiting, it finds when done
    assert models.KaderReplay.objects.count() == 1


def test_a_key_that_is_sent_again_after_very_many_later_replays_is_that_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked(holding_back(begun()))
    client = a_program(ASKS)
    stop(client)
    assert ask(client).status_code == 201
    stop(client, STOP.replace("NS1", "NS2"))
    asked("KC-1")
    monkeypatch.setattr(kader_replays, "_MOST_ROWS", 1)
    again = ask(client)
    assert (again.status_code, told(again)["nummer"], told(again)["stand"]) == (200, "KC-1-NS2", "gestopt")
    assert client.get(REPLAY).status_code == 200
    assert [one["nummer"] for one in told(client.get(REPLAYS))["naspelingen"]] == ["KC-1-NS3"]


def test_what_waits_is_stopped_once_and_what_is_done_is_not() -> None:
    asked(holding_back(begun()))
    client = a_program(ASKS)
    response = stop(client)
    assert (response.status_code, told(response)["stand"], told(response)["geeindigdDoor"]) == (
        200,
        "gestopt",
        "colleague",
    )
    before = everything()
    assert stop(client).content == response.content
    assert everything() == before
    asked("KC-1")
    worked()
    assert refusal(stop(client, STOP.replace("NS1", "NS2"))) == (409, "kader-replay.ended")


def test_what_the_page_refuses_is_refused_with_the_same_reason() -> None:
    draft = holding_back(begun())
    client = a_program(ASKS)
    asked(draft)
    saved(draft, text_of(draft)[0] + "\n# later\n")
    before = everything()
    assert refusal(ask(client)) == (409, "kader-replay.earlier-runs")
    services.stop_kader_replay("KC-1-NS1", **HAND)
    saved(draft, text_of(draft)[0] + "onzin: 1\n")
    assert refusal(ask(client)) == (409, "kader-replay.unreadable")
    services.withdraw_kader_draft(draft, "Niet meer nodig.", **HAND)
    assert refusal(ask(client)) == (409, "kader-replay.withdrawn")
    assert everything()["register_kaderreplay"] == before["register_kaderreplay"]
    assert everything()["register_madeonce"] == before["register_madeonce"]


def test_one_key_is_of_one_draft() -> None:
    holding_back(begun())
    other = begun(name="Andere herijking")
    client = a_program(ASKS)
    assert ask(client).status_code == 201
    assert refusal(ask(client, path=REPLAYS.replace("KC-1", other))) == (422, "request.other-content")


def test_what_is_not_there_or_is_of_another_draft_is_not_found() -> None:
    asked(holding_back(begun()))
    other = begun(name="Andere herijking")
    client, before = a_program(ASKS), everything()
    assert refusal(ask(client, path=REPLAYS.replace("KC-1", "KC-99"))) == (404, "kader-draft.not-found")
    for path in (
        STOP.replace("NS1", "NS9"),
        STOP.replace("KC-1/", f"{other}/"),
        STOP.replace("NS1", "x" * 3000),
    ):
        assert refusal(stop(client, path)) == (404, "kader-replay.not-found")
    assert everything() == before


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"{}", 400), (b"[" * 100_000, 400), (b"onzin", 400), (b'{"x":"' + b"y" * 10_000_000 + b'"}', 413)],
    ids=["empty object", "deep", "no json", "ten megabytes"],
)
def test_whatever_is_sent_along_is_refused(body: bytes, status: int) -> None:
    asked(holding_back(begun()))
    client, before = a_program(ASKS), everything()
    assert ask(client, body=body).status_code == status
    assert stop(client, body=body).status_code == status
    assert everything() == before


def test_who_may_not_write_on_a_draft_asks_for_none_and_stops_none() -> None:
    asked(holding_back(begun()))
    decider = a_program(*TokenScope, role=AccountRole.DECIDER, name="beslisser")
    others = a_program(*(one for one in TokenScope if one is not ASKS))
    evaluator = a_program(ASKS, role=AccountRole.EVALUATOR, name="evaluator")
    before = everything()
    for act in (ask, stop):
        assert refusal(act(decider)) == (403, "role.draft-kader")
        assert refusal(act(others)) == (403, "token.out-of-scope")
        assert refusal(act(Client())) == (401, "token.unknown")
    assert ask(evaluator, None).status_code == 400
    assert ask(evaluator, path=f"{REPLAYS}?x=1").status_code == 400
    assert everything() == before
    assert stop(evaluator).status_code == 200


def test_who_asks_too_often_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    holding_back(begun())
    client = a_program(ASKS)
    monkeypatch.setattr(pace, "_LEFT", Limit("few", most=0, minutes=1))
    assert refusal(ask(client)) == (429, "interface.too-many")


def test_no_program_writes_on_a_draft() -> None:
    draft = holding_back(begun())
    client, before = a_program(*TokenScope), everything()
    for address in ("/api/v1/kaderconcepten", f"/api/v1/kaderconcepten/{draft}", REPLAY):
        for method in (client.post, client.put, client.patch, client.delete):
            assert method(address, b"{}", content_type="application/json").status_code == 405, address
    assert everything() == before
