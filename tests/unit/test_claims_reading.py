"""How a claims file is read: exactly one thing a sentence, and everything that is wrong at once."""

from decimal import Decimal
from pathlib import Path

import pytest

from openkader.base.errors import Invalid
from openkader.evaluation.claims import reading
from openkader.evaluation.claims.model import (
    AddsUp,
    Compares,
    Outside,
    Refers,
    SameNumber,
    States,
    Trend,
    Way,
)
from tests.unit.claim_files import (
    HEAD,
    KADER,
    claim_problems,
    claims_file,
    claims_path,
    kader_of,
    one,
    raised,
)


@pytest.mark.parametrize(
    ("written", "asserts"),
    [
        ("figure: activities, is: 6", States(figure="activities", way=Way.IS, number=6)),
        ("figure: activities, at_least: 2", States(figure="activities", way=Way.AT_LEAST, number=2)),
        ("figure: activities, at_most: 0", States(figure="activities", way=Way.AT_MOST, number=0)),
        ("figure: self_scans, all: true", States(figure="self_scans", way=Way.ALL)),
        (
            "figure: activities, than_year: 2029, says: fewer",
            Compares(figure="activities", year=2029, trend=Trend.FEWER),
        ),
        (
            "sum: [59.4, 35, -1], is: 93.4",
            AddsUp(parts=(Decimal("59.4"), Decimal(35), Decimal(-1)), total=Decimal("93.4")),
        ),
        ("refers: {to: hoofdstuk 5}", Refers(part="hoofdstuk 5")),
        ("refers: {to: hoofdstuk 5, title: Slot}", Refers(part="hoofdstuk 5", title="Slot")),
    ],
)
def test_each_kind_of_assertion_is_read(tmp_path: Path, written: str, asserts: object) -> None:
    assert claims_file(tmp_path, one(written)).claims[0].asserts == asserts


def test_what_lies_outside_the_register_says_what_it_takes(tmp_path: Path) -> None:
    asserts = claims_file(tmp_path, one("outside: {nl: De uren., en: The hours.}")).claims[0].asserts
    assert isinstance(asserts, Outside)
    assert asserts.needed.en == "The hours."


def test_sentences_of_one_number_are_named_and_may_stand_further_on(tmp_path: Path) -> None:
    file = claims_file(
        tmp_path,
        """\
        claims:
          - {reference: both, sentence: Twee., same_number: [a, b]}
          - {reference: a, sentence: Drie., figure: activities, is: 3}
          - {reference: b, sentence: Weer drie., figure: recommendations, is: 3}
        """,
    )
    assert file.claims[0].asserts == SameNumber(claims=("a", "b"))


def test_a_file_brings_figures_and_leaves_the_kader_as_it_is(tmp_path: Path) -> None:
    file = claims_file(
        tmp_path,
        """\
        parts: [{name: deel 1, title: Inzet}]
        figures:
          - id: receptions
            text: {nl: a, en: b}
            definition: {nl: a, en: b}
            counts: activities
            where: {kind: incoming_delegation}
        claims:
          - {reference: c, chapter: deel 1, sentence: "Een  zin.", figure: receptions, is: 1, remark: {nl: a, en: b}}
        """,
    )
    assert [figure.id for figure in file.figures] == ["receptions"]
    assert file.kader.figures[-1].id == "receptions"
    assert file.kader.digest == KADER.digest
    assert "receptions" not in {figure.id for figure in KADER.figures}
    assert (file.claims[0].sentence, file.claims[0].chapter) == ("Een zin.", "deel 1")
    assert file.fictional


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("figure: activitys, is: 6", "claims.unknown-figure"),
        ("figure: activities", "claims.assertion"),
        ("figure: activities, is: 6, at_least: 2", "claims.assertion"),
        ("figure: activities, is: 6, sum: [1, 2]", "claims.assertion"),
        ("figure: activities, than_year: 2029", "claims.assertion"),
        ("figure: activities, is: 3, than_year: 2029, says: fewer", "claims.assertion"),
        ("figure: self_scans, all: false", "claims.assertion"),
        ("sum: [1, 2]", "claims.assertion"),
        ("is: 3", "claims.assertion"),
        ("outside: {nl: a, en: b}, is: 3", "claims.assertion"),
        ("figure: activities, all: true", "claims.no-whole"),
        ("figure: activities, is: -3", "claims.negative"),
        ("figure: activities, is: 2.5", "document.wrong-type"),
        ("figure: activities, is: zes", "document.wrong-type"),
        ("figure: activities, is: true", "document.wrong-type"),
        ("figure: [activities], is: 3", "document.wrong-type"),
        ("figure: activities, than_year: 2029, says: less", "kader.unknown-word"),
        ("figure: activities, than_year: 0, says: same", "claims.no-such-year"),
        ("sum: [1], is: 1", "claims.too-few"),
        ("sum: [1, twee], is: 3", "document.wrong-type"),
        ("sum: 3, is: 3", "document.wrong-type"),
        ("same_number: [c, c]", "claims.too-few"),
        ("same_number: [c, d]", "claims.unknown-claim"),
        ("refers: {to: a, page: 3}", "document.unknown-key"),
        ("refers: chapter 3", "document.wrong-type"),
        ("outside: De uren", "document.wrong-type"),
        ("figure: activities, is: 3, value: 3", "document.unknown-key"),
        ('figure: activities, is: 3, chapter: ""', "document.empty-text"),
    ],
)
def test_what_a_claim_cannot_be(tmp_path: Path, written: str, code: str) -> None:
    assert code in [found for _, found in claim_problems(tmp_path, one(written))]


