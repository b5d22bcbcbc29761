"""Who may do what, and how far each role may look: one table, closed to whom it does not name."""

import pytest

from openkader.base.messages import MESSAGES
from openkader.casework.permissions import (
    MAY,
    NOBODY,
    REACH,
    Act,
    Person,
    may_change_roles,
    may_do,
    may_hold,
    may_invite,
    may_manage,
)
from openkader.casework.role_words import DUTIES, LEVELS, ROLES
from openkader.casework.vocabulary import AccountRole, Confidentiality

CHANGES = set(Act) - {Act.READ_CASES, Act.READ_SCREENING, Act.READ_TRAIL, Act.EXPORT, Act.READ_RETENTION}


@pytest.mark.parametrize("act", Act)
def test_whom_the_table_does_not_name_may_not_and_hears_why(act: Act) -> None:
    assert MAY.keys() == set(Act)
    for role in AccountRole:
        refusal = may_do([role], act)
        assert (refusal is None) is (role in MAY[act])
        if refusal is not None:
            assert refusal.code == str(act)
            assert refusal.code in MESSAGES
    assert may_do([], act) is not None
    assert not NOBODY.may(act)


def test_an_auditor_reads_all_and_changes_nothing() -> None:
    auditor = Person(name="a", roles=frozenset({AccountRole.AUDITOR}))
    assert {act for act in Act if auditor.may(act)} == set(Act) - CHANGES
    assert REACH[AccountRole.AUDITOR].any_case is Confidentiality.TOP_SECRET


def test_an_administrator_looks_after_people_and_sees_no_case() -> None:
    administrator = Person(name="a", roles=frozenset({AccountRole.ADMINISTRATOR}))
    assert {act for act in Act if administrator.may(act)} == {
        Act.MANAGE_PEOPLE,
        Act.RUN_HOUSE,
    }
    assert AccountRole.ADMINISTRATOR not in REACH


def test_who_reads_cases_has_a_reach_and_who_does_not_has_none() -> None:
    assert REACH.keys() == MAY[Act.READ_CASES]
    assert all(reach.team.rank >= reach.any_case.rank for reach in REACH.values())


@pytest.mark.parametrize("alone", [AccountRole.AUDITOR, AccountRole.ADMINISTRATOR])
def test_who_checks_or_looks_after_accounts_does_no_casework(alone: AccountRole) -> None:
    assert may_hold([alone, alone]) is None
    for other in set(AccountRole) - {alone}:
        refusal = may_hold([alone, other])
        assert refusal is not None
        assert refusal.code == "account.roles-apart"
    assert may_hold([AccountRole.ADVISER, AccountRole.REVIEWER, AccountRole.DECIDER]) is None
    assert may_hold([]) is None


def test_nobody_gives_roles_to_themselves_however_the_name_is_written() -> None:
    assert may_change_roles("anna", "ben") is None
    for name in ("anna", "Anna", "ANNA"):
        assert may_change_roles("anna", name) is not None


@pytest.mark.parametrize(
    ("has_mail", "has_address", "code"),
    [(False, True, "account.no-mail"), (True, False, "account.no-address"), (True, True, None)],
)
def test_an_invitation_needs_mail_and_somebody_to_send_it_to(
    has_mail: bool, has_address: bool, code: str | None
) -> None:
    refusal = may_invite(has_mail=has_mail, has_address=has_address)
    assert (refusal.code if refusal else None) == code


def test_nobody_closes_their_own_account_however_the_name_is_written() -> None:
    assert may_manage("anna", "ben") is None
    for name in ("anna", "Anna"):
        refusal = may_manage("anna", name)
        assert refusal is not None
        assert refusal.code == "account.own-account"


def test_the_levels_go_up_from_everybody_to_almost_nobody() -> None:
    assert [level for level in Confidentiality if not level.is_confidential] == [
        Confidentiality.PUBLIC,
        Confidentiality.LIMITED_PUBLIC,
        Confidentiality.INTERNAL,
    ]
    assert Confidentiality.up_to(Confidentiality.PUBLIC) == (Confidentiality.PUBLIC,)
    assert Confidentiality.up_to(Confidentiality.TOP_SECRET) == tuple(Confidentiality)


