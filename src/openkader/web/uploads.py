"""Files that come in through a form: each within the limit, and all together within some times that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

from openkader.base.errors import Invalid
from openkader.base.messages import sentence
from openkader.casework.documents import Purpose, Sent, clean_name, may_send, recognise
from openkader.casework.documents.sending import TOGETHER, megabytes
from openkader.register.documents import DocumentEntry
from openkader.web.refusals import FieldRefusal, note_refused
from openkader.web.shell import language

_LEFT_OUT = "openkader.left-out"
_BESIDE = "documents"
_TOO_LARGE = "attachment.too-large"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that came in and that no page gets: under which field, how it is called, and why."""

    field: str
    name: str
    why: str


def leave_out(request: HttpRequest, one: LeftOut) -> None:
    """Remember for the page what it does not get."""
    request.META.setdefault(_LEFT_OUT, []).append(one)


def _left_out(request: HttpRequest) -> Sequence[LeftOut]:
    return tuple(request.META.get(_LEFT_OUT, ()))


class LimitedUpload(FileUploadHandler):
    """Reads a file that is too large to its end and keeps nothing of it, so that a page can say so."""

    room = 0

    def handle_raw_input(self, *_: object, **__: object) -> None:
        """A new form comes in."""
        self.room = TOGETHER * settings.OPENKADER_UPLOAD_BYTES

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Hand on what is within the limit; the file is left out as soon as it is not."""
        self.room -= len(raw_data)
        if start + len(raw_data) > settings.OPENKADER_UPLOAD_BYTES or self.room < 0:
            if self.request is not None:
                leave_out(self.request, LeftOut(str(self.field_name), str(self.file_name), _TOO_LARGE))
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> UploadedFile | None:
        """The next handler keeps the file."""
        return None


def was_left_out(request: HttpRequest, field: str) -> bool:
    """Whether a file came in under this field that was too large to be kept at all."""
    return any((one.field, one.why) == (field, _TOO_LARGE) for one in _left_out(request))


def why_not_safe(request: HttpRequest, field: str) -> str:
    """The sentence about a file under this field that is infected, or that nobody could look at; else nothing."""
    codes = [one.why for one in _left_out(request) if one.field == field and one.why != _TOO_LARGE]
    if not codes:
        return ""
    note_refused(request, codes[0])
    return sentence(codes[0], {}, language())


def documents_in(
    request: HttpRequest, fields: Mapping[str, Purpose], kept: Sequence[Sent] = ()
) -> tuple[list[DocumentEntry], list[FieldRefusal]]:
    """The documents that came in under these fields, and why others are not taken.

    `kept` are those that were taken before. What is refused is said beside the field of documents.
    """
    most, found = settings.OPENKADER_UPLOAD_BYTES, list[DocumentEntry]()
    wrong = [_why_left_out(one, most) for one in _left_out(request) if one.field in fields]
    for field, purpose in fields.items():
        for file in request.FILES.getlist(field):
            document = DocumentEntry(name=str(file.name), content=file.read(), purpose=purpose)
            sent = [*kept, *(Sent(clean_name(x.name), len(x.content)) for x in (*found, document))]
            refused = _why_not(document, sent, most)
            if refused is None:
                found.append(document)
            else:
                wrong.append(refused)
    for one in wrong:
        note_refused(request, one.code)
    return found, wrong


def _why_left_out(one: LeftOut, most: int) -> FieldRefusal:
    name = clean_name(one.name)
    if one.why == _TOO_LARGE:
        return FieldRefusal(_BESIDE, one.why, {"name": name, "limit": megabytes(most)})
    return FieldRefusal(_BESIDE, one.why, {}, about=name)


def _why_not(one: DocumentEntry, sent: Sequence[Sent], most: int) -> FieldRefusal | None:
    refusal = may_send(sent, most)
    if refusal is not None:
        return FieldRefusal(_BESIDE, refusal.code, dict(refusal.detail))
    try:
        recognise(one.content, one.name)
    except Invalid as error:
        (problem,) = error.problems
        return FieldRefusal(_BESIDE, problem.code, dict(problem.detail), about=clean_name(one.name))
    return None
