"""``openkader anonymise FOLDER``: a copy of this register to test with, in which nobody is named."""

import argparse
import os
import shutil
import tempfile
from pathlib import Path

from django.conf import settings

from openkader.base.errors import Refusal, Refused, Unavailable
from openkader.base.on_disk import settle
from openkader.base.text import Text
from openkader.cli import house
from openkader.cli.importing import whoever
from openkader.cli.words import Screen
from openkader.register import services
from openkader.register.anonymising.copying import Copied, copy_register
from openkader.register.recovery.belongings import DOCUMENTS, EMBEDDED, kept_files

MADE = Text(
    nl="{folder} is een installatie om mee te testen: {rows} rijen, {events} gebeurtenissen, {files} bestanden.",
    en="{folder} is an installation to test with: {rows} rows, {events} events, {files} files.",
)
HOW = Text(
    nl=(
        "Namen, teksten en bestanden zijn vervangen; aantallen, dagen, antwoorden uit lijsten en verbanden zijn echt. "
        "Wie weet wat er in een zaak gebeurde, kan haar daaraan herkennen: geef de kopie niet aan buitenstaanders. "
        "Start met OPENKADER_DATA={folder} en geef er een account een wachtwoord."
    ),
    en=(
        "Names, texts and files were replaced; numbers, days, answers from lists and links are real. Whoever knows "
        "what happened in a case can recognise it by those: do not give the copy to outsiders. "
        "Start with OPENKADER_DATA={folder} and give an account there a password."
    ),
)
BUCKET = "OPENKADER_S3_"  # how the settings of a bucket begin
WITHOUT_BUCKET = Text(
    nl="Start haar zonder de instellingen OPENKADER_S3_…: anders gebruikt zij de bucket van deze installatie.",
    en="Start it without the settings OPENKADER_S3_…: otherwise it uses the bucket of this installation.",
)
_SETTLING = (("migrate",), ("parties", "words"), ("cases", "lines"), ("audit", "verify"))


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("folder", type=Path, metavar="FOLDER")


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Make the copy whole or not at all, and note that it was made."""
    folder = options.folder.absolute()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused(Refusal("copy.not-empty", {"place": str(folder)}))
    if not folder.parent.is_dir():
        raise Unavailable("backup.no-folder", {"folder": str(folder.parent)})
    try:
        with tempfile.TemporaryDirectory(prefix=".openkader-copy-", dir=folder.parent) as beside:
            work = Path(beside, folder.name)
            copied = _fill(work)
            services.note_copy(copied.rows, by=whoever(), now=house.now())
            work.replace(folder)
            settle(folder.parent)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unavailable("backup.not-written", {"file": str(folder), "reason": reason}) from error
    words = {"folder": folder, "rows": copied.rows, "events": copied.events, "files": len(copied.files)}
    screen.line(MADE.in_(screen.language).format(**words))
    screen.line(HOW.in_(screen.language).format(folder=folder))
    if settings.BUCKET is not None:
        screen.line(WITHOUT_BUCKET.in_(screen.language))
    return 0


def _fill(work: Path) -> Copied:
    """An empty installation of this version, then the rows, then what is worked out from them."""
    work.mkdir(mode=0o700)
    _in_copy(work, "django", "migrate", "--verbosity", "0", "--skip-checks")
    copied = copy_register(work / EMBEDDED, work / DOCUMENTS, house.packs())
    for name, path in kept_files(house.data()):
        if name.startswith("drafts/"):  # kaders that were taken in: policy, and nothing of any case
            (work / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, work / name)
    for command in _SETTLING:
        _in_copy(work, "openkader", *command)
    return copied


def _in_copy(work: Path, module: str, *words: str) -> None:
    """Run a command in the copy, as if it were the installation."""
    # The documents of the copy lie in its folder, and it knows no bucket of ours.
    apart = dict.fromkeys(("DATABASE_URL", *(name for name in os.environ if name.startswith(BUCKET))), "")
    done = house.run_in(work, *words, module=module, DJANGO_SETTINGS_MODULE=house.SETTINGS, **apart)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines() or ["?"]
        raise Unavailable("copy.not-made", {"step": " ".join(words), "reason": said[-1]})
