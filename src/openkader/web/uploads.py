"""Files that come in through a form: each within the limit, and all together within three times that."""

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

_TOGETHER = 3
_LEFT_OUT = "openkader.left-out"


class LimitedUpload(FileUploadHandler):
    """Reads a file that is too large to its end and keeps nothing of it, so that a page can say so."""

    room = 0

    def handle_raw_input(self, *_: object, **__: object) -> None:
        """A new form comes in."""
        self.room = _TOGETHER * settings.OPENKADER_UPLOAD_BYTES

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Hand on what is within the limit; the file is left out as soon as it is not."""
        self.room -= len(raw_data)
        if start + len(raw_data) > settings.OPENKADER_UPLOAD_BYTES or self.room < 0:
            if self.request is not None:
                self.request.META.setdefault(_LEFT_OUT, []).append((self.field_name, self.file_name))
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> UploadedFile | None:
        """The next handler keeps the file."""
        return None


def left_out(request: HttpRequest) -> list[tuple[str, str]]:
    """The files of a form that were too large: in which field, under which name."""
    return [(str(field), str(name)) for field, name in request.META.get(_LEFT_OUT, [])]
