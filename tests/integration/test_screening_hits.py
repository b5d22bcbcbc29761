"""What screenings leave behind: hits that stand once, are judged, and open again when something changed."""

from dataclasses import replace

import pytest
from django.db import connection

from openkader.base.errors import NotFound, Refused
from openkader.base.text import Text
from openkader.casework.permissions import HOUSE
from openkader.casework.screening import (
    Addressee,
    Gone,
    HitState,
    SourceKind,
    SourceQuality,
    Verdict,
)
from openkader.casework.vocabulary import PartyKind
from openkader.register import selectors, services
from openkader.register.entries import NameEntry, PartyEntry
from openkader.register.models import Hit, Review, Screening
from openkader.register.screening_entries import EscalationEntry, ReviewEntry, SourceNoteEntry
from openkader.screening.evidence import Band
from tests.integration.screening_house import (
    HAND,
    LIST,
    NEAR_WANG,
    NOBODY,
    NOW,
    OTHER,
    WANG,
    Broken,
    Lists,
    a_delegation,
    a_hit,
    a_list,
    reviewed,
    state_of,
    the_hit,
    work,
)
from tests.web_pages import an_account

pytestmark = pytest.mark.django_db
PARTY = "V-1-L1-2"
NEWER = replace(LIST, snapshot="2030-05-02-bbbbbbbb")


def screened(screener: Lists = NEAR_WANG) -> str:
    """A delegation of one person without an organisation, compared with the lists."""
    a_delegation(replace(WANG, organisation_names=()))
    work(screener)
    return PARTY


def again(screener: Lists) -> bool:
    return services.screen_party(PARTY, screener, engine="fake", **HAND)


def in_force() -> list[int]:
    return list(Hit.objects.filter(gone_at=None).order_by("id").values_list("pk", flat=True))


# --- what is kept ----------------------------------------------------------------


def test_a_hit_comes_back_from_the_register_as_it_was_found() -> None:
    screened()
    page = selectors.hit_page(the_hit(), reader=HOUSE)
    assert page.hit == a_hit()
    assert page.list_used == LIST
    assert page.asked.properties == {"name": WANG.names, "birthDate": ("1962",), "country": ("cn",)}


def test_a_screening_says_what_was_asked_of_which_lists() -> None:
    page = selectors.party_page(screened(), reader=HOUSE)
    (row,) = page.screenings
    assert (row.lists, row.band, row.found, row.failure, row.by) == ((LIST,), Band.CHECK, 1, None, "worker")
    assert [str(one) for one in row.compared] == ["name"]
    assert row.asked == page.asked


def test_what_did_not_come_near_is_not_kept() -> None:
    screened(Lists((WANG.name, a_hit(band=Band.CLEAR, score=0.2))))
    assert selectors.hit_list(reader=HOUSE).rows == ()
    assert state_of(PARTY) == "clear"


def test_the_same_hit_found_again_stands_once() -> None:
    screened()
    assert again(NEAR_WANG)
    assert len(selectors.hit_list(reader=HOUSE).rows) == 1
    assert Screening.objects.count() == 2


def test_one_entity_on_two_lists_is_two_hits() -> None:
    screened(Lists((WANG.name, a_hit()), (WANG.name, a_hit(list="another")), used=(LIST, OTHER)))
    assert {row.snapshot for row in selectors.hit_list(reader=HOUSE).rows} == {LIST.snapshot, OTHER.snapshot}


# --- not screened ------------------------------------------------------------------


def test_a_failure_is_kept_as_not_screened_and_never_as_clear() -> None:
    page = selectors.party_page(screened(Broken()), reader=HOUSE)
    assert page.party.standing.state == "failed"
    assert page.party.failure == "list.unreachable"
    assert (page.screenings[0].band, page.screenings[0].failure) == (None, "list.unreachable")
    assert page.screenings[0].failure_detail["reason"] == "down"


def test_without_a_list_nobody_is_screened() -> None:
    page = selectors.party_page(screened(Lists(used=())), reader=HOUSE)
    assert page.party.failure == "screening.no-list"


