"""The loader: a kader is read whole or not at all, and everything that is wrong is said at once."""

from datetime import date
from pathlib import Path

import pytest

from openkader.base.text import Text
from openkader.kader import Outcome
from openkader.kader.conditions import ALWAYS, facts_in
from openkader.kader.conditions import tests_in as every_test_in  # pytest would collect its own name
from openkader.kader.model import Pillar
from openkader.kader.sources import ListStatus
from tests.unit.kader_factories import PACK, changed, load, problems_of


def test_a_complete_kader_is_read_as_it_is_written(tmp_path: Path) -> None:
    kader = load(tmp_path)
    assert kader.id == "province/2024-01-01"
    assert (kader.organisation, kader.in_force_from) == (Text("Provincie", "Province"), date(2024, 1, 1))
    assert (kader.adopted, kader.reconstructed, kader.note) == (Text("Aangenomen", "Adopted"), None, None)
    assert list(kader.facts) == ["demand", "kind", "risk", "P1"]
    assert [table.gives for table in kader.tables] == ["risk", "P1"]
    assert [(row.id, row.outcome) for row in kader.proposal] == [
        ("no_demand", Outcome.REFUSE),
        ("in_line", Outcome.TAKE_UP),
    ]
    assert (kader.proposal[0].ground, kader.proposal[0].instrument) == ("law", "letter")
    assert [(passage.source, passage.place) for passage in kader.preconditions[0].cites] == [
        ("LAW", "art. 1")
    ]
    assert [fact.id for fact in kader.asked] == ["demand", "kind"]


def test_lines_measures_and_advice_are_read(tmp_path: Path) -> None:
    kader = load(tmp_path)
    (line,) = kader.action_lines
    assert (line.pillar, line.number) == (Pillar.ECONOMIC, 1)
    assert [(measure.id, measure.line, measure.when) for measure in kader.measures] == [
        ("E1.list", "E1", ALWAYS)
    ]
    (consultation,) = kader.consultations
    assert (consultation.desk, consultation.mandatory) == ("rvo", True)
    assert [message.topic for message in kader.messages] == ["ip"]


def test_lists_say_how_much_of_them_is_here(tmp_path: Path) -> None:
    kader = load(tmp_path)
    assert kader.lists["slot"].status is ListStatus.NOT_FOUND
    assert kader.lists["slot"].items == ()
    assert kader.lists["topics"].status is ListStatus.PARTIAL
    item = kader.lists["desks"].item("rvo")
    assert item is not None
    assert item.text == Text("RVO", "RVO")
    assert kader.lists["desks"].item("nctv") is None


def test_a_figure_counts_a_collection_of_the_register(tmp_path: Path) -> None:
    kader = load(tmp_path)
    (figure,) = kader.figures
    assert (figure.counts, figure.of, figure.distinct) == ("activities", None, False)
    assert figure.where == kader.tables[0].rows[0].when  # both ask for a visit
    assert [option.code for option in kader.records["activities"]["kind"].options] == [
        "talk",
        "visit",
        "other",
    ]
    assert kader.records["activities"]["counts"].yes == Text("telt", "counts")
    assert "counts" not in kader.records["talks"]


def test_a_scenario_is_fictional_unless_it_says_otherwise(tmp_path: Path) -> None:
    first, second = load(tmp_path).scenarios
    assert (first.fictional, second.fictional) == (True, False)
    assert first.facts == {"kind": "visit", "demand": True}
    assert (first.outcome, first.row, first.measures) == (Outcome.TAKE_UP, "in_line", ("E1.list",))
    assert first.where == "scenarios.yaml:2"


def test_an_example_may_leave_a_question_unknown(tmp_path: Path) -> None:
    kader = load(tmp_path, changed("scenarios.yaml", "facts: {demand: false}", "facts: {demand: null}"))
    assert kader.scenarios[1].facts == {"demand": None}


OPTIONAL = {
    "more.yaml": """\
        kader:
          organisation: {nl: P, en: P}
          title: {nl: K, en: K}
          in_force_from: 2024-01-01
          adopted: {nl: A, en: A}
          reconstructed: {nl: Nagebouwd, en: Rebuilt}
          note: {nl: Let op, en: Mind}
        sources:
          - {id: S, title: {nl: B, en: S}, publisher: R, date: "2023", url: https://example.org, available: false,
             note: {nl: Weg, en: Gone}}
        lists:
          - {id: l, title: {nl: L, en: L}, status: found, publisher: EU, date: "2023", url: https://example.org,
             note: {nl: p, en: p}, stands_in_for: slot, items: [{code: a, nl: A, en: A, words: "letterlijk"}]}
        facts:
          - {id: f, type: several, label: {nl: f, en: f}, help: {nl: h, en: h}, answered_by: adviser,
             worsens: true, options_from: [l], options: [{code: b, nl: B, en: B}],
             yes: {nl: "ja", en: "wel"}, no: {nl: "nee", en: "niet"}}
          - {id: k, type: country, label: {nl: k, en: k}}
        tables:
          - {gives: f, note: {nl: p, en: p}, rows: [{when: {k: CN}, value: [a, b]}]}
        proposal:
          - {id: r, outcome: refer, when: {f: a}, reason: {nl: r, en: r}, terms: [{nl: t, en: t}]}
        action_lines:
          - {id: M1, pillar: human_rights, number: 1, text: {nl: m, en: m}, applies: {f: a}, measures: [
              {id: M1.a, text: {nl: m, en: m}, evidence: {nl: e, en: e}, when: {f: b},
                owner: {nl: o, en: o}, moment_days: -7}]}
        figures:
          - {id: g, text: {nl: g, en: g}, definition: {nl: g, en: g}, counts: talks,
             distinct: true, unit: {nl: u, en: u}}
        """
}


