"""The row above the pages: what a role finds there, grouped where it would not stand on one line."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import translation

from openkader.casework.permissions import Person
from openkader.casework.vocabulary import AccountRole
from openkader.web.navigation import Way, inside, line_of, row_of

EVERYONE = {
    "year": Way("Year 2024", "/jaar/2024/"),
    "evaluation": Way("Evaluation", "/jaar/2024/evaluatie/"),
    "dossiers": Way("Dossiers", "/dossiers/"),
    "kader": Way("Framework", "/kader/zh/2024-01-01/"),
}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def row(role: AccountRole, path: str, *, takes_in: bool = True) -> dict[str, Any]:
    reader = Person(name="anna", roles=frozenset({role}))
    return row_of(
        path, EVERYONE | inside(reader, without=("mails",) if takes_in else ("mails", "quick_entry"))
    )


def words(shown: Any) -> list[str]:
    return [str(one["label"]) for one in shown]


def marked(shown: Any) -> dict[str, str]:
    return {str(one["label"]): one["current"] for one in shown if one["current"]}


def test_an_adviser_finds_what_they_come_to_do() -> None:
    assert words(row(AccountRole.ADVISER, "/werk/")["navigation"]) == [
        *("Work", "New request", "Relations", "Screening", "Framework", "Accountability")
    ]


@pytest.mark.parametrize("role", AccountRole)
def test_every_place_of_a_role_is_reached_by_the_row_or_from_the_group_to_which_it_leads(
    role: AccountRole,
) -> None:
    def at(path: str) -> Any:
        return row_of(path, places)

    places = EVERYONE | inside(Person(name="anna", roles=frozenset({role})), without=("mails",))
    reached = set()
    for one in at("/")["navigation"]:
        group = at(one["url"])["group"]
        reached |= {one["url"]} if group is None else {each["url"] for each in group["places"]}
    assert reached == {way.url for way in places.values()}


def test_who_finds_few_places_sees_them_all_beside_each_other() -> None:
    shown = row(AccountRole.ADMINISTRATOR, "/beheer/")
    assert words(shown["navigation"]) == [
        "Dossiers",
        "Framework",
        "Year 2024",
        "Evaluation",
        "Administration",
    ]
    assert shown["group"] is None
    visitor = line_of("/dossiers/V-1/", list(EVERYONE.values()))
    assert words(visitor["navigation"]) == ["Year 2024", "Evaluation", "Dossiers", "Framework"]
    assert (marked(visitor["navigation"]), visitor["group"]) == ({"Dossiers": "true"}, None)


def test_a_page_marks_its_place_and_the_group_of_it() -> None:
    shown = row(AccountRole.ADVISER, "/jaar/2024/evaluatie/")
    assert marked(shown["navigation"]) == {"Accountability": "true"}
    assert str(shown["group"]["label"]) == "Accountability"
    assert marked(shown["group"]["places"]) == {"Evaluation": "page"}
    assert marked(row(AccountRole.ADVISER, "/dossiers/V-1/")["group"]["places"]) == {"Dossiers": "true"}


def test_a_page_that_lies_in_no_place_marks_none_and_shows_no_group() -> None:
    shown = row(AccountRole.ADVISER, "/account/")
    assert (marked(shown["navigation"]), shown["group"]) == ({}, None)


def test_other_versions_and_the_studio_lie_in_the_framework() -> None:
    shown = row(AccountRole.ADVISER, "/kader/studio/")
    assert marked(shown["navigation"]) == marked(shown["group"]["places"]) == {"Framework": "true"}
    shown = row(AccountRole.ADVISER, "/uitwisselen/cijfers/2024/")
    assert marked(shown["navigation"]) == {"Framework": "true"}
    assert marked(shown["group"]["places"]) == {"Exchange": "true"}


def test_nobody_is_sent_to_a_door_that_is_not_theirs() -> None:
    evaluator = words(row(AccountRole.EVALUATOR, "/werk/")["navigation"])
    assert evaluator == ["Work", "Relations", "Framework", "Accountability"]
    closed = words(row(AccountRole.ADVISER, "/werk/", takes_in=False)["navigation"])
    assert closed == ["Work", "Relations", "Screening", "Framework", "Accountability"]
