"""`openkader kader export|import|key`: a kader as one signed file, for another organisation."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from openkader.base.errors import Invalid, Problem
from openkader.base.text import Text
from openkader.cli import kader_taking_over
from openkader.cli.house import check_database, data, has_register, now, open_house
from openkader.cli.kader_choice import Chosen
from openkader.cli.kader_taking_over import plain
from openkader.cli.whole_files import written_whole
from openkader.cli.words import NAMES, Screen
from openkader.kader import Kader, Severity
from openkader.kader.soundness.proving import prove
from openkader.publication import kader_files
from openkader.publication.dmn import dmn_of
from openkader.publication.kader_files import Received

VERBS = ("export", "import", "key")
_WRITTEN = Text(
    nl="{file} geschreven: {kilobytes} kB. Ondertekend met de sleutel van deze installatie:\n  {key}\n"
    "Geef dit teken door langs een andere weg dan het bestand, bijvoorbeeld per telefoon.",
    en="{file} written: {kilobytes} kB. Signed with the key of this installation:\n  {key}\n"
    "Pass this mark on by another way than the file, for instance by telephone.",
)
_DRAWN = Text(nl="{0} geschreven: {1} kB, DMN 1.3.", en="{0} written: {1} kB, DMN 1.3.")
_KEY = Text(
    nl="De sleutel waarmee deze installatie ondertekent:\n  {key}",
    en="The key that this installation signs with:\n  {key}",
)
_LAID = Text(
    nl="{id} ligt in {folder}. Er is niets in werking getreden.\n"
    "Heeft uw organisatie al een kader, neem dit dan over als concept met --draft.",
    en="{id} lies in {folder}. Nothing came into force.\n"
    "If your organisation has a kader already, take this one over as a draft with --draft.",
)
_SIGNED = Text(
    nl="Het bestand zegt van ‘{publisher}’ te zijn. Het is ondertekend met de sleutel:\n  {key}",
    en="The file says that it is of ‘{publisher}’. It was signed with the key:\n  {key}",
)
_THERE = Text(nl="Het lag er al.", en="It was there already.")
_OWN = Text(
    nl="Dat is de sleutel van deze installatie zelf.", en="That is the key of this installation itself."
)
_TRUSTED = Text(nl="Dat is de sleutel die u noemde.", en="That is the key that you named.")
_NOT_TRUSTED = Text(
    nl="Of die sleutel te vertrouwen is, weet deze installatie niet.\n"
    "Vraag de afzender langs een andere weg om zijn teken, en geef het mee met --trust.",
    en="Whether that key is to be trusted, this installation does not know.\n"
    "Ask the sender by another way for their mark, and give it with --trust.",
)


def arguments(verbs: Any) -> None:
    """What the verbs take."""
    export = verbs.add_parser("export")
    export.add_argument("name")
    export.add_argument("--output", type=Path, metavar="FILE")
    export.add_argument("--dmn", action="store_true")
    taken = verbs.add_parser("import")
    taken.add_argument("file", type=Path)
    taken.add_argument("--trust", metavar="FINGERPRINT")
    kader_taking_over.arguments(taken)
    verbs.add_parser("key").add_argument("--new", action="store_true")


def run(options: argparse.Namespace, screen: Screen, chosen: Callable[[], Chosen]) -> int:
    """Hand a kader on, take one in, or show by which key others know this installation."""
    if options.verb == "export":
        return _export(options, chosen, screen)
    if options.verb == "import":
        return _import(options, screen)
    if options.new:
        _another()
    screen.line(_KEY.in_(screen.language).format(key=_own()))
    return 0


def _opened() -> bool:
    """Whether there is a register; it is then open, and of this version."""
    if not has_register():
        return False
    open_house()
    check_database()
    return True


def _key() -> Ed25519PrivateKey:
    """The key of this installation, from its register where there is one."""
    if not _opened():
        return kader_files.kept_key(data())
    from openkader.cli.importing import whoever
    from openkader.publication.kader_files.house_key import signing_key

    return signing_key(data(), by=whoever(), now=now())


def _another() -> None:
    if not _opened():
        (data() / kader_files.KEY_FILE).unlink(missing_ok=True)
        return
    from openkader.cli.importing import whoever
    from openkader.publication.kader_files.house_key import another_key

    another_key(data(), by=whoever(), now=now())


def _own() -> str:
    """The fingerprint of this installation."""
    return kader_files.shown(kader_files.fingerprint_of(kader_files.public_key(_key())))


def _export(options: argparse.Namespace, choose: Callable[[], Chosen], screen: Screen) -> int:
    """The signed file; or the tables alone as DMN, which is not signed and cannot be taken in again."""
    output: Path | None = options.output
    if output is None:
        raise Invalid([Problem("kader-file.no-output", "--output")])
    chosen = choose()
    if options.dmn:
        content, form = dmn_of(chosen.kader, screen.language), "dmn"
    else:
        content = kader_files.packed(chosen.kader, chosen.texts, _key())
        form = "kader"
    with written_whole(output, "kader-file.not-written") as file:
        file.write(content)
        _note(chosen.kader, form)  # without it nothing is written
    kilobytes = -(-len(content) // 1000)
    if options.dmn:
        screen.line(_DRAWN.in_(screen.language).format(output, kilobytes))
    else:
        screen.line(_WRITTEN.in_(screen.language).format(file=output, kilobytes=kilobytes, key=_own()))
    return 0


def _note(kader: Kader, form: str) -> None:
    """Let the trail know, where there is one."""
    if not _opened():
        return
    from openkader.cli.importing import whoever
    from openkader.register.services import note_kader_export

    note_kader_export(kader.id, kader.digest, form, by=whoever(), now=now())


def _import(options: argparse.Namespace, screen: Screen) -> int:
    """Take a kader in, say whose it is, and what the check finds in it; errors there do not lose it."""
    kader_taking_over.check(options)
    content = kader_files.content_of(options.file)
    found = kader_files.received(content, options.file.name, options.trust)
    if options.draft is not None:
        kader_taking_over.take_over(found, options, screen)
    else:
        laid = kader_files.lay_aside(found, data())
        screen.line(_LAID.in_(screen.language).format(id=found.kader.id, folder=laid.folder))
        if laid.was_there:
            screen.line(_THERE.in_(screen.language))
    _tell_whose(found, screen, is_trusted=options.trust is not None)
    findings = [one for one in prove(found.kader) if one.severity is not Severity.NOTE]
    for one in findings:
        severity = NAMES[one.severity].in_(screen.language)
        screen.line(plain(f"{severity}: {one.where}: {one.text.in_(screen.language)}"))
    return 1 if any(one.severity is Severity.ERROR for one in findings) else 0


def _tell_whose(found: Received, screen: Screen, *, is_trusted: bool) -> None:
    key = kader_files.shown(found.fingerprint)
    publisher = plain(found.kader.organisation.in_(screen.language))
    screen.line(_SIGNED.in_(screen.language).format(publisher=publisher, key=key))
    known = _TRUSTED if is_trusted else _OWN if key == _own() else _NOT_TRUSTED
    screen.line(known.in_(screen.language))
