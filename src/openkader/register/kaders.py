"""The kaders of this installation, read once and kept ready.

A pack that is in force does not change; a new version is a new folder.
"""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from openkader.kader import Assessor, find_kader, load_kader


def assessor_of(name: str) -> Assessor:
    """The kader ``organisation/version`` (or the newest of ``organisation``), ready to assess."""
    return _ready(find_kader(Path(settings.OPENKADER_PACKS), name))


@lru_cache(maxsize=32)
def _ready(folder: Path) -> Assessor:
    return Assessor(load_kader(folder))
