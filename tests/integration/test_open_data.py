"""Open data of a year: what is public, and nothing else; the same bytes for the same register; whole or not at all."""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from benchmarks.evaluation.filling import YEAR, Filling
from openkader.base.errors import Invalid, NotFound, Unavailable
from openkader.casework.permissions import HOUSE
from openkader.evaluation.account import account_of
from openkader.publication.open_data.fields import FILES
from openkader.publication.open_data.package import write_archive, write_folder
from openkader.register import models

pytestmark = pytest.mark.django_db


@pytest.fixture
def made_up(db: None) -> None:
    Filling(120).run()


def package(folder: Path, name: str = "datapackage.json") -> Any:
    return json.loads((folder / name).read_text("utf-8"))


def sheet(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.usefixtures("made_up")
def test_the_descriptor_names_every_file_with_its_rows_and_digest(tmp_path: Path) -> None:
    write_folder(YEAR, tmp_path / "data")
    described = package(tmp_path / "data")
    paths = {one["path"] for one in described["resources"]}
    assert paths | {"datapackage.json"} == {path.name for path in (tmp_path / "data").iterdir()}
    for one in described["resources"]:
        assert one["bytes"] == (tmp_path / "data" / one["path"]).stat().st_size
        if one["format"] == "csv":
            rows = sheet(tmp_path / "data", one["name"])
            assert len(rows) == one["rows"] == len(package(tmp_path / "data", f"{one['name']}.json"))
            fields = [field["name"] for field in one["schema"]["fields"]]
            assert all(list(row) == fields for row in rows)
    assert "licenses" not in described
    assert described["license_known"] is False


@pytest.mark.usefixtures("made_up")
def test_two_exports_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_folder(YEAR, tmp_path / name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
    archives = [io.BytesIO(), io.BytesIO()]
    for archive in archives:
        write_archive(YEAR, archive)
    assert archives[0].getvalue() == archives[1].getvalue()


@pytest.mark.usefixtures("made_up")
def test_the_rows_behind_a_figure_add_up_to_it(tmp_path: Path) -> None:
    write_folder(YEAR, tmp_path / "data")
    numbers = {row["id"]: int(row["number"]) for row in sheet(tmp_path / "data", "activities")}
    counted = [row for row in sheet(tmp_path / "data", "figure_rows") if row["figure"] == "activities"]
    figure = next(row for row in sheet(tmp_path / "data", "figures") if row["id"] == "activities")
    total = account_of(YEAR, {"activities"}, reader=HOUSE).figures["activities"].count.range.low
    assert sum(numbers[row["row"]] for row in counted) == int(figure["low"]) == total


@pytest.mark.usefixtures("made_up")
def test_a_withheld_row_has_a_ground_and_no_content(tmp_path: Path) -> None:
    write_folder(YEAR, tmp_path / "data")
    found = {
        name: sheet(tmp_path / "data", name) for name in ("requests", "decisions", "measures", "activities")
    }
    grounds = {row["withheld"] for rows in found.values() for row in rows}
    assert grounds == {"", "confidential_case", "screening"}
    for rows in found.values():
        assert all(
            not any(value for name, value in row.items() if name not in ("id", "number", "withheld"))
            for row in rows
            if row["withheld"]
        )


@pytest.mark.usefixtures("made_up")
def test_nothing_of_a_case_that_is_not_public_is_in_any_file(tmp_path: Path) -> None:
    hidden = models.Request.objects.exclude(confidentiality="public")
    hidden.update(title_nl="Geheimteken", title_en="Geheimteken")
    models.Activity.objects.filter(request__in=hidden).update(title_nl="Geheimteken", title_en="Geheimteken")
    write_folder(YEAR, tmp_path / "data")
    text = "".join(path.read_text("utf-8") for path in (tmp_path / "data").iterdir())
    assert hidden.exists()
    assert "Geheimteken" not in text
    assert not [one for one in hidden.values_list("reference", flat=True) if f'"{one}"' in text]


@pytest.mark.usefixtures("made_up")
def test_a_field_that_is_not_named_is_never_written(tmp_path: Path) -> None:
    """Everything that a table holds and nobody named as public stays inside, also a column of tomorrow."""
    connection.check_constraints()  # PostgreSQL changes no table while it still has links to look at
    with connection.cursor() as cursor:
        cursor.execute(
            "ALTER TABLE register_activity ADD COLUMN of_tomorrow varchar(40) DEFAULT 'Geheimteken'"
        )
    models.Activity.objects.update(aim_nl="Geheimteken", aim_en="Geheimteken", place="Geheimteken")
    models.Party.objects.update(name="Geheimteken")
    models.Request.objects.update(team="Geheimteken")
    write_folder(YEAR, tmp_path / "data")
    text = "".join(path.read_text("utf-8") for path in (tmp_path / "data").iterdir())
    assert "Geheimteken" not in text
    assert "of_tomorrow" not in text
    assert "Bedacht." not in text  # the passage of every decision


@pytest.mark.usefixtures("made_up")
def test_the_name_of_a_participant_is_a_column_that_stays_empty_on_a_ground(tmp_path: Path) -> None:
    write_folder(YEAR, tmp_path / "data")
    assert {row["party_name"] for row in sheet(tmp_path / "data", "participations")} == {""}
    described = {one["name"]: one for one in package(tmp_path / "data")["resources"]}
    fields = {field["name"]: field for field in described["participations"]["schema"]["fields"]}
    assert fields["party_name"]["withheld"] == "personal_data"


@pytest.mark.usefixtures("made_up")
def test_a_title_that_would_be_calculated_is_text_in_the_sheet_and_itself_in_the_data(tmp_path: Path) -> None:
    nasty = '=cmd|"/c calc"!A1\nregel twee, "aangehaald"'
    one = models.Request.objects.filter(confidentiality="public").first()
    assert one is not None
    models.Request.objects.filter(pk=one.pk).update(title_nl=nasty, title_en=nasty)
    write_folder(YEAR, tmp_path / "data")
    row = next(row for row in sheet(tmp_path / "data", "requests") if row["id"] == one.reference)
    assert row["title_nl"] == f"'{nasty}"
    data = next(row for row in package(tmp_path / "data", "requests.json") if row["id"] == one.reference)
    assert data["title_nl"] == nasty


@pytest.mark.usefixtures("made_up")
def test_a_folder_with_something_in_it_is_refused_and_stays(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("van mij")
    with pytest.raises(Invalid):
        write_folder(YEAR, tmp_path)
    with pytest.raises(Invalid):
        write_folder(YEAR, tmp_path / "mine.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.usefixtures("made_up")
def test_an_empty_folder_is_filled_and_a_place_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert write_folder(YEAR, tmp_path / "empty") == 2 * (len(FILES) + 2) + 1
    with pytest.raises(Unavailable):
        write_folder(YEAR, tmp_path / "nowhere" / "deeper")


def test_a_year_of_which_nothing_is_known_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        write_folder(1999, tmp_path / "data")
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("made_up")
def test_what_fails_halfway_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("openkader.publication.open_data.package.write_descriptor", full)
    with pytest.raises(Unavailable):
        write_folder(YEAR, tmp_path / "data")
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("made_up")
def test_the_digest_of_the_adopted_evaluation_goes_along(tmp_path: Path) -> None:
    write_folder(YEAR, tmp_path / "data", adopted="a" * 64)
    assert package(tmp_path / "data")["evaluation"] == {"adopted": True, "sha256": "a" * 64}


@pytest.mark.usefixtures("made_up")
def test_the_page_says_what_is_in_the_archive(client: Client, tmp_path: Path) -> None:
    page = client.get(f"/jaar/{YEAR}/open-data/").content.decode()
    answer: Any = client.get(f"/jaar/{YEAR}/open-data/bestanden.zip")
    archive = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    archive.extractall(tmp_path)
    rows = sheet(tmp_path, "measures")
    withheld = sum(row["withheld"] == "screening" for row in rows)
    assert "measures.csv" in page
    assert f'data-label="Rijen">{len(rows)}<' in page
    assert withheld
    assert f'data-label="Vanwege screening">{withheld}<' in page


def test_a_page_of_no_year_is_not_there(client: Client) -> None:
    assert client.get("/jaar/1999/open-data/").status_code == 404
    assert client.get("/jaar/1999/open-data/bestanden.zip").status_code == 404
