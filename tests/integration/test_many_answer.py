"""What many cases answer to is found in another way than what few answer to, and it is the same that is found."""

from dataclasses import replace
from random import Random

import pytest

from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.permissions import HOUSE
from openkader.casework.vocabulary import PartyKind, Role
from openkader.casework.work_list import Order, Scope
from openkader.kader import Assessor
from openkader.register import services
from openkader.register.entries import ActivityEntry, ParticipationEntry, PartyEntry, RequestEntry
from openkader.register.selectors import answering_lines, finding_cases, work_list
from openkader.register.selectors.work_list import Choice, work_page, work_rows
from tests.integration.register_house import HAND, NOW, TITLE, decided
from tests.integration.screening_house import WANG, a_delegation

pytestmark = pytest.mark.django_db
TITLES = ("Bezoek", "Handel", "Water", "Energie")
NAMES = ("Shandong Energy", "Shanghai Water", "山东能源", "Zhang Wei", "Energie Rijnmond", "Bezoekers")
TEXTS = (
    "bezoek",
    "water",
    "energie",
    "shandong",
    "山东",
    "shandong energy",
    "zhang bezoek",
    "sha",
    "V-1",
    "wang",
    "niets",
)


@pytest.fixture
def cases(assessor: Assessor) -> None:
    """Cases whose titles and parties share words; one has a party in the activity that came of it, one on its list."""
    dice = Random(7)  # noqa: S311 - the same cases each time
    for place, name in enumerate(NAMES):
        services.record_party(PartyEntry(reference=f"P-{place}", kind=PartyKind.COMPANY, name=name), **HAND)
    for place in range(30):
        title = " ".join(dice.sample(TITLES, dice.randrange(3)) or ["Overig"])
        entry = RequestEntry(
            reference=f"V-{place}",
            year=2030,
            title=Text(nl=title, en=title),
            received=Period.day(NOW.date().replace(day=1 + place % 9)),
            participations=tuple(
                ParticipationEntry(reference=f"D-{place}-{one}", party=f"P-{one}", role=Role.REQUESTER)
                for one in dice.sample(range(len(NAMES)), dice.randrange(3))
            ),
        )
        services.record_request(entry, **HAND)
    part = ParticipationEntry(reference="D-X-1", party="P-0", role=Role.COUNTERPART)
    activity = ActivityEntry(reference="X-1", year=2030, title=TITLE, request=decided(assessor, "V-90"))
    services.record_activity(replace(activity, participations=(part,)), **HAND)
    a_delegation(WANG, request="V-91")


def pages(text: str, order: Order) -> list[tuple[list[str], bool]]:
    """The whole list, page after page."""
    found: list[tuple[list[str], bool]] = []
    after = None
    while not found or after is not None:
        page = work_page(Choice(scope=Scope.ALL, text=text, order=order), HOUSE, NOW.date(), after=after)
        found.append(([row.reference for row in page.rows], page.before is None))
        after = page.after
    return found


@pytest.mark.parametrize("asked", [2, 5, 100])
@pytest.mark.parametrize("order", [Order.NEWEST, Order.OLDEST])
@pytest.mark.usefixtures("cases")
def test_a_common_word_gives_the_same_pages_as_a_rare_one(
    asked: int, order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work_list, "PER_PAGE", 4)
    rare = {text: pages(text, order) for text in TEXTS}
    assert sum(len(page) for page, _ in rare["energie"]) > 8
    assert "V-90" in [one for page, _ in rare["shandong"] for one in page]
    assert [page for page, _ in rare["wang"]] == [["V-91"]]
    monkeypatch.setattr(finding_cases, "_MOST", 2)
    monkeypatch.setattr(answering_lines, "_ASKED", asked)
    assert {text: pages(text, order) for text in TEXTS} == rare
    for text, found in rare.items():
        rows = work_rows(Choice(scope=Scope.ALL, text=text, order=order), HOUSE, NOW.date())
        assert [row.reference for row in rows] == [reference for page, _ in found for reference in page]


@pytest.mark.usefixtures("cases")
def test_however_many_are_looked_up_at_once_none_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cases by their title and cases by a party count together: neither alone has to be many."""
    rare = {text: pages(text, Order.NEWEST) for text in TEXTS}
    for most in range(2, 24):
        monkeypatch.setattr(finding_cases, "_MOST", most)
        assert {text: pages(text, Order.NEWEST) for text in TEXTS} == rare, most
