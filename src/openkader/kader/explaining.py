"""Explaining a proposal: on which facts each row holds, and what is still unknown."""

from openkader.base.text import Text
from openkader.kader.assessing import Assessment
from openkader.kader.conditions import Condition, Not, Test
from openkader.kader.facts import Facts, FactType
from openkader.kader.findings import Finding
from openkader.kader.model import Kader
from openkader.kader.sentences import Speaker
from openkader.kader.sources import Passage

_UNKNOWN = Text(nl="nog niet bekend: {0}", en="not yet known: {0}")
_SINCE = Text(nl="{0} (want {1})", en="{0} (since {1})")
_EXAMPLE = Text(nl="bijvoorbeeld {0}", en="for example {0}")
_THEN = Text(nl="; en dan ", en="; and then ")
_ALWAYS = Text(nl="in elke zaak", en="in every case")


def because(
    assessment: Assessment, condition: Condition, language: str, *, by_test: bool = False
) -> list[str]:
    """The facts that make a condition true, false or unknown in this case, one clause each.

    A derived fact is followed by what it was derived from. `by_test` says of each answer only which test
    it met or not, so that the words hold for every case in which the tests come out alike.
    """
    return [_clause(assessment, test, language, by_test) for test in assessment.decisive(condition)]


def _clause(assessment: Assessment, test: Test, language: str, by_test: bool) -> str:
    kader = assessment.kader
    truth = assessment.truth(test)
    if truth is None:
        return _UNKNOWN.in_(language).format(kader.facts[test.fact].label.in_(language))
    speaker = Speaker(kader.facts, kader.lists, language)
    if by_test or kader.facts[test.fact].type is FactType.TRUTH:
        said = speaker.say(test if truth else Not(test))
    else:  # the answer itself tells more than the test that it met
        said = speaker.answer(test.fact, assessment.value(test.fact))
    behind = "; ".join(_behind(assessment, test.fact, language, by_test))
    return _SINCE.in_(language).format(said, behind) if behind else said


def _behind(assessment: Assessment, fact: str, language: str, by_test: bool) -> list[str]:
    """What the table that derived a fact found: its deciding row, or that no row holds."""
    table = assessment.assessor.tables.get(fact)
    if table is None:
        return []
    deciding = next((row for row in table.rows if assessment.truth(row.when)), None)
    rows = table.rows if deciding is None else (deciding,)
    return [clause for row in rows for clause in because(assessment, row.when, language, by_test=by_test)]


def cite(kader: Kader, passage: Passage, language: str) -> str:
    """A citation as it stands in a reason: document, place, and the literal words."""
    source = kader.sources[passage.source]
    parts = [source.title.in_(language), passage.place, f"“{passage.words}”" if passage.words else None]
    return ", ".join(part for part in parts if part)


def shown_with(kader: Kader, finding: Finding, language: str) -> str:
    """The example cases of a finding in words, each answer beside its question; empty where it has none."""
    if not finding.cases:
        return ""
    cases = (_case(kader, case, language) for case in finding.cases)
    return _EXAMPLE.in_(language).format(_THEN.in_(language).join(cases))


def _case(kader: Kader, case: Facts, language: str) -> str:
    facts = ((kader.facts[name], value) for name, value in case.items())
    answers = (f"{fact.label.in_(language)}: {fact.say(value, language)}" for fact, value in facts)
    return ", ".join(answers) or _ALWAYS.in_(language)
