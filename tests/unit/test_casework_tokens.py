"""A token narrows what a colleague may, and never widens it."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from openkader.casework import agenda, subscribing
from openkader.casework.permissions import Act, HouseHand, Person, TokenHand
from openkader.casework.tokens import (
    ALLOWS,
    BEGINNING,
    LONGEST_DAYS,
    LONGEST_NAME,
    MOST_TOKENS,
    TokenScope,
    acts_of,
    may_open_token,
)
from openkader.casework.vocabulary import AccountRole

TODAY = date(2026, 3, 2)
READ = (TokenScope.READ,)


def code_of(
    name: str = "zaaksysteem", scopes: tuple[TokenScope, ...] = READ, days: int = 30, others: int = 0
) -> str:
    refusal = may_open_token(name, scopes, (TODAY, TODAY + timedelta(days=days)), others)
    return refusal.code if refusal else ""


@pytest.mark.parametrize(
    ("days", "code"), [(0, ""), (LONGEST_DAYS, ""), (-1, "token.bad-end"), (367, "token.bad-end")]
)
def test_a_token_ends_within_a_year(days: int, code: str) -> None:
    assert code_of(days=days) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("x" * LONGEST_NAME, ""),
        ("x" * (LONGEST_NAME + 1), "token.no-name"),
        ("", "token.no-name"),
        ("a\nb", "token.no-name"),
    ],
    ids=["longest", "too long", "none", "two lines"],
)
def test_a_token_has_a_name_that_fits_a_line(name: str, code: str) -> None:
    assert code_of(name) == code


def test_a_token_is_for_something_and_an_account_has_so_many() -> None:
    assert code_of(scopes=()) == "token.no-scope"
    assert code_of(others=MOST_TOKENS - 1) == ""
    assert code_of(others=MOST_TOKENS) == "token.too-many"


def test_what_a_token_is_for_is_said_of_every_scope() -> None:
    assert set(ALLOWS) == set(TokenScope)
    reading = {Act.READ_CASES, Act.READ_SCREENING, Act.READ_TRAIL, Act.READ_RETENTION}
    assert acts_of(READ) == reading
    assert acts_of(()) == frozenset()


def test_who_only_hands_in_reads_nothing_and_who_only_works_takes_nothing_in() -> None:
    adviser = Person(
        name="anna", roles=frozenset({AccountRole.ADVISER}), within=acts_of([TokenScope.HAND_IN])
    )
    assert [act for act in Act if adviser.may(act)] == [Act.TAKE_IN]
    assert acts_of([TokenScope.WORK]) == {Act.READ_CASES, Act.READ_SCREENING, Act.WORK}


def test_through_a_token_somebody_may_what_both_allow() -> None:
    adviser = Person(name="anna", roles=frozenset({AccountRole.ADVISER}), within=acts_of(READ))
    assert adviser.may(Act.READ_CASES)
    refusal = adviser.refuses(Act.WORK)
    assert refusal is not None
    assert refusal.code == "token.out-of-scope"
    nobody = Person(name="ben", within=acts_of(READ))
    refusal = nobody.refuses(Act.READ_CASES)
    assert refusal is not None
    assert refusal.code == Act.READ_CASES


def test_what_may_be_done_beside_a_role_needs_the_scope_too() -> None:
    person = Person(name="anna", also=frozenset({Act.WORK}), within=acts_of(READ))
    assert not person.may(Act.WORK)


def test_a_program_is_known_by_the_name_of_its_account_and_is_no_hand_of_the_house() -> None:
    hand = TokenHand("anna", "zaaksysteem", acts_of(READ))
    assert hand == "anna"
    assert (hand.token, hand.within) == ("zaaksysteem", acts_of(READ))
    assert not isinstance(hand, HouseHand)


def test_a_copy_of_the_hand_of_a_program_is_the_same_hand() -> None:
    import copy

    hand = copy.copy(TokenHand("anna", "zaaksysteem", acts_of(READ)))
    assert (hand, hand.token, hand.within) == ("anna", "zaaksysteem", acts_of(READ))


def test_a_token_for_screening_compares_names_and_reads_no_case() -> None:
    assert acts_of([TokenScope.SCREEN]) == {Act.SCREEN}


def test_a_secret_begins_as_the_pages_say_and_no_two_kinds_begin_alike() -> None:
    """By its beginning whoever finds one, or a program that looks for secrets in texts, knows what it is."""
    page = Path(__file__).parents[2] / "docs" / "how-to" / "let-a-program-read.md"
    assert f"begins with `{BEGINNING}`" in page.read_text(encoding="utf-8")
    assert len({BEGINNING, agenda.BEGINNING, subscribing.BEGINNING}) == 3


@pytest.mark.parametrize(
    ("scope", "act"),
    [
        (TokenScope.WORK, Act.WORK),
        (TokenScope.ASSIGN, Act.ASSIGN),
        (TokenScope.ASK_ADVICE, Act.ASK_ADVICE),
        (TokenScope.GIVE_ADVICE, Act.GIVE_ADVICE),
        (TokenScope.PROTECT, Act.PROTECT),
        (TokenScope.REPLAY, Act.DRAFT_KADER),
        (TokenScope.CITE, Act.CITE),
        (TokenScope.CONTACTS, Act.KEEP_CONTACTS),
        (TokenScope.ARCHIVE, Act.ARCHIVE),
        (TokenScope.EXCHANGE, Act.EXCHANGE),
    ],
)
def test_a_token_that_writes_in_a_case_reads_it_and_does_one_thing(scope: TokenScope, act: Act) -> None:
    assert acts_of([scope]) == {Act.READ_CASES, Act.READ_SCREENING, act}


def test_no_token_reads_who_asked_not_to_be_named() -> None:
    assert Act.READ_CONTACTS not in acts_of(list(TokenScope))


def test_no_token_decides_adopts_or_manages() -> None:
    may = acts_of(list(TokenScope))
    assert may.isdisjoint(
        {Act.DECIDE, Act.ADOPT_KADER, Act.MANAGE_PEOPLE, Act.DESTROY, Act.PUBLISH, Act.REVIEW}
    )
