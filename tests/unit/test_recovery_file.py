"""A backup as a file: what was changed, cut off or slipped in is found, and named."""

import io
import tarfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from typing import BinaryIO

import pytest

from openkader import __version__
from openkader.base.errors import Invalid
from openkader.register.recovery.manifest import (
    ABOUT,
    MANIFEST,
    SEAL,
    About,
    Manifest,
    Register,
    seal_of,
    written,
)
from openkader.register.recovery.packing import Drawn, Packing
from openkader.register.recovery.unpacking import Unpacking

MADE = About(made_at="2026-11-27T10:00:00+00:00", version=__version__, engine="sqlite")
REGISTER = Register(steps=("register 0001_records",), rows={"register_party": 2}, head=(7, "ab"))
PARTS = {
    "database.sqlite3": b"rows" * 700,
    "documents/aa/aa11": b"a letter",
    "lists/un/current": b"2026-01-01\n",
}


def packed(parts: dict[str, bytes] = PARTS, about: About = MADE, noted: About | None = None) -> bytes:
    packing = Packing(1_700_000_000)

    def pieces() -> Iterator[bytes]:
        yield from packing.small(ABOUT, written(about))
        for name, content in parts.items():
            yield from packing.small(name, content)
        content = written(Manifest(about=noted or about, register=REGISTER, members=tuple(packing.members)))
        yield from packing.small(MANIFEST, content)
        yield from packing.small(SEAL, seal_of(content))
        yield from packing.end()

    return Drawn(pieces()).read()


def unpacked(content: bytes) -> dict[str, bytes]:
    """What comes out of it."""
    found: dict[str, bytes] = {}

    @contextmanager
    def kept(name: str) -> Iterator[BinaryIO]:
        out = io.BytesIO()
        yield out
        found[name] = out.getvalue()

    def place(name: str, _: int) -> AbstractContextManager[BinaryIO]:
        return kept(name)

    Unpacking(place).read(io.BytesIO(content))
    return found


def said(content: bytes) -> tuple[str, str]:
    """The code and place of what is wrong with it."""
    with pytest.raises(Invalid) as raised:
        unpacked(content)
    problem = raised.value.problems[0]
    return problem.code, problem.where


def test_what_goes_in_comes_out() -> None:
    assert unpacked(packed()) == PARTS


def test_an_ordinary_tar_opens_it() -> None:
    with tarfile.open(fileobj=io.BytesIO(packed())) as tar:
        assert tar.getnames() == [ABOUT, *PARTS, MANIFEST, SEAL]


def test_of_every_byte_that_is_changed_something_is_said_or_nothing_is_different() -> None:
    whole = packed()
    for place in range(0, len(whole), 7):
        changed = bytearray(whole)
        changed[place] ^= 0x41
        try:
            found = unpacked(bytes(changed))
        except Invalid:
            continue
        assert found == PARTS  # between two members, or the moment at which one was packed


@pytest.mark.parametrize("name", PARTS)
def test_a_changed_byte_is_said_with_the_member_that_it_is_in(name: str) -> None:
    whole = packed()
    place = whole.index(PARTS[name])
    assert said(whole[:place] + b"x" + whole[place + 1 :]) == ("backup.changed", name)


def test_a_changed_manifest_is_found() -> None:
    whole = packed()
    place = whole.index(b'"register_party": 2') + len(b'"register_party": ')
    assert said(whole[:place] + b"3" + whole[place + 1 :])[1] == MANIFEST


def test_wherever_it_is_cut_off_it_is_not_whole() -> None:
    whole = packed()
    end = whole.index(seal_of(b"")[64:]) + len(seal_of(b"")[64:])
    for length in range(0, end, 97):
        assert said(whole[:length])[0] in ("backup.cut", "backup.not-one")


def test_a_member_that_was_taken_out_is_named() -> None:
    packing_all, packing_less = packed(), packed({"database.sqlite3": PARTS["database.sqlite3"]})
    tail = packing_all[packing_all.index(MANIFEST.encode().ljust(100, b"\0")) :]
    head = packing_less[: packing_less.index(MANIFEST.encode().ljust(100, b"\0"))]
    assert said(head + tail)[0] == "backup.gone"


@pytest.mark.parametrize(
    "name",
    [
        "../db.sqlite3", "documents/../../etc/passwd", "/etc/passwd", "keys/other", "db.sqlite3", "lists",
        "documents//x",
    ],
)  # fmt: skip
def test_a_member_that_leads_elsewhere_is_refused(name: str) -> None:
    assert said(packed({name: b"x"}))[0] == "backup.odd"


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.DIRTYPE, tarfile.CHRTYPE])
def test_a_member_that_is_no_file_is_refused(kind: bytes) -> None:
    link = tarfile.TarInfo("documents/aa")
    link.type, link.linkname = kind, "/etc"
    about = b"".join(Packing(0).small(ABOUT, written(MADE)))
    assert said(about + link.tobuf() + bytes(1024)) == ("backup.odd", "documents/aa")


@pytest.mark.parametrize("content", [b"", b"no tar at all", b"\0" * 2048, b"PK\x03\x04" + bytes(2000)])
def test_what_is_no_backup_is_said(content: bytes) -> None:
    assert said(content)[0] == "backup.not-one"


def test_another_tar_is_no_backup() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        tar.addfile(tarfile.TarInfo("database.sqlite3"))
    assert said(out.getvalue()) == ("backup.not-one", "database.sqlite3")


@pytest.mark.parametrize("change", [{"version": "0.9.0"}, {"version": "99.0.0"}, {"form": 2}])
def test_one_of_a_newer_program_is_said_before_the_rest_is_read(change: dict[str, object]) -> None:
    newer = packed(about=replace(MADE, **change))  # type: ignore[arg-type]
    assert said(newer)[0] == "backup.newer"


@pytest.mark.parametrize("content", [b"{}", b"[]", b"null", b'{"made_at": 1}', b"\xff"])
def test_a_beginning_that_says_something_else_is_no_backup(content: bytes) -> None:
    assert said(b"".join(Packing(0).small(ABOUT, content)) + bytes(1024))[0] == "backup.not-one"


def test_a_manifest_of_another_backup_is_found() -> None:
    assert said(packed(noted=replace(MADE, made_at="2020-01-01"))) == ("backup.changed", MANIFEST)


def test_a_file_that_becomes_shorter_while_it_is_read_stops_it() -> None:
    pieces = Packing(0).pieces("documents/aa/aa", io.BytesIO(b"short"), (9, 0o600))
    with pytest.raises(OSError, match="became shorter"):
        list(pieces)


def place_of_none() -> Callable[[str, int], None]:
    return lambda name, mode: None


def test_trying_it_keeps_nothing() -> None:
    manifest = Unpacking(place_of_none()).read(io.BytesIO(packed()))
    assert [member.name for member in manifest.members] == [ABOUT, *PARTS]
