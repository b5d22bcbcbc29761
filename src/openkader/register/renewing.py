"""How agreements are kept at this installation: as its organisation says, read once and kept ready."""

from functools import lru_cache
from pathlib import Path

from openkader.casework.agreements import FILE, Renewing, load_renewing
from openkader.register.pack_files import folder_with


def renewing_here() -> Renewing:
    """What the organisation of this installation agreed; one without a file keeps to the plain way."""
    folder = folder_with(FILE)
    return Renewing() if folder is None else _loaded(folder, (folder / FILE).stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _loaded(folder: Path, written_at: int) -> Renewing:
    """Read once; a file that was written again is read again."""
    return load_renewing(folder)
