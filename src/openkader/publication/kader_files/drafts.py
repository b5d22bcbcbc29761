"""Taking in a kader of somebody else: verified, read as strictly as one's own, and laid aside as a draft.

A draft is in force nowhere: the pages and services read the packs, and a draft is not among them.
The file itself stays beside it, so that the signature can be verified again.
"""

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from openkader.base.errors import Invalid, Problem, Refusal, Refused, Unavailable
from openkader.kader import Kader, load_kader
from openkader.publication.kader_files import keys
from openkader.publication.kader_files.envelope import SUFFIX, Envelope, opened

DRAFTS = "drafts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What was taken in: where it lies, what it is, who signed it, and whether that key was named as trusted."""

    folder: Path
    kader: Kader
    fingerprint: str
    is_trusted: bool
    was_there: bool


def take_in(file: Path, data: Path, trusted: str | None = None) -> Taken:
    """Lay a kader aside as a draft, or say in one sentence why not; whoever names a key accepts no other."""
    envelope = opened(file)
    if trusted is not None and keys.as_typed(trusted) != envelope.fingerprint:
        detail = {"fingerprint": keys.shown(envelope.fingerprint)}
        raise Refused(Refusal("kader-file.not-trusted", detail))
    place = data / DRAFTS / envelope.organisation / envelope.version
    try:
        kader, was_there = _laid(envelope, file, place)
    except OSError as error:
        raise Unavailable("data.not-writable", {"folder": str(data)}) from error
    return Taken(
        folder=place,
        kader=kader,
        fingerprint=envelope.fingerprint,
        is_trusted=trusted is not None,
        was_there=was_there,
    )


def _laid(envelope: Envelope, file: Path, place: Path) -> tuple[Kader, bool]:
    """The draft in its place, whole or not at all; the same draft twice is one."""
    drafts = place.parent.parent
    drafts.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=drafts, prefix=".new-") as beside:
        new = Path(beside) / place.parent.name / place.name
        _write(new, envelope.files)
        kader = load_kader(new)
        if kader.digest != envelope.digest:
            raise Invalid([Problem("kader-file.other-digest", file.name)])
        if place.exists():
            if _texts(place) != envelope.files:
                detail = {"draft": f"{place.parent.name}/{place.name}"}
                raise Refused(Refusal("kader-file.draft-exists", detail))
            return kader, True
        place.parent.mkdir(exist_ok=True)
        shutil.copyfile(file, place.with_name(place.name + SUFFIX))
        new.rename(place)
    return kader, False


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
