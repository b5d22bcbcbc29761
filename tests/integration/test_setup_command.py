"""One file says how the installation is; the command changes the difference, and the second time nothing."""

import json
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from openkader.casework.vocabulary import AccountRole
from openkader.cli import main as door
from openkader.cli.setup_file import MOST_BYTES
from openkader.register import audit, selectors
from openkader.register.accounts import account_named, accounts
from openkader.register.house_lists import house_lists
from openkader.register.models import AuditEvent, DuePassword, OutgoingMail
from openkader.register.people import person_named
from openkader.register.services import change_password, close_account, open_account
from tests.integration.register_house import HAND
from tests.web_pages import PASSWORD

pytestmark = pytest.mark.django_db
Setup = Callable[..., int]
ACCOUNTS = """
accounts:
  - name: beheer
    roles: [administrator]
  - name: anna
    roles: [adviser, reviewer]
    team: china
    mail: anna@example.org
"""
PROVIDER = """
sign_in:
  second_step: true
  provider:
    issuer: https://login.example.org/
    client: openkader
    secret: file:oidc-secret
    scopes: [openid, profile, groups]
    role_claim: groups
    groups:
      Advies: adviser
      Besluit: decider
"""
BUCKET = """
documents:
  server: https://s3.example.org
  bucket: openkader
  prefix: documents
  key: openkader
  secret: file:oidc-secret
"""
SECRET = "een-geheim-dat-nergens-staat"


