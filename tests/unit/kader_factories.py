"""Small kaders, facts and documents for the tests of the core."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import Any

import openkader
from openkader.base.document import Entry, read_text
from openkader.base.errors import Invalid, Problem
from openkader.base.reading import Reader
from openkader.base.text import Text
from openkader.kader import Condition, Fact, Facts, FactType, Kader, load_kader
from openkader.kader.facts import Option
from openkader.kader.reading import ConditionReader, Vocabulary
from openkader.kader.soundness.tables import Boxed, boxed_of
from openkader.kader.sources import Listing, ListStatus

PACKS = Path(openkader.__file__).parent / "packs"
ZUID_HOLLAND = PACKS / "zuid-holland" / "2024-01-01"


def plain_id(value: object) -> str | None:
    """A parameter as a test's name: pytest cannot select a name that it has to escape."""
    if not isinstance(value, str):
        return None
    return value.encode("ascii", "ignore").decode().replace("\n", " ").replace("\\", "/")


def text(word: str) -> Text:
    return Text(nl=f"{word} (nl)", en=f"{word} (en)")


def option(code: str) -> Option:
    return Option(code=code, text=Text(nl=f"{code}-nl", en=f"{code}-en"))


def fact(name: str, kind: FactType, *codes: str, **more: Any) -> Fact:
    return Fact(id=name, type=kind, label=text(name), options=tuple(map(option, codes)), **more)


def listing(name: str, *codes: str) -> Listing:
    return Listing(id=name, title=text(name), status=ListStatus.FOUND, items=tuple(map(option, codes)))


# One fact of each type, and one truth more.
FACTS: Mapping[str, Fact] = {
    found.id: found
    for found in (
        fact("demand", FactType.TRUTH, yes=text("there is demand"), no=text("there is no demand")),
        fact("office_holder", FactType.TRUTH),
        fact("kind", FactType.CHOICE, "talk", "event", "visit"),
        fact("topics", FactType.SEVERAL, "water", "robots", "seeds", yes=text("some"), no=text("none")),
        fact("jobs", FactType.NUMBER),
        fact("received_on", FactType.DATE),
        fact("country", FactType.COUNTRY),
    )
}
LISTS: Mapping[str, Listing] = {
    found.id: found
    for found in (
        listing("calm_kinds", "talk", "event"),
        listing("sensitive_topics", "robots"),
        listing("neighbours", "BE", "DE"),
        listing("strangers", "talk", "war"),
        listing("slot"),
    )
}
KNOWN: Facts = {
    "demand": True,
    "kind": "event",
    "topics": frozenset({"water", "seeds"}),
    "jobs": 5,
    "received_on": date(2024, 6, 1),
    "country": "BE",
}


def entry(written: str) -> Entry:
    return read_text(dedent(written), "a.yaml")


def vocabulary() -> Vocabulary:
    return Vocabulary(FACTS, LISTS)


def condition(written: str) -> Condition:
    """The condition that the YAML says, over `FACTS` and `LISTS`."""
    reader = Reader()
    found = ConditionReader(reader, vocabulary()).read(entry(written))
    reader.finish()
    return found


def condition_problems(written: str) -> list[Problem]:
    reader = Reader()
    ConditionReader(reader, vocabulary()).read(entry(written))
    return reader.problems


