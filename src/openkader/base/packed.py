"""Files that are a zip inside, such as spreadsheets: unpacked once, in bounds, before anything in them is used.

What a zip says of its own size may be a lie, so every part is unpacked and counted.
Two parts of one name are refused: one program would check the first and another read the second.
"""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from openkader.base.errors import Invalid, Problem

MOST_BYTES = 64 << 20
_MOST_PARTS = 2_000
# Rows of a sheet that are alike pack to a thirtieth; what packs to less than this share is a bomb.
_MOST_TIMES = 300
_NO_BOMB = 1 << 20
_CHUNK = 1 << 16
_ENCRYPTED = 1
# An office file is packed in no other way; what else Python can unpack has bombs and mistakes of its own.
_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@contextmanager
def open_packed(file: Path | IO[bytes], name: str, most: int | None = None) -> Iterator[zipfile.ZipFile]:
    """The zip, when all of it unpacks to at most so many bytes; else `Invalid` says what is wrong."""
    with _said(name):
        archive = zipfile.ZipFile(file)
    with archive:
        with _said(name):
            _check(archive, name, MOST_BYTES if most is None else most)
        yield archive


@contextmanager
def _said(name: str) -> Iterator[None]:
    """All that can go wrong in unpacking, in the words of the house."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError) as error:
        raise Invalid([Problem("document.cut", name)]) from error
    except (NotImplementedError, RuntimeError, LookupError) as error:  # packed in a way that nobody knows
        raise Invalid([Problem("document.packed-otherwise", name)]) from error


def _check(archive: zipfile.ZipFile, name: str, left: int) -> None:
    parts = archive.infolist()
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise Invalid([Problem("document.password", name)])
    if any(part.compress_type not in _WAYS for part in parts):
        raise Invalid([Problem("document.packed-otherwise", name)])
    if len(parts) > _MOST_PARTS or len({part.filename for part in parts}) < len(parts):
        raise Invalid([Problem("document.packed-otherwise", name)])
    if sum(part.file_size for part in parts) > left:
        raise _too_large(name, left)
    for part in parts:
        left -= _unpacked(archive, part, left, name)


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int, name: str) -> int:
    """How large a part really is; it is not read further than it may be."""
    size, most = 0, min(left, max(_NO_BOMB, part.compress_size * _MOST_TIMES))
    with archive.open(part) as content:
        while chunk := content.read(_CHUNK):
            size += len(chunk)
            if size > most:
                raise _too_large(name, most)
    return size


def _too_large(name: str, most: int) -> Invalid:
    return Invalid([Problem("document.too-large", name, {"limit": f"{most / (1 << 20):.0f} MB"})])
