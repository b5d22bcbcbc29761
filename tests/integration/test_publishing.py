"""A publication: chosen by one, published by another, frozen as it was, revoked at once, and nobody named in it."""

from dataclasses import replace
from typing import Any

import pytest
from django.contrib.auth.models import User

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.permissions import HOUSE, HouseHand, Person
from openkader.casework.publishing import Category, Choice, Chosen, Draft, PublicationState, Subject
from openkader.casework.vocabulary import AccountRole, Confidentiality, PartyKind
from openkader.kader import Assessor
from openkader.register import models, public_site, services
from openkader.register.entries import ActivityEntry, PartyEntry
from openkader.register.publishing.drafted import publication_file, publication_lines, publication_of
from openkader.register.publishing.offering import offer_of
from tests.integration import evaluation_house
from tests.integration.agreement_house import ALONE, HAND, MEMO, NOW, deed
from tests.integration.publication_house import (
    DRAFT,
    OTHER,
    PERSON,
    SHOWN,
    an_agreement,
    begun,
    drafted,
    public,
    released,
    revoked,
    saved,
    started,
    to_release,
)
from tests.integration.register_house import a_request, everything, refused, with_role

pytestmark = pytest.mark.django_db
ADVISER = Person(name="anna", roles=frozenset({AccountRole.ADVISER}))


def an_activity(level: Confidentiality, title: str = "Bezoek van een delegatie") -> None:
    """One of a case that was decided long ago, at this level."""
    request = a_request("V-7", confidentiality=level)
    words = Text(nl=title, en=title)
    services.record_activity(ActivityEntry(reference="X-7", year=2030, title=words), **HAND)
    models.Activity.objects.update(request=models.Request.objects.get(reference=request))


def keys(reference: str) -> set[str]:
    return {item.key for item in publication_file(reference, HOUSE).offer.items}


def shown(reference: str) -> dict[str, Any]:
    row = public_site.public_row(reference)
    assert row is not None
    return {item["label"]: item["value"] for item in row.content["items"]}


def test_nothing_is_public_before_it_was_chosen_and_published(assessor: Assessor) -> None:
    reference = drafted(assessor)
    assert public_site.public_row(reference) is None
    assert publication_file(reference, HOUSE).stand.state is PublicationState.CONCEPT


def test_only_what_was_chosen_is_public(assessor: Assessor) -> None:
    reference = public(assessor)
    assert set(shown(reference)) == {"title", "country", "party"}
    assert shown(reference)["country"] == "CN"
    row = public_site.public_row(reference)
    assert row is not None
    assert row.content["withheld"] == [{"label": "until", "ground": "5.1.2.a"}]
    assert "2030-09-30" not in str(row.content)


def test_a_person_is_never_offered(assessor: Assessor) -> None:
    reference = begun(assessor)
    assert "party:P-1" in keys(reference)
    assert "party:P-2" not in keys(reference)
    draft = replace(DRAFT, choices={"party:P-2": SHOWN})
    refused("publication.not-offered", lambda: saved(reference, draft))


def test_a_party_that_is_only_described_is_never_offered(assessor: Assessor) -> None:
    assert keys(begun(assessor)) & {"party:None", "party:"} == set()


def test_the_name_of_a_person_in_any_text_stops_it(assessor: Assessor) -> None:
    stated = replace(MEMO, about=Text(nl=f"Getekend door {PERSON}.", en="Signed."))
    reference = begun(assessor)
    services.correct_agreement(
        deed(stated, reason="Aangevuld.", evaluation=None), kader=assessor.kader, **HAND
    )
    saved(reference, replace(DRAFT, choices={"about": SHOWN}))
    refused("publication.names-person", lambda: released(reference))


def test_the_name_of_a_person_whom_an_earlier_deed_named_stops_it_too(assessor: Assessor) -> None:
    reference = begun(assessor)
    services.correct_agreement(
        deed(MEMO, reason="Zonder hem.", evaluation=None), kader=assessor.kader, **HAND
    )
    saved(reference, replace(DRAFT, title=f"Afspraak met {PERSON}"))
    refused("publication.names-person", lambda: released(reference))


