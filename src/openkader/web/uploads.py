"""Files that come in through a form: no larger than a delegation list can be."""

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from openkader.web.drafts import MOST_BYTES


class LimitedUpload(FileUploadHandler):
    """Reads a file that is too large to its end and keeps nothing of it, so that a page can say so."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Hand on what is within the limit; the file is left out as soon as it is not."""
        if start + len(raw_data) > MOST_BYTES:
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> UploadedFile | None:
        """The next handler keeps the file."""
        return None
