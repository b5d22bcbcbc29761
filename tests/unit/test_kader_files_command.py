"""`openkader kader export|import|key`: what is said of the file, of its key, and of what is in it."""

from pathlib import Path

import pytest

from openkader.cli.main import main
from tests.unit.kader_factories import changed, write_pack

INVALID, REFUSED, UNAVAILABLE = 2, 3, 5


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OPENKADER_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("OPENKADER_LANGUAGE", "en")
    return tmp_path / "data"


@pytest.fixture
def file(tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A kader that was handed on."""
    path = tmp_path / "p.kader.json"
    assert main(["kader", "export", str(write_pack(tmp_path)), "--output", str(path)]) == 0
    assert "Signed with the key of this installation" in capsys.readouterr().out
    assert data.is_dir()
    return path


def mark(capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["kader", "key"]) == 0
    return capsys.readouterr().out.splitlines()[1].strip()


def test_an_own_file_is_known_as_such(file: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kader", "import", str(file)]) == 0
    said = capsys.readouterr().out
    assert f"province/2024-01-01 lies in {data}/drafts/province/2024-01-01" in said
    assert "‘Province’" in said
    assert "That is the key of this installation itself." in said
    assert main(["kader", "import", str(file)]) == 0
    assert "was there already" in capsys.readouterr().out
    assert main(["kader", "check", str(data / "drafts" / "province" / "2024-01-01")]) == 0


def test_a_file_of_another_house_is_not_trusted_until_its_mark_is_named(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    theirs = mark(capsys)
    monkeypatch.setenv("OPENKADER_DATA", str(tmp_path / "elsewhere"))
    assert main(["kader", "import", str(file)]) == 0
    said = capsys.readouterr().out
    assert theirs in said
    assert "this installation does not know" in said
    assert main(["kader", "import", str(file), "--trust", theirs]) == 0
    assert "the key that you named" in capsys.readouterr().out
    assert main(["kader", "import", str(file), "--trust", mark(capsys)]) == REFUSED
    assert theirs in capsys.readouterr().err


def test_a_draft_that_fails_its_own_examples_is_kept_and_said(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = changed("scenarios.yaml", "outcome: take_up", "outcome: hold")
    path = tmp_path / "w.kader.json"
    assert main(["kader", "export", str(write_pack(tmp_path, wrong)), "--output", str(path)]) == 0
    assert main(["kader", "import", str(path)]) == 1
    assert "error: scenarios.yaml:2: S1 must give hold" in capsys.readouterr().out
    assert (data / "drafts" / "province" / "2024-01-01").is_dir()


def test_signs_that_move_a_cursor_do_not_reach_the_screen(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = changed("kader.yaml", "en: Province}", 'en: "Pro\\e[2Jvince"}')
    path = tmp_path / "e.kader.json"
    assert main(["kader", "export", str(write_pack(tmp_path, name)), "--output", str(path)]) == 0
    main(["kader", "import", str(path)])
    said = capsys.readouterr().out
    assert "Pro·[2Jvince" in said
    assert "\x1b" not in said
    assert data.is_dir()


def test_the_tables_go_out_as_dmn_in_the_language_of_the_installation(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "p.dmn"
    assert main(["kader", "export", str(write_pack(tmp_path)), "--dmn", "--output", str(path)]) == 0
    assert "DMN 1.3" in capsys.readouterr().out
    text = path.read_text("utf-8")
    assert 'name="Framework"' in text
    assert 'hitPolicy="RULE ORDER"' in text
    assert not data.exists()
    assert main(["kader", "import", str(path)]) == INVALID


def test_without_a_file_or_a_folder_to_write_in_nothing_is_written(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = str(write_pack(tmp_path))
    assert main(["kader", "export", pack]) == INVALID
    assert "--output" in capsys.readouterr().err
    assert main(["kader", "export", pack, "--output", str(tmp_path / "no" / "f.json")]) == UNAVAILABLE
    assert str(tmp_path / "no") in capsys.readouterr().err
    assert main(["kader", "import", str(tmp_path / "no.json")]) == INVALID
    assert data.is_dir()
