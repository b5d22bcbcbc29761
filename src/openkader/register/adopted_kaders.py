"""The kaders that were adopted here, as every page asks for them: without a question to the register each time.

A file in the data folder grows by a mark with each adoption. While it did not change, what was read is still so, in
every process; where it is not there, nothing was adopted here.
"""

from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from openkader.base.errors import NotFound, Unavailable
from openkader.casework.kader_drafting import ADOPTED_HERE
from openkader.register.models import KaderAdoption, KaderDraftStep


def adopted_versions(organisation: str) -> list[str]:
    """The names of those of an organisation."""
    mark = _mark()
    with suppress(OSError):
        found = mark.stat()
        names = _read_once(mark, found.st_mtime_ns, found.st_size)
        return [name for name in names if name.partition("/")[0] == organisation]
    return []


def adopted_digest(name: str) -> str:
    """The digest under which a version was adopted; it never changes, and neither does the version."""
    return _known(name, _mark())


def adopted_texts(name: str) -> dict[str, str]:
    """The texts that were adopted under this name."""
    adoption = KaderAdoption.objects.filter(kader=name).first()
    if adoption is None:
        raise NotFound("kader", name[:80])
    return texts_at(adoption.draft_id, adoption.steps)


def texts_at(draft: int, steps: Mapping[str, int]) -> dict[str, str]:
    """The texts of a draft as they were at these steps of its files."""
    rows = KaderDraftStep.objects.filter(draft=draft).order_by("number")
    return {row.file: row.text for row in rows if steps.get(row.file) == row.number}


def note_adopted() -> None:
    """Let every process look again."""
    try:
        with _mark().open("a", encoding="ascii") as file:
            file.write(".")  # longer each time: two within one tick of the clock are two
    except OSError as error:
        raise Unavailable("data.not-writable", {"folder": str(settings.OPENKADER_DATA)}) from error


def note_what_is_adopted() -> None:
    """The same where the register was put back without its data folder."""
    if not _mark().exists() and KaderAdoption.objects.exists():
        note_adopted()


def forget_adopted() -> None:
    """Read anew: for a process that was put before another register."""
    _read_once.cache_clear()
    _known.cache_clear()


def _mark() -> Path:
    return Path(settings.OPENKADER_DATA) / ADOPTED_HERE


@lru_cache(maxsize=4)
def _read_once(mark: Path, touched_at: int, size: int) -> tuple[str, ...]:
    return tuple(KaderAdoption.objects.order_by("kader").values_list("kader", flat=True))


@lru_cache(maxsize=64)
def _known(name: str, mark: Path) -> str:
    found = KaderAdoption.objects.filter(kader=name).values_list("digest", flat=True).first()
    if found is None:
        raise NotFound("kader", name[:80])
    return found
