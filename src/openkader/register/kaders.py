"""The kaders of this installation, read once and kept ready: those of the packs, and those that were adopted here.

A version that is in force does not change; a new version is another folder, or another adoption.
"""

from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from openkader.base.errors import NotFound
from openkader.kader import Assessor, Kader, find_kader, load_kader, load_texts, read_texts, versions_of
from openkader.register.adopted_kaders import adopted_digest, adopted_texts, adopted_versions


def assessor_of(name: str) -> Assessor:
    """The kader ``organisation/version`` (or the newest of ``organisation``), ready to assess."""
    organisation, _, version = name.partition("/")
    if not version:
        name = _named(organisation)[-1]
    folder = _folder(name)
    return _ready(folder) if folder else _ready_here(name, adopted_digest(name))


def kader_on(organisation: str, day: date) -> str:
    """The version that is in force on a day; before the first one began, the first."""
    names = _named(organisation)
    begun = [name for name in names if name.partition("/")[2] <= day.isoformat()]
    return begun[-1] if begun else names[0]


def versions_here(organisation: str) -> list[str]:
    """The names of all versions, from the packs and adopted here, the newest last."""
    packs = versions_of(Path(settings.OPENKADER_PACKS), organisation)
    return sorted({*(f"{organisation}/{path.name}" for path in packs), *adopted_versions(organisation)})


def texts_of(name: str) -> dict[str, str]:
    """The texts of the files of a version, by their names."""
    folder = _folder(name)
    return read_texts(folder) if folder else adopted_texts(name)


def versions(organisation: str) -> tuple[str, ...]:
    """The versions of an organisation's kader in this installation, the newest last."""
    return tuple(name.partition("/")[2] for name in versions_here(organisation))


def codes(kader: Kader, listing: str) -> frozenset[str]:
    """The codes of a list of the kader; a kader without it has none."""
    found = kader.lists.get(listing)
    return frozenset(item.code for item in found.items) if found else frozenset()


def _named(organisation: str) -> list[str]:
    names = versions_here(organisation)
    if not names:
        raise NotFound("kader", organisation)
    return names


def _folder(name: str) -> Path | None:
    """Where the pack has it; None where it can only have been adopted here."""
    try:
        return find_kader(Path(settings.OPENKADER_PACKS), name)
    except NotFound:
        return None


@lru_cache(maxsize=32)
def _ready(folder: Path) -> Assessor:
    return Assessor(load_kader(folder))


@lru_cache(maxsize=32)
def _ready_here(name: str, digest: str) -> Assessor:
    """By its digest too: the same name could be another kader only in another register."""
    return Assessor(load_texts(adopted_texts(name), name))