def test_every_role_and_level_has_words() -> None:
    assert ROLES.keys() == DUTIES.keys() == set(AccountRole)
    assert LEVELS.keys() == set(Confidentiality)


def test_whoever_wants_roles_of_their_own_hears_why_not() -> None:
    refusal = may_change_roles("anna", "Anna")
    assert refusal is not None
    assert refusal.code == "account.own-roles"
    assert refusal.code in MESSAGES


DECIDERS_ALONE = (
    Act.DECIDE, Act.RULE_ON_CONFLICT, Act.WAIVE_ADVICE, Act.WAIVE_SCAN, Act.WAIVE_MEASURE, Act.ADOPT_KADER,
    Act.PUBLISH, Act.AGREE_AS_OWNER,
)  # fmt: skip
TWO_HANDS = (
    (Act.WORK, Act.DECIDE),
    (Act.TAKE_IN, Act.DECIDE),
    (Act.ASK_ADVICE, Act.WAIVE_ADVICE),
    (Act.GIVE_ADVICE, Act.WAIVE_ADVICE),
    (Act.SIGN_OFF_PROTECTION, Act.RULE_ON_CONFLICT),
    (Act.DRAFT_KADER, Act.ADOPT_KADER),
    (Act.PREPARE_PUBLICATION, Act.PUBLISH),
    (Act.AGREE_AS_OWNER, Act.AGREE_AS_ARCHIVIST),
    (Act.AGREE_AS_OWNER, Act.DESTROY),
    (Act.MANAGE_PEOPLE, Act.READ_CASES),
    (Act.READ_TRAIL, Act.WORK),
)


@pytest.mark.parametrize("act", DECIDERS_ALONE)
def test_what_binds_the_organisation_is_up_to_who_decides_and_to_nobody_else(act: Act) -> None:
    assert [role for role in AccountRole if may_do([role], act) is None] == [AccountRole.DECIDER]


@pytest.mark.parametrize(("one", "other"), TWO_HANDS)
def test_no_single_role_does_both_halves_of_what_takes_two(one: Act, other: Act) -> None:
    assert MAY[one]
    assert MAY[other]
    assert not MAY[one] & MAY[other]


def test_who_screens_or_judges_a_hit_may_read_the_screening() -> None:
    assert MAY[Act.SCREEN] == MAY[Act.REVIEW]
    assert MAY[Act.SCREEN] | {AccountRole.DECIDER, AccountRole.AUDITOR} == MAY[Act.READ_SCREENING]
    assert MAY[Act.READ_SCREENING] < MAY[Act.READ_CASES]


def test_who_works_with_cases_lets_a_system_hear_of_them_and_who_only_checks_does_not() -> None:
    assert MAY[Act.SUBSCRIBE] == MAY[Act.READ_CASES] - {AccountRole.AUDITOR}


def test_only_an_archivist_destroys_and_hands_over_to_an_archive() -> None:
    for act in (Act.DESTROY, Act.ARCHIVE, Act.AGREE_AS_ARCHIVIST):
        assert MAY[act] == {AccountRole.ARCHIVIST}


@pytest.mark.parametrize(
    ("role", "any_case", "team"),
    [
        (AccountRole.ADVISER, Confidentiality.INTERNAL, Confidentiality.CONFIDENTIAL),
        (AccountRole.REVIEWER, Confidentiality.CONFIDENTIAL, Confidentiality.CONFIDENTIAL_HIGH),
        (AccountRole.DECIDER, Confidentiality.TOP_SECRET, Confidentiality.TOP_SECRET),
        (AccountRole.INFORMATION_SECURITY, Confidentiality.CONFIDENTIAL, Confidentiality.CONFIDENTIAL),
        (AccountRole.EVALUATOR, Confidentiality.CONFIDENTIAL, Confidentiality.CONFIDENTIAL),
        (AccountRole.ARCHIVIST, Confidentiality.TOP_SECRET, Confidentiality.TOP_SECRET),
    ],
)
def test_how_far_a_role_looks_in_any_case_and_in_those_of_its_team(
    role: AccountRole, any_case: Confidentiality, team: Confidentiality
) -> None:
    """Only who decides, checks or keeps the archive sees a secret that is not of the own team."""
    assert (REACH[role].any_case, REACH[role].team) == (any_case, team)
