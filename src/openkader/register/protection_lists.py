"""The list for information protection of this installation: that of its organisation, read once and kept ready."""

from functools import lru_cache
from pathlib import Path

from openkader.base.errors import Refusal, Refused
from openkader.casework.protection import Catalogue, load_protection
from openkader.casework.protection.loading import FILE
from openkader.register.pack_files import folder_with


def catalogue_here() -> Catalogue | None:
    """The list that is kept here; None where the organisation has none."""
    folder = folder_with(FILE)
    return None if folder is None else _loaded(folder, (folder / FILE).stat().st_mtime_ns)


def catalogue() -> Catalogue:
    """The same for whoever wants to keep it; refused where there is none."""
    found = catalogue_here()
    if found is None:
        raise Refused(Refusal("protection.closed"))
    return found


@lru_cache(maxsize=8)
def _loaded(folder: Path, written_at: int) -> Catalogue:
    """Read once; a file that was written again is read again."""
    return load_protection(folder)
