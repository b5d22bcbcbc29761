"""Closed dossiers to take to an archive; all of it made up."""

from datetime import UTC, datetime
from pathlib import Path

from openkader.kader import Assessor
from openkader.register import models, services
from openkader.register.documents import DocumentEntry
from tests.integration.destruction_house import made_up_closed
from tests.integration.register_house import HAND
from tests.unit.documents import PDF

NOW = datetime(2030, 5, 2, 9, 30, tzinfo=UTC)


def a_closed_one(assessor: Assessor, number: int = 20) -> str:
    """The dossier of these with the most activities."""
    found = made_up_closed(assessor, number)
    return max(found, key=lambda one: models.Activity.objects.filter(request__reference=one).count())


def a_closed_one_with_a_document(assessor: Assessor) -> str:
    """The same, and a document was kept at it."""
    reference = a_closed_one(assessor)
    services.keep_document(reference, DocumentEntry(name="brief & bijlage.pdf", content=PDF), **HAND)
    return reference


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