def test_a_failure_after_a_clear_screening_is_not_clear() -> None:
    screened(NOBODY)
    assert not again(Broken())
    assert state_of(PARTY) == "failed"
    assert again(NOBODY)
    assert state_of(PARTY) == "clear"


def test_a_failure_leaves_the_hits_as_they_were() -> None:
    screened()
    again(Broken())
    assert state_of(PARTY) == "to_review"


# --- judging ------------------------------------------------------------------------


def test_one_person_clears_a_hit_and_it_stays_so() -> None:
    screened()
    assert reviewed(the_hit(), ("a", Verdict.FALSE)) is HitState.CLEARED
    assert again(NEAR_WANG)
    assert state_of(PARTY) == "cleared"


def test_two_persons_confirm_a_hit() -> None:
    screened()
    assert reviewed(the_hit(), ("a", Verdict.TRUE)) is HitState.SECOND
    assert state_of(PARTY) == "to_review"
    assert reviewed(the_hit(), ("b", Verdict.TRUE)) is HitState.CONFIRMED
    assert state_of(PARTY) == "confirmed"


def refused(entry: ReviewEntry, by: str) -> str:
    before = (Review.objects.count(), selectors.event_count())
    with pytest.raises(Refused) as caught:
        services.review_hit(entry, by=an_account(by), now=NOW)
    assert (Review.objects.count(), selectors.event_count()) == before
    return caught.value.refusal.code


def test_the_second_person_is_somebody_else_and_has_seen_the_first() -> None:
    screened()
    reviewed(the_hit(), ("a", Verdict.TRUE))
    entry = ReviewEntry(hit=the_hit(), seen=1, verdict=Verdict.TRUE, reason="Nog eens.")
    assert refused(entry, "a") == "review.same-person"
    assert refused(replace(entry, seen=0), "b") == "review.meanwhile"
    assert refused(replace(entry, reason=""), "b") == "review.no-reason"


def test_the_same_judgement_handed_in_twice_counts_once() -> None:
    screened()
    entry = ReviewEntry(hit=the_hit(), seen=0, verdict=Verdict.TRUE, reason="Fictieve reden.")
    for _ in range(2):
        assert services.review_hit(entry, by=an_account("a"), now=NOW) is HitState.SECOND
    assert Review.objects.count() == 1


def test_a_judgement_says_who_and_why() -> None:
    screened()
    reviewed(the_hit(), ("a", Verdict.UNDECIDED))
    page = selectors.hit_page(the_hit(), reader=HOUSE)
    assert [(row.number, row.by, row.reason) for row in page.reviews] == [(1, "a", "Fictieve reden.")]
    assert page.given[0].verdict is Verdict.UNDECIDED


# --- opening again -------------------------------------------------------------------


def test_a_cleared_hit_opens_again_when_the_entity_changed() -> None:
    screened()
    reviewed(the_hit(), ("a", Verdict.FALSE))
    said = a_hit(properties={**a_hit().properties, "alias": ("W. Verzonnen",)})
    again(Lists((WANG.name, said), used=(NEWER,)))
    old, new = sorted(selectors.hit_list(reader=HOUSE).rows, key=lambda row: row.id)
    assert (old.state, new.state) == (HitState.GONE, HitState.OPEN)
    assert new.opened_again_because is Gone.ENTITY_CHANGED
    page = selectors.hit_page(old.id, reader=HOUSE)
    assert (page.gone_because, page.gone_at, page.successor) == (Gone.ENTITY_CHANGED, NOW, new.id)
    assert selectors.hit_page(new.id, reader=HOUSE).former == old.id
    assert len(page.reviews) == 1


def test_a_cleared_hit_opens_again_when_the_party_changed() -> None:
    screened()
    reviewed(the_hit(), ("a", Verdict.FALSE))
    a_list(replace(WANG, organisation_names=(), birth_date="1962-05-23"), seen=1)
    work(NEAR_WANG)
    newest = selectors.hit_list(states=[HitState.OPEN], reader=HOUSE).rows[0]
    assert newest.opened_again_because is Gone.PARTY_CHANGED


