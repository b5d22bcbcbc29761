"""How a year file is read: what is left out is unknown, and what is wrong has its line."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from openkader.base.errors import Invalid
from openkader.casework.vocabulary import ClaimOperator, Kind, MeasureStatus, Precision, Role, TopicSource
from openkader.register.yearfile import YearFile, read_year_file
from tests.yearfiles import year_file

Read = Callable[[str], YearFile]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    return lambda body: read_year_file(year_file(tmp_path, body))


def problems(read: Read, body: str) -> list[tuple[str, str]]:
    with pytest.raises(Invalid) as caught:
        read(body)
    return [(problem.where.rpartition(":")[2], problem.code) for problem in caught.value.problems]


def test_what_is_left_out_is_unknown(read: Read) -> None:
    activity = read("activities:\n  - {reference: X-1, title: {nl: a, en: b}}\n").activities[0]
    assert (activity.kind, activity.country, activity.programme, activity.period) == (None, None, None, None)
    assert (activity.office_holder, activity.foreign_delegation, activity.itemised) == (None, None, False)
    assert (activity.year, activity.number) == (2030, 1)


def test_a_number_of_null_is_unknown_and_zero_is_zero(read: Read) -> None:
    row = "  - {{reference: T-{0}, purpose: x, title: {{nl: a, en: b}}, number: {0}}}\n"
    file = read("talks:\n" + row.format("null") + row.format(0))
    assert [talk.number for talk in file.talks] == [None, 0]


def test_an_activity_brings_all_that_belongs_to_it(read: Read) -> None:
    activity = read("""\
parties:
  - {reference: P-1, kind: person, function: {nl: wethouder, en: alderman}, names: [{name: 示例, script: Hans}]}
activities:
  - reference: X-1
    title: {nl: a, en: b}
    kind: event
    period: {from: 2030-05-23, to: 2030-05-28}
    participations:
      - {role: own_party, number: 18, description: {nl: bedrijven, en: companies}}
      - {role: counterpart, party: P-1}
    topics: [{code: horticulture, stated_in: annex}]
    agreements: [{form: mou, status: signed}]
    measures:
      - {line: M3, measure: M3.report, status: done, evidence: [{kind: report, title: {nl: a, en: b}, url: "https://x.nl"}]}
