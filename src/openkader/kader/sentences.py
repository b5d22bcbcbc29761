"""Saying a condition in Dutch or English, from the same data that is evaluated."""

from collections.abc import Mapping
from dataclasses import dataclass

from openkader.base.text import Text
from openkader.kader.conditions import AllOf, AnyOf, Condition, Not, Operator, Test
from openkader.kader.facts import Fact, Value
from openkader.kader.sources import Listing

_WORDS = {
    "and": Text(nl=" en ", en=" and "),
    "or": Text(nl=" of ", en=" or "),
    "always": Text(nl="altijd", en="always"),
    "never": Text(nl="nooit", en="never"),
    "not": Text(nl="niet: {0}", en="not: {0}"),
    "is": Text(nl="{0} is {1}", en="{0} is {1}"),
    "is_not": Text(nl="{0} is niet {1}", en="{0} is not {1}"),
    "on_list": Text(nl="{0} staat op de lijst ‘{1}’", en="{0} is on the list ‘{1}’"),
    "not_on_list": Text(nl="{0} staat niet op de lijst ‘{1}’", en="{0} is not on the list ‘{1}’"),
    "includes": Text(nl="bij {0} hoort {1}", en="{0} include {1}"),
    "includes_not": Text(nl="bij {0} hoort niet {1}", en="{0} do not include {1}"),
    "at_least": Text(nl="{0} is ten minste {1}", en="{0} is at least {1}"),
    "at_most": Text(nl="{0} is ten hoogste {1}", en="{0} is at most {1}"),
    "before": Text(nl="{0} is vóór {1}", en="{0} is before {1}"),
    "since": Text(nl="{0} is op of na {1}", en="{0} is on or after {1}"),
    "count": Text(nl="bij {0} zijn er ten minste {1}", en="there are at least {1} {0}"),
}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Speaks about one vocabulary in one language."""

    facts: Mapping[str, Fact]
    lists: Mapping[str, Listing]
    language: str

    def say(self, condition: Condition) -> str:
        """The condition as a clause; nested parts stand between brackets."""
        match condition:
            case Test():
                return self._test(condition, positive=True)
            case Not(Test() as test):
                return self._test(test, positive=False)
            case Not(part):
                return self._word("not", self.say(part))
            case AllOf(()):
                return self._word("always")
            case AnyOf(()):
                return self._word("never")
        joint = self._word("and" if isinstance(condition, AllOf) else "or")
        return joint.join(self._bracketed(part) for part in condition.parts)

    def answer(self, fact: str, value: Value | None) -> str:
        """An answer in words: "the kind of request: embassy talk"."""
        known = self.facts[fact]
        return f"{known.label.in_(self.language)}: {known.say(value, self.language)}"

    def _bracketed(self, condition: Condition) -> str:
        simple = isinstance(condition, Test) or (
            isinstance(condition, Not) and isinstance(condition.part, Test)
        )
        return self.say(condition) if simple else f"({self.say(condition)})"

    def _test(self, test: Test, *, positive: bool) -> str:
        fact = self.facts[test.fact]
        label = fact.label.in_(self.language)
        match test.operator:
            case Operator.IS if isinstance(test.operand, bool):
                return self._statement(fact, holds=test.operand is positive)
            case Operator.ONE_OF | Operator.HAS_ANY if test.listing:
                name = self.lists[test.listing].title.in_(self.language)
                return self._word("on_list" if positive else "not_on_list", label, name)
            case Operator.IS | Operator.ONE_OF:
                return self._word("is" if positive else "is_not", label, self._operand(fact, test))
            case Operator.HAS_ANY | Operator.HAS_ALL:
                return self._word(
                    "includes" if positive else "includes_not", label, self._operand(fact, test)
                )
            case Operator.COUNT_AT_LEAST if test.operand == 1:
                return self._statement(fact, holds=positive)
            case Operator.COUNT_AT_LEAST:
                said = self._word("count", label, str(test.operand))
            case _:
                said = self._word(test.operator, label, str(test.operand))
        return said if positive else self._word("not", said)

    def _statement(self, fact: Fact, *, holds: bool) -> str:
        said = fact.yes if holds else fact.no
        if said is not None:
            return said.in_(self.language)
        label = fact.label.in_(self.language)
        return label if holds else self._word("not", label)

    def _operand(self, fact: Fact, test: Test) -> str:
        if not isinstance(test.operand, frozenset):
            return str(test.operand)
        order = [option.code for option in fact.options]
        codes = sorted(test.operand, key=lambda code: (order.index(code) if code in order else -1, code))
        names = [f"‘{fact.say(code, self.language)}’" for code in codes]
        return self._word("and" if test.operator is Operator.HAS_ALL else "or").join(names)

    def _word(self, key: str, *args: str) -> str:
        return _WORDS[key].in_(self.language).format(*args)
