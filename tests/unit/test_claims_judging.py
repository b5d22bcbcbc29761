"""What comes of a claim: proved, contradicted, or what is missing to prove it."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from openkader.base.text import Text
from openkader.evaluation.claims.holding import Evidence, Held, Side
from openkader.evaluation.claims.judging import Verdict, judge_claims
from openkader.evaluation.claims.model import ClaimsFile
from openkader.evaluation.counting import Counter, Row
from openkader.evaluation.verdict import Status
from openkader.kader.facts import Value
from tests.unit.claim_files import claims_file, one

CHINA: Mapping[str, Value | None] = {"programme": "china"}
SEVERAL = """\
figures:
  - id: direct
    text: {nl: a, en: b}
    definition: {nl: a, en: b}
    counts: participations
    where: {programme: china, role: own_party, dropped_out: false, not: {kind: event}}
    distinct: true
  - id: mine
    text: {nl: a, en: b}
    definition: {nl: a, en: b}
    counts: requests
    where: {programme: china, initiative: province}
  - id: asked
    text: {nl: a, en: b}
    definition: {nl: a, en: b}
    counts: requests
    where: {programme: china, not: {initiative: province}}
    of: {programme: china}
"""


def row(name: str, number: int | None = 1, group: str | None = None, **facts: Value | None) -> Row:
    dossier = group or name
    return Row(reference=name, dossier=dossier, number=number, facts={**CHINA, **facts}, group=dossier)


def party(name: str, number: int | None, kind: str, who: str | None = None) -> Row:
    facts: dict[str, Value | None] = {**CHINA, "role": "own_party", "dropped_out": False, "kind": kind}
    return Row(reference=name, dossier=name, number=number, facts=facts, group=name, party=who)


def counted(file: ClaimsFile, rows: Mapping[str, list[Row]]) -> dict[str, Held]:
    counts = Counter(file.kader).count(rows)
    return {name: Held(count, len(rows.get(count.figure.counts, ()))) for name, count in counts.items()}


def verdicts(folder: Path, body: str, years: Mapping[int, Mapping[str, list[Row]]]) -> list[Verdict]:
    file = claims_file(folder, body)
    return list(judge_claims(file, Evidence({year: counted(file, rows) for year, rows in years.items()})))


def verdict(folder: Path, asserts: str, **rows: list[Row]) -> Verdict:
    """The verdict on one claim over 2030; the register knows no other year."""
    return verdicts(folder, SEVERAL + one(asserts), {2030: rows})[0]


def names(found: Verdict) -> list[tuple[str, Side]]:
    return [(bearing.row.reference, bearing.side) for bearing in found.rows]


SIX = [row(f"A-{number}", kind="event", foreign_delegation=True) for number in range(6)]


@pytest.mark.parametrize(
    ("asserts", "status"),
    [
        ("figure: activities, is: 6", Status.PROVED),
        ("figure: activities, is: 5", Status.CONTRADICTED),
        ("figure: activities, at_least: 6", Status.PROVED),
        ("figure: activities, at_least: 7", Status.CONTRADICTED),
        ("figure: activities, at_most: 6", Status.PROVED),
        ("figure: activities, at_most: 5", Status.CONTRADICTED),
    ],
)
def test_a_number_against_the_rows(tmp_path: Path, asserts: str, status: Status) -> None:
    found = verdict(tmp_path, asserts, activities=SIX)
    assert (found.status, found.missing) == (status, ())
    assert names(found) == [(f"A-{number}", Side.COUNTS) for number in range(6)]


def test_both_numbers_are_said(tmp_path: Path) -> None:
    found = verdict(tmp_path, "figure: activities, at_most: 5", activities=SIX)
    assert found.said == Text(
        nl="Het register komt op 6; de zin zegt ten hoogste 5.",
        en="The register comes to 6; the sentence says at most 5.",
    )


def test_27_parties_want_their_names(tmp_path: Path) -> None:
    rows = [party("R-1", 18, "outgoing_mission"), party("R-2", 15, "event"), party("R-3", 4, "event")]
    found = verdict(tmp_path, "figure: parties_distinct, is: 27", participations=rows)
    assert found.status is Status.UNPROVED
    assert found.said.en == "The sentence says 27. That may be right: the register allows 18–37."
    assert [text.en for text in found.missing] == [
        "The names behind 37 participations: R-1 (18), R-2 (15), R-3 (4)."
    ]


def test_a_direct_role_leaves_no_room_for_27(tmp_path: Path) -> None:
    rows = [party("R-1", 18, "outgoing_mission"), party("R-2", 15, "event"), party("R-3", 4, "embassy_talk")]
    found = verdict(tmp_path, "figure: direct, is: 27", participations=rows)
    assert found.status is Status.CONTRADICTED
    assert [name for name, _ in names(found)] == ["R-1", "R-3"]


def test_named_parties_are_no_missing_names(tmp_path: Path) -> None:
    rows = [party("R-1", 1, "event", "P-1"), party("R-2", 3, "event"), party("R-3", 2, "event")]
    found = verdict(tmp_path, "figure: parties_distinct, is: 5", participations=rows)
    assert "R-1" not in found.missing[0].nl


def test_what_is_unknown_of_a_row_is_named(tmp_path: Path) -> None:
    rows = [row("V-1", initiative="province"), row("V-2"), row("V-3", None), row("V-4", initiative=None)]
    found = verdict(tmp_path, "figure: mine, is: 2", requests=rows)
    assert found.status is Status.UNPROVED
    assert names(found)[0] == ("V-1", Side.COUNTS)
    assert [text.nl for text in found.missing] == [
        "Onbekend bij V-2, V-3, V-4: het initiatief.",
        "Hoeveel het er waren bij: V-3.",
    ]


def test_what_a_derived_fact_waits_for_is_named(tmp_path: Path) -> None:
    rows = [row("A-1", kind="event"), row("A-2", kind="incoming_delegation")]
    found = verdict(tmp_path, "figure: incoming_delegations, is: 2", activities=rows)
    assert [text.nl for text in found.missing] == ["Onbekend bij A-1: er was een buitenlandse delegatie bij."]


def test_a_long_list_says_how_many_more(tmp_path: Path) -> None:
    rows = [row(f"T-{number}", None, purpose="exploration") for number in range(9)]
    found = verdict(tmp_path, "figure: exploratory_talks, at_least: 1", talks=rows)
    assert found.missing[0].nl == "Hoeveel het er waren bij: T-0, T-1, T-2, T-3, T-4, T-5 … (+3)."


def test_at_most_needs_a_bound(tmp_path: Path) -> None:
    unbounded = [row("T-1", None, purpose="exploration")]
    assert (
        verdict(tmp_path, "figure: exploratory_talks, at_most: 9", talks=unbounded).status is Status.UNPROVED
    )
    unknown = [row("B-1", None, level="organisation", outcome="take_up")]
    found = verdict(tmp_path, "figure: refused_after_screening, at_most: 9", decisions=unknown)
    assert found.status is Status.UNPROVED


def test_all_names_what_falls_short_first(tmp_path: Path) -> None:
    raised: frozenset[str] = frozenset({"responsible_business"})
    rows = [
        row(f"A-{number}", kind="incoming_delegation", topics=topics)
        for number, topics in ((1, raised), (2, frozenset[str]()))
    ]
    found = verdict(tmp_path, "figure: responsible_business_incoming, all: true", activities=rows)
    assert found.status is Status.CONTRADICTED
    assert names(found) == [("A-2", Side.LEFT_OUT), ("A-1", Side.COUNTS)]
    proved = verdict(tmp_path, "figure: responsible_business_incoming, all: true", activities=rows[:1])
    assert (proved.status, names(proved)) == (Status.PROVED, [("A-1", Side.COUNTS)])


def test_one_certain_exception_contradicts_all_whatever_else_is_unknown(tmp_path: Path) -> None:
    rows = [row("V-1", initiative="province"), row("V-2"), row("V-3", None)]
    assert verdict(tmp_path, "figure: asked, all: true", requests=rows).status is Status.CONTRADICTED
    assert verdict(tmp_path, "figure: asked, all: true", requests=rows[1:]).status is Status.UNPROVED


def test_what_was_only_told_wants_its_evidence(tmp_path: Path) -> None:
    rows = [row("M-1", measure="M3.self_scan", evidenced=False)]
    found = verdict(tmp_path, "figure: self_scans, all: true", measures=rows)
    assert (found.status, found.missing[0].en) == (Status.UNPROVED, "The evidence of: M-1.")


def test_a_zero_shows_over_what_it_was_counted(tmp_path: Path) -> None:
    rows = [row(f"B-{number}", level="delegation", outcome="take_up") for number in range(4)]
    found = verdict(tmp_path, "figure: refused_high_risk_sector, is: 0", decisions=rows)
    assert (found.status, found.said.en) == (Status.PROVED, "The register comes to 0 of 4.")
    assert names(found) == [(f"B-{number}", Side.LEFT_OUT) for number in range(4)]
    bare = verdict(tmp_path, "figure: embassy_talks, is: 0", activities=SIX)
    assert bare.said.en == "The register comes to 0 (counted over 6 activities)."
    assert bare.said.nl == "Het register komt op 0 (geteld over 6 activiteiten)."


@pytest.mark.parametrize("number", [0, 3])
def test_of_nothing_nothing_follows(tmp_path: Path, number: int) -> None:
    empty = verdict(tmp_path, f"figure: activities, is: {number}")
    assert (empty.status, empty.missing[0].nl) == (Status.UNPROVED, "Rijen over 2030: activiteiten.")
    requests = [row("B-1", level="request", outcome="take_up")]
    none = verdict(tmp_path, f"figure: refused_high_risk_sector, is: {number}", decisions=requests)
    assert none.status is Status.UNPROVED
    assert none.said.en == "The whole is empty in 2030. None of none proves nothing."


def test_a_year_that_the_register_lacks_is_what_is_missing(tmp_path: Path) -> None:
    found = verdicts(tmp_path, one("figure: activities, is: 6"), {})[0]
    assert (found.status, found.missing[0].nl) == (Status.UNPROVED, "Het register van 2030.")
    trend = verdict(tmp_path, "figure: activities, than_year: 2029, says: fewer", activities=SIX)
    assert (trend.status, trend.missing[0].nl) == (Status.UNPROVED, "Het register van 2029.")


@pytest.mark.parametrize(
    ("says", "before", "status"),
    [
        ("fewer", 7, Status.PROVED),
        ("fewer", 6, Status.CONTRADICTED),
        ("more", 5, Status.PROVED),
        ("more", 6, Status.CONTRADICTED),
        ("same", 6, Status.PROVED),
        ("same", 5, Status.CONTRADICTED),
        ("same", 7, Status.CONTRADICTED),
        ("fewer", None, Status.UNPROVED),
        ("same", None, Status.UNPROVED),
    ],
)
def test_a_figure_beside_that_of_another_year(
    tmp_path: Path, says: str, before: int | None, status: Status
) -> None:
    years = {2030: {"activities": SIX}, 2029: {"activities": [row("B-1", before)]}}
    body = one(f"figure: activities, than_year: 2029, says: {says}")
    found = verdicts(tmp_path, body, years)[0]
    assert found.status is status
    assert [name for name, _ in names(found)] == [*(f"A-{number}" for number in range(6)), "B-1"]
    assert bool(found.missing) is (status is Status.UNPROVED)


def test_a_year_is_not_compared_with_a_part_of_nobody_knows_how_many(tmp_path: Path) -> None:
    known = [row("B-1", level="organisation", outcome="take_up")]
    unknown = [row("B-2", None, level="organisation", outcome="take_up")]
    body = one("figure: refused_after_screening, than_year: 2029, says: same")
    found = verdicts(tmp_path, body, {2030: {"decisions": known}, 2029: {"decisions": unknown}})[0]
    assert found.status is Status.UNPROVED


SAME = (
    SEVERAL
    + """\
