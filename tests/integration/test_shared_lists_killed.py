"""Two machines that share a database and a shelf, and processes that are killed on the way."""

import json
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.installation import Installation, fresh_postgres, one_sentence

RENEW = """
import os, signal, time
from datetime import UTC, datetime
from openkader.register import shared_lists
from openkader.register.house_lists import house_lists
from openkader.register.models import ListPiece
from openkader.cli.downloads import Download
from openkader.screening.lists import Terms, update

def dies(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

def fetch(source, into, etag):
    found = Download(seconds=10)(source, into, etag)
    {fetched}
    return found

{before}
update(house_lists().folder("made-up"), fetch, Terms(now=datetime.now(UTC)))
"""


class Machines(NamedTuple):
    """Two data folders, one database, one folder with documents that both mount, and the file of a list."""

    one: Installation
    other: Installation
    list: Path

    def publish(self, *names: str) -> None:
        entries = [{"id": name, "schema": "Person", "properties": {"name": [name]}} for name in names]
        self.list.write_text("".join(f"{json.dumps(entry)}\n" for entry in entries), encoding="utf-8")


@pytest.fixture
def machines(postgres_url: str, tmp_path: Path) -> Iterator[Machines]:
    """The first has a list."""
    (tmp_path / "documents").mkdir()
    secret = {"OPENKADER_SECRET_KEY": "k" * 60}
    with fresh_postgres(postgres_url) as url:
        houses = [Installation(tmp_path / name / "data", url, secret) for name in ("one", "other")]
        for house in houses:
            house.data.mkdir(parents=True)
            (house.data / "documents").symlink_to(tmp_path / "documents")
        found = Machines(houses[0], houses[1], tmp_path / "list.json")
        found.publish("Wang Verzonnen")
        good(found.one, "migrate")
        good(found.one, "lists", "add", "made-up", "--format", "ftm", str(found.list))
        yield found


def good(house: Installation, *words: str) -> str:
    done = house.run(*words)
    assert done.returncode == 0, done.stdout + done.stderr
    return str(done.stdout)


def bands(house: Installation) -> subprocess.CompletedProcess[str]:
    names = [
        {"id": name, "schema": "Person", "properties": {"name": [name]}}
        for name in ("Wang Verzonnen", "Li Bedacht")
    ]
    file = house.data.parent / "names.jsonl"
    file.write_text("".join(f"{json.dumps(name)}\n" for name in names), encoding="utf-8")
    return house.run("screen", str(file))


def compared(house: Installation) -> list[str]:
    done = bands(house)
    assert done.returncode == 0, done.stderr
    return [json.loads(line)["band"] for line in done.stdout.splitlines()]


def killed(house: Installation, *, before: str = "", fetched: str = "pass") -> None:
    process = house.script(RENEW.format(before=before, fetched=fetched))
    _, said = process.communicate(timeout=60)
    assert process.returncode == -9, said


def test_whoever_is_killed_while_renewing_leaves_the_former_in_force_on_every_machine(
    machines: Machines,
) -> None:
    machines.publish("Wang Verzonnen", "Li Bedacht")
    for way in (
        {"fetched": "dies()"},
        {"before": "shared_lists.keep_snapshot = dies"},
        {"before": "ListPiece.objects.bulk_create = dies"},
    ):
        killed(machines.one, **way)
        assert compared(machines.other) == ["match", "clear"]
        done = machines.other.run("lists", "status")
        assert (done.returncode, "broken off" in done.stdout) == (1, True), done.stdout
    assert "renewed, 2 entities" in good(machines.other, "lists", "update")
    assert compared(machines.one) == ["match", "match"]
    assert "broken off" not in good(machines.one, "lists", "status")
    assert not list((machines.one.data / "lists").rglob("*.new"))


def test_whoever_is_killed_while_fetching_leaves_nothing_that_is_believed(machines: Machines) -> None:
    process = machines.other.script(
        """
import os, signal
from openkader.register import shared_lists
from openkader.register.house_lists import house_lists
shared_lists.settle = lambda path: os.kill(os.getpid(), signal.SIGKILL)
folder = house_lists().folder("made-up")
folder.entities(folder.current())
"""
    )
    process.communicate(timeout=60)
    assert process.returncode == -9
    assert not list((machines.other.data / "lists").rglob("entities.ftm.json"))
    assert compared(machines.other) == ["match", "clear"]
    assert not (machines.other.data / "lists/made-up/.filling").exists()


def test_one_at_a_time_renews_on_all_machines_and_is_not_broken_off_meanwhile(machines: Machines) -> None:
    machines.publish("Wang Verzonnen", "Li Bedacht")
    mark = machines.list.with_name("fetched")
    held = f"open({str(mark)!r}, 'w').close(); time.sleep(5)"
    at_work = machines.one.script(RENEW.format(before="", fetched=held))
    while not mark.exists() and at_work.poll() is None:
        time.sleep(0.05)
    assert "broken off" not in good(machines.other, "lists", "status")
    assert "unchanged" in good(machines.other, "lists", "update")
    _, said = at_work.communicate(timeout=60)
    assert at_work.returncode == 0, said
    assert compared(machines.other) == ["match", "match"]


def test_a_machine_without_the_shelf_screens_with_what_is_in_force_or_not_at_all(machines: Machines) -> None:
    assert compared(machines.other) == ["match", "clear"]
    machines.publish("Wang Verzonnen", "Li Bedacht")
    good(machines.one, "lists", "update")
    shelf = machines.list.parent / "documents"
    shelf.rename(shelf.with_name("away"))
    assert compared(machines.one) == ["match", "match"]
    done = bands(machines.other)
    assert (done.returncode, done.stdout) == (5, "")
    assert "Nobody is screened" in one_sentence(done)
    shelf.with_name("away").rename(shelf)
    shutil.rmtree(machines.other.data / "lists")
    assert compared(machines.other) == ["match", "match"]


def test_lists_from_before_there_was_a_register_are_taken_over_by_migrate(
    postgres_url: str, tmp_path: Path
) -> None:
    with fresh_postgres(postgres_url) as url:
        house = Installation(tmp_path / "data", url, {"OPENKADER_SECRET_KEY": "k" * 60})
        found = Machines(house, house, tmp_path / "list.json")
        found.publish("Wang Verzonnen")
        good(house, "lists", "add", "made-up", "--format", "ftm", str(found.list))
        before = good(house, "lists", "status")
        assert (house.data / "lists/made-up/list.json").exists()
        good(house, "migrate")
        assert not (house.data / "lists/made-up/list.json").exists()
        assert good(house, "lists", "status") == before
        shutil.rmtree(house.data / "lists")
        assert compared(house) == ["match", "clear"]
        assert "files are there" in good(house, "documents", "verify")
