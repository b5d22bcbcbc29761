"""Verdicts: proved, a range, contradicted, or impossible to prove; and the sentence that says why."""

from typing import Any

import pytest

from openkader.base.text import Text
from openkader.casework.vocabulary import ClaimOperator
from openkader.evaluation.counting import Count, CountedRow, Range, Row
from openkader.evaluation.explaining import (
    STATUS_NAMES,
    explain_claim,
    explain_count,
    say_count,
    say_range,
)
from openkader.evaluation.verdict import Claim, Status, judge_claim, judge_number
from openkader.kader.model import Figure


def row(reference: str, number: int | None = 1, group: str = "a", party: str | None = None) -> Row:
    return Row(reference=reference, dossier=group, number=number, facts={}, group=group, party=party)


def counted(low: int, high: int | None, **values: Any) -> Count:
    options: dict[str, Any] = {"distinct": False, "absence_is_unknown": False} | {
        key: values.pop(key) for key in ("distinct", "absence_is_unknown") if key in values
    }
    figure = Figure(
        id="f", text=Text("cijfer", "figure"), definition=Text("d", "d"), counts="activities", **options
    )
    known: dict[str, Any] = {"rows": (), "total": None, "total_rows": (), "gaps": False}
    return Count(figure=figure, range=Range(low, high), **(known | values))


def claim(operator: ClaimOperator, number: int | None = None) -> Claim:
    return Claim(reference="c", figure="f", operator=operator, number=number)


@pytest.mark.parametrize(
    ("low", "high", "declared", "status"),
    [
        (6, 6, 6, Status.PROVED),
        (6, 6, None, Status.PROVED),
        (6, 6, 7, Status.CONTRADICTED),
        (18, 37, 27, Status.INTERVAL),
        (18, 37, 18, Status.INTERVAL),
        (18, 37, 37, Status.INTERVAL),
        (18, 37, None, Status.INTERVAL),
        (18, 37, 17, Status.CONTRADICTED),
        (18, 37, 38, Status.CONTRADICTED),
        (3, None, 2, Status.CONTRADICTED),
    ],
)
def test_a_declared_number_against_the_range(
    low: int, high: int | None, declared: int | None, status: Status
) -> None:
    assert judge_number(counted(low, high), declared) is status


def test_a_range_from_something_unknown_of_a_row_cannot_be_proved() -> None:
    assert judge_number(counted(1, 3, gaps=True), 2) is Status.UNPROVED


def test_a_zero_of_an_unknown_whole_is_not_counted() -> None:
    assert judge_number(counted(0, 0, total=Range(0, None)), 0) is Status.UNPROVED
    assert judge_number(counted(0, 0, total=Range(4, 4)), 0) is Status.PROVED


@pytest.mark.parametrize(
    ("low", "high", "whole", "lenient", "status"),
    [
        (4, 4, Range(4, 4), False, Status.PROVED),
        (2, 2, Range(4, 4), False, Status.CONTRADICTED),
        (2, 4, Range(4, 4), False, Status.UNPROVED),
        (2, None, Range(4, 4), False, Status.UNPROVED),
        (2, 2, Range(2, 4), False, Status.UNPROVED),
        (1, 1, Range(43, 43), True, Status.UNPROVED),
        (43, 43, Range(43, 43), True, Status.PROVED),
        (0, 0, Range(0, 0), False, Status.UNPROVED),
        (0, 0, Range(0, 0), True, Status.UNPROVED),
        (5, 5, None, False, Status.UNPROVED),
    ],
)
def test_all_of_them(low: int, high: int | None, whole: Range | None, lenient: bool, status: Status) -> None:
    found = counted(low, high, total=whole, absence_is_unknown=lenient)
    assert judge_claim(found, claim(ClaimOperator.ALL)) is status


@pytest.mark.parametrize(
    ("low", "high", "gaps", "status"),
    [
        (3, 5, False, Status.PROVED),
        (1, 2, False, Status.CONTRADICTED),
        (1, 3, False, Status.INTERVAL),
        (1, 3, True, Status.UNPROVED),
        (1, None, True, Status.UNPROVED),
    ],
)
def test_at_least_three(low: int, high: int | None, gaps: bool, status: Status) -> None:
    assert judge_claim(counted(low, high, gaps=gaps), claim(ClaimOperator.AT_LEAST, 3)) is status


def test_a_number_is_judged_as_a_number() -> None:
    assert judge_claim(counted(18, 37), claim(ClaimOperator.IS, 27)) is Status.INTERVAL


def test_a_range_is_said_as_it_is_known() -> None:
    said = [say_range(found, "nl") for found in (Range(3, 3), Range(18, 37), Range(3, None), Range(0, None))]
    assert said == ["3", "18–37", "ten minste 3", "onbekend"]
    assert [say_range(found, "en") for found in (Range(3, None), Range(0, None))] == ["at least 3", "unknown"]


