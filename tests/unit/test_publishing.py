"""What may be made public: by choice alone, by two persons, on grounds of the law, and never a person's name."""

from dataclasses import replace

import pytest

from openkader.base.errors import Refusal
from openkader.casework.publishing import (
    CATEGORIES,
    CATEGORIES_OF,
    GROUNDS,
    LONGEST_TEXT,
    LONGEST_TITLE,
    Category,
    Choice,
    Chosen,
    Draft,
    Offered,
    PublicationStand,
    PublicationState,
    Subject,
    may_be_known,
    may_draft,
    may_name_party,
    may_publish,
    may_revoke,
    named_in,
    only_chosen,
)
from openkader.casework.vocabulary import Confidentiality, PartyKind

SHOWN = Chosen(choice=Choice.PUBLISH)
DRAFT = Draft(
    title="Memorandum met Hebei",
    summary="Een bedachte afspraak.",
    category=Category.AGREEMENTS,
    choices={"title": SHOWN, "about": Chosen(choice=Choice.WITHHOLD, ground="5.1.2.a")},
)
OFFERED = Offered(
    subject=Subject.AGREEMENT,
    keys=frozenset({"title", "about", "country"}),
    level=Confidentiality.INTERNAL,
    texts={"title": "MoU met Hebei", "about": "Gesprek met Zhang Wei"},
    names=("Zhang Wei",),
)
READY = PublicationStand(draft=1, drafted_by="anna")


def code(refusal: Refusal | None) -> str | None:
    return refusal.code if refusal else None


def published(draft: Draft = DRAFT, offered: Offered = OFFERED, by: str = "dirk") -> str | None:
    return code(may_publish(READY, draft, offered, by))


def test_what_was_chosen_is_published_by_somebody_else() -> None:
    assert published() is None


def test_who_chose_does_not_publish() -> None:
    assert published(by="anna") == "publication.own-draft"
    assert published(by="Anna") == "publication.own-draft"


def test_only_a_newer_draft_is_published() -> None:
    stand = PublicationStand(draft=1, drafted_by="anna", released=1)
    assert code(may_publish(stand, DRAFT, OFFERED, "dirk")) == "publication.nothing-new"


def test_what_was_revoked_comes_back_only_by_another_draft() -> None:
    stand = PublicationStand(draft=1, drafted_by="anna", released=1, is_revoked=True)
    assert stand.is_spent
    assert code(may_publish(stand, DRAFT, OFFERED, "dirk")) == "publication.nothing-new"
    assert may_publish(replace(stand, draft=2), DRAFT, OFFERED, "dirk") is None


def test_nothing_is_published_by_default() -> None:
    assert replace(DRAFT, choices={}).published == frozenset()
    assert published(replace(DRAFT, choices={})) == "publication.nothing-chosen"


@pytest.mark.parametrize("level", Confidentiality)
def test_what_is_confidential_is_not_published(level: Confidentiality) -> None:
    expected = "publication.confidential" if level.is_confidential else None
    assert published(offered=replace(OFFERED, level=level)) == expected


@pytest.mark.parametrize("is_cleared", [None, False])
def test_an_unknown_level_never_passes(is_cleared: bool | None) -> None:
    draft = replace(DRAFT, is_cleared=is_cleared)
    assert published(draft, replace(OFFERED, level=None)) == "publication.unclassified"


def test_a_person_looked_where_the_register_knows_no_level() -> None:
    assert may_be_known(None, is_cleared=True) is None


def test_that_somebody_looked_opens_no_confidential_case() -> None:
    assert code(may_be_known(Confidentiality.SECRET, is_cleared=True)) == "publication.confidential"


def test_a_person_of_the_dossier_is_named_nowhere() -> None:
    shown = replace(DRAFT, choices={"title": SHOWN, "about": SHOWN})
    assert published(shown) == "publication.names-person"
    assert published(replace(DRAFT, title="Bezoek van mevrouw Wei Zhang")) == "publication.names-person"
    assert published(replace(DRAFT, summary="Met ZHANG, Wei.")) == "publication.names-person"


def test_an_organisation_that_is_withheld_stands_in_no_other_field() -> None:
    texts = {**OFFERED.texts, "party:P-1": "Bureau Hebei"}
    offered = replace(OFFERED, keys=OFFERED.keys | {"party:P-1"}, texts=texts)
    closed = Chosen(choice=Choice.WITHHOLD, ground="5.1.2.a")
    assert published(replace(DRAFT, choices={"title": SHOWN, "party:P-1": closed}), offered) is None
    named = replace(DRAFT, title="Het bureau in Hebei", choices={"title": SHOWN, "party:P-1": closed})
    assert published(named, offered) == "publication.names-withheld"
    assert published(replace(named, choices={"title": SHOWN, "party:P-1": SHOWN}), offered) is None
    unknown = replace(offered, texts=OFFERED.texts)
    assert published(named, unknown) is None


