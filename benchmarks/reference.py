"""The 13-rule reference: three preconditions and ten action lines over eleven facts.

The rules are written in the condition language of the kader and read by its own reader;
every other engine gets a translation of the very same conditions.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from openkader.base.document import read_text
from openkader.base.reading import Reader
from openkader.base.text import Text
from openkader.kader import Condition, Fact, Facts, FactType, Kader, Outcome, Value
from openkader.kader.conditions import AllOf, AnyOf, Not, Operator, Test
from openkader.kader.facts import Option
from openkader.kader.model import ActionLine, Pillar, Precondition, ProposalRow
from openkader.kader.reading import ConditionReader, Vocabulary

KINDS = (
    "incoming_delegation",
    "outgoing_mission",
    "embassy_talk",
    "event",
    "agreement",
    "investment",
    "exchange",
)
SECTORS = tuple(f"sector_{place}" for place in range(1, 21))
TOPICS = tuple(f"topic_{place}" for place in range(1, 11))
ADVICE = ("positive", "positive_with_conditions", "not_asked", "pending", "negative")
COUNTRIES = ("CN", "HK", "DE", "BE", "JP", "US", "IN", "BR")
MOST = 9
RULES = """\
RV1: {fits_national_policy: true}
RV2: {any: [{demand: true}, {kind: embassy_talk}]}
RV3: {own_line: true}
E1:
  any:
    - not: {sector: [sector_1, sector_2, sector_3, sector_4, sector_5, sector_6]}
    - national_advice: [positive, positive_with_conditions]
E2: {kind: [incoming_delegation, outgoing_mission], participants: {at_least: 1}}
E3: {all: [{kind: [outgoing_mission, exchange]}, {not: {country: [DE, BE]}}]}
E4: {any: [{kind: investment}, {all: [{sector: [sector_1, sector_2]}, {not: {demand: true}}]}]}
E5: {office_holder: true, country: [CN, HK]}
M1: {not: {any: [{hits: {at_least: 2}}, {national_advice: negative}]}}
M2: {all: [{hits: {at_most: 0}}, {participants: {at_most: 6}}, {kind: [incoming_delegation, event]}]}
M3: {kind: outgoing_mission, participants: {at_least: 3}, topics: [topic_1, topic_2]}
M4: {any: [{office_holder: true}, {topics: {at_least: 3}}]}
M5: {all: [{kind: exchange}, {topics: {has_all: [topic_3]}}, {not: {hits: {at_least: 1}}}]}
"""


def _fact(name: str, kind: FactType, codes: tuple[str, ...] = ()) -> Fact:
    options = tuple(Option(code=code, text=Text(code, code)) for code in codes)
    return Fact(id=name, type=kind, label=Text(name, name), options=options)


FACTS: Mapping[str, Fact] = {
    fact.id: fact
    for fact in (
        _fact("fits_national_policy", FactType.TRUTH),
        _fact("demand", FactType.TRUTH),
        _fact("own_line", FactType.TRUTH),
        _fact("office_holder", FactType.TRUTH),
        _fact("kind", FactType.CHOICE, KINDS),
        _fact("sector", FactType.CHOICE, SECTORS),
        _fact("national_advice", FactType.CHOICE, ADVICE),
        _fact("topics", FactType.SEVERAL, TOPICS),
        _fact("country", FactType.COUNTRY),
        _fact("participants", FactType.NUMBER),
        _fact("hits", FactType.NUMBER),
    )
}


@dataclass(frozen=True, slots=True)
class Rules:
    """Named conditions; what is measured is the truth of each of them for each case."""

    conditions: Mapping[str, Condition]

    def times(self, copies: int) -> "Rules":
        """As many rules again, with other numbers and codes, so that few tests are the same."""
        return Rules(
            {
                f"{name}_{copy}" if copy else name: _varied(condition, copy)
                for copy in range(copies)
                for name, condition in self.conditions.items()
            }
        )


def reference_rules() -> Rules:
    """The thirteen rules as the kader's own reader reads them."""
    reader = Reader()
    conditions = ConditionReader(reader, Vocabulary(FACTS, {}))
    rules = {name: conditions.read(entry) for name, entry in reader.pairs(read_text(RULES, "reference"))}
    reader.finish()
    return Rules(rules)


def reference_kader(rules: Rules) -> Kader:
    """The rules as a small kader: preconditions, action lines, and a proposal on the preconditions."""
    nothing = Text("-", "-")
    named = rules.conditions
    met = AllOf(tuple(condition for name, condition in named.items() if name.startswith("RV")))
    rows = (
        ProposalRow(id="in_line", when=met, outcome=Outcome.TAKE_UP, reason=nothing),
        ProposalRow(id="not_met", when=Not(met), outcome=Outcome.REFUSE, reason=nothing),
    )
    return Kader(
        id="reference",
        organisation=nothing,
        title=nothing,
        in_force_from=date(2024, 1, 1),
        adopted=nothing,
        reconstructed=None,
        note=None,
        facts=FACTS,
        proposal=rows,
        preconditions=tuple(
            Precondition(id=name, text=nothing, holds=named[name]) for name in ("RV1", "RV2", "RV3")
        ),
        action_lines=tuple(
            ActionLine(id=name, pillar=Pillar.ECONOMIC, number=1, text=nothing, applies=found, measures=())
            for name, found in named.items()
            if not name.startswith("RV")
        ),
    )


def complete_cases(count: int, seed: int = 2024) -> list[dict[str, Value]]:
    """Cases in which every question is answered, the same in every run."""
    random = Random(seed)
    return [{name: _answer(random, fact) for name, fact in FACTS.items()} for _ in range(count)]


def without(facts: Facts, name: str) -> dict[str, Value | None]:
    """The same case, in which nobody answered one question."""
    return {fact: value for fact, value in facts.items() if fact != name}


def _answer(random: Random, fact: Fact) -> Value:
    codes = [option.code for option in fact.options]
    match fact.type:
        case FactType.TRUTH:
            return random.random() < 0.7
        case FactType.SEVERAL:
            return frozenset(random.sample(codes, random.randint(0, 4)))
        case FactType.NUMBER:
            return random.randint(0, MOST) if random.random() < 0.5 else 0
        case FactType.COUNTRY:
            return random.choice(COUNTRIES)
    return random.choice(codes)


def _varied(condition: Condition, copy: int) -> Condition:
    match condition:
        case AllOf(parts):
            return AllOf(tuple(_varied(part, copy) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(_varied(part, copy) for part in parts))
        case Not(part):
            return Not(_varied(part, copy))
        case Test():
            return _varied_test(condition, copy)


def _varied_test(test: Test, copy: int) -> Condition:
    """Another number, or other codes, of the same fact."""
    if copy == 0 or test.operator is Operator.IS:
        return test
    if isinstance(test.operand, frozenset):
        codes = [option.code for option in FACTS[test.fact].options] or list(COUNTRIES)
        moved = {codes[(codes.index(code) + copy) % len(codes)] for code in test.operand}
        return replace(test, operand=frozenset({*moved, f"none_{copy}"}))
    return replace(test, operand=(int(str(test.operand)) + copy) % (MOST + 1))
