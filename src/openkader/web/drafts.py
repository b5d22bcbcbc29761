"""A delegation list between handing it in and saving it: kept on the server, for one person and one day.

Only the preview shows it. It holds names, so it goes when it is saved or a day old.
"""

import json
import secrets
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from openkader.base.errors import NotFound
from openkader.casework.delegation import MOST_HANDED_IN
from openkader.casework.vocabulary import DraftKind
from openkader.register import kept_drafts

MOST_BYTES = MOST_HANDED_IN
_PLACE = "content"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What somebody handed in, for which dossier; `version` is the one that was in force then."""

    by: str
    dossier: str
    name: str  # of the file; empty when it was pasted
    at: str
    version: int


def keep(draft: Draft, content: bytes) -> str:
    """Keep a draft; the token that comes back leads to it, and cannot be guessed."""
    token, now = secrets.token_urlsafe(24), datetime.fromisoformat(draft.at)
    kept_drafts.keep_draft(DraftKind.HANDED_IN, token, _written(draft), {_PLACE: content}, now=now)
    return token


def find(token: str, *, by: str, dossier: str, now: datetime) -> tuple[Draft, bytes]:
    """A draft with its content; of another person or dossier there is none."""
    try:
        draft = Draft(**json.loads(kept_drafts.draft_body(DraftKind.HANDED_IN, token, now=now)))
    except TypeError as error:  # a former release wrote it otherwise
        raise NotFound("delegation", token[:80]) from error
    if (draft.by, draft.dossier) != (by, dossier):
        raise NotFound("delegation", token[:80])
    content = kept_drafts.draft_files(token).get(_PLACE)
    if content is None:  # another click was faster
        raise NotFound("delegation", token[:80])
    return draft, content


def has_seen(token: str, draft: Draft, version: int) -> Draft:
    """The maker of a draft has now been shown another version that came in meanwhile."""
    seen = replace(draft, version=version)
    kept_drafts.change_draft(token, _written(seen))
    return seen


def forget(token: str) -> None:
    """A draft was saved, or thrown away."""
    kept_drafts.forget_draft(token)


def _written(draft: Draft) -> str:
    return json.dumps(asdict(draft))
