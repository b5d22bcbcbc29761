"""What the check finds in a kader that could be read: meaning, not form."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from openkader.kader import Finding, Severity, check_kader
from tests.unit.kader_factories import PACK, changed, load, plain_id


def check(folder: Path, changes: Mapping[str, str | None]) -> list[Finding]:
    return check_kader(load(folder, changes))


def found(folder: Path, changes: Mapping[str, str | None]) -> list[tuple[str, str, str]]:
    return [(finding.severity, finding.code, finding.where) for finding in check(folder, changes)]


def test_a_kader_that_keeps_its_word_has_no_findings(tmp_path: Path) -> None:
    assert check(tmp_path, {}) == []
    assert check(tmp_path, ASSERTED) == []


ASSERTED = changed(
    "scenarios.yaml", "[E1.list]", "[E1.list]\n    consultations: [rvo]\n    mandates: [together]"
)
NEVER = """\
    constraints:
      - id: visit_without_demand
        text: {nl: Een bezoek zonder vraag bestaat niet., en: No visit is without demand.}
        never: {kind: visit, demand: true}
        cites: [{source: LAW}]
    """
UNUSED = "{id: age, type: number, label: {nl: l, en: l}, question: {nl: q, en: q}}"


@pytest.mark.parametrize(
    ("changes", "severity", "code", "where"),
    [
        (
            changed("scenarios.yaml", "outcome: take_up", "outcome: hold"),
            "error",
            "scenario-outcome",
            "scenarios.yaml:2",
        ),
        ({"never.yaml": NEVER}, "error", "scenario-impossible", "scenarios.yaml:2"),
        (
            {"never.yaml": NEVER.replace("cites", "# cites").replace("visit,", "talk,")},
            "warning",
            "no-citation",
            "visit_without_demand",
        ),
        (
            changed("scenarios.yaml", "row: no_demand", "row: in_line"),
            "error",
            "scenario-outcome",
            "scenarios.yaml:8",
        ),
        (
            changed("scenarios.yaml", "kind: visit, demand", "kind: talk, demand"),
            "error",
            "scenario-measures",
            "scenarios.yaml:2",
        ),
        (
            changed("facts.yaml", "    question: {nl: Wat is het?, en: What is it?}\n", ""),
            "error",
            "no-question",
            "kind",
        ),
        (
            changed("scenarios.yaml", "outcome: refuse", "outcome: hold"),
            "warning",
            "outcome-without-scenario",
            "scenarios",
        ),
        (
            changed("facts.yaml", "  - id: risk", f"  - {UNUSED}\n  - id: risk"),
            "warning",
            "unused-fact",
            "age",
        ),
        (
            changed("kader.yaml", "    cites: [{source: LAW, place: art. 1}]\n", ""),
            "warning",
            "no-citation",
            "P1",
        ),
        (
            ASSERTED | changed("rules.yaml", "    mandatory: true", "    mandatory: false"),
            "error",
            "scenario-consultations",
            "scenarios.yaml:2",
        ),
        (
            ASSERTED
            | changed("deciding.yaml", "    role: decider", "    role: decider\n    when: {risk: false}"),
            "error",
            "scenario-mandates",
            "scenarios.yaml:2",
        ),
        (
            changed("scenarios.yaml", "[E1.list]", "[E1.list]\n    mandates: [nobody]"),
            "error",
            "scenario-name",
            "scenarios.yaml:2",
        ),
        (
            changed("deciding.yaml", "    role: decider", "    role: decider\n    outcomes: [take_up, hold]"),
            "warning",
            "outcome-without-mandate",
            "mandates",
        ),
        (changed("figures.yaml", "    figures: [visits]\n", ""), "warning", "not-in-report", "visits"),
        (changed("figures.yaml", "    action_lines: [E1]\n", ""), "warning", "not-in-report", "E1"),
    ],
)
def test_each_finding_has_its_severity_code_and_place(
    tmp_path: Path, changes: Mapping[str, str | None], severity: str, code: str, where: str
) -> None:
    assert (severity, code, where) in found(tmp_path, changes)


def test_every_rule_without_a_citation_is_named(tmp_path: Path) -> None:
    bare = {
        file: "\n".join(line for line in PACK[file].splitlines() if "cites:" not in line)
        for file in ("rules.yaml", "deciding.yaml")
    }
    assert found(tmp_path, bare) == [
        ("warning", "no-citation", name)
        for name in ("no_demand", "in_line", "E1", "E1.list", "rvo", "alone", "together", "ip")
    ]


def test_a_scenario_that_names_what_is_not_there_is_told_so_once(tmp_path: Path) -> None:
    wrong = changed("scenarios.yaml", "measures: [E1.list]", "measures: [E1.lst, E9]")
    (name, missing) = check(tmp_path, wrong)
    assert name.text.en == "S1 names E1.lst, E9, which the kader does not know."
    assert name.text.nl == "S1 noemt E1.lst, E9, maar dat kent het kader niet."
    assert (name.code, name.where) == ("scenario-name", "scenarios.yaml:2")
    assert missing.text.en == "S1 must ask for E1.lst, E9, but the kader does not."


def test_a_finding_says_what_was_wanted_and_what_came_out(tmp_path: Path) -> None:
    (finding,) = check(tmp_path, changed("scenarios.yaml", "kind: visit, demand: true", "kind: visit"))
    assert finding.text.en == "S1 must give take_up (in_line) but gives hold (-)."
    assert finding.text.nl == "S1 hoort take_up (in_line) te geven, maar geeft hold (-)."


def test_errors_come_before_warnings(tmp_path: Path) -> None:
    wrong = changed("facts.yaml", "    question: {nl: Wat is het?, en: What is it?}\n", "") | changed(
        "scenarios.yaml", "outcome: refuse", "outcome: take_up"
    )
    findings = check(tmp_path, wrong)
    assert [finding.severity for finding in findings] == [Severity.ERROR, Severity.ERROR, Severity.WARNING]
    assert findings[-1].text.en == "No example leads to ‘refuse’."
    assert findings[-1].text.nl == "Geen voorbeeld leidt tot ‘refuse’."


NO_QUESTION = changed("facts.yaml", "    question: {nl: Wat is het?, en: What is it?}\n", "")
UNUSED_FACT = changed("facts.yaml", "  - id: risk", f"  - {UNUSED}\n  - id: risk")
UNCITED = changed("kader.yaml", "    cites: [{source: LAW, place: art. 1}]\n", "")
UNSHOWN = changed("figures.yaml", "    figures: [visits]\n", "")
UNMEASURED = changed("scenarios.yaml", "kind: visit, demand", "kind: talk, demand")


@pytest.mark.parametrize(
    ("changes", "dutch", "english"),
    [
        (
            NO_QUESTION,
            "Het feit ‘kind’ wordt niet afgeleid en heeft geen vraag.",
            "The fact ‘kind’ is not derived and has no question.",
        ),
        (
            UNUSED_FACT,
            "De vraag ‘age’ wordt gesteld, maar geen regel gebruikt haar.",
            "The question ‘age’ is asked, but no rule uses it.",
        ),
        (UNCITED, "‘P1’ verwijst naar geen enkele passage.", "‘P1’ cites no passage."),
        (UNSHOWN, "‘visits’ staat in geen hoofdstuk.", "‘visits’ stands in no chapter."),
        (
            UNMEASURED,
            "S1 hoort te vragen om E1.list, maar het kader vraagt daar niet om.",
            "S1 must ask for E1.list, but the kader does not.",
        ),
    ],
    ids=plain_id,
)
def test_a_finding_says_in_both_languages_what_is_wrong(
    tmp_path: Path, changes: Mapping[str, str | None], dutch: str, english: str
) -> None:
    (finding,) = check(tmp_path, changes)
    assert (finding.text.nl, finding.text.en) == (dutch, english)


def test_every_reason_that_decides_is_named(tmp_path: Path) -> None:
    second = "    reason: {nl: Past, en: Fits}\n    cites: [{source: LAW}]\n"
    more = (
        second
        + "  - {id: also, outcome: take_up, when: {kind: visit}, reason: {nl: r, en: r}, cites: [{source: LAW}]}\n"
    )
    wrong = changed("rules.yaml", second, more) | changed("scenarios.yaml", "row: in_line", "row: no_demand")
    (finding,) = check(tmp_path, wrong)
    assert finding.text.en == "S1 must give take_up (no_demand) but gives take_up (in_line, also)."


def test_every_finding_speaks_both_languages(tmp_path: Path) -> None:
    findings = check(tmp_path, {"scenarios.yaml": None, "figures.yaml": None})
    assert {finding.code for finding in findings} == {"outcome-without-scenario", "not-in-report"}
    assert all(finding.text.nl != finding.text.en for finding in findings)
