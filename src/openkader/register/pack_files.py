"""Where the organisation of this installation keeps what stands beside its kaders, read once and kept ready."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar, cast

from django.conf import settings

T = TypeVar("T")


def loaded(file: str, load: Callable[[Path], T]) -> T | None:
    """What stands in this file of the organisation; None where it has none."""
    folder = folder_with(file)
    if folder is None:
        return None
    return cast("T", _read_once(load, folder, (folder / file).stat().st_mtime_ns))


@lru_cache(maxsize=64)
def _read_once(load: Callable[[Path], object], folder: Path, written_at: int) -> object:
    """Read once; a file that was written again is read again."""
    return load(folder)


def folder_with(file: str) -> Path | None:
    """The folder of the organisation that is set, or of the first, that has this file."""
    packs, chosen = Path(settings.OPENKADER_PACKS), settings.OPENKADER_ORGANISATION
    depth = len(Path(file).parts) - 1
    folders = [path.parents[depth] for path in sorted(packs.glob(f"*/{file}"))]
    return next((folder for folder in folders if chosen in ("", folder.name)), None)
