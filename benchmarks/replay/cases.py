"""A history of made-up cases, and a draft of the kader of Zuid-Holland that changes two rows of its proposal."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from random import Random

import openkader
from openkader.kader import Fact, FactType, Kader, Value, load_kader
from openkader.kader.conditions import Operator, Test
from openkader.kader.replaying import Case

PACK = Path(openkader.__file__).parent / "packs" / "zuid-holland" / "2024-01-01"
COUNTRIES = ("CN", "HK", "DE", "BE", "JP", "US", "IN", "BR")
UNKNOWN = 0.15  # the share of questions that nobody answered, half of them put and half of them not
SEVERAL = (0, 0, 0, 1, 1, 2)  # how many of several options are chosen


def kader() -> Kader:
    """The kader that holds."""
    return load_kader(PACK)


def draft_of(kader: Kader) -> Kader:
    """Who is on a warning list is refused whatever the subject, and signs of abuses alone refuse nobody."""
    refused = Test("informative_lists", Operator.COUNT_AT_LEAST, 1)
    rows = [
        replace(row, when=refused) if row.id == "listed_and_sensitive" else row
        for row in kader.proposal
        if row.id != "serious_abuse"
    ]
    return replace(kader, id="draft", proposal=tuple(rows), digest="draft")


def cases(kader: Kader, count: int, *, unknown: float = UNKNOWN, seed: int = 2024) -> Iterator[Case]:
    """Cases whose answers have nothing to do with each other, so that hardly two are alike: the worst there is."""
    random = Random(seed)
    return ((f"Z-{place:07}", _facts(kader, random, unknown)) for place in range(count))


def chunks(found: Iterator[Case], size: int) -> Iterator[list[Case]]:
    """So many at a time."""
    while some := list(islice(found, size)):
        yield some


def _facts(kader: Kader, random: Random, unknown: float) -> dict[str, Value | None]:
    facts: dict[str, Value | None] = {}
    for fact in kader.asked:
        chance = random.random()
        if chance >= unknown:
            facts[fact.id] = _answer(fact, random)
        elif chance < unknown / 2:
            facts[fact.id] = None
    return facts


def _answer(fact: Fact, random: Random) -> Value:
    codes = [option.code for option in fact.options]
    match fact.type:
        case FactType.TRUTH:
            return random.random() < 0.7
        case FactType.SEVERAL:
            return frozenset(random.sample(codes, min(random.choice(SEVERAL), len(codes))))
        case FactType.COUNTRY:
            return random.choice(COUNTRIES)
    return random.choice(codes)
