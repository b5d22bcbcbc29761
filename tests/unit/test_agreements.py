"""Agreements: what of them fits together, what may become of them, and when one asks for attention."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from openkader.base.errors import Invalid, Refusal
from openkader.base.text import Text
from openkader.casework import agreements as rules
from openkader.casework.agreements import (
    ClauseStated,
    PartyStated,
    Renewing,
    Standing,
    Stated,
    Term,
    TermKind,
    Whose,
    load_renewing,
    standing_of,
)
from openkader.casework.period import Period
from openkader.casework.vocabulary import ActivityStanding, AgreementStatus

TODAY = date(2030, 5, 1)
VALUES = ("human_rights", "level_playing_field")
FORMS = ("mou", "contract")
MEMO = Stated(
    form="mou",
    status=AgreementStatus.SIGNED,
    title=Text(nl="Samenwerking tuinbouw", en="Horticulture"),
    whose=Whose.OWN,
    on=Period.day(date(2025, 5, 12)),
    term=Term(kind=TermKind.UNTIL, until=date(2030, 9, 30)),
    clauses=(ClauseStated(topic="human_rights", is_in=True, words="Partijen achten de mensenrechten."),),
)
LONGER = replace(
    MEMO,
    status=AgreementStatus.RENEWED,
    on=Period.day(date(2030, 4, 1)),
    term=Term(kind=TermKind.UNTIL, until=date(2035, 9, 30)),
)


def named(text: str) -> PartyStated:
    return PartyStated(description=Text(nl=text, en=text))


def code(refusal: Refusal | None) -> str | None:
    return refusal.code if refusal else None


def stating(**changes: Any) -> str | None:
    return code(rules.may_state(replace(MEMO, **changes), VALUES, FORMS, TODAY))


def test_a_whole_agreement_may_be_stated() -> None:
    assert stating() is None
    assert stating(on=None, term=Term(), clauses=(), whose=None) is None
    assert stating(parties=(named("Gemeente"), PartyStated(party="P-1"))) is None


@pytest.mark.parametrize(
    ("refused", "changes"),
    [
        ("agreement.unknown-form", {"form": "handshake"}),
        ("agreement.no-title", {"title": None}),
        ("agreement.no-title", {"title": Text(nl=" ", en=" ")}),
        ("agreement.too-long", {"title": Text(nl="a" * 301, en="a")}),
        ("agreement.too-long", {"about": Text(nl="a" * 5001, en="a")}),
        ("agreement.not-signed", {"status": AgreementStatus.INTENDED}),
        ("agreement.future", {"on": Period.month(2030, 6)}),
        ("agreement.odd-year", {"term": Term(starts_on=date(25, 5, 12))}),
        ("agreement.no-last-day", {"term": Term(kind=TermKind.UNTIL)}),
        ("agreement.last-day-too-many", {"term": Term(until=date(2031, 1, 1))}),
        ("agreement.last-day-too-many", {"term": Term(kind=TermKind.OPEN, until=date(2031, 1, 1))}),
        ("agreement.bad-years", {"term": Term(kind=TermKind.OPEN, years=5)}),
        ("agreement.bad-years", {"term": Term(years=0)}),
        ("agreement.bad-years", {"term": Term(years=100)}),
        ("agreement.ends-before", {"term": Term(kind=TermKind.UNTIL, until=date(2025, 5, 11))}),
        (
            "agreement.ends-before",
            {"term": Term(starts_on=date(2026, 1, 1), kind=TermKind.UNTIL, until=date(2025, 12, 31))},
        ),
        (
            "agreement.years-differ",
            {"term": Term(starts_on=date(2025, 6, 1), kind=TermKind.UNTIL, until=date(2028, 5, 31), years=5)},
        ),
        ("agreement.many-parties", {"parties": tuple(named(str(x)) for x in range(41))}),
        ("agreement.party-unnamed", {"parties": (PartyStated(),)}),
        ("agreement.party-unnamed", {"parties": (replace(named("x"), party="P-1"),)}),
        ("agreement.party-twice", {"parties": (PartyStated(party="P-1"), PartyStated(party="P-1"))}),
        ("agreement.party-twice", {"parties": (named("Gemeente X"), named(" gemeente x "))}),
        ("agreement.unknown-value", {"clauses": (ClauseStated(topic="weather", is_in=True),)}),
        ("agreement.unknown-value", {"clauses": (MEMO.clauses[0], MEMO.clauses[0])}),
        (
            "agreement.value-words",
            {"clauses": (ClauseStated(topic="human_rights", is_in=False, words="a"),)},
        ),
        (
            "agreement.value-words",
            {"clauses": (ClauseStated(topic="human_rights", is_in=True, words="a" * 5001),)},
        ),
    ],
)
def test_what_does_not_fit_together_is_refused(refused: str, changes: dict[str, Any]) -> None:
    assert stating(**changes) == refused


def test_an_exact_number_of_years_fits_its_days() -> None:
    term = Term(starts_on=date(2025, 6, 1), kind=TermKind.UNTIL, until=date(2030, 5, 31), years=5)
    assert stating(term=term) is None


def test_of_what_is_over_the_day_is_that_of_its_end() -> None:
    over = {"status": AgreementStatus.TERMINATED, "on": Period.day(date(2030, 4, 1))}
    assert stating(**over, term=Term(kind=TermKind.UNTIL, until=date(2029, 1, 1))) is None


@pytest.mark.parametrize(
    ("on", "term", "ends_by"),
    [
        (Period.month(2024, 7), Term(years=5), date(2029, 6, 30)),
        (Period.year(2024), Term(years=1), date(2024, 12, 31)),
        (Period.day(date(2024, 2, 29)), Term(years=1), date(2025, 2, 27)),
        (None, Term(years=5), None),
        (None, Term(starts_on=date(2025, 1, 1), years=2), date(2026, 12, 31)),
        (Period.year(2024), Term(), None),
        (Period.year(2024), Term(kind=TermKind.OPEN), None),
        (Period.year(2024), Term(kind=TermKind.UNTIL, until=date(2026, 1, 1)), date(2026, 1, 1)),
    ],
)
def test_the_first_possible_last_day_follows_from_what_is_stated(
    on: Period | None, term: Term, ends_by: date | None
) -> None:
    assert replace(MEMO, on=on, term=term).ends_by == ends_by


@pytest.mark.parametrize(
    ("changes", "standing"),
    [
        ({}, Standing.ENDS_SOON),
        ({"term": Term(kind=TermKind.UNTIL, until=date(2030, 11, 1))}, Standing.ENDS_SOON),
        ({"term": Term(kind=TermKind.UNTIL, until=date(2030, 11, 2))}, Standing.RUNS),
        ({"term": Term(kind=TermKind.UNTIL, until=TODAY)}, Standing.ENDS_SOON),
        ({"term": Term(kind=TermKind.UNTIL, until=date(2030, 4, 30))}, Standing.PASSED),
        ({"term": Term()}, Standing.UNKNOWN),
        ({"term": Term(kind=TermKind.OPEN)}, Standing.OPEN),
        ({"status": AgreementStatus.INTENDED}, Standing.INTENDED),
        ({"status": AgreementStatus.NOT_RENEWED}, Standing.OVER),
    ],
)
def test_how_it_stands_today(changes: dict[str, Any], standing: Standing) -> None:
    assert standing_of(replace(MEMO, **changes), TODAY, months=6) is standing


def test_half_a_year_before_the_last_day_of_a_long_month_is_a_day() -> None:
    assert rules.warned_until(date(2030, 8, 31), 6) == date(2031, 2, 28)


def test_only_an_intention_is_signed_and_on_a_known_day() -> None:
    intended = replace(MEMO, status=AgreementStatus.INTENDED, on=None)
    assert rules.may_sign(intended, MEMO) is None
    assert code(rules.may_sign(intended, replace(MEMO, on=None))) == "agreement.no-day"
    assert code(rules.may_sign(MEMO, MEMO)) == "agreement.signed-already"


def renewing(now: Stated = MEMO, evaluation: str | None = "Zeven bezoeken.", **changes: Any) -> str | None:
    return code(rules.may_renew(now, replace(LONGER, **changes), evaluation))


def test_what_is_in_force_is_renewed_for_longer_once_it_was_evaluated() -> None:
    assert renewing() is None
    assert renewing(term=Term(kind=TermKind.OPEN)) is None
    assert renewing(term=Term(years=2)) is None
    assert renewing(now=replace(MEMO, term=Term())) is None


@pytest.mark.parametrize(
    ("refused", "given"),
    [
        ("agreement.not-in-force", {"now": replace(MEMO, status=AgreementStatus.EXPIRED)}),
        ("agreement.not-in-force", {"now": replace(MEMO, status=AgreementStatus.INTENDED)}),
        ("agreement.no-day", {"on": None}),
        ("agreement.no-longer", {"term": MEMO.term}),
        ("agreement.no-longer", {"term": Term()}),
        (
            "agreement.no-longer",
            {"now": replace(MEMO, term=Term(kind=TermKind.OPEN)), "term": Term(kind=TermKind.OPEN)},
        ),
        ("agreement.value-unsaid", {"clauses": ()}),
        ("agreement.no-evaluation", {"evaluation": None}),
        ("agreement.no-evaluation", {"evaluation": "  "}),
        ("agreement.too-long", {"evaluation": "a" * 5001}),
    ],
)
def test_a_renewal_that_does_not_hold_is_refused(refused: str, given: dict[str, Any]) -> None:
    assert renewing(**given) == refused


def test_a_value_may_go_out_when_it_is_said_and_is_named_as_lost() -> None:
    without = (ClauseStated(topic="human_rights", is_in=False),)
    assert renewing(clauses=without) is None
    assert rules.lost_values(MEMO, replace(LONGER, clauses=without)) == ("human_rights",)
    assert rules.lost_values(MEMO, LONGER) == ()


def test_nobody_evaluates_what_another_authority_agreed() -> None:
    assert renewing(now=replace(MEMO, whose=Whose.OTHER_AUTHORITY), evaluation=None) is None
    assert renewing(now=replace(MEMO, whose=None), evaluation=None) == "agreement.no-evaluation"


def ending(
    status: AgreementStatus, on: Period | None = LONGER.on, now: Stated = MEMO, **more: Any
) -> str | None:
    evaluation = more.pop("evaluation", "Er kwam weinig van.")
    return code(rules.may_end(now, replace(now, status=status, on=on), evaluation, TODAY))


def test_what_is_in_force_ends_and_an_intention_is_given_up() -> None:
    intended = replace(MEMO, status=AgreementStatus.INTENDED, on=None)
    assert ending(AgreementStatus.NOT_RENEWED) is None
    assert ending(AgreementStatus.TERMINATED) is None
    assert ending(AgreementStatus.ABANDONED, now=intended) is None
    assert ending(AgreementStatus.EXPIRED, now=replace(MEMO, term=Term())) is None
    past = Term(kind=TermKind.UNTIL, until=date(2030, 4, 30))
    assert ending(AgreementStatus.EXPIRED, now=replace(MEMO, term=past)) is None


def test_an_end_that_does_not_hold_is_refused() -> None:
    intended = replace(MEMO, status=AgreementStatus.INTENDED, on=None)
    over = replace(MEMO, status=AgreementStatus.EXPIRED)
    assert ending(AgreementStatus.TERMINATED, now=over) == "agreement.over"
    assert ending(AgreementStatus.ABANDONED) == "agreement.no-such-end"
    assert ending(AgreementStatus.TERMINATED, now=intended) == "agreement.no-such-end"
    assert ending(AgreementStatus.SIGNED) == "agreement.no-such-end"
    assert ending(AgreementStatus.TERMINATED, on=None) == "agreement.no-day"
    assert ending(AgreementStatus.EXPIRED) == "agreement.still-runs"
    assert ending(AgreementStatus.TERMINATED, on=Period.year(2024)) == "agreement.ends-before"
    assert ending(AgreementStatus.TERMINATED, evaluation=None) == "agreement.no-evaluation"


def test_a_correction_says_something_else_and_why() -> None:
    other = replace(MEMO, country="CN")
    assert rules.may_correct(MEMO, other, "Het land ontbrak.") is None
    assert rules.may_correct(MEMO, MEMO, "Het stuk erbij.", adds_file=True) is None
    assert code(rules.may_correct(MEMO, MEMO, "Zomaar.")) == "agreement.nothing-changed"
    assert code(rules.may_correct(MEMO, other, " ")) == "agreement.no-reason"


def test_nobody_adds_to_what_they_did_not_see() -> None:
    assert rules.may_add(2, 2) is None
    assert code(rules.may_add(1, 2)) == "agreement.meanwhile"


def test_nothing_was_agreed_at_what_was_called_off() -> None:
    assert rules.may_belong(ActivityStanding.PLANNED) is None
    assert code(rules.may_belong(ActivityStanding.CANCELLED)) == "agreement.activity-cancelled"


def a_file(folder: Path, body: str) -> Path:
    (folder / "agreements.yaml").write_text(body, encoding="utf-8")
    return folder


def test_an_organisation_says_how_its_agreements_are_kept(tmp_path: Path) -> None:
    body = "agreements: {prefix: OVK, months_ahead: 9}\n"
    assert load_renewing(a_file(tmp_path, body)) == Renewing(prefix="OVK", months_ahead=9)


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("agreements: {prefix: 1-2, months_ahead: 9}\n", "agreement.bad-prefix"),
        ("agreements: {prefix: OVK, months_ahead: 0}\n", "agreement.bad-months"),
        ("agreements: {prefix: OVK, months_ahead: 61}\n", "agreement.bad-months"),
        ("agreements: {prefix: OVK, months_ahead: -1}\n", "agreement.bad-months"),
        ("{}\n", "document.missing-key"),
    ],
)
def test_a_file_that_says_otherwise_is_refused(tmp_path: Path, body: str, problem: str) -> None:
    with pytest.raises(Invalid) as caught:
        load_renewing(a_file(tmp_path, body))
    assert problem in {one.code for one in caught.value.problems}


@pytest.mark.parametrize("months", [1, 60])
def test_an_organisation_looks_ahead_from_a_month_to_five_years(tmp_path: Path, months: int) -> None:
    body = f"agreements: {{prefix: OVK, months_ahead: {months}}}\n"
    assert load_renewing(a_file(tmp_path, body)).months_ahead == months


@pytest.mark.parametrize(
    ("until", "refused"),
    [
        (date(2030, 5, 1), None),  # a month of slack, for who counts the first day or the last otherwise
        (date(2030, 7, 2), None),
        (date(2030, 4, 30), "agreement.years-differ"),
        (date(2030, 7, 3), "agreement.years-differ"),
    ],
)
def test_a_stated_last_day_and_a_stated_number_of_years_differ_by_a_month_at_most(
    until: date, refused: str | None
) -> None:
    term = Term(starts_on=date(2025, 6, 1), kind=TermKind.UNTIL, until=until, years=5)
    assert stating(term=term) == refused


def test_years_are_held_against_the_last_day_only_where_it_is_said_when_they_begin() -> None:
    assert stating(term=Term(kind=TermKind.UNTIL, until=date(2040, 1, 1), years=5)) is None
    assert stating(term=Term(starts_on=date(2025, 6, 1), kind=TermKind.UNTIL, until=date(2040, 1, 1))) is None


@pytest.mark.parametrize(("year", "refused"), [(1899, True), (1900, False), (2200, False), (2201, True)])
def test_a_term_lies_in_years_that_somebody_may_have_meant(year: int, refused: bool) -> None:
    found = stating(on=None, term=Term(kind=TermKind.UNTIL, until=date(year, 6, 1)))
    assert (found == "agreement.odd-year") is refused


def test_what_was_signed_today_or_ended_on_the_day_it_was_signed_is_stated() -> None:
    assert stating(on=Period.day(TODAY)) is None
    now = replace(MEMO, on=Period.day(date(2025, 5, 12)))
    assert ending(AgreementStatus.TERMINATED, on=Period.day(date(2025, 5, 12)), now=now) is None
    assert (
        ending(AgreementStatus.TERMINATED, on=Period.day(date(2025, 5, 11)), now=now)
        == "agreement.ends-before"
    )


def test_as_many_parties_as_may_be_bound_are_bound() -> None:
    parties = [named(str(number)) for number in range(rules.MOST_PARTIES)]
    assert rules.may_bind(parties) is None
    assert code(rules.may_bind([*parties, named("one more")])) == "agreement.many-parties"