def test_a_later_change_of_the_dossier_changes_nothing_of_what_is_public(assessor: Assessor) -> None:
    reference = public(assessor)
    before = public_site.public_row(reference)
    stated = replace(MEMO, title=Text(nl="Iets anders", en="Something else"), country="JP")
    services.correct_agreement(deed(stated, reason="Anders.", evaluation=None), kader=assessor.kader, **HAND)
    assert public_site.public_row(reference) == before
    saved(reference, DRAFT, seen=1, by=HouseHand("cli:bram"))
    assert public_site.public_row(reference) == before
    released(reference)
    assert shown(reference)["country"] == "JP"


def test_what_changed_after_it_was_seen_is_not_published(assessor: Assessor) -> None:
    reference = drafted(assessor)
    entry = to_release(reference)
    stated = replace(MEMO, country="JP")
    services.correct_agreement(deed(stated, reason="Anders.", evaluation=None), kader=assessor.kader, **HAND)
    refused("publication.meanwhile", lambda: services.publish(entry, **OTHER))


def test_a_second_click_publishes_once(assessor: Assessor) -> None:
    reference = drafted(assessor)
    entry = to_release(reference)
    assert services.publish(entry, **OTHER) == services.publish(entry, **OTHER) == 1
    assert models.PublicationRelease.objects.count() == 1


def test_a_second_click_after_it_was_revoked_does_not_bring_it_back(assessor: Assessor) -> None:
    reference = drafted(assessor)
    entry = to_release(reference)
    services.publish(entry, **OTHER)
    revoked(reference)
    refused("publication.nothing-new", lambda: services.publish(entry, **OTHER))
    assert public_site.public_row(reference) is None


def test_a_second_click_begins_and_saves_once(assessor: Assessor) -> None:
    reference = begun(assessor)
    assert started() == reference
    assert saved(reference) == saved(reference) == 1
    before = everything()
    assert saved(reference) == 1
    assert everything() == before


def test_a_draft_over_another_one_is_refused(assessor: Assessor) -> None:
    reference = drafted(assessor)
    other = replace(DRAFT, title="Iets anders")
    refused("publication.meanwhile", lambda: saved(reference, other, seen=0))


def test_what_was_revoked_is_gone_and_an_earlier_version_does_not_come_back(assessor: Assessor) -> None:
    reference = public(assessor)
    saved(reference, replace(DRAFT, title="Tweede versie"), seen=1)
    released(reference)
    revoked(reference)
    assert public_site.public_row(reference) is None
    assert public_site.public_count() == 0
    assert public_site.revoked_at(reference) == NOW
    assert publication_file(reference, HOUSE).stand.state is PublicationState.REVOKED


def test_what_was_revoked_is_published_anew_by_another_draft(assessor: Assessor) -> None:
    reference = public(assessor)
    revoked(reference)
    assert saved(reference, DRAFT, seen=1) == 2
    assert released(reference) == 2
    assert public_site.revoked_at(reference) is None
    assert public_site.public_count("hebei") == 1


def test_who_drafted_does_not_publish(assessor: Assessor) -> None:
    reference = drafted(assessor)
    refused("publication.own-draft", lambda: released(reference, **HAND))


@pytest.mark.parametrize(("role", "may"), [(AccountRole.ADVISER, False), (AccountRole.DECIDER, True)])
def test_only_a_decider_publishes(assessor: Assessor, role: AccountRole, *, may: bool) -> None:
    reference = drafted(assessor)
    by = with_role("bram", role)
    if may:
        assert released(reference, by=by) == 1
    else:
        refused("role.publish", lambda: released(reference, by=by))


def test_a_decider_chooses_nothing(assessor: Assessor) -> None:
    reference = begun(assessor)
    refused("role.prepare-publication", lambda: saved(reference, by=with_role("bram", AccountRole.DECIDER)))


def test_an_agreement_that_nobody_classified_waits_until_somebody_looked(assessor: Assessor) -> None:
    reference = drafted(assessor, replace(DRAFT, is_cleared=None))
    refused("publication.unclassified", lambda: released(reference))


