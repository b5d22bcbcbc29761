"""``openkader demo``: the year 2024 of Zuid-Holland, from an empty folder to a page to look at."""

import argparse
import socket
from functools import partial
from pathlib import Path

from django.conf import settings
from django.urls import reverse

from openkader.base.text import Text
from openkader.cli import generating
from openkader.cli.before_serving import check_port
from openkader.cli.demo_accounts import demo_accounts
from openkader.cli.demo_evaluation import write_practice
from openkader.cli.demo_missions import prepare_missions
from openkader.cli.demo_screening import REQUEST, prepare_screening, screen_on
from openkader.cli.demo_work import give_out_work
from openkader.cli.demo_years import take_over_example
from openkader.cli.house import bring_up_to_date
from openkader.cli.serving import serve
from openkader.cli.words import Screen

YEAR = Path("zuid-holland", "registers", "2024.yaml")
PRACTICE = YEAR.with_name("fictief-2025.yaml")  # after the missions, of which it takes the parties
# A browser makes a passkey for a name, and for no bare number. A name may lead to either number, so both are served.
NAME = "localhost"
HERE, ALSO_HERE = (socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")
LOOK = Text(
    nl="""
Open Kader staat klaar. Kijk op:
  {year}
    het jaar 2024
  {evaluation}
    de evaluatie; klik op 27 en zie waarom het register 18 tot en met 37 zegt
  {kader}
    het kader
  {delegation}
    een verzonnen delegatie, gescreend met een verzonnen lijst; aanmelden kan met een klik
Alles wat dit programma schrijft, staat in {data}. Stoppen: Ctrl-C.
""",
    en="""
Open Kader is ready. Look at:
  {year}
    the year 2024
  {evaluation}
    the evaluation; click 27 and see why the register says 18 to 37
  {kader}
    the kader
  {delegation}
    a made-up delegation, screened with a made-up list; signing in takes one press
All that this program writes lies in {data}. Stop with Ctrl-C.
""",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    verbs = parser.add_subparsers(dest="verb", metavar="generate")
    generating.arguments(verbs.add_parser("generate"))
    parser.add_argument("--no-serve", action="store_true")
    parser.add_argument("--port", type=int, default=8000, metavar="N")


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Prepare what is not there yet, then serve until somebody stops it; or make cases up."""
    if options.verb:
        return generating.run(options, screen)
    places = [] if options.no_serve else _places(options.port)
    bring_up_to_date()
    screen.line(take_over_example(YEAR, screen.language))
    screen.line(prepare_screening(screen.language))
    screen.line(prepare_missions(screen.language))
    screen.line(take_over_example(PRACTICE, screen.language))
    write_practice()
    if not options.no_serve:
        settings.OPENKADER_DEMO_ACCOUNTS = demo_accounts()
        settings.OPENKADER_CONFIRM_MINUTES = 0  # the passwords stand on the page where one signs in
        give_out_work()
        ready = _what_to_look_at(options.port, screen.language)
        serve(places, ready=ready, beside=partial(screen_on, screen))
    return 0


def _what_to_look_at(port: int, language: str) -> str:
    """The addresses of the pages that show what the house does."""
    server = f"http://{NAME}:{port}"
    return LOOK.in_(language).format(
        year=server + reverse("year", args=[2024]),
        evaluation=server + reverse("evaluation", args=[2024]),
        kader=server + reverse("kader", args=["zuid-holland", "2024-01-01"]),
        delegation=server + reverse("delegation", args=[REQUEST]),
        data=settings.OPENKADER_DATA,
    )


def _places(port: int) -> list[str]:
    """Where the pages will be served; whether the port is free there is found out before anything else."""
    check_port(HERE[0], (HERE[1], port))
    places = [f"{HERE[1]}:{port}"]
    if _has(*ALSO_HERE):
        check_port(ALSO_HERE[0], (ALSO_HERE[1], port))
        places.append(f"[{ALSO_HERE[1]}]:{port}")
    return places


def _has(family: socket.AddressFamily, host: str) -> bool:
    """Whether this machine knows such addresses at all."""
    try:
        with socket.socket(family) as probe:
            probe.bind((host, 0))
    except OSError:
        return False
    return True
