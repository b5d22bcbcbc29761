"""A kader as one signed file: the same bytes each time, and nothing is taken in that is not whole and signed."""

import hashlib
import json
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from openkader.base.errors import Invalid, Refused, Unavailable
from openkader.kader import load_kader, read_texts
from openkader.publication import kader_files
from openkader.publication.kader_files import (
    LaidAside,
    Received,
    content_of,
    envelope,
    kept_key,
    lay_aside,
    packed,
    received,
)
from openkader.publication.kader_files.signed_json import canonical, signature_of
from tests.unit.kader_factories import ZUID_HOLLAND, plain_id, write_pack

KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))
MARK = kader_files.fingerprint_of(kader_files.public_key(KEY))


def packed_folder(folder: Path) -> bytes:
    return packed(load_kader(folder), read_texts(folder), KEY)


def take_in(file: Path, data: Path, trusted: str | None = None) -> tuple[Received, LaidAside]:
    found = received(content_of(file), file.name, trusted)
    return found, lay_aside(found, data)


def written(folder: Path, change: Callable[[Any], object] = lambda _: None, *, sign: bool = True) -> Path:
    """A file of the small pack; what is changed in its content is signed again, as a rogue with a key would."""
    found = json.loads(packed_folder(write_pack(folder / "pack")))
    change(found)
    if sign:
        found["signature"]["value"] = signature_of(envelope._signed(found["kader"]), KEY)["value"]
    path = folder / "a.kader.json"
    path.write_bytes(canonical(found))
    return path


def code_of(path: Path, data: Path) -> str:
    with pytest.raises(Invalid) as raised:
        take_in(path, data)
    assert not list(data.glob("drafts/*/*"))
    return raised.value.problems[0].code


def test_the_same_kader_gives_the_same_bytes_and_comes_back_as_it_was(tmp_path: Path) -> None:
    first = packed_folder(ZUID_HOLLAND)
    assert packed_folder(ZUID_HOLLAND) == first
    file = tmp_path / "zh.kader.json"
    file.write_bytes(first)
    found, taken = take_in(file, tmp_path / "data")
    assert taken.folder == tmp_path / "data" / "drafts" / "zuid-holland" / "2024-01-01"
    assert load_kader(taken.folder) == load_kader(ZUID_HOLLAND) == found.kader
    assert (found.fingerprint, found.publisher, taken.was_there) == (MARK, "Provincie Zuid-Holland", False)
    beside = taken.folder.with_name("2024-01-01.kader.json")
    assert beside.read_bytes() == first


def test_the_same_file_twice_is_one_draft_and_another_is_refused(tmp_path: Path) -> None:
    data = tmp_path / "data"
    path = written(tmp_path)
    take_in(path, data)
    assert take_in(path, data)[1].was_there
    other = written(tmp_path, lambda found: rewrite(found, "figures.yaml", "alle bezoeken", "elk bezoek"))
    with pytest.raises(Refused) as raised:
        take_in(other, data)
    assert raised.value.refusal.code == "kader-file.draft-exists"
    assert "alle bezoeken" in (data / "drafts/province/2024-01-01/figures.yaml").read_text("utf-8")


def rewrite(found: Any, name: str, old: str, new: str) -> None:
    """Another text, with the digest that belongs to it."""
    files = found["kader"]["files"]
    assert old in files[name]
    files[name] = files[name].replace(old, new)
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.encode() + b"\0" + files[path].encode() + b"\0")
    found["kader"]["digest"] = digest.hexdigest()


def test_a_key_that_was_named_is_trusted_and_any_other_refused(tmp_path: Path) -> None:
    path, data = written(tmp_path), tmp_path / "data"
    with pytest.raises(Refused) as raised:
        take_in(path, data, "0" * 64)
    assert raised.value.refusal.code == "kader-file.not-trusted"
    assert not data.exists()
    typed = kader_files.shown(MARK).upper().replace(" ", ":")
    assert take_in(path, data, typed)[0].fingerprint == MARK


def test_each_byte_that_changes_is_noticed(tmp_path: Path) -> None:
    whole = written(tmp_path).read_bytes()
    path = tmp_path / "b.kader.json"
    for at in range(0, len(whole), 97):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert code_of(path, tmp_path / "data").startswith("kader-file."), at
    for cut in (0, 1, 100, len(whole) - 2, len(whole) - 1):
        path.write_bytes(whole[:cut])
        assert code_of(path, tmp_path / "data") in ("kader-file.not-one", "kader-file.tampered")
    path.write_bytes(whole + b" ")
    assert code_of(path, tmp_path / "data") == "kader-file.tampered"


