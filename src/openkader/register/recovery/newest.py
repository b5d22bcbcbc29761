"""The newest backup of a data folder, as far as the folder knows: when, by which version, and whether it held.

It is a note and no proof: a backup can be lost, and one that was made or tried elsewhere is not known here.
"""

import json
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from openkader.base.on_disk import digest_of, settle

NOTE = "newest-backup.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewestBackup:
    """When it was made and by which version; its mark; and when it was tried and whether it held, None: not here."""

    made_at: datetime
    version: str
    mark: str
    tried_at: datetime | None = None
    holds: bool | None = None


def newest_backup(data: Path) -> NewestBackup | None:
    """What is known of it; None where that is nothing, or cannot be read."""
    try:
        told = json.loads((data / NOTE).read_text(encoding="utf-8"))
        return NewestBackup(
            made_at=_moment(told["made_at"]),
            version=str(told["version"])[:40],
            mark=str(told["mark"]),
            tried_at=_moment(told["tried_at"]) if told["tried_at"] else None,
            holds=told["holds"] if isinstance(told["holds"], bool) else None,
        )
    except (OSError, ValueError, TypeError, KeyError):
        return None


def note_made(data: Path, made: NewestBackup) -> None:
    """From now on this is the newest; a note that cannot be written takes nothing away from the backup."""
    with suppress(OSError):
        _write(data, made)


def note_tried(data: Path, file: Path, *, holds: bool, now: datetime) -> None:
    """Note whether it held, where the file is the newest backup of this folder; elsewhere nothing is touched."""
    known = newest_backup(data)
    with suppress(OSError):
        if known is not None and known.mark == digest_of(file):
            _write(data, replace(known, tried_at=now, holds=holds))


def _moment(word: str) -> datetime:
    moment = datetime.fromisoformat(word)
    if moment.tzinfo is None:
        raise ValueError(word)
    return moment


def _write(data: Path, known: NewestBackup) -> None:
    """In the place of what stood there, whole or not at all."""
    words = json.dumps(asdict(known), default=datetime.isoformat)
    with tempfile.NamedTemporaryFile(
        "w", dir=data, prefix=f".{NOTE}.", encoding="utf-8", delete=False
    ) as file:
        file.write(words)
    draft = Path(file.name)
    try:
        draft.replace(data / NOTE)
        settle(data)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
