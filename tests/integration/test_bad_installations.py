"""When the installation is not as it should be: a sentence that says what to do, and nothing half-written."""

import shutil
import signal
import socket
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.installation import YEAR, Installation, as_of, free_port, one_sentence
from tests.yearfiles import year_file

HOLD = """
import sqlite3, time
connection = sqlite3.connect({!r})
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
time.sleep(60)
"""


# Of these a second start makes nothing; it goes on with screening, and every account gets another password.
MADE = (
    *("answer", "assessment", "decision", "request", "registersource", "talk"),
    *("activity", "agreement", "evidence", "party", "reference"),
)


@pytest.fixture
def house(tmp_path: Path) -> Installation:
    """Nothing is made yet."""
    return Installation(tmp_path / "data")


def test_a_read_only_database_is_a_sentence(tmp_path: Path, loaded: Installation) -> None:
    (loaded.data / "db.sqlite3").chmod(0o444)
    done = loaded.run("import", str(more(tmp_path)), like_anyone=True)
    assert done.returncode == 5
    assert "write permission" in one_sentence(done)


def test_a_read_only_database_can_still_be_read(loaded: Installation) -> None:
    (loaded.data / "db.sqlite3").chmod(0o444)
    for command in (("audit", "verify"), ("evaluate", "2024"), ("demo", "--no-serve")):
        done = loaded.run(*command, like_anyone=True)
        assert (done.returncode, done.stderr) == (0, "")


def test_a_read_only_folder_is_a_sentence(tmp_path: Path, loaded: Installation) -> None:
    loaded.data.chmod(0o555)
    (loaded.data / "building.lock").unlink()
    done = loaded.run("import", str(more(tmp_path)), like_anyone=True)
    assert done.returncode == 5
    assert "OPENKADER_DATA" in one_sentence(done)


def more(folder: Path) -> Path:
    """Another year file than the one that is in."""
    return year_file(folder, "talks:\n  - {reference: T-1, purpose: x, title: {nl: a, en: b}}\n")


def test_a_data_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o555)
    done = Installation(locked / "data").run("demo", "--no-serve", like_anyone=True)
    assert done.returncode == 5
    assert "OPENKADER_DATA" in one_sentence(done)


def test_a_data_folder_that_is_a_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    done = Installation(tmp_path / "data").run("demo", "--no-serve")
    assert done.returncode == 5
    assert "OPENKADER_DATA" in one_sentence(done)


def test_a_file_that_is_no_database_is_a_sentence(house: Installation) -> None:
    house.data.mkdir()
    (house.data / "db.sqlite3").write_text("This is a letter, not a database." * 100)
    done = house.run("demo", "--no-serve")
    assert done.returncode == 5
    assert "not a sound database" in one_sentence(done)


def test_a_database_of_a_later_version_is_left_alone(filled: Installation) -> None:
    filled.sql(
        "INSERT INTO django_migrations (app, name, applied)"
        " VALUES ('register', '0099_from_the_future', '2030-01-01 00:00:00')"
    )
    before = filled.sql("SELECT count(*) FROM register_auditevent")
    for command in (("demo", "--no-serve"), ("import", str(YEAR)), ("audit", "verify"), ("migrate",)):
        done = filled.run(*command)
        assert done.returncode == 5
        assert "newer version" in one_sentence(done)
        assert "0099_from_the_future" in done.stderr
    assert filled.sql("SELECT count(*) FROM register_auditevent") == before


def test_a_database_of_an_earlier_version_is_brought_up_to_date(unbuilt: Installation) -> None:
    _, errors = unbuilt.script(as_of("0001_records")).communicate(timeout=60)
    assert errors == ""
    done = unbuilt.run("audit", "verify")
    assert done.returncode == 5
    assert "openkader migrate" in one_sentence(done)
    assert unbuilt.run("demo", "--no-serve").returncode == 0
    assert unbuilt.run("audit", "verify").returncode == 0


def test_a_database_with_a_part_missing_is_a_sentence(filled: Installation) -> None:
    filled.sql("DROP TABLE register_claim")
    done = filled.run("evaluate", "2024")
    assert done.returncode == 5
    assert "half built" in one_sentence(done)


def test_a_database_with_tables_but_no_record_of_them_is_a_sentence(filled: Installation) -> None:
    filled.sql("DELETE FROM django_migrations WHERE app = 'register'")
    done = filled.run("demo", "--no-serve")
    assert done.returncode == 5
    assert "half built" in one_sentence(done)


