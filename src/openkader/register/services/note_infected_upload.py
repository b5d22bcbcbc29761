"""A file that was sent was infected, and was not kept."""

import hashlib
from collections.abc import Iterable
from datetime import datetime

from openkader.register.hand import writing
from openkader.register.limits import Limit

_LONGEST = 200
# Whoever goes on sending them is in the log; the trail is not theirs to fill.
_NOTED = Limit("infected", 20, 60)


def note_infected_upload(
    found: str, pieces: Iterable[bytes], *, sent_by: str, by: str, now: datetime
) -> None:
    """Note what the scanner calls it, and the fingerprint by which the file can be recognised where it came from.

    Of what is in it and how it is called nothing is kept. `sent_by` is under which name its sender is counted.
    """
    if not _NOTED.count(sent_by):
        return
    told = hashlib.sha256()
    for piece in pieces:
        told.update(piece)
    digest = told.hexdigest()
    with writing(by=by, now=now, act=None) as hand:
        hand.log("upload.infected", "upload", digest[:12], "", what=found[:_LONGEST], file=digest)
