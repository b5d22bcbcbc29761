"""How an installation is set up from outside."""

from pathlib import Path

import pytest

from openkader.base.errors import Invalid, Unavailable
from openkader.conf.environment import Environment, kept_key, postgresql
from openkader.conf.front_door import FrontDoorSettings
from openkader.conf.screening import ScreeningServer
from openkader.conf.signing_in import SigningIn


def test_without_a_word_everything_is_on_the_safe_side(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = Environment.read({})
    assert found.data == tmp_path / "openkader-data"
    assert (found.debug, found.https, found.language) == (False, False, "nl")
    assert found.hosts == ("localhost", "127.0.0.1", "[::1]")
    assert (found.packs / "zuid-holland").is_dir()
    assert not found.data.exists()


def test_what_is_set_is_followed(tmp_path: Path) -> None:
    found = Environment.read(
        {
            "OPENKADER_DATA": str(tmp_path),
            "OPENKADER_HOSTS": "a.nl, b.nl,",
            "OPENKADER_DEBUG": "On",
            "OPENKADER_HTTPS": "yes",
            "OPENKADER_LANGUAGE": "en",
            "OPENKADER_SECRET_KEY": "given",
        }
    )
    assert (found.hosts, found.debug, found.https, found.language) == (("a.nl", "b.nl"), True, True, "en")
    assert found.signing_key() == "given"
    assert found.former_keys == ()
    assert Environment.read({"OPENKADER_FORMER_KEYS": "one, two"}).former_keys == ("one", "two")
    assert list(tmp_path.iterdir()) == []


def test_the_embedded_database_waits_for_other_writers(tmp_path: Path) -> None:
    database = Environment.read({"OPENKADER_DATA": str(tmp_path)}).databases()["default"]
    assert database["NAME"] == tmp_path / "db.sqlite3"
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"  # type: ignore[index]


def test_a_replica_is_only_read_and_sooner_given_up() -> None:
    urls = {"DATABASE_URL": "postgresql://o@one/kader", "DATABASE_REPLICA_URL": "postgresql://o@two/kader"}
    primary, replica = Environment.read(urls).databases().values()
    assert (primary["HOST"], replica["HOST"]) == ("one", "two")
    assert "default_transaction_read_only=on" in replica["OPTIONS"]["options"]  # type: ignore[index]
    assert replica["OPTIONS"]["connect_timeout"] < primary["OPTIONS"]["connect_timeout"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({"DATABASE_REPLICA_URL": "postgresql://o@two/kader"}, "settings.replica-without-primary"),
        ({"OPENKADER_REPLICA_WAIT_MS": "soon"}, "settings.number"),
    ],
)
def test_a_replica_that_cannot_be_is_said(variables: dict[str, str], code: str) -> None:
    with pytest.raises(Invalid) as caught:
        Environment.read(variables)
    assert [problem.code for problem in caught.value.problems] == [code]


def test_the_address_of_a_replica_that_cannot_be_read_is_said_without_its_password() -> None:
    urls = {"DATABASE_URL": "postgresql://o@one/kader", "DATABASE_REPLICA_URL": "mysql://o:geheim@two/kader"}
    with pytest.raises(Invalid) as caught:
        Environment.read(urls).databases()
    assert [problem.where for problem in caught.value.problems] == ["DATABASE_REPLICA_URL"]
    assert "geheim" not in str(caught.value)


def test_the_key_is_made_once_and_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "data" / "secret-key"
    key = kept_key(path)
    assert len(key) >= 50
    assert kept_key(path) == key
    assert path.stat().st_mode & 0o777 == 0o600
    assert [found.name for found in path.parent.iterdir()] == ["secret-key"]


def test_two_first_starts_at_once_keep_one_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret-key"
    path.write_text("the other was first", encoding="ascii")
    exists = Path.exists
    monkeypatch.setattr(Path, "exists", lambda self: False if self == path else exists(self))
    assert kept_key(path) == "the other was first"


def test_a_folder_that_cannot_be_made_is_an_outage(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="ascii")
    with pytest.raises(Unavailable) as caught:
        kept_key(tmp_path / "file" / "secret-key")
    assert caught.value.code == "data.not-writable"


def test_an_address_of_a_database_is_taken_apart() -> None:
    found = postgresql("postgresql://us%40er:p%2Fw@db.example:5433/regis%20ter")
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["NAME"]) == (
        "us@er",
        "p/w",
        "db.example",
        "5433",
        "regis ter",
    )


@pytest.mark.parametrize(
    "url", ["mysql://h/x", "postgresql://h", "postgresql://h:p/x", "postgresql://[h/x", "x"]
)
def test_an_address_that_cannot_be_read_is_a_problem(url: str) -> None:
    with pytest.raises(Invalid):
        postgresql(url)


def test_without_a_word_there_is_no_screening_server() -> None:
    found = ScreeningServer.read({})
    assert (found.url, found.dataset, found.api_key) == ("", "sanctions", "")
    assert (found.check_from, found.match_from) == (0.7, 0.9)


