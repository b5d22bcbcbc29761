"""Every file that comes in through a form is looked at by the virus scanner, when there is one, before any page has it.

A file that is infected, or that nobody could look at, is left out; the page says why beside its field.
"""

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import MemoryFileUploadHandler, TemporaryFileUploadHandler
from django.http import HttpRequest
from django.utils import timezone

from openkader.base.errors import Unavailable
from openkader.register import services
from openkader.web.limits import address_of
from openkader.web.uploads import LeftOut, leave_out

INFECTED, NOT_SCANNED = "upload.infected", "upload.not-scanned"


class ScannedInMemory(MemoryFileUploadHandler):
    """A small file."""

    def file_complete(self, file_size: int) -> UploadedFile | None:
        """The file, if it may come in."""
        return _admitted(self, super().file_complete(file_size))


class ScannedOnDisk(TemporaryFileUploadHandler):
    """A file that does not stay in memory. The framework closes what is there under `file`, so that none is no name."""

    def file_complete(self, file_size: int) -> UploadedFile | None:
        """The file, if it may come in; there is none when another handler had it."""
        if not hasattr(self, "file"):
            return None
        whole = super().file_complete(file_size)
        del self.file
        return _admitted(self, whole)


def _admitted(handler: Any, file: UploadedFile | None) -> UploadedFile | None:
    if file is None or settings.CLAMD is None:
        return file
    try:
        found = settings.CLAMD.scan(file.chunks())
    except Unavailable:
        leave_out(handler.request, LeftOut(handler.field_name, str(file.name), NOT_SCANNED))
    else:
        file.seek(0)
        if not found:
            return file
        leave_out(handler.request, LeftOut(handler.field_name, str(file.name), INFECTED))
        _note(handler.request, found, file)
    file.close()
    return None


def _note(request: HttpRequest, found: str, file: UploadedFile) -> None:
    user = getattr(request, "user", None)
    by = user.get_username() if user is not None and user.is_authenticated else "web:visitor"
    services.note_infected_upload(
        found, file.chunks(), sent_by=address_of(request), by=by, now=timezone.now()
    )