def test_all_problems_come_at_once_each_with_its_line(tmp_path: Path) -> None:
    body = """\
    parts:
      - {name: deel 1}
    figures:
      - {id: activities, text: {nl: a, en: b}, definition: {nl: a, en: b}, counts: activities}
      - {id: f, text: {nl: a, en: b}, definition: {nl: a, en: b}, counts: ducks, where: {kind: event}}
    claims:
      - {reference: c, figure: recommendations, is: 3}
      - {reference: c, chapter: deel 9, sentence: Zin., figure: recommendations, is: x}
      - {reference: "c d", sentence: Zin., same_number: [c, e]}
      - {reference: e, sentence: Zin., figure: recommendations, at_least: 3}
    """
    assert claim_problems(tmp_path, body) == [
        (2, "document.missing-key"),
        (4, "kader.duplicate-id"),
        (5, "kader.unknown-collection"),
        (7, "document.missing-key"),
        (8, "kader.duplicate-id"),
        (8, "claims.unknown-part"),
        (8, "document.wrong-type"),
        (9, "register.not-a-reference"),
        (9, "claims.states-no-number"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("kader: zuid-holland/2024-01-01", "kader: zuid-holland/1999-01-01", "claims.unknown-kader"),
        ("kader: zuid-holland/2024-01-01", "kader: ../../etc", "claims.unknown-kader"),
        ("  kader: zuid-holland/2024-01-01\n", "", "document.missing-key"),
        ("year: 2030", "year: 20300", "claims.no-such-year"),
        ("year: 2030", "year: twintig", "document.wrong-type"),
        ("fictional: true", "fictional: true\n  source: javascript:alert(1)", "claims.not-an-address"),
        ("fictional: true", "fictional: 1", "document.wrong-type"),
        ("organisation: {nl: Voorbeeld, en: Example}", "organisation: Voorbeeld", "document.wrong-type"),
    ],
)
def test_a_wrong_header_is_a_problem_of_the_file(tmp_path: Path, old: str, new: str, code: str) -> None:
    body = one("figure: activities, is: 6")
    assert code in [found.code for found in raised(tmp_path, body, HEAD.replace(old, new))]


def test_a_source_that_is_an_address_is_kept(tmp_path: Path) -> None:
    head = HEAD.replace("fictional: true", "source: https://example.org/evaluatie.pdf")
    assert claims_file(tmp_path, one("figure: activities, is: 6"), head).source == (
        "https://example.org/evaluatie.pdf"
    )


def test_a_file_without_claims_has_nothing_to_check(tmp_path: Path) -> None:
    assert [code for _, code in claim_problems(tmp_path, "claims: []\n")] == ["claims.none"]
    assert [code for _, code in claim_problems(tmp_path, "parts: []\n")] == ["document.missing-key"]
    assert "document.missing-key" in [found.code for found in raised(tmp_path, one("is: 3"), "")]


def test_a_letter_that_steers_the_screen_is_refused(tmp_path: Path) -> None:
    body = 'claims:\n  - {reference: c, sentence: "Weg \\e[2J", figure: activities, is: 3}\n'
    assert claim_problems(tmp_path, body) == [(2, "claims.control-letter")]


def test_aliases_cannot_unfold(tmp_path: Path) -> None:
    body = "claims: &a [1]\nparts: [*a, *a]\n"
    assert [code for _, code in claim_problems(tmp_path, body)] == ["document.syntax"]


def test_what_is_too_large_or_no_file_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 10)
    for path, code in [
        (claims_path(tmp_path, "claims: []\n"), "document.too-large"),
        (tmp_path, "claims.not-a-file"),
        (tmp_path / "nowhere.yaml", "document.unreadable"),
    ]:
        with pytest.raises(Invalid) as caught:
            reading.load_claims(path, kader_of)
        assert [problem.code for problem in caught.value.problems] == [code]


def test_nobody_guesses_at_a_thousand_misspelt_names(tmp_path: Path) -> None:
    rows = "".join(
        f"  - {{reference: c{number}, sentence: Zin., figure: {'x' * 90 if number == 7 else 'activitis'}, is: 1}}\n"
        for number in range(1000)
    )
    near = [problem.detail["near"] for problem in raised(tmp_path, "claims:\n" + rows)]
    assert near[0] == "activities"
    assert (near[7], near[-1], len(near)) == ("-", "-", 1000)


def handed_in(body: str, name: str = "mijn.yaml") -> list[tuple[str, str]]:
    """Where and what is wrong with a file that was handed in."""
    try:
        reading.claims_in((HEAD + body).encode(), name, kader_of)
    except Invalid as error:
        return [(found.code, found.where) for found in error.problems]
    return []


def test_what_was_handed_in_is_read_as_a_file_and_bears_its_name() -> None:
    assert handed_in(one("figure: activities, is: 6")) == []
    assert handed_in(one("figure: onzin, is: 6")) == [("claims.unknown-figure", "mijn.yaml:8")]


def test_of_what_was_handed_in_there_is_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_CLAIMS", 0)
    monkeypatch.setattr(reading, "MOST_FIGURES", 0)
    figure = "figures: [{id: own, text: {nl: a, en: a}, definition: {nl: a, en: a}, counts: activities}]\n"
    found = handed_in(figure + one("figure: own, is: 6"))
    assert found == [("claims.too-many", "mijn.yaml"), ("claims.too-many-figures", "mijn.yaml")]