# The smallest kader that uses every part; each test changes one of its files.
PACK = {
    "kader.yaml": """\
        kader:
          organisation: {nl: Provincie, en: Province}
          title: {nl: Kader, en: Framework}
          in_force_from: 2024-01-01
          adopted: {nl: Aangenomen, en: Adopted}
        sources:
          - {id: LAW, title: {nl: Wet, en: Law}, publisher: Rijk}
        preconditions:
          - id: P1
            text: {nl: Er is vraag, en: There is demand}
            holds: {demand: true}
            cites: [{source: LAW, place: art. 1}]
        """,
    "lists.yaml": """\
        lists:
          - {id: desks, title: {nl: Loketten, en: Desks}, status: found, items: [{code: rvo, nl: RVO, en: RVO}]}
          - {id: grounds, title: {nl: Gronden, en: Grounds}, status: found, items: [{code: law, nl: wet, en: law}]}
          - {id: instruments, title: {nl: I, en: I}, status: found, items: [{code: letter, nl: brief, en: letter}]}
          - {id: topics, title: {nl: Onderwerpen, en: Topics}, status: partial, items: [{code: ip, nl: IE, en: IP}]}
          - {id: slot, title: {nl: Leeg, en: Empty}, status: not_found}
        """,
    "facts.yaml": """\
        facts:
          - id: demand
            type: truth
            label: {nl: vraag, en: demand}
            question: {nl: Is er vraag?, en: Is there demand?}
            yes: {nl: er is vraag, en: there is demand}
            no: {nl: er is geen vraag, en: there is no demand}
          - id: kind
            type: choice
            label: {nl: soort, en: kind}
            question: {nl: Wat is het?, en: What is it?}
            options: [{code: talk, nl: gesprek, en: talk}, {code: visit, nl: bezoek, en: visit}]
          - id: risk
            type: truth
            label: {nl: risico, en: risk}
            yes: {nl: er is risico, en: there is risk}
            no: {nl: er is geen risico, en: there is no risk}
        """,
    "rules.yaml": """\
        tables:
          - {gives: risk, rows: [{when: {kind: visit}, value: true}], otherwise: false}
        proposal:
          - id: no_demand
            outcome: refuse
            ground: law
            instrument: letter
            when: {P1: false}
            reason: {nl: Geen vraag, en: No demand}
            cites: [{source: LAW}]
          - id: in_line
            outcome: take_up
            when: {P1: true}
            reason: {nl: Past, en: Fits}
            cites: [{source: LAW}]
        consultations:
          - desk: rvo
            when: {risk: true}
            mandatory: true
            reason: {nl: Risico, en: Risk}
            cites: [{source: LAW}]
        action_lines:
          - id: E1
            pillar: economic
            number: 1
            text: {nl: Selectie, en: Selection}
            applies: {kind: visit}
            cites: [{source: LAW}]
            measures:
              - id: E1.list
                text: {nl: Lijst, en: List}
                evidence: {nl: Uitdraai, en: Print}
                cites: [{source: LAW}]
        messages:
          - id: ip
            topic: ip
            text: {nl: Eigendom, en: Property}
            audience: {nl: allen, en: all}
            when: {risk: true}
            cites: [{source: LAW}]
        """,
    "deciding.yaml": """\
        mandates:
          - id: alone
            role: reviewer
            outcomes: [hold, refer]
            when: {risk: false}
            reason: {nl: Zelf, en: Alone}
            cites: [{source: LAW}]
          - id: together
            role: decider
            second_person: true
            reason: {nl: Samen, en: Together}
            cites: [{source: LAW}]
        """,
    "figures.yaml": """\
        counting_fields:
          - over: activities
            field:
              id: counts
              type: truth
              label: {nl: telling, en: count}
              yes: {nl: telt, en: counts}
              no: {nl: telt niet, en: does not count}
        figures:
          - id: visits
            text: {nl: bezoeken, en: visits}
            definition: {nl: alle bezoeken, en: all visits}
            counts: activities
            where: {kind: visit}
        report:
          - id: one
            title: {nl: Een, en: One}
            figures: [visits]
            action_lines: [E1]
            preconditions: [P1]
        """,
    "scenarios.yaml": """\
        scenarios:
          - id: S1
            text: {nl: Bezoek, en: Visit}
            facts: {kind: visit, demand: true}
            outcome: take_up
            row: in_line
            measures: [E1.list]
          - id: S2
            text: {nl: Geen vraag, en: No demand}
            facts: {demand: false}
            outcome: refuse
            row: no_demand
            fictional: false
        """,
}


def write_pack(folder: Path, changes: Mapping[str, str | None] | None = None) -> Path:
    """A pack in a folder of its own; a change replaces a file, adds one, or leaves it out (None)."""
    version = folder / "province" / "2024-01-01"
    for name, written in {**PACK, **(changes or {})}.items():
        if written is not None:
            path = version / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(written), encoding="utf-8")
    return version


def changed(name: str, old: str, new: str) -> dict[str, str | None]:
    """One file of the pack with one thing written differently."""
    written = dedent(PACK[name])
    assert written.count(old) == 1, f"{old!r} stands {written.count(old)} times in {name}"
    return {name: written.replace(old, new)}


def load(folder: Path, changes: Mapping[str, str | None] | None = None) -> Kader:
    return load_kader(write_pack(folder, changes))


def problems_of(folder: Path, changes: Mapping[str, str | None]) -> list[Problem]:
    """Everything that the loader says of the changed pack."""
    try:
        load(folder, changes)
    except Invalid as error:
        return list(error.problems)
    return []


def boxed_tables(kader: Kader) -> dict[str, Boxed | None]:
    """The tables of a kader by what they derive; those that are no boxes are None."""
    return {table.gives: boxed_of(kader, table) for table in kader.tables}
