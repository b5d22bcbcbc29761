"""Finding, comparing and banding: what is a hit, what is none, and on what ground."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openkader.screening.comparing import Compared, Comparer, Ground, Likeness
from openkader.screening.entities import Entity, ListedName, NameKind
from openkader.screening.index import Index
from openkader.screening.keys import consonants, spellings
from openkader.screening.names import read_name
from openkader.screening.screener import Band, Screener, band_of

COMPARER = Comparer({}, 5.0)


def entity(identity: str, *names: str, schema: str = "Person", **properties: str) -> Entity:
    listed = tuple(ListedName(name) for name in names)
    values = {key: (value,) for key, value in properties.items()}
    return Entity(id=identity, schema=schema, dataset="fictional", names=listed, properties=values)


def like(asked: str, listed: str, schema: str = "Person") -> Likeness:
    person = schema == "Person"
    one, other = (Compared.of(read_name(name, schema), person=person) for name in (asked, listed))
    return COMPARER.compare(one, other)


@pytest.mark.parametrize(
    ("asked", "listed"),
    [("Muhammad", "Mohamed"), ("Alexander", "Aleksandr"), ("Raphael", "Rafael"), ("Yelena", "Elena")],
)
def test_spellings_of_one_name_have_the_same_consonants(asked: str, listed: str) -> None:
    assert consonants(asked.lower()) == consonants(listed.lower())


def test_a_word_of_vowels_keeps_its_first_letter() -> None:
    assert consonants("aia") == "a"


def test_a_chinese_name_is_found_by_its_reading_in_either_script() -> None:
    asked = spellings(read_name("王小明", "Person"), person=True)
    listed = spellings(read_name("Wang Xiaoming", "Person"), person=True)
    assert any("^wang xiao ming" in keys for keys in asked)
    assert any("^wang xiao ming" in keys for keys in listed)
    assert any("h=王小明" in keys for keys in asked)


def test_one_character_is_found_by_itself() -> None:
    found = spellings(read_name("王", "Organization"), person=False)
    assert any("h王" in keys for keys in found)


def test_bare_consonants_are_looked_up_as_consonants_and_only_where_vowels_are_missing() -> None:
    latin = spellings(read_name("Muhammad Fictief", "Person"), person=True)
    assert not any("=mhmd" in keys for keys in latin)
    arabic = spellings(read_name("محمد", "Person"), person=True)
    assert any(keys and all(key.startswith("~") for key in keys) for keys in arabic)


def test_a_name_without_anything_to_look_up_has_no_keys() -> None:
    assert spellings(read_name("!!!", "Person"), person=True) == ()


@pytest.mark.parametrize(
    ("asked", "listed", "ground", "least"),
    [
        ("Jan Voorbeeld", "Voorbeeld Jan", Ground.SAME_WORDS, 0.97),
        ("JAN VOORBEELD", "Jan Voorbeeld", Ground.SAME_WORDS, 1.0),
        ("王小明", "王小明", Ground.SAME_CHARACTERS, 1.0),
        ("王小明", "Wang Xiaoming", Ground.SAME_READING, 0.9),
        ("X.M. Wang", "Wang Xiaoming", Ground.INITIALS, 0.75),
        ("Wang Xiao", "Wang Xiaoming", Ground.MISSING_SYLLABLE, 0.75),
        ("Mohamed Fictief", "Muhammad Fictif", Ground.SIMILAR_WORDS, 0.8),
        ("Jan de Voorbeeld", "Jan Voorbeeld", Ground.SIMILAR_WORDS, 0.9),
        ("Vorbeeld Handel", "Voorbeeld Handel", Ground.SIMILAR_WORDS, 0.85),
        ("Gramashov Fictief", "Kramasnov Fictief", Ground.SIMILAR_WORDS, 0.8),
    ],
)
def test_names_that_are_alike(asked: str, listed: str, ground: Ground, least: float) -> None:
    for one, other in ((asked, listed), (listed, asked)):
        found = like(one, other)
        assert found.ground is ground
        assert found.score >= least


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Li Ming", "Lu Ming"),
        ("Wang Xiaoming", "Wang Xiaohong"),
        ("王小明", "王小红"),
        ("王小明", "王晓明"),
        ("王明", "Kang Myong Chol"),
        ("Jan Voorbeeld", "Piet Fictief"),
        ("Chen Boda", "Abid Khan"),
        ("Bo Li", "Bo Lu"),
        ("Dan", "Yu Dan Voorbeeld"),
        ("Wang X", "Wang Yang"),
    ],
)
def test_names_that_are_not_alike(asked: str, listed: str) -> None:
    assert band_of(like(asked, listed).score) is Band.CLEAR


def test_characters_of_organisations_may_differ_a_little_and_those_of_people_not() -> None:
    near = like("示例贸易有限公司", "示例贸易公司", "Organization")
    assert near.ground is Ground.SIMILAR_WORDS
    assert 0.5 < near.score < 0.9
    assert band_of(like("示例", "示范", "Organization").score) is Band.CLEAR
    assert like("王小明", "王小红").score < 0.5


def test_a_leftover_on_both_sides_weighs_more_than_one_on_one_side() -> None:
    omitted = like("Jan Pieter Voorbeeld", "Jan Voorbeeld").score
    contradicted = like("Jan Pieter Voorbeeld", "Jan Klaas Voorbeeld").score
    assert contradicted < omitted < 1


def test_nothing_to_compare_is_no_likeness() -> None:
    assert like("???", "Jan Voorbeeld").ground is Ground.NOTHING


def test_rare_words_weigh_more_than_common_ones() -> None:
    comparer = Comparer({"=jan": 0.5, "=voorbeeld": 6.0, "=piet": 0.5}, 6.0)
    one, other = (
        Compared.of(read_name(n, "Person"), person=True) for n in ("Jan Voorbeeld", "Piet Voorbeeld")
    )
    assert comparer.compare(one, other).score > COMPARER.compare(one, other).score


def test_an_index_gives_the_nearest_owner_first_and_each_once() -> None:
    index = Index([0, 0, 1, 2], [frozenset("ab"), frozenset("abc"), frozenset("ax"), frozenset("yz")])
    assert index.nearest([frozenset("abc")], 5) == [0, 1]
    assert index.nearest([frozenset("q")], 5) == []
    assert Index([], []).nearest([frozenset("a")], 5) == []


def test_a_key_of_nearly_all_names_is_left_out_where_others_tell_more() -> None:
    keys = [frozenset({"everywhere", f"k{n}", f"l{n}", f"m{n}", f"o{n}"}) for n in range(200)]
    index = Index(list(range(200)), keys)
    assert index.nearest([keys[7]], 3) == [7]


LIST = [
    entity("p1", "Wang Xiaoming", birthDate="1970-01-02"),
    entity("p2", "Jan Voorbeeld"),
    entity("o1", "Fictief Handel B.V.", schema="Company"),
    Entity(
        id="p3",
        schema="Person",
        dataset="fictional",
        names=(ListedName("Karel Fictief"), ListedName("Voorbeeld Bijnaam", NameKind.WEAK_ALIAS)),
        properties={},
    ),
    entity("nameless"),
]


def test_the_right_entity_comes_first_with_its_name_and_ground() -> None:
    found = Screener(LIST).screen(entity("q", "王小明"))
    assert (found.band, found.hits[0].entity.id, found.hits[0].name) == (Band.MATCH, "p1", "Wang Xiaoming")
    assert found.hits[0].likeness.ground is Ground.SAME_READING


def test_another_year_of_birth_speaks_against_and_the_same_one_does_not() -> None:
    screener = Screener(LIST)
    same = screener.screen(entity("q", "Wang Xiaoming", birthDate="1970")).hits[0].score
    other = screener.screen(entity("q", "Wang Xiaoming", birthDate="1990")).hits[0].score
    assert other < same == 1.0


def test_a_company_is_not_taken_for_a_person_of_that_name() -> None:
    screener = Screener(LIST)
    company = screener.screen(entity("q", "Jan Voorbeeld", schema="Company")).hits[0].score
    either = screener.screen(entity("q", "Jan Voorbeeld", schema="LegalEntity")).hits[0].score
    assert company < either == 1.0


def test_a_weak_alias_counts_for_less() -> None:
    assert Screener(LIST).screen(entity("q", "Voorbeeld Bijnaam")).hits[0].score == 0.9


def test_nobody_near_is_clear_and_says_no_more() -> None:
    found = Screener(LIST).screen(entity("q", "Xyz Qqq"))
    assert found.band is Band.CLEAR
    assert Screener([]).screen(entity("q", "Jan Voorbeeld")).hits == ()


def test_at_most_so_many_hits_are_given() -> None:
    people = [entity(f"p{n}", f"Jan Voorbeeld {n}") for n in range(30)]
    assert len(Screener(people).screen(entity("q", "Jan Voorbeeld"), limit=7).hits) == 7


def test_the_answer_does_not_depend_on_what_was_asked_before() -> None:
    screener, fresh = Screener(LIST), Screener(LIST)
    for name in ("Piet Fictief", "王小明", "Wang"):
        screener.screen(entity("q", name))
    assert screener.screen(entity("q", "Jan Voorbeeld")) == fresh.screen(entity("q", "Jan Voorbeeld"))


@pytest.mark.parametrize(
    ("score", "band"), [(1.0, Band.MATCH), (0.92, Band.MATCH), (0.8, Band.CHECK), (0.5, Band.CLEAR)]
)
def test_bands(score: float, band: Band) -> None:
    assert band_of(score) is band


SCREENER = Screener(LIST)


@given(st.text(max_size=60))
def test_any_text_gets_a_bounded_answer(text: str) -> None:
    found = SCREENER.screen(entity("q", text))
    assert all(0 <= hit.score <= 1 for hit in found.hits)
    assert list(found.hits) == sorted(found.hits, key=lambda hit: -hit.score)
