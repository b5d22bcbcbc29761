"""History is replayed under a draft: asked once, done by a worker from the beginning, kept for good or stopped."""

import json
from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from pytest_django import Settings

from openkader.base.errors import NotFound
from openkader.casework.permissions import HOUSE
from openkader.cli import kader_replays as working
from openkader.cli.generating import generate
from openkader.cli.main import main
from openkader.cli.stopping import Stop
from openkader.kader import Assessor
from openkader.register import audit, models, selectors, services
from openkader.register import kader_replays as replays
from openkader.register.adopted_kaders import forget_adopted
from openkader.register.guards import REPLAY, REPLAY_ONCE
from openkader.register.kader_draft_entries import KaderTextEntry
from openkader.register.kader_drafts import newest_texts, plain
from openkader.register.kader_replay_entries import ReplayFound
from openkader.register.selectors.kader_replays import replays_of
from openkader.register.selectors.past_cases import past_cases
from tests.integration.kader_house import HAND, NOW, adopted, begun, saved, stricter, text_of
from tests.integration.register_house import a_request, assessed, refused
from tests.integration.replay_house import WORKER, asked, holding_back, taken, the_replay, worked

pytestmark = pytest.mark.django_db
NOTHING = ReplayFound(found={"cases": 0, "changed": 0}, changes=[])


@pytest.fixture(autouse=True)
def own_data(settings: Settings, tmp_path: Path) -> Iterator[None]:
    settings.OPENKADER_DATA = tmp_path
    yield
    forget_adopted()


@pytest.fixture
def history(assessor: Assessor) -> None:
    generate(60, 4, assessor)


def files_of(draft: str, folder: Path) -> Path:
    """A draft as files, as somebody would have it beside the register."""
    place = folder / "zuid-holland" / "2030-06-01"
    for name, words in plain(newest_texts(models.KaderDraft.objects.get(reference=draft))).items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(words, "utf-8")
    return place


def found() -> Mapping[str, Any]:
    kept: Mapping[str, Any] = the_replay().result.found
    return kept


def events() -> list[str]:
    return [event.action for event in selectors.events(limit=100) if "replay" in event.action]


