"""A delegation list between handing it in and saving it: kept on the server, for one person and one day.

Only the preview shows it. It holds names, so it lies in a folder that nobody else on the
machine may read, and goes when it is saved or a day old.
"""

import json
import re
import secrets
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from openkader.base.errors import NotFound, Unavailable

KEPT = timedelta(days=1)
MOST_BYTES = 5_000_000
_TOKEN = re.compile(r"[A-Za-z0-9_-]{32}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What somebody handed in, for which dossier; `version` is the one that was in force then."""

    by: str
    dossier: str
    name: str  # of the file; empty when it was pasted
    at: str
    version: int


@dataclass(frozen=True, slots=True)
class Drafts:
    """The folder of drafts."""

    path: Path

    def keep(self, draft: Draft, content: bytes) -> str:
        """Keep a draft; the token that comes back leads to it, and cannot be guessed."""
        token = secrets.token_urlsafe(24)
        try:
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._forget_old(datetime.fromisoformat(draft.at))
            (self.path / f"{token}.bin").write_bytes(content)
            (self.path / f"{token}.json").write_text(json.dumps(asdict(draft)), encoding="utf-8")
        except OSError as error:
            raise Unavailable("data.not-writable", {"folder": str(self.path)}) from error
        return token

    def find(self, token: str, *, by: str, dossier: str) -> tuple[Draft, bytes]:
        """A draft with its content; of another person or dossier there is none."""
        try:
            if not _TOKEN.fullmatch(token):
                raise NotFound("delegation", token[:80])
            draft = Draft(**json.loads((self.path / f"{token}.json").read_text(encoding="utf-8")))
            content = (self.path / f"{token}.bin").read_bytes()
        except (OSError, ValueError, TypeError) as error:
            raise NotFound("delegation", token) from error
        if (draft.by, draft.dossier) != (by, dossier):
            raise NotFound("delegation", token)
        return draft, content

    def has_seen(self, token: str, draft: Draft, version: int) -> Draft:
        """The maker of a draft has now been shown another version that came in meanwhile."""
        seen = replace(draft, version=version)
        (self.path / f"{token}.json").write_text(json.dumps(asdict(seen)), encoding="utf-8")
        return seen

    def forget(self, token: str) -> None:
        """A draft was saved, or thrown away."""
        for path in self._files(token):
            path.unlink(missing_ok=True)

    def _forget_old(self, now: datetime) -> None:
        oldest = (now - KEPT).timestamp()
        for path in self.path.glob("*.*"):
            if path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)

    def _files(self, token: str) -> Iterator[Path]:
        if _TOKEN.fullmatch(token):
            yield from (self.path / f"{token}{ending}" for ending in (".json", ".bin"))
