"""Documents brought from one shelf to another, one at a time: whoever was stopped goes on where it was."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from openkader.base.errors import Unavailable
from openkader.register.shelf import FileState, Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving:
    """From where to where; `only_look` brings nothing, `remove` takes away what is safely on the other side."""

    source: Shelf
    target: Shelf
    only_look: bool = False
    remove: bool = False
    watch: Callable[[int, int], None] = lambda done, end: None


@dataclass(slots=True)
class Moved:
    """How many were brought, were there already and were removed, and the digests of those that are nowhere whole."""

    brought: int = 0
    there: int = 0
    removed: int = 0
    lost: list[str] = field(default_factory=list)


def move_documents(digests: Sequence[str], wish: Moving) -> Moved:
    """Bring each of these; what is gone or changed stays as it is, and is named."""
    done = Moved()
    for number, digest in enumerate(digests, start=1):
        _move(digest, wish, done)
        wish.watch(number, len(digests))
    return done


def _move(digest: str, wish: Moving, done: Moved) -> None:
    size, there = wish.source.size(digest), wish.target.size(digest)
    if there is not None and there == size and not wish.remove:
        done.there += 1
        return
    content = wish.source.found(digest)
    if content is None or hashlib.sha256(content).hexdigest() != digest:
        if there is not None and _is_whole(wish.target, digest, there):
            done.there += 1
        else:
            done.lost.append(digest)
        return
    if _is_whole(wish.target, digest, len(content)):
        done.there += 1
    else:
        done.brought += 1
        if not wish.only_look:
            _bring(wish.target, digest, content, is_other=there is not None)
    if wish.remove and not wish.only_look:
        wish.source.drop(digest)
        done.removed += 1


def _bring(target: Shelf, digest: str, content: bytes, *, is_other: bool) -> None:
    """What lies there under its name and is not it goes first; what came is read back."""
    if is_other:
        target.drop(digest)
    target.put(content)
    if not _is_whole(target, digest, len(content)):
        raise Unavailable("shelf.away")


def _is_whole(shelf: Shelf, digest: str, size: int) -> bool:
    return shelf.state(digest, size, whole=True) is FileState.HERE