def test_a_hit_that_was_never_judged_is_replaced_without_a_word() -> None:
    screened()
    again(Lists((WANG.name, a_hit(properties={"name": ("WANG V.",)}))))
    (row,) = selectors.hit_list(states=[HitState.OPEN], reader=HOUSE).rows
    assert row.opened_again_because is None


def test_what_is_not_found_again_is_gone_and_says_so() -> None:
    screened()
    hit = the_hit()
    again(NOBODY)
    assert selectors.hit_page(hit, reader=HOUSE).gone_because is Gone.NOT_FOUND_AGAIN
    assert state_of(PARTY) == "clear"
    entry = ReviewEntry(hit=hit, seen=0, verdict=Verdict.TRUE, reason="Te laat.")
    assert refused(entry, "a") == "review.gone"


def test_what_comes_back_after_it_was_gone_is_judged_anew() -> None:
    screened()
    reviewed(the_hit(), ("a", Verdict.FALSE))
    again(NOBODY)
    again(NEAR_WANG)
    (row,) = selectors.hit_list(states=[HitState.OPEN], reader=HOUSE).rows
    assert row.opened_again_because is Gone.NOT_FOUND_AGAIN


def test_a_hit_of_a_list_that_nobody_looked_in_stays() -> None:
    screened()
    again(Lists(used=(OTHER,)))
    assert state_of(PARTY) == "to_review"


def test_a_hit_that_found_no_room_among_many_stays() -> None:
    screened()
    many = [(WANG.name, a_hit(entity=f"other-{number}")) for number in range(30)]
    again(Lists(*many))
    assert the_first_is_in_force()


def the_first_is_in_force() -> bool:
    return Hit.objects.order_by("id")[0].gone_at is None


def test_a_hit_of_the_old_data_that_is_not_found_with_the_new_is_gone_for_that() -> None:
    screened()
    hit = the_hit()
    a_list(replace(WANG, organisation_names=(), birth_date="1990"), seen=1)
    work(NOBODY)
    assert selectors.hit_page(hit, reader=HOUSE).gone_because is Gone.PARTY_CHANGED


# --- escalating and noting --------------------------------------------------------------


def test_escalating_refuses_nobody_and_closes_nothing() -> None:
    screened()
    entry = EscalationEntry(hit=the_hit(), to=Addressee.EMBASSY, text=" Kent u deze persoon? ")
    for _ in range(2):
        services.escalate_hit(entry, **HAND)
    page = selectors.hit_page(the_hit(), reader=HOUSE)
    assert [(row.to, row.text) for row in page.escalations] == [(Addressee.EMBASSY, "Kent u deze persoon?")]
    assert page.row.state is HitState.OPEN


def test_what_is_settled_is_not_escalated() -> None:
    screened()
    reviewed(the_hit(), ("a", Verdict.FALSE))
    with pytest.raises(Refused, match=r"escalation\.settled"):
        services.escalate_hit(EscalationEntry(hit=the_hit(), to=Addressee.DESK, text="x"), **HAND)


NOTE = SourceNoteEntry(
    party=PARTY,
    kind=SourceKind.MEDIA,
    quality=SourceQuality.DOUBTFUL,
    title="Verzonnen Krant",
    says="Een verzonnen bericht.",
    url="https://example.org/bericht",
)


def test_a_note_says_what_the_source_says_and_how_far_to_rely_on_it() -> None:
    screened()
    for _ in range(2):
        services.note_source(NOTE, **HAND)
    (row,) = selectors.party_page(PARTY, reader=HOUSE).notes
    assert (row.title, row.quality, row.by) == ("Verzonnen Krant", SourceQuality.DOUBTFUL, HAND["by"])
    assert selectors.hit_page(the_hit(), reader=HOUSE).notes == (row,)


def test_a_note_with_an_address_that_leads_elsewhere_is_refused() -> None:
    screened()
    with pytest.raises(Refused, match=r"note\.bad-address"):
        services.note_source(replace(NOTE, url="javascript:alert(1)"), **HAND)


# --- the trail ------------------------------------------------------------------------


