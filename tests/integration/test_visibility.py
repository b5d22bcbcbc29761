"""Who sees which case: one condition, the same in every list, search, page, count and file."""

from itertools import product
from typing import Any

import pytest
from django.contrib.auth.models import User

from openkader.base.errors import NotFound
from openkader.casework.permissions import HOUSE, NOBODY, REACH, Person
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.evaluation.account import account_of, as_json
from openkader.register import models, selectors, services
from openkader.register.accounts import Post
from openkader.register.entries import ActivityEntry
from tests.integration import register_house
from tests.integration.register_house import HAND, NOW, TITLE
from tests.integration.screening_house import NEAR_WANG, a_list, the_hit, work
from tests.web_pages import MOST_QUERIES, PASSWORD, colleague, queries_of

pytestmark = pytest.mark.django_db
PARTY = "V-1-L1-2"


def reader(*roles: AccountRole, team: str | None = None) -> Person:
    return Person(name="anna", roles=frozenset(roles), team=team)


def the_cases() -> dict[tuple[Confidentiality, str | None, bool], str]:
    """A request of each level, in the team of the reader or another, assigned to the reader or not."""
    anna = User.objects.create(username="anna")
    found: dict[tuple[Confidentiality, str | None, bool], str] = {}
    for number, (level, team, own) in enumerate(product(Confidentiality, ("china", None), (True, False))):
        reference = f"V-{number}"
        models.Request.objects.create(
            reference=reference,
            year=2030,
            title_nl="a",
            title_en="a",
            recorded_at=NOW,
            recorded_by="x",
            confidentiality=level,
            team=team,
            assignee=anna if own else None,
        )
        found[(level, team, own)] = reference
    return found


def may_see(person: Person, level: str, team: str | None, *, own: bool) -> bool:
    """The same rule, said in another way."""
    roles = [role for role in person.roles if role in REACH]
    rank = Confidentiality(level).rank
    if level == Confidentiality.PUBLIC or (own and roles):
        return True
    of_team = team is not None and team == person.team
    return any(
        rank <= REACH[role].any_case.rank or (of_team and rank <= REACH[role].team.rank)
        for role in roles
        if role is not AccountRole.INFORMATION_SECURITY
    )


ROLE_SETS = [
    *((role,) for role in AccountRole),
    (),
    (AccountRole.ADVISER, AccountRole.REVIEWER),
    (AccountRole.ADVISER, AccountRole.INFORMATION_SECURITY),
    (AccountRole.REVIEWER, AccountRole.DECIDER),
]


@pytest.mark.parametrize("team", ["china", "europe", None])
def test_each_role_sees_what_its_reach_says_and_nothing_more(team: str | None) -> None:
    cases = the_cases()
    for roles in ROLE_SETS:
        person = reader(*roles, team=team)
        seen = set(selectors.visible_requests(person).values_list("reference", flat=True))
        wanted = {case for (level, of, own), case in cases.items() if may_see(person, level, of, own=own)}
        assert seen == wanted, roles


def test_whoever_is_not_signed_in_sees_what_is_public_and_no_more() -> None:
    cases = the_cases()
    seen = set(selectors.visible_requests(NOBODY).values_list("reference", flat=True))
    assert seen == {case for (level, _, _), case in cases.items() if level == "public"}


def test_another_name_in_capitals_is_another_person() -> None:
    the_cases()
    other = Person(name="Anna", roles=frozenset({AccountRole.ADVISER}))
    assert not selectors.visible_requests(other).filter(confidentiality="top_secret").exists()


def test_information_security_sees_what_is_screened() -> None:
    person = reader(AccountRole.INFORMATION_SECURITY)
    register_house.a_request("V-1")
    register_house.a_request("V-2")
    a_list(request="V-1")
    assert [row.reference for row in selectors.visible_requests(person)] == ["V-1"]
    models.Request.objects.update(confidentiality="secret")
    assert not selectors.visible_requests(person).exists()


# --- every way to a case -------------------------------------------------------------------

STRANGERS = [NOBODY, reader(), reader(AccountRole.ADMINISTRATOR), reader(AccountRole.ADVISER)]


def a_secret_case(assessor: Any) -> None:
    """A case of everything, with an activity, a screening and a hit, that is secret."""
    register_house.assessed(assessor, "V-1")
    a_list(request="V-1")
    work(NEAR_WANG)
    services.record_activity(ActivityEntry(reference="X-1", year=2030, title=TITLE, number=1), **HAND)
    models.Activity.objects.update(request=models.Request.objects.get())
    services.require_measures("X-1", {"M2.analysis": "M2"}, **HAND)
    models.Request.objects.update(confidentiality="secret")


