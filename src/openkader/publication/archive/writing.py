"""Writing an archived dossier as a folder or as one zip: whole or not at all, and never all of it in memory."""

import os
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from openkader.base.errors import Invalid, Problem, Unavailable
from openkader.publication.archive.bundle import Bundle, Made, Part
from openkader.register.shelf import shelf

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the day on which zips begin: the same content is the same zip


@contextmanager
def folder_of(bundle: Bundle, target: Path) -> Iterator[None]:
    """Write everything beside the place, let the caller note that, and only then put it there.

    What a process that was killed left beside it is taken away first.
    """
    if target.exists():
        raise Invalid([Problem("archive.there-already", "--to", {"folder": str(target)})])
    beside = target.with_name(f".{target.name}.new")
    try:
        shutil.rmtree(beside, ignore_errors=True)
        for part in (*bundle.parts, bundle.manifest):
            _write(beside / part.path, _content(part))
        yield
        beside.replace(target)
    except OSError as error:
        known = {"folder": str(target), "reason": str(error.strerror)}
        raise Unavailable("archive.not-written", known) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def write_zip(bundle: Bundle, into: IO[bytes]) -> None:
    """The same folder as a zip; the same content gives the same bytes."""
    with zipfile.ZipFile(into, "w") as archive:
        for part in (*bundle.parts, bundle.manifest):
            entry = zipfile.ZipInfo(f"{bundle.reference}/{part.path}", _EPOCH)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, _content(part))


def _content(part: Part) -> bytes:
    """What is in a part; of the documents one at a time is read, and it is what its digest says."""
    return part.content if isinstance(part, Made) else shelf().take(part.sha256, part.name)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