def test_a_name_in_what_is_not_shown_is_no_reason() -> None:
    assert published() is None


@pytest.mark.parametrize(
    ("text", "name", "is_named"),
    [
        ("Een gesprek met Zhang Wei", "Zhang Wei", True),
        ("Wei en Zhang spraken", "Zhang Wei", True),
        ("Een gesprek over Zhangjiakou", "Zhang Wei", False),
        ("Bezoek van José García", "JOSE GARCIA", True),
        ("与张伟先生会谈", "张伟", True),
        ("与张先生会谈", "张伟", False),
        ("Zonder naam", " - ", False),
    ],
)
def test_a_name_is_found_however_it_is_written(text: str, name: str, *, is_named: bool) -> None:
    assert named_in(text, [name]) == (name if is_named else None)


def test_no_person_can_ever_be_chosen() -> None:
    assert [kind for kind in PartyKind if not may_name_party(kind)] == [PartyKind.PERSON]


@pytest.mark.parametrize(
    ("draft", "refused"),
    [
        (replace(DRAFT, title=" "), "publication.no-title"),
        (replace(DRAFT, summary=""), "publication.no-title"),
        (replace(DRAFT, title="a" * (LONGEST_TITLE + 1)), "publication.too-long"),
        (replace(DRAFT, summary="a" * (LONGEST_TEXT + 1)), "publication.too-long"),
        (replace(DRAFT, category=Category.RESEARCH), "publication.category"),
        (replace(DRAFT, category=None), "publication.category"),
        (replace(DRAFT, choices={"party:P-9": SHOWN}), "publication.not-offered"),
        (replace(DRAFT, choices={"title": Chosen(choice=Choice.WITHHOLD)}), "publication.ground"),
        (
            replace(DRAFT, choices={"title": Chosen(choice=Choice.PUBLISH, ground="5.1.2.a")}),
            "publication.ground",
        ),
        (
            replace(DRAFT, choices={"title": Chosen(choice=Choice.WITHHOLD, ground="5.1.2.z")}),
            "publication.unknown-ground",
        ),
        (DRAFT, None),
    ],
)
def test_a_draft_is_whole_before_it_is_kept(draft: Draft, refused: str | None) -> None:
    assert code(may_draft(draft, OFFERED)) == refused


def test_an_activity_falls_under_no_category() -> None:
    activity = replace(OFFERED, subject=Subject.ACTIVITY)
    assert may_draft(replace(DRAFT, category=None), activity) is None
    assert code(may_draft(DRAFT, activity)) == "publication.category"


def test_what_is_public_is_revoked_with_a_reason() -> None:
    public = PublicationStand(draft=1, drafted_by="anna", released=1)
    assert may_revoke(public, "Er stond een naam in.") is None
    assert code(may_revoke(public, " ")) == "publication.no-reason"
    assert code(may_revoke(public, "a" * (LONGEST_TEXT + 1))) == "publication.long-reason"
    assert code(may_revoke(READY, "Toch niet.")) == "publication.not-public"
    assert code(may_revoke(replace(public, is_revoked=True), "Nog eens.")) == "publication.not-public"


def test_a_publication_is_a_concept_then_public_then_revoked() -> None:
    public = replace(READY, released=1)
    assert [one.state for one in (READY, public, replace(public, is_revoked=True))] == list(PublicationState)


def test_exactly_what_was_chosen_is_frozen() -> None:
    assert only_chosen(["title"], DRAFT) is None
    assert code(only_chosen(["title", "about"], DRAFT)) == "publication.meanwhile"
    assert code(only_chosen([], DRAFT)) == "publication.meanwhile"


def test_every_ground_stands_in_the_law_once() -> None:
    first, second = [f"5.1.1.{letter}" for letter in "abcde"], [f"5.1.2.{letter}" for letter in "abcdefghi"]
    assert list(GROUNDS) == [*first, *second, "5.1.5", "5.1.6", "5.2.1"]
    assert GROUNDS["5.1.2.e"].place.nl == "Woo, artikel 5.1, tweede lid, onder e"
    assert GROUNDS["5.2.1"].place.en == "Woo, article 5.2, first paragraph"
    assert GROUNDS["5.2.1"].url.endswith("artikel=5.2&lid=1")
    assert GROUNDS["5.1.1.c"].url.endswith("artikel=5.1&lid=1&onderdeel=c")
    assert len({one.protects.nl for one in GROUNDS.values()}) == len(GROUNDS)


def test_every_category_has_its_words_and_some_subject_or_none() -> None:
    assert set(CATEGORIES) == set(Category)
    assert set(CATEGORIES_OF) == set(Subject)
    assert {one for many in CATEGORIES_OF.values() for one in many} == set(Category)
