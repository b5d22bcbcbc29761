"""A dossier made ready to go to the archive, for a command and for a page."""

from datetime import datetime

from openkader.casework.permissions import Person
from openkader.publication.archive.bundle import Bundle, bundle_of
from openkader.register.archiving.dossier import archived_dossier
from openkader.register.case_kaders import kader_name
from openkader.register.kaders import assessor_of
from openkader.register.moments import day_of
from openkader.register.selectors import dossier


def ready(reference: str, *, reader: Person, now: datetime) -> Bundle:
    """What goes, of a dossier that is closed and that the reader may see; nothing is written yet."""
    today = day_of(now)
    found = archived_dossier(reference, reader=reader, today=today)
    kader = assessor_of(kader_name(dossier(found.reference, reader=reader), today)).kader
    return bundle_of(found, kader, now)