claims:
  - {reference: a, sentence: Zin., figure: parties_distinct, is: 27}
  - {reference: b, sentence: Zin., figure: direct, is: %d}
  - {reference: c, sentence: Zin., same_number: [a, b]}
"""
)


def test_one_number_cannot_hold_by_two_definitions(tmp_path: Path) -> None:
    rows = [party("R-1", 18, "outgoing_mission"), party("R-2", 15, "event"), party("R-3", 4, "embassy_talk")]
    found = verdicts(tmp_path, SAME % 27, {2030: {"participations": rows}})[2]
    assert found.status is Status.CONTRADICTED
    assert names(found) == [("R-2", Side.DIFFERS)]
    assert found.said.en.startswith("The sentences say 27. The register comes to a: 18–37, b: 18–22.")


def test_two_numbers_are_not_one_whatever_the_register_holds(tmp_path: Path) -> None:
    found = verdicts(tmp_path, SAME % 26, {})[2]
    assert (found.status, found.said.nl) == (
        Status.CONTRADICTED,
        "De zinnen geven niet hetzelfde getal (a: 27, b: 26).",
    )


def test_one_number_is_proved_or_not(tmp_path: Path) -> None:
    named = [party(f"R-{number}", 1, "embassy_talk", f"P-{number}") for number in range(27)]
    proved, unproved, lacking = (
        verdicts(tmp_path, SAME % 27, years)[2]
        for years in (
            {2030: {"participations": named}},
            {2030: {"participations": [party("R-1", 18, "exchange"), party("R-2", 15, "exchange")]}},
            {},
        )
    )
    assert (proved.status, proved.missing, names(proved)) == (Status.PROVED, (), [])
    assert (unproved.status, len(unproved.missing)) == (Status.UNPROVED, 1)
    assert lacking.missing[0].en == "The register of 2030."


def test_a_zero_of_nobody_knows_how_many_is_not_the_same_number(tmp_path: Path) -> None:
    body = """\
    claims:
      - {reference: a, sentence: Zin., figure: refused_after_screening, is: 0}
      - {reference: b, sentence: Zin., figure: refused_high_risk_sector, is: 0}
      - {reference: c, sentence: Zin., same_number: [a, b]}
    """
    known = [row("B-1", level="delegation", outcome="take_up")]
    rows = [*known, row("B-2", None, level="organisation", outcome="take_up")]
    assert verdicts(tmp_path, body, {2030: {"decisions": rows}})[2].status is Status.UNPROVED


def test_a_sum_is_arithmetic_and_the_parts_are_what_others_say(tmp_path: Path) -> None:
    right = verdict(tmp_path, "sum: [59.4, 35.8], is: 95.2")
    assert right.status is Status.PROVED
    assert right.said.nl == (
        "59,4 + 35,8 = 95,2. Of de delen kloppen zegt het register niet: dat is wat anderen zeggen."
    )
    assert verdict(tmp_path, "sum: [59.4, 35.8], is: 95.3").status is Status.CONTRADICTED


PARTS = """\
parts:
  - {name: hoofdstuk 1, title: Aanbevelingen}
  - {name: hoofdstuk 5, title: Behoud van de eigen lijn}
  - {name: actielijn 3, title: Informatievoorziening}
  - {name: actielijn 3, title: Uitgaande missies}
