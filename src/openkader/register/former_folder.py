"""What former releases kept in the data folder, and every machine has to know, goes to the database once."""

import json
import shutil
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from django.db import IntegrityError

from openkader.casework.vocabulary import DraftKind
from openkader.register.former_lists import take_over_lists
from openkader.register.kept_drafts import KEPT, keep_draft
from openkader.register.models import ScreeningCount
from openkader.register.services.keep_screening_count import keep_screening_count


def take_over(data: Path, *, by: str, now: datetime) -> None:
    """All of it; done again, it changes nothing more."""
    take_over_drafts(data, now=now)
    take_over_count(data, by=by, now=now)
    take_over_lists(data)  # last: it needs the shelf, which may be away


def take_over_drafts(data: Path, *, now: datetime) -> None:
    """Take over what can be read and is not too old, and leave nothing of it; whoever is killed does the rest again."""
    for draft in sorted((data / "requests").glob("*/draft.json")):
        files = {path.name: path for path in draft.parent.glob("*.bin")}
        _take_over(DraftKind.REQUEST, draft, draft.parent.name, files, now)
        shutil.rmtree(draft.parent, ignore_errors=True)
    shutil.rmtree(data / "requests", ignore_errors=True)
    # In folders beside these lie kaders that were taken in by a command; they stay.
    for draft in sorted((data / "drafts").glob("*.json")):
        _take_over(DraftKind.HANDED_IN, draft, draft.stem, {"content": draft.with_suffix(".bin")}, now)
        draft.unlink(missing_ok=True)
    for content in (data / "drafts").glob("*.bin"):
        content.unlink(missing_ok=True)


def _take_over(kind: DraftKind, draft: Path, token: str, files: Mapping[str, Path], now: datetime) -> None:
    # What is half written is nothing, and what is there already was taken over by somebody who was killed after it.
    with suppress(OSError, ValueError, TypeError, KeyError, IntegrityError):
        body = draft.read_text(encoding="utf-8")
        began = datetime.fromisoformat(json.loads(body)["at"])
        if began + KEPT[kind] > now:
            contents = {place: path.read_bytes() for place, path in files.items()}
            keep_draft(kind, token, body, contents, now=began)


def take_over_count(data: Path, *, by: str, now: datetime) -> None:
    """The count of alerts on harmless people, unless a newer one is there."""
    file = data / "screening" / "report.json"
    with suppress(OSError, ValueError):  # one that cannot be read stays where it is
        content = file.read_text(encoding="utf-8")
        json.loads(content)
        if not ScreeningCount.objects.exists():
            keep_screening_count(content, by=by, now=now)
        file.unlink()
        file.parent.rmdir()
