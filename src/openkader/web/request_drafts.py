"""A request between beginning and sending: kept on the server, for whoever has its address, and a week at most.

So nothing that was typed is lost: not by the back button, not in another language, not
when a page stays open overnight. It lies in a folder that nobody else on the machine may
read; once it is sent only its reference stays, so that a second click finds it.
"""

import json
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from openkader.base.errors import NotFound, Unavailable
from openkader.casework.documents import Purpose
from openkader.register.documents import DocumentEntry
from openkader.web.refusals import FieldRefusal

KEPT_DAYS = 7
_TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")
_DRAFT = "draft.json"


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


@dataclass(frozen=True, slots=True)
class RequestDrafts:
    """The folder of requests that are being written."""

    path: Path

    def begin(self, kind: str, now: datetime) -> str:
        """A new draft; its token cannot be guessed, and neither can the link that it will get."""
        token = secrets.token_urlsafe(24)
        draft = RequestDraft(kind=kind, at=now.isoformat(), link=secrets.token_urlsafe(24))
        try:
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._forget_old(now)
            self._folder(token).mkdir(mode=0o700)
        except OSError as error:
            raise Unavailable("data.not-writable", {"folder": str(self.path)}) from error
        self.keep(token, draft)
        return token

    def find(self, token: str, now: datetime) -> RequestDraft:
        """The draft; one that is too old is gone."""
        try:
            if not _TOKEN.fullmatch(token):
                raise NotFound("draft", token[:80])
            found = json.loads((self._folder(token) / _DRAFT).read_text(encoding="utf-8"))
            draft = _restored(found)
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise NotFound("draft", token) from error
        if datetime.fromisoformat(draft.at) < now - timedelta(days=KEPT_DAYS):
            raise NotFound("draft", token)
        return draft

    def keep(self, token: str, draft: RequestDraft) -> None:
        """Keep what was typed; whole, whatever happens meanwhile."""
        folder = self._folder(token)
        fresh = folder / f"{secrets.token_hex(4)}.new"
        try:
            fresh.write_text(json.dumps(asdict(draft)), encoding="utf-8")
            fresh.replace(folder / _DRAFT)
        except OSError as error:
            raise Unavailable("data.not-writable", {"folder": str(self.path)}) from error

    def with_file(self, token: str, draft: RequestDraft, document: DocumentEntry) -> RequestDraft:
        """The draft with one more document; its content is kept at once."""
        place = f"{secrets.token_hex(8)}.bin"
        (self._folder(token) / place).write_bytes(document.content)
        file = DraftFile(
            place=place, name=document.name, size=len(document.content), purpose=str(document.purpose)
        )
        return replace(draft, files=(*draft.files, file))

    def without_file(self, token: str, draft: RequestDraft, place: str) -> RequestDraft:
        """The draft without a document; what it does not have is not removed."""
        for file in draft.files:
            if file.place == place:
                (self._folder(token) / file.place).unlink(missing_ok=True)
        return replace(draft, files=tuple(file for file in draft.files if file.place != place))

    def documents(self, token: str, draft: RequestDraft) -> Iterator[DocumentEntry]:
        """The documents with their content."""
        for file in draft.files:
            try:
                content = (self._folder(token) / file.place).read_bytes()
            except OSError as error:  # another click was faster, and all of it is in the register
                raise NotFound("draft", token) from error
            yield DocumentEntry(name=file.name, content=content, purpose=Purpose(file.purpose))

    def was_sent(self, token: str, draft: RequestDraft, reference: str) -> None:
        """It is in the register; what was typed is forgotten here."""
        self.keep(token, replace(draft, answers={}, files=(), sent=reference))
        for path in self._folder(token).glob("*.bin"):
            path.unlink(missing_ok=True)

    def _folder(self, token: str) -> Path:
        return self.path / token

    def _forget_old(self, now: datetime) -> None:
        oldest = (now - timedelta(days=KEPT_DAYS)).timestamp()
        for folder in self.path.iterdir():
            with suppress(OSError):  # somebody else throws it away at this moment
                if folder.stat().st_mtime < oldest:
                    shutil.rmtree(folder, ignore_errors=True)


def _restored(found: dict[str, Any]) -> RequestDraft:
    """A draft as it was written."""
    files = tuple(DraftFile(**file) for file in found["files"])
    wrong = tuple(FieldRefusal(**one) for one in found["wrong"])
    return RequestDraft(**found | {"files": files, "wrong": wrong})