@pytest.mark.parametrize(
    "name",
    [
        "../evil.yaml",
        "/etc/evil.yaml",
        "lists/../../evil.yaml",
        "..\\evil.yaml",
        "C:evil.yaml",
        ".hidden.yaml",
        "a.py",
        "FACTS.yaml",
        "a\n.yaml",
        "",
    ],
    ids=plain_id,
)
def test_a_file_that_would_lie_elsewhere_is_refused_even_when_signed(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, lambda found: found["kader"]["files"].update({name: "lists: []\n"}))
    assert code_of(path, tmp_path / "data") == "kader-file.bad-path"
    assert not list(tmp_path.rglob("evil.yaml"))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("organisation", ".."),
        ("organisation", "a/b"),
        ("organisation", ""),
        ("version", "2024"),
        ("version", "../2024-01-01"),
        ("files", {}),
    ],
    ids=plain_id,
)
def test_a_name_that_is_no_folder_of_a_kader_is_refused(tmp_path: Path, field: str, value: object) -> None:
    path = written(tmp_path, lambda found: found["kader"].update({field: value}))
    assert code_of(path, tmp_path / "data") == "kader-file.bad-path"


def drop_signature(found: Any) -> None:
    found["signature"] = None


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (drop_signature, "unsigned"),
        (lambda found: found.update(form="openkader-kader-2"), "newer"),
        (lambda found: found.update(form="something"), "not-one"),
        (lambda found: found.update(kader=[]), "tampered"),
        (lambda found: found["kader"].update(more=1), "tampered"),
        (lambda found: found["kader"]["files"].update({"a.yaml": 3}), "tampered"),
        (lambda found: found["signature"].update(value="AAAA"), "tampered"),
        (lambda found: found["signature"].update(value="é"), "tampered"),
        (lambda found: found["signature"].update(key="AAAA"), "tampered"),
        (lambda found: found.update(more=1), "tampered"),
    ],
)
def test_an_envelope_of_another_form_is_refused(
    tmp_path: Path, change: Callable[[Any], object], code: str
) -> None:
    path = written(tmp_path, change, sign=False)
    found = code_of(path, tmp_path / "data")
    assert found == f"kader-file.{code}"


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"\xff\xfe", b"[" * 200_000, b"PK\x03\x04", b'{"form": NaN}', b"1" * 5000],
    ids=["nothing", "list", "binary", "deep", "zip", "no-number", "long-number"],
)
def test_what_is_no_kader_file_is_refused_without_a_traceback(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(content)
    assert code_of(path, tmp_path / "data") == "kader-file.not-one"


def test_half_a_letter_in_an_envelope_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_bytes(path.read_bytes().replace(b'"organisation": "province"', b'"organisation": "\\ud800"'))
    assert code_of(path, tmp_path / "data") == "kader-file.tampered"


def test_a_file_too_large_or_not_there_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path)
    assert code_of(tmp_path / "none.json", tmp_path / "data") == "document.unreadable"
    monkeypatch.setattr(envelope, "MOST_BYTES", 1000)
    assert code_of(path, tmp_path / "data") == "kader-file.too-large"
    with pytest.raises(Invalid):
        packed_folder(ZUID_HOLLAND)


def test_a_signed_kader_that_is_none_is_refused_with_file_and_line(tmp_path: Path) -> None:
    path = written(tmp_path, lambda found: rewrite(found, "facts.yaml", "type: choice", "type: chioce"))
    with pytest.raises(Invalid) as raised:
        take_in(path, tmp_path / "data")
    assert "facts.yaml:9" in [problem.where for problem in raised.value.problems]
    assert not (tmp_path / "data").exists()


def test_a_digest_that_belongs_to_another_kader_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, lambda found: found["kader"].update(digest="0" * 64))
    assert code_of(path, tmp_path / "data") == "kader-file.other-digest"


def test_the_key_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    key = kept_key(tmp_path / "new")
    path = tmp_path / "new" / kader_files.KEY_FILE
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert kept_key(tmp_path / "new").private_bytes_raw() == key.private_bytes_raw()
    assert [one.name for one in (tmp_path / "new").iterdir()] == [kader_files.KEY_FILE]
    path.chmod(0o640)
    with pytest.raises(Unavailable) as raised:
        kept_key(tmp_path / "new")
    assert raised.value.code == "kader-key.open"


@pytest.mark.parametrize("content", [b"", b"%%%", b"AAAA"])
def test_a_damaged_key_is_said_and_never_replaced(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / kader_files.KEY_FILE
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(Unavailable) as raised:
        kept_key(tmp_path)
    assert (raised.value.code, path.read_bytes()) == ("kader-key.unreadable", content)


def test_a_data_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(Unavailable):
        kept_key(tmp_path / "data")
    with pytest.raises(Unavailable):
        take_in(written(tmp_path), tmp_path / "data")
