"""The network: who is in it, who was spoken to, what came of it, and that no talk counts twice."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from openkader.base.errors import NotFound, Refused
from openkader.casework.network import ContributionKind, MemberState
from openkader.casework.period import Period
from openkader.casework.permissions import HOUSE, Person
from openkader.casework.vocabulary import AccountRole, Confidentiality, PartyKind, Role
from openkader.register import guards, models, selectors, services
from openkader.register.entries import ParticipationEntry
from openkader.register.network import desks_of
from openkader.register.network_plans import network_here
from openkader.register.scan_forms import scan_form
from openkader.register.self_scan_entries import BriefingEntry
from tests.integration.network_house import (
    EXPERT,
    HAND,
    KADER,
    MEMBER,
    NOW,
    a_member,
    activity,
    begun,
    contributed,
    described,
    joined,
    party,
    reached,
    spoke,
    step,
    ten_talks,
)
from tests.integration.register_house import a_request, with_role

pytestmark = pytest.mark.django_db
ADVISER = Person(name="adviser", roles=frozenset({AccountRole.ADVISER}))
DECIDER = Person(name="decider", roles=frozenset({AccountRole.DECIDER}))


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as caught, transaction.atomic():
        act()
    return str(caught.value.refusal.code)


def file(member: str = MEMBER, reader: Person = HOUSE) -> selectors.MemberFile:
    return selectors.member_file(member, network_here(), desks_of(KADER), NOW.date(), reader=reader)


def listed(reader: Person = HOUSE) -> list[selectors.NetworkRow]:
    return list(selectors.network(network_here(), desks_of(KADER), NOW.date(), reader=reader))


def talks() -> int:
    return sum(int(str(row["number"])) for row in selectors.rows("talks", 2030, reader=HOUSE))


# --- who is in it ---------------------------------------------------------------


def test_a_party_joins_once_with_what_it_knows_of() -> None:
    assert a_member() == MEMBER
    (row,) = listed()
    assert (row.name.nl, row.expertise, row.countries) == ("Stichting Bedacht", ("human_rights",), ("CN",))
    assert (row.state, row.last, row.since) == (MemberState.NEVER, None, None)
    assert refused(joined) == "network.member-already"
    assert refused(lambda: joined(party("NP-2"), expertise=("tea",))) == "network.unknown-expertise"
    with pytest.raises(NotFound):
        joined("NP-99")


def test_what_a_member_knows_of_gets_another_version_and_is_not_overwritten_unseen() -> None:
    a_member()
    described()
    described()  # the same again changes nothing, whatever was seen
    row = file().row
    assert (row.expertise, row.countries, row.version) == (("law",), ("CN", "MA"), 2)
    assert refused(lambda: described(seen=1, expertise=("labour",))) == "network.meanwhile"


def test_expertise_that_left_the_list_may_stay_where_it_stood() -> None:
    a_member()
    profile = models.NetworkProfile.objects.get()
    models.NetworkProfile.objects.create(
        member=profile.member, version=2, expertise=["alchemy"], countries=[], at=NOW, by="x"
    )
    described(seen=2, expertise=("alchemy", "law"), countries=())
    assert file().row.expertise == ("alchemy", "law")
    assert refused(lambda: described(seen=3, expertise=("tea",))) == "network.unknown-expertise"


def test_who_stopped_is_asked_nothing_more_until_they_come_back() -> None:
    a_member()
    activity()
    services.stop_member(MEMBER, "Opgeheven.", **HAND)
    assert listed()[0].state is MemberState.STOPPED
    assert refused(lambda: services.stop_member(MEMBER, "Nog eens.", **HAND)) == "network.stopped-already"
    assert refused(spoke) == "network.stopped"
    assert refused(contributed) == "network.stopped"
    services.resume_member(MEMBER, "Weer terug.", **HAND)
    assert spoke()
    assert [one.is_active for one in file().standings] == [True, False]


def test_a_party_of_a_case_that_one_may_not_see_is_no_member_to_them() -> None:
    a_request("V-1")
    entry = ParticipationEntry(reference="V-1-P1", role=Role.REQUESTER, party=party())
    from openkader.register.hand import writing
    from openkader.register.participations import enter_participations

    with writing(by=HAND["by"], now=NOW, act=None) as hand:
        enter_participations([(models.Request.objects.get(), [entry])], hand)
    joined()
    assert listed(ADVISER)
    models.Request.objects.update(confidentiality=Confidentiality.SECRET)
    assert listed(ADVISER) == []
    with_role("adviser", AccountRole.ADVISER)
    for act in (
        lambda: file(reader=ADVISER),
        lambda: spoke(hand={"by": "adviser", "now": NOW}),
        lambda: reached(hand={"by": "adviser", "now": NOW}),
        lambda: selectors.party_to_join("NP-1", reader=ADVISER),
    ):
        with pytest.raises(NotFound):
            act()


def test_a_party_that_may_join_is_shown_with_the_member_that_it_is() -> None:
    party()
    assert selectors.party_to_join("NP-1", reader=HOUSE)[2] is None
    joined()
    assert selectors.party_to_join("NP-1", reader=HOUSE)[2] == MEMBER
    party("NP-2", name=None, kind=PartyKind.PERSON, function=KADER.title)  # type: ignore[arg-type]
    assert selectors.party_to_join("NP-2", reader=HOUSE)[1] == KADER.title


# --- people ---------------------------------------------------------------------


def test_people_within_a_member_are_for_who_gets_in_touch() -> None:
    a_member()
    assert reached() == reached() == 1
    assert reached(name="C. Verzonnen") == 2
    assert [one.name for one in file(reader=ADVISER).points or ()] == ["B. Verzonnen", "C. Verzonnen"]
    assert file(reader=DECIDER).points is None
    assert file(reader=DECIDER).points_kept == 2
    with_role("decider")
    assert refused(lambda: reached(hand={"by": "decider", "now": NOW})) == "role.keep-contacts"


def test_a_person_who_is_taken_out_is_gone_and_no_number_is_given_twice() -> None:
    a_member()
    reached()
    reached(name="C. Verzonnen")
    services.remove_contact_point(MEMBER, 1, **HAND)
    services.remove_contact_point(MEMBER, 1, **HAND)  # a second click
    assert [one.name for one in models.ContactPoint.objects.all()] == ["C. Verzonnen"]
    assert reached() == 3
    services.remove_contact_point(MEMBER, 3, **HAND)
    assert reached(name="D. Verzonnen") == 4  # also where the last one was taken out
    details = [str(event.detail) for event in selectors.events()]
    assert not any("Verzonnen" in one or "example.nl" in one for one in details)


# --- contacts -------------------------------------------------------------------


def test_a_contact_is_a_talk_and_counts_once_with_however_many_it_was() -> None:
    a_member()
    a_member("NP-2", "Deskundige Bedacht")
    assert spoke(MEMBER, EXPERT) == spoke(EXPERT, MEMBER)  # a second click
    assert talks() == 1
    assert selectors.rows("activities", 2030, reader=HOUSE) == []
    (row,) = file().contacts
    assert [name.nl for _, name in row.others] == ["Deskundige Bedacht"]
    assert file().row.last == Period.day(date(2030, 4, 1))
    assert {one.state for one in listed()} == {MemberState.ACTIVE}


def test_one_of_the_ten_counts_among_the_ten_and_a_further_one_beside_them() -> None:
    a_member()
    ten_talks()
    assert refused(spoke) == "contact.one-of-those"
    spoke(group="G-1")
    assert talks() == 10
    spoke(group="", about="Iets anders.")
    assert talks() == 11
    assert [one.part_of for one in file().contacts] == [None, "G-1"]
    assert refused(lambda: spoke(group="G-99", about="Nog iets.")) == "contact.not-of-group"


def test_no_more_talks_are_named_than_there_were() -> None:
    a_member()
    ten_talks(number=2)
    for about in ("Een.", "Twee."):
        spoke(group="G-1", about=about)
    assert refused(lambda: spoke(group="G-1", about="Drie.")) == "contact.all-named"
    assert talks() == 2


def test_a_group_of_another_year_or_purpose_asks_nothing() -> None:
    a_member()
    ten_talks(year=2029)
    assert spoke()
    assert talks() == 1
    assert refused(lambda: spoke(group="G-1", about="Iets anders.")) == "contact.not-of-group"
    assert refused(lambda: spoke(period=Period.year(2029), about="Toen.")) == "contact.one-of-those"
    assert spoke(period=Period.year(2029), purpose="policy")


def test_the_name_of_whoever_asked_not_to_be_named_is_kept_from_colleagues() -> None:
    a_member()
    reference = spoke(withheld=True)
    assert file(reader=ADVISER).contacts[0].whom == "B. Verzonnen"
    hidden = file(reader=DECIDER).contacts[0]
    assert (hidden.whom, hidden.is_hidden, hidden.is_withheld) == (None, True, True)
    (row,) = selectors.rows("talks", 2030, reader=HOUSE)
    assert "Bedacht" not in str(row)
    assert MEMBER not in reference
    spoke(about="Gewoon.")
    assert file(reader=DECIDER).contacts[0].whom == "B. Verzonnen"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"period": None}, "contact.no-moment"),
        ({"period": Period.year(2031)}, "network.not-yet"),
        ({"purpose": "tea"}, "contact.no-purpose"),
        ({"about": ""}, "contact.nothing-said"),
    ],
)
def test_a_contact_that_says_too_little_is_refused(changes: dict[str, Any], code: str) -> None:
    a_member()
    assert refused(lambda: spoke(**changes)) == code
    assert talks() == 0


def test_a_contact_is_with_somebody() -> None:
    from openkader.register.network_entries import ContactEntry
    from tests.integration.network_house import CONTACT

    entry = ContactEntry(members=(), draft=CONTACT)
    assert refused(lambda: services.note_contact(entry, kader=KADER, **HAND)) == "contact.no-member"
    with pytest.raises(NotFound):
        spoke("NW-99")


# --- contributions ----------------------------------------------------------------


def test_a_contribution_is_noted_once_and_wakes_who_slept() -> None:
    a_member()
    activity()
    spoke(period=Period.year(2028))
    assert listed()[0].state is MemberState.DORMANT
    assert contributed() == contributed() == "NW-1-B1"
    assert listed()[0].state is MemberState.ACTIVE
    assert contributed(what="Iets anders.") == "NW-1-B2"
    assert [one.kind for one in file().contributions] == [ContributionKind.ACTIVITY] * 2


def test_who_took_part_as_adviser_contributed_without_a_word_typed() -> None:
    a_member()
    activity(
        participations=(
            ParticipationEntry(reference="NX-1-P1", role=Role.ADVISER, party="NP-1", passage="Zij spraken."),
        )
    )
    (row,) = file().contributions
    assert (row.kind, row.record, row.proof, row.passage) == (
        ContributionKind.ACTIVITY,
        "NX-1",
        "NX-1-P1",
        "Zij spraken.",
    )
    assert listed()[0].last == Period.day(date(2030, 3, 1))
    assert refused(contributed) == "contribution.known"
    found = selectors.network_at("NX-1", reader=HOUSE)
    assert [(one.member, one.proof) for one in found.contributions] == [(MEMBER, "NX-1-P1")]
    assert [name for name, _ in found.members] == [MEMBER]


def test_a_session_that_names_the_member_is_its_contribution_and_one_struck_out_is_none() -> None:
    a_member()
    activity(
        participations=(ParticipationEntry(reference="NX-1-P1", role=Role.OWN_PARTY, party=party("NP-2")),)
    )
    key = models.Participation.objects.get().pk
    form = scan_form()
    entry = BriefingEntry(
        activity="NX-1",
        kind=form.sessions[0].id,
        held_on=date(2030, 2, 1),
        by_whom="stichting bedacht en RVO",
        subject="De keten",
        present={f"D{key}": 1},
    )
    session = services.note_briefing(entry, form=form, **HAND)
    (row,) = file().contributions
    assert (row.kind, row.proof, row.named_as) == (
        ContributionKind.BRIEFING,
        session,
        "stichting bedacht en RVO",
    )
    assert listed()[0].last == Period.day(date(2030, 2, 1))
    assert refused(lambda: contributed(kind=ContributionKind.BRIEFING, to=session)) == "contribution.known"
    services.strike_out_briefing(session, "Verkeerd genoteerd.", **HAND)
    assert file().contributions == ()
    assert listed()[0].state is MemberState.NEVER


@pytest.mark.parametrize(
    ("kind", "to", "record"),
    [
        (ContributionKind.DOSSIER, "V-1", "V-1"),
        (ContributionKind.MESSAGE, "level_playing_field", "level_playing_field"),
        (ContributionKind.EVALUATION, "2029", "2029"),
        (ContributionKind.KADER, "", KADER.id),
    ],
)
def test_a_contribution_names_what_it_was_to(kind: ContributionKind, to: str, record: str) -> None:
    a_member()
    a_request("V-1")
    contributed(kind=kind, to=to)
    (row,) = file().contributions
    assert (row.record, row.is_known) == (record, False)


@pytest.mark.parametrize(
    ("kind", "to"),
    [
        (ContributionKind.DOSSIER, "V-9"),
        (ContributionKind.ACTIVITY, "X-9"),
        (ContributionKind.ADVICE, "V-1-A9"),
        (ContributionKind.BRIEFING, "X-9"),
        (ContributionKind.MESSAGE, "tea"),
        (ContributionKind.EVALUATION, "12345"),
        (ContributionKind.EVALUATION, "vorig jaar"),
    ],
)
def test_what_is_not_there_was_contributed_to_by_nobody(kind: ContributionKind, to: str) -> None:
    a_member()
    with pytest.raises(NotFound):
        contributed(kind=kind, to=to)
    assert file().contributions == ()


def test_what_was_contributed_to_a_case_is_for_who_may_see_the_case() -> None:
    a_member()
    a_request("V-1")
    contributed(kind=ContributionKind.DOSSIER, to="V-1", period=Period.day(date(2030, 4, 2)))
    assert len(file(reader=ADVISER).contributions) == 1
    models.Request.objects.update(confidentiality=Confidentiality.SECRET)
    assert file(reader=ADVISER).contributions == ()
    assert listed(ADVISER)[0].state is MemberState.NEVER
    assert len(file().contributions) == 1


def test_a_talk_that_was_struck_out_counts_for_nothing_and_its_place_is_free_again() -> None:
    a_member()
    ten_talks(number=1 + 1)
    spoke(group="G-1", about="Een.")
    wrong = spoke(group="G-1", about="Twee.")
    extra = spoke(group="", about="Drie.")
    assert talks() == 3
    services.strike_out_contact(MEMBER, extra, "Was een andere organisatie.", **HAND)
    services.strike_out_contact(MEMBER, wrong, "Dubbel.", **HAND)
    assert talks() == 2
    assert file().row.contacts == 1
    assert sorted(one.struck_out or "" for one in file().contacts) == [
        "",
        "Dubbel.",
        "Was een andere organisatie.",
    ]
    assert spoke(group="G-1", about="Twee.") != wrong
    strike = services.strike_out_contact
    assert refused(lambda: strike(MEMBER, wrong, "Nog eens.", **HAND)) == "network.struck-out"
    assert refused(lambda: strike(MEMBER, spoke(group="", about="Vier."), " ", **HAND)) == "network.no-reason"
    with pytest.raises(NotFound):
        strike(MEMBER, "G-1", "Hoort niet bij dit lid.", **HAND)


def test_a_contribution_that_was_struck_out_wakes_nobody() -> None:
    a_member()
    activity()
    reference = contributed()
    services.strike_out_contribution(MEMBER, reference, "Verkeerd lid.", **HAND)
    assert (file().row.state, listed()[0].state) == (MemberState.NEVER, MemberState.NEVER)
    assert file().contributions[0].struck_out == "Verkeerd lid."
    assert selectors.network_at("NX-1", reader=HOUSE).contributions == ()
    assert contributed() != reference
    a_member("NP-2", "Deskundige Bedacht")
    with pytest.raises(NotFound):
        services.strike_out_contribution(EXPERT, reference, "Van een ander.", **HAND)


# --- what the database holds ----------------------------------------------------------


def test_what_was_noted_cannot_be_changed_in_the_database() -> None:
    from openkader.casework.initiatives import StepKind

    a_member()
    activity()
    spoke()
    contributed()
    reached()
    begun()
    step(StepKind.MATCHED)
    services.stop_member(MEMBER, "Opgeheven.", **HAND)
    services.strike_out_contact(MEMBER, "G-2030-N1", "Dubbel.", **HAND)
    kinds = (
        (models.NetworkMember, "recorded_by"),
        (models.NetworkProfile, "by"),
        (models.NetworkStanding, "by"),
        (models.ContactPoint, "by"),
        (models.TalkMember, "id"),
        (models.NetworkContribution, "recorded_by"),
        (models.Initiative, "recorded_by"),
        (models.InitiativeStep, "recorded_by"),
        (models.NetworkCorrection, "by"),
    )
    assert {kind._meta.db_table for kind, _ in kinds} == {
        *guards.NETWORK_ONCE,
        *guards.NETWORK_CORRECTED_ONCE,
    }
    for kind, column in kinds:
        assert kind._default_manager.exists()
        with pytest.raises(DatabaseError, match="keeps what was written"), transaction.atomic():
            kind._default_manager.update(**{column: 7})


def test_a_talk_that_is_one_of_a_number_is_one() -> None:
    a_member()
    ten_talks()
    spoke(group="G-1")
    with pytest.raises(DatabaseError), transaction.atomic():
        models.Talk.objects.filter(part_of__isnull=False).update(number=2)
