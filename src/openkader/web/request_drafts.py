"""A request between beginning and sending: kept on the server, for whoever has its address, and a week at most.

So nothing that was typed is lost: not by the back button, not in another language, not when a page stays open
overnight, and not when another machine makes the next page. Once it is sent only its reference stays, so that a
second click finds it.
"""

import json
import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any

from openkader.base.errors import NotFound
from openkader.casework.documents import Purpose
from openkader.casework.vocabulary import DraftKind
from openkader.register import kept_drafts
from openkader.register.documents import DocumentEntry
from openkader.web.refusals import FieldRefusal

KEPT_DAYS = kept_drafts.KEPT[DraftKind.REQUEST].days


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftFile:
    """A document that was chosen, and where its content waits."""

    place: str
    name: str
    size: int
    purpose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestDraft:
    """What was typed so far; `link` leads to the status once it is sent, `sent` is then its reference."""

    kind: str
    at: str
    link: str
    answers: dict[str, str] = field(default_factory=dict)
    files: tuple[DraftFile, ...] = ()
    wrong: tuple[FieldRefusal, ...] = ()  # what cannot be told from the answers
    sent: str = ""


def begin(kind: str, now: datetime) -> str:
    """A new draft; its token cannot be guessed, and neither can the link that it will get."""
    token = secrets.token_urlsafe(24)
    draft = RequestDraft(kind=kind, at=now.isoformat(), link=secrets.token_urlsafe(24))
    kept_drafts.keep_draft(DraftKind.REQUEST, token, _written(draft), {}, now=now)
    return token


def find(token: str, now: datetime) -> RequestDraft:
    """The draft; one that is too old is gone."""
    try:
        return _restored(json.loads(kept_drafts.draft_body(DraftKind.REQUEST, token, now=now)))
    except (TypeError, KeyError) as error:  # a former release wrote it otherwise
        raise NotFound("draft", token[:80]) from error


def keep(token: str, draft: RequestDraft) -> None:
    """Keep what was typed."""
    kept_drafts.change_draft(token, _written(draft))


def with_file(token: str, draft: RequestDraft, document: DocumentEntry) -> RequestDraft:
    """The draft with one more document; its content is kept at once."""
    place = f"{secrets.token_hex(8)}.bin"
    kept_drafts.add_to_draft(token, place, document.content)
    file = DraftFile(
        place=place, name=document.name, size=len(document.content), purpose=str(document.purpose)
    )
    return replace(draft, files=(*draft.files, file))


def without_file(token: str, draft: RequestDraft, place: str) -> RequestDraft:
    """The draft without a document; what it does not have is not removed."""
    if any(file.place == place for file in draft.files):
        kept_drafts.take_from_draft(token, place)
    return replace(draft, files=tuple(file for file in draft.files if file.place != place))


def documents(token: str, draft: RequestDraft) -> Iterator[DocumentEntry]:
    """The documents with their content."""
    contents = kept_drafts.draft_files(token) if draft.files else {}
    for file in draft.files:
        if file.place not in contents:  # another click was faster, and all of it is in the register
            raise NotFound("draft", token)
        yield DocumentEntry(name=file.name, content=contents[file.place], purpose=Purpose(file.purpose))


def was_sent(token: str, draft: RequestDraft, reference: str) -> None:
    """It is in the register; what was typed is forgotten here."""
    kept_drafts.finish_draft(token, _written(replace(draft, answers={}, files=(), sent=reference)))


def _written(draft: RequestDraft) -> str:
    return json.dumps(asdict(draft))


def _restored(found: dict[str, Any]) -> RequestDraft:
    """A draft as it was written."""
    files = tuple(DraftFile(**file) for file in found["files"])
    wrong = tuple(FieldRefusal(**one) for one in found["wrong"])
    return RequestDraft(**found | {"files": files, "wrong": wrong})
