"""What a former release left is brought up to this one, and says the same: figures, coverage, trail and replay."""

import json
import shutil
import subprocess
import tarfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.installation import ROOT, Installation, fresh_postgres

FORMER = ROOT / "tests" / "recovery" / "2ebd8ef.tar.xz"


@pytest.fixture(scope="module")
def then(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What that release left."""
    folder = tmp_path_factory.mktemp("former")
    with tarfile.open(FORMER) as tar:
        tar.extractall(folder, filter="data")
    return folder


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def house(
    request: pytest.FixtureRequest, then: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Installation]:
    """The same, brought up to this release."""
    data = Path(shutil.copytree(then / "data", tmp_path_factory.mktemp(request.param) / "data"))
    if request.param == "sqlite":
        yield brought_up(Installation(data))
        return
    (data / "db.sqlite3").unlink()
    with fresh_postgres(request.getfixturevalue("postgres_url")) as url:
        words = [
            "pg_restore",
            "--no-owner",
            "--exit-on-error",
            f"--dbname={url}",
            str(then / "database.dump"),
        ]
        subprocess.run(words, check=True, capture_output=True)
        yield brought_up(Installation(data, url))


def brought_up(house: Installation) -> Installation:
    done = house.run("migrate")
    assert done.returncode == 0, done.stderr
    return house


def told(then: Path, name: str) -> Any:
    return json.loads((then / "then" / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("command", ["evaluate", "coverage"])
@pytest.mark.parametrize("year", ["2024", "2025"])
def test_a_year_has_the_same_figures(house: Installation, then: Path, command: str, year: str) -> None:
    done = house.run(command, year, "--format", "json")
    assert json.loads(done.stdout) == told(then, f"{command}-{year}.json")


def test_every_case_comes_out_as_it_did(house: Installation, then: Path) -> None:
    noted = told(then, "assessments.json")
    rows = house.sql(
        "select a.reference, r.reference, a.outcome, a.kader_digest from register_assessment a"
        " join register_request r on r.id = a.request_id order by a.id"
    )
    assert [
        dict(zip(("reference", "request", "outcome", "kader_digest"), row, strict=True)) for row in rows
    ] == noted
    done = house.run("kader", "replay", "zuid-holland", "zuid-holland", "--register", "--json")
    replay = json.loads(done.stdout)
    newest = {row["request"]: row["outcome"] for row in noted}
    found = {row["before"]: row["cases"] for row in replay["matrix"]}
    assert (replay["changed"], found) == (0, Counter(newest.values()))


def test_the_trail_holds_and_says_to_which_release_it_was_brought(house: Installation) -> None:
    assert house.run("audit", "verify").returncode == 0
    assert house.run("documents", "verify").returncode == 0
    rows = house.sql("select detail from register_auditevent where action = 'register.upgraded'")
    assert [json.loads(row[0])["release"] for row in rows] == ["0.1.0"]
