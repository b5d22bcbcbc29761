"""One party against all lists: what counts beside the name, and what is said of a hit."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openkader.screening.entities import Entity
from openkader.screening.evidence import Band, Compared, Feature
from openkader.screening.matching.scoring import band_of, score_of
from openkader.screening.names import Reason
from openkader.screening.screener import Screener
from tests.unit.screening_parties import LISTED, party

SCREENER = Screener.of(LISTED)


def first(asked: Entity) -> float:
    """The score of the nearest entity."""
    return SCREENER.screen(asked).hits[0].score


def test_the_right_entity_comes_first_with_the_chain_that_leads_to_it() -> None:
    hit = SCREENER.screen(party("q", "王小明")).hits[0]
    assert (hit.entity, hit.asked, hit.listed, hit.list) == ("p1", "王小明", "Wang Xiaoming", "fictional")
    assert hit.asked_steps[0].code is Reason.PINYIN
    assert hit.properties["birthDate"] == ("1970-01-02",)


@pytest.mark.parametrize(
    ("known", "feature"),
    [
        ({"birthDate": "1970-01-02"}, Feature.SAME_BIRTH_DATE),
        ({"birthDate": "1970"}, Feature.SAME_BIRTH_YEAR),
        ({"birthDate": "1990-01-02"}, Feature.OTHER_BIRTH_DATE),
        ({"country": "CN"}, Feature.SAME_COUNTRY),
        ({"nationality": "nl"}, Feature.OTHER_COUNTRY),
        ({"gender": "female"}, Feature.OTHER_GENDER),
    ],
)
def test_everything_else_that_is_known_speaks_too(known: dict[str, str], feature: Feature) -> None:
    alone = first(party("q", "Wang Xiaoming"))
    hit = SCREENER.screen(party("q", "Wang Xiaoming", **known)).hits[0]
    assert feature in {piece.feature for piece in hit.evidence}
    assert (hit.score > alone) is feature.startswith("same")


def test_another_date_of_birth_clears_a_name_that_many_have() -> None:
    assert SCREENER.screen(party("q", "Wang Xiaoming", birthDate="1990")).band is Band.CLEAR


def test_a_year_that_is_only_begun_contradicts_nothing() -> None:
    hit = SCREENER.screen(party("q", "Wang Xiaoming", birthDate="1970-01")).hits[0]
    assert hit.evidence[-1].feature is Feature.SAME_BIRTH_YEAR


def test_a_number_finds_an_organisation_under_any_name() -> None:
    found = SCREENER.screen(
        party("q", "Heel Andere Naam", schema="Company", registrationNumber="nl 1234 5678")
    )
    assert (found.hits[0].entity, found.band) == ("o1", Band.MATCH)
    assert Feature.SAME_IDENTIFIER in {piece.feature for piece in found.hits[0].evidence}


def test_a_company_is_not_taken_for_a_person_of_that_name() -> None:
    company = first(party("q", "Jan Voorbeeld", schema="Company"))
    either = first(party("q", "Jan Voorbeeld", schema="LegalEntity"))
    assert company < either


def test_what_could_not_be_compared_is_named() -> None:
    found = SCREENER.screen(party("q", "Jan Voorbeeld", birthDate="1970"))
    assert found.compared == (Compared.NAME, Compared.BIRTH_DATE)
    assert Compared.COUNTRY in found.missing
    assert Compared.BIRTH_DATE in found.hits[0].missing


def test_characters_are_told_apart_as_compared() -> None:
    assert Compared.CHARACTERS in SCREENER.screen(party("q", "王小明")).compared
    assert SCREENER.screen(party("q")).compared == ()


@pytest.mark.parametrize("name", ["???", "", "😀", "\u202e"])
def test_a_name_that_cannot_be_read_was_not_compared(name: str) -> None:
    assert Compared.NAME not in SCREENER.screen(party("q", name)).compared


def test_nobody_near_is_clear_and_says_no_more() -> None:
    found = SCREENER.screen(party("q", "Xyz Qqq"))
    assert found.band is Band.CLEAR
    assert Screener.of([]).screen(party("q", "Jan Voorbeeld")).hits == ()


def test_nobody_is_taken_for_a_ship() -> None:
    ship = Screener.of([party("ship", "Voorbeeld Fictief", schema="Vessel")])
    assert ship.screen(party("q", "Voorbeeld Fictief", schema="Company")).hits == ()


def test_at_most_so_many_hits_are_given() -> None:
    people = [party(f"p{n}", f"Jan Voorbeeld {n}") for n in range(30)]
    assert len(Screener.of(people).screen(party("q", "Jan Voorbeeld"), limit=7).hits) == 7


def test_an_entity_is_given_once_however_many_of_its_names_meet() -> None:
    screener = Screener.of([party("p", "Jan Voorbeeld", "J. Voorbeeld", "Voorbeeld, Jan", "Jan Voorbeeld")])
    assert len(screener.screen(party("q", "Jan Voorbeeld", "Jan B. Voorbeeld")).hits) == 1


def test_the_answer_does_not_depend_on_what_was_asked_before() -> None:
    fresh = Screener.of(LISTED)
    for name in ("Piet Fictief", "王小明", "Wang", "Jan Anders"):
        SCREENER.screen(party("q", name))
    assert SCREENER.screen(party("q", "Jan Voorbeeld")) == fresh.screen(party("q", "Jan Voorbeeld"))


def test_a_stored_screener_answers_as_the_one_in_memory(tmp_path: Path) -> None:
    SCREENER.write(tmp_path)
    stored = Screener.stored(tmp_path)
    assert len(stored) == len(SCREENER) == 4
    for name in ("王小明", "Jan Voorbeld", "Fictief Handel"):
        assert stored.screen(party("q", name)) == SCREENER.screen(party("q", name))


def test_an_empty_screener_can_be_stored_too(tmp_path: Path) -> None:
    Screener.of([]).write(tmp_path)
    assert Screener.stored(tmp_path).screen(party("q", "Jan Voorbeeld")).hits == ()


@pytest.mark.parametrize(
    ("score", "band"),
    [(0.99, Band.MATCH), (0.9, Band.MATCH), (0.89, Band.CHECK), (0.5, Band.CHECK), (0.49, Band.CLEAR)],
)
def test_bands(score: float, band: Band) -> None:
    assert band_of(score) is band


def test_a_score_never_reaches_certainty() -> None:
    everything = party("q", "Wang Xiaoming", birthDate="1970-01-02", country="cn", gender="male")
    assert 0.99 < first(everything) < 1
    assert score_of(()) == 0.5


@given(st.text(max_size=60))
def test_any_text_gets_a_bounded_answer(text: str) -> None:
    for schema in ("Person", "Company", "LegalEntity"):
        found = SCREENER.screen(party("q", text, schema=schema))
        assert all(0 <= hit.score < 1 for hit in found.hits)
        assert list(found.hits) == sorted(found.hits, key=lambda hit: -hit.score)


@pytest.mark.parametrize(
    "text", ["a" * 10_000, "王" * 10_000, "Jan " * 2_500, "\u202eJan\u0000", "😀", "ﷺ" * 300]
)
def test_strange_names_are_harmless(text: str) -> None:
    assert SCREENER.screen(party("q", text)).query == "q"
