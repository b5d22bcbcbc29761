"""What yente says of a score, carried over as evidence and no further."""

import math

import pytest

from openkader.screening.evidence import Evidence, Feature
from openkader.screening.yente import Patience, Terms, YenteScreener
from openkader.screening.yente.features import log_odds
from tests.unit.yente_answers import Json, Server, matches, party, result


def first(answered: Json, asked: Json | None = None) -> dict[Feature, Evidence]:
    """The evidence of the one hit in an answer."""
    server = Server(matches(answered, asked=asked))
    screener = YenteScreener(Terms(dataset="sanctions"), server, Patience(lambda: 0.0, lambda _: None))
    (hit,) = screener.screen(party("Ho Chun Yan")).hits
    return {one.feature: one for one in hit.evidence}


def evidence(
    explanations: Json, listed: Json | None = None, asked: Json | None = None
) -> dict[Feature, Evidence]:
    properties = {"name": ["HO Chun-yan"], **(listed or {})}
    told = {"name": ["Ho Chun Yan"], **(asked or {})}
    return first(result(explanations=explanations, properties=properties), asked=told)


def named(score: float, query: str = "Ho Chun Yan", candidate: str = "HO Chun-yan") -> Json:
    return {"name_match": {"score": score, "detail": None, "query": query, "candidate": candidate}}


def test_full_marks_are_the_same_words_and_less_are_similar_ones() -> None:
    (same,) = evidence(named(1.0)).values()
    (near,) = evidence(named(0.8)).values()
    assert (same.feature, same.weight, same.asked) == (Feature.SAME_WORDS, log_odds(0.95), "Ho Chun Yan")
    assert (near.feature, round(near.weight, 2), near.listed) == (Feature.SIMILAR_WORDS, 1.39, "HO Chun-yan")


def test_full_marks_across_two_scripts_are_a_reading() -> None:
    assert set(evidence(named(1.0, candidate="何俊仁"))) == {Feature.SAME_READING}


def test_full_marks_in_characters_are_the_same_characters() -> None:
    assert set(evidence(named(1.0, "何俊仁", "何俊仁"))) == {Feature.SAME_CHARACTERS}


def test_contradictions_weigh_against_with_the_values_of_both_sides() -> None:
    mismatch = {
        name: {"score": 1.0, "detail": "x"}
        for name in ("dob_year_disjoint", "dob_day_disjoint", "country_mismatch", "gender_mismatch")
    }
    found = evidence(
        {**named(1.0), **mismatch},
        {"birthDate": ["1962-05-01"], "nationality": ["hk"], "gender": ["male"]},
        {"birthDate": ["1971-02-03"], "country": ["cn"], "gender": ["female"]},
    )
    born = found[Feature.OTHER_BIRTH_DATE]
    assert (born.asked, born.listed) == ("1971-02-03", "1962-05-01")
    assert born.weight == pytest.approx(math.log(0.6 / 0.4) - log_odds(1))
    assert found[Feature.OTHER_COUNTRY].weight == found[Feature.OTHER_GENDER].weight < 0


def test_what_agrees_is_shown_though_the_server_does_not_count_it() -> None:
    found = evidence(
        named(1.0),
        {"birthDate": ["1962-05-01", "1963"], "country": ["cn"]},
        {"birthDate": ["1962-05-01"], "nationality": ["cn"]},
    )
    assert found[Feature.SAME_BIRTH_DATE].weight == found[Feature.SAME_COUNTRY].weight == 0.0
    assert found[Feature.SAME_BIRTH_DATE].listed == "1962-05-01"
    assert Feature.SAME_BIRTH_YEAR not in found


def test_a_year_that_agrees_is_called_a_year() -> None:
    found = evidence(named(1.0), {"birthDate": ["1962-05-01"]}, {"birthDate": ["1962"]})
    assert found[Feature.SAME_BIRTH_YEAR].asked == "1962"


def test_a_number_counts_once_with_its_value() -> None:
    explained = {
        "identifier_match": {"score": 1.0, "detail": "Matched"},
        "lei_code_match": {"score": 1.0, "query": "LEI1", "candidate": "LEI1"},
    }
    found = evidence(explained)[Feature.SAME_IDENTIFIER]
    assert (found.asked, found.listed, found.weight) == ("LEI1", "LEI1", log_odds(0.95))


@pytest.mark.parametrize(("ours", "values"), [("P-12 34", ("P-12 34", "p1234")), ("P9", ("", ""))])
def test_a_number_that_the_server_does_not_name_is_looked_up(ours: str, values: tuple[str, str]) -> None:
    explained = {"identifier_match": {"score": 1.0, "detail": "Matched"}}
    found = evidence(explained, {"idNumber": ["x", "p1234"]}, {"passportNumber": [ours]})
    assert (found[Feature.SAME_IDENTIFIER].asked, found[Feature.SAME_IDENTIFIER].listed) == values


def test_a_weak_alias_is_called_weak() -> None:
    found = evidence({"weak_alias_match": {"score": 1.0}}, {"weakAlias": ["HO CHUN YAN"]})
    assert set(found) == {Feature.SAME_WORDS, Feature.WEAK_ALIAS}
    assert found[Feature.WEAK_ALIAS].weight < 0
    assert found[Feature.WEAK_ALIAS].listed == "HO CHUN YAN"


def test_a_good_name_beats_a_weak_alias() -> None:
    assert set(evidence({**named(0.9), "weak_alias_match": {"score": 1.0}})) == {Feature.SIMILAR_WORDS}


def test_nothing_is_made_of_a_feature_that_is_not_known() -> None:
    assert (
        evidence({"astrology_match": {"score": 1.0}, "name_match": {"score": 0, "detail": "No name match"}})
        == {}
    )
    assert Feature.OTHER_COUNTRY in evidence({"country_mismatch": {"score": 1.0}})


def test_a_server_that_explains_nothing_is_not_filled_in() -> None:
    bare = result(properties={"name": "HO Chun-yan"})
    del bare["explanations"]
    assert first(bare) == {}