def test_it_finds_what_the_command_finds(
    history: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = holding_back(begun())
    place = files_of(draft, tmp_path)
    asked(draft)
    assert worked() == 1
    assert main(["kader", "replay", "zuid-holland", str(place), "--register", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    row = the_replay()
    kept = models.KaderReplayCase.objects.filter(replay=row).order_by("id")
    assert [one["case"] for one in said.pop("changes")] == list(
        kept.values_list("request__reference", flat=True)
    )
    digests = {side: said["replay"][side]["digest"] for side in ("old", "new")}
    assert digests == {"old": row.base_digest, "new": row.digest}
    del said["replay"]
    assert said == {key: value for key, value in found().items() if key not in ("replay", "measure_texts")}
    assert said["changed"] == kept.count() > 0
    assert (row.result.cases, row.result.changed) == (said["cases"], said["changed"])
    assert (row.done, row.whole) == (said["cases"], said["cases"])
    assert said["measures"]["removed"].keys() <= found()["measure_texts"].keys()


def test_each_step_of_it_stands_in_the_trail(history: None) -> None:
    draft = begun()
    reference = asked(draft)
    worked()
    assert events() == ["kader-replay.finished", "kader-replay.asked"]
    event = selectors.events(limit=1)[0]
    assert (event.object_reference, event.dossier, event.detail["changed"]) == (reference, draft, 0)
    assert audit.verify() is None


def test_a_second_click_is_the_first() -> None:
    draft = begun()
    first = asked(draft)
    assert asked(draft) == first
    taken()
    assert asked(draft) == first  # while it runs
    assert events() == ["kader-replay.asked"]


def test_it_can_be_asked_again_when_it_is_done_as_history_grows(assessor: Assessor) -> None:
    draft = begun()
    first = asked(draft)
    worked()
    assessed(assessor)
    assert asked(draft) != first
    worked()
    assert [row.result.cases for row in models.KaderReplay.objects.order_by("id")] == [0, 1]


def test_a_draft_that_changed_waits_for_the_replay_of_the_earlier_text_or_stops_it() -> None:
    draft = begun()
    first = asked(draft)
    holding_back(draft)
    refused("kader-replay.earlier-runs", lambda: asked(draft))
    services.stop_kader_replay(first, **HAND)
    assert asked(draft) != first


def test_a_draft_with_mistakes_is_not_replayed() -> None:
    draft = begun()
    saved(draft, text_of(draft)[0].replace("{abuse_risk: serious}", "{abuse_rsik: serious}"))
    refused("kader-replay.unreadable", lambda: asked(draft))
    assert not models.KaderReplay.objects.exists()


def test_a_draft_that_was_withdrawn_is_not_replayed_and_one_that_was_asked_before_is_not_handed_out() -> None:
    draft = begun()
    asked(draft)
    services.withdraw_kader_draft(draft, "Niet nodig.", **HAND)
    refused("kader-replay.withdrawn", lambda: asked(draft))
    assert models.KaderReplay.objects.count() == 1


def test_no_draft_is_not_replayed_and_no_replay_is_not_stopped() -> None:
    with pytest.raises(NotFound), transaction.atomic():
        asked("KC-99")
    with pytest.raises(NotFound):
        services.stop_kader_replay("KC-99-NS1", **HAND)


def test_who_does_not_write_drafts_neither_asks_nor_stops() -> None:
    draft = begun()
    reference = asked(draft)
    refused("role.draft-kader", lambda: asked(draft, by="somebody"))
    refused("role.draft-kader", lambda: services.stop_kader_replay(reference, by="somebody", now=NOW))


def test_what_changes_in_the_draft_meanwhile_does_not_change_the_replay(history: None) -> None:
    draft = holding_back(begun())
    asked(draft)
    texts = the_replay().texts
    saved(draft, "proposal: []\n")  # no kader at all by now
    worked()
    row = the_replay()
    assert (row.end, row.texts) == ("done", texts)
    assert found()["changed"] > 0


def test_a_draft_that_is_adopted_meanwhile_is_replayed_all_the_same(history: None) -> None:
    draft = stricter(begun())
    asked(draft)
    name = adopted(draft)
    worked()
    assert (the_replay().end, found()["replay"]["new"]["kader"]) == ("done", name)
    asked(draft)  # also as it was adopted
    worked()
    assert models.KaderReplayResult.objects.count() == 2


def test_it_says_how_far_it_is_and_stops_between_two_parts(
    history: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "CHUNK", 7)
    reference = asked(holding_back(begun()))
    whole, seen = services.report_kader_replay, []

    def report(*given: Any, **more: Any) -> None:
        whole(*given, **more)
        seen.append(the_replay().done)
        if len(seen) == 3:
            services.stop_kader_replay(reference, **HAND)

    monkeypatch.setattr(services, "report_kader_replay", report)
    worked()
    row = the_replay()
    assert seen == [0, 7, 14]
    assert (row.end, row.done, models.KaderReplayResult.objects.count()) == ("stopped", 14, 0)
    assert not models.KaderReplayCase.objects.exists()
    services.stop_kader_replay(reference, **HAND)  # a second click
    assert events() == ["kader-replay.stopped", "kader-replay.asked"]


def test_what_ended_is_not_stopped() -> None:
    reference = asked(begun())
    worked()
    refused("kader-replay.ended", lambda: services.stop_kader_replay(reference, **HAND))


def test_what_a_killed_worker_held_begins_anew_and_what_it_found_does_not_count(history: None) -> None:
    asked(begun())
    dead = taken(lease=timedelta(minutes=3))
    services.report_kader_replay(dead, 5, 60, now=NOW)
    assert services.take_kader_replay(WORKER, now=NOW + timedelta(minutes=2)) is None
    heir = taken(now=NOW + timedelta(minutes=3))
    assert (heir.attempt, the_replay().done) == (2, 0)
    refused("kader-replay.overtaken", lambda: services.report_kader_replay(dead, 6, 60, now=NOW))
    refused("kader-replay.overtaken", lambda: services.finish_kader_replay(dead, NOTHING, by=WORKER, now=NOW))
    services.finish_kader_replay(heir, NOTHING, by=WORKER, now=NOW)
    refused("kader-replay.overtaken", lambda: services.finish_kader_replay(heir, NOTHING, by=WORKER, now=NOW))
    assert models.KaderReplayResult.objects.count() == 1


def test_a_worker_that_is_asked_to_stop_gives_it_back(history: None) -> None:
    asked(begun())
    stop = Stop()
    stop.ask()
    with pytest.raises(KeyboardInterrupt):
        working.replay_waiting(WORKER, stop)
    assert (the_replay().taken_by, the_replay().attempts, the_replay().end) == (None, 0, None)


def test_a_replay_that_takes_worker_after_worker_with_it_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(working, "now", lambda: NOW)
    asked(begun())
    for _ in range(5):
        taken(lease=timedelta(0))
    assert services.take_kader_replay(WORKER, now=NOW) is None
    assert worked() == 1
    row = the_replay()
    assert (row.end, row.failure) == ("failed", "kader-replay.workers-died")


def test_a_base_that_is_another_by_then_fails_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    asked(begun())
    other = SimpleNamespace(kader=SimpleNamespace(digest="0" * 64))
    monkeypatch.setattr(replays, "assessor_of", lambda _name: other)
    worked()
    assert the_replay().failure == "kader-replay.other-base"
    assert events()[0] == "kader-replay.failed"


def test_a_base_that_is_gone_fails_with_the_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    asked(begun())

    def gone(name: str) -> object:
        raise NotFound("kader", name)

    monkeypatch.setattr(replays, "assessor_of", gone)
    worked()
    assert the_replay().failure == "kader-replay.other-base"


def test_a_draft_that_a_newer_version_of_the_house_cannot_read_fails_with_the_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked(begun())
    monkeypatch.setattr(replays, "texts_at", lambda _draft, _steps: {"kader.yaml": "a: 1\n"})
    worked()
    assert the_replay().failure == "kader-replay.not-loaded"


def test_the_cases_of_another_organisation_are_not_replayed(history: None) -> None:
    ours = dict(past_cases(reader=HOUSE))
    theirs = models.Request.objects.get(reference=a_request("V-9")).pk
    for row in list(models.Assessment.objects.order_by("id")[:3]):
        for request in {row.request_id, theirs}:  # of a case of both, and of one of theirs alone
            row.pk, row.reference, row.request_id = None, f"{row.reference}-X", request
            row.kader, row.facts = "elders/2024-01-01", {"country": "AQ"}
            row.save(force_insert=True)
    assert dict(past_cases(reader=HOUSE)) != ours
    assert dict(past_cases(reader=HOUSE, organisation="zuid-holland")) == ours
    assert len(dict(past_cases(reader=HOUSE, organisation="elders"))) == 4
    assert dict(past_cases(reader=HOUSE, organisation="zuid")) == {}
    asked(begun())
    worked()
    assert (found()["cases"], the_replay().whole) == (len(ours), len(ours))


def test_a_replay_of_the_command_line_is_kept_beside_those_of_the_studio(
    history: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = holding_back(begun())
    arguments = ["kader", "replay", "zuid-holland", str(files_of(draft, tmp_path)), "--register", "--json"]
    assert main([*arguments, "--keep"]) == 0
    answer = capsys.readouterr()
    said, kept = json.loads(answer.out), the_replay()
    assert "NS-1" in answer.err
    assert (kept.reference, kept.draft, kept.end, kept.by[:4]) == ("NS-1", None, "done", "cli:")
    assert found()["matrix"] == said["matrix"]
    assert kept.changes.count() == said["changed"] > 0
    assert events() == ["kader-replay.kept"]
    assert [row.reference for row in replays_of(draft, NOW, kept.digest)] == ["NS-1"]
    assert replays_of(draft, NOW) == []
    asked(draft)
    worked()
    assert (the_replay().digest, found()["differences"]) == (kept.digest, said["differences"])


def test_only_a_replay_of_the_register_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cases = tmp_path / "cases.jsonl"
    cases.write_text('{"reference": "Z-1", "facts": {}}\n', "utf-8")
    arguments = ["kader", "replay", "zuid-holland", "zuid-holland", "--cases", str(cases), "--keep"]
    assert main(arguments) != 0
    assert "--keep" in capsys.readouterr().err
    assert not models.KaderReplay.objects.exists()


@pytest.mark.parametrize("table", [REPLAY, *REPLAY_ONCE])
def test_the_database_keeps_what_was_found(history: None, table: str) -> None:
    asked(holding_back(begun()))
    worked()
    column = {REPLAY: "base_digest", REPLAY_ONCE[0]: "found", REPLAY_ONCE[1]: "difference"}[table]
    kept(f'UPDATE {table} SET "{column}" = "{column}"')  # noqa: S608
    kept(f"DELETE FROM {table}")  # noqa: S608


def test_the_database_keeps_a_replay_that_ended_as_it_ended() -> None:
    asked(begun())
    worked()
    kept(f'UPDATE {REPLAY} SET "end" = NULL, ended_at = NULL, ended_by = NULL')  # noqa: S608
    kept(f"UPDATE {REPLAY} SET done = 99")  # noqa: S608


def kept(statement: str) -> None:
    with (
        pytest.raises(DatabaseError, match="keeps what was written"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


@pytest.mark.parametrize(
    ("rule", "changes"),
    [
        ("end_word", {"end": "perhaps", "ended_at": NOW, "ended_by": "x"}),
        ("ended_whole", {"end": "stopped"}),
        ("taken_whole", {"taken_by": "x"}),
        (
            "ended_is_free",
            {"end": "stopped", "ended_at": NOW, "ended_by": "x", "taken_by": "x", "lease_ends": NOW},
        ),
        ("failure", {"end": "failed", "ended_at": NOW, "ended_by": "x"}),
        ("failure", {"failure": "x"}),
        ("of_texts", {"texts": None}),
        ("kept_is_done", {"texts": None, "draft": None}),
    ],
)
def test_a_replay_is_whole(rule: str, changes: dict[str, Any]) -> None:
    asked(begun())
    row = the_replay()
    services.stop_kader_replay(row.reference, **HAND)
    row.pk, row.reference = None, "KC-1-NS9"
    for name, value in changes.items():
        setattr(row, name, value)
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        row.save(force_insert=True)


def test_two_of_one_draft_never_wait_at_once() -> None:
    asked(begun())
    row = the_replay()
    row.pk, row.reference = None, "KC-1-NS9"
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_a_draft_of_many_steps_is_replayed_at_the_steps_of_that_moment(history: None) -> None:
    draft = begun()
    text, number = text_of(draft)
    entry = KaderTextEntry(draft=draft, file="tables.yaml", text=f"{text}# twee\n", seen=number)
    services.save_kader_draft(entry, **HAND)
    asked(draft)
    assert the_replay().steps["tables.yaml"] == 2
    worked()
    assert found()["replay"]["new"]["digest"] == the_replay().digest
