"""Checking a kader that could be read: does it hold together, and does it keep its word?

What is found here is not a mistake of form but of meaning: an example that comes
out differently, a question nobody needs, a part that lacks its citation.
"""

from collections.abc import Iterable, Iterator

from openkader.base.text import Text
from openkader.kader.assessing import Assessment, Assessor, facts_used
from openkader.kader.constraints import Constraint
from openkader.kader.findings import Finding, Severity, error, warning
from openkader.kader.library import up_for_review
from openkader.kader.model import (
    ActionLine,
    Consultation,
    Filling,
    Kader,
    Mandate,
    Measure,
    MessageLine,
    Outcome,
    Precondition,
    ProposalRow,
    Scenario,
)

_Cited = (
    ProposalRow
    | Constraint
    | Precondition
    | ActionLine
    | Measure
    | MessageLine
    | Consultation
    | Filling
    | Mandate
)


def check_kader(kader: Kader) -> list[Finding]:
    """All findings on one kader, errors first."""
    findings = [
        *_failed_scenarios(kader),
        *_outcomes_without_scenario(kader),
        *_outcomes_without_mandate(kader),
        *_unasked(kader),
        *_unused(kader),
        *_uncited(kader),
        *_without_policy(kader),
        *_superseded(kader),
        *_unshown(kader),
    ]
    return sorted(findings, key=lambda finding: list(Severity).index(finding.severity))


def _failed_scenarios(kader: Kader) -> Iterator[Finding]:
    assessor = Assessor(kader)
    known = {row.id for row in kader.proposal} | {measure.id for measure in kader.measures}
    known |= {mandate.id for mandate in kader.mandates}
    for scenario in kader.scenarios:
        named = (scenario.row, *scenario.measures, *scenario.mandates)
        unknown = [name for name in named if name not in known]
        if unknown:
            names = ", ".join(unknown)
            yield error(
                "scenario-name",
                scenario.where,
                Text(nl=f"{scenario.id} noemt {names}, maar dat kent het kader niet.",
                     en=f"{scenario.id} names {names}, which the kader does not know."),
            )  # fmt: skip
        yield from _compare(assessor, scenario)


def _compare(assessor: Assessor, scenario: Scenario) -> Iterator[Finding]:
    """The example against what the kader makes of it."""
    found = assessor.assess(scenario.facts)
    reasons = ", ".join(row.id for row in found.deciding) or "-"
    if found.outcome is not scenario.outcome or scenario.row not in {row.id for row in found.deciding}:
        wanted, got = f"{scenario.outcome} ({scenario.row})", f"{found.outcome} ({reasons})"
        yield error(
            "scenario-outcome",
            scenario.where,
            Text(nl=f"{scenario.id} hoort {wanted} te geven, maar geeft {got}.",
                 en=f"{scenario.id} must give {wanted} but gives {got}."),
        )  # fmt: skip
    for broken in found.impossible:
        yield error(
            "scenario-impossible",
            scenario.where,
            Text(nl=f"{scenario.id} kan volgens ‘{broken.id}’ niet: {broken.text.nl}",
                 en=f"{scenario.id} cannot be, says ‘{broken.id}’: {broken.text.en}"),
        )  # fmt: skip
    for code, (wanted_parts, found_parts) in _parts(scenario, found).items():
        missing = sorted(set(wanted_parts) - set(found_parts))
        if missing:
            names = ", ".join(missing)
            yield error(
                code,
                scenario.where,
                Text(nl=f"{scenario.id} hoort te vragen om {names}, maar het kader vraagt daar niet om.",
                     en=f"{scenario.id} must ask for {names}, but the kader does not."),
            )  # fmt: skip


def _parts(scenario: Scenario, found: Assessment) -> dict[str, tuple[Iterable[str], Iterable[str]]]:
    """What the example must ask for beside what the kader asks for, by the code of the finding."""
    mandatory = [item.desk for item, truth in found.consultations if item.mandatory and truth]
    return {
        "scenario-measures": (scenario.measures, (measure.id for measure in found.asked_measures)),
        "scenario-consultations": (scenario.consultations, mandatory),
        "scenario-mandates": (scenario.mandates, (mandate.id for mandate in found.mandates)),
    }


