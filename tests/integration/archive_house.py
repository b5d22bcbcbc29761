"""Closed dossiers to take to an archive; all of it made up."""

from datetime import UTC, datetime
from pathlib import Path

from openkader.kader import Assessor
from openkader.register import models
from tests.integration.destruction_house import made_up_closed

NOW = datetime(2030, 5, 2, 9, 30, tzinfo=UTC)


def a_closed_one(assessor: Assessor, number: int = 20) -> str:
    """The dossier of these with the most activities."""
    found = made_up_closed(assessor, number)
    return max(found, key=lambda one: models.Activity.objects.filter(request__reference=one).count())


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
