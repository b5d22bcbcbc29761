"""`openkader kader replay OLD NEW`: all past cases under another kader, and what becomes of each."""

import argparse
import json
import shutil
import tempfile
from codecs import getwriter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from openkader.base.errors import Refusal, Refused, Unavailable
from openkader.cli.case_file import read_cases
from openkader.cli.house import check_database, now, open_house
from openkader.cli.progress import Progress
from openkader.cli.replay_table import KEPT, STOPPED, WRITTEN, table
from openkader.cli.stopping import Stop
from openkader.cli.whole_files import written_whole
from openkader.cli.words import Screen
from openkader.kader import Assessor, Kader
from openkader.kader.replaying import CHUNK, Case, Changed, Replay, in_chunks, report


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes beside the two kaders."""
    parser.add_argument("new", metavar="NEW")
    chosen = parser.add_mutually_exclusive_group()
    chosen.add_argument("--cases", type=Path, metavar="FILE")
    chosen.add_argument(
        "--register", action="store_true", help="the cases of the register (what it does by itself)"
    )
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--output", type=Path, metavar="FILE")


def run(old: Kader, new: Kader, options: argparse.Namespace, screen: Screen) -> int:
    """Replay, show, and keep what was asked for; what is stopped on the way is said and not kept."""
    if options.output and not options.output.parent.is_dir():
        raise Unavailable("evaluation.no-folder", {"folder": str(options.output.parent)})
    if options.keep and options.cases:
        raise Refused(Refusal("kader-replay.keeps-register"))
    found, changes = Replay(Assessor(old), Assessor(new)), list[tuple[str, int]]()
    end, cases = _file(options.cases) if options.cases else _register(old)
    with tempfile.TemporaryFile("w+", encoding="utf-8") as file, Stop().on_signals():
        try:
            for changed in _write(file, found, _watched(cases, end), options.cases):
                if options.keep:
                    changes.append((changed.reference, changed.difference.number))
        except KeyboardInterrupt:
            tally = found.tally
            screen.complain(STOPPED.in_(screen.language).format(tally.cases, tally.changed))
            raise
        if options.output:
            _keep(file, options.output)
        if options.keep:
            _keep_in_register(found, changes, screen)
        _show(file, found, options, screen)
    return 0


def _register(old: Kader) -> tuple[int | None, Iterator[Case]]:
    """The cases of the register, of the organisation whose kader it is; the house sees them all."""
    open_house()
    check_database()
    from openkader.casework.permissions import HOUSE
    from openkader.register.kader_replays import organisation_here
    from openkader.register.selectors.past_cases import how_many_past_cases, past_cases

    whose = organisation_here(old.id)
    return how_many_past_cases(reader=HOUSE, organisation=whose), past_cases(reader=HOUSE, organisation=whose)


def _file(path: Path) -> tuple[int | None, Iterator[Case]]:
    return None, read_cases(path)


def _watched(cases: Iterable[Case], end: int | None) -> Iterator[Case]:
    with Progress("replay") as bar:
        for number, case in enumerate(cases, 1):
            yield case
            if not number % 1024:
                bar.show(number, end)


def _write(file: IO[str], found: Replay, cases: Iterator[Case], source: Path | None) -> Iterator[Changed]:
    """The whole account as JSON, a changed case a line, so that not all need be held in memory; each is passed on."""
    head = {**report.kaders(found), "at": now().isoformat(), "of": source.name if source else "register"}
    file.write(f'{{"replay": {_said(head)},\n"changes": [')
    parts = "\n"
    for some in in_chunks(cases, CHUNK):
        for changed in found.take(some):
            file.write(parts + _said(report.case(changed)))
            parts = ",\n"
            yield changed
    file.write("\n],\n" + _said(report.summary(found))[1:] + "\n")


def _said(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)


def _keep_in_register(found: Replay, changes: list[tuple[str, int]], screen: Screen) -> None:
    """Beside the replays of the studio; who gave the command stands with it."""
    from openkader.cli.importing import whoever
    from openkader.register import services
    from openkader.register.kader_replays import kept_by

    reference = services.keep_kader_replay(kept_by(found, changes), by=whoever(), now=now())
    screen.complain(KEPT.in_(screen.language).format(reference))


def _keep(file: IO[str], path: Path) -> None:
    file.seek(0)
    with written_whole(path, "evaluation.not-written") as kept:
        shutil.copyfileobj(file, getwriter("utf-8")(kept))


def _show(file: IO[str], found: Replay, options: argparse.Namespace, screen: Screen) -> None:
    if options.json and not options.output:
        file.seek(0)
        for line in file:
            screen.line(line.rstrip("\n"))
        return
    if options.json:
        screen.line(_said({"replay": report.kaders(found), **report.summary(found)}))
        return
    screen.lines(table(found, screen.language))
    if options.output:
        screen.line(WRITTEN.in_(screen.language).format(options.output))
