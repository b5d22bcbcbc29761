"""What is noted after a talk and kept of what was said in public: once, by whom may, and counted as it is."""

import hashlib
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from openkader.base.errors import Invalid, NotFound
from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.permissions import HOUSE, Person
from openkader.casework.public_account import Accounted, accounted
from openkader.casework.raising import Promise, Repetition, Stated, repetition
from openkader.casework.vocabulary import AccountRole, Confidentiality, PublicKind, Setting, TopicSource
from openkader.kader import Assessor
from openkader.register import selectors, services
from openkader.register.entries import TalkEntry, TopicEntry
from openkader.register.models import Activity, Evidence, FollowUp, MessageNote, PublicItem, Request
from tests.integration.register_house import JUDGEMENT, decided, refused, with_role
from tests.integration.talk_house import HAND, POST, PROMISE, RAISED, noted, party, published, talk

pytestmark = pytest.mark.django_db
LINES = {"level_playing_field": ("level_playing_field",), "policy_line": ("policy_line",)}
TODAY = date(2030, 5, 1)


def heard(party: str = "W-1", line: str = "level_playing_field") -> tuple[Any, ...]:
    return selectors.dialogues(LINES, reader=HOUSE).hearings.get((party, line), ())


def topics(activity: str = "G-1") -> object:
    (row,) = [row for row in selectors.rows("activities", 2030, reader=HOUSE) if row["id"] == activity]
    return row["topics"]


def test_a_raised_line_is_kept_in_its_words_of_then_and_counts_as_a_topic(assessor: Assessor) -> None:
    talk("G-1", party())
    assert topics() is None
    assert noted(assessor) == 1
    (row,) = selectors.notes_of("G-1", reader=HOUSE)
    line = next(one for one in assessor.kader.messages if one.id == "level_playing_field")
    assert (row.text, row.raised, row.party, row.counts) == (line.text, True, "W-1", True)
    assert topics() == ["level_playing_field"]
    assert [(one.stated, one.is_sure, one.setting) for one in heard()] == [
        (Stated.NOTED, True, Setting.FORMAL)
    ]


def test_a_second_click_is_the_first_and_a_colleague_who_did_not_look_is_stopped(assessor: Assessor) -> None:
    talk("G-1", party())
    assert noted(assessor) == noted(assessor) == 1
    refused("message.meanwhile", lambda: noted(assessor, reaction="Iets anders."))
    other: dict[str, Any] = {**HAND, "by": with_role("ander", AccountRole.ADVISER)}
    refused("message.meanwhile", lambda: services.note_message(RAISED, kader=assessor.kader, **other))
    assert noted(assessor, reaction="Iets anders.", seen=1) == 2
    assert noted(assessor, promise=PROMISE, seen=2) == 3
    assert noted(assessor, promise=PROMISE, seen=2) == 3
    assert FollowUp.objects.count() == 1


def test_the_newest_note_with_a_counterpart_counts_and_the_other_stays(assessor: Assessor) -> None:
    talk("G-1", party(), party("W-2", "Andere Commissie"))
    noted(assessor)
    noted(assessor, party="W-2", seen=1)
    noted(assessor, raised=False, reason="Vergissing.", setting=None, reaction=None, seen=2)
    assert [one.counts for one in selectors.notes_of("G-1", reader=HOUSE)] == [True, True, False]
    assert heard("W-1") == ()
    assert len(heard("W-2")) == 1
    assert topics() == ["level_playing_field"]
    noted(assessor, party="W-2", raised=False, reason="Ook.", setting=None, reaction=None, seen=3)
    assert topics() is None


def test_with_whom_of_several_is_not_known_where_nobody_said(assessor: Assessor) -> None:
    stated = (TopicEntry(code="policy_line", stated_in=TopicSource.ANNEX),)
    talk("G-1", party(), party("W-2", "Andere Commissie"), topics=stated)
    talk("G-2", "W-1", topics=stated)
    noted(assessor, party=None)
    assert [(one.activity, one.is_sure) for one in heard("W-2", "policy_line")] == [("G-1", False)]
    assert sorted((one.activity, one.is_sure) for one in heard("W-1", "policy_line")) == [
        ("G-1", False),
        ("G-2", True),
    ]
    assert [one.is_sure for one in heard("W-2")] == [False]
    assert repetition(heard("W-2"), TODAY) is Repetition.UNKNOWN
    assert repetition(heard("W-1", "policy_line"), TODAY + timedelta(days=400)) is Repetition.LONG_AGO


