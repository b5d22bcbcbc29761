"""The front door of this installation: the one that is set, or the only one there is."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from openkader.base.errors import NotFound, Refusal, Refused
from openkader.casework.intake import FrontDoor, load_front_door
from openkader.casework.intake.loading import FILE
from openkader.kader import Assessor, Kader
from openkader.register.kaders import assessor_of, kader_on
from openkader.register.selectors.year import newest_year


def front_door() -> FrontDoor:
    """What the organisation says and asks; refused where none is open."""
    folder = _folder()
    if folder is None:
        raise Refused(Refusal("front-door.closed"))
    return _loaded(folder, (folder / FILE).stat().st_mtime_ns)


def is_open() -> bool:
    """Whether anybody can send a request here."""
    return _folder() is not None


def kader_of(door: FrontDoor, today: date) -> Kader:
    """The kader of the organisation whose door it is, as it is in force on a day."""
    return assessor_of(kader_on(door.organisation, today)).kader


def newest_kader(today: date) -> Kader | None:
    """The same for whoever asks, with no case at hand; None where no door is open."""
    return kader_of(front_door(), today) if is_open() else None


def newest_kader_id(today: date) -> str:
    """Its name, for a case that nobody has weighed yet; empty where no door is open."""
    kader = newest_kader(today)
    return kader.id if kader else ""


def assessor_here(today: date) -> Assessor:
    """The kader of the front door, or else that of the newest year, ready to weigh; for what is of neither."""
    name = newest_kader_id(today)
    if not name:
        newest = newest_year()
        if newest is None:
            raise NotFound("kader", "")
        name = newest.kader
    return assessor_of(name)


def _folder() -> Path | None:
    packs, chosen = Path(settings.OPENKADER_PACKS), settings.OPENKADER_ORGANISATION
    found = [path.parent for path in sorted(packs.glob(f"*/{FILE}")) if chosen in ("", path.parent.name)]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=4)
def _loaded(folder: Path, written_at: int) -> FrontDoor:
    """Read once; a file that was written again is read again."""
    return load_front_door(folder)
