"""What Beheer and the figures say of the newest backup: when, by which version, and whether it held."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from prometheus_client import CollectorRegistry, generate_latest

from openkader.register.recovery.newest import NOTE, NewestBackup, newest_backup, note_made, note_tried
from openkader.web.operation.house_figures import HouseFigures
from tests.integration.test_web_lists import data
from tests.web_pages import colleague, text

__all__ = ["data"]
pytestmark = pytest.mark.django_db
OLD, BROKEN = "Kijk of de opdracht openkader backup make elke nacht draait", "is geprobeerd en klopt niet"
MADE = NewestBackup(made_at=datetime(2030, 5, 1, 1, 0, tzinfo=UTC), version="0.1.0", mark="a" * 64)


@pytest.fixture
def administrator() -> Client:
    return colleague("beheer", "administrator")


def beheer(client: Client) -> str:
    return text(client.get("/beheer/"))


def figures(now: datetime) -> str:
    house = CollectorRegistry()
    house.register(HouseFigures(now))
    return generate_latest(house).decode()


def test_a_backup_that_nobody_knows_of_is_unknown(administrator: Client, data: Path) -> None:
    said = beheer(administrator)
    assert "hier niet bekend" in said
    assert OLD not in said
    assert "openkader_backup" not in figures(timezone.now())


def test_one_of_this_night_is_said_with_its_version_and_was_not_tried(
    administrator: Client, data: Path
) -> None:
    note_made(data, replace(MADE, made_at=timezone.now() - timedelta(hours=9)))
    said = beheer(administrator)
    assert "door Open Kader 0.1.0" in said
    assert "zij is hier niet geprobeerd" in said
    assert OLD not in said


def test_one_that_is_too_old_asks_for_attention(administrator: Client, data: Path) -> None:
    note_made(data, replace(MADE, made_at=timezone.now() - timedelta(days=2, minutes=1)))
    assert OLD in beheer(administrator)


@pytest.mark.parametrize(("holds", "words"), [(True, ": zij klopt."), (False, ": zij klopt niet.")])
def test_how_it_came_out_is_said(administrator: Client, data: Path, holds: bool, words: str) -> None:
    note_made(data, replace(MADE, tried_at=MADE.made_at, holds=holds))
    said = beheer(administrator)
    assert words in said
    assert (BROKEN in said) is not holds
    found = figures(MADE.made_at + timedelta(hours=1))
    assert "openkader_backup_age_seconds 3600.0" in found
    assert f"openkader_backup_holds {float(holds)}" in found


def test_only_the_trying_of_the_newest_one_counts(data: Path, tmp_path: Path) -> None:
    file, other = tmp_path / "one", tmp_path / "other"
    file.write_bytes(b"made up")
    other.write_bytes(b"another")
    mark = "0cdb6dc0" + "0" * 56
    note_tried(data, file, holds=True, now=MADE.made_at)
    assert not (data / NOTE).exists()
    note_made(data, replace(MADE, mark=mark))
    note_tried(data, other, holds=True, now=MADE.made_at)
    note_tried(data, tmp_path / "gone", holds=True, now=MADE.made_at)
    assert newest_backup(data) == replace(MADE, mark=mark)


@pytest.mark.parametrize(
    "note",
    [
        "",
        "[]",
        "{}",
        "\x00",
        '{"made_at": "2030-05-01", "version": 1, "mark": "", "tried_at": null, "holds": 3}',
    ],
)
def test_a_note_that_cannot_be_read_is_unknown(administrator: Client, data: Path, note: str) -> None:
    (data / NOTE).write_text(note, encoding="utf-8")
    assert "hier niet bekend" in beheer(administrator)


def test_a_folder_that_cannot_be_written_takes_nothing_from_the_backup(tmp_path: Path) -> None:
    note_made(tmp_path / "nowhere", MADE)
    assert newest_backup(tmp_path / "nowhere") is None
