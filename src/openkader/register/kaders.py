"""The kaders of this installation, read once and kept ready.

A pack that is in force does not change; a new version is a new folder.
"""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from openkader.kader import Assessor, Kader, find_kader, load_kader


def assessor_of(name: str) -> Assessor:
    """The kader ``organisation/version`` (or the newest of ``organisation``), ready to assess."""
    return _ready(find_kader(Path(settings.OPENKADER_PACKS), name))


def codes(kader: Kader, listing: str) -> frozenset[str]:
    """The codes of a list of the kader; a kader without it has none."""
    found = kader.lists.get(listing)
    return frozenset(item.code for item in found.items) if found else frozenset()


@lru_cache(maxsize=32)
def _ready(folder: Path) -> Assessor:
    return Assessor(load_kader(folder))
