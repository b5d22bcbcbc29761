"""The key for kaders lies in the register: the same on every machine, locked, and taken over from the folder once."""

from pathlib import Path
from typing import Any

import pytest

from openkader.base.errors import Unavailable
from openkader.publication.kader_files import KEY_FILE, fingerprint_of, kept_key, public_key
from openkader.publication.kader_files.house_key import another_key, signing_key, take_over_key
from openkader.register import models, selectors, services
from openkader.register.kader_key import kader_key, kader_key_fingerprint
from tests.installation import Installation, one_sentence
from tests.integration.recovery_house import empty_house, made
from tests.integration.register_house import HAND

pytestmark = pytest.mark.django_db


def test_two_machines_sign_with_one_key(tmp_path: Path) -> None:
    key = signing_key(tmp_path / "one", **HAND)
    again = signing_key(tmp_path / "two", **HAND)
    assert key.private_bytes_raw() == again.private_bytes_raw() == kader_key()
    assert kader_key_fingerprint() == fingerprint_of(public_key(key))
    assert not (tmp_path / "one").exists()
    assert [event.action for event in selectors.events()] == ["kader-key.made"]


def test_the_secret_half_cannot_be_read_from_the_database(tmp_path: Path) -> None:
    secret = signing_key(tmp_path, **HAND).private_bytes_raw()
    row = models.KaderKey.objects.get()
    assert secret.hex() not in row.locked.encode().hex() + row.fingerprint


def test_one_that_lies_in_the_folder_is_taken_over_and_goes_from_there(tmp_path: Path) -> None:
    former = kept_key(tmp_path)
    take_over_key(tmp_path, **HAND)
    assert kader_key() == former.private_bytes_raw()
    assert not (tmp_path / KEY_FILE).exists()
    other = kept_key(tmp_path)  # that of another machine, which comes later
    take_over_key(tmp_path, **HAND)
    assert signing_key(tmp_path, **HAND).private_bytes_raw() == former.private_bytes_raw()
    assert kept_key(tmp_path).private_bytes_raw() == other.private_bytes_raw()


def test_one_that_others_can_read_or_that_is_damaged_is_not_taken_over(tmp_path: Path) -> None:
    kept_key(tmp_path)
    (tmp_path / KEY_FILE).chmod(0o644)
    with pytest.raises(Unavailable):
        take_over_key(tmp_path, **HAND)
    assert kader_key() is None
    assert (tmp_path / KEY_FILE).exists()


def test_of_two_that_sign_for_the_first_time_at_once_one_is_first() -> None:
    services.make_kader_key(b"a" * 32, "a" * 64, **HAND)
    services.make_kader_key(b"b" * 32, "b" * 64, **HAND)
    assert kader_key() == b"a" * 32
    assert selectors.event_count() == 1


def test_whoever_was_second_signs_with_the_key_of_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = b"a" * 32
    found = iter([None, first])
    monkeypatch.setattr("openkader.publication.kader_files.house_key.kader_key", lambda: next(found))
    kept_key(tmp_path)
    assert signing_key(tmp_path, **HAND).private_bytes_raw() == first
    assert (tmp_path / KEY_FILE).exists()


def test_a_register_that_was_changed_for_another_meanwhile_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("openkader.publication.kader_files.house_key.kader_key", lambda: None)
    with pytest.raises(Unavailable):
        signing_key(tmp_path, **HAND)


def test_another_key_comes_instead(tmp_path: Path) -> None:
    former = signing_key(tmp_path, **HAND).private_bytes_raw()
    kept_key(tmp_path)
    another_key(tmp_path, **HAND)
    assert kader_key() != former
    assert models.KaderKey.objects.count() == 1
    assert not (tmp_path / KEY_FILE).exists()


def test_a_key_of_the_installation_that_was_renewed_still_opens_it_and_resealing_renews_it(
    tmp_path: Path, settings: Any
) -> None:
    secret, former = signing_key(tmp_path, **HAND).private_bytes_raw(), settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "a new key of the installation", [former]
    assert kader_key() == secret
    assert services.reseal_second_steps(**HAND).done == 1
    settings.SECRET_KEY_FALLBACKS = []
    assert kader_key() == secret
    settings.SECRET_KEY = "a third key, and nobody kept the one before it"
    assert services.reseal_second_steps(**HAND).lost == 1
    with pytest.raises(Unavailable) as raised:
        kader_key()
    assert raised.value.code == "kader-key.locked"
    another_key(tmp_path, **HAND)  # the way out
    assert kader_key() is not None


def test_a_backup_with_the_key_of_the_installation_signs_as_before(
    tmp_path: Path, house: Installation
) -> None:
    assert house.run("migrate").returncode == 0
    mark = house.run("kader", "key").stdout
    (tmp_path / "phrase").write_text("een lange wachtzin")
    words = ("--passphrase-file", str(tmp_path / "phrase"))
    file = made(house, "keys.age", "--with-keys", *words)
    with empty_house(house, tmp_path / "new", "") as other:
        assert other.run("backup", "restore", str(file), *words).returncode == 0
        assert other.run("kader", "key").stdout == mark
    assert not (house.data / KEY_FILE).exists()


def test_a_backup_without_it_says_how_to_go_on(tmp_path: Path, house: Installation) -> None:
    assert house.run("migrate").returncode == 0
    mark = house.run("kader", "key").stdout
    file = made(house)
    with empty_house(house, tmp_path / "new", "") as other:
        assert other.run("backup", "restore", str(file)).returncode == 0
        assert "kader key --new" in one_sentence(other.run("kader", "key"))
        new = other.run("kader", "key", "--new")
        assert (new.returncode, new.stdout == mark) == (0, False)
        assert other.run("kader", "key").stdout == new.stdout


def test_a_copy_to_test_with_has_no_key(tmp_path: Path, house: Installation) -> None:
    assert house.run("migrate").returncode == 0
    house.run("kader", "key")
    assert house.run("anonymise", str(tmp_path / "copy")).returncode == 0
    assert Installation(tmp_path / "copy").sql("select count(*) from register_kaderkey") == [(0,)]


def test_a_command_takes_the_key_of_the_folder_over(tmp_path: Path, house: Installation) -> None:
    assert house.run("migrate").returncode == 0
    kept_key(house.data)
    house.run("kader", "key")
    assert not (house.data / KEY_FILE).exists()
    assert house.sql("select count(*) from register_kaderkey") == [(1,)]
