"""Explaining a proposal: on which facts each row holds, and what is still unknown."""

from openkader.base.text import Text
from openkader.kader.assessing import Assessment
from openkader.kader.conditions import Condition, Not
from openkader.kader.model import Passage
from openkader.kader.sentences import Speaker

_UNKNOWN = Text(nl="nog niet bekend: {0}", en="not yet known: {0}")


def because(assessment: Assessment, condition: Condition, language: str) -> list[str]:
    """The facts that make a condition true, false or unknown in this case, one clause each."""
    kader = assessment.kader
    speaker = Speaker(kader.facts, kader.lists, language)
    clauses = []
    for test in assessment.decisive(condition):
        truth = assessment.truth(test)
        if truth is None:
            label = kader.facts[test.fact].label.in_(language)
            clauses.append(_UNKNOWN.in_(language).format(label))
        else:
            clauses.append(speaker.say(test if truth else Not(test)))
    return clauses


def cite(assessment: Assessment, passage: Passage, language: str) -> str:
    """A citation as it stands in a reason: document, place, and the literal words."""
    source = assessment.kader.sources[passage.source]
    parts = [source.title.in_(language), passage.place, f"“{passage.words}”" if passage.words else None]
    return ", ".join(part for part in parts if part)
