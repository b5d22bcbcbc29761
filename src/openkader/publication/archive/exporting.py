"""A dossier made ready to go to the archive, for a command, for a page and for a program."""

import tempfile
from datetime import datetime
from typing import IO

from openkader.casework.permissions import Person
from openkader.publication.archive.bundle import Bundle, bundle_of
from openkader.publication.archive.writing import write_zip
from openkader.register.archiving.dossier import archived_dossier
from openkader.register.case_kaders import kader_name
from openkader.register.kaders import assessor_of
from openkader.register.moments import day_of
from openkader.register.selectors import dossier
from openkader.register.services.note_archive import note_archive


def ready(reference: str, *, reader: Person, now: datetime) -> Bundle:
    """What goes, of a dossier that is closed and that the reader may see; nothing is written yet."""
    today = day_of(now)
    found = archived_dossier(reference, reader=reader, today=today)
    kader = assessor_of(kader_name(dossier(found.reference, reader=reader), today)).kader
    return bundle_of(found, kader, now)


def zipped(reference: str, *, reader: Person, by: str, now: datetime) -> IO[bytes]:
    """The whole of it as one zip, once the trail knows that it goes; whoever hands it out closes the file."""
    bundle = ready(reference, reader=reader, now=now)
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the answer closes it
    try:
        write_zip(bundle, file)
        note_archive(bundle.reference, bundle.manifest.sha256, bundle.level, by=by, now=now)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return file
