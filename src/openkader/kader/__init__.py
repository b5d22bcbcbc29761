"""The framework as data: read it, prove it, apply it to a case.

`load_kader` reads one version from its folder, `Assessor` applies it to facts and
gives an `Assessment`, `check_kader` says what is wrong with it, and `Speaker` says
any condition in Dutch or English.
"""

from openkader.kader.assessing import Assessment, Assessor
from openkader.kader.checking import check_kader
from openkader.kader.conditions import Condition, Truth
from openkader.kader.facts import Fact, Facts, FactType, Value, check_facts
from openkader.kader.findings import Finding, Severity
from openkader.kader.folders import find_kader, read_texts, versions_of
from openkader.kader.loading import load_kader, load_texts
from openkader.kader.model import Kader, Outcome
from openkader.kader.sentences import Speaker

__all__ = [
    "Assessment",
    "Assessor",
    "Condition",
    "Fact",
    "FactType",
    "Facts",
    "Finding",
    "Kader",
    "Outcome",
    "Severity",
    "Speaker",
    "Truth",
    "Value",
    "check_facts",
    "check_kader",
    "find_kader",
    "load_kader",
    "load_texts",
    "read_texts",
    "versions_of",
]
