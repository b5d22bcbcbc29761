"""``openkader demo generate N``: so many made-up cases, to practise with or to see how fast it stays."""

import argparse

from django.db import connection
from django.utils import timezone

from openkader.base.errors import Invalid, Problem
from openkader.base.text import Text
from openkader.casework.vocabulary import AccountRole
from openkader.cli.fictional_cases import Plan, chunks, prefix
from openkader.cli.house import bring_up_to_date, now
from openkader.cli.progress import Progress
from openkader.cli.words import Screen
from openkader.kader import Assessor
from openkader.register import services
from openkader.register.accounts import accounts
from openkader.register.kaders import assessor_of

BY = "demo"
MOST = 1_000_000
DONE = Text(
    nl="{number} verzonnen zaken staan klaar, elk met ‘{mark}’ in de titel. Hun nummers beginnen met {prefix}.",
    en="{number} made-up cases are ready, each with ‘{mark}’ in its title. Their numbers begin with {prefix}.",
)
MARKS = Text(nl="Fictief", en="Fictional")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("number", type=int, metavar="N")
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument("--kader", default="zuid-holland", metavar="NAME")


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Enter the cases some thousand at a time, each time all or none."""
    if not 0 < options.number <= MOST:
        raise Invalid([Problem("demo.number", "N", {"most": f"{MOST}"})])
    if not 0 <= options.seed <= MOST:
        raise Invalid([Problem("demo.number", "--seed", {"most": f"{MOST}"})])
    bring_up_to_date()
    generate(options.number, options.seed, assessor_of(options.kader))
    words = {"number": options.number, "prefix": prefix(options.seed), "mark": MARKS.in_(screen.language)}
    screen.line(DONE.in_(screen.language).format(**words))
    return 0


def generate(number: int, seed: int, assessor: Assessor) -> None:
    """The same cases for the same seed; a seed that was used before is refused."""
    moment = now()
    source = services.enter_fictional_source(prefix(seed), number, assessor=assessor, by=BY, now=moment)
    advisers = [row.name for row in accounts() if row.is_open and AccountRole.ADVISER in row.roles]
    plan = Plan(
        source=source,
        number=number,
        seed=seed,
        kader=assessor.kader,
        assignees=advisers,
        today=timezone.localdate(moment),
    )
    done = 0
    with Progress("generate") as bar:
        for some in chunks(plan):
            services.enter_fictional_cases(some, assessor=assessor, by=BY, now=moment)
            done += len(some.cases)
            bar.show(done, number)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # so that the database knows at once how much there is of what
