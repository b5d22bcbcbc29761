"""What is recorded has a reference of its own for ever, and is refused when it cannot be right."""

from dataclasses import replace
from typing import Any

import pytest
from django.db import connection

from openkader.base.errors import NotFound
from openkader.casework.permissions import HOUSE
from openkader.casework.vocabulary import (
    MeasureStatus,
    PartyKind,
    Role,
)
from openkader.kader import Assessor
from openkader.register import selectors, services
from openkader.register.entries import (
    ActivityEntry,
    ParticipationEntry,
    PartyEntry,
    TalkEntry,
    TopicEntry,
)
from tests.integration.register_house import (
    EVIDENCE,
    HAND,
    SIMPLE,
    TITLE,
    a_decision,
    a_measure,
    a_request,
    an_activity,
    assessed,
    refused,
)

pytestmark = pytest.mark.django_db


def test_an_activity_waits_for_green_light(assessor: Assessor) -> None:
    request = assessed(assessor)
    refused("activity.no-green-light", lambda: an_activity(request))
    services.decide_request(a_decision(request), **HAND)
    an_activity(request)


def test_a_reference_is_given_once_even_to_another_kind_of_record() -> None:
    a_request("SAME")
    party = PartyEntry(reference="SAME", kind=PartyKind.COMPANY, name="x")
    refused("reference.taken", lambda: services.record_party(party, **HAND))


def test_a_reference_outlives_its_record() -> None:
    talk = SIMPLE["record_talk"]
    services.record_talk(talk, **HAND)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM register_talk")
    refused("reference.taken", lambda: services.record_talk(talk, **HAND))


def test_a_number_of_a_public_register_belongs_to_one_party() -> None:
    party = SIMPLE["record_party"]
    services.record_party(party, **HAND)
    other = PartyEntry(reference="P-2", kind=PartyKind.COMPANY, name="x", identifiers={"kvk": "1"})
    refused("register.identifier-twice", lambda: services.record_party(other, **HAND))


def test_a_party_or_a_topic_that_stands_twice_is_refused() -> None:
    services.record_party(SIMPLE["record_party"], **HAND)
    entry: Any = SIMPLE["record_activity"]
    twice = tuple(ParticipationEntry(reference=f"X-1-P{n}", role=Role.ADVISER, party="P-1") for n in (1, 2))
    refused(
        "register.named-twice", lambda: services.record_activity(replace(entry, participations=twice), **HAND)
    )
    topics = (TopicEntry(code="x"),) * 2
    refused("register.topic-twice", lambda: services.record_activity(replace(entry, topics=topics), **HAND))


def test_a_reference_twice_in_one_record_is_refused() -> None:
    twice = [ParticipationEntry(reference="X-1-P1", role=Role.ADVISER, description=TITLE)] * 2
    entry = ActivityEntry(reference="X-1", year=2030, title=TITLE, participations=tuple(twice))
    refused("reference.taken", lambda: services.record_activity(entry, **HAND))


def test_what_is_not_there_is_not_found(assessor: Assessor) -> None:
    for act in (
        lambda: services.assess_request("V-0", assessor=assessor, **HAND),
        lambda: an_activity("V-0"),
        lambda: services.record_evidence("M-0", EVIDENCE, **HAND),
        lambda: services.require_measures("X-0", {}, **HAND),
        lambda: services.record_talk(
            TalkEntry(reference="T-1", year=2030, purpose="x", title=TITLE, party="P-0"), **HAND
        ),
        lambda: selectors.dossier("V-0", reader=HOUSE),
        lambda: selectors.rows("weather", reader=HOUSE),
    ):
        with pytest.raises(NotFound):
            act()


def test_an_office_holder_who_takes_part_is_known_to_take_part() -> None:
    services.record_party(PartyEntry(reference="P-1", kind=PartyKind.PERSON, name="Fictief"), **HAND)
    took_part = ParticipationEntry(reference="X-1-P1", role=Role.OFFICE_HOLDER, party="P-1")
    entry = ActivityEntry(reference="X-1", year=2030, title=TITLE, participations=(took_part,))
    services.record_activity(entry, **HAND)
    an_activity(reference="X-2")
    assert [row["office_holder"] for row in selectors.rows("activities", reader=HOUSE)] == [True, None]


def test_measures_are_opened_once_and_closed_with_evidence() -> None:
    measure = a_measure()
    assert services.require_measures("X-1", {"M2.analysis": "M2", "M2.screening": "M2"}, **HAND) == [
        "X-1-M2.screening"
    ]
    done = MeasureStatus.DONE
    refused("measure.no-evidence", lambda: services.close_measure(measure, done, **HAND))
    services.record_evidence(measure, EVIDENCE, **HAND)
    assert [row["evidenced"] for row in selectors.rows("measures", reader=HOUSE)] == [True, False]
    services.close_measure(measure, done, **HAND)
    assert [row["status"] for row in selectors.rows("measures", reader=HOUSE)] == ["done", "open"]
    aside = MeasureStatus.NOT_APPLICABLE
    refused("measure.no-reason", lambda: services.close_measure("X-1-M2.screening", aside, **HAND))
    services.close_measure("X-1-M2.screening", aside, reason="Geen deelnemers.", **HAND)
    event = selectors.events(limit=1)[0]
    assert (event.detail["before"], event.detail["after"]) == ("open", "not_applicable")


def test_nothing_to_open_is_no_event() -> None:
    a_measure()
    before = selectors.event_count()
    assert services.require_measures("X-1", {"M2.analysis": "M2"}, **HAND) == []
    assert selectors.event_count() == before


def test_the_trail_holds_no_names() -> None:
    services.record_party(
        PartyEntry(reference="P-1", kind=PartyKind.PERSON, name="Geheime Naam", passage="Geheime zin."),
        **HAND,
    )
    assert "Geheim" not in str(selectors.events())
