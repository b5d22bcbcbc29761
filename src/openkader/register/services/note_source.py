"""Somebody notes what a source beside the lists says of a party."""

from datetime import datetime

from openkader.casework import screening
from openkader.casework.permissions import Act
from openkader.register.hand import digest, require, writing
from openkader.register.models import SourceNote
from openkader.register.screening_entries import SourceNoteEntry
from openkader.register.screenings import dossier_of, parties_for_update


def note_source(entry: SourceNoteEntry, *, by: str, now: datetime) -> None:
    """Add a note; the same note of the same person, handed in twice, counts once."""
    require(screening.may_note(entry.title, entry.says, entry.url))
    with writing(by=by, now=now, act=Act.SCREEN) as hand:
        (party,) = parties_for_update([entry.party], hand)
        said = _said(entry, by)
        if party.notes.filter(**said).exists():
            return
        SourceNote.objects.create(party=party, at=now, **said)
        hand.log(
            "source.noted",
            "party",
            party.reference,
            dossier_of(party.reference),
            source=entry.kind,
            quality=entry.quality,
            digest=digest(entry),
        )


def _said(entry: SourceNoteEntry, by: str) -> dict[str, object]:
    return {
        "kind": entry.kind,
        "quality": entry.quality,
        "title": entry.title.strip(),
        "says": entry.says.strip(),
        "url": entry.url or None,
        "published_on": entry.published_on or None,
        "by": by,
    }
