"""``openkader documents verify|move``: is every file still there and what it was, and bring them elsewhere."""

import argparse
from collections.abc import Callable

from django.conf import settings

from openkader.base.errors import Refusal, Refused
from openkader.base.messages import sentence
from openkader.base.text import Text
from openkader.cli.progress import Progress
from openkader.cli.words import Screen
from openkader.register import selectors
from openkader.register.moving import Moved, Moving, move_documents
from openkader.register.recovery.copying import named_documents
from openkader.register.shelf import FileState, folder

BROKEN = 3
WHOLE = Text(
    nl="Alle {number} bestanden zijn er nog, en zijn wat zij waren.",
    en="All {number} files are there, and are what they were.",
)
STATES = {
    FileState.GONE: Text(nl="weg", en="gone"),
    FileState.CHANGED: Text(nl="veranderd", en="changed"),
}
MOVED = Text(
    nl="{brought} bestanden gebracht, {there} waren er al, {removed} weggehaald waar zij vandaan kwamen.",
    en="{brought} files brought, {there} were there already, {removed} removed where they came from.",
)
LOOKED = Text(
    nl="{brought} bestanden zouden worden gebracht, {there} zijn er al. Er is niets veranderd.",
    en="{brought} files would be brought, {there} are there already. Nothing was changed.",
)
PLACES = ("bucket", "folder")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="verify|move")
    verbs.add_parser("verify")
    move = verbs.add_parser("move")
    move.add_argument("--to", required=True, choices=PLACES)
    move.add_argument("--dry-run", action="store_true")
    move.add_argument("--remove", action="store_true")


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Look at each file, or bring each."""
    verbs: dict[str, Callable[[argparse.Namespace, Screen], int]] = {"verify": _verify, "move": _move}
    return verbs[options.verb](options, screen)


def _verify(_: argparse.Namespace, screen: Screen) -> int:
    """Read each file and name those that are gone or changed."""
    number, lost = selectors.lost_files()
    if not lost:
        screen.line(WHOLE.in_(screen.language).format(number=number))
        return 0
    for one in lost:
        screen.line(f"{one.place}  {one.name}  {STATES[one.state].in_(screen.language)}  {one.digest}")
    screen.complain(sentence("documents.lost", {"number": str(len(lost))}, screen.language))
    return BROKEN


def _move(options: argparse.Namespace, screen: Screen) -> int:
    """From the bucket to the folder beside the database, or back, and say how many."""
    if settings.BUCKET is None:
        raise Refused(Refusal("documents.no-bucket"))
    shelves = {"bucket": settings.BUCKET, "folder": folder()}
    target = shelves.pop(options.to)
    (source,) = shelves.values()
    with Progress("documents") as bar:
        wish = Moving(
            source=source,
            target=target,
            only_look=options.dry_run,
            remove=options.remove,
            watch=bar.show,
        )
        done = move_documents(named_documents(), wish)
    return _said(done, LOOKED if options.dry_run else MOVED, screen)


def _said(done: Moved, words: Text, screen: Screen) -> int:
    numbers = {"brought": done.brought, "there": done.there, "removed": done.removed}
    screen.line(words.in_(screen.language).format(**numbers))
    for digest in done.lost:
        screen.line(digest)
    if done.lost:
        screen.complain(sentence("documents.lost", {"number": str(len(done.lost))}, screen.language))
    return BROKEN if done.lost else 0
