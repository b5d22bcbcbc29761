"""A folder with lists as one screener, kept made ready in the cache of whoever asks.

    ~/.cache/openkader/screening/3f0c…/      the index of the lists as they are now

Only a folder that is the asker's own and that nobody else can write in is trusted;
without one the lists are made ready in memory, as with `--no-cache`.
"""

import argparse
import hashlib
import os
import stat
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from openkader.base.errors import Invalid, Problem, Unavailable
from openkader.base.text import Text
from openkader.cli.progress import Progress
from openkader.cli.words import Screen
from openkader.screening.entities import Entity, read_entities
from openkader.screening.evidence import ListUsed
from openkader.screening.indexes import Indexes, index_key
from openkader.screening.screener import Screener

_MOST, _MOST_BYTES = 12, 2 << 30
NOT_KEPT = Text(
    nl="De index kon niet worden bewaard in {folder}; de volgende keer wordt hij opnieuw gemaakt.",
    en="The index could not be kept in {folder}; next time it is made again.",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """The folder, and whether anything of it may be kept."""
    parser.add_argument("--lists", type=Path, metavar="FOLDER")
    parser.add_argument("--no-cache", action="store_true")


def of_folder(options: argparse.Namespace, screen: Screen) -> Screener:
    """All lists of the folder; who is compared with nobody is not screened."""
    paths = sorted(options.lists.glob("*.ftm.json"))
    indexes = None if options.no_cache else _cache()
    found = _kept(paths, indexes, screen) if indexes else _made(paths)
    if len(found) == 0:
        raise Invalid([Problem("screening.no-list-here", str(options.lists))])
    return found


def _kept(paths: list[Path], indexes: Indexes, screen: Screen) -> Screener:
    """The stored index of these lists as they are now, or one that is stored for the next time."""
    used = _used(paths)
    found = indexes.find(index_key(used), used)
    if found is not None:
        return found
    made = _made(paths)
    if made.lists != used or _used(paths) != used:  # a list changed while it was read
        return made
    try:
        return indexes.keep(index_key(used), made)
    except Unavailable:
        screen.complain(NOT_KEPT.in_(screen.language).format(folder=indexes.folder))
        return made


def _made(paths: list[Path]) -> Screener:
    return Screener.of(_entities(paths), _used(paths))


def _used(paths: list[Path]) -> tuple[ListUsed, ...]:
    """Each list as it is now; one that is no snapshot is known by its content."""
    return tuple(map(_as_used, paths))


def _as_used(path: Path) -> ListUsed:
    try:
        content = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise Invalid([Problem("document.unreadable", str(path), {"reason": reason})]) from error
    digest = hashlib.sha256(content).hexdigest()
    return ListUsed(id=_name(path), snapshot=digest, read_at="", entities=content.count(b"\n"))


def _entities(paths: list[Path]) -> Iterator[Entity]:
    entities = chain.from_iterable(map(read_entities, paths))
    with Progress(", ".join(map(_name, paths))) as bar:
        for number, entity in enumerate(entities, start=1):
            bar.show(number, None)
            yield entity


def _name(path: Path) -> str:
    return path.name.removesuffix(".ftm.json")


def _cache() -> Indexes | None:
    """The cache of this user, where there is one that can be trusted."""
    home = os.environ.get("XDG_CACHE_HOME", "")
    try:
        # A relative path means nothing there, by the standard that names the variable.
        base = Path(home) if home.startswith("/") else Path.home() / ".cache"
        folder = base / "openkader" / "screening"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.stat()
    except (OSError, RuntimeError):  # no home, or nothing can be written in it
        return None
    shared = found.st_uid != os.getuid() or found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return None if shared else Indexes(folder, most=_MOST, most_bytes=_MOST_BYTES)
