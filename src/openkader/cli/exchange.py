"""`openkader exchange write|show|receive`: what organisations give each other in one signed file."""

import argparse
from pathlib import Path

from django.utils import timezone

from openkader.base.errors import Invalid, NotFound, Problem
from openkader.base.messages import sentence
from openkader.base.text import Text
from openkader.cli.exchange_words import say_parts, shown_file
from openkader.cli.house import data, now
from openkader.cli.importing import whoever
from openkader.cli.kader_taking_over import day_in, house_organisation, plain
from openkader.cli.whole_files import written_whole
from openkader.cli.words import Screen
from openkader.publication.exchange import Given, content_of, packed, received
from openkader.publication.exchange.composing import LeftOut, Wanted, composed, entry_of, ours_of, stock_of
from openkader.publication.exchange.taking_over import (
    foreign_entry,
    kader_entry,
    lines_to_take,
    lists_to_take,
    words_entry,
)
from openkader.publication.kader_files import fingerprint_of, public_key, shown
from openkader.publication.kader_files.house_key import signing_key
from openkader.register import services
from openkader.register.kader_drafts import newest_version

PARTS = ("kader", "messages", "lists", "figures")
WORDS, FIGURES = "words", "figures"
_WRITTEN = Text(
    nl="{file} geschreven: {kilobytes} kB, met {parts}. Ondertekend met de sleutel van deze installatie:\n  {key}\n"
    "Geef dit teken door langs een andere weg dan het bestand, bijvoorbeeld per telefoon.",
    en="{file} written: {kilobytes} kB, with {parts}. Signed with the key of this installation:\n  {key}\n"
    "Pass this mark on by another way than the file, for instance by telephone.",
)
_LEFT_OUT = Text(nl="Niet meegegeven: {name}. {why}", en="Not given: {name}. {why}")
_TAKEN = Text(
    nl="Overgenomen als concept {draft}. Er is niets in werking getreden.",
    en="Taken over as draft {draft}. Nothing came into force.",
)
_KEPT = Text(
    nl="De cijfers zijn bewaard als {reference}, naast die van hier. Zij tellen nergens mee.",
    en="The figures are kept as {reference}, beside those here. They count nowhere.",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the verbs take."""
    verbs = parser.add_subparsers(dest="verb", metavar="write|show|receive", required=True)
    write = verbs.add_parser("write")
    write.add_argument("--output", type=Path, metavar="FILE")
    write.add_argument("--parts", default=",".join(PARTS), metavar="PART,…")
    write.add_argument("--years", type=int, nargs="*", metavar="YEAR")
    write.add_argument("--lists", nargs="*", default=(), metavar="LIST")
    write.add_argument("--version", metavar="DAY")
    write.add_argument("--organisation")
    for name in ("show", "receive"):
        verb = verbs.add_parser(name)
        verb.add_argument("file", type=Path)
        verb.add_argument("--trust", metavar="FINGERPRINT", required=name == "receive")
        verb.add_argument("--organisation")
    verb.add_argument("--part", choices=("kader", WORDS, FIGURES), required=True)
    verb.add_argument("--draft", metavar="NAME")
    verb.add_argument("--from", dest="in_force_from", metavar="DAY")


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Write a file, show what is in one beside what is here, or take a part of it over."""
    organisation = options.organisation or house_organisation()
    if options.verb == "write":
        return _write(options, organisation, screen)
    given = received(content_of(options.file), options.file.name, options.trust)
    if options.verb == "receive":
        return _receive(options, organisation, given, screen)
    newest = newest_version(organisation)[0]
    screen.lines(plain(line) for line in shown_file(given, ours_of(newest), screen.language, _own()))
    return 0


def _write(options: argparse.Namespace, organisation: str, screen: Screen) -> int:
    if options.output is None:
        raise Invalid([Problem("exchange.no-output", "--output")])
    moment = now()
    today = timezone.localdate(moment)
    version = f"{organisation}/{options.version}" if options.version else None
    stock = stock_of(organisation, today, version)
    parts = _parts(options.parts)
    for name in options.lists:
        if name not in stock.lists:
            raise NotFound("list", name)
    wanted = Wanted(
        kader="kader" in parts,
        messages=frozenset(stock.lines) if "messages" in parts else frozenset(),
        lists=(stock.usual | set(options.lists)) if "lists" in parts else frozenset(),
        years=frozenset(options.years or stock.years) if "figures" in parts else frozenset(),
    )
    given = composed(organisation, wanted, stock, today)
    content = packed(given, signing_key(data(), by=whoever(), now=moment))
    told = entry_of(content, given)
    with written_whole(options.output, "kader-file.not-written") as file:
        file.write(content)
        services.note_exchange(told, by=whoever(), now=moment)  # without it nothing is written
    kilobytes, said = -(-len(content) // 1000), say_parts(told, screen.language)
    words = _WRITTEN.in_(screen.language)
    screen.line(words.format(file=options.output, kilobytes=kilobytes, parts=said, key=_own()))
    stays = [one for one in stock.asked if "lists" in parts and one.name not in wanted.lists]
    screen.lines(_left_out(one, screen.language) for one in (*stock.left_out, *stays))
    return 0


def _left_out(one: LeftOut, language: str) -> str:
    why = sentence(one.why.code, one.why.detail, language)
    return plain(_LEFT_OUT.in_(language).format(name=f"{one.title.in_(language)} ({one.name})", why=why))


def _receive(options: argparse.Namespace, organisation: str, given: Given, screen: Screen) -> int:
    """The key was named, so that somebody vouches for it."""
    if options.part == FIGURES:
        figures = foreign_entry(given, organisation, is_checked=True)
        reference = services.keep_foreign_figures(figures, by=whoever(), now=now())
        screen.line(_KEPT.in_(screen.language).format(reference=reference))
        return 0
    base = newest_version(organisation)[0]
    day = day_in(options.in_force_from)
    if day is None or not options.draft:
        raise Invalid([Problem("exchange.no-name", "--draft")])
    if options.part == WORDS:
        ours = ours_of(base)
        chosen = {f"messages.{one}" for one in lines_to_take(given, ours)}
        chosen |= {f"lists.{one}" for one in lists_to_take(given, ours)}
        entry = words_entry(given, ours, chosen, options.draft, day)
        draft = services.take_over_words(entry, by=whoever(), now=now())
    else:
        whole = kader_entry(given, base, options.draft, day)
        draft = services.take_over_kader(whole, by=whoever(), now=now())
    screen.line(_TAKEN.in_(screen.language).format(draft=draft))
    return 0


def _parts(words: str) -> frozenset[str]:
    found = frozenset(filter(None, words.split(",")))
    for unknown in sorted(found - frozenset(PARTS)):
        detail = {"reason": f"--parts {unknown}", "help": "openkader exchange --help"}
        raise Invalid([Problem("command.misread", "openkader", detail)])
    return found


def _own() -> str:
    """The fingerprint of this installation, in groups."""
    return shown(fingerprint_of(public_key(signing_key(data(), by=whoever(), now=now()))))
