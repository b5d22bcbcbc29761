"""`openkader screening report`: how often harmless people raise an alert, by the origin of their names."""

import argparse
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from openkader.base.text import Text
from openkader.cli import list_folder
from openkader.cli.house import check_database, now, open_house
from openkader.cli.list_folder import of_folder
from openkader.cli.progress import Progress
from openkader.cli.words import Screen
from openkader.screening.evidence import Screens
from openkader.screening.fairness import FairnessReport, Row, fairness
from openkader.screening.origins import SCRIPTS, TITLES, Named, invented_names, read_names

HEAD = Text(
    nl="herkomst van de naam                      namen  overeenkomst  nakijken  van de honderd (95 % zeker)",
    en="origin of the name                        names         match  to check  of a hundred (95 % sure)",
)
ROW = "{title:<40}{n:>7}{match:>14}{check:>10}  {low:.1f} - {high:.1f}{remark}"
WORSE_OFF = Text(nl="  vaker dan de rest", en="  more often than the rest")
NAMESAKES = Text(
    nl="{number} namen zijn gelijk aan die van iemand op een lijst; zij tellen niet mee.",
    en="{number} names are the same as that of somebody on a list; they are not counted.",
)
KEPT = Text(nl="Bewaard voor de pagina.", en="Kept for the page.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="report")
    report = verbs.add_parser("report")
    report.add_argument("--names", type=Path, metavar="FOLDER")
    list_folder.arguments(report)
    report.add_argument("--json", action="store_true")


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Count, show, and keep for the page; a count against other lists than those in force is not kept."""
    moment = now()
    if options.lists:
        found = _counted(of_folder(options, screen), options.names, moment)
    else:
        open_house()
        check_database()
        from openkader.cli.importing import whoever
        from openkader.register.screeners import screener
        from openkader.register.services import keep_screening_count

        found = _counted(screener(), options.names, moment)
        keep_screening_count(found.as_json(), by=whoever(), now=moment)
    if options.json:
        screen.line(found.as_json().rstrip())
        return 0
    screen.lines(_table(found, screen.language))
    if not options.lists:
        screen.line(KEPT.in_(screen.language))
    return 0


def _counted(screens: Screens, names: Path | None, moment: datetime) -> FairnessReport:
    asked = read_names(names) if names else invented_names()
    return fairness(_with_progress(asked), screens, moment)


def _with_progress(names: Iterable[Named]) -> Iterator[Named]:
    with Progress("report") as bar:
        for number, named in enumerate(names, start=1):
            yield named
            bar.show(number, None)


def _table(found: FairnessReport, language: str) -> Iterator[str]:
    yield HEAD.in_(language)
    for row in sorted(found.rows, key=lambda row: -row.interval[0]):
        low, high = (100 * end for end in row.interval)
        yield ROW.format(
            title=_title(row, language),
            n=row.n,
            match=row.match,
            check=row.check,
            low=low,
            high=high,
            remark=WORSE_OFF.in_(language) if row.is_worse_off else "",
        )
    namesakes = sum(row.namesakes for row in found.rows)
    if namesakes:
        yield NAMESAKES.in_(language).format(number=namesakes)


def _title(row: Row, language: str) -> str:
    origin = TITLES.get(row.origin)
    return f"{origin.in_(language) if origin else row.origin}, {SCRIPTS[row.script].in_(language)}"