def _outcomes_without_scenario(kader: Kader) -> Iterator[Finding]:
    shown = {scenario.outcome for scenario in kader.scenarios}
    for outcome in sorted({row.outcome for row in kader.proposal} - shown):
        yield warning(
            "outcome-without-scenario",
            "scenarios",
            Text(nl=f"Geen voorbeeld leidt tot ‘{outcome}’.", en=f"No example leads to ‘{outcome}’."),
        )


def _outcomes_without_mandate(kader: Kader) -> Iterator[Finding]:
    """An outcome that nobody may ever decide on; a kader without mandates leaves it to the organisation."""
    covered = {outcome for mandate in kader.mandates for outcome in mandate.outcomes}
    for outcome in Outcome if kader.mandates else ():
        if outcome not in covered:
            yield warning(
                "outcome-without-mandate",
                "mandates",
                Text(
                    nl=f"Niemand heeft mandaat voor ‘{outcome}’.", en=f"Nobody has a mandate for ‘{outcome}’."
                ),
            )


def _unasked(kader: Kader) -> Iterator[Finding]:
    for fact in kader.asked:
        if fact.question is None:
            yield error(
                "no-question",
                fact.id,
                Text(nl=f"Het feit ‘{fact.id}’ wordt niet afgeleid en heeft geen vraag.",
                     en=f"The fact ‘{fact.id}’ is not derived and has no question."),
            )  # fmt: skip


def _unused(kader: Kader) -> Iterator[Finding]:
    used = facts_used(kader)
    for fact in kader.asked:
        if fact.id not in used:
            yield warning(
                "unused-fact",
                fact.id,
                Text(nl=f"De vraag ‘{fact.id}’ wordt gesteld, maar geen regel gebruikt haar.",
                     en=f"The question ‘{fact.id}’ is asked, but no rule uses it."),
            )  # fmt: skip


def _name(part: _Cited) -> str:
    if isinstance(part, Filling):
        return part.fact
    return part.desk if isinstance(part, Consultation) else part.id


def _uncited(kader: Kader) -> Iterator[Finding]:
    parts: list[_Cited] = [
        *kader.proposal,
        *kader.constraints,
        *kader.preconditions,
        *kader.action_lines,
        *kader.measures,
        *kader.consultations,
        *kader.fillings,
        *kader.mandates,
        *kader.messages,
    ]
    for part in parts:
        name = _name(part)
        if not part.cites:
            yield warning(
                "no-citation",
                name,
                Text(nl=f"‘{name}’ verwijst naar geen enkele passage.", en=f"‘{name}’ cites no passage."),
            )


def _without_policy(kader: Kader) -> Iterator[Finding]:
    """A line that rests on nothing, beside others that do; a kader without any policy leaves it to the organisation."""
    for line in kader.messages if any(one.policy for one in kader.messages) else ():
        if line.policy is None:
            yield warning(
                "no-policy",
                line.id,
                Text(
                    nl=f"De boodschap ‘{line.id}’ rust op geen beleid.",
                    en=f"The line ‘{line.id}’ rests on no policy.",
                ),
            )


def _superseded(kader: Kader) -> Iterator[Finding]:
    for one in up_for_review(kader):
        yield warning(
            "up-for-review",
            one.use.rule,
            Text(nl=f"‘{one.use.rule}’ verwijst naar {one.older}, maar daarop volgde {one.newer}. Lees de regel na.",
                 en=f"‘{one.use.rule}’ cites {one.older}, which was followed by {one.newer}. Read the rule again."),
        )  # fmt: skip


def _unshown(kader: Kader) -> Iterator[Finding]:
    shown = {name for chapter in kader.report for name in (*chapter.figures, *chapter.action_lines)}
    names = [*(figure.id for figure in kader.figures), *(line.id for line in kader.action_lines)]
    for name in names:
        if name not in shown:
            yield warning(
                "not-in-report",
                name,
                Text(nl=f"‘{name}’ staat in geen hoofdstuk.", en=f"‘{name}’ stands in no chapter."),
            )
