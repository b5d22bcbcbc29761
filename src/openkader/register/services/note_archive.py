"""A closed dossier was made ready for an archive."""

from datetime import datetime

from openkader.casework.permissions import Act
from openkader.casework.vocabulary import Confidentiality
from openkader.register.archiving.dossier import ARCHIVED
from openkader.register.hand import writing


def note_archive(dossier: str, manifest: str, level: Confidentiality, *, by: str, now: datetime) -> None:
    """Note it before it is handed out, with the digest of its manifest and how confidential the dossier is."""
    with writing(by=by, now=now, act=Act.ARCHIVE) as hand:
        hand.is_closing = True
        hand.keeps_lines = False  # nothing of the case changes
        hand.log(ARCHIVED, "request", dossier, dossier, digest=manifest, level=level)
