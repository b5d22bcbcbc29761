"""`openkader screening report` in a whole installation: counted, shown, kept for the page, or refused."""

import json
from pathlib import Path

import pytest

from tests.installation import Installation, one_sentence

LISTED = '{"id": "x1", "schema": "Person", "datasets": ["made-up"], "properties": {"name": ["Hazel Quillfeather"]}}\n'


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    house = Installation(tmp_path / "data")
    assert house.run("migrate").returncode == 0
    return house


@pytest.fixture
def names(tmp_path: Path) -> Path:
    folder = tmp_path / "names"
    folder.mkdir()
    for origin, name in (("frisian", "Hazel Quillfether"), ("dutch", "Sanne de Groot")):
        line = {"id": origin, "schema": "Person", "properties": {"name": [name]}}
        (folder / f"{origin}.jsonl").write_text(json.dumps(line) + "\n", "utf-8")
    return folder


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    folder = tmp_path / "lists"
    folder.mkdir()
    (folder / "made-up.ftm.json").write_text(LISTED, "utf-8")
    return folder


def test_without_a_list_nothing_is_counted_and_nothing_kept(installation: Installation) -> None:
    done = installation.run("screening", "report")
    assert done.returncode == 5
    assert "nothing was screened" in one_sentence(done)
    assert not (installation.data / "screening").exists()


def test_the_count_against_the_lists_in_force_is_kept_for_the_page(
    installation: Installation, names: Path, lists: Path
) -> None:
    source = str(lists / "made-up.ftm.json")
    assert installation.run("lists", "add", "made-up", "--format", "ftm", source).returncode == 0
    done = installation.run("screening", "report", "--names", str(names))
    assert done.returncode == 0, done.stderr
    ((content, by),) = installation.sql('select content, "by" from register_screeningcount')
    assert by.startswith("cli:")
    kept = json.loads(content)
    assert [(row["origin"], row["n"]) for row in kept["rows"]] == [("dutch", 1), ("frisian", 1)]
    assert [(one["id"], one["entities"]) for one in kept["lists"]] == [("made-up", 1)]
    assert "Kept for the page." in done.stdout
    assert not (installation.data / "screening").exists()


def test_a_count_against_a_folder_is_shown_and_not_kept(
    installation: Installation, names: Path, lists: Path
) -> None:
    done = installation.run("screening", "report", "--names", str(names), "--lists", str(lists), "--json")
    shown = json.loads(done.stdout)
    assert {row["origin"]: row["alert"] for row in shown["rows"]} == {"dutch": 0, "frisian": 1}
    assert not (installation.data / "screening").exists()


def test_the_table_names_each_origin_in_words(installation: Installation, lists: Path) -> None:
    done = installation.run("screening", "report", "--lists", str(lists))
    assert "Chinese, Chinese characters" in done.stdout
    assert len(done.stdout.splitlines()) == 18


@pytest.mark.parametrize("option", ["--names", "--lists"])
def test_an_empty_folder_is_refused(installation: Installation, tmp_path: Path, option: str) -> None:
    (tmp_path / "empty").mkdir()
    other = ["--lists", str(tmp_path / "empty")] if option == "--lists" else ["--lists", str(tmp_path / "no")]
    done = installation.run("screening", "report", *other, option, str(tmp_path / "empty"))
    assert done.returncode == 2
    one_sentence(done)


def test_names_are_not_counted_against_a_list_that_holds_nobody(
    installation: Installation, lists: Path
) -> None:
    (lists / "made-up.ftm.json").write_text("", "utf-8")
    done = installation.run("screening", "report", "--lists", str(lists))
    assert done.returncode == 2
    assert "nothing was screened" in one_sentence(done)
