"""Files that a command writes whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from openkader.base.errors import Unavailable


@contextmanager
def written_whole(path: Path, refused: str) -> Iterator[BinaryIO]:
    """Write beside the place and then into it: a reader never meets half a file, and an older one stays until then.

    `refused` is the code of what is said when it cannot be written.
    """
    beside = path.with_name(f".{path.name}.new")
    try:
        with beside.open("wb") as file:
            yield file
        beside.replace(path)
    except OSError as error:
        known = {"folder": str(path.parent), "reason": str(error.strerror)}
        raise Unavailable(refused, known) from error
    finally:
        beside.unlink(missing_ok=True)
