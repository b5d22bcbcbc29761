"""`openkader evaluate check FILE`: what the register says of the claims of a published evaluation."""

import argparse
import json
import textwrap
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from openkader.base.text import Text
from openkader.casework.permissions import HOUSE
from openkader.cli.comparing import misread
from openkader.cli.words import WIDTH, Screen
from openkader.evaluation.claims.checking import ORDER, Checked, check_claims, read_claims
from openkader.evaluation.claims.holding import Bearing, Side
from openkader.evaluation.claims.judging import Verdict
from openkader.evaluation.claims.model import ClaimsFile, FiledClaim
from openkader.evaluation.claims.plain import as_json
from openkader.evaluation.explaining import STATUS_NAMES
from openkader.evaluation.verdict import Status
from openkader.register.replica import read_from_replica

SIDES = {
    Side.COUNTS: Text(nl="telt", en="counts"),
    Side.MAY_COUNT: Text(nl="telt misschien", en="may count"),
    Side.LEFT_OUT: Text(nl="telt niet", en="does not count"),
    Side.DIFFERS: Text(nl="telt bij de een en niet bij de ander", en="counts for one and not for the other"),
}
_ROWS = 8
_MISSING = Text(nl="Wat ontbreekt: ", en="What is missing: ")
_REMARK = Text(nl="Opmerking: ", en="Remark: ")
_MADE_UP = Text(nl="Deze beweringen zijn verzonnen.", en="These claims were made up.")


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Print the verdicts; 1 when the register contradicts one of the claims."""
    if len(options.more) != 1 or options.format == "html":
        raise misread(f"check {' '.join(options.more)} --format {options.format}")
    file = read_claims(Path(options.more[0]))
    lines, is_contradicted = read_from_replica(lambda: _checked(file, options.format, screen.language))
    screen.lines(lines)
    return 1 if is_contradicted else 0


def _checked(file: ClaimsFile, form: str, language: str) -> tuple[list[str], bool]:
    """What is found, in words, and whether the register contradicts any of it."""
    checked = check_claims(file, reader=HOUSE)
    if form == "json":
        lines = [json.dumps(as_json(checked), ensure_ascii=False, indent=2)]
    else:
        lines = list(_table(checked, language))
    return lines, bool(checked.with_status(Status.CONTRADICTED))


def _table(checked: Checked, language: str) -> Iterator[str]:
    file = checked.file
    yield f"{file.title.in_(language)} · {file.organisation.in_(language)}"
    yield f"{file.year} · {file.kader.id}"
    if file.fictional:
        yield _MADE_UP.in_(language)
    if file.note:
        yield from textwrap.wrap(file.note.in_(language), WIDTH)
    tally = Counter(verdict.status for _, verdict in checked.verdicts)
    yield ", ".join(f"{tally[status]} {STATUS_NAMES[status].in_(language)}" for status in ORDER)
    for status in ORDER:
        found = checked.with_status(status)
        if found:
            yield f"\n{STATUS_NAMES[status].in_(language).upper()}"
        for claim, verdict in found:
            yield from _claim(checked, claim, verdict, language)


def _claim(checked: Checked, claim: FiledClaim, verdict: Verdict, language: str) -> Iterator[str]:
    place = f" ({claim.chapter})" if claim.chapter else ""
    yield from _wrapped(f"“{claim.sentence}”{place}", f"\n{claim.reference}  ", "    ")
    yield from _wrapped(verdict.said.in_(language), "  → ", "    ")
    for words in verdict.missing:
        yield from _wrapped(_MISSING.in_(language) + words.in_(language), "    ", "      ")
    for bearing in verdict.rows[:_ROWS]:
        yield f"    - {_row(checked, bearing, language)}"
    if len(verdict.rows) > _ROWS:
        yield f"      … (+{len(verdict.rows) - _ROWS})"
    if claim.remark:
        yield from _wrapped(_REMARK.in_(language) + claim.remark.in_(language), "    ", "      ")


def _row(checked: Checked, bearing: Bearing, language: str) -> str:
    row, label = bearing.row, checked.labels.get(bearing.row.reference)
    number = "" if row.number == 1 else f" ({'?' if row.number is None else row.number})"
    named = f" {label.in_(language)}" if label else ""
    return f"{row.reference}{number}{named}: {SIDES[bearing.side].in_(language)}"


def _wrapped(words: str, first: str, later: str) -> Iterator[str]:
    yield from textwrap.wrap(words, WIDTH - 2, initial_indent=first, subsequent_indent=later)
