"""Accounts hold roles; giving and taking them is an event, and never one's own doing."""

import io

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from openkader.base.errors import Invalid, NotFound, Refused
from openkader.casework.permissions import NOBODY, Person
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.register import models, selectors, services
from openkader.register.accounts import Post, accounts
from openkader.register.people import person_named
from openkader.register.yearfile import read_year_file
from tests.installation import Installation, as_of
from tests.integration.register_house import HAND, a_request
from tests.web_pages import PASSWORD
from tests.yearfiles import year_file

pytestmark = pytest.mark.django_db


def opened(name: str = "anna", *roles: AccountRole, team: str | None = None) -> str:
    return services.open_account(name, PASSWORD, post=Post(roles=roles, team=team), **HAND)


def test_an_account_has_no_role_until_somebody_gives_one() -> None:
    opened()
    assert person_named("anna").roles == frozenset()
    services.change_roles("anna", Post(roles=[AccountRole.DECIDER], team="china"), **HAND)
    person = person_named("anna")
    assert person == Person(name="anna", roles=frozenset({AccountRole.DECIDER}), team="china")


def test_a_team_is_as_long_as_every_database_keeps() -> None:
    opened("anna", AccountRole.ADVISER, team="x" * 60)
    with pytest.raises(Invalid):
        services.change_roles("anna", Post(team="x" * 61), **HAND)
    assert person_named("anna").team == "x" * 60


def test_roles_are_replaced_and_the_trail_tells_what_they_were() -> None:
    opened("anna", AccountRole.ADVISER, AccountRole.REVIEWER, team="china")
    for _ in range(2):
        services.change_roles("anna", Post(roles=[AccountRole.REVIEWER]), **HAND)
        assert person_named("anna").roles == {AccountRole.REVIEWER}
        assert person_named("anna").team is None
    first = selectors.events()[1]
    assert first.action == "account.roles-changed"
    assert (first.detail["before"], first.detail["after"]) == (["adviser", "reviewer"], ["reviewer"])


def test_nobody_takes_a_role_for_themselves_or_two_that_must_be_apart() -> None:
    opened("anna", AccountRole.ADMINISTRATOR)
    both = Post(roles=[AccountRole.AUDITOR, AccountRole.ADVISER])
    with pytest.raises(Refused, match="own-roles"):
        services.change_roles("anna", Post(roles=[AccountRole.DECIDER]), by="Anna", now=HAND["now"])
    with pytest.raises(Refused, match="roles-apart"):
        services.change_roles("anna", both, **HAND)
    with pytest.raises(Refused, match="roles-apart"):
        services.open_account("ben", PASSWORD, post=both, **HAND)
    assert not User.objects.filter(username="ben").exists()
    assert person_named("anna").roles == {AccountRole.ADMINISTRATOR}


def test_a_closed_account_and_a_name_that_nobody_has_are_nobody() -> None:
    opened("anna", AccountRole.DECIDER)
    services.close_account("anna", **HAND)
    assert person_named("anna") == person_named("niemand") == NOBODY
    assert accounts()[0].roles == (AccountRole.DECIDER,)
    with pytest.raises(NotFound):
        services.change_roles("niemand", Post(), **HAND)


