"""`openkader kader check`: what is wrong with a kader, with an example of each thing, and exit code 1 for an error."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.cli.pack import check_pack
from openkader.cli.words import NAMES, Screen
from openkader.kader import Facts, Finding, Kader, Severity, load_kader
from openkader.kader.facts import stored
from openkader.kader.soundness.proving import prove
from openkader.kader.succession import check_succession

_EXAMPLE = Text(nl="bijvoorbeeld", en="for example")
_THEN = Text(nl="en dan", en="and then")
_ALWAYS = Text(nl="in elke zaak", en="in every case")
_NOTES = Text(
    nl="  {0} aantekening(en) over regels die samen gelden: laat ze zien met --notes.",
    en="  {0} note(s) on rows that hold together: show them with --notes.",
)


def check(folders: list[Path], screen: Screen, *, as_json: bool, notes: bool, strict: bool) -> int:
    """Each version, and once what each organisation keeps beside its versions."""
    kaders = {folder: load_kader(folder) for folder in folders}
    found = {kader.id: (kader, prove(kader)) for kader in kaders.values()}
    for organisation in sorted({folder.parent for folder in folders}):
        for folder, kader in kaders.items():
            if folder.parent == organisation:
                check_succession(folder, kader)
        check_pack(organisation, [kader for folder, kader in kaders.items() if folder.parent == organisation])
    if as_json:
        told = [_as_json(*one) for one in found.values()]
        screen.line(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        for kader, findings in found.values():
            screen.lines(_told(kader, findings, screen.language, notes=notes))
    wrong = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(one.severity in wrong for _, findings in found.values() for one in findings))


def all_versions(packs: Path) -> list[Path]:
    """Every version of every organisation."""
    folders = sorted(path for path in packs.glob("*/????-??-??") if path.is_dir())
    if not folders:
        raise NotFound("kader", str(packs))
    return folders


def _told(kader: Kader, findings: list[Finding], language: str, *, notes: bool) -> Iterator[str]:
    shown = [one for one in findings if notes or one.severity is not Severity.NOTE]
    for one in shown:
        yield f"{NAMES[one.severity].in_(language)}: {one.where}: {one.text.in_(language)}"
        if one.cases:
            cases = f"; {_THEN.in_(language)} ".join(_in_words(kader, case, language) for case in one.cases)
            yield f"  {_EXAMPLE.in_(language)} {cases}"
    if len(shown) < len(findings):
        yield _NOTES.in_(language).format(len(findings) - len(shown))
    number = {severity: sum(one.severity is severity for one in findings) for severity in Severity}
    yield Text(
        nl=f"{kader.id}: {len(kader.proposal)} regels, {len(kader.action_lines)} actielijnen, "
        f"{len(kader.measures)} maatregelen, {len(kader.figures)} cijfers, {len(kader.scenarios)} voorbeelden. "
        f"{number[Severity.ERROR]} fout(en), {number[Severity.WARNING]} waarschuwing(en).",
        en=f"{kader.id}: {len(kader.proposal)} rules, {len(kader.action_lines)} action lines, "
        f"{len(kader.measures)} measures, {len(kader.figures)} figures, {len(kader.scenarios)} examples. "
        f"{number[Severity.ERROR]} error(s), {number[Severity.WARNING]} warning(s).",
    ).in_(language)


def _in_words(kader: Kader, case: Facts, language: str) -> str:
    """A case as a person reads it: each answer beside its question."""
    answers = (
        f"{kader.facts[name].label.in_(language)}: {kader.facts[name].say(value, language)}"
        for name, value in case.items()
    )
    return ", ".join(answers) or _ALWAYS.in_(language)


def _as_json(kader: Kader, findings: list[Finding]) -> Mapping[str, Any]:
    return {
        "kader": kader.id,
        "digest": kader.digest,
        "findings": [
            {
                "severity": one.severity,
                "code": one.code,
                "where": one.where,
                "text": {"nl": one.text.nl, "en": one.text.en},
                "cases": [{name: stored(value) for name, value in case.items()} for case in one.cases],
            }
            for one in findings
        ],
    }