def test_the_trail_keeps_marks_and_no_names_and_no_judgements() -> None:
    screened()
    reviewed(the_hit(), ("a", Verdict.TRUE))
    services.note_source(NOTE, **HAND)
    services.escalate_hit(EscalationEntry(hit=the_hit(), to=Addressee.DESK, text="Wie is Wang?"), **HAND)
    with connection.cursor() as cursor:
        cursor.execute("SELECT detail FROM register_auditevent")
        words = " ".join(row[0] for row in cursor.fetchall())
    for secret in (*WANG.names, "1962", "Verzonnen Krant", "Wie is", "check", '"true"', "second"):
        assert secret not in words
    assert {event.dossier for event in selectors.events()} == {"V-1"}


# --- parties of other origin --------------------------------------------------------------


def test_a_registered_party_is_asked_about_by_all_its_names_and_numbers() -> None:
    entry = PartyEntry(
        reference="P-1",
        kind=PartyKind.COMPANY,
        name="Verzonnen Kas BV",
        country="CN",
        names=(NameEntry(name="虚构温室有限公司"),),
        identifiers={"USCC": "91310000XXXX", "kvk": "1"},
    )
    services.record_party(entry, **HAND)
    services.screen_party("P-1", NOBODY, engine="fake", **HAND)
    asked = selectors.party_page("P-1", reader=HOUSE).asked
    assert asked is not None
    assert (asked.schema, asked.id) == ("Company", "P-1")
    assert asked.properties == {
        "name": ("Verzonnen Kas BV", "虚构温室有限公司"),
        "country": ("cn",),
        "uscCode": ("91310000XXXX",),
        "registrationNumber": ("1",),
    }


def test_who_has_no_name_cannot_be_screened() -> None:
    function = Text(nl="vicegouverneur", en="vice-governor")
    services.record_party(PartyEntry(reference="P-1", kind=PartyKind.PERSON, function=function), **HAND)
    for act in (
        lambda: services.screen_party("P-1", NOBODY, engine="fake", **HAND),
        lambda: services.request_screening(["P-1"], **HAND),
    ):
        with pytest.raises(Refused, match=r"screening\.nameless"):
            act()
    page = selectors.party_page("P-1", reader=HOUSE)
    assert (page.asked, page.party.name, page.dossier) == (None, "vicegouverneur", "P-1")
    assert state_of("P-1") == "not_screened"


def test_what_is_not_there_is_not_found() -> None:
    for act in (
        lambda: services.screen_party("P-9", NOBODY, engine="fake", **HAND),
        lambda: services.request_screening(["P-9"], **HAND),
        lambda: selectors.hit_page(9, reader=HOUSE),
        lambda: services.review_hit(ReviewEntry(hit=9, seen=0, verdict=Verdict.TRUE, reason="x"), **HAND),
    ):
        with pytest.raises(NotFound):
            act()


# --- the work list ---------------------------------------------------------------------


def test_the_work_list_shows_what_must_be_looked_at_first_and_the_oldest_of_those() -> None:
    screened(Lists(*[(WANG.name, a_hit(entity=str(number))) for number in range(4)]))
    first, second, third, last = in_force()
    reviewed(first, ("a", Verdict.FALSE))
    reviewed(second, ("a", Verdict.TRUE))
    assert [row.id for row in selectors.hit_list(reader=HOUSE).rows] == [second, third, last, first]
    assert selectors.hit_list(reader=HOUSE).open == 3
    assert [row.id for row in selectors.hit_list(states=[HitState.SECOND], reader=HOUSE).rows] == [second]
    assert selectors.hit_list(request="V-9", reader=HOUSE).rows == ()
    assert selectors.hit_list(request="V-1", reader=HOUSE).total == 4


def test_the_work_list_has_pages_and_no_page_beyond_the_last() -> None:
    screened(Lists(*[(WANG.name, a_hit(entity=str(number))) for number in range(5)]))
    seen = [row.id for page in (1, 2, 3) for row in selectors.hit_list(page, per_page=2, reader=HOUSE).rows]
    assert seen == in_force()
    beyond = selectors.hit_list(99, per_page=2, reader=HOUSE)
    assert (beyond.page, beyond.pages, len(beyond.rows)) == (3, 3, 1)
    assert selectors.hit_list(-1, per_page=2, reader=HOUSE).page == 1
