"""Recommendations over the years: nothing is changed, nothing closes without evidence, and what is open comes back."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import transaction

from openkader.base.errors import NotFound, Refused
from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.permissions import HOUSE, NOBODY, HouseHand, Person
from openkader.casework.recommendations import FollowUpStatus
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.register import models, selectors
from openkader.register.documents import DocumentEntry
from openkader.register.selectors.recommendation_reminders import recommendations_to_remind
from openkader.register.selectors.recommendations import (
    RecommendationRow,
    recommendation_document,
    recommendation_file,
)
from tests.integration.network_house import activity
from tests.integration.outlook_house import LETTER, NOW, addressed, advised, followed, reminded
from tests.integration.register_house import a_request, with_role
from tests.unit.documents import PDF

pytestmark = pytest.mark.django_db
TODAY = date(2030, 5, 1)
DONE, PARTLY, OPEN = FollowUpStatus.DONE, FollowUpStatus.PARTLY, FollowUpStatus.OPEN
EVALUATOR = Person(name="evaluator", roles=frozenset({AccountRole.EVALUATOR}))


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as caught, transaction.atomic():
        act()
    return str(caught.value.refusal.code)


def found(reference: str = "A-1", reader: Person = HOUSE) -> RecommendationRow:
    return recommendation_file(reference, reader=reader, today=TODAY)


def test_what_nobody_said_is_unknown() -> None:
    advised()
    row = found()
    assert (row.status, row.to, row.due, row.is_overdue) == (None, None, None, False)
    assert not row.follow_ups
    assert not row.addresses


def test_a_recommendation_gets_its_own_reference_once() -> None:
    assert advised(reference="") == advised(reference="") == "A-2028-1"
    assert advised(reference="", text=Text(nl="Iets anders.", en="Else.")) == "A-2028-2"
    assert refused(lambda: advised(text=Text(nl=" ", en=" "))) == "recommendation.no-text"


def test_each_follow_up_is_added_and_the_newest_says_how_it_stands() -> None:
    advised()
    assert followed() == followed() == 1
    assert followed(status=DONE, seen=1, url=LETTER, figure="activities") == 2
    row = found()
    assert row.status is DONE
    assert [one.status for one in row.follow_ups] == [FollowUpStatus.TAKEN_UP, DONE]
    assert (row.figure, row.is_closed) == ("activities", True)
    assert models.Recommendation.objects.get().status == "done"


def test_a_recommendation_is_not_closed_without_evidence() -> None:
    advised()
    assert refused(lambda: followed(status=DONE)) == "recommendation.no-evidence"
    assert found().status is None


def test_two_at_once_are_told_apart() -> None:
    advised()
    followed()
    other = {"by": HouseHand("cli:other"), "now": NOW}
    assert refused(lambda: followed(hand=other)) == "recommendation.meanwhile"
    addressed()
    assert refused(lambda: addressed(hand=other)) == "recommendation.meanwhile"


def test_a_figure_and_a_kader_that_are_not_there_are_refused() -> None:
    advised()
    assert refused(lambda: followed(figure="no_such_figure")) == "recommendation.unknown-figure"
    wrong: dict[str, Any] = {"kader": "zuid-holland/1999-01-01", "change": "Iets."}
    assert refused(lambda: followed(**wrong)) == "recommendation.unknown-kader"
    followed(kader="zuid-holland/2024-01-01", change="Actielijn genoemd.")
    assert found().follow_ups[0].change == Text(nl="Actielijn genoemd.", en="Actielijn genoemd.")


def test_a_record_that_shows_it_must_be_there_and_be_seen() -> None:
    advised()
    with pytest.raises(NotFound):
        followed(status=DONE, record="NOPE")
    with pytest.raises(NotFound):
        followed(status=DONE, record="A-1")
    a_request("V-1")
    followed(status=DONE, record="V-1")
    models.Request.objects.update(confidentiality=Confidentiality.SECRET)
    with_role("evaluator", AccountRole.EVALUATOR)
    with pytest.raises(NotFound):
        followed(status=PARTLY, seen=1, record="V-1", hand={"by": "evaluator", "now": NOW})
    assert found().follow_ups[0].shown_by.record == "V-1"
    assert found(reader=EVALUATOR).follow_ups[0].shown_by.record is None


def test_an_activity_and_an_agreement_may_show_it() -> None:
    from openkader.kader import Assessor
    from tests.integration.agreement_house import agreed
    from tests.integration.outlook_house import KADER

    activity()
    named = agreed(Assessor(KADER), activity="NX-1")
    advised()
    followed(status=PARTLY, record="NX-1")
    followed(status=DONE, seen=1, record=named)
    shown = [one.shown_by for one in found().follow_ups]
    assert [(one.record, one.is_agreement) for one in shown] == [("NX-1", False), (named, True)]
    assert found(reader=NOBODY).follow_ups[1].shown_by.record is None


def test_the_public_sees_how_it_stands_and_not_the_words_of_colleagues() -> None:
    advised()
    addressed()
    followed(status=DONE, url=LETTER, file=DocumentEntry(name="brief.pdf", content=PDF))
    (step,) = found(reader=NOBODY).follow_ups
    assert (step.what, step.by, step.shown_by.file) == (None, None, None)
    assert (step.status, step.shown_by.url) == (DONE, LETTER)
    assert found(reader=NOBODY).addresses[0].by is None
    (inside,) = found().follow_ups
    assert inside.what is not None
    assert inside.shown_by.file == "brief.pdf"
    assert recommendation_document("A-1", 1) == ("brief.pdf", "application/pdf", PDF)
    with pytest.raises(NotFound):
        recommendation_document("A-1", 2)


def test_to_whom_and_before_when_is_said_anew_and_stays_to_be_read() -> None:
    advised()
    assert addressed() == addressed() == 1
    assert addressed(seen=1, to=None, due=Period.year(2031)) == 2
    row = found()
    assert (row.to, row.due) == (None, Period.year(2031))
    assert [one.to is None for one in row.addresses] == [False, True]
    assert refused(lambda: addressed(seen=2, to=None, due=None)) == "recommendation.no-address"


def test_what_is_overdue_comes_first_and_what_is_closed_last() -> None:
    for number in ("A-1", "A-2", "A-3"):
        advised(number)
    addressed("A-2")
    followed("A-1", DONE, url=LETTER)
    rows = selectors.recommendations(reader=HOUSE, today=TODAY)
    assert [row.reference for row in rows] == ["A-2", "A-3", "A-1"]
    assert [row.is_overdue for row in rows] == [True, False, False]


def test_what_was_not_closed_before_a_year_appears_in_its_text() -> None:
    for number in ("A-1", "A-2", "A-3"):
        advised(number)
    followed("A-1", DONE, url=LETTER, period=Period.year(2028))
    followed("A-2", DONE, url=LETTER, period=Period.day(date(2029, 3, 1)))
    told = {year: selectors.open_recommendations(year, reader=HOUSE) for year in (2028, 2029, 2030)}
    assert told[2028] == ()
    assert [(one.reference, one.status) for one in told[2029]] == [("A-2", DONE), ("A-3", None)]
    assert [one.reference for one in told[2030]] == ["A-3"]


def test_the_text_of_a_year_tells_what_was_so_at_its_end() -> None:
    advised()
    addressed()
    followed(status=OPEN, period=Period.year(2029), figure="activities")
    followed(status=DONE, seen=1, url=LETTER, period=Period.month(2030, 4))
    advised("A-2", year=2029)
    carried, own = selectors.recommendations_over_years(2029, reader=HOUSE)
    assert (carried.reference, carried.is_carried, carried.status, carried.figure) == (
        *("A-1", True, OPEN),
        "activities",
    )
    assert carried.is_overdue
    assert carried.url is None
    assert (own.reference, own.is_carried, own.status) == ("A-2", False, None)
    (before,) = selectors.recommendations_over_years(2028, reader=HOUSE)
    assert (before.status, before.figure, before.is_overdue) == (None, None, False)


def test_a_status_that_came_with_a_file_holds_until_something_is_noted() -> None:
    advised(status=OPEN)
    advised("A-2", status=DONE)
    assert [one.reference for one in selectors.open_recommendations(2029, reader=HOUSE)] == ["A-1"]


@pytest.mark.parametrize("act", [addressed, followed])
def test_only_the_evaluator_follows_up(act: Callable[..., Any]) -> None:
    advised()
    with_role("adviser", AccountRole.ADVISER)
    assert refused(lambda: act(hand={"by": "adviser", "now": NOW})) == "role.evaluate"


def test_a_recommendation_that_is_not_there_is_not_found() -> None:
    for act in (addressed, followed, found):
        with pytest.raises(NotFound), transaction.atomic():
            act("NOPE")


def test_the_evaluator_is_reminded_once_for_each_term() -> None:
    advised()
    addressed()
    account = User.objects.get(username=with_role("eva", AccountRole.EVALUATOR))
    assert recommendations_to_remind(TODAY) == []  # nobody knows where to send it
    account.email = "eva@example.nl"
    account.save()
    (late,) = recommendations_to_remind(TODAY)
    assert (late.reference, late.due_by, late.to) == ("A-1", date(2029, 12, 31), "eva@example.nl")
    assert reminded()
    assert not reminded()
    assert models.OutgoingMail.objects.count() == 1
    assert recommendations_to_remind(TODAY) == []
    addressed(seen=1, due=Period.month(2030, 3))
    assert [one.due_by for one in recommendations_to_remind(TODAY)] == [date(2030, 3, 31)]


def test_nobody_is_reminded_of_what_was_closed_or_put_off() -> None:
    advised()
    assert not reminded()
    addressed()
    followed(status=DONE, url=LETTER)
    assert not reminded()
    followed(status=OPEN, seen=1)
    addressed(seen=1, due=Period.year(2031))
    assert not reminded()
    assert not models.OutgoingMail.objects.exists()
