"""How the organisation of this installation keeps its network, read once and kept ready."""

from functools import lru_cache
from pathlib import Path

from openkader.casework.network import FILE, NetworkPlan, load_network
from openkader.register.pack_files import folder_with


def network_here() -> NetworkPlan | None:
    """What it agreed; None where it has no such file, so that nobody is dormant and no line is named."""
    folder = folder_with(FILE)
    return None if folder is None else _loaded(folder, (folder / FILE).stat().st_mtime_ns)


@lru_cache(maxsize=8)
def _loaded(folder: Path, written_at: int) -> NetworkPlan:
    """Read once; a file that was written again is read again."""
    return load_network(folder)