def test_parties_that_are_one_have_one_dialogue_with_the_talks_beside_it(assessor: Assessor) -> None:

    talk("G-1", party())
    talk("G-2", party("W-2", "Bedachte commissie"))
    noted(assessor, activity="G-2", party="W-2")
    services.judge_parties(replace(JUDGEMENT, leading="W-1", other="W-2"), **HAND)
    title = Text(nl="Digitaal gesprek", en="Digital talk")
    entry = TalkEntry(reference="T-9", year=2030, purpose="digital", title=title, number=None, party="W-1")
    services.record_talk(entry, **HAND)
    found = selectors.dialogues(LINES, reader=HOUSE)
    assert [one.reference for one in found.counterparts] == ["W-1"]
    assert [one.reference for one in found.met["W-1"]] == ["G-2", "G-1", None]
    assert [one.activity for one in found.hearings["W-1", "level_playing_field"]] == ["G-2"]


def test_only_what_took_place_with_somebody_who_was_there_can_be_noted(assessor: Assessor) -> None:
    party("W-2", "Niet erbij")
    talk("G-1", party())
    talk("G-2", "W-1", period=Period.day(date(2030, 5, 2)))
    refused("message.not-there", lambda: noted(assessor, party="W-2"))
    refused("message.not-yet", lambda: noted(assessor, activity="G-2"))
    refused("message.no-reason", lambda: noted(assessor, raised=False, setting=None, reaction=None))
    refused("follow-up.incomplete", lambda: noted(assessor, promise=Promise(what="Brief")))
    unknown: tuple[dict[str, Any], ...] = ({"line": "bestaat niet"}, {"activity": "NOPE"}, {"party": "NOPE"})
    for changes in unknown:
        with pytest.raises(NotFound), transaction.atomic():
            noted(assessor, **changes)
    assert not MessageNote.objects.exists()


def test_what_was_called_off_was_heard_by_nobody(assessor: Assessor) -> None:
    talk("G-1", party())
    noted(assessor)
    Activity.objects.update(standing="cancelled", cancelled_because="Ziek.")
    assert selectors.dialogues(LINES, reader=HOUSE).counterparts == ()
    assert [one.reference for one in selectors.dialogues(LINES, reader=HOUSE, also="G-1").counterparts] == [
        "W-1"
    ]
    refused("message.cancelled", lambda: noted(assessor, seen=1, reaction="Toch."))
    (row,) = selectors.meetings(assessor.kader, reader=HOUSE, activity="G-1")
    assert accounted(row.meeting, TODAY) is Accounted.NOT_OWED
    Activity.objects.update(standing="planned")
    (row,) = selectors.meetings(assessor.kader, reader=HOUSE, activity="G-1")
    assert accounted(row.meeting, TODAY + timedelta(days=9)) is Accounted.UNKNOWN


def test_a_follow_up_is_done_once(assessor: Assessor) -> None:
    talk("G-1", party())
    noted(assessor, promise=PROMISE)
    refused("follow-up.no-outcome", lambda: services.finish_follow_up("G-1-V1", " ", **HAND))
    services.finish_follow_up("G-1-V1", "Verstuurd.", **HAND)
    services.finish_follow_up("G-1-V1", "Verstuurd.", **HAND)
    refused("follow-up.done", lambda: services.finish_follow_up("G-1-V1", "Toch niet.", **HAND))
    (row,) = selectors.open_follow_ups("G-1", reader=HOUSE)
    assert (row.outcome, row.done_by) == ("Verstuurd.", "cli:adviser")
    with pytest.raises(NotFound):
        services.finish_follow_up("G-1-V9", "x", **HAND)


def test_a_public_item_is_evidence_of_the_measure_that_asks_for_it(assessor: Assessor) -> None:
    talk("G-1", party())
    services.require_measures("G-1", {"M4.public_account": "M4"}, **HAND)
    assert published(assessor) == published(assessor) == "G-1-O1"
    (proof,) = Evidence.objects.all()
    digest = hashlib.sha256(b"Wij spraken over een gelijk speelveld.").hexdigest()
    assert (proof.kind, proof.url, proof.sha256) == ("publication", POST.url, digest)
    assert proof.record == "G-1-O1"
    published(assessor, kind=PublicKind.MEDIA, title="De krant")
    assert Evidence.objects.count() == 1  # what others say is no account of ours
    assert [one.kind for one in selectors.public_items("G-1", reader=HOUSE)] == ["media", "post"]


def test_without_the_measure_an_item_is_kept_all_the_same(assessor: Assessor) -> None:
    talk("G-1", party())
    published(assessor)
    assert (PublicItem.objects.count(), Evidence.objects.count()) == (1, 0)


