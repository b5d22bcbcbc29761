"""A backup of an installation: made while it works, tried without touching it, put back whole or not at all."""

import stat
import tarfile
from pathlib import Path

import pytest
from pyrage import x25519

from openkader import __version__
from openkader.base.on_disk import digest_of
from openkader.register.recovery.newest import newest_backup
from tests.installation import Installation, one_sentence
from tests.integration.recovery_house import contents, empty_house, made, script

# A passphrase takes a second on purpose; of both kinds of database the wrapping is the same.
PHRASE = "een lange wachtzin"
FINAL = """
from datetime import UTC, datetime
from openkader.casework.permissions import HouseHand
from openkader.casework.reporting import ReportKind
from openkader.register import models, services
from openkader.register.documents import DocumentEntry
from openkader.register.report_entries import FinalEntry, ReportEntry
hand = {"by": HouseHand("cli:adviser"), "now": datetime.now(UTC)}
of = {
    "activity": models.Activity.objects.filter(standing="held").order_by("pk").first().reference,
    "kind": ReportKind.MISSION_REPORT,
    "language": "nl",
}
services.save_report(ReportEntry(**of, text="Verslag (bedacht).", seen=0, sections={"about": "a"}), **hand)
paper = DocumentEntry(name="verslag.txt", content=b"Verslag (bedacht).")
services.finish_report(FinalEntry(**of, seen=1, paper=paper, measure=None), **hand)
"""


@pytest.fixture
def postgres(request: pytest.FixtureRequest, filled: Installation) -> str:
    """The server of the tests, where it is needed."""
    return request.getfixturevalue("postgres_url") if filled.database_url else ""


def test_what_is_put_back_is_what_it_was(filled: Installation, tmp_path: Path, postgres: str) -> None:
    before, file = contents(filled), made(filled)
    with empty_house(filled, tmp_path / "new", postgres) as other:
        done = other.run("backup", "restore", str(file))
        assert (done.returncode, done.stderr) == (0, "")
        assert contents(other) == before
        for command in (("audit", "verify"), ("documents", "verify")):
            assert other.run(*command).returncode == 0


def test_the_paper_of_a_final_report_goes_along_where_no_measure_asked_for_it(filled: Installation) -> None:
    ended, complaint = script(filled, FINAL)
    assert ended == 0, complaint
    ((digest,),) = filled.sql("select sha256 from register_reportfinal")
    with tarfile.open(made(filled)) as backup:
        paper = backup.extractfile(f"documents/{digest[:2]}/{digest}")
        assert paper is not None
        assert paper.read() == b"Verslag (bedacht)."


def test_trying_it_says_what_is_in_it_and_touches_nothing(filled: Installation, tmp_path: Path) -> None:
    file = made(filled)
    mark = filled.sql("select hash from register_audithead")[0][0]
    # Neither the installation nor its database is needed.
    elsewhere = Installation(tmp_path / "nowhere" / "data")
    elsewhere.data.parent.mkdir()
    done = elsewhere.run("backup", "verify", str(file))
    assert (done.returncode, done.stderr) == (0, "")
    assert mark in done.stdout
    assert (
        f"{11 if filled.database_url else 9} files" in done.stdout
    )  # a list is two of them, where machines share it
    assert not elsewhere.data.exists()


def test_the_folder_that_it_was_made_of_knows_that_it_was_made_and_held(filled: Installation) -> None:
    file = made(filled)
    known = newest_backup(filled.data)
    assert known is not None
    assert (known.version, known.mark, known.holds) == (__version__, digest_of(file), None)
    assert filled.run("backup", "verify", str(file)).returncode == 0
    tried = newest_backup(filled.data)
    assert tried is not None
    assert tried.holds is True
    assert tried.made_at == known.made_at


def test_what_stands_there_is_not_written_over(filled: Installation) -> None:
    file = made(filled)
    before = contents(filled)
    done = filled.run("backup", "restore", str(file))
    assert done.returncode == 3
    assert "Nothing was changed" in one_sentence(done)
    assert contents(filled) == before


