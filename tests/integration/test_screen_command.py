"""`openkader screen` against a folder of lists: what it keeps made ready, where, and when it trusts that."""

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.installation import Installation, one_sentence
from tests.integration.yente_server import say, serving

Answer = dict[str, str]


class Asking:
    """A folder of fictional lists, a question, and the cache of whoever asks."""

    def __init__(self, place: Path) -> None:
        self.lists, self.queries = place / "lists", place / "queries.jsonl"
        self.kept = place / "cache" / "openkader" / "screening"
        self.installation = Installation(place / "data")
        for folder in (self.lists, self.installation.data):
            folder.mkdir()
        self.put("Hazel Quillfeather")
        self.queries.write_text(line("q1", "Hazel Quillfeather"), "utf-8")

    def put(self, *names: str) -> None:
        lines = [line(f"x{number}", name) for number, name in enumerate(names)]
        (self.lists / "made-up.ftm.json").write_text("".join(lines), "utf-8")

    def run(self, *more: str, like_anyone: bool = False) -> subprocess.CompletedProcess[str]:
        words = ("screen", str(self.queries), "--lists", str(self.lists), *more)
        return self.installation.run(*words, like_anyone=like_anyone)

    def indexes(self) -> list[Path]:
        return sorted(self.kept.iterdir()) if self.kept.exists() else []


def line(identity: str, name: str) -> str:
    entity = {"id": identity, "schema": "Person", "datasets": ["made-up"], "properties": {"name": [name]}}
    return json.dumps(entity) + "\n"


def bands(done: subprocess.CompletedProcess[str]) -> list[str]:
    assert done.returncode == 0, done.stderr
    return [json.loads(answer)["band"] for answer in done.stdout.splitlines()]


@pytest.fixture
def asking(tmp_path: Path) -> Asking:
    return Asking(tmp_path)


def test_the_index_is_made_once_and_then_found(asking: Asking) -> None:
    first = asking.run()
    (kept,) = asking.indexes()
    before = kept.stat().st_ino
    second = asking.run()
    assert first.stdout == second.stdout
    assert bands(second) == ["match"]
    assert [path.stat().st_ino for path in asking.indexes()] == [before]


def test_a_list_that_changed_is_never_answered_from_the_former_index(asking: Asking) -> None:
    asking.run()
    asking.put("Somebody Else")
    assert bands(asking.run()) == ["clear"]
    asking.put("Somebody Else", "Hazel Quillfeather")
    assert bands(asking.run()) == ["match"]
    assert len(asking.indexes()) == 3


def test_the_folder_is_closed_to_others(asking: Asking) -> None:
    asking.run()
    assert asking.kept.stat().st_mode & 0o077 == 0


def test_what_others_can_write_in_is_not_used(asking: Asking) -> None:
    asking.run()
    asking.kept.chmod(0o777)
    asking.put("Somebody Else")
    assert bands(asking.run()) == ["clear"]
    assert len(asking.indexes()) == 1


def test_a_damaged_index_is_made_again(asking: Asking) -> None:
    asking.run()
    (kept,) = asking.indexes()
    (kept / "names.content.npy").write_bytes(b"no array")
    assert bands(asking.run()) == ["match"]
    assert (kept / "names.content.npy").stat().st_size > 100


def test_without_the_cache_nothing_is_kept(asking: Asking) -> None:
    assert bands(asking.run("--no-cache")) == ["match"]
    assert asking.indexes() == []


def test_where_nothing_can_be_kept_the_answer_comes_all_the_same_and_says_so(asking: Asking) -> None:
    asking.kept.mkdir(parents=True, mode=0o500)
    done = asking.run(like_anyone=True)
    assert bands(done) == ["match"]
    assert str(asking.kept) in done.stderr


def test_a_cache_that_cannot_be_made_is_done_without(asking: Asking) -> None:
    (asking.kept.parents[1]).write_text("a file stands in its place", encoding="utf-8")
    assert bands(asking.run()) == ["match"]


@pytest.mark.parametrize(
    "content", ["", '{"id": "s", "schema": "Vessel", "properties": {"name": ["Hazel"]}}\n']
)
def test_a_folder_without_anybody_on_its_lists_screens_nobody(asking: Asking, content: str) -> None:
    (asking.lists / "made-up.ftm.json").write_text(content, "utf-8")
    done = asking.run()
    assert done.returncode == 2
    assert "nothing was screened" in one_sentence(done)


def test_a_party_without_a_name_to_read_is_not_counted_as_clear(asking: Asking, tmp_path: Path) -> None:
    asking.queries.write_text(
        line("q1", "Hazel Quillfeather") + line("q2", "🙂") + line("q3", "Alder Reed"), "utf-8"
    )
    done = asking.run("--output", str(tmp_path / "answers.jsonl"))
    assert "2 names compared: 1 match, 0 to check, 1 clear." in done.stdout
    assert "not compared: 1. That is something else than clear." in done.stderr


def test_where_a_server_compares_the_command_asks_it_and_writes_nothing_when_it_fails(
    asking: Asking, tmp_path: Path
) -> None:
    answers = tmp_path / "answers.jsonl"
    asking.queries.write_text(line("q1", "Ho Chun Yan"), "utf-8")  # whom the server of the tests knows
    with serving() as yente:
        asked = replace(asking.installation, more={"SCREENING_URL": yente.url})
        words = ("screen", str(asking.queries), "--output", str(answers))
        assert asked.run(*words).returncode == 0
        assert json.loads(answers.read_text())["matches"][0]["entity"] == "NK-1"
        answers.unlink()
        yente.answers = [say({"status": "error"}, 500)]
        done = asked.run(*words)
    assert (done.returncode, "has failed (500)" in done.stderr, answers.exists()) == (5, True, False)
    assert one_sentence(done)
