"""A yente server screens as our own engine does: its answer is whole, or there is none."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openkader.base.errors import Unavailable
from openkader.base.messages import sentences
from openkader.screening.evidence import Band, Compared, Screening, Screens
from openkader.screening.explaining import explain_hit, say_band
from openkader.screening.yente import Answered, Patience, Terms, YenteScreener
from openkader.screening.yente.catalog import read_lists
from tests.unit.yente_answers import VERSION, Json, Server, catalog, dataset, good, matches, party, result

HO = party("Ho Chun Yan", birthDate=("1962-05-01",), country=("cn",))
BUSY = Answered(status=429, body=b"")


def screener(server: Server, waited: list[float] | None = None, terms: Terms | None = None) -> YenteScreener:
    patience = Patience(clock=lambda: 0.0, wait=(waited if waited is not None else []).append)
    return YenteScreener(terms or Terms(dataset="sanctions"), server, patience)


def screened(*results: Json, asked: Json | None = None, **changes: Any) -> Screening:
    return screener(Server(matches(*results, asked=asked, **changes))).screen(HO)


def refused(server: Server) -> str:
    with pytest.raises(Unavailable) as caught:
        screener(server).screen(HO)
    for language in ("nl", "en"):
        (line,) = sentences(caught.value, language)
        assert "niet gescreend" in line or "obody was screened" in line
    return caught.value.code


def test_it_is_a_screener_like_any_other() -> None:
    screens: Screens = screener(Server())
    assert [used.id for used in screens.lists] == ["xx_list", "yy_list"]


def test_the_question_has_the_published_form_and_nothing_more_than_is_compared() -> None:
    server = Server(matches(asked={"name": ["Ho Chun Yan", "何俊仁"]}))
    asked = party("Ho Chun Yan", "何俊仁", birthDate=("1962",), notes=("secret",), email=("a@example.org",))
    screener(server).screen(asked, limit=5)
    asked_path, asked_query, body = server.asked[1].path, server.asked[1].query, server.asked[1].body
    assert asked_path == "match/sanctions"
    assert asked_query == {"limit": "5", "threshold": "0.7", "cutoff": "0.69", "algorithm": "logic-v2"}
    assert json.loads(body or b"") == {
        "queries": {
            "party": {
                "schema": "Person",
                "properties": {"name": ["Ho Chun Yan", "何俊仁"], "birthDate": ["1962"]},
            }
        }
    }


def test_a_hit_has_the_two_names_the_list_and_what_the_list_says() -> None:
    (hit,) = screened(result()).hits
    assert (hit.entity, hit.list, hit.schema, hit.caption) == ("NK-1", "xx_list", "Person", "HO Chun-yan")
    assert (hit.asked, hit.listed, hit.score, hit.band) == ("Ho Chun Yan", "HO Chun-yan", 0.95, Band.MATCH)
    assert hit.properties["datasets"] == ("xx_list", "yy_list")
    assert hit.properties["topics"] == ("sanction",)


def test_an_entity_inside_an_entity_is_left_out() -> None:
    inner = {"id": "x", "schema": "Address", "caption": "x", "properties": {}}
    (hit,) = screened(
        result(properties={"name": ["HO Chun-yan"], "addressEntity": [inner], "alias": [inner, "Ho"]})
    ).hits
    assert "addressEntity" not in hit.properties
    assert hit.properties["alias"] == ("Ho",)


@pytest.mark.parametrize(
    ("score", "match", "band"),
    [
        (0.90, True, Band.MATCH),
        (0.899, True, Band.CHECK),
        (0.70, True, Band.CHECK),
        (0.70, False, Band.CHECK),
        (0.695, False, Band.CLEAR),
        (0.695, True, Band.CHECK),
    ],
)
def test_a_score_has_its_band(score: float, match: bool, band: Band) -> None:
    found = screened(result(score=score, match=match))
    assert (found.band, found.hits[0].band) == (band, band)


def test_the_bands_follow_the_terms() -> None:
    server = Server(matches(result(score=0.8)))
    strict = Terms(dataset="sanctions", check_from=0.5, match_from=0.8)
    assert screener(server, terms=strict).screen(HO).band is Band.MATCH


def test_hits_come_best_first_each_once_and_not_more_than_asked() -> None:
    results = [
        result(id="a", score=0.8),
        result(id="b"),
        result(id="a", score=0.7),
        result(id="c", score=0.75),
    ]
    found = screener(Server(matches(*results))).screen(HO, limit=2)
    assert [hit.entity for hit in found.hits] == ["b", "a"]


def test_the_names_of_a_hit_are_those_that_met() -> None:
    weak = result(
        explanations={"weak_alias_match": {"score": 1.0}}, properties={"weakAlias": ["ho chun-yan"]}
    )
    assert screened(weak).hits[0].listed == "ho chun-yan"
    number = result(explanations={"identifier_match": {"score": 1.0}})
    assert screened(number).hits[0].listed == "HO Chun-yan"


@pytest.mark.parametrize(("limit", "asked", "given"), [(0, "1", 0), (-3, "1", 0), (501, "500", 1)])
def test_a_hit_counts_however_few_are_wanted(limit: int, asked: str, given: int) -> None:
    server = Server()
    found = screener(server).screen(HO, limit=limit)
    assert (found.band, len(found.hits), server.asked[1].query["limit"]) == (Band.MATCH, given, asked)


def test_clear_names_the_lists_with_version_date_and_size() -> None:
    found = screened()
    assert (found.band, found.hits, found.query) == (Band.CLEAR, (), "party-1")
    xx, yy = found.lists
    assert (xx.snapshot, xx.read_at, xx.entities) == (VERSION, "2026-11-23T06:48:02+00:00", 5000)
    assert yy.entities == 70
    assert say_band(found).title.nl == "niets gevonden"


def test_compared_is_what_the_server_took_and_missing_is_the_rest() -> None:
    found = screened(asked={"name": ["Ho Chun Yan"], "country": ["cn"]})
    assert found.compared == (Compared.NAME, Compared.COUNTRY)
    assert found.missing == (Compared.BIRTH_DATE, Compared.IDENTIFIER, Compared.GENDER)


def test_an_organisation_lacks_no_birth_date() -> None:
    found = screener(Server(matches(asked={"name": ["某某公司"]}))).screen(
        party("某某公司", schema="Company")
    )
    assert found.compared == (Compared.NAME, Compared.CHARACTERS)
    assert found.missing == (Compared.COUNTRY, Compared.IDENTIFIER)


def test_a_hit_misses_what_one_side_lacks() -> None:
    listed = {"name": ["何俊仁"], "birthDate": ["1962"], "nationality": ["hk"]}
    (hit,) = screened(result(properties=listed), asked={"name": ["Ho Chun Yan"], "country": ["cn"]}).hits
    assert hit.missing == (Compared.CHARACTERS, Compared.BIRTH_DATE, Compared.IDENTIFIER, Compared.GENDER)
    assert "何俊仁" in explain_hit(hit, screened()).questions[0].nl


# --- not screened ---------------------------------------------------------------------


def without(data: Json, *path: str) -> Json:
    inner = data
    for name in path[:-1]:
        inner = inner[name]
    del inner[path[-1]]
    return data


INCOMPLETE: dict[str, Callable[[], Json]] = {
    "no party": lambda: without(matches(), "responses", "party"),
    "another party": lambda: {"responses": {"other": matches()["responses"]["party"]}},
    "a status of its own": lambda: matches(status=500),
    "no status": lambda: without(matches(), "responses", "party", "status"),
    "fewer hits than counted": lambda: matches(result(), total={"value": 3, "relation": "eq"}),
    "no hits though counted": lambda: matches(total={"value": 1, "relation": "eq"}),
}
UNREADABLE: dict[str, Callable[[], Any]] = {
    "no object": list,
    "an empty object": dict,
    "responses is a list": lambda: {"responses": []},
    "the party is nothing": lambda: {"responses": {"party": None}},
    "no results": lambda: without(matches(), "responses", "party", "results"),
    "results is an object": lambda: matches(results={}),
    "no total": lambda: without(matches(), "responses", "party", "total"),
    "total is a text": lambda: matches(total={"value": "0"}),
    "no query": lambda: without(matches(), "responses", "party", "query"),
    "a result is a text": lambda: matches(results=["NK-1"]),
    "a property is a number": lambda: matches(result(properties={"name": 3})),
    "a score is a text": lambda: matches(result(score="0.95")),
    "a score is true": lambda: matches(result(score=True)),
    "a score is too high": lambda: matches(result(score=1.01)),
    "a score is missing": lambda: matches(without(result(), "score")),
    "match is a text": lambda: matches(result(match="no")),
    "no list": lambda: matches(result(datasets=[])),
    "no id": lambda: matches(result(id="")),
    "no caption": lambda: matches(result(caption=None)),
    "explanations is a list": lambda: matches(result(explanations=[])),
    "an explanation is a text": lambda: matches(result(explanations={"name_match": "1"})),
    "an explanation is endless": lambda: matches(result(explanations={"name_match": {"score": 10**400}})),
}


@pytest.mark.parametrize("case", INCOMPLETE)
def test_half_an_answer_is_no_screening(case: str) -> None:
    assert refused(Server(INCOMPLETE[case]())) == "screening.answer-incomplete"


@pytest.mark.parametrize("case", UNREADABLE)
def test_an_answer_in_another_form_is_no_screening(case: str) -> None:
    assert refused(Server(UNREADABLE[case]())) == "screening.answer-unreadable"


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b'{"responses": {"par', b"\xff{}", b"[" * 100_000, b'{"a": NaN}', b"1" * 5000, b"<html>"],
)
def test_what_is_no_json_is_no_screening(body: bytes) -> None:
    server = Server(answers=[Answered(status=200, body=body)])
    assert refused(server) == "screening.answer-unreadable"


def test_a_name_that_the_server_does_not_say_back_was_not_compared() -> None:
    both = party("Ho Chun Yan", "何俊仁")
    with pytest.raises(Unavailable) as caught:
        screener(Server()).screen(both)
    assert caught.value.code == "screening.name-not-taken"


def test_a_name_may_be_said_back_in_another_form() -> None:
    server = Server(matches(asked={"name": ["ho  chun‐yan"]}))
    assert screener(server).screen(party("“Ｈｏ Chun Yan”")).band is Band.CLEAR


@pytest.mark.parametrize("names", [(), ("",), ("\u202e\x00",), ("🙂",), ("---",)])
def test_a_party_without_a_name_is_not_screened_and_not_sent(names: tuple[str, ...]) -> None:
    server = Server()
    with pytest.raises(Unavailable) as caught:
        screener(server).screen(party(*names))
    assert caught.value.code == "screening.no-name"
    assert [asked.path for asked in server.asked] == ["catalog"]


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (301, "screening.server-answered"),
        (400, "screening.server-answered"),
        (401, "screening.server-refuses"),
        (403, "screening.server-refuses"),
        (404, "screening.server-unknown"),
        (422, "screening.server-answered"),
        (500, "screening.server-failed"),
        (503, "screening.server-failed"),
        (204, "screening.server-answered"),
    ],
)
def test_any_status_but_200_is_no_screening(status: int, code: str) -> None:
    whole = good(matches(result()))
    assert refused(Server(answers=[Answered(status=status, body=whole.body)])) == code


def test_a_busy_server_is_asked_again_after_the_pause_it_wants() -> None:
    waited: list[float] = []
    server = Server(answers=[Answered(status=429, body=b"", retry_after=" 7 ")])
    assert screener(server, waited).screen(HO).band is Band.MATCH
    assert waited == [7.0]


def test_a_pause_can_end_at_a_moment_on_the_clock_of_the_server() -> None:
    waited: list[float] = []
    when = Answered(
        status=429,
        body=b"",
        retry_after="Mon, 23 Nov 2026 10:00:09 GMT",
        date="Mon, 23 Nov 2026 10:00:00 GMT",
    )
    screener(Server(answers=[when]), waited).screen(HO)
    assert waited == [9.0]


@pytest.mark.parametrize("pause", ["", "soon", "Mon, 23 Nov 2026 10:00:09 GMT", "-5", "²"])
def test_a_pause_that_means_nothing_is_a_usual_one(pause: str) -> None:
    waited: list[float] = []
    screener(Server(answers=[Answered(status=429, body=b"", retry_after=pause)]), waited).screen(HO)
    assert waited == [5.0]


@pytest.mark.parametrize(("pause", "times"), [("0", 30), ("10", 3), ("31", 0), ("9" * 400, 0)])
def test_patience_ends(pause: str, times: int) -> None:
    waited: list[float] = []
    server = Server(answers=[Answered(status=429, body=b"", retry_after=pause)] * 99)
    with pytest.raises(Unavailable) as caught:
        screener(server, waited).screen(HO)
    assert caught.value.code == "screening.server-busy"
    assert len(waited) == times


# --- lists ----------------------------------------------------------------------------


def test_the_catalog_is_asked_again_after_five_minutes() -> None:
    moments = iter([0.0, 299.0, 300.0])
    server = Server()
    screens = YenteScreener(
        Terms(dataset="sanctions"), server, Patience(lambda: next(moments), lambda _: None)
    )
    for _ in range(3):
        assert len(screens.lists) == 2
    assert len(server.asked) == 2


def lists_of(*datasets: Json, name: str = "all") -> dict[str, tuple[str, str, int]]:
    found = read_lists(catalog(*datasets), name, "yente")
    return {used.id: (used.snapshot, used.read_at[:10], used.entities) for used in found}


def test_a_list_with_an_index_of_its_own_goes_by_that() -> None:
    own = dataset("xx", index_version="20261120-abc", version="20261120-abc")
    assert lists_of(dataset("all", "xx", index_version=VERSION), own) == {
        "xx": ("20261120-abc", "2026-11-20", 5000)
    }


def test_the_size_of_a_list_is_unknown_while_its_index_is_behind() -> None:
    behind = dataset("all", index_version="20251120123456-abc")
    assert lists_of(behind) == {"all": ("20251120123456-abc", "2025-11-20", 0)}


@pytest.mark.parametrize("version", ["1", "20269999", "20261199999999", "202611230"])
def test_a_version_that_is_no_moment_takes_its_date_from_the_catalog(version: str) -> None:
    current = dataset("all", index_version=version, index_current=True)
    assert lists_of(current)["all"][1] == "2026-11-23"
    assert lists_of(dataset("all", index_version=version))["all"][1] == ""


def test_a_date_that_nobody_gives_stays_unknown() -> None:
    bare = {"name": "all", "index_version": "1", "index_current": True}
    assert lists_of(bare) == {"all": ("1", "", 0)}


def test_collections_that_hold_each_other_do_no_harm() -> None:
    ours = dataset("all", "more", "xx", index_version=VERSION)
    assert set(lists_of(ours, dataset("more", "all"), dataset("xx"))) == {"xx"}


def test_a_list_without_metadata_counts_when_its_collection_is_searched() -> None:
    assert set(lists_of(dataset("all", "xx", index_version=VERSION))) == {"xx"}


@pytest.mark.parametrize(
    ("datasets", "code"),
    [
        ((dataset("all"),), "screening.list-not-indexed"),
        ((dataset("all", "xx"), dataset("xx", index_version="")), "screening.list-not-indexed"),
        ((dataset("all", *"abcdefg"), dataset("a", index_version=VERSION)), "screening.list-not-indexed"),
        ((dataset("other", index_version=VERSION),), "screening.server-unknown"),
        (({"name": None},), "screening.answer-unreadable"),
        (({"name": "\x1b[31m"},), "screening.answer-unreadable"),
        ((dataset("all", index_version=VERSION, children="xx"),), "screening.answer-unreadable"),
        ((dataset("all", index_version=VERSION, children=[3]),), "screening.answer-unreadable"),
    ],
)
def test_a_dataset_that_is_not_searched_as_a_whole_is_no_screening(datasets: Any, code: str) -> None:
    server = Server(catalog=catalog(*datasets))
    with pytest.raises(Unavailable) as caught:
        screener(server, terms=Terms(dataset="all")).screen(HO)
    assert caught.value.code == code
    assert [asked.path for asked in server.asked] == ["catalog"]


# --- whatever comes -------------------------------------------------------------------

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["responses", "party", "results", "status", "total", "query", "properties", "value"]
            ),
            inner,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_whatever_comes_it_is_a_screening_of_the_name_or_none(data: Any) -> None:
    try:
        found = screener(Server(match=data)).screen(HO)
    except Unavailable:
        return
    assert Compared.NAME in found.compared


SPOILT = [
    ("results", 0, name)
    for name in ("id", "caption", "schema", "properties", "datasets", "score", "explanations", "match")
] + [("status",), ("results",), ("total",), ("query",), ("total", "value"), ("query", "properties")]


@given(st.sampled_from(SPOILT), JSON)
def test_one_spoilt_value_never_makes_it_clear(path: tuple[Any, ...], value: Any) -> None:
    data = matches(result())
    inner = data["responses"]["party"]
    for name in path[:-1]:
        inner = inner[name]
    inner[path[-1]] = value
    try:
        found = screener(Server(match=data)).screen(HO)
    except Unavailable:
        return
    assert found.band is not Band.CLEAR
