"""The database was made, or brought up to another release or step of this program."""

from datetime import datetime

from openkader.register.hand import writing
from openkader.register.releases import UPGRADED


def note_upgrade(release: str, step: str, *, by: str, now: datetime) -> None:
    """Note it, so that the next release knows from where it comes."""
    with writing(by=by, now=now, act=None) as hand:
        hand.keeps_lines = False  # nothing of a case changes
        hand.log(UPGRADED, "register", "register", "register", release=release, step=step)