@pytest.fixture
def setup(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Setup:
    monkeypatch.setattr("openkader.cli.house.check_database", lambda: None)
    monkeypatch.setenv("OPENKADER_LANGUAGE", "en")
    settings.OPENKADER_DATA = tmp_path / "data"
    (tmp_path / "data").mkdir()
    (tmp_path / "oidc-secret").write_text(f"{SECRET}\n")

    def run(text: str | bytes, *options: str) -> int:
        file = tmp_path / "setup.yaml"
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return door.main(["setup", str(file), *options])

    return run


def events() -> int:
    return AuditEvent.objects.count()


def test_the_second_time_nothing_changes(setup: Setup, capsys: pytest.CaptureFixture[str]) -> None:
    assert setup(ACCOUNTS) == 1  # somebody has to give passwords
    assert {row.name: set(row.roles) for row in accounts()} == {
        "beheer": {AccountRole.ADMINISTRATOR},
        "anna": {AccountRole.ADVISER, AccountRole.REVIEWER},
    }
    assert (person_named("anna").team, account_named("anna").email) == ("china", "anna@example.org")
    actions = [event.action for event in selectors.events(limit=9)]
    assert sorted(actions) == ["account.address-changed", "account.opened", "account.opened"]
    for name in ("anna", "beheer"):
        change_password(name, PASSWORD, **HAND)
    before = events()
    capsys.readouterr()
    assert setup(ACCOUNTS) == 0
    assert capsys.readouterr().out == "Everything is as setup.yaml says.\n"
    assert events() == before
    assert audit.verify() is None


def test_only_the_difference_changes_and_what_is_left_out_stays(setup: Setup) -> None:
    setup(ACCOUNTS)
    before = events()
    setup("accounts:\n  - name: anna\n    roles: [adviser]\n")
    assert person_named("anna").roles == {AccountRole.ADVISER}
    assert (person_named("anna").team, account_named("anna").email) == ("china", "anna@example.org")
    assert events() == before + 1
    setup("accounts:\n  - name: anna\n    team: vietnam\n")
    assert person_named("anna").team == "vietnam"
    assert person_named("anna").roles == {AccountRole.ADVISER}
    assert account_named("beheer").is_active
    setup("accounts:\n  - name: anna\n    open: false\n  - name: nobody\n    open: false\n")
    assert not account_named("anna").is_active
    assert not User.objects.filter(username="nobody").exists()


def test_nobody_signs_in_with_an_account_that_has_no_password_yet(setup: Setup, client: Any) -> None:
    setup(ACCOUNTS)
    for tried in ("", "None", "!"):
        assert client.post("/aanmelden/", {"username": "anna", "password": tried}).status_code == 422


def test_a_closed_account_is_not_opened_by_a_file(setup: Setup, capsys: pytest.CaptureFixture[str]) -> None:
    setup(ACCOUNTS)
    close_account("anna", **HAND)
    assert setup(ACCOUNTS) == 1
    assert "openkader account reopen anna" in capsys.readouterr().out
    assert not account_named("anna").is_active


def test_a_dry_run_says_the_same_and_changes_nothing(setup: Setup, tmp_path: Path) -> None:
    file = tmp_path / "environment"
    assert setup(ACCOUNTS + PROVIDER, "--dry-run", "--environment", str(file)) == 1
    assert (events(), User.objects.count(), file.exists()) == (0, 0, False)


def test_what_fails_halfway_changes_nothing(setup: Setup, tmp_path: Path) -> None:
    open_account("Anna", PASSWORD, **HAND)  # the name in other capitals: the second of the two is refused
    before = events()
    file = tmp_path / "environment"
    assert setup(ACCOUNTS + PROVIDER, "--environment", str(file)) == 3
    assert (events(), file.exists(), [row.name for row in accounts()]) == (before, False, ["Anna"])


def test_an_environment_file_that_cannot_be_written_undoes_the_rest(setup: Setup, tmp_path: Path) -> None:
    assert setup(ACCOUNTS + PROVIDER, "--environment", str(tmp_path / "not-there" / "environment")) == 2
    assert (events(), User.objects.count()) == (0, 0)


def test_the_environment_file_keeps_every_other_line(setup: Setup, tmp_path: Path) -> None:
    file = tmp_path / "environment"
    file.write_text("# ours\nDATABASE_URL=postgresql://x\nOIDC_ROLES=Oud=decider\nOPENKADER_TWO_STEPS=1\n")
    file.chmod(0o644)
    assert setup(PROVIDER, "--environment", str(file)) == 0
    lines = file.read_text().splitlines()
    assert lines[:4] == [
        "# ours",
        "DATABASE_URL=postgresql://x",
        "OIDC_ROLES=Advies=adviser;Besluit=decider",
        "OPENKADER_TWO_STEPS=1",  # another word for on
    ]
    assert f"OIDC_CLIENT_SECRET={SECRET}" in lines
    assert file.stat().st_mode & 0o777 == 0o640
    written = file.stat().st_mtime_ns
    assert setup(PROVIDER, "--environment", str(file)) == 0
    assert file.stat().st_mtime_ns == written


def test_without_that_file_the_running_environment_is_compared(
    setup: Setup, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in {
        "OPENKADER_TWO_STEPS": "yes",
        "OIDC_URL": "https://login.example.org",
        "OIDC_CLIENT_ID": "openkader",
        "OIDC_CLIENT_SECRET": "another",
        "OIDC_SCOPES": "groups openid profile",
        "OIDC_ROLE_CLAIM": "groups",
        "OIDC_ROLES": "Besluit=decider; Advies=adviser",
    }.items():
        monkeypatch.setenv(name, value)
    assert setup(PROVIDER) == 1
    said = capsys.readouterr().out
    assert said == "Still by hand:\n- in the environment: OIDC_CLIENT_SECRET=(file:oidc-secret)\n"
    assert "another" not in said
    monkeypatch.setenv("OIDC_CLIENT_SECRET", SECRET)
    assert setup(PROVIDER) == 0


def test_a_secret_is_said_nowhere(
    setup: Setup, tmp_path: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with_secret = ("--environment", str(tmp_path / "environment"))
    setup(ACCOUNTS + PROVIDER, "--dry-run", "--json", *with_secret)
    setup(ACCOUNTS + PROVIDER, *with_secret)
    setup(PROVIDER.replace("file:oidc-secret", SECRET))
    said = "".join(capfd.readouterr()) + caplog.text
    assert "setup.yaml:7: A secret does not stand in this file" in said
    assert SECRET not in said
    assert SECRET not in str(list(AuditEvent.objects.values()))


@pytest.mark.parametrize(
    "secret", ["file:nowhere", "file:.", "env:NOBODY_SET_THIS", "file:two-lines", "file:none"]
)
def test_a_secret_that_is_not_there_is_said_with_its_line(
    setup: Setup, tmp_path: Path, secret: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "two-lines").write_text("een\ntwee\n")
    (tmp_path / "none").write_text("\n")
    assert setup(PROVIDER.replace("file:oidc-secret", secret)) == 2
    assert "setup.yaml:7: In the place of this secret" in capsys.readouterr().err


LIST = """
lists:
  - name: proef
    format: ftm
    sources: [proef.json]
  - name: weg
    format: ftm
    sources: [weg.json]
"""


def test_a_list_that_cannot_be_read_stops_no_other_and_is_said(
    setup: Setup, tmp_path: Path, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    person = {"id": "NK-1", "schema": "Person", "properties": {"name": ["Fictieve Persoon"]}}
    (tmp_path / "proef.json").write_text(json.dumps(person))
    (tmp_path / "weg.json").write_text("<html>")
    assert setup(ACCOUNTS + LIST, "--json") == 2
    said = json.loads(capsys.readouterr().out)
    assert [(one["kind"], one["done"]) for one in said["changes"]][-2:] == [
        ("list.add", True),
        ("list.add", False),
    ]
    assert list(said["failed"]) == ["weg"]
    assert [folder.id for folder in house_lists().all()] == ["proef"]
    (tmp_path / "weg.json").write_text(json.dumps(person))
    setup(ACCOUNTS + LIST, "--json")
    assert [one["subject"] for one in json.loads(capsys.readouterr().out)["changes"]] == ["weg"]
    setup(LIST.replace("format: ftm", "format: ftm\n    at_least: 50"))
    assert "proef is there already, with another form, source or floor" in capsys.readouterr().out


def test_what_was_done_before_it_was_broken_off_is_said(
    setup: Setup, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken_off(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("openkader.cli.setup_plan.add", broken_off)
    (tmp_path / "proef.json").write_text("{}")
    (tmp_path / "weg.json").write_text("{}")
    assert setup(ACCOUNTS + LIST) == 130
    said = capsys.readouterr().out
    assert "+ open account anna (adviser, reviewer, team china)" in said
    assert "! add list proef (ftm)" in said
    assert User.objects.filter(username="anna").exists()


def test_a_bucket_goes_into_the_environment_and_its_secret_into_no_message(
    setup: Setup, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = str(tmp_path / "environment")
    for _again in range(2):
        assert setup(BUCKET, "--environment", place) == 0
    said = capsys.readouterr()
    assert "OPENKADER_S3_SECRET" in said.out
    assert SECRET not in said.out + said.err
    assert f"OPENKADER_S3_SECRET={SECRET}" in (tmp_path / "environment").read_text().splitlines()
    assert (tmp_path / "environment").stat().st_mode & 0o077 == 0


def test_a_kader_is_looked_at_and_never_adopted(setup: Setup, capsys: pytest.CaptureFixture[str]) -> None:
    assert setup("kader: zuid-holland/2024-01-01\n") == 0
    assert setup("kader: zuid-holland/2099-01-01\n") == 1
    assert setup("kader: nergens/2024-01-01\n") == 1
    assert "does not hold today (zuid-holland/2024-01-01 does)" in capsys.readouterr().out
    assert events() == 0


BAD: dict[str, tuple[str | bytes, str]] = {
    "an anchor that explodes": ("a: &a [x, x]\nb: &b [*a, *a]\n", "setup.yaml:1: "),
    "a key twice": ("accounts: []\naccounts: []\n", "setup.yaml:2: "),
    "an account twice": ("accounts:\n  - name: anna\n  - name: Anna\n", "setup.yaml:3: "),
    "a key that nobody knows": ("accounts:\n  - name: a\n    pasword: geheim-woord\n", "setup.yaml:3: "),
    "a word for a list": ("accounts: anna\n", "setup.yaml:1: "),
    "a number for a name": ("accounts:\n  - name: 7\n", "setup.yaml:2: "),
    "a list for the whole": ("- accounts\n", "setup.yaml:1: "),
    "nothing": ("", "setup.yaml:1: "),
    "no text": (b"\xff\xfe\x00", "setup.yaml: "),
    "a tag": ("accounts: !!python/object:os.system {}\n", "setup.yaml:1: "),
    "a role that is none": ("accounts:\n  - name: a\n    roles: [koning]\n", "setup.yaml:3: "),
    "roles that go apart": ("accounts:\n  - name: a\n    roles: [auditor, adviser]\n", "setup.yaml:3: "),
    "the name of a hand": ("accounts:\n  - name: 'cli:root'\n", "setup.yaml:2: "),
    "a team too long": (f"accounts:\n  - name: a\n    team: {'x' * 61}\n", "setup.yaml:3: "),
    "no mail address": ("accounts:\n  - name: a\n    mail: 'a@b\\nBcc: c'\n", "setup.yaml:3: "),
    "a provider in the open": (PROVIDER.replace("https://login", "http://login"), "setup.yaml:5: "),
    "a bucket in capitals": (BUCKET.replace("bucket: o", "bucket: O"), "setup.yaml:4: "),
    "a bucket without a secret": (BUCKET.replace("  secret: file:oidc-secret\n", ""), "setup.yaml:3: "),
    "a secret that is told": (BUCKET.replace("file:oidc-secret", "geheim-woord"), "setup.yaml:7: "),
    "a server with a path": (BUCKET.replace("example.org", "example.org/x"), "setup.yaml:3: "),
    "a group of two": (PROVIDER.replace("Advies:", "'A;B':"), "setup.yaml:11: "),
    "a scope that is none": (PROVIDER.replace("openid, ", ""), "setup.yaml:8: "),
    "a line that adds a variable": ('organisation:\n  hosts: ["a\\nDEBUG=1"]\n', "setup.yaml:2: "),
    "a site that is none": ("organisation:\n  address: javascript:x\n", "setup.yaml:2: "),
    "a pack that is not here": ("organisation:\n  pack: ../etc\n", "setup.yaml:2: "),
    "a list elsewhere": (
        "lists:\n  - name: ../x\n    format: ftm\n    sources: ['https://a.example']\n",
        "setup.yaml:2: ",
    ),
    "a form that is none": (
        "lists:\n  - name: x\n    format: pdf\n    sources: ['https://a.example']\n",
        "setup.yaml:3: ",
    ),
    "a floor below nothing": (
        "lists:\n  - name: x\n    format: ftm\n    at_least: 0\n    sources: ['https://a.example']\n",
        "setup.yaml:4: ",
    ),
    "a table that is not explained": (
        "lists:\n  - name: x\n    format: table\n    sources: ['https://a.example']\n",
        "setup.yaml:2: ",
    ),
    "a mapping that is gone": (
        "lists:\n  - name: x\n    format: table\n    mapping: weg.yaml\n    sources: ['https://a.example']\n",
        "setup.yaml:2: weg.yaml: ",
    ),
    "ten megabytes": (b"#" * 10_000_000, "setup.yaml: A set-up file is at most"),
    "deeper than anybody writes": ("[" * 5000, "setup.yaml:1: "),
    "just too large": (b"#" * (MOST_BYTES + 1), "setup.yaml: A set-up file is at most"),
}


@pytest.mark.parametrize("how", BAD)
def test_a_file_that_is_wrong_is_refused_at_its_line_and_changes_nothing(
    setup: Setup, how: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    text, place = BAD[how]
    kept = dict(os.environ)
    assert setup(text, "--environment", str(tmp_path / "environment")) == 2
    said = capsys.readouterr().err
    assert said.startswith(place), said
    assert "Traceback" not in said
    assert "geheim-woord" not in said
    assert (events(), User.objects.count(), (tmp_path / "environment").exists()) == (0, 0, False)
    assert dict(os.environ) == kept


def test_everything_that_is_wrong_is_said_at_once(setup: Setup, capsys: pytest.CaptureFixture[str]) -> None:
    assert setup("accounts:\n  - name: a b\n    roles: [koning]\nlists:\n  - name: x\nkader: 7\n") == 2
    lines = [line.split(": ")[0] for line in capsys.readouterr().err.splitlines()]
    assert {"setup.yaml:2", "setup.yaml:3", "setup.yaml:5", "setup.yaml:6"} <= set(lines)


def test_a_file_that_is_not_there_is_said(
    setup: Setup, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert door.main(["setup", str(tmp_path / "nowhere.yaml")]) == 2
    assert capsys.readouterr().err.startswith("nowhere.yaml: ")


def test_the_example_that_comes_along_can_be_read(
    setup: Setup, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("OIDC_CLIENT_SECRET", SECRET)
    example = Path(__file__).parents[2] / "deploy" / "setup.example.yaml"
    assert door.main(["setup", str(example), "--dry-run"]) == 1
    assert "open account c.dejong" in capsys.readouterr().out


def test_what_passwords_may_not_be_stands_in_the_file_too(setup: Setup, tmp_path: Path) -> None:
    leaked, environment = tmp_path / "leaked.txt", tmp_path / "environment"
    leaked.write_text(f"{'A' * 40}:3\n")
    file = f"""
sign_in:
  password_words: [PZH, Kustlijn]
  leaked_passwords: {leaked}
  first_password_days: 3
"""
    assert setup(file, "--environment", str(environment)) == 0
    written = environment.read_text()
    assert "OPENKADER_PASSWORD_WORDS=PZH,Kustlijn\n" in written
    assert f"OPENKADER_LEAKED_PASSWORDS={leaked}\n" in written
    assert "OPENKADER_FIRST_PASSWORD_DAYS=3\n" in written
    leaked.unlink()
    assert setup(file, "--environment", str(environment)) == 2


def test_who_has_a_mail_address_is_invited_once_and_again_when_that_ended(
    setup: Setup, settings: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.OPENKADER_MAIL_FROM = "kader@example.org"
    file = "accounts:\n  - name: anna\n    roles: [adviser]\n    mail: anna@example.org\n"
    assert setup(file) == 0
    assert "invite anna by mail" in capsys.readouterr().out
    assert OutgoingMail.objects.get().to == "anna@example.org"
    before = events()
    assert setup(file) == 0
    assert events() == before
    DuePassword.objects.update(since=timezone.now() - timedelta(days=8))
    assert setup(file) == 0
    assert OutgoingMail.objects.count() == 2
    change_password("anna", PASSWORD, **HAND)
    assert setup(file) == 0
    assert OutgoingMail.objects.count() == 2