def test_a_locked_database_is_a_sentence(tmp_path: Path, loaded: Installation) -> None:
    holder = loaded.script(HOLD.format(str(loaded.data / "db.sqlite3")))
    assert holder.stdout is not None
    holder.stdout.readline()
    done = loaded.run("import", str(more(tmp_path)))
    holder.kill()
    holder.communicate(timeout=10)
    assert done.returncode == 5
    assert "busy" in one_sentence(done)


@pytest.mark.parametrize(
    ("more", "code", "sentence"),
    [
        ({"OPENKADER_LANGUAGE": "de"}, 2, "nl of en"),
        ({"DATABASE_URL": "mysql://x/y"}, 2, "postgresql://user:password@host:5432/name"),
        ({"DATABASE_URL": "postgresql://h:port/y"}, 2, "postgresql://user:password@host:5432/name"),
        ({"DATABASE_URL": "postgresql://h"}, 2, "postgresql://user:password@host:5432/name"),
        ({"DATABASE_URL": "postgresql://a:b@127.0.0.1:9/y"}, 5, "whether the server runs"),
    ],
)
def test_a_setting_that_means_nothing_is_a_sentence(
    tmp_path: Path, more: dict[str, str], code: int, sentence: str
) -> None:
    done = Installation(tmp_path / "data", more=more).run("migrate")
    assert done.returncode == code
    assert sentence in one_sentence(done)


def test_a_command_that_is_not_there_is_a_sentence(house: Installation) -> None:
    done = house.run("dance")
    assert done.returncode == 2
    assert "openkader --help" in one_sentence(done)


def test_help_needs_no_installation(tmp_path: Path) -> None:
    done = Installation(tmp_path / "data").run()
    assert done.returncode == 0
    assert "demo" in done.stdout
    assert not (tmp_path / "data").exists()


@pytest.fixture
def port() -> int:
    return free_port()


def has_two_numbers() -> bool:
    """Whether this machine has the longer addresses too."""
    try:
        with socket.create_server(("::1", 0), family=socket.AF_INET6):
            return True
    except OSError:
        return False


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_a_port_that_is_taken_is_a_sentence_and_writes_nothing(house: Installation, host: str) -> None:
    if host == "::1" and not has_two_numbers():
        pytest.skip("no ::1 on this machine")
    family = socket.AF_INET6 if host == "::1" else socket.AF_INET
    with socket.socket(family) as taken:
        taken.bind((host, 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = house.run("demo", "--port", str(port))
    assert done.returncode == 5
    assert f"such as {port + 1}." in one_sentence(done)
    assert not (house.data / "db.sqlite3").exists()


@pytest.mark.parametrize("port", ["-1", "70000", "eight"])
def test_a_port_that_cannot_be_is_a_sentence(house: Installation, port: str) -> None:
    done = house.run("demo", "--port", port)
    assert done.returncode in (2, 5)
    one_sentence(done)


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def served(house: Installation, port: int) -> subprocess.Popen[str]:
    process = house.start("demo", "--port", str(port))
    deadline = time.monotonic() + 60  # the first time it makes the whole register
    while not answers(port):
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return process


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_the_demo_serves_and_stops_when_asked(house: Installation, port: int, stop: int) -> None:
    process = served(house, port)
    # Only who answers hears it; a worker that is being born does not.
    with urlopen(f"http://127.0.0.1:{port}/toegankelijkheid/", timeout=60) as answer:
        assert answer.status == 200
    process.send_signal(stop)
    out, errors = process.communicate(timeout=15)
    assert (process.returncode, errors) == (0, "")
    assert f"http://localhost:{port}/" in out
    assert "127.0.0.1" not in out
    assert not answers(port)


def test_a_warm_demo_makes_nothing_again(house: Installation, port: int) -> None:
    rows = []
    for _ in ("first", "warm"):
        process = served(house, port)
        process.terminate()
        process.communicate(timeout=15)
        rows.append(rows_of(house))
    made, warm = rows
    assert all(made.values())
    assert warm == made


def rows_of(house: Installation) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(house.data / "db.sqlite3")) as database:
        return {name: database.execute(f"select * from register_{name}").fetchall() for name in MADE}  # noqa: S608


def test_all_that_the_demo_writes_lies_in_its_folder(house: Installation, port: int) -> None:
    process = served(house, port)
    beside = [path.name for path in house.data.parent.iterdir()]
    process.terminate()
    process.communicate(timeout=15)
    assert beside == ["data"]
    shutil.rmtree(house.data)
