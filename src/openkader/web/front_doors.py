"""The front door of this installation as a page asks for it: with the kader that is in force today."""

from django.utils import timezone

from openkader.casework.intake import FrontDoor
from openkader.kader import Assessor, Kader
from openkader.register import front_doors
from openkader.register.front_doors import front_door, is_open

__all__ = ["assessor_here", "front_door", "is_open", "kader_of", "newest_kader", "newest_kader_id"]


def kader_of(door: FrontDoor) -> Kader:
    """The kader of the organisation whose door it is, as it is in force today."""
    return front_doors.kader_of(door, timezone.localdate())


def newest_kader() -> Kader | None:
    """The same for whoever asks, with no case at hand; None where no door is open."""
    return front_doors.newest_kader(timezone.localdate())


def newest_kader_id() -> str:
    """Its name, for a case that nobody has weighed yet; empty where no door is open."""
    return front_doors.newest_kader_id(timezone.localdate())


def assessor_here() -> Assessor:
    """The kader of the front door, or else that of the newest year, ready to weigh; for a page that is of neither."""
    return front_doors.assessor_here(timezone.localdate())
