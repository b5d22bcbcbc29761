"""What waits between two pages is known on every machine, goes in time, and is in no backup and in no copy."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from openkader.base.errors import NotFound
from openkader.casework.vocabulary import DraftKind
from openkader.register import kept_drafts, models
from openkader.register.former_folder import take_over, take_over_drafts
from openkader.register.selectors.screening_count import screening_count
from openkader.web import drafts, request_drafts
from tests.installation import Installation, fresh_postgres
from tests.integration.recovery_house import empty_house, made
from tests.integration.register_house import HAND

NOW = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)
MARK = b"een brief die nergens anders staat"
# As a browser does it, before one of several machines.
BROWSER = """
from django.test import Client
from django.core.files.uploadedfile import SimpleUploadedFile
browser = Client(HTTP_HOST="localhost")
def sent(url, form):
    answer = browser.post(url, form)
    assert answer.status_code == 302, answer.content.decode()
    return answer.headers["Location"]
"""
BEGIN = f"""{BROWSER}
form = {{
    "kind": "incoming_delegation", "name": "A. Verzonnen", "organisation": "Kas Voorbeeld (fictief)",
    "email": "a@example.nl", "subject": "Bezoek uit Baoding", "asked": "Een ontvangst.", "when": "12 mei",
    "country": "CN", "foreign_parties": "Landbouwbureau", "sector": "glastuinbouw",
    "initiative": "umbrella_organisation", "reason": "Kennismaken.",
}}
url = sent("/verzoek/", {{"kind": "incoming_delegation"}})
size = 20_000_000
letter = SimpleUploadedFile("brief.txt", {MARK!r} + b"\\n" + b"a" * (size - 100))
checked = sent(url, form | {{"documents": letter}})
assert checked == url + "controle/", browser.get(checked).content.decode()
print(url)
"""
FINISH = """
page = browser.get(url + "controle/").content.decode()
assert "brief.txt" in page and "Kas Voorbeeld" in page, page
assert sent(url + "controle/", {}) == url + "ontvangen/"
assert sent(url + "controle/", {}) == url + "ontvangen/"
"""


def told(house: Installation, code: str) -> str:
    process = house.script(code)
    said, complaint = process.communicate(timeout=120)
    assert process.returncode == 0, complaint
    return str(said).strip()


@pytest.fixture
def machines(postgres_url: str, tmp_path: Path) -> Iterator[tuple[Installation, Installation]]:
    """Two machines of one installation: the same database and the same key, and a folder each."""
    shared = {
        "OPENKADER_SECRET_KEY": "een-bedachte-sleutel-van-genoeg-letters-1234567890",
        "OPENKADER_UPLOAD_MB": "20",
    }
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    with fresh_postgres(postgres_url) as url:
        one, two = (Installation(tmp_path / name / "data", url, shared) for name in ("one", "two"))
        assert one.run("migrate").returncode == 0
        yield one, two


def test_what_one_machine_began_another_finishes(machines: tuple[Installation, Installation]) -> None:
    one, two = machines
    url = told(one, BEGIN)
    assert one.sql("select count(*) from register_keptdraftfile") == [(1,)]
    told(two, f"{BROWSER}\nurl = {url!r}\n{FINISH}")
    assert one.sql("select count(*) from register_request") == [(1,)]
    assert one.sql("select name, size from register_document") == [
        ("brief.txt", 20_000_000 - 100 + len(MARK) + 1)
    ]
    assert one.sql("select count(*) from register_keptdraftfile") == [(0,)]
    assert not (one.data / "requests").exists()


WAITING = f"""
from datetime import UTC, datetime
from openkader.casework.vocabulary import DraftKind
from openkader.register.kept_drafts import keep_draft
keep_draft(DraftKind.REQUEST, "a" * 32, "{{}}", {{"a.bin": {MARK!r}}}, now=datetime.now(UTC))
"""
GONE = """
from openkader.register.kept_drafts import forget_draft
forget_draft("a" * 32)
"""


def test_what_waits_goes_along_in_no_backup(
    filled: Installation, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    told(filled, WAITING)
    file = made(filled)
    assert MARK not in file.read_bytes()
    postgres = request.getfixturevalue("postgres_url") if filled.database_url else ""
    with empty_house(filled, tmp_path / "new", postgres) as other:
        assert other.run("backup", "restore", str(file)).returncode == 0
        assert other.sql("select count(*) from register_keptdraft") == [(0,)]
    told(filled, GONE)
    assert MARK not in made(filled, "after.tar").read_bytes()


def test_what_waits_is_in_no_copy_to_test_with(house: Installation, tmp_path: Path) -> None:
    assert house.run("migrate").returncode == 0
    told(house, WAITING)
    assert house.run("anonymise", str(tmp_path / "copy")).returncode == 0
    assert MARK not in (tmp_path / "copy" / "db.sqlite3").read_bytes()


def a_request(data: Path, token: str, at: datetime) -> Path:
    """A draft as the former release left it."""
    folder = data / "requests" / token
    folder.mkdir(parents=True)
    draft = {
        "kind": "event",
        "at": at.isoformat(),
        "link": "l",
        "answers": {"subject": "Bezoek"},
        "files": [{"place": "b.bin", "name": "brief.txt", "size": 3, "purpose": "attachment"}],
        "wrong": [],
        "sent": "",
    }
    (folder / "draft.json").write_text(json.dumps(draft), encoding="utf-8")
    (folder / "b.bin").write_bytes(b"abc")
    return folder


def a_list(data: Path, token: str) -> None:
    draft = {"by": "anna", "dossier": "V-1", "name": "", "at": NOW.isoformat(), "version": 0}
    (data / "drafts").mkdir()
    (data / "drafts" / f"{token}.json").write_text(json.dumps(draft), encoding="utf-8")
    (data / "drafts" / f"{token}.bin").write_bytes(b"Wang Verzonnen")


@pytest.mark.django_db
def test_what_a_former_release_kept_in_the_folder_is_taken_over_once(tmp_path: Path) -> None:
    a_request(tmp_path, "a" * 32, NOW)
    a_list(tmp_path, "c" * 32)
    kader = tmp_path / "drafts" / "verweg" / "2025-01-01" / "kader.yaml"
    kader.parent.mkdir(parents=True)
    kader.write_text("id: verweg")
    later = NOW + timedelta(hours=1)
    take_over_drafts(tmp_path, now=later)
    found = request_drafts.find("a" * 32, later)
    (document,) = request_drafts.documents("a" * 32, found)
    assert (found.answers["subject"], document.name, document.content) == ("Bezoek", "brief.txt", b"abc")
    _draft, content = drafts.find("c" * 32, by="anna", dossier="V-1", now=later)
    assert content == b"Wang Verzonnen"
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [kader]
    assert models.KeptDraft.objects.get(kind=DraftKind.REQUEST).until == NOW + timedelta(days=7)
    take_over_drafts(tmp_path, now=later)
    assert models.KeptDraft.objects.count() == 2


@pytest.mark.django_db
def test_what_is_too_old_or_half_written_is_not_taken_over_and_goes(tmp_path: Path) -> None:
    a_request(tmp_path, "a" * 32, NOW - timedelta(days=7))
    (a_request(tmp_path, "b" * 32, NOW) / "draft.json").write_text("{", encoding="utf-8")
    a_list(tmp_path, "c" * 32)
    (tmp_path / "drafts" / f"{'c' * 32}.bin").unlink()
    (tmp_path / "drafts" / f"{'d' * 32}.bin").write_bytes(b"of which the rest never came")
    take_over_drafts(tmp_path, now=NOW)
    assert not models.KeptDraft.objects.exists()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.django_db
def test_whoever_was_killed_before_the_file_went_takes_over_the_rest(tmp_path: Path) -> None:
    a_request(tmp_path, "a" * 32, NOW)
    kept_drafts.keep_draft(DraftKind.REQUEST, "a" * 32, "{}", {}, now=NOW)
    a_request(tmp_path, "b" * 32, NOW)
    take_over_drafts(tmp_path, now=NOW)
    assert request_drafts.find("b" * 32, NOW).kind == "event"
    assert models.KeptDraft.objects.count() == 2
    with pytest.raises(NotFound):
        request_drafts.find("a" * 32, NOW)  # as it was; it is not written over


def a_count(data: Path, content: str) -> Path:
    (data / "screening").mkdir()
    (data / "screening" / "report.json").write_text(content)
    return data / "screening"


@pytest.mark.django_db
def test_a_count_that_lies_in_the_folder_is_taken_over_unless_a_newer_one_is_there(tmp_path: Path) -> None:
    folder = a_count(tmp_path, '{"rows": []}')
    take_over(tmp_path, **HAND)
    assert not folder.exists()
    a_count(tmp_path, '{"rows": [1]}')
    take_over(tmp_path, **HAND)
    assert screening_count() == '{"rows": []}'


@pytest.mark.django_db
def test_a_count_that_cannot_be_read_stays_where_it_is(tmp_path: Path) -> None:
    folder = a_count(tmp_path, "{")
    take_over(tmp_path, **HAND)
    assert (folder / "report.json").exists()
    assert screening_count() is None
