"""A file that was sent was infected, and was not kept."""

from datetime import datetime

from openkader.register.hand import writing

_LONGEST = 200


def note_infected_upload(found: str, digest: str, *, by: str, now: datetime) -> None:
    """Note what the scanner calls it, and the fingerprint by which the file can be recognised where it came from."""
    with writing(by=by, now=now, act=None) as hand:
        hand.log("upload.infected", "upload", digest[:12], "", what=found[:_LONGEST], file=digest)