def test_what_may_be_left_out_is_read_where_it_stands(tmp_path: Path) -> None:
    alone = dict.fromkeys(PACK) | {"more.yaml": OPTIONAL["more.yaml"]}
    kader = load(tmp_path, alone)
    assert (kader.reconstructed, kader.note) == (Text("Nagebouwd", "Rebuilt"), Text("Let op", "Mind"))
    source = kader.sources["S"]
    assert (source.date, source.url, source.available) == ("2023", "https://example.org", False)
    listing = kader.lists["l"]
    assert (listing.publisher, listing.date, listing.stands_in_for) == ("EU", "2023", "slot")
    assert listing.items[0].passage == "letterlijk"
    fact = kader.facts["f"]
    assert ([option.code for option in fact.options], fact.lists) == (["b", "a"], ("l",))
    assert (fact.answered_by, fact.worsens, fact.help) == ("adviser", ("b", "a"), Text("h", "h"))
    (table,) = kader.tables
    assert (table.rows[0].value, table.otherwise, table.note) == (frozenset("ab"), None, Text("p", "p"))
    assert kader.proposal[0].terms == (Text("t", "t"),)
    (measure,) = kader.measures
    assert (measure.moment_days, measure.owner) == (-7, Text("o", "o"))
    assert list(facts_in(measure.when)) == ["f"]
    (figure,) = kader.figures
    assert (figure.where, figure.distinct, figure.unit) == (ALWAYS, True, Text("u", "u"))


def test_the_digest_changes_with_every_byte_and_every_name(tmp_path: Path) -> None:
    first = load(tmp_path / "a").digest
    assert first == load(tmp_path / "b").digest
    assert len(first) == 64
    assert first != load(tmp_path / "c", changed("facts.yaml", "er is vraag", "er is vraag!")).digest
    assert first != load(tmp_path / "d", {"facts.yaml": None, "vragen.yaml": PACK["facts.yaml"]}).digest


def test_parts_may_be_spread_over_files_and_folders(tmp_path: Path) -> None:
    spread = {"scenarios.yaml": None, "examples/all.yaml": PACK["scenarios.yaml"]}
    assert load(tmp_path, spread).scenarios[0].where == "examples/all.yaml:2"


def test_all_problems_come_at_once_by_file_and_line(tmp_path: Path) -> None:
    wrong = {
        **changed("facts.yaml", "    type: choice", "    type: choice\n    type: choice"),
        **changed("kader.yaml", "in_force_from: 2024-01-01", "in_force_from: 2024-02-30"),
        **changed("rules.yaml", "{kind: visit}, value", "{kid: visit}, value"),
        **changed("scenarios.yaml", "row: no_demand", "row: no"),
        "extra.yaml": "wrong: 1\n",
    }
    assert [(problem.where, problem.code) for problem in problems_of(tmp_path, wrong)] == [
        ("extra.yaml:1", "document.unknown-key"),
        ("facts.yaml:10", "document.duplicate-key"),
        ("kader.yaml:4", "document.no-such-date"),
        ("rules.yaml:2", "condition.unknown-fact"),
        ("scenarios.yaml:12", "document.ambiguous-word"),
    ]


def test_a_file_that_cannot_be_read_hides_no_other_and_blames_no_other(tmp_path: Path) -> None:
    wrong = {"facts.yaml": "facts: [\n", "lists.yaml": "lists: *x\n", "kader.yaml": "a: no\na: 1\n"}
    assert [(problem.where, problem.code) for problem in problems_of(tmp_path, wrong)] == [
        ("facts.yaml:2", "document.syntax"),
        ("kader.yaml:1", "document.ambiguous-word"),
        ("kader.yaml:2", "document.duplicate-key"),
        ("kader.yaml:2", "document.unknown-key"),
        ("lists.yaml:1", "document.syntax"),
    ]