def test_what_stands_there_goes_aside_when_somebody_says_so(filled: Installation) -> None:
    file = made(filled)
    before = contents(filled)
    filled.sql("create table ours_only (number integer)")
    key = (filled.data / "secret-key").read_bytes()
    done = filled.run("backup", "restore", str(file), "--move-aside")
    assert (done.returncode, done.stderr) == (0, "")
    assert contents(filled) == before
    (aside,) = filled.data.glob("before-*")
    assert str(aside) in done.stdout
    assert sorted(path.name for path in aside.iterdir() if path.is_dir()) == ["documents", "lists"]
    if filled.database_url:
        schema = aside.name.replace("-", "_").lower()
        assert filled.sql(f"select count(*) from {schema}.ours_only") == [(0,)]  # noqa: S608
        assert filled.run("backup", "verify", str(made(filled, "again.tar"))).returncode == 0
    else:
        assert (aside / "db.sqlite3").exists()
    assert (filled.data / "secret-key").read_bytes() == key


def test_a_backup_that_is_there_stays(filled: Installation) -> None:
    file = made(filled)
    before = file.read_bytes()
    done = filled.run("backup", "make", str(file))
    assert done.returncode == 3
    assert "stays" in one_sentence(done)
    assert file.read_bytes() == before


def test_who_is_signed_in_does_not_come_along(filled: Installation, tmp_path: Path, postgres: str) -> None:
    filled.sql(
        "insert into django_session (session_key, session_data, expire_date)"
        " values ('a-key-that-opens', 'x', '2099-01-01 00:00:00')"
    )
    file = made(filled)
    assert b"a-key-that-opens" not in file.read_bytes()
    with empty_house(filled, tmp_path / "new", postgres) as other:
        assert other.run("backup", "restore", str(file)).returncode == 0
        assert other.sql("select count(*) from django_session") == [(0,)]


def test_the_keys_stay_apart_unless_asked_for_and_then_only_encrypted(
    house: Installation, tmp_path: Path
) -> None:
    assert house.run("migrate").returncode == 0
    key = (house.data / "secret-key").read_bytes()
    done = house.run("backup", "make", str(tmp_path / "a.tar"))
    assert "Keep secret-key" in done.stdout
    assert key not in (tmp_path / "a.tar").read_bytes()
    refused = house.run("backup", "make", str(tmp_path / "b.tar"), "--with-keys")
    assert refused.returncode == 3
    assert "encrypted" in one_sentence(refused)
    assert not (tmp_path / "b.tar").exists()
    ours = x25519.Identity.generate()
    (tmp_path / "public").write_text(f"{ours.to_public()}\n")
    (tmp_path / "secret").write_text(f"{ours}\n")
    file = made(house, "c.age", "--with-keys", "--recipients", str(tmp_path / "public"))
    with empty_house(house, tmp_path / "new") as other:
        done = other.run("backup", "restore", str(file), "--identity", str(tmp_path / "secret"))
        assert done.returncode == 0, done.stderr
        assert (other.data / "secret-key").read_bytes() == key
        assert stat.S_IMODE((other.data / "secret-key").stat().st_mode) == 0o600


def test_without_its_keys_it_says_which_to_put_back_and_makes_none(
    house: Installation, tmp_path: Path
) -> None:
    assert house.run("migrate").returncode == 0
    file = made(house)
    with empty_house(house, tmp_path / "new") as other:
        done = other.run("backup", "restore", str(file))
        assert "Put secret-key back" in done.stdout
        assert not (other.data / "secret-key").exists()


def test_a_key_that_was_put_there_first_stays(house: Installation, tmp_path: Path) -> None:
    assert house.run("migrate").returncode == 0
    file = made(house)
    with empty_house(house, tmp_path / "new") as other:
        other.data.mkdir()
        (other.data / "secret-key").write_text("k" * 50)
        done = other.run("backup", "restore", str(file))
        assert (done.returncode, "Put secret-key back" in done.stdout) == (0, False)
        assert (other.data / "secret-key").read_text() == "k" * 50


def test_a_passphrase_comes_from_a_file_or_the_environment(house: Installation, tmp_path: Path) -> None:
    assert house.run("migrate").returncode == 0
    phrase = tmp_path / "phrase"
    phrase.write_text(PHRASE + "\n")
    file = made(house, "a.age", "--passphrase-file", str(phrase))
    told = Installation(house.data, more={"OPENKADER_BACKUP_PASSPHRASE": PHRASE})
    done = told.run("backup", "verify", str(file))
    assert (done.returncode, done.stderr) == (0, "")
    done = house.run("backup", "restore", str(file), "--move-aside")
    assert done.returncode == 2
    assert "is encrypted" in one_sentence(done)
    assert not list(house.data.glob("before-*"))


