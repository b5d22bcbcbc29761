"""The partner that judges investments for this installation, read once and kept ready."""

from functools import lru_cache
from pathlib import Path

from openkader.base.errors import Refusal, Refused
from openkader.casework.investment import FILE, Partner, load_partner
from openkader.register.pack_files import folder_with


def partner_here() -> Partner | None:
    """The partner of this organisation; None where it has none."""
    folder = folder_with(FILE)
    return None if folder is None else _loaded(folder, (folder / FILE).stat().st_mtime_ns)


def partner_of_house() -> Partner:
    """The same for whoever wants its statement; refused where there is none."""
    found = partner_here()
    if found is None:
        raise Refused(Refusal("investment.closed"))
    return found


@lru_cache(maxsize=8)
def _loaded(folder: Path, written_at: int) -> Partner:
    """Read once; a file that was written again is read again."""
    return load_partner(folder)