def test_a_part_is_said_with_its_whole() -> None:
    assert say_count(counted(2, 2, total=Range(4, 4)), "nl") == "2 van 4"
    assert say_count(counted(0, 0, total=Range(0, None)), "en") == "0 of unknown"
    assert say_count(counted(2, 2), "nl") == "2"


def test_a_range_of_parties_is_explained_from_the_activities_behind_it() -> None:
    rows = tuple(
        CountedRow(row(name, size, name), True) for name, size in (("a", 18), ("b", 1), ("c", 15), ("d", 3))
    )
    (why,) = explain_count(counted(18, 37, distinct=True, rows=rows), "nl")
    assert "37 deelnames in 4 activiteiten (18 + 1 + 15 + 3)" in why
    assert "dan waren het er 18" in why
    assert "dan waren het er 37" in why
    (why,) = explain_count(counted(18, None, distinct=True, rows=rows), "en")
    assert "an unknown number" in why


def test_rows_that_may_count_and_numbers_that_are_missing_are_named() -> None:
    rows = (CountedRow(row("A"), None), CountedRow(row("B", None), True))
    unsure, unnumbered = explain_count(counted(0, None, rows=rows), "nl")
    assert unsure == "Van 1 rij(en) is niet bekend of zij meetellen: A."
    assert unnumbered == "Hoeveel het er waren is niet bekend bij: B."


def test_a_total_that_was_taken_over_is_said_to_be_one() -> None:
    (why,) = explain_count(counted(10, 10, rows=(CountedRow(row("T", 10), True),)), "nl")
    assert "neemt hier totalen over uit de bron (10)" in why


def test_an_uncounted_whole_is_explained() -> None:
    (why,) = explain_count(counted(0, 0, total=Range(0, None)), "nl")
    assert why.startswith("Van hoeveel dit een deel is, is niet bekend.")


def test_an_exact_number_of_single_rows_needs_no_explanation() -> None:
    assert explain_count(counted(1, 1, rows=(CountedRow(row("A"), True),)), "nl") == []


def test_a_contradicted_sentence_names_the_rows_that_lack_it_and_stops_at_six() -> None:
    whole = tuple(CountedRow(row(f"R{number}"), True) for number in range(9))
    found = counted(1, 1, total=Range(9, 9), rows=whole[:1], total_rows=whole)
    said = explain_claim(found, claim(ClaimOperator.ALL), Status.CONTRADICTED, "nl")
    assert said == "Het register toont 1 van 9. Het ontbreekt bij: R1, R2, R3, R4, R5, R6 … (+2)."


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("operator", list(ClaimOperator))
def test_every_verdict_has_a_sentence_in_both_languages(
    status: Status, language: str, operator: ClaimOperator
) -> None:
    said = explain_claim(counted(2, 2, total=Range(4, 4)), claim(operator, 3), status, language)
    assert "2 van 4" in said if language == "nl" else "2 of 4" in said
    assert "{" not in said
    assert STATUS_NAMES[status].in_(language)


def test_nought_of_nought_is_no_counted_zero() -> None:
    assert judge_number(counted(0, 0, total=Range(0, 0)), 0) is Status.UNPROVED
    assert judge_number(counted(0, 0, total=Range(4, 4)), 0) is Status.PROVED


@pytest.mark.parametrize(
    ("number", "status"), [(1, Status.CONTRADICTED), (None, Status.CONTRADICTED), (0, Status.UNPROVED)]
)
def test_one_certain_exception_is_enough_and_a_row_of_nobody_is_none(
    number: int | None, status: Status
) -> None:
    whole = (CountedRow(row("a", number), True), CountedRow(row("b", None), None))
    found = counted(0, None, rows=whole[1:], total=Range(0, None), total_rows=whole, gaps=True)
    assert judge_claim(found, claim(ClaimOperator.ALL)) is status


@pytest.mark.parametrize("declared", [None, 0, 5])
def test_a_zero_over_no_rows_at_all_is_no_counted_zero(declared: int | None) -> None:
    found = counted(0, 0, unrecorded=True)
    assert judge_number(found, declared) is Status.UNPROVED
    assert judge_claim(found, claim(ClaimOperator.IS, declared or 0)) is Status.UNPROVED
    assert judge_claim(found, claim(ClaimOperator.AT_LEAST, 1)) is Status.UNPROVED
    assert "geen getelde nul" in explain_count(found, "nl")[0]


def test_a_long_sum_says_how_many_terms_it_leaves_out() -> None:
    rows = tuple(CountedRow(row(f"r{n}", 2), counts=True) for n in range(25))
    (said,) = explain_count(counted(50, 50, rows=rows), "en")
    assert "2 + … (+5)" in said
    assert len(said) < 250
