"""The codes of a year file, held against the lists of the kader that it names."""

from collections.abc import Set

from openkader.base.errors import Invalid, Problem
from openkader.kader import Kader, check_facts
from openkader.register.kaders import codes
from openkader.register.yearfile.file import YearFile


def check_codes(file: YearFile, kader: Kader) -> None:
    """Every code stands in its list and every answer fits its question, or `Invalid`."""
    known = _vocabularies(kader)
    problems = [
        Problem(
            "register.unknown-code",
            where,
            {"value": code, "kader": kader.id, "known": ", ".join(sorted(known[listing]))},
        )
        for listing, code, where in file.places.codes
        if code not in known[listing]
    ]
    problems += _misfits(file, kader)
    if problems:
        raise Invalid(problems)


def _vocabularies(kader: Kader) -> dict[str, Set[str]]:
    lines = {line.id for line in kader.action_lines}
    initiative = kader.facts.get("initiative")
    listed = (
        *("programmes", "grounds", "instruments", "talk_purposes", "topics"),
        *("agreement_values", "investment_grounds", "expertise"),
    )
    return {
        **{name: codes(kader, name) for name in listed},
        "initiative": {option.code for option in initiative.options} if initiative else set(),
        "action_lines": lines,
        "lines": lines | {condition.id for condition in kader.preconditions},
        "measures": {measure.id for measure in kader.measures},
        "figures": {figure.id for figure in kader.figures},
        "facts": {fact.id for fact in kader.asked},
    }


def _misfits(file: YearFile, kader: Kader) -> list[Problem]:
    """Answers that are none of what the question offers, each at its request."""
    found: list[Problem] = []
    for request in file.requests:
        given = {x.fact: x.value for x in request.answers if x.fact in kader.facts}
        try:
            check_facts(kader.facts, given)
        except Invalid as misfit:
            where = file.places.given[request.reference]
            found += [Problem(x.code, where, x.detail) for x in misfit.problems]
    return found
