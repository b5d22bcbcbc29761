"""Taking a dossier to the archive: when it can go, and why something of it stays behind."""

from enum import StrEnum

from openkader.base.errors import Refusal


class StaysBehind(StrEnum):
    """Why something of a dossier is not in what goes to the archive; it is named there, with how much it is."""

    KEY = "key"  # a link or a number by which somebody comes in
    SCREENING = "screening"
    CONTACT = "contact"
    PERSONAL = "personal"  # of a person, and not needed to understand the dossier
    CONFIDED = "confided"  # said by participants on the understanding that it is counted
    DRAFT = "draft"
    DERIVED = "derived"  # follows from what is in it, and can be made again
    ELSEWHERE = "elsewhere"  # belongs to something that stays here, as the network or a replay does


def may_archive(reference: str, *, is_over: bool, is_destroyed: bool) -> Refusal | None:
    """A dossier goes to the archive once it is closed, and while it is there."""
    if is_destroyed:
        return Refusal("archive.destroyed", {"reference": reference})
    return None if is_over else Refusal("archive.still-open", {"reference": reference})
