"""A house whose documents lie in a bucket does all that one with a folder does, and says so when the bucket is away."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from openkader.casework.vocabulary import AccountRole
from openkader.kader import Assessor
from openkader.register import models
from openkader.register.bucket import Bucket
from openkader.register.readiness import Part, readiness
from openkader.web.operation.house_figures import HouseFigures
from tests.installation import Installation
from tests.integration.activity_house import ACTIVITY, SCREENING, planned
from tests.s3_server import bucket_at, environment_of, make
from tests.web_pages import colleague

NOWHERE = bucket_at("http://127.0.0.1:1", "kader")
FILES = 9  # that the demo keeps


@pytest.fixture(scope="module")
def of_demo(s3_url: str) -> Bucket:
    return make(bucket_at(s3_url, f"demo-{uuid4().hex[:12]}"))


@pytest.fixture(scope="module")
def demo(of_demo: Bucket, tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """The year 2024, with its documents in a bucket."""
    house = Installation(tmp_path_factory.mktemp("bucket") / "data", more=environment_of(of_demo))
    done = house.run("demo", "--no-serve")
    assert done.returncode == 0, done.stderr
    return house


@pytest.fixture(scope="module")
def backup(demo: Installation) -> Path:
    file = demo.data.parent / "backup.tar"
    done = demo.run("backup", "make", str(file))
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{FILES} files" in done.stdout
    return file


def verified(house: Installation) -> bool:
    done = house.run("documents", "verify")
    return done.returncode == 0 and f"All {FILES} files" in done.stdout


def test_nothing_lies_in_the_folder(demo: Installation) -> None:
    assert verified(demo)
    assert not (demo.data / "documents").exists()


def test_a_backup_is_put_back_in_another_bucket(backup: Path, bucket: Bucket, tmp_path: Path) -> None:
    other = Installation(tmp_path / "data", more=environment_of(bucket))
    done = other.run("backup", "restore", str(backup))
    assert (done.returncode, done.stderr) == (0, "")
    assert verified(other)
    assert not (other.data / "documents").exists()


def test_a_backup_is_put_back_in_a_folder(backup: Path, tmp_path: Path) -> None:
    other = Installation(tmp_path / "data")
    assert other.run("backup", "restore", str(backup)).returncode == 0
    assert verified(other)


def test_a_backup_without_its_bucket_is_not_made(demo: Installation, tmp_path: Path) -> None:
    away = replace(demo, more=environment_of(NOWHERE))
    for more in ((), ("--passphrase-file", str(tmp_path / "phrase"))):
        (tmp_path / "phrase").write_text("een lange wachtzin")
        done = away.run("backup", "make", str(tmp_path / "backup.tar"), *more)
        assert done.returncode == 5
        assert "storage of documents cannot be reached" in done.stderr
        assert "Traceback" not in done.stderr
        assert [path.name for path in tmp_path.iterdir()] == ["phrase"]


def test_a_backup_is_put_back_whole_or_not_at_all_when_the_bucket_is_away(
    backup: Path, tmp_path: Path
) -> None:
    other = Installation(tmp_path / "data", more=environment_of(NOWHERE))
    done = other.run("backup", "restore", str(backup))
    assert (done.returncode, "cannot be reached" in done.stderr) == (5, True)
    assert not (other.data / "db.sqlite3").exists()


def test_a_copy_to_test_with_has_its_files_in_its_folder(
    demo: Installation, of_demo: Bucket, tmp_path: Path
) -> None:
    done = demo.run("anonymise", str(tmp_path / "copy"))
    assert done.returncode == 0, done.stderr
    assert "without the settings OPENKADER_S3_" in done.stdout
    assert verified(Installation(tmp_path / "copy"))
    assert verified(demo)


@pytest.fixture
def away(settings: Any) -> None:
    settings.BUCKET = NOWHERE


@pytest.mark.django_db
@pytest.mark.usefixtures("away", "year_2024")
def test_a_page_says_that_the_bucket_is_away_and_nothing_is_kept(assessor: Assessor) -> None:
    planned(assessor)
    before = models.AuditEvent.objects.count()
    file = SimpleUploadedFile("bewijs.txt", b"bewijs (bedacht)")
    sent = {"act": "prove", "title": "Uitslag", "kind": "report", "documents": file}
    answer = colleague().post(f"/activiteiten/{ACTIVITY}/maatregelen/{SCREENING}/", sent)
    assert answer.status_code == 503
    assert "opslag van documenten is nu niet te bereiken" in answer.content.decode()
    assert models.AuditEvent.objects.count() == before
    assert not models.Evidence.objects.filter(size__isnull=False).exists()


@pytest.mark.django_db
@pytest.mark.usefixtures("away")
def test_the_probe_the_figures_and_the_administrator_see_it(client: Client) -> None:
    assert readiness()[Part.DOCUMENTS] is False
    ready = client.get("/_health/ready")
    assert (ready.status_code, ready.json()["parts"]["documents"]) == (503, "failing")
    assert [one.samples[0].value for one in figures() if one.name == "openkader_bucket_up"] == [0.0]
    page = colleague("beheer", AccountRole.ADMINISTRATOR).get("/beheer/").content.decode()
    assert "in een bucket, die niet te bereiken is" in page
    assert "De bucket met documenten is niet te bereiken." in page


@pytest.mark.django_db
def test_a_bucket_that_is_there_is_ready(bucket: Bucket, settings: Any) -> None:
    assert not any(one.name == "openkader_bucket_up" for one in figures())
    settings.BUCKET = bucket
    assert readiness()[Part.DOCUMENTS] is True
    assert [one.samples[0].value for one in figures() if one.name == "openkader_bucket_up"] == [1.0]
    page = colleague("beheer", AccountRole.ADMINISTRATOR).get("/beheer/").content.decode()
    assert "in een bucket, die te bereiken is" in page


def figures() -> list[Any]:
    return list(HouseFigures(timezone.now()).collect())