TWICE = [
    ("sources", "{id: LAW, title: {nl: a, en: a}, publisher: a}"),
    ("lists", "{id: slot, title: {nl: a, en: a}, status: not_found}"),
    ("facts", "{id: kind, type: number, label: {nl: a, en: a}}"),
    ("preconditions", "{id: P1, text: {nl: a, en: a}, holds: {demand: true}}"),
    ("proposal", "{id: in_line, outcome: hold, when: {demand: true}, reason: {nl: a, en: a}}"),
    ("action_lines", "{id: E1, pillar: economic, number: 1, text: {nl: a, en: a}, applies: {P1: true}, measures: []}"),
    ("messages", "{id: ip, topic: ip, text: {nl: a, en: a}, audience: {nl: a, en: a}, when: {demand: true}}"),
    ("figures", "{id: visits, text: {nl: a, en: a}, definition: {nl: a, en: a}, counts: talks}"),
    ("report", "{id: one, title: {nl: a, en: a}}"),
    ("scenarios", "{id: S1, text: {nl: a, en: a}, facts: {}, outcome: hold, row: in_line}"),
]  # fmt: skip


@pytest.mark.parametrize(("part", "written"), TWICE, ids=[part for part, _ in TWICE])
def test_no_part_may_name_the_same_thing_twice_over_all_files(
    tmp_path: Path, part: str, written: str
) -> None:
    again = {"zz.yaml": f"{part}:\n  # once more\n  - {written}\n"}
    assert [problem.where for problem in problems_of(tmp_path, again)
            if problem.code == "kader.duplicate-id"][:1] == ["zz.yaml:3"]  # fmt: skip


def test_a_part_that_stands_in_two_files_is_read_from_both(tmp_path: Path) -> None:
    more = {"zz.yaml": "sources: [{id: BOOK, title: {nl: a, en: a}, publisher: a}]\n"}
    assert list(load(tmp_path, more).sources) == ["LAW", "BOOK"]


def test_nothing_else_is_said_of_a_folder_without_a_header(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, {"kader.yaml": None, "lists.yaml": "wrong: 1\n"})[:1]
    assert (problem.code, problem.where) == ("kader.no-header", "2024-01-01")
    codes = {problem.code for problem in problems_of(tmp_path, {"kader.yaml": None})}
    assert codes == {"kader.no-header"}


def test_a_circle_among_records_is_found_beside_other_problems(tmp_path: Path) -> None:
    circle = (
        "tables: [{gives: counts, over: activities, rows: [{when: {counts: true}, value: true}]}]\nwrong: 1\n"
    )
    assert [(problem.where, problem.code) for problem in problems_of(tmp_path, {"zz.yaml": circle})] == [
        ("zz.yaml:1", "kader.circle"),
        ("zz.yaml:2", "document.unknown-key"),
    ]


@pytest.mark.parametrize(
    ("written", "graver"),
    [("true", ("b", "a")), ("[a, b]", ("a", "b")), ("[a]", ("a",)), ("false", ())],
)
def test_findings_are_graver_in_the_order_that_is_written(
    tmp_path: Path, written: str, graver: tuple[str, ...]
) -> None:
    text = OPTIONAL["more.yaml"].replace("worsens: true", f"worsens: {written}")
    assert load(tmp_path, dict.fromkeys(PACK) | {"more.yaml": text}).facts["f"].worsens == graver


def test_a_finding_that_is_no_option_is_a_problem(tmp_path: Path) -> None:
    text = OPTIONAL["more.yaml"].replace("worsens: true", "worsens: [a, zz]")
    (problem,) = problems_of(tmp_path, dict.fromkeys(PACK) | {"more.yaml": text})
    assert problem.code == "condition.not-an-option"
    assert problem.detail == {"fact": "f", "value": "zz", "options": "b, a"}


def test_a_truth_that_worsens_names_the_truth_itself(tmp_path: Path) -> None:
    worse = changed(
        "facts.yaml", "label: {nl: vraag, en: demand}", "label: {nl: vraag, en: demand}\n    worsens: true"
    )
    assert load(tmp_path, worse).facts["demand"].worsens == ("true",)


def test_a_list_may_be_used_in_every_condition(tmp_path: Path) -> None:
    kinds = (
        "lists: [{id: kinds, title: {nl: a, en: a}, status: found, items: [{code: visit, nl: a, en: a}]}]\n"
    )
    listed = {
        **changed("kader.yaml", "holds: {demand: true}", "holds: {kind: {in_list: kinds}}"),
        **changed("rules.yaml", "rows: [{when: {kind: visit}", "rows: [{when: {kind: {in_list: kinds}}"),
        **changed("figures.yaml", "where: {kind: visit}", "where: {kind: {in_list: kinds}}"),
        "lists/kinds.yaml": kinds,
    }
    kader = load(tmp_path, listed)
    found = kader.preconditions[0].holds
    assert [test.listing for test in every_test_in(found)] == ["kinds"]
    assert kader.tables[0].rows[0].when == kader.figures[0].where == found
