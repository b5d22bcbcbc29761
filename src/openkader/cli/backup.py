"""``openkader backup make|restore|verify``: an installation as one file, and back."""

import argparse
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from openkader.base.errors import Invalid, Problem, Unavailable
from openkader.base.on_disk import digest_of
from openkader.base.text import Text
from openkader.cli import house
from openkader.cli.audit import BROKEN, said_of
from openkader.cli.progress import Progress
from openkader.cli.words import Screen

if TYPE_CHECKING:
    from openkader.register.chain import Break
    from openkader.register.recovery.manifest import Manifest
    from openkader.register.recovery.sealing import Key, Lock

PASSPHRASE = "OPENKADER_BACKUP_PASSPHRASE"  # noqa: S105 - the name of a setting
MADE = Text(
    nl="{file} is gemaakt: {documents} bestanden, {events} gebeurtenissen, de laatste met teken {digest}.",
    en="{file} was made: {documents} files, {events} events, the last with mark {digest}.",
)
MARK = Text(
    nl="Het teken van de reservekopie zelf: {mark}. Bewaar beide tekens buiten deze installatie.",
    en="The mark of the backup itself: {mark}. Keep both marks outside this installation.",
)
OPEN = Text(
    nl="Zij is niet versleuteld: wie het bestand heeft, kan alles lezen. Zie --recipients en --passphrase-file.",
    en="It is not encrypted: whoever has the file can read everything. See --recipients and --passphrase-file.",
)
WITHOUT_KEYS = Text(
    nl=(
        "De sleutel zit er niet in. Bewaar secret-key (of OPENKADER_SECRET_KEY) apart: zonder die sleutel stelt "
        "iedereen een nieuwe tweede stap in, en tekent u kaders met een nieuwe sleutel."
    ),
    en=(
        "The key is not in it. Keep secret-key (or OPENKADER_SECRET_KEY) apart: without it everybody sets up a new "
        "second step, and you sign kaders with a new key."
    ),
)
WITH_KEYS = Text(
    nl="De sleutels zitten erin ({keys}): wie de kopie kan openen, kan ook de tweede stappen lezen.",
    en="The keys are in it ({keys}): whoever can open the backup can also read the second steps.",
)
LOST = Text(
    nl="{number} bestanden die het register noemt, waren weg of veranderd: {digests}. Zie openkader documents verify.",
    en="{number} files that the register names were gone or changed: {digests}. See openkader documents verify.",
)
HOLDS = Text(
    nl=(
        "{file} klopt: gemaakt {at} door Open Kader {version} ({engine}), stap {step}; {documents} bestanden, {rows} "
        "rijen in {tables} tabellen, {events} gebeurtenissen, de laatste met teken {digest}."
    ),
    en=(
        "{file} holds: made {at} by Open Kader {version} ({engine}), step {step}; {documents} files, {rows} rows in "
        "{tables} tables, {events} events, the last with mark {digest}."
    ),
)
RESTORED = Text(
    nl="Teruggezet en bijgewerkt tot deze versie. Iedereen meldt zich opnieuw aan.",
    en="Restored and brought up to this version. Everybody signs in again.",
)
ASIDE = Text(nl="Wat hier stond, staat nu in {folder}.", en="What stood here is now in {folder}.")
NO_KEY = Text(
    nl="Zet {keys} terug in {folder} voordat u begint; anders worden nieuwe gemaakt.",
    en="Put {keys} back in {folder} before you start; otherwise new ones are made.",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes; a passphrase never stands on the command line, where others can see it."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="make|restore|verify")
    for verb in ("make", "restore", "verify"):
        one = verbs.add_parser(verb)
        one.add_argument("file", type=Path, metavar="FILE")
        one.add_argument("--passphrase-file", type=Path, metavar="FILE")
        if verb == "make":
            one.add_argument("--recipients", type=Path, metavar="FILE")
            one.add_argument("--with-keys", action="store_true")
        else:
            one.add_argument("--identity", type=Path, metavar="FILE")
        if verb == "restore":
            one.add_argument("--move-aside", action="store_true")


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Make, put back or try."""
    verbs: dict[str, Callable[[argparse.Namespace, Screen], int]] = {
        "make": _make,
        "restore": _restore,
        "verify": _verify,
    }
    return verbs[options.verb](options, screen)


def _make(options: argparse.Namespace, screen: Screen) -> int:
    house.open_house()
    from openkader.register.recovery.making import Wish, make_backup
    from openkader.register.recovery.newest import NewestBackup, note_made

    lock = _lock(options)
    house.check_database()
    with Progress("backup") as bar:
        wish = Wish(
            file=options.file.absolute(),
            lock=lock,
            with_keys=options.with_keys,
            watch=bar.show,
        )
        manifest = make_backup(wish, house.data(), now=house.now())
    about, mark = manifest.about, digest_of(options.file)
    made_at = datetime.fromisoformat(about.made_at)
    note_made(house.data(), NewestBackup(made_at=made_at, version=about.version, mark=mark))
    screen.line(MADE.in_(screen.language).format(file=options.file, **_words(manifest)))
    screen.line(MARK.in_(screen.language).format(mark=mark))
    if not lock:
        screen.line(OPEN.in_(screen.language))
    keys = WITH_KEYS if manifest.keys else WITHOUT_KEYS
    screen.line(keys.in_(screen.language).format(keys=", ".join(manifest.keys)))
    return _said_of_lost(manifest, screen)


def _verify(options: argparse.Namespace, screen: Screen) -> int:
    _open_without_a_key()
    from openkader.register.recovery.newest import note_tried
    from openkader.register.recovery.trying import try_backup

    tried = try_backup(options.file, _key(options))
    holds = tried.broken is None and not tried.manifest.lost
    note_tried(house.data(), options.file, holds=holds, now=house.now())
    screen.line(HOLDS.in_(screen.language).format(file=options.file, **_words(tried.manifest)))
    return _said_of_trail(tried.broken, screen) or _said_of_lost(tried.manifest, screen)


def _restore(options: argparse.Namespace, screen: Screen) -> int:
    _open_without_a_key()
    from openkader.register.recovery.copying import engine
    from openkader.register.recovery.manifest import SQLITE
    from openkader.register.recovery.restoring import Restoring, restore_backup

    wish = Restoring(
        file=options.file.absolute(), key=_key(options), move_aside=options.move_aside, bring_up=_bring_up
    )
    done = restore_backup(wish, house.data(), now=house.now())
    if engine() != SQLITE:
        _bring_up(house.data())
    screen.line(HOLDS.in_(screen.language).format(file=options.file, **_words(done.manifest)))
    screen.line(RESTORED.in_(screen.language))
    if done.aside:
        screen.line(ASIDE.in_(screen.language).format(folder=done.aside))
    if done.keys_missing:
        words = {"keys": ", ".join(done.keys_missing), "folder": house.data()}
        screen.line(NO_KEY.in_(screen.language).format(**words))
    return _said_of_trail(done.broken, screen) or _said_of_lost(done.manifest, screen)


def _said_of_trail(broken: "Break | None", screen: Screen) -> int:
    """A trail that was broken when the backup was made is as broken after it; that is said, and it is restored."""
    return said_of(broken, screen) if broken else 0


def _said_of_lost(manifest: "Manifest", screen: Screen) -> int:
    if not manifest.lost:
        return 0
    words = {"number": len(manifest.lost), "digests": ", ".join(manifest.lost[:5])}
    screen.complain(LOST.in_(screen.language).format(**words))
    return BROKEN


def _words(manifest: "Manifest") -> dict[str, object]:
    from openkader.register.recovery.belongings import DOCUMENTS

    register = manifest.register
    return {
        "at": manifest.about.made_at,
        "version": manifest.about.version,
        "engine": manifest.about.engine,
        "step": register.newest_step.removeprefix("register "),
        "documents": sum(member.name.startswith(f"{DOCUMENTS}/") for member in manifest.members),
        "rows": sum(register.rows.values()),
        "tables": len(register.rows),
        "events": register.head[0],
        "digest": register.head[1],
    }


def _open_without_a_key() -> None:
    """A house that makes no key of its own: the one that belongs to what is put back may come later."""
    if not (house.data() / "secret-key").exists():
        os.environ.setdefault("OPENKADER_SECRET_KEY", secrets.token_urlsafe(50))
    house.open_house()


def _bring_up(data: Path) -> None:
    """This very program, in a process of its own, before the database in that folder."""
    # Its database lies in the folder, or is the PostgreSQL that is named; in both cases this is where it is found.
    key = os.environ.get("OPENKADER_SECRET_KEY", secrets.token_urlsafe(50))
    for words in (("migrate",), ("audit", "verify")):
        done = house.run_in(data, *words, OPENKADER_SECRET_KEY=key)
        if done.returncode not in (0, BROKEN):
            reason = " ".join(done.stderr.strip().splitlines()[-1:])
            raise Unavailable("restore.migrate", {"reason": reason})


def _lock(options: argparse.Namespace) -> "Lock":
    from openkader.register.recovery.sealing import Lock, read_recipients

    if options.recipients:
        return Lock(recipients=read_recipients(_text(options.recipients), options.recipients.name))
    return Lock(passphrase=_passphrase(options))


def _key(options: argparse.Namespace) -> "Key":
    from openkader.register.recovery.sealing import Key, read_identities

    identities: tuple[object, ...] = ()
    if options.identity:
        identities = read_identities(_text(options.identity), options.identity.name)
    return Key(passphrase=_passphrase(options), identities=identities)


def _passphrase(options: argparse.Namespace) -> str:
    from openkader.register.recovery.sealing import read_passphrase

    if options.passphrase_file:
        return read_passphrase(_text(options.passphrase_file), options.passphrase_file.name)
    given = os.environ.get(PASSPHRASE, "")
    return read_passphrase(given, PASSPHRASE) if given else ""


def _text(path: Path) -> str:
    try:
        with suppress(UnicodeDecodeError):
            return path.read_text(encoding="utf-8")
    except OSError as error:
        reason = error.strerror or str(error)
        raise Invalid([Problem("document.unreadable", str(path), {"reason": reason})]) from error
    raise Invalid([Problem("document.not-utf8", str(path))])
