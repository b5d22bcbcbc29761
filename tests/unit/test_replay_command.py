"""`openkader kader replay` over a file of cases: what is said, what is kept, and what a bad file or a signal leaves."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from openkader.cli import case_file, replaying
from openkader.cli.main import main
from openkader.kader.replaying import CHUNK
from tests.unit.kader_factories import ZUID_HOLLAND, plain_id

INVALID, UNAVAILABLE, STOPPED = 2, 5, 130
CASE = {"kind": "incoming_delegation", "informative_lists": ["uflpa"], "fits_national_policy": True}
NEVER = """\
constraints:
  - id: no_event
    never: {kind: event, country: CN}
    text: {nl: Een ruil is nooit met China., en: A swap is never with China.}
    cites: [{source: EIGEN, place: here}]
  - id: no_talk
    never: {kind: embassy_talk, country: BE}
    text: {nl: Met Belgen praat de gouverneur., en: The governor talks with Belgians.}
    cites: [{source: EIGEN, place: here}]
"""


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """Who is on a warning list is refused, whatever the subject."""
    own = tmp_path / "zuid-holland" / "2026-01-01"
    shutil.copytree(ZUID_HOLLAND, own)
    tables = own / "tables.yaml"
    was = "when: {informative_lists: {at_least: 1}, risk_listed: true}"
    text = tables.read_text("utf-8")
    assert was in text
    tables.write_text(text.replace(was, "when: {informative_lists: {at_least: 1}}"), "utf-8")
    return own


@pytest.fixture
def history(tmp_path: Path) -> Path:
    return write(
        tmp_path / "cases.jsonl", {"reference": "Z-1", "facts": CASE}, {"reference": "Z-2", "facts": {}}
    )


def write(path: Path, *cases: Any) -> Path:
    path.write_text("\n".join(json.dumps(case) for case in cases) + "\n\n", "utf-8")
    return path


def warning_lists() -> list[str]:
    from openkader.kader import load_kader

    return [option.code for option in load_kader(ZUID_HOLLAND).facts["informative_lists"].options]


@pytest.fixture(autouse=True)
def listed() -> None:
    CASE["informative_lists"] = warning_lists()[:1]


def test_a_replay_says_what_changes_and_why(
    draft: Path, history: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["kader", "replay", "zuid-holland/2024-01-01", str(draft), "--cases", str(history)]) == 0
    said = capsys.readouterr().out
    assert "2 zaken: 1 vallen anders uit." in said
    assert "1  aanhouden                    → weigeren" in said
    assert "Onder het nieuwe kader geldt regel ‘listed_and_sensitive’ (weigeren)" in " ".join(said.split())
    assert "bijvoorbeeld Z-1" in said


def test_a_kader_beside_itself_changes_nothing(history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kader", "replay", str(ZUID_HOLLAND), str(ZUID_HOLLAND), "--cases", str(history)]) == 0
    assert "2 zaken: geen enkele valt anders uit." in capsys.readouterr().out


def test_no_cases_at_all_is_said(draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = write(tmp_path / "none.jsonl")
    assert main(["kader", "replay", str(ZUID_HOLLAND), str(draft), "--cases", str(empty)]) == 0
    assert "Er zijn nog geen getoetste zaken." in capsys.readouterr().out


def test_what_is_kept_names_both_kaders_by_digest(
    draft: Path, history: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "replay.json"
    arguments = ["kader", "replay", str(ZUID_HOLLAND), str(draft), "--cases", str(history)]
    assert main([*arguments, "--output", str(kept)]) == 0
    assert f"Bewaard in {kept}." in capsys.readouterr().out
    found = json.loads(kept.read_text("utf-8"))
    assert found["replay"]["old"]["digest"].startswith("5c02a33e9249")
    assert found["replay"]["old"]["digest"] != found["replay"]["new"]["digest"]
    assert found["changes"] == [{"case": "Z-1", "difference": 0}]
    assert (found["cases"], found["changed"]) == (2, 1)
    assert found["differences"][0]["row"]["id"] == "listed_and_sensitive"
    assert {"before": "hold", "after": "refuse", "cases": 1} in found["matrix"]
    assert {row["fact"] for row in found["facts"]["unanswered"]} >= {"sanctions", "own_line"}
    assert main([*arguments, "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert {**printed, "replay": 0} == {**found, "replay": 0}
    assert main([*arguments, "--json", "--output", str(kept)]) == 0
    assert "changes" not in json.loads(capsys.readouterr().out)


def test_what_the_draft_asks_anew_no_longer_takes_or_no_longer_asks_is_said(
    draft: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = draft / "facts.yaml"
    text = facts.read_text("utf-8")
    assert text.count("code: exchange") == 1
    facts.write_text(text.replace("code: exchange", "code: swap"), "utf-8")
    for name in (
        "tables.yaml",
        "action_lines.yaml",
        "deciding.yaml",
        "figures.yaml",
        "scenarios.yaml",
        "library.yaml",
    ):
        if (draft / name).exists():
            (draft / name).write_text((draft / name).read_text("utf-8").replace("exchange", "swap"), "utf-8")
    (draft / "never.yaml").write_text(NEVER, "utf-8")
    cases = write(
        tmp_path / "old.jsonl",
        {"reference": "Z-1", "facts": {"kind": "exchange", "weather": "rain"}},
        {"reference": "Z-2", "facts": {"kind": "event", "demand": "maybe", "country": "CN"}},
    )
    assert main(["kader", "replay", str(ZUID_HOLLAND), str(draft), "--cases", str(cases)]) == 0
    said = capsys.readouterr().out
    assert (
        "1 × het soort verzoek: voor het nieuwe kader onbekend, een gekozen antwoord bestaat niet meer"
        in said
    )
    assert (
        "1 × de vraag uit Zuid-Holland: voor het oude kader onbekend, wat er staat is geen antwoord" in said
    )
    assert "1 × het soort verzoek: beantwoord voordat men kon kiezen uit swap" in said
    assert "1 × ‘Een ruil is nooit met China.’: kan niet volgens het nieuwe kader" in said
    assert "1 × ‘weather’: het nieuwe kader vraagt dit niet" in said


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "cases.jsonl:3"),
        ("[]", "cases.jsonl:3: Deze regel is geen zaak"),
        ('{"reference": 1, "facts": {}}', "geen zaak"),
        ('{"reference": "Z", "facts": []}', "geen zaak"),
        ('{"reference": "Z", "facts": {}, "more": 1}', "geen zaak"),
        ('{"reference": "Z", "facts": {"kind": 1, "kind": 2}}', "duplicate key: kind"),
        ('{"reference": "Z", "facts": {"kind": NaN}}', "no number: NaN"),
        ("[" * 100_000, "nested too deep"),
        ("\xff", "geen JSON"),
    ],
    ids=plain_id,
)
def test_a_bad_line_is_named_and_nothing_is_kept(
    line: str, said: str, history: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    history.write_bytes(history.read_bytes().rstrip(b"\n") + b"\n" + line.encode("latin-1") + b"\n")
    arguments = ["kader", "replay", str(ZUID_HOLLAND), str(ZUID_HOLLAND), "--cases", str(history)]
    assert main([*arguments, "--output", str(tmp_path / "kept.json")]) == INVALID
    assert said in capsys.readouterr().err
    assert not (tmp_path / "kept.json").exists()


def test_all_bad_lines_are_said_at_once_up_to_a_number(
    history: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    history.write_text("{\n" * 9, "utf-8")
    arguments = ["kader", "replay", str(ZUID_HOLLAND), str(ZUID_HOLLAND), "--cases", str(history)]
    assert main(arguments) == INVALID
    assert capsys.readouterr().err.count("cases.jsonl:") == 9
    monkeypatch.setattr(case_file, "MOST_PROBLEMS", 3)
    assert main(arguments) == INVALID
    assert capsys.readouterr().err.count("cases.jsonl:") == 3


def test_a_line_without_end_is_not_read_into_memory(
    history: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(case_file, "MOST_BYTES", 20)
    arguments = ["kader", "replay", str(ZUID_HOLLAND), str(ZUID_HOLLAND), "--cases", str(history)]
    assert main(arguments) == INVALID
    assert "cases.jsonl:1" in capsys.readouterr().err


def test_a_file_that_is_not_there_and_a_folder_that_is_not_there_are_said(
    history: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    both = ["kader", "replay", str(ZUID_HOLLAND), str(ZUID_HOLLAND)]
    assert main([*both, "--cases", str(tmp_path / "nowhere.jsonl")]) == INVALID
    assert (
        main([*both, "--cases", str(history), "--output", str(tmp_path / "no" / "kept.json")]) == UNAVAILABLE
    )
    (tmp_path / "taken").mkdir()
    assert main([*both, "--cases", str(history), "--output", str(tmp_path / "taken")]) == UNAVAILABLE
    assert capsys.readouterr().out == ""
    assert not list(tmp_path.glob(".*.new"))


def test_a_replay_that_is_stopped_says_how_far_it_came_and_keeps_nothing(
    history: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_path: Path) -> Any:
        yield from ((f"Z-{place}", CASE) for place in range(CHUNK + 5))
        signal.raise_signal(signal.SIGTERM)
        yield "never", {}

    monkeypatch.setattr(replaying, "read_cases", stopped)
    kept = tmp_path / "kept.json"
    kept.write_text("older", "utf-8")
    arguments = ["kader", "replay", str(ZUID_HOLLAND), str(ZUID_HOLLAND), "--cases", str(history)]
    assert main([*arguments, "--output", str(kept), "--json"]) == STOPPED
    printed = capsys.readouterr()
    assert printed.out == ""
    assert f"Gestopt na {CHUNK} zaken, waarvan er 0 anders uitvallen. Er is niets bewaard." in printed.err
    assert kept.read_text("utf-8") == "older"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_replay_that_is_killed_leaves_no_half_file(tmp_path: Path) -> None:
    pipe = tmp_path / "cases.fifo"
    os.mkfifo(pipe)
    kept = tmp_path / "kept.json"
    command = [sys.executable, "-m", "openkader", "kader", "replay", str(ZUID_HOLLAND), str(ZUID_HOLLAND)]
    with subprocess.Popen([*command, "--cases", str(pipe), "--output", str(kept)]) as process:
        with pipe.open("w", encoding="utf-8") as cases:
            cases.write(json.dumps({"reference": "Z-1", "facts": CASE}) + "\n")
            cases.flush()
            time.sleep(0.2)
            process.kill()
        assert process.wait(30) == -signal.SIGKILL
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cases.fifo"]
