"""Which names meet, on what ground, and which do not."""

import pytest

from openkader.screening.entities import ListedName, NameKind
from openkader.screening.evidence import Band, Feature
from openkader.screening.screener import Screener
from tests.unit.screening_parties import entity, meet, party


@pytest.mark.parametrize(
    ("asked", "listed", "feature", "band"),
    [
        ("Jan Voorbeeld", "Voorbeeld Jan", Feature.SAME_WORDS, Band.MATCH),
        ("JAN VOORBEELD", "Jan Voorbeeld", Feature.SAME_WORDS, Band.MATCH),
        ("王小明", "王小明", Feature.SAME_CHARACTERS, Band.MATCH),
        ("王小明", "Wang Xiaoming", Feature.SAME_READING, Band.CHECK),
        ("Wang Xiaoming", "Wang Xiao-Ming", Feature.SAME_READING, Band.CHECK),
        ("X.M. Wang", "Wang Xiaoming", Feature.INITIALS, Band.CHECK),
        ("Dou Xuan", "Dou Xuanli", Feature.MISSING_SYLLABLE, Band.CHECK),
        ("Pak Chol-su", "Park Cheolsu", Feature.SAME_READING, Band.CHECK),
        ("박철수", "Pak Chol Su", Feature.SAME_READING, Band.CHECK),
        ("Mohamed Fictief", "Muhammad Fictif", Feature.SIMILAR_WORDS, Band.CHECK),
        ("孙继海", "Sun Chi-hei", Feature.SAME_READING, Band.CHECK),
        ("刘心武", "Lau Sam-mo", Feature.SAME_READING, Band.CHECK),
        ("Usama bin Ladin", "Osama bin Laden", Feature.SIMILAR_WORDS, Band.MATCH),
        ("Jan de Voorbeeld", "Jan Voorbeeld", Feature.SIMILAR_WORDS, Band.MATCH),
    ],
)
def test_names_that_meet_either_way(asked: str, listed: str, feature: Feature, band: Band) -> None:
    for one, other in ((asked, listed), (listed, asked)):
        hit = meet(one, other)
        assert hit is not None
        assert (hit.evidence[0].feature, hit.band) == (feature, band)


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
        ("Wang X", "Wang Yang"),
        ("Wang Xiao", "Wang Xiaoming"),  # half a name that is the name of very many
        ("王明", "Wang Mingshan"),  # in characters a name is written whole
        ("王震", "Wang Chen"),  # Chen may be Zhen in another system, and is pinyin
        ("Ehsan Voorbeeld", "Husayn Fictief"),
        ("Tian Liang", "Hlaing Than"),
        ("Pak Chol-su", "Park Cheol-min"),
        ("Zhang Min", "Jong Man Bok"),
    ],
)
def test_names_that_do_not_meet(asked: str, listed: str) -> None:
    hit = meet(asked, listed)
    assert hit is None or hit.band is Band.CLEAR


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("深圳市比广贸易有限公司", "Shenzhen Biguang Trading Co., Ltd."),
        ("Fictief Handel B.V.", "FICTIEF HANDEL"),
        ("示例贸易有限公司", "示例贸易公司"),
    ],
)
def test_organisations_meet_by_what_names_them(asked: str, listed: str) -> None:
    hit = meet(asked, listed, schema="Organization")
    assert hit is not None
    assert hit.band is not Band.CLEAR


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("Shenzhen Biguang Trading Co., Ltd.", "Shenzhen Hongda Trading Co., Ltd."),
        ("Beijing Institute of Technology", "Nanjing Institute of Technology"),
        ("Fictief Handel B.V.", "Ander Handel B.V."),
        ("Bank of Western Europe", "North Western Europe Bank"),
    ],
)
def test_a_place_an_industry_and_a_legal_form_do_not_make_two_organisations_one(
    asked: str, listed: str
) -> None:
    hit = meet(asked, listed, schema="Organization")
    assert hit is None or hit.band is Band.CLEAR


def test_a_word_left_over_on_both_sides_weighs_more_than_one_on_one_side() -> None:
    omitted = meet("Jan Pieter Voorbeeld", "Jan Voorbeeld")
    contradicted = meet("Jan Pieter Voorbeeld", "Jan Klaas Voorbeeld")
    assert omitted is not None
    assert contradicted is not None
    assert contradicted.score < omitted.score < 1


def test_words_are_joined_or_taken_apart_as_the_list_knows_them() -> None:
    for one, other in (("Noord Zee Fictief", "Noordzee Fictief"), ("Noordzee Fictief", "Noord Zee Fictief")):
        hit = meet(one, other)
        assert hit is not None
        assert hit.band is Band.MATCH


def test_a_common_name_is_a_reason_to_look_and_no_more() -> None:
    crowd = [party(f"c{n}", f"Jan Jansen{n}") for n in range(300)] + [
        party(f"d{n}", f"Piet{n} Vries") for n in range(300)
    ]
    screener = Screener.of([*crowd, party("it", "Jan Vries"), party("rare", "Xander Quispel")])
    common = screener.screen(party("q", "Jan Vries")).hits[0]
    rare = screener.screen(party("q", "Xander Quispel")).hits[0]
    assert (common.entity, rare.entity) == ("it", "rare")
    assert Feature.COMMON_NAME in {piece.feature for piece in common.evidence}
    assert common.score < rare.score


def test_an_acronym_meets_an_organisation_but_never_another_acronym() -> None:
    hit = meet("VFHB", "Voorbeeld Fictief Handel Bureau", schema="Organization")
    assert hit is not None
    assert (hit.evidence[0].feature, hit.band) == (Feature.ACRONYM, Band.CHECK)
    other = meet("Vast Fonds Huis Bouw", "Voorbeeld Fictief Handel Bureau", schema="Organization")
    assert other is None or other.band is Band.CLEAR


def test_what_the_list_doubts_counts_for_less() -> None:
    doubted = Screener.of([entity("it", (ListedName("Voorbeeld Bijnaam", NameKind.WEAK_ALIAS),))])
    sure = Screener.of([party("it", "Voorbeeld Bijnaam")])
    asked = party("q", "Voorbeeld Bijnaam")
    hit = doubted.screen(asked).hits[0]
    assert hit.score < sure.screen(asked).hits[0].score
    assert Feature.WEAK_ALIAS in {piece.feature for piece in hit.evidence}


def test_three_letters_that_the_list_doubts_are_no_reason_to_look() -> None:
    screener = Screener.of(
        [
            entity("it", (ListedName("JSC VFB", NameKind.WEAK_ALIAS),), "Organization"),
            *(party(f"o{n}", f"Fictief{n} Bedrijf{n}", schema="Organization") for n in range(200)),
        ]
    )
    assert screener.screen(party("q", "VFB Electronics", schema="Organization")).band is Band.CLEAR