def test_a_screening_server_is_taken_as_it_is_named() -> None:
    found = ScreeningServer.read(
        {
            "SCREENING_URL": "http://[::1]:8000/yente/",
            "SCREENING_DATASET": "our_lists",
            "SCREENING_API_KEY": " Bearer abc\n",
            "SCREENING_CHECK_FROM": "0.5",
            "SCREENING_MATCH_FROM": "0.5",
        }
    )
    assert (found.url, found.dataset, found.api_key) == (
        "http://[::1]:8000/yente/",
        "our_lists",
        "Bearer abc",
    )
    assert "abc" not in repr(found)


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("SCREENING_URL", "yente.example.org", "settings.screening-url"),
        ("SCREENING_URL", "ftp://yente.example.org", "settings.screening-url"),
        ("SCREENING_URL", "file:///etc/passwd", "settings.screening-url"),
        ("SCREENING_URL", "http://", "settings.screening-url"),
        ("SCREENING_URL", "http://[::1", "settings.screening-url"),
        ("SCREENING_URL", "http://h:0/", "settings.screening-url"),
        ("SCREENING_URL", "http://h:99999/", "settings.screening-url"),
        ("SCREENING_URL", "http://h/\nx", "settings.screening-url"),
        ("SCREENING_URL", "http://me:secret@h/", "settings.screening-url"),
        ("SCREENING_URL", "http://h/?api_key=secret", "settings.screening-url"),
        ("SCREENING_DATASET", "../catalog", "settings.screening-dataset"),
        ("SCREENING_API_KEY", "a\r\nX-Other: b", "settings.screening-key"),
        ("SCREENING_API_KEY", "sleutel\u2019", "settings.screening-key"),
        ("SCREENING_CHECK_FROM", "0", "settings.screening-scores"),
        ("SCREENING_CHECK_FROM", "0.95", "settings.screening-scores"),
        ("SCREENING_MATCH_FROM", "1.1", "settings.screening-scores"),
        ("SCREENING_MATCH_FROM", "nan", "settings.screening-scores"),
        ("SCREENING_MATCH_FROM", "high", "settings.screening-scores"),
    ],
)
def test_a_screening_server_that_means_nothing_is_a_problem(name: str, value: str, code: str) -> None:
    with pytest.raises(Invalid) as caught:
        ScreeningServer.read({name: value})
    assert [problem.code for problem in caught.value.problems] == [code]
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("variables", "address"),
    [
        ({}, "http://localhost"),
        ({"OPENKADER_HOSTS": ".example.org,x", "OPENKADER_HTTPS": "on"}, "https://example.org"),
        ({"OPENKADER_ADDRESS": "https://kader.example.org/"}, "https://kader.example.org"),
    ],
)
def test_a_reminder_knows_where_the_pages_are(variables: dict[str, str], address: str) -> None:
    assert Environment.read(variables).address == address


@pytest.mark.parametrize("said", ["kader.example.org", "ftp://x", "https://", "https://x?y", "javascript:x"])
def test_an_address_that_leads_nowhere_is_refused(said: str) -> None:
    with pytest.raises(Invalid) as caught:
        Environment.read({"OPENKADER_ADDRESS": said})
    assert [problem.code for problem in caught.value.problems] == ["settings.address"]


def test_mail_and_the_front_door_are_set_from_outside() -> None:
    found = FrontDoorSettings.read(
        {
            "OPENKADER_UPLOAD_MB": "25",
            "OPENKADER_PROXIES": "1",
            "OPENKADER_MAIL_URL": "smtp+starttls://jan%40x:ge%3Aheim@mail.example.nl",
            "OPENKADER_MAIL_FROM": "Provincie <a@example.nl>",
        }
    )
    assert (found.upload_bytes, found.proxies, found.requests_per_hour) == (25_000_000, 1, 10)
    server = found.mail
    assert (server.host, server.port, server.user, server.password) == (
        "mail.example.nl",
        587,
        "jan@x",
        "ge:heim",
    )
    assert (server.starttls, server.tls) == (True, False)
    assert "ge:heim" not in repr(found)


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("OPENKADER_UPLOAD_MB", "0", "settings.number"),
        ("OPENKADER_UPLOAD_MB", "-1", "settings.number"),
        ("OPENKADER_UPLOAD_MB", "٣", "settings.number"),
        ("OPENKADER_PROXIES", "many", "settings.number"),
        ("OPENKADER_MAIL_URL", "http://mail.example.nl", "settings.mail"),
        ("OPENKADER_MAIL_URL", "smtp://mail.example.nl:x", "settings.mail"),
        ("OPENKADER_MAIL_URL", "smtp://mail.example.nl", "settings.mail-from"),
        ("OPENKADER_MAIL_FROM", "a@example.nl", "settings.mail-from"),
    ],
)
def test_a_setting_of_the_front_door_that_means_nothing_is_refused(name: str, value: str, code: str) -> None:
    with pytest.raises(Invalid) as caught:
        FrontDoorSettings.read({name: value})
    assert code in [problem.code for problem in caught.value.problems]


@pytest.mark.parametrize(("said", "minutes"), [("600", 600), ("0", 0), ("", 15)])
def test_who_one_is_holds_for_as_many_minutes_as_is_said(said: str, minutes: int) -> None:
    assert SigningIn.read({"OPENKADER_CONFIRM_MINUTES": said}).confirm_minutes == minutes


@pytest.mark.parametrize("said", ["601", "-1", "x", "000000600999", "9" * 5000])
def test_minutes_that_are_no_minutes_of_a_session_are_refused(said: str) -> None:
    with pytest.raises(Invalid) as caught:
        SigningIn.read({"OPENKADER_CONFIRM_MINUTES": said})
    (problem,) = caught.value.problems
    assert (problem.code, problem.where) == ("settings.number", "OPENKADER_CONFIRM_MINUTES")