WAYS: dict[str, Any] = {
    "dossier": lambda who: selectors.dossier("V-1", reader=who),
    "activity": lambda who: selectors.dossier("X-1", reader=who),
    "measure": lambda who: selectors.dossier("X-1-M2.analysis", reader=who),
    "assessment": lambda who: selectors.dossier("V-1-B1", reader=who),
    "delegation": lambda who: selectors.delegation("V-1", reader=who),
    "delegates": lambda who: selectors.delegates_of("V-1", reader=who),
    "party": lambda who: selectors.party_page(PARTY, reader=who),
    "hit": lambda who: selectors.hit_page(models.Hit.objects.get().pk, reader=who),
    "party's file": lambda who: selectors.party_file(PARTY, reader=who),
    "parties alike": lambda who: selectors.alike(PARTY, reader=who),
    "request": lambda who: selectors.require_visible("V-1", who),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_secret_case_is_not_found_by_any_way(assessor: Any, way: str) -> None:
    a_secret_case(assessor)
    for person in STRANGERS:
        with pytest.raises(NotFound):
            WAYS[way](person)
    WAYS[way](reader(AccountRole.DECIDER))
    WAYS[way](HOUSE)


def test_a_secret_case_stands_in_no_list(assessor: Any) -> None:
    a_secret_case(assessor)
    the_hit()
    for person in STRANGERS:
        for collection in selectors.COLLECTIONS:
            assert selectors.rows(collection, 2030, reader=person) == [], collection
        assert selectors.hit_list(reader=person).total == 0
        assert selectors.hit_list(reader=person, request="V-1").open == 0
        assert selectors.activities_of(2030, reader=person) == []
        assert selectors.parties_named("Wang Verzonnen", reader=person) == ()
        assert selectors.newest_parties(reader=person)[0] == ()
        assert selectors.documents_of("V-1", reader=person) == ()
        assert not selectors.visible_parties(person).filter(reference=PARTY).exists()
    decider = reader(AccountRole.DECIDER)
    assert selectors.hit_list(reader=decider).total == 1
    assert len(selectors.activities_of(2030, reader=decider)) == 1


def test_a_figure_is_the_same_for_everybody_and_leads_strangers_nowhere(year_2024: None) -> None:
    before = as_json(account_of(2024, reader=HOUSE))
    models.Request.objects.update(confidentiality="secret")
    hidden = as_json(account_of(2024, reader=NOBODY))
    assert as_json(account_of(2024, reader=HOUSE)) == before
    names = set(models.Request.objects.values_list("reference", flat=True))
    names |= set(models.Activity.objects.filter(request__isnull=False).values_list("reference", flat=True))
    for name, figure in before["figures"].items():  # type: ignore[attr-defined]
        seen = hidden["figures"][name]  # type: ignore[index]
        kept = ("value", "low", "high", "of", "declared", "status")
        assert {key: seen[key] for key in kept} == {key: figure[key] for key in kept}, name
        assert not {row["id"] for row in seen["rows"]} & names
        assert not {row["dossier"] for row in seen["rows"]} & names


def test_a_party_of_two_cases_is_shown_without_the_one_that_is_secret(assessor: Any) -> None:
    a_secret_case(assessor)
    register_house.a_request("V-2")
    models.Participation.objects.create(
        reference="V-2-D1",
        year=2030,
        request=models.Request.objects.get(reference="V-2"),
        party=models.Party.objects.get(reference=PARTY),
        role="requester",
        dropped_out=False,
        recorded_at=NOW,
        recorded_by="x",
    )
    adviser = reader(AccountRole.ADVISER)
    (row,) = selectors.hit_list(reader=adviser).rows
    assert row.dossier == PARTY
    assert selectors.party_page(PARTY, reader=adviser).dossier == PARTY
    assert selectors.hit_list(reader=HOUSE).rows[0].dossier == "V-1"


def test_a_role_that_was_taken_away_no_longer_sees(assessor: Any) -> None:
    register_house.a_request("V-1")
    a_list(request="V-1")
    client = colleague("anna")
    assert client.get("/dossiers/V-1/delegatie/").status_code == 200
    services.change_roles("anna", Post(), **HAND)
    assert client.get("/dossiers/V-1/delegatie/").status_code == 403
    assert client.get("/dossiers/V-1/").status_code == 404


def test_an_ordinary_colleague_asks_the_database_no_more_than_before(year_2024: None, assessor: Any) -> None:
    services.open_account("ben", PASSWORD, post=Post(roles=[AccountRole.ADVISER], team="china"), **HAND)
    client = colleague("ben")
    for path in ("/dossiers/", "/screening/", "/lijsten/"):
        assert queries_of(path, client) <= MOST_QUERIES, path
