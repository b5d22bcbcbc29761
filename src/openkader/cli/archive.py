"""``openkader archive export|verify``: closed dossiers as folders that read without Open Kader."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from openkader.base.errors import Invalid, Problem, Unavailable
from openkader.base.messages import sentence
from openkader.base.text import Text
from openkader.casework.documents.names import clean_name
from openkader.cli.house import check_database, now, open_house
from openkader.cli.words import Screen
from openkader.publication.archive.verifying import Wrong, verify

if TYPE_CHECKING:
    from openkader.publication.archive.bundle import Bundle

BROKEN = 3
MADE = Text(
    nl="{folder}: {files} bestanden. Het teken van het manifest is {digest}.",
    en="{folder}: {files} files. The mark of the manifest is {digest}.",
)
THERE = Text(
    nl="{number} dossiers stonden er al en zijn overgeslagen.",
    en="{number} dossiers were there already and were passed over.",
)
HOLDS = Text(
    nl="{folder} klopt: {files} bestanden en {events} gebeurtenissen. Het teken van het manifest is {digest}.",
    en="{folder} holds: {files} files and {events} events. The mark of the manifest is {digest}.",
)
WRONGS = {
    Wrong.GONE: Text(nl="weg", en="gone"),
    Wrong.CHANGED: Text(nl="veranderd", en="changed"),
    Wrong.ADDED: Text(nl="staat niet in het manifest", en="is not in the manifest"),
    Wrong.OUTSIDE: Text(nl="ligt buiten de map", en="lies outside the folder"),
    Wrong.EVENT: Text(nl="gebeurtenis is veranderd", en="event was changed"),
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="export|verify")
    export = verbs.add_parser("export")
    export.add_argument("numbers", nargs="*", metavar="NUMBER")
    export.add_argument("--kept", action="store_true")
    export.add_argument("--to", type=Path, required=True, metavar="FOLDER")
    verbs.add_parser("verify").add_argument("folder", type=Path, metavar="FOLDER")


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Make the folders, or verify one; that asks no register."""
    return _verify(options.folder, screen) if options.verb == "verify" else _export(options, screen)


def _verify(folder: Path, screen: Screen) -> int:
    found = verify(folder)
    for one in found.wrong:
        screen.line(f"{one.path}  {WRONGS[one.wrong].in_(screen.language)}")
    if found.wrong:
        screen.complain(sentence("archive.broken", {"number": str(len(found.wrong))}, screen.language))
        return BROKEN
    words = {"folder": folder, "files": found.files, "events": found.events, "digest": found.digest}
    screen.line(HOLDS.in_(screen.language).format(**words))
    return 0


def _export(options: argparse.Namespace, screen: Screen) -> int:
    """One folder for each dossier; what is there already of all that is kept is passed over."""
    if bool(options.numbers) == options.kept:
        raise Invalid([Problem("archive.nothing-asked", "NUMBER")])
    open_house()
    check_database()
    chosen = _kept() if options.kept else list(dict.fromkeys(options.numbers))
    there = [one for one in chosen if options.kept and _place(options.to, one).exists()]
    try:
        options.to.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        known = {"folder": str(options.to), "reason": str(error.strerror)}
        raise Unavailable("archive.not-written", known) from error
    for reference in chosen:
        if reference not in there:
            _one(reference, options.to, screen)
    if there:
        screen.line(THERE.in_(screen.language).format(number=len(there)))
    return 0


def _kept() -> list[str]:
    from openkader.casework.permissions import HOUSE
    from openkader.register.archiving.dossier import kept_for_ever
    from openkader.register.moments import day_of

    return kept_for_ever(reader=HOUSE, today=day_of(now()))


def _one(reference: str, to: Path, screen: Screen) -> None:
    """Write it beside its place, let the trail know, and only then put it there."""
    from openkader.casework.permissions import HOUSE
    from openkader.cli.importing import whoever
    from openkader.publication.archive.exporting import ready
    from openkader.publication.archive.writing import folder_of
    from openkader.register.services import note_archive

    moment = now()
    bundle = ready(reference, reader=HOUSE, now=moment)
    place = _place(to, bundle.reference)
    with folder_of(bundle, place):
        note_archive(bundle.reference, bundle.manifest.sha256, bundle.level, by=whoever(), now=moment)
    _said(bundle, place, screen)


def _said(bundle: "Bundle", place: Path, screen: Screen) -> None:
    files, digest = len(bundle.parts), bundle.manifest.sha256
    screen.line(MADE.in_(screen.language).format(folder=place, files=files, digest=digest))
    if bundle.lost:
        screen.complain(sentence("documents.lost", {"number": str(bundle.lost)}, screen.language))


def _place(to: Path, reference: str) -> Path:
    return to / clean_name(reference)