def test_the_database_holds_the_vocabulary_too() -> None:
    account = User.objects.get(username=opened())
    for row in (
        models.HeldRole(account=account, role="king", at=HAND["now"], by="x"),
        models.TeamMember(account=account, team=""),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()
    request = models.Request.objects.get(reference=a_request())
    request.confidentiality = "gossip"
    with pytest.raises(IntegrityError), transaction.atomic():
        request.save()


def test_a_request_is_internal_until_somebody_says_otherwise() -> None:
    a_request()
    assert models.Request.objects.get().confidentiality == Confidentiality.INTERNAL


@pytest.mark.parametrize(
    ("said", "level"),
    [("", "public"), (", confidentiality: secret", "secret"), (", confidentiality: null", "internal")],
)
def test_a_year_that_is_handed_in_is_public_where_it_says_nothing_else(
    tmp_path, said: str, level: str
) -> None:
    body = f"requests:\n  - {{reference: V-9, title: {{nl: a, en: b}}{said}}}\n"
    services.import_year(read_year_file(year_file(tmp_path, body)), **HAND)
    assert models.Request.objects.get().confidentiality == level


def test_the_command_gives_and_takes_roles(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    from openkader.cli.main import main

    monkeypatch.setattr("sys.stdin", io.StringIO(PASSWORD + "\n"))
    assert main(["account", "add", "anna", "--password-from-stdin", "--role", "adviser"]) == 0
    assert (
        main(["account", "roles", "anna", "--role", "reviewer", "--role", "decider", "--team", "china"]) == 0
    )
    assert main(["account", "list"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "anna  open  beoordelaar, beslisser  (china)"
    assert main(["account", "roles", "anna"]) == 0
    assert "geen rol" in capsys.readouterr().out
    assert main(["account", "roles", "anna", "--role", "koning"]) == 2
    assert main(["account", "roles", "anna", "--role", "auditor", "--role", "adviser"]) == 3
    assert main(["account", "roles", "niemand"]) == 4


def test_the_command_opens_a_closed_account_with_the_roles_that_are_given_now(
    monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    from openkader.cli.main import main

    opened("anna", AccountRole.DECIDER, team="china")
    again = ["account", "reopen", "anna", "--password-from-stdin", "--role", "adviser"]
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD[::-1]}\n" * 2))
    assert main(again) == 3
    assert "al open" in capsys.readouterr().err
    assert main(["account", "close", "anna"]) == 0
    assert main(again) == 0
    assert "met deze rollen: adviseur." in capsys.readouterr().out
    assert person_named("anna") == Person(name="anna", roles=frozenset({AccountRole.ADVISER}))
    assert User.objects.get(username="anna").check_password(PASSWORD[::-1])
    assert main(["account", "reopen", "niemand", "--password-from-stdin"]) == 4


@pytest.mark.parametrize("password", ["", "123"])
def test_a_weak_password_leaves_an_account_closed(password: str) -> None:
    opened("anna")
    services.close_account("anna", **HAND)
    with pytest.raises(Invalid, match="weak-password"):
        services.reopen_account("anna", password, **HAND)
    assert not User.objects.get(username="anna").is_active


def test_accounts_and_cases_from_before_roles_keep_what_they_had(unbuilt: Installation) -> None:
    script = unbuilt.script(as_of("0005_documents"))
    said = script.communicate()[1]
    assert script.returncode == 0, said
    unbuilt.sql(
        "INSERT INTO auth_user "
        "(password, is_superuser, username, first_name, last_name, email, is_staff, is_active, date_joined) "
        "VALUES ('x', false, 'anna', '', '', '', false, true, '2030-01-01')",
        "INSERT INTO register_registersource (id, reference, organisation_nl, organisation_en, year, title_nl, "
        "title_en, fictional, file_name, digest, records, recorded_at, recorded_by) VALUES "
        "(1, 'fx', 'Fictief', 'Fictional', 2030, 'Fictief', 'Fictional', true, 'fx.yaml', '', 1, '2030-01-01', 'anna')",
        "INSERT INTO register_request (source_id, recorded_at, recorded_by, reference, year, title_nl, title_en) "
        "VALUES (1, '2030-01-01', 'anna', 'FX-1', 2030, 'Fictief', 'Fictional'), "
        "(NULL, '2030-01-01', 'anna', 'FX-2', 2030, 'Fictief', 'Fictional')",
    )
    assert unbuilt.run("migrate").returncode == 0
    assert sorted(unbuilt.sql("SELECT role FROM register_heldrole")) == [("adviser",), ("reviewer",)]
    levels = "SELECT reference, confidentiality FROM register_request ORDER BY reference"
    assert unbuilt.sql(levels) == [("FX-1", "public"), ("FX-2", "internal")]
