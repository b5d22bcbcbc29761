"""What waits between two pages: in the database, where each process on each machine finds it, for some days at most.

It is no part of the register yet, leaves no event in the trail, and goes along in no backup and no copy.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction

from openkader.base.errors import NotFound
from openkader.casework.vocabulary import DraftKind
from openkader.register.models import KeptDraft, KeptDraftFile
from openkader.register.selectors.intake import link_digest
from openkader.register.traces import written_over

KEPT: Mapping[DraftKind, timedelta] = {
    DraftKind.REQUEST: timedelta(days=7),
    DraftKind.HANDED_IN: timedelta(days=1),
}


def keep_draft(kind: DraftKind, token: str, body: str, files: Mapping[str, bytes], *, now: datetime) -> None:
    """Keep what was typed or handed in, with its files by their places, whole or not at all."""
    with transaction.atomic():
        row = KeptDraft.objects.create(
            kind=kind, digest=link_digest(token), body=body, until=now + KEPT[kind]
        )
        for place, content in files.items():
            KeptDraftFile.objects.create(draft=row, place=place, content=content)


def draft_body(kind: DraftKind, token: str, *, now: datetime) -> str:
    """What was typed; what is over is gone, also while it still has to be cleared away."""
    row = KeptDraft.objects.filter(kind=kind, digest=link_digest(token), until__gt=now).first()
    if row is None:
        raise _gone(token)
    return row.body


def draft_files(token: str) -> dict[str, bytes]:
    """The content of its files, by their places."""
    return waiting_files(link_digest(token))


def waiting_files(digest: str) -> dict[str, bytes]:
    """The same for whoever has only the digest of its token, as a worker has."""
    rows = KeptDraftFile.objects.filter(draft__digest=digest).values_list("place", "content")
    return {place: bytes(content) for place, content in rows}


def forget_waiting(digest: str) -> None:
    """What a worker was to do is done."""
    with written_over():
        KeptDraft.objects.filter(digest=digest).delete()


def change_draft(token: str, body: str) -> None:
    """Something else was typed."""
    if not KeptDraft.objects.filter(digest=link_digest(token)).update(body=body):
        raise _gone(token)


def add_to_draft(token: str, place: str, content: bytes) -> None:
    """A file came along; its content is kept at once."""
    row = KeptDraft.objects.filter(digest=link_digest(token)).only("pk").first()
    if row is None:
        raise _gone(token)
    KeptDraftFile.objects.create(draft=row, place=place, content=content)


def take_from_draft(token: str, place: str) -> None:
    """A file was chosen by mistake."""
    with written_over():
        KeptDraftFile.objects.filter(draft__digest=link_digest(token), place=place).delete()


def finish_draft(token: str, body: str) -> None:
    """It is in the register: here only what a second click has to find stays, and no file."""
    with written_over(), transaction.atomic():
        change_draft(token, body)
        KeptDraftFile.objects.filter(draft__digest=link_digest(token)).delete()


def forget_draft(token: str) -> None:
    """It was saved, or thrown away."""
    forget_waiting(link_digest(token))


def forget_old_drafts(now: datetime) -> None:
    """What nobody came back for goes, with its files."""
    over = KeptDraft.objects.filter(until__lte=now)
    if over.exists():  # else the embedded database would be locked for nothing
        with written_over():
            over.delete()


def _gone(token: str) -> NotFound:
    return NotFound("draft", token[:80])
