"""Every mistake in a kader is named: the place, the code, and what it says about it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from openkader.base.errors import Problem
from tests.unit.kader_factories import changed, plain_id, problems_of

PARTS = (
    "action_lines, citations, constraints, consultations, counting_fields, facts, figures, fillings, kader, lists, "
    "mandates, messages, policies, preconditions, proposal, public_account, register_lists, report, scenarios, "
    "sources, tables"
)
COLLECTIONS = (
    "requests, decisions, activities, participations, agreements, talks, measures, recommendations, findings"
)

SAYS = "asked, no_objection, conditions, objection, cannot_judge"


def filling(fact: str, says: str, value: str, desk: str = "rvo") -> Mapping[str, str | None]:
    """A question that advice answers, in a file of its own."""
    line = f"{{fact: {fact}, desks: [{desk}], answers: [{{says: {says}, value: {value}}}]}}"
    return {"filling.yaml": f"fillings:\n  - {line}\n"}


def constraint(never: str) -> Mapping[str, str | None]:
    """What no case can be, in a file of its own."""
    return {"never.yaml": f"constraints:\n  - {{id: a, text: {{nl: a, en: a}}, never: {{{never}}}}}\n"}


NEVER = "{id: a, text: {nl: a, en: a}, never: {kind: talk}}"
TWICE = "{id: E1.list, text: {nl: a, en: a}, evidence: {nl: a, en: a}}"

# Every key on a line of its own: a problem stands where its key does.
SPREAD: Mapping[str, str | None] = {
    "zz.yaml": """\
        tables:
          - note: {nl: a, en: a}
            rows: []
            gives: riks
          - gives: risk
            over: visits
            rows: []
        lists:
          - id: empty
            title: {nl: a, en: a}
            status: not_found
            items: [{code: a, nl: a, en: a}]
        messages:
          - id: msg
            topic: ip
            text: {nl: a, en: a}
            audience: {nl: a, en: a}
            when: {demand: true}
            cites:
              - place: p
                source: LAWS
        counting_fields:
          - field:
              {id: x, type: number, label: {nl: a, en: a}}
            over: visits
        """
}

# What is changed, and what is said of it: place, code and details.
MISTAKES: list[tuple[Mapping[str, str | None], str]] = [
    (
        changed("kader.yaml", "publisher: Rijk", "publisher: Rijk, date: 2023"),
        "kader.yaml:7 document.wrong-type text integer",
    ),
    (changed("kader.yaml", ", en: Framework", ""), "kader.yaml:3 document.missing-key en"),
    (changed("kader.yaml", "en: Framework", "en: ''"), "kader.yaml:3 document.empty-text en"),
    (
        changed("kader.yaml", "in_force_from: 2024-01-01", "in_force_from:"),
        "kader.yaml:4 document.missing-key in_force_from",
    ),
    (
        changed("kader.yaml", "sources:", "bronnen:"),
        f"kader.yaml:7 document.unknown-key bronnen {PARTS}",
    ),
    ({"kader.yaml": None}, "2024-01-01 kader.no-header"),
    ({"again.yaml": "kader: {}\n"}, "kader.yaml:2 document.duplicate-key kader"),
    (changed("facts.yaml", "id: kind", "id: demand"), "facts.yaml:8 kader.duplicate-id demand"),
    (changed("kader.yaml", "id: P1", "id: kind"), "kader.yaml:9 kader.duplicate-id kind"),
    (changed("rules.yaml", "id: in_line", "id: no_demand"), "rules.yaml:11 kader.duplicate-id no_demand"),
    (changed("facts.yaml", "{code: visit, nl", "{code: talk, nl"), "facts.yaml:12 kader.duplicate-id talk"),
    (
        changed("rules.yaml", "otherwise: false}", "otherwise: false}\n  - {gives: risk, rows: []}"),
        "rules.yaml:3 kader.duplicate-id risk",
    ),
    (
        changed("rules.yaml", "otherwise: false}", "otherwise: false}\n  - {gives: P1, rows: []}"),
        "rules.yaml:3 kader.duplicate-id P1",
    ),
    (changed("figures.yaml", "id: counts", "id: country"), "figures.yaml:4 kader.duplicate-id country"),
    (
        changed("kader.yaml", "{source: LAW, place", "{source: LAWS, place"),
        "kader.yaml:12 kader.unknown-source LAWS",
    ),
    (
        changed("figures.yaml", "counts: activities", "counts: visits"),
        f"figures.yaml:13 kader.unknown-collection visits {COLLECTIONS}",
    ),
    (
        changed("figures.yaml", "over: activities", "over: visits"),
        f"figures.yaml:2 kader.unknown-collection visits {COLLECTIONS}",
    ),
    (
        changed("rules.yaml", "{gives: risk,", "{gives: risk, over: visits,"),
        f"rules.yaml:2 kader.unknown-collection visits case, {COLLECTIONS}",
    ),
    (
        changed("figures.yaml", "figures: [visits]", "figures: [visit]"),
        "figures.yaml:18 kader.unknown-name visit figures",
    ),
    (
        changed("figures.yaml", "action_lines: [E1]", "action_lines: [E9]"),
        "figures.yaml:19 kader.unknown-name E9 action_lines",
    ),
    (
        changed("figures.yaml", "preconditions: [P1]", "preconditions: [P9]"),
        "figures.yaml:20 kader.unknown-name P9 preconditions",
    ),
    (
        changed("rules.yaml", "    measures:\n", f"    measures:\n      - {TWICE}\n"),
        "rules.yaml:31 kader.duplicate-id E1.list",
    ),
    (
        changed("rules.yaml", "pillar: economic", "pillar: green"),
        "rules.yaml:24 kader.unknown-word green economic, human_rights",
    ),
    (
        changed("rules.yaml", "outcome: take_up", "outcome: accept"),
        "rules.yaml:12 kader.unknown-word accept take_up, take_up_with_conditions, hold, refer, refuse",
    ),
    (
        changed("scenarios.yaml", "outcome: refuse", "outcome: 1"),
        "scenarios.yaml:11 kader.unknown-word 1 take_up, take_up_with_conditions, hold, refer, refuse",
    ),
    (
        changed("facts.yaml", "type: choice", "type: choise"),
        "facts.yaml:9 kader.unknown-word choise truth, choice, several, number, date, country",
    ),
    (
        changed("lists.yaml", "status: partial", "status: some"),
        "lists.yaml:5 kader.unknown-word some found, partial, not_found, general_knowledge_unverified",
    ),
    (filling("demnd", "asked", "true"), "filling.yaml:2 condition.unknown-fact demnd demand"),
    (filling("demand", "yes", "true"), f"filling.yaml:2 kader.unknown-word yes {SAYS}"),
    (filling("demand", "asked", "pending"), "filling.yaml:2 facts.not-an-answer pending truth"),
    (filling("demand", "asked", "true", "bz"), "filling.yaml:2 kader.not-on-list bz desks"),
    (filling("demand", "asked", ""), "filling.yaml:2 document.missing-key value"),
    (changed("rules.yaml", "ground: law", "ground: lore"), "rules.yaml:6 kader.not-on-list lore grounds"),
    (
        changed("rules.yaml", "instrument: letter", "instrument: call"),
        "rules.yaml:7 kader.not-on-list call instruments",
    ),
    (
        changed("rules.yaml", "instrument: letter", "refer_to: [rvo, bz]"),
        "rules.yaml:7 kader.not-on-list bz desks",
    ),
    (changed("rules.yaml", "desk: rvo", "desk: bz"), "rules.yaml:17 kader.not-on-list bz desks"),
    (changed("rules.yaml", "topic: ip", "topic: tea"), "rules.yaml:36 kader.not-on-list tea topics"),
    (
        changed("lists.yaml", "status: not_found", "status: not_found, items: [{code: a, nl: a, en: a}]"),
        "lists.yaml:6 kader.slot-not-empty slot",
    ),
    (changed("facts.yaml", "type: choice", "type: number"), "facts.yaml:8 kader.options kind number"),
    (
        changed("facts.yaml", "    options: [", "    options: [] # ["),
        "facts.yaml:8 kader.options kind choice",
    ),
    (
        changed("facts.yaml", "    no: {nl: er is geen vraag, en: there is no demand}\n", ""),
        "facts.yaml:2 kader.needs-statements demand",
    ),
    (
        changed("facts.yaml", "options: [{code: talk,", "options_from: [none]\n    options: [{code: talk,"),
        "facts.yaml:12 condition.unknown-list none",
    ),
    (
        changed("rules.yaml", "{gives: risk,", "{gives: riks,"),
        "rules.yaml:2 condition.unknown-fact riks risk",
    ),
    (
        changed("rules.yaml", "{kind: visit}, value", "{kid: visit}, value"),
        "rules.yaml:2 condition.unknown-fact kid kind",
    ),
    (changed("rules.yaml", "value: true", "value: yess"), "rules.yaml:2 facts.not-an-answer yess truth"),
    (changed("rules.yaml", "value: true", "value: "), "rules.yaml:2 document.missing-key value"),
    (
        changed("rules.yaml", "otherwise: false", "otherwise: [a, b]"),
        "rules.yaml:2 facts.not-an-answer a, b truth",
    ),
    (
        changed("rules.yaml", "otherwise: false", "otherwise: {a: b}"),
        "rules.yaml:2 facts.not-an-answer {…} truth",
    ),
    (changed("rules.yaml", "when: {P1: false}", "when:"), "rules.yaml:8 document.missing-key when"),
    (
        changed("rules.yaml", "value: true}]", "value: true}, {when: {risk: true}, value: true}]"),
        "rules.yaml:2 kader.circle risk",
    ),
    (
        changed("rules.yaml", "value: true}]", "value: true}, {when: {P1: true}, value: true}]")
        | changed("kader.yaml", "{demand: true}", "{risk: true}"),
        "rules.yaml:2 kader.circle P1, risk",
    ),
    (
        changed("scenarios.yaml", "demand: true}", "demnd: true}"),
        "scenarios.yaml:4 condition.unknown-fact demnd demand",
    ),
    (
        changed("scenarios.yaml", "kind: visit, demand", "kind: war, demand"),
        "scenarios.yaml:4 facts.not-an-answer war talk, visit",
    ),
    (
        changed("lists.yaml", "{code: rvo, nl: RVO, en: RVO}", "{code: rvo, nl: RVO}"),
        "lists.yaml:2 document.missing-key en",
    ),
    (
        changed("lists.yaml", "{code: rvo, nl: RVO, en: RVO}", "{code: rvo, nl: RVO, en: }"),
        "lists.yaml:2 document.missing-key en",
    ),
    (
        changed("lists.yaml", "{code: law, nl: wet, en: law}", "law"),
        "lists.yaml:3 document.wrong-type mapping text",
    ),
    (
        changed("rules.yaml", "    mandatory: true", "    mandatory: true\n    term_days: 0"),
        "rules.yaml:20 kader.no-term 0",
    ),
    (
        changed("rules.yaml", "    mandatory: true", "    mandatory: true\n    before: [refuse, hold]"),
        "rules.yaml:20 kader.hold-waits",
    ),
    (
        changed("rules.yaml", "    mandatory: true", "    mandatory: true\n    before: [green]"),
        "rules.yaml:20 kader.unknown-word green take_up, take_up_with_conditions, hold, refer, refuse",
    ),
    (
        changed("rules.yaml", "    mandatory: true", "    mandatory: true\n    shows: [knd]"),
        "rules.yaml:20 condition.unknown-fact knd kind",
    ),
    (
        changed("deciding.yaml", "role: decider", "role: administrator"),
        "deciding.yaml:9 kader.unknown-word administrator adviser, reviewer, decider",
    ),
    (
        changed("deciding.yaml", "role: decider", "role: decider\n    levels: [planet]"),
        "deciding.yaml:10 kader.unknown-word planet request, delegation, organisation",
    ),
    (constraint("kind: talk, demand: true, rows: 1"), "never.yaml:2 condition.unknown-fact rows risk"),
    (constraint(""), "never.yaml:2 condition.not-a-mapping"),
    (
        {"never.yaml": "constraints: [{id: a, text: {nl: a, en: a}}]\n"},
        "never.yaml:1 document.missing-key never",
    ),
    (
        {"never.yaml": f"constraints:\n  - {NEVER}\n  - {NEVER}\n"},
        "never.yaml:3 kader.duplicate-id a",
    ),
    (
        {"never.yaml": f"constraints:\n  - {NEVER[:-1]}, cites: [{{source: LAWS}}]}}\n"},
        "never.yaml:2 kader.unknown-source LAWS",
    ),
    (changed("deciding.yaml", "id: together", "id: alone"), "deciding.yaml:8 kader.duplicate-id alone"),
    (
        changed("scenarios.yaml", "[E1.list]", "[E1.list]\n    consultations: [tea]"),
        "scenarios.yaml:8 kader.not-on-list tea desks",
    ),
    (changed("figures.yaml", "id: counts\n", "di: counts\n"), "figures.yaml:4 document.missing-key id"),
    (changed("rules.yaml", "    outcome: take_up\n", ""), "rules.yaml:11 document.missing-key outcome"),
    ({"more.yaml": "counting_fields: [{over: activities}]\n"}, "more.yaml:1 document.missing-key field"),
    (SPREAD, "zz.yaml:4 condition.unknown-fact riks risk"),
    (SPREAD, f"zz.yaml:6 kader.unknown-collection visits case, {COLLECTIONS}"),
    (SPREAD, "zz.yaml:12 kader.slot-not-empty empty"),
    (SPREAD, "zz.yaml:21 kader.unknown-source LAWS"),
    (SPREAD, f"zz.yaml:25 kader.unknown-collection visits {COLLECTIONS}"),
    (
        {"zz.yaml": "tables: [{gives: risk, rows: [{when: {kind: visit}, value: [1, [2]]}]}]\n"},
        "zz.yaml:1 facts.not-an-answer [\u2026] truth",
    ),
]


def said(problem: Problem) -> str:
    return " ".join([problem.where, problem.code, *problem.detail.values()])


@pytest.mark.parametrize(("changes", "wanted"), MISTAKES, ids=plain_id)
def test_a_mistake_is_named_with_its_place(
    tmp_path: Path, changes: Mapping[str, str | None], wanted: str
) -> None:
    assert wanted in [said(problem) for problem in problems_of(tmp_path, changes)]
