"""`openkader kader check|list|show|assess|diff|replay|export|import|key`: prove a kader, compare it, hand it on."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from openkader.base.document import Entry, read_file
from openkader.base.reading import Reader
from openkader.cli import kader_check, kader_difference, kader_files, replaying
from openkader.cli.kader_choice import choose, every_version
from openkader.cli.kader_versions import list_versions
from openkader.cli.words import NAMES, Screen
from openkader.kader import (
    Assessment,
    Assessor,
    Facts,
    Kader,
    Speaker,
)
from openkader.kader.explaining import because, cite
from openkader.kader.reading import read_facts
from openkader.kader.records import OUTCOMES, ROLES

_BESIDES = ("text", "outcome", "row", "measures", "consultations", "mandates", "fictional")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    every = "check|list|show|assess|diff|replay|export|import|key"
    verbs = parser.add_subparsers(dest="verb", required=True, metavar=every)
    kader_files.arguments(verbs)
    verbs.add_parser("list")
    for verb in ("check", "show", "assess", "diff", "replay"):
        chosen = verbs.add_parser(verb)
        chosen.add_argument("name", nargs="?" if verb == "check" else None)
        if verb == "check":
            kader_check.arguments(chosen)
        if verb == "assess":
            chosen.add_argument("file", type=Path)
        if verb == "replay":
            replaying.arguments(chosen)
        if verb == "diff":
            kader_difference.arguments(chosen)


def run(options: argparse.Namespace, screen: Screen, packs: Path) -> int:
    """Do what was asked; the answer is the exit code."""
    if options.verb == "list":
        return list_versions(screen, packs)
    if options.verb == "check":
        chosen = [choose(packs, options.name, screen)] if options.name else every_version(packs, screen)
        return kader_check.check(chosen, options, screen)
    if options.verb in kader_files.VERBS:
        return kader_files.run(options, screen, lambda: choose(packs, options.name, screen))
    kader = choose(packs, options.name, screen).kader
    if options.verb == "show":
        screen.lines(_document(kader, screen.language))
        return 0
    if options.verb == "replay":
        return replaying.run(kader, choose(packs, options.new, screen).kader, options, screen)
    if options.verb == "diff":
        return kader_difference.run(kader, choose(packs, options.other, screen).kader, options, screen)
    return _assess(Assessor(kader), options.file, screen)


def _document(kader: Kader, language: str) -> Iterator[str]:
    """The kader as a document, every condition as a sentence."""
    speaker = Speaker(kader.facts, kader.lists, language)
    yield f"# {kader.title.in_(language)} ({kader.id})"
    if kader.reconstructed:
        yield f"\n{kader.reconstructed.in_(language)}"
    yield f"\n{kader.adopted.in_(language)}\n"
    yield f"## {NAMES['preconditions'].in_(language)}\n"
    for precondition in kader.preconditions:
        yield f"- {precondition.id}. {precondition.text.in_(language)}"
    yield f"\n## {NAMES['proposal'].in_(language)}\n"
    for row in kader.proposal:
        yield f"- {OUTCOMES[row.outcome].in_(language)}: {row.reason.in_(language)}"
        yield f"  {NAMES['when'].in_(language)}: {speaker.say(row.when)}"
    yield f"\n## {NAMES['action_lines'].in_(language)}\n"
    for line in kader.action_lines:
        yield f"### {line.id}. {line.text.in_(language)}"
        yield f"{NAMES['when'].in_(language)}: {speaker.say(line.applies)}"
        for measure in line.measures:
            yield f"- {measure.id}: {measure.text.in_(language)}"
    yield from _constraints(kader, speaker)
    yield from _deciding(kader, speaker)
    yield f"\n## {NAMES['lists'].in_(language)}\n"
    for listing in kader.lists.values():
        yield f"- {listing.title.in_(language)} ({NAMES[listing.status].in_(language)}, {len(listing.items)})"
    yield f"\n## {NAMES['sources'].in_(language)}\n"
    for source in kader.sources.values():
        said = (source.title.in_(language), source.publisher, source.date, source.url)
        yield f"- {', '.join(word for word in said if word)}"


def _constraints(kader: Kader, speaker: Speaker) -> Iterator[str]:
    """What cannot be, with where it says so; nothing where the kader states nothing of the sort."""
    language = speaker.language
    if kader.constraints:
        yield f"\n## {NAMES['constraints'].in_(language)}\n"
    for one in kader.constraints:
        yield f"- {one.text.in_(language)}"
        yield f"  {NAMES['cannot_be'].in_(language)} {speaker.say(one.never)}"
        for passage in one.cites:
            yield f"  {NAMES['source'].in_(language)} {cite(kader, passage, language)}"


def _deciding(kader: Kader, speaker: Speaker) -> Iterator[str]:
    """Who is consulted, and who may decide."""
    language = speaker.language
    yield f"\n## {NAMES['consultations'].in_(language)}\n"
    for one in kader.consultations:
        desk = kader.lists["desks"].item(one.desk)
        name = desk.text.in_(language) if desk else one.desk
        weight = NAMES["mandatory" if one.mandatory else "advisable"].in_(language)
        yield f"- {name} ({weight}): {one.reason.in_(language)}"
        yield f"  {NAMES['when'].in_(language)}: {speaker.say(one.when)}"
    for filling in kader.fillings:
        desks = [kader.lists["desks"].item(code) for code in filling.desks]
        names = ", ".join(desk.text.in_(language) for desk in desks if desk)
        yield f"- {NAMES['fillings'].in_(language)}: {kader.facts[filling.fact].label.in_(language)} ({names})"
    yield f"\n## {NAMES['mandates'].in_(language)}\n"
    for mandate in kader.mandates:
        outcomes = ", ".join(OUTCOMES[outcome].in_(language) for outcome in mandate.outcomes)
        second = f" ({NAMES['second_person'].in_(language)})" if mandate.second_person else ""
        yield f"- {ROLES[mandate.role].in_(language)}: {outcomes}{second}"
        yield f"  {NAMES['when'].in_(language)}: {speaker.say(mandate.when)}"


def _assess(assessor: Assessor, file: Path, screen: Screen) -> int:
    """Every case of the file; exit code 1 when one does not give the outcome it states."""
    reader = Reader()
    document = reader.mapping(read_file(file), ("scenarios",))
    cases = [_case(reader, assessor.kader, entry) for entry in document.items("scenarios")]
    reader.finish()
    missed = 0
    for name, facts, wanted in cases:
        found = assessor.assess(facts)
        screen.lines(_explanation(name, found, screen.language))
        if wanted not in (None, found.outcome):
            missed += 1
            screen.line(NAMES["differs"].in_(screen.language).format(wanted))
    return 1 if missed else 0


def _case(reader: Reader, kader: Kader, entry: Entry) -> tuple[str, Facts, str | None]:
    """A case of the file: its name, its facts, and the outcome that it must have, if it says so."""
    fields = reader.mapping(entry, ("id", "facts"), _BESIDES)
    facts = read_facts(reader, kader.facts, fields.entry("facts"))
    return fields.words("id"), facts, fields.words_or_none("outcome")


def _explanation(name: str, found: Assessment, language: str) -> Iterator[str]:
    """The proposal with its reasons, as an official would note them."""
    yield f"\n{name}: {OUTCOMES[found.outcome].in_(language)}"
    for row in found.deciding:
        yield f"  - {row.reason.in_(language)}"
        yield f"    {NAMES['because'].in_(language)} {'; '.join(because(found, row.when, language))}"
        for passage in row.cites:
            yield f"    {NAMES['source'].in_(language)} {cite(found.kader, passage, language)}"
        for term in row.terms:
            yield f"    {NAMES['term'].in_(language)} {term.in_(language)}"
    for desk in found.refer_to:
        item = found.kader.lists["desks"].item(desk)
        yield f"  {NAMES['refer_to'].in_(language)} {item.text.in_(language) if item else desk}"
    for precondition, truth in found.preconditions:
        said = found.kader.facts[precondition.id].say(truth, language)
        yield f"  {precondition.id}: {said}"
    measures = ", ".join(measure.id for measure in found.asked_measures)
    yield f"  {NAMES['measures'].in_(language)} {measures or '-'}"
    if found.open_questions:
        questions = "; ".join(fact.label.in_(language) for fact in found.open_questions)
        yield f"  {NAMES['open'].in_(language)} {questions}"
