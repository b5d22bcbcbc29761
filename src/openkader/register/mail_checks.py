"""Whether what came along with a mail may be taken in, as any other file that is sent to us.

Of a mail in which something is infected only the words are kept. While nobody can look, it waits where it is.
"""

import hashlib
from collections.abc import Mapping

from django.conf import settings

from openkader.base.errors import Invalid, Problem
from openkader.casework.documents import clean_name, recognise
from openkader.casework.documents.reading import refused
from openkader.casework.documents.sending import TOGETHER, megabytes
from openkader.casework.mail import Attached, MailBounds, Received, read_mail
from openkader.register.documents import DocumentEntry
from openkader.register.models import ReceivedMail
from openkader.register.received_entries import ReceivedEntry
from openkader.register.shelf import shelf

INFECTED = "upload.infected"
# Files travel as letters, and with words around them.
_WRITTEN_OUT, _WORDS = 1.4, 2_000_000


def mail_bounds() -> MailBounds:
    """How large a mail may be here: as large as the files of one form together."""
    return MailBounds(size=int(TOGETHER * settings.OPENKADER_UPLOAD_BYTES * _WRITTEN_OUT) + _WORDS)


def looked_at(mail: Received, content: bytes, size: int) -> ReceivedEntry:
    """A mail as it may be kept; `Unavailable` when the scanner or the shelf does not answer.

    `content` is the mail as it came, or the beginning of one that is too large; `size` how many bytes it is in all.
    """
    key = hashlib.sha256(mail.message_id.encode() + hashlib.sha256(content).digest()).hexdigest()
    if mail.refusal is not None:
        return ReceivedEntry(key=key, mail=mail, size=size)
    told = [_told(one) for one in mail.attached]
    is_clean = not _infection(content) and all(one["code"] != INFECTED for one in told)
    return ReceivedEntry(
        key=key,
        mail=mail,
        size=size,
        digest=shelf().put(content) if is_clean else None,
        attachments=told,
    )


def documents_of(row: ReceivedMail, numbers: list[int]) -> list[DocumentEntry]:
    """The files of these numbers that came with a mail, counted from nought, without those that are not taken."""
    if row.digest is None or not numbers:
        return []
    mail = read_mail(shelf().take(row.digest, row.subject), mail_bounds())
    return [
        DocumentEntry(name=one.name, content=one.content)
        for number, (one, told) in enumerate(zip(mail.attached, row.attachments, strict=False))
        if number in numbers and not told["code"]
    ]


def _told(one: Attached) -> Mapping[str, object]:
    problem = _problem(one)
    return {
        "name": clean_name(one.name),
        "size": len(one.content),
        "code": problem.code if problem else "",
        "detail": dict(problem.detail) if problem else {},
    }


def _problem(one: Attached) -> Problem | None:
    try:
        if one.within:
            raise refused("attachment.not-taken", one.name, one.within)
        if len(one.content) > settings.OPENKADER_UPLOAD_BYTES:
            limit = {"limit": megabytes(settings.OPENKADER_UPLOAD_BYTES), "name": clean_name(one.name)}
            return Problem("attachment.too-large", one.name, limit)
        if _infection(one.content):
            return Problem(INFECTED, one.name)
        recognise(one.content, one.name)
    except Invalid as error:
        return error.problems[0]
    return None


def _infection(content: bytes) -> str:
    return settings.CLAMD.scan([content]) if settings.CLAMD is not None else ""
