"""A kader of somebody else laid aside in a folder, for an organisation that has no version of its own yet.

Such a folder is in force nowhere: the pages and services read the packs, and it is not among them.
The file itself stays beside it, so that the signature can be verified again.
"""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from openkader.base.errors import Refusal, Refused, Unavailable
from openkader.publication.kader_files.envelope import SUFFIX
from openkader.publication.kader_files.receiving import Received

DRAFTS = "drafts"


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidAside:
    """Where it lies, and whether the same lay there already."""

    folder: Path
    was_there: bool


def lay_aside(found: Received, data: Path) -> LaidAside:
    """Lay it aside whole or not at all; the same twice is one, and another of its name is refused."""
    organisation, _, version = found.kader.id.partition("/")
    place = data / DRAFTS / organisation / version
    try:
        return LaidAside(folder=place, was_there=_laid(found, place))
    except OSError as error:
        raise Unavailable("data.not-writable", {"folder": str(data)}) from error


def _laid(found: Received, place: Path) -> bool:
    if place.exists():
        if _texts(place) != found.texts:
            detail = {"draft": f"{place.parent.name}/{place.name}"}
            raise Refused(Refusal("kader-file.draft-exists", detail))
        return True
    drafts = place.parent.parent
    drafts.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=drafts, prefix=".new-") as beside:
        new = Path(beside) / place.name
        _write(new, found.texts)
        place.parent.mkdir(exist_ok=True)
        place.with_name(place.name + SUFFIX).write_bytes(found.content)
        new.rename(place)
    return False


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def _texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8", "replace")
        for path in folder.rglob("*.yaml")
    }