def test_a_backup_is_for_its_owner_only(house: Installation) -> None:
    assert house.run("migrate").returncode == 0
    assert stat.S_IMODE(made(house).stat().st_mode) == 0o600


def test_a_document_that_is_gone_is_said_and_the_rest_is_kept(filled: Installation, tmp_path: Path) -> None:
    gone, changed, *_ = sorted(path for path in (filled.data / "documents").rglob("*") if path.is_file())
    gone.unlink()
    changed.write_bytes(b"something else")
    file = tmp_path / "holes.tar"
    done = filled.run("backup", "make", str(file))
    assert done.returncode == 3
    assert gone.name in done.stderr
    assert changed.name in done.stderr
    tried = filled.run("backup", "verify", str(file))
    assert (tried.returncode, gone.name in tried.stderr) == (3, True)


def test_a_trail_that_was_tampered_with_is_said_and_restored_all_the_same(
    filled: Installation, tmp_path: Path, postgres: str
) -> None:
    table = " on register_auditevent" if filled.database_url else ""
    filled.sql(
        f"drop trigger keep_update_register_auditevent{table}",
        "update register_auditevent set actor = 'nobody' where sequence = 7",
    )
    file = made(filled)
    tried = filled.run("backup", "verify", str(file))
    assert (tried.returncode, "event 7" in tried.stderr.lower()) == (3, True)
    with empty_house(filled, tmp_path / "new", postgres) as other:
        done = other.run("backup", "restore", str(file))
        assert (done.returncode, "event 7" in done.stderr.lower()) == (3, True)
        assert other.run("evaluate", "2024").returncode == 0


def test_a_damaged_one_is_not_put_back(filled: Installation, tmp_path: Path, postgres: str) -> None:
    file = made(filled)
    content = bytearray(file.read_bytes())
    content[200_000] ^= 1
    file.write_bytes(content)
    with empty_house(filled, tmp_path / "new", postgres) as other:
        done = other.run("backup", "restore", str(file))
        assert done.returncode == 2
        assert one_sentence(done).startswith("database.")
        assert not [path.name for path in other.data.iterdir() if path.name != "restore.lock"]
        assert other.run("migrate").returncode == 0  # and the place is as free as it was


def test_one_of_a_newer_step_is_refused_before_anything_changes(
    filled: Installation, tmp_path: Path, postgres: str
) -> None:
    filled.sql(
        "INSERT INTO django_migrations (app, name, applied)"
        " VALUES ('register', '0099_from_the_future', '2030-01-01 00:00:00')"
    )
    code = (
        "from openkader.cli import house\nhouse.check_database = lambda: None\n"
        f"from openkader.cli.main import main\nmain(['backup', 'make', {str(tmp_path / 'b.tar')!r}])"
    )
    filled.script(code).communicate(timeout=60)
    with empty_house(filled, tmp_path / "new", postgres) as other:
        done = other.run("backup", "restore", str(tmp_path / "b.tar"))
        assert done.returncode == 5
        assert "0099_from_the_future" in one_sentence(done)
        assert [path.name for path in other.data.iterdir()] == ["restore.lock"]


def test_the_other_kind_of_database_is_refused(
    house: Installation, tmp_path: Path, postgres_url: str
) -> None:
    assert house.run("migrate").returncode == 0
    file = made(house)
    done = Installation(tmp_path / "new", postgres_url).run("backup", "restore", str(file))
    assert done.returncode == 3
    assert "sqlite" in one_sentence(done)


@pytest.mark.parametrize(
    "command", [("make", "/nowhere/at/all/b.tar"), ("verify", "nothing.tar"), ("restore", "data")]
)
def test_a_place_that_is_none_is_a_sentence(house: Installation, command: tuple[str, str]) -> None:
    assert house.run("migrate").returncode == 0
    done = house.run("backup", *command)
    assert done.returncode in (2, 3, 5)
    one_sentence(done)
