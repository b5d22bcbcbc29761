"""Installations that are backed up and put back, and processes that are killed on the way."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.installation import Installation, fresh_postgres

DECIDED = "select reference, outcome, kader_digest from register_assessment order by id"
MAKE = """
from datetime import UTC, datetime
from pathlib import Path
from openkader.register.recovery.making import Wish, make_backup
from openkader.register.recovery.sealing import Lock
make_backup(Wish(file=Path({file!r}), lock=Lock()), Path({data!r}), now=datetime.now(UTC))
"""
RESTORE = """
from datetime import UTC, datetime
from pathlib import Path
from openkader.register.recovery.restoring import Restoring, restore_backup
from openkader.register.recovery.sealing import Key
wish = Restoring(file=Path({file!r}), key=Key(), move_aside=True, bring_up=lambda data: None)
restore_backup(wish, Path({data!r}), now=datetime(2030, 1, 1, tzinfo=UTC))
"""
# Killed as by a power cut: just before the so manieth thing of this kind that the process asks of the system.
KILLED = """
import os, signal, sys
left = [{number}]
def look(event, arguments):
    if event == {event!r} and {part!r} in str(arguments[0]):
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(look)
"""
LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))
from openkader.cli.main import main
sys.exit(main({words!r}))
"""


@contextmanager
def empty_house(like: Installation, place: Path, postgres_url: str = "") -> Iterator[Installation]:
    """An installation of the same kind in which nothing was ever kept."""
    place.mkdir()
    if not like.database_url:
        yield Installation(place / "data")
        return
    with fresh_postgres(postgres_url) as url:
        yield Installation(place / "data", url)


def made(house: Installation, name: str = "backup.tar", *more: str) -> Path:
    """A backup of it, beside its data folder."""
    file = house.data.parent / name
    done = house.run("backup", "make", str(file), *more)
    assert done.returncode == 0, done.stderr
    return file


def script(house: Installation, code: str) -> tuple[int, str]:
    """How a piece of code ended, and what it complained of."""
    process = house.script(code)
    _, errors = process.communicate(timeout=120)
    return process.returncode, errors


def killed(number: int, event: str, part: str = "") -> str:
    """The code that kills the process it runs in."""
    return KILLED.format(number=number, event=event, part=part)


def contents(house: Installation) -> tuple[object, ...]:
    """What makes an installation what it is: its trail, what it decided, its files, and what it compares names with.

    Where machines share their lists, those are rows, and files among the documents; the folder is a cache.
    """
    lists = house.sql("select name, manifest from register_listsnapshot order by id")
    files = {
        str(path.relative_to(house.data)): path.read_bytes()
        for folder in ("documents", *(() if lists else ("lists",)))
        for path in sorted((house.data / folder).rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
    return house.sql("select sequence, hash from register_audithead"), house.sql(DECIDED), files, lists