"""


@pytest.mark.parametrize(
    ("refers", "status", "said"),
    [
        ("{to: Hoofdstuk  1, title: aanbevelingen}", Status.PROVED, "‘Hoofdstuk 1’ is ‘Aanbevelingen’."),
        ("{to: hoofdstuk 1}", Status.PROVED, "‘hoofdstuk 1’ is ‘Aanbevelingen’."),
        (
            "{to: hoofdstuk 5, title: Aanbevelingen}",
            Status.CONTRADICTED,
            "‘hoofdstuk 5’ is ‘Behoud van de eigen lijn’. ‘Aanbevelingen’ is hoofdstuk 1.",
        ),
        (
            "{to: bijlage 1}",
            Status.CONTRADICTED,
            "Het document heeft geen ‘bijlage 1’. Het heeft: hoofdstuk 1, hoofdstuk 5, actielijn 3.",
        ),
        (
            "{to: actielijn 3, title: Informatievoorziening}",
            Status.UNPROVED,
            "‘actielijn 3’ is ‘Informatievoorziening’, ‘Uitgaande missies’.",
        ),
        (
            "{to: hoofdstuk 9}",
            Status.CONTRADICTED,
            "Het document heeft geen ‘hoofdstuk 9’. Het heeft: hoofdstuk 1, hoofdstuk 5.",
        ),
        ("{to: actielijn 3, title: Kassen}", Status.CONTRADICTED, None),
    ],
)
def test_a_reference_leads_to_what_it_says(
    tmp_path: Path, refers: str, status: Status, said: str | None
) -> None:
    found = verdicts(tmp_path, PARTS + one(f"refers: {refers}"), {})[0]
    assert found.status is status
    assert said in (None, found.said.nl)


def test_a_reference_needs_the_parts_of_the_document(tmp_path: Path) -> None:
    assert verdict(tmp_path, "refers: {to: hoofdstuk 1}").status is Status.UNPROVED


def test_what_lies_outside_the_register_cannot_be_proved(tmp_path: Path) -> None:
    found = verdict(tmp_path, "outside: {nl: De uren., en: The hours.}")
    assert (found.status, found.missing[0].en) == (Status.UNPROVED, "The hours.")


def test_a_row_without_a_way_to_it_does_not_tell_its_party() -> None:
    hidden = replace(party("•1", 1, "event", "P-1"), dossier=None)
    assert hidden.named_party is None