@pytest.mark.parametrize("level", [Confidentiality.PUBLIC, Confidentiality.CASE_CONFIDENTIAL])
def test_an_activity_of_a_confidential_case_is_not_published(level: Confidentiality) -> None:
    an_activity(level)
    reference = started("X-7", Subject.ACTIVITY)
    saved(reference, Draft(title="Bezoek", summary="Een bezoek.", category=None, choices={"title": SHOWN}))
    if level is Confidentiality.PUBLIC:
        assert released(reference) == 1
    else:
        refused("publication.confidential", lambda: released(reference))


def test_who_may_not_see_a_case_finds_no_publication_of_it() -> None:
    an_activity(Confidentiality.SECRET)
    reference = started("X-7", Subject.ACTIVITY)
    assert [line.reference for line in publication_lines(HOUSE)] == [reference]
    assert publication_lines(ADVISER) == []
    with pytest.raises(NotFound):
        publication_file(reference, ADVISER)
    with pytest.raises(NotFound):
        saved(reference, by=with_role("anna", AccountRole.ADVISER))


def test_whom_an_activity_met_is_named_nowhere() -> None:
    an_activity(Confidentiality.PUBLIC, "Bezoek van Li Na")
    person = PartyEntry(reference="P-7", kind=PartyKind.PERSON, name="Li Na")
    services.record_party(person, **HAND)
    models.Participation.objects.create(
        reference="V-7-D9",
        year=2030,
        request=models.Request.objects.get(reference="V-7"),
        party=models.Party.objects.get(reference="P-7"),
        role="requester",
        dropped_out=False,
        recorded_at=NOW,
        recorded_by="test",
    )
    reference = started("X-7", Subject.ACTIVITY)
    saved(reference, Draft(title="Bezoek", summary="Een bezoek.", category=None, choices={"title": SHOWN}))
    refused("publication.names-person", lambda: released(reference))


def test_an_adopted_evaluation_is_published_as_a_yearly_report() -> None:
    evaluation_house.adopted()
    row = models.Evaluation.objects.get()
    reference = started(row.reference, Subject.EVALUATION)
    draft = replace(DRAFT, category=Category.YEARLY_REPORTS, choices={"year": SHOWN, "digest": SHOWN})
    saved(reference, draft)
    released(reference)
    assert shown(reference)["year"] == row.year


def test_an_evaluation_that_was_not_adopted_is_not_there() -> None:
    evaluation_house.begun()
    with pytest.raises(NotFound):
        started(models.Evaluation.objects.get().reference, Subject.EVALUATION)


@pytest.mark.parametrize("kind", Subject)
def test_what_is_not_there_cannot_be_published(kind: Subject) -> None:
    with pytest.raises(NotFound):
        offer_of(kind, "X-99", HOUSE)


def test_a_publication_that_was_never_begun_is_not_found(assessor: Assessor) -> None:
    assert publication_of(Subject.AGREEMENT, ALONE) is None
    assert publication_of(Subject.AGREEMENT, an_agreement(assessor)) is None
    for act in (lambda: publication_file("W-9", HOUSE), lambda: saved("W-9"), lambda: revoked("W-9")):
        with pytest.raises(NotFound):
            act()


def test_an_empty_draft_cannot_be_published(assessor: Assessor) -> None:
    reference = begun(assessor)
    refused("publication.nothing-new", lambda: released(reference))
    assert publication_of(Subject.AGREEMENT, ALONE) == reference


def test_the_trail_says_who_chose_who_published_and_who_revoked(assessor: Assessor) -> None:
    revoked(public(assessor))
    events = models.AuditEvent.objects.filter(action__startswith="publication.").order_by("sequence")
    assert [(one.action, one.actor) for one in events] == [
        ("publication.started", "cli:adviser"),
        ("publication.saved", "cli:adviser"),
        ("publication.published", "cli:decider"),
        ("publication.revoked", "cli:adviser"),
    ]
    assert not User.objects.filter(username="cli:adviser").exists()


def test_a_choice_is_withheld_only_with_a_ground(assessor: Assessor) -> None:
    reference = begun(assessor)
    draft = replace(DRAFT, choices={"until": Chosen(choice=Choice.WITHHOLD)})
    refused("publication.ground", lambda: saved(reference, draft))
