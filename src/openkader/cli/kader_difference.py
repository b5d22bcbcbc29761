"""`openkader kader diff A B`: what a version changes, for a reader or for another program."""

import argparse
import json
from collections.abc import Iterator, Mapping

from openkader.base.text import Text
from openkader.cli.words import Screen, indented
from openkader.kader import Kader
from openkader.kader.facts import stored
from openkader.kader.soundness.difference import Difference, OutcomeChange, RuleChange, difference
from openkader.kader.soundness.difference_words import STATES, DifferenceWords, Told
from openkader.kader.soundness.regions import Cover, Region

_EXAMPLE = Text(nl="Voorbeeld: {0}", en="Example: {0}")
_PROPOSAL = Text(nl="Het voorstel", en="The proposal")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes beside the older version."""
    parser.add_argument("other")
    parser.add_argument("--json", action="store_true")


def run(older: Kader, newer: Kader, options: argparse.Namespace, screen: Screen) -> int:
    """Say the difference; exit code 0 when at most words differ."""
    found = difference(older, newer)
    words = DifferenceWords(found, screen.language)
    if options.json:
        screen.line(json.dumps(_document(found, words), ensure_ascii=False, indent=1, default=stored))
    else:
        screen.lines(_text(found, words, screen.language))
    return 0 if found.is_equivalent else 1


def _text(found: Difference, words: DifferenceWords, language: str) -> Iterator[str]:
    yield f"# {found.older.id} → {found.newer.id}"
    yield f"\n{words.headline}"
    if found.outcomes:
        yield ""
        yield from indented(words.word("meaning"))
        yield f"\n## {_PROPOSAL.in_(language)}"
    for change in found.outcomes:
        yield f"\n{words.pair(change)}: {words.size(change.region)}."
        yield from _region(change, words, language)
    for title, parts in words.parts():
        yield f"\n## {title}\n"
        for part in parts:
            yield from _part(part, language)


def _region(change: OutcomeChange, words: DifferenceWords, language: str) -> Iterator[str]:
    region = change.region
    if region.only_open:
        yield from indented(words.only_open(region))
    clauses = words.descriptions(region.short)
    yield from indented(f"{words.opening(change, region.short)}{':' if clauses else '.'}")
    for clause in clauses:
        yield from indented(f"- {clause}")
    yield from indented(_EXAMPLE.in_(language).format("; ".join(words.witness(region))))


def _part(part: Told, language: str) -> Iterator[str]:
    name = f"{part.key.name}: " if part.key.name and part.key.name != part.title else ""
    yield f"- {name}{part.title} ({STATES[part.state].in_(language)})"
    for line in part.lines:
        yield from indented(f"  {line}")


def _document(found: Difference, words: DifferenceWords) -> Mapping[str, object]:
    return {
        "older": found.older.id,
        "newer": found.newer.id,
        "equivalent": found.is_equivalent,
        "summary": words.headline,
        "not_worked_out": list(found.unsaid),
        "cases": found.number,
        "matrix": [
            {"was": was, "becomes": becomes, "cases": number}
            for (was, becomes), number in found.matrix.items()
        ],
        "outcomes": [_outcome_document(change, words) for change in found.outcomes],
        "rules": [_rule_document(rule) for rule in found.rules],
        "parts": [
            {
                "part": part.key.part,
                "name": part.key.name,
                "state": part.state,
                "title": part.title,
                "lines": part.lines,
            }
            for _, parts in words.parts()
            for part in parts
        ],
        "changed_types": [{"fact": one.fact, "was": one.was, "becomes": one.becomes} for one in found.types],
    }


def _outcome_document(change: OutcomeChange, words: DifferenceWords) -> Mapping[str, object]:
    return {
        "was": change.was,
        "becomes": change.becomes,
        **_region_document(change.region),
        "short": _cover(change.region.short, words),
        "whole": _cover(change.region.whole, words),
    }


def _rule_document(rule: RuleChange) -> Mapping[str, object]:
    return {
        "part": rule.key.part,
        "name": rule.key.name,
        "value": rule.key.value,
        "gained": _region_document(rule.gained),
        "lost": _region_document(rule.lost),
    }


def _region_document(region: Region | None) -> dict[str, object]:
    if region is None:
        return {}
    witness = {name: value for name, value in region.witness.items() if value is not None}
    return {
        "cases": region.number,
        "share": region.share,
        "only_open": region.only_open,
        "witness": witness,
    }


def _cover(cover: Cover, words: DifferenceWords) -> dict[str, object]:
    return {
        "among": cover.among,
        "rest": cover.rest,
        "descriptions": [
            {"text": text, "share": piece.share}
            for text, piece in zip(words.descriptions(cover), cover.pieces, strict=False)
        ],
    }
