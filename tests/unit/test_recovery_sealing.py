"""An encrypted backup opens for its owner, and for nobody else."""

import io

import pyrage
import pytest
from pyrage import x25519

from openkader.base.errors import Invalid
from openkader.register.recovery.sealing import (
    Key,
    Lock,
    SealBroken,
    read_identities,
    read_passphrase,
    read_recipients,
)

OURS, OTHERS = x25519.Identity.generate(), x25519.Identity.generate()
CONTENT = bytes(range(256)) * 2000  # several pieces of the encryption


def locked(lock: Lock) -> bytes:
    out = io.BytesIO()
    lock.write(io.BytesIO(CONTENT), out)
    return out.getvalue()


def opened(content: bytes, key: Key) -> bytes:
    with key.opened(io.BufferedReader(io.BytesIO(content)), "x.age") as stream:
        found = b""
        while piece := stream.read(10_000):
            found += piece
        return found


def code_of(content: bytes, key: Key) -> str:
    with pytest.raises(Invalid) as raised:
        opened(content, key)
    return raised.value.problems[0].code


def test_a_public_key_locks_and_its_own_key_opens() -> None:
    sealed = locked(Lock(recipients=(OURS.to_public(),)))
    assert CONTENT[:300] not in sealed
    assert opened(sealed, Key(identities=(OTHERS, OURS))) == CONTENT
    assert pyrage.decrypt(sealed, [OURS]) == CONTENT  # as any other program of this form does


def test_another_key_does_not_open_it() -> None:
    sealed = locked(Lock(recipients=(OURS.to_public(),)))
    assert code_of(sealed, Key(identities=(OTHERS,))) == "backup.wrong-key"
    assert code_of(sealed, Key(passphrase="a passphrase")) == "backup.wrong-key"
    assert code_of(sealed, Key()) == "backup.locked"


def test_a_passphrase_locks_and_opens() -> None:
    sealed = locked(Lock(passphrase="een lange wachtzin"))
    assert opened(sealed, Key(passphrase="een lange wachtzin")) == CONTENT
    assert code_of(sealed, Key(passphrase="een andere wachtzin")) == "backup.wrong-key"
    assert code_of(sealed, Key(identities=(OURS,))) == "backup.wrong-key"
    assert code_of(sealed, Key()) == "backup.locked"
    assert code_of(sealed[:100], Key(passphrase="een lange wachtzin")) == "backup.cut"


@pytest.mark.parametrize("place", [-1, -40_000, 70_000, 200_000])
def test_a_changed_byte_is_found(place: int) -> None:
    sealed = bytearray(locked(Lock(recipients=(OURS.to_public(),))))
    sealed[place] ^= 1
    with pytest.raises(SealBroken):
        opened(bytes(sealed), Key(identities=(OURS,)))


@pytest.mark.parametrize("length", [100_000, 300_000, 512_000])
def test_what_is_cut_off_is_found(length: int) -> None:
    sealed = locked(Lock(recipients=(OURS.to_public(),)))[:length]
    with pytest.raises(SealBroken):
        opened(sealed, Key(identities=(OURS,)))


def test_who_stops_reading_is_not_waited_for() -> None:
    sealed = locked(Lock(recipients=(OURS.to_public(),)))
    with Key(identities=(OURS,)).opened(io.BufferedReader(io.BytesIO(sealed)), "x") as stream:
        assert stream.read(10) == CONTENT[:10]


def test_without_a_lock_nothing_is_changed() -> None:
    assert locked(Lock()) == CONTENT
    assert opened(CONTENT, Key()) == CONTENT


def test_a_file_of_keys_has_remarks_and_names_the_line_that_is_none() -> None:
    public = f"# the safe\n\n{OURS.to_public()}\n"
    assert len(read_recipients(public, "keys.txt")) == 1
    with pytest.raises(Invalid) as raised:
        read_recipients(public + "age1nothing\n", "keys.txt")
    assert [(one.code, one.where) for one in raised.value.problems] == [("backup.recipients", "keys.txt:4")]
    assert len(read_identities(f"# secret\n{OURS}\n", "id.txt")) == 1


@pytest.mark.parametrize("text", ["", "# nothing\n", "hello\n", "-----BEGIN OPENSSH PRIVATE KEY-----\nx\n"])
def test_a_file_without_a_key_is_a_sentence(text: str) -> None:
    with pytest.raises(Invalid):
        read_identities(text, "id.txt")


def test_a_secret_key_is_no_public_one() -> None:
    with pytest.raises(Invalid):
        read_recipients(str(OURS), "keys.txt")


@pytest.mark.parametrize("text", ["", "short", "two lines of it\nand another"])
def test_a_passphrase_has_a_length_and_one_line(text: str) -> None:
    with pytest.raises(Invalid):
        read_passphrase(text, "file")


def test_a_passphrase_is_not_shown_by_accident() -> None:
    assert "wachtzin" not in repr(Lock(passphrase="een lange wachtzin"))
    assert "wachtzin" not in repr(Key(passphrase="een lange wachtzin"))


def test_a_passphrase_loses_its_line_end_only() -> None:
    assert read_passphrase("  een lange wachtzin \r\n", "file") == "  een lange wachtzin "
