"""What of the data folder goes along in a backup, and what does not.

    documents/      those that the copy of the database names
    lists/          the lists that names are compared with, and their snapshots; not what is made ready from them;
                    where the database says which are in force, their content is among the documents
    drafts/         kaders that were taken in as a draft
    keys/           only when asked for: `secret-key` opens second steps and the key for kaders, both in the database;
                    `kader-key` is that key itself, where a former release left it

Not: the log, locks, what waits between two pages, and what a former release left of it until it is taken over.
"""

from collections.abc import Iterator
from pathlib import Path

from openkader.register.recovery.manifest import KEYS

EMBEDDED = "db.sqlite3"  # the database, where it is in the folder itself
DOCUMENTS = "documents"
KEPT = ("lists", "drafts")
BUILDING_LOCK, RESTORE_LOCK, LOG = "building.lock", "restore.lock", "openkader.log"
# What may lie in a data folder in which nothing has been kept yet.
PASSING = frozenset({*KEYS, BUILDING_LOCK, RESTORE_LOCK, LOG})
STAGE = ".restoring"
ASIDE = "before"  # with a moment behind it: what was put aside when something was restored


def document_name(digest: str) -> str:
    """The name of a document in a backup, which is where it lies on the shelf."""
    return f"{DOCUMENTS}/{digest[:2]}/{digest}"


def kept_files(data: Path, *, lists: bool = True) -> Iterator[tuple[str, Path]]:
    """Every file beside database and documents that goes along, by the name that it has in the backup.

    Without `lists` where the database has them, and the folder only what a machine fetched of them.
    """
    for folder in KEPT if lists else KEPT[1:]:
        for path in sorted((data / folder).rglob("*")):
            inside = path.relative_to(data)
            if path.is_file() and not path.is_symlink() and _goes_along(inside):
                yield inside.as_posix(), path


def keys_of(data: Path) -> list[tuple[str, Path]]:
    """The keys that lie in the data folder."""
    return [(f"keys/{key}", data / key) for key in KEYS if (data / key).is_file()]


def place_of(name: str) -> str:
    """Where in a data folder a member belongs."""
    return name.removeprefix("keys/")


def standing_in(data: Path) -> list[str]:
    """What lies in a data folder beside what passes; empty where nothing has been kept yet."""
    if not data.is_dir():
        return []
    return sorted(
        path.name
        for path in data.iterdir()
        if path.name not in PASSING
        and path.name != STAGE
        and not path.name.startswith((f"{LOG}.", f"{ASIDE}-"))
    )


def _goes_along(inside: Path) -> bool:
    if any(part.startswith(".") for part in inside.parts):
        return False
    # Directly in `drafts` lie delegation lists that nobody saved yet; a kader lies in the folder of its organisation.
    return inside.parts[0] != "drafts" or len(inside.parts) > 2
