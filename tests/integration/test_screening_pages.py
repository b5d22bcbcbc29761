"""What a page of screening asks of the database is bounded, however large the delegation is."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openkader.casework.delegation import Delegate
from openkader.casework.permissions import HOUSE
from openkader.register import selectors, services
from openkader.screening.evidence import Hit
from tests.integration.screening_house import HAND, NEAR_WANG, WANG, Lists, a_delegation, a_hit, a_list, work

pytestmark = pytest.mark.django_db
MOST_QUERIES = 12


def crowd(number: int) -> list[Delegate]:
    return [
        Delegate(
            row=row, names=(f"Verzonnen {row}",), organisation_names=(f"Fictief {row} BV",), country="cn"
        )
        for row in range(10, 10 + number)
    ]


def hits(number: int) -> list[tuple[str, Hit]]:
    return [(f"Verzonnen {row}", a_hit(entity=str(row))) for row in range(10, 10 + number)]


PAGES: dict[str, Callable[[], object]] = {
    "delegation": lambda: selectors.delegation("V-1", reader=HOUSE),
    "delegates": lambda: selectors.delegates_of("V-1", reader=HOUSE),
    "work list": lambda: selectors.hit_list(request="V-1", reader=HOUSE),
    "hit": lambda: selectors.hit_page(selectors.hit_list(reader=HOUSE).rows[0].id, reader=HOUSE),
    "party": lambda: selectors.party_page("V-1-L1-10", reader=HOUSE),
    "queue": selectors.queue,
}


@pytest.mark.parametrize("page", sorted(PAGES))
def test_a_page_asks_as_much_of_a_small_delegation_as_of_a_large_one(page: str) -> None:
    asked = []
    a_delegation(*crowd(2))
    work(Lists(*hits(2)))
    for version in (1, 2):
        with CaptureQueriesContext(
            connection,
        ) as captured:
            PAGES[page]()
        asked.append(len(captured))
        a_list(*crowd(60), seen=version) if version == 1 else None
        work(Lists(*hits(60)))
    assert asked[0] == asked[1] <= MOST_QUERIES


def test_a_version_of_many_is_stored_in_few_questions() -> None:
    a_delegation(*crowd(2))
    with CaptureQueriesContext(connection) as captured:
        a_list(*crowd(400), seen=1)
    assert (
        len(captured) < 130
    )  # also the words by which 800 parties are found; one for each would be thousands


def test_one_review_touches_few_rows() -> None:
    a_delegation(WANG)
    work(NEAR_WANG)
    with CaptureQueriesContext(connection) as captured:
        services.request_screening(["V-1-L1-2"], **HAND)
    assert len(captured) < 30  # with the line of its case in the list of work