""").activities[0]
    assert activity.kind is Kind.EVENT
    assert activity.period is not None
    assert (activity.period.starts_on, activity.period.precision) == (date(2030, 5, 23), Precision.DAY)
    assert [(x.reference, x.role, x.number) for x in activity.participations] == [
        ("X-1-P1", Role.OWN_PARTY, 18),
        ("X-1-P2", Role.COUNTERPART, 1),
    ]
    assert activity.topics[0].stated_in is TopicSource.ANNEX
    assert activity.agreements[0].reference == "X-1-A1"
    assert (activity.measures[0].reference, activity.measures[0].status) == (
        "X-1-M3.report",
        MeasureStatus.DONE,
    )


def test_a_claim_says_one_thing(read: Read) -> None:
    head = "claims:\n  - {reference: C-1, chapter: x, figure: f, passage: Zin., "
    assert [
        read(head + said + "}\n").claims[0].operator for said in ("is: 3", "at_least: 2", "all: true")
    ] == [
        ClaimOperator.IS,
        ClaimOperator.AT_LEAST,
        ClaimOperator.ALL,
    ]
    for said in ("is: 3, all: true", "all: false", "derived: true"):
        assert problems(read, head + said + "}\n") == [("8", "register.claim-operator")]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("participations: [{role: own_party}]", "register.participation-undescribed"),
        ("participations: [{role: own_party, party: P-1, number: 3}]", "register.named-is-one"),
        (
            "participations: [{role: adviser, party: P-1}, {role: adviser, party: P-1}]",
            "register.named-twice",
        ),
        ("topics: [{code: x, stated_in: text}, {code: x, stated_in: text}]", "register.topic-twice"),
        ("topics: [{code: x, stated_in: rumour}]", "register.unknown-word"),
        ("measures: [{line: E1, measure: E1.a, status: done}]", "register.done-without-evidence"),
        ("measures: [{line: E1, measure: E1.a, status: waived}]", "register.set-aside-in-file"),
        (
            "measures: [{line: E1, measure: a, status: open}, {line: E1, measure: a, status: open}]",
            "register.reference-twice",
        ),
        (
            "measures: [{line: E1, measure: a, status: open, evidence: [{kind: form, title: {nl: a, en: b}}]}]",
            "register.evidence-nowhere",
        ),
        (
            (
                "measures: [{line: E1, measure: a, status: open,"
                " evidence: [{kind: form, sha256: abc, title: {nl: a, en: b}}]}]"
            ),
            "register.not-a-digest",
        ),
        (
            (
                "measures: [{line: E1, measure: a, status: open,"
                " evidence: [{kind: form, url: www.x.nl, title: {nl: a, en: b}}]}]"
            ),
            "register.not-a-url",
        ),
        ("period: {from: 2030-05-28, to: 2030-05-23}", "register.not-a-period"),
        ("period: 1850", "register.not-a-period"),
        ("year: 20300", "register.not-a-year"),
        ("number: -1", "register.not-a-count"),
        ("number: 3000000000", "register.not-a-count"),
        ("country: cn", "register.not-a-country"),
        ("programme: the programme", "register.not-a-code"),
        ("place: " + "x" * 201, "register.too-long"),
    ],
)
def test_a_bad_part_of_an_activity_has_its_line(read: Read, row: str, code: str) -> None:
    body = f"activities:\n  - reference: X-1\n    title: {{nl: a, en: b}}\n    {row}\n"
    assert problems(read, body) == [("10", code)]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("parties:\n  - {reference: P-1, kind: person}\n", "register.party-unnamed"),
        ("parties:\n  - {reference: P 1, kind: person, name: x}\n", "register.not-a-reference"),
        (
            "parties:\n  - {reference: P-1, kind: person, name: x}\n  - {reference: P-1, kind: person, name: x}\n",
            "register.reference-twice",
        ),
        (
            (
                "parties:\n  - {reference: P-1, kind: company, name: x, identifiers: {kvk: '1'}}\n"
                "  - {reference: P-2, kind: company, name: x, identifiers: {kvk: '1'}}\n"
            ),
            "register.identifier-twice",
        ),
        (
            "decisions:\n  - {reference: B-1, level: request, passage: Zin.}\n",
            "register.decision-about-nothing",
        ),
        (
            (
                "requests:\n  - {reference: V-1, title: {nl: a, en: b}}\n"
                "decisions:\n  - {reference: B-1, request: V-1, kind: event, level: request, passage: Zin.}\n"
            ),
            "register.decision-about-twice",
        ),
        (
            (
                "findings:\n  - {reference: F-1, subject: action_line, line: E1, text: {nl: a, en: b}}\n"
                "  - {reference: F-2, subject: action_line, line: E1, text: {nl: a, en: b}}\n"
            ),
            "register.finding-twice",
        ),
        ("claims:\n  - {reference: C-1, chapter: x, figure: f, is: 3}\n", "register.claim-without-sentence"),
        ('parties:\n  - {reference: P-1, kind: person, name: "x\\0"}\n', "register.unstorable"),
    ],
)
def test_a_bad_record_is_one_problem(read: Read, body: str, code: str) -> None:
    assert [found for _, found in problems(read, body)] == [code]


def test_all_problems_come_at_once_in_the_order_of_the_file(read: Read) -> None:
    found = problems(
        read, "claims: 3\ntalks:\n  - {purpose: x}\nparties:\n  - {reference: P-1, kind: robot, name: x}\n"
    )
    assert [line for line, _ in found] == ["7", "9", "9", "11"]


def test_a_file_without_a_head_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "year.yaml"
    path.write_text("talks: []\n", encoding="utf-8")
    with pytest.raises(Invalid) as caught:
        read_year_file(path)
    assert "document.missing-key" in {problem.code for problem in caught.value.problems}
