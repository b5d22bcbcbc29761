"""`openkader evaluate YEAR`: the account of a year as a table, as data, or as a page; `compare` and `check` do more."""

import argparse
import json
import textwrap
from collections.abc import Iterator

from openkader.casework.permissions import HOUSE, NOBODY
from openkader.cli import claims, comparing, open_data, papers
from openkader.cli.words import NAMES, Screen
from openkader.evaluation.account import Account, FigureOfYear, account_of, as_json
from openkader.evaluation.explaining import STATUS_NAMES, explain_claim, explain_count, say_count
from openkader.publication.page import account_page
from openkader.register.replica import read_from_replica

# What can stand in the place of a year, and does something else.
VERBS = {"compare": comparing.run, "check": claims.run}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("year", type=year, metavar="YEAR|compare|check")
    parser.add_argument("more", nargs="*", metavar="YEAR|FILE")
    parser.add_argument("--format", choices=("table", "json", "html", "pdf", "docx"), default="table")
    papers.arguments(parser)
    open_data.arguments(parser)


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Print the account; 0 whatever it finds, since finding is its task."""
    if options.year in VERBS:
        return VERBS[options.year](options, screen)
    if getattr(options, "more", None):
        raise comparing.misread(" ".join(map(str, (options.year, *options.more))))
    if open_data.is_asked(options):
        return open_data.run(options, screen)
    if papers.is_asked(options):
        return papers.run(options, screen)
    screen.lines(read_from_replica(lambda: list(_lines(options.year, options.format, screen.language))))
    return 0


def year(word: str) -> int | str:
    """A year, or one of the verbs."""
    return word if word in VERBS else int(word)


def _lines(of: int, form: str, language: str) -> Iterator[str]:
    # A page is made to be sent on; the others stay with whoever asked.
    account = account_of(of, reader=NOBODY if form == "html" else HOUSE)
    match form:
        case "json":
            yield json.dumps(as_json(account), ensure_ascii=False, indent=2)
        case "html":
            yield account_page(account, language)
        case _:
            yield from _table(account, language)


def _table(account: Account, language: str) -> Iterator[str]:
    kader = account.kader
    yield f"{account.year} · {kader.title.in_(language)} · {kader.id}"
    if kader.reconstructed:
        yield from textwrap.wrap(kader.reconstructed.in_(language), 100)
    yield ""
    yield _columns(*(NAMES[name].in_(language) for name in ("figure", "register", "declared", "status")))
    yield "-" * 100
    for figure in account.figures.values():
        yield from _figure(figure, language)
    yield f"\n{NAMES['claims'].in_(language)}"
    for judged in account.claims:
        sentence = judged.claim.sentence or judged.claim.reference
        yield from textwrap.wrap(f"“{sentence}”", 98, initial_indent="\n- ", subsequent_indent="  ")
        said = explain_claim(judged.figure.count, judged.claim, judged.status, language)
        verdict = STATUS_NAMES[judged.status].in_(language)
        yield from textwrap.wrap(f"{verdict}: {said}", 98, initial_indent="  → ", subsequent_indent="    ")


def _figure(figure: FigureOfYear, language: str) -> Iterator[str]:
    declared = "" if figure.declared is None else str(figure.declared)
    yield _columns(
        figure.count.figure.text.in_(language),
        say_count(figure.count, language),
        declared,
        STATUS_NAMES[figure.status].in_(language),
    )
    for reason in explain_count(figure.count, language):
        yield from textwrap.wrap(reason, 94, initial_indent="    ", subsequent_indent="    ")


def _columns(name: str, register: str, declared: str, status: str) -> str:
    return f"{name:<60}  {register:>18}  {declared:>5}  {status}"
