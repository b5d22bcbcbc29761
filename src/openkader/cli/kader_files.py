"""`openkader kader export|import|key`: a kader as one signed file, for another organisation."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openkader.base.errors import Invalid, Problem
from openkader.base.text import Text
from openkader.cli.house import data
from openkader.cli.kader_choice import Chosen
from openkader.cli.whole_files import written_whole
from openkader.cli.words import NAMES, Screen
from openkader.kader import Severity
from openkader.kader.soundness.proving import prove
from openkader.publication import kader_files
from openkader.publication.dmn import dmn_of

VERBS = ("export", "import", "key")
_WRITTEN = Text(
    nl="{file} geschreven: {kilobytes} kB. Ondertekend met de sleutel van deze installatie:\n  {key}\n"
    "Geef dit teken door langs een andere weg dan het bestand, bijvoorbeeld per telefoon.",
    en="{file} written: {kilobytes} kB. Signed with the key of this installation:\n  {key}\n"
    "Pass this mark on by another way than the file, for instance by telephone.",
)
_DRAWN = Text(nl="{0} geschreven: {1} kB, DMN 1.3.", en="{0} written: {1} kB, DMN 1.3.")
_KEY = Text(
    nl="De sleutel waarmee deze installatie ondertekent:\n  {key}\nHet bestand met de geheime helft: {file}",
    en="The key that this installation signs with:\n  {key}\nThe file with its secret half: {file}",
)
_TAKEN = Text(
    nl="{id} ligt als concept in {folder}. Er is niets in werking getreden.\n"
    "Het bestand zegt van ‘{publisher}’ te zijn. Het is ondertekend met de sleutel:\n  {key}",
    en="{id} lies as a draft in {folder}. Nothing came into force.\n"
    "The file says that it is of ‘{publisher}’. It was signed with the key:\n  {key}",
)
_THERE = Text(nl="Dit concept lag er al.", en="This draft was there already.")
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
    verbs.add_parser("key")


def run(options: argparse.Namespace, screen: Screen, chosen: Callable[[], Chosen]) -> int:
    """Hand a kader on, take one in, or show by which key others know this installation."""
    if options.verb == "export":
        return (_export_dmn if options.dmn else _export)(_named(options.output), chosen(), screen)
    if options.verb == "import":
        return _import(options, screen)
    screen.line(_KEY.in_(screen.language).format(key=_own(), file=data() / kader_files.KEY_FILE))
    return 0


def _own() -> str:
    """The fingerprint of this installation."""
    public = kader_files.public_key(kader_files.kept_key(data()))
    return kader_files.shown(kader_files.fingerprint_of(public))


def _named(output: Path | None) -> Path:
    if output is None:
        raise Invalid([Problem("kader-file.no-output", "--output")])
    return output


def _export_dmn(output: Path, chosen: Chosen, screen: Screen) -> int:
    """The tables alone, for a tool that draws or runs decisions; such a file is not signed and cannot be taken in."""
    content = dmn_of(chosen.kader, screen.language)
    with written_whole(output, "kader-file.not-written") as file:
        file.write(content)
    screen.line(_DRAWN.in_(screen.language).format(output, -(-len(content) // 1000)))
    return 0


def _export(output: Path, chosen: Chosen, screen: Screen) -> int:
    content = kader_files.packed(chosen.kader, chosen.texts, kader_files.kept_key(data()))
    with written_whole(output, "kader-file.not-written") as file:
        file.write(content)
    words = {"file": output, "kilobytes": -(-len(content) // 1000), "key": _own()}
    screen.line(_WRITTEN.in_(screen.language).format(**words))
    return 0


def _import(options: argparse.Namespace, screen: Screen) -> int:
    """Take a kader in, say whose it is, and what the check finds in it; errors there do not lose the draft."""
    taken = kader_files.take_in(options.file, data(), options.trust)
    key = kader_files.shown(taken.fingerprint)
    publisher = _plain(taken.kader.organisation.in_(screen.language))
    words = {"id": taken.kader.id, "folder": taken.folder, "publisher": publisher, "key": key}
    screen.line(_TAKEN.in_(screen.language).format(**words))
    if taken.was_there:
        screen.line(_THERE.in_(screen.language))
    known = _TRUSTED if taken.is_trusted else _OWN if key == _own() else _NOT_TRUSTED
    screen.line(known.in_(screen.language))
    findings = [one for one in prove(taken.kader) if one.severity is not Severity.NOTE]
    for one in findings:
        severity = NAMES[one.severity].in_(screen.language)
        screen.line(_plain(f"{severity}: {one.where}: {one.text.in_(screen.language)}"))
    return 1 if any(one.severity is Severity.ERROR for one in findings) else 0


def _plain(words: str) -> str:
    """What somebody else wrote, without signs that move a cursor or colour a screen."""
    return "".join(sign if sign.isprintable() else "·" for sign in words)