def test_what_is_overdue_is_no_longer_once_it_was_accounted_for(assessor: Assessor) -> None:
    talk("G-1", party(), period=Period.day(date(2030, 4, 20)))
    (row,) = selectors.meetings(assessor.kader, reader=HOUSE, year=2030)
    assert (accounted(row.meeting, TODAY), row.meeting.due_on) == (Accounted.OVERDUE, date(2030, 4, 25))
    published(assessor, kind=PublicKind.MEDIA)
    (row,) = selectors.meetings(assessor.kader, reader=HOUSE, activity="G-1")
    assert accounted(row.meeting, TODAY) is Accounted.OVERDUE
    published(assessor, title="Ons bericht")
    (row,) = selectors.meetings(assessor.kader, reader=HOUSE, activity="G-1")
    assert accounted(row.meeting, TODAY) is Accounted.GIVEN


def test_a_public_item_that_cannot_be_right_is_not_kept(assessor: Assessor) -> None:
    talk("G-1", party())
    refused("public-account.bad-address", lambda: published(assessor, url="javascript:alert(1)"))
    refused("public-account.future", lambda: published(assessor, published_on=date(2030, 5, 2)))
    refused("public-account.nothing-kept", lambda: published(assessor, url=None, text="  "))
    with pytest.raises(Invalid), transaction.atomic():
        published(assessor, topics=("bestaat_niet",))
    with pytest.raises(NotFound), transaction.atomic():
        published(assessor, activity="NOPE")
    assert not PublicItem.objects.exists()


def test_a_media_item_gets_a_follow_up_once(assessor: Assessor) -> None:
    talk("G-1", party())
    item = published(assessor, kind=PublicKind.MEDIA)
    refused("follow-up.incomplete", lambda: services.promise_follow_up(item, Promise(), **HAND))
    once = services.promise_follow_up(item, PROMISE, **HAND)
    assert services.promise_follow_up(item, PROMISE, **HAND) == once == "G-1-V1"
    with pytest.raises(NotFound):
        services.promise_follow_up("G-1-O9", PROMISE, **HAND)


def test_what_belongs_to_a_case_of_another_team_is_not_there(assessor: Assessor) -> None:
    decided(assessor)
    talk("G-1", party(), request="V-1")
    item = published(assessor, kind=PublicKind.MEDIA)
    noted(assessor, promise=PROMISE)
    Request.objects.update(confidentiality=Confidentiality.SECRET, team="economie")
    stranger = Person(name="ander", roles=frozenset({AccountRole.ADVISER}))
    found = selectors.dialogues(LINES, reader=stranger)
    assert (found.counterparts, found.hearings) == ((), {})
    assert selectors.notes_of("G-1", reader=stranger) == ()
    assert selectors.public_items("G-1", reader=stranger) == ()
    assert selectors.open_follow_ups("G-1", reader=stranger) == ()
    assert selectors.meetings(assessor.kader, reader=stranger, activity="G-1") == []
    other: dict[str, Any] = {**HAND, "by": with_role("ander", AccountRole.ADVISER)}
    for act in (
        lambda: services.note_message(RAISED, kader=assessor.kader, **other),
        lambda: services.record_public_item(POST, kader=assessor.kader, **other),
        lambda: services.finish_follow_up("G-1-V1", "x", **other),
        lambda: services.promise_follow_up(item, PROMISE, **other),
    ):
        with pytest.raises(NotFound), transaction.atomic():
            act()


def test_what_was_said_is_not_rewritten(assessor: Assessor) -> None:
    talk("G-1", party())
    noted(assessor)
    published(assessor)
    for row in (MessageNote, PublicItem):
        with pytest.raises(DatabaseError), transaction.atomic():
            row.objects.update(recorded_by="vervalser")


@pytest.mark.usefixtures("year_2024")
def test_the_topics_of_2024_are_heard_as_its_text_says_and_no_further(assessor: Assessor) -> None:
    lines: dict[str, list[str]] = {}
    for line in assessor.kader.messages:
        lines.setdefault(line.topic, []).append(line.id)
    found = selectors.dialogues(lines, reader=HOUSE)
    assert "P-stolk" not in found.met  # a member of the own executive is no counterpart
    zibo = found.hearings["P-zibo-burgemeester", "level_playing_field"]
    assert [(one.stated, one.is_sure) for one in zibo] == [(Stated.TEXT, True)]
    # In the roadshow there were several: with whom intellectual property was raised, its table does not say.
    shared = found.hearings["P-zibo-burgemeester", "intellectual_property"]
    assert [(one.stated, one.is_sure) for one in shared] == [(Stated.ANNEX, False)]
    beijing = found.hearings["P-beijing-agricultural-bureau", "chain_transparency"]
    assert {one.activity: one.is_sure for one in beijing} == {"ZH-2024-02": False, "ZH-2024-05": True}
    ambassador = found.hearings["P-tan-jian", "intellectual_property"]
    assert [(one.stated, one.is_sure) for one in ambassador] == [(Stated.TEXT, True)]
    assert ("P-tan-jian", "level_playing_field") not in found.hearings
