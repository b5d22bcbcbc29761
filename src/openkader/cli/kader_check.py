"""`openkader kader check`: what is wrong with a kader, with an example of each thing, and exit code 1 for an error."""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openkader.base.text import Text
from openkader.cli.kader_choice import Chosen
from openkader.cli.pack import check_pack
from openkader.cli.source_texts import SourceTexts, source_text
from openkader.cli.words import NAMES, Screen
from openkader.kader import Finding, Kader, Severity
from openkader.kader.explaining import shown_with
from openkader.kader.facts import stored
from openkader.kader.places import Places, place_of, places_of
from openkader.kader.quoting import LookedUp, absent_findings
from openkader.kader.soundness.proving import prove
from openkader.kader.succession import check_succession

_NOTES = Text(
    nl="  {0} aantekening(en) over regels die samen gelden: laat ze zien met --notes.",
    en="  {0} note(s) on rows that hold together: show them with --notes.",
)
_LOOKED_UP = Text(
    nl="  {0}: {1} letterlijke passage(s) nagezocht in {2}, {3} niet gevonden.",
    en="  {0}: {1} literal passage(s) looked up in {2}, {3} not found.",
)
_NOT_LOOKED_UP = Text(
    nl="  {0} letterlijke passage(s) niet nagezocht: geef de tekst van hun bron met --source ID=BESTAND.",
    en="  {0} literal passage(s) not looked up: give the text of their source with --source ID=FILE.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Checked:
    """A version with what was found in it, and the passages that were looked up and those that were not."""

    kader: Kader
    findings: Sequence[Finding]
    places: Places
    looked_up: Sequence[LookedUp]
    not_looked_up: int


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the verb takes beside the name."""
    for option in ("--json", "--notes", "--strict"):
        parser.add_argument(option, action="store_true")
    parser.add_argument("--source", type=source_text, action="append", default=[], metavar="ID=FILE")


def check(chosen: Sequence[Chosen], options: argparse.Namespace, screen: Screen) -> int:
    """Each version, and once what each organisation keeps beside its versions."""
    sources = SourceTexts.read(options.source, [one.kader for one in chosen])
    for organisation in sorted({one.organisation for one in chosen}):
        here = [one for one in chosen if one.organisation == organisation]
        for one in here:
            if one.folder:
                check_succession(one.folder, one.kader)
        check_pack(organisation, [one.kader for one in here])
    checked = [_checked(one, sources) for one in chosen]
    if options.json:
        screen.line(json.dumps([_as_json(one) for one in checked], ensure_ascii=False, indent=2))
    else:
        for found in checked:
            screen.lines(_told(found, screen.language, notes=options.notes))
    wrong = {Severity.ERROR, Severity.WARNING} if options.strict else {Severity.ERROR}
    return int(any(one.severity in wrong for found in checked for one in found.findings))


def _checked(chosen: Chosen, sources: SourceTexts) -> _Checked:
    looked_up, left = sources.look_up(chosen)
    return _Checked(
        kader=chosen.kader,
        findings=[*absent_findings(looked_up), *prove(chosen.kader)],
        places=places_of(chosen.texts),
        looked_up=looked_up,
        not_looked_up=left,
    )


def _told(found: _Checked, language: str, *, notes: bool) -> Iterator[str]:
    kader, findings = found.kader, found.findings
    shown = [one for one in findings if notes or one.severity is not Severity.NOTE]
    for one in shown:
        yield f"{NAMES[one.severity].in_(language)}: {place_of(one, found.places)}: {one.text.in_(language)}"
        if one.cases:
            yield f"  {shown_with(kader, one, language)}"
    if len(shown) < len(findings):
        yield _NOTES.in_(language).format(len(findings) - len(shown))
    for one_source in found.looked_up:
        words = _LOOKED_UP.in_(language)
        absent = len(one_source.absent)
        yield words.format(one_source.source, one_source.number, one_source.document, absent)
    if found.not_looked_up:
        yield _NOT_LOOKED_UP.in_(language).format(found.not_looked_up)
    number = {severity: sum(one.severity is severity for one in findings) for severity in Severity}
    yield Text(
        nl=f"{kader.id}: {len(kader.proposal)} regels, {len(kader.action_lines)} actielijnen, "
        f"{len(kader.measures)} maatregelen, {len(kader.figures)} cijfers, {len(kader.scenarios)} voorbeelden. "
        f"{number[Severity.ERROR]} fout(en), {number[Severity.WARNING]} waarschuwing(en).",
        en=f"{kader.id}: {len(kader.proposal)} rules, {len(kader.action_lines)} action lines, "
        f"{len(kader.measures)} measures, {len(kader.figures)} figures, {len(kader.scenarios)} examples. "
        f"{number[Severity.ERROR]} error(s), {number[Severity.WARNING]} warning(s).",
    ).in_(language)


def _as_json(found: _Checked) -> Mapping[str, Any]:
    return {
        "kader": found.kader.id,
        "digest": found.kader.digest,
        "passages": {
            "looked_up": [
                {
                    "source": one.source,
                    "document": one.document,
                    "cited": one.number,
                    "absent": len(one.absent),
                }
                for one in found.looked_up
            ],
            "not_looked_up": found.not_looked_up,
        },
        "findings": [
            {
                "severity": one.severity,
                "code": one.code,
                "where": one.where,
                "place": place_of(one, found.places),
                "text": {"nl": one.text.nl, "en": one.text.en},
                "cases": [{name: stored(value) for name, value in case.items()} for case in one.cases],
            }
            for one in found.findings
        ],
    }
