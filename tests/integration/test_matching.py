"""The door for tools made for yente: what it answers, what it refuses, and what it keeps."""

import json
import math
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client

from openkader.api.bodies import MOST_BYTES
from openkader.api.matching import shapes
from openkader.api.matching.interface import api
from openkader.api.matching.routes import MOST_QUERIES
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole
from openkader.register import selectors
from tests.integration.list_houses import lists_in, never_read
from tests.integration.matching_house import (
    OTHER_WANG,
    ROOT,
    WANG,
    a_key,
    a_list,
    a_program,
    asked,
    detail,
    entry,
    ids,
    results,
    sent,
    two_lists,
)
from tests.integration.register_house import NOW

pytestmark = pytest.mark.django_db
WHO = "Wang Verzonnen"


@pytest.fixture(autouse=True)
def data(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings.OPENKADER_DATA = tmp_path
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)
    return tmp_path


@pytest.fixture
def tool(data: Path) -> Client:
    two_lists(data)
    return a_program(a_key())


def test_somebody_on_a_list_is_found_with_the_evidence_and_the_list(tool: Client) -> None:
    first, second, *_ = results(asked(tool, WHO, birthDate=["1962-03-04"], query="?cutoff=0"))
    assert (first["id"], first["datasets"], first["match"]) == ("fic-1", ["fictional"], True)
    assert (first["caption"], first["schema"], first["properties"]["programId"]) == (WHO, "Person", ["FIC-1"])
    assert {"same_words", "same_birth_date"} <= set(first["explanations"])
    assert (second["id"], second["match"]) == ("another-1", False)
    assert second["explanations"]["other_birth_date"]["score"] < 0


def test_the_weights_of_the_explanations_make_the_score(tool: Client) -> None:
    (first, *_) = results(asked(tool, WHO, birthDate=["1962-03-04"], country=["cn"]))
    weight = sum(one["score"] for one in first["explanations"].values())
    assert first["score"] == pytest.approx(1 / (1 + math.exp(-weight)), abs=1e-4)


def test_the_answers_have_the_shapes_that_are_described(tool: Client) -> None:
    answer = json.loads(asked(tool, WHO, "Niemand Bedacht").content)
    found = shapes.EntityMatchResponse.model_validate(answer)
    assert found.responses["q1"].results == []
    shapes.DataCatalogModel.model_validate(tool.get(f"{ROOT}/catalog").json())
    shapes.AlgorithmResponse.model_validate(tool.get(f"{ROOT}/algorithms").json())
    shapes.SearchResponse.model_validate(tool.get(f"{ROOT}/search/default", {"q": WHO}).json())
    shapes.FoundEntity.model_validate(tool.get(f"{ROOT}/entities/fic-1").json())
    schema = api.get_openapi_schema(path_prefix="")
    assert set(schema["paths"]) == {
        *("/match/{dataset}", "/search/{dataset}", "/entities/{entity_id}"),
        *("/algorithms", "/catalog", "/healthz", "/readyz"),
    }


def test_a_name_in_another_script_is_found(tool: Client) -> None:
    assert ids(asked(tool, "王虚构"))[0] == "fic-1"


def test_a_name_in_parts_is_put_together_and_said_back(tool: Client) -> None:
    parts = {"firstName": ["Wang"], "lastName": "Verzonnen"}
    response = sent(tool, {"queries": {"q0": {"id": "mine", "schema": "Person", "properties": parts}}})
    answer = response.json()["responses"]["q0"]
    assert ids(response)[0] in {"fic-1", "another-1"}
    assert answer["query"] == {"id": "mine", "schema": "Person", "properties": {"name": [WHO]}}
    assert answer["not_compared"] == []


def test_what_was_sent_and_not_compared_is_named_and_not_said_back(tool: Client) -> None:
    more: dict[str, Any] = {
        "birthDate": ["niet bekend"],
        "country": ["China", "Verzonnenland"],
        "email": ["x@example.nl"],
        "gender": ["m"],
        "position": [None],
    }
    answer = asked(tool, WHO, **more).json()["responses"]["q0"]
    assert answer["query"]["properties"] == {"name": [WHO], "country": ["cn"], "gender": ["male"]}
    assert answer["not_compared"] == ["birthDate", "country", "email"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"fic-1", "another-1"}),
        ("?exclude_dataset=fictional", {"another-1"}),
        ("?include_dataset=fictional", {"fic-1"}),
        ("?include_dataset=default&exclude_entity_ids=fic-1", {"another-1"}),
        ("?exclude_schema=Person", set()),
        ("?topics=sanction", {"fic-1", "another-1"}),  # the other list says nothing of why
        ("?topics=role.pep&topics=crime", {"another-1"}),
        ("?limit=1&include_dataset=fictional", {"fic-1"}),
        ("?threshold=0.999", {"fic-1", "another-1"}),
        ("?cutoff=0.999&threshold=0.999", set()),
    ],
)
def test_what_does_not_count_is_left_out(tool: Client, query: str, found: set[str]) -> None:
    assert set(ids(asked(tool, WHO, query=query))) == found


def test_one_list_can_be_asked_and_others_beside_it(tool: Client) -> None:
    assert ids(asked(tool, WHO, dataset="another")) == ["another-1"]
    both = asked(tool, WHO, dataset="another", query="?include_dataset=fictional")
    assert set(ids(both)) == {"fic-1", "another-1"}


def test_a_hit_of_a_list_that_counts_is_not_crowded_out_by_others(data: Path) -> None:
    a_list(data, "crowd", *(entry(f"c-{number}", "Person", WHO) for number in range(150)))
    a_list(data, "fictional", WANG)
    assert ids(asked(a_program(a_key()), WHO, dataset="fictional", query="?limit=1")) == ["fic-1"]


def test_results_that_nobody_needs_to_look_at_come_when_they_are_asked_for(tool: Client) -> None:
    low = results(asked(tool, "Wang Bedacht", query="?cutoff=0"))
    assert low
    assert not low[0]["match"]
    assert low[0]["properties"]["name"] == [WHO]


def test_search_finds_by_a_part_of_a_name_and_leafs(tool: Client) -> None:
    whole = tool.get(f"{ROOT}/search/default", {"q": "Verzonnen"}).json()
    assert {"fic-1", "another-1", "fic-2"} <= {one["id"] for one in whole["results"]}
    second = tool.get(f"{ROOT}/search/default?q=Verzonnen&limit=1&offset=1").json()
    assert second["results"] == whole["results"][1:2]
    assert (second["offset"], second["facets"], second["total"]["value"] >= 2) == (1, {}, True)


def test_search_for_a_sort_leaves_out_what_cannot_be_of_it(tool: Client) -> None:
    found = tool.get(f"{ROOT}/search/default", {"q": "Verzonnen Tuinbouw", "schema": "Company"}).json()
    assert [one["id"] for one in found["results"]] == ["fic-2"]


def test_an_entity_says_which_lists_have_it_and_where(data: Path) -> None:
    two_lists(data)
    a_list(data, "third", {**OTHER_WANG, "id": "fic-1"})
    found = a_program(a_key()).get(f"{ROOT}/entities/fic-1").json()
    assert found["datasets"] == ["fictional", "third"]
    assert found["properties"]["birthDate"] == ["1962-03-04", "1970"]
    assert [one["dataset"] for one in found["sources"]] == ["fictional", "third"]
    assert found["sources"][0]["snapshot"].startswith("2030-05-01-")
    assert found["sources"][0]["where"]


def test_a_ship_can_be_looked_up_though_it_is_compared_with_nobody(tool: Client) -> None:
    assert tool.get(f"{ROOT}/entities/fic-3").json()["schema"] == "Vessel"


def test_the_catalog_has_every_list_and_all_of_them_together(tool: Client) -> None:
    found = tool.get(f"{ROOT}/catalog").json()
    whole, *lists = found["datasets"]
    assert (whole["name"], whole["children"]) == ("default", ["another", "fictional"])
    assert [(one["name"], one["thing_count"]) for one in lists] == [("another", 1), ("fictional", 3)]
    assert (found["current"], found["outdated"]) == (["another", "fictional"], [])
    assert "lists.example" not in json.dumps(found)  # an address may hold a key


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("?changed_since=2026-01-01", "changed_since"),
        ("?algorithm=logic-v2", "algorithm"),
        ("?treshold=0.9", "treshold"),
        ("?limit=1&limit=2", "limit"),
        ("?limit=501", "limit"),
        ("?limit=0", "limit"),
        ("?threshold=nan", "threshold"),
        ("?include_dataset=nietes", "include_dataset"),
        ("?exclude_dataset=default", "exclude_dataset"),
    ],
)
def test_what_it_cannot_do_is_refused_and_named(tool: Client, query: str, place: str) -> None:
    response = asked(tool, WHO, query=query)
    assert (response.status_code, set(response.json())) == (400, {"detail"})
    assert place in detail(response)


@pytest.mark.parametrize(
    "query", ["q=", "", "q=Wang&fuzzy=true", "q=Wang&facets=topics", "q=Wang&schema=Vessel", "q=%3F%3F%3F"]
)
def test_a_search_that_it_cannot_do_is_refused(tool: Client, query: str) -> None:
    response = tool.get(f"{ROOT}/search/default?{query}")
    assert (response.status_code, set(response.json())) == (400, {"detail"})


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("{", "no JSON"),
        (b"\xff", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ('{"queries": {"a": 1, "a": 2}}', "no JSON"),
        ('{"queries": {"q": {"schema": "Person", "properties": {"name": ["\\ud800"]}}}}', "no JSON"),
        ('{"queries": {}, "weights": NaN}', "no JSON"),
        ({"queries": {}}, "nobody to compare"),
        ({"queries": {"q": {"schema": "Person", "properties": {"name": ["?"]}}}}, "queries.q"),
        ({"queries": {"q": {"schema": "Person", "properties": {"birthDate": ["1962"]}}}}, "queries.q"),
        ({"queries": {"q": {"schema": "Vessel", "properties": {"name": ["x"]}}}}, "Vessel"),
        ({"queries": {"q": {"schema": "Person", "properties": {"name": [{}]}}}}, "properties.name"),
        ({"queries": {"q": {"schema": "Person", "properties": {"name": ["x" * 1001]}}}}, "properties.name"),
        ({"queries": {"q": {"properties": {"name": ["x"]}}}}, "schema"),
        ({"queries": {"q": {"schema": "Person", "properties": {"name": ["x"]}, "naam": 1}}}, "naam"),
        ({"weights": {"name": 1}, "queries": {"q": {"schema": "Person", "properties": {}}}}, "weights"),
        ({"config": {"name": 1}, "queries": {"q": {"schema": "Person", "properties": {}}}}, "config"),
        (["queries"], "body"),
    ],
)
def test_a_body_that_is_not_understood_is_refused_as_a_whole(tool: Client, body: object, said: str) -> None:
    response = sent(tool, body)
    assert (response.status_code, set(response.json())) == (400, {"detail"})
    assert said in detail(response)


def test_one_wrong_question_refuses_all_for_its_empty_place_would_look_clear(tool: Client) -> None:
    response = asked(tool, WHO, "???")
    assert response.status_code == 400
    assert "queries.q1" in detail(response)


def test_a_batch_and_a_body_have_an_end(tool: Client) -> None:
    assert asked(tool, *[WHO] * MOST_QUERIES).status_code == 200
    long = {
        "queries": {"q0": {"schema": "Person", "properties": {"name": [WHO], "notes": ["x" * 1000] * 100}}}
    }
    assert sent(tool, long).status_code == 200
    several = {str(number): long["queries"]["q0"] for number in range(9)}
    assert sent(tool, {"queries": several}).status_code == 200
    assert str(MOST_QUERIES) in detail(asked(tool, *[WHO] * (MOST_QUERIES + 1)))
    response = sent(tool, "x" * (MOST_BYTES + 1))
    assert (response.status_code, set(response.json())) == (413, {"detail"})


@pytest.mark.parametrize("path", ["match/nietes", "match/..%2Ffictional", "match/fictional%0A"])
def test_an_unknown_dataset_is_not_found(tool: Client, path: str) -> None:
    body = {"queries": {"q": {"schema": "Person", "properties": {"name": [WHO]}}}}
    response = tool.post(f"{ROOT}/{path}", json.dumps(body), content_type="application/json")
    assert (response.status_code, set(response.json())) == (404, {"detail"})


@pytest.mark.parametrize(
    "path", ["entities/nobody", "entities/%00", "nowhere", "entities/fic-1/adjacent", "reconcile/un"]
)
def test_what_is_not_there_is_said_in_the_shape_of_yente(tool: Client, path: str) -> None:
    response = tool.get(f"{ROOT}/{path}")
    assert response.status_code in (400, 404)
    if response.status_code == 404:
        assert set(response.json()) == {"detail"}


def test_another_method_is_said_in_the_shape_of_yente(tool: Client) -> None:
    response = tool.get(f"{ROOT}/match/default")
    assert (response.status_code, response["Allow"], set(response.json())) == (405, "POST", {"detail"})


@pytest.mark.parametrize(
    "header", ["", "ApiKey okt_onbekend", "ApiKey", "Basic YTpi", f"ApiKey {'x' * 5000}"]
)
def test_without_a_key_nobody_has_a_name_compared(data: Path, header: str) -> None:
    two_lists(data)
    response = asked(Client(headers={"authorization": header} if header else {}), WHO)
    assert (response.status_code, set(response.json())) == (401, {"detail"})
    assert response["WWW-Authenticate"].startswith("ApiKey")


@pytest.mark.parametrize("way", ["ApiKey", "apikey", "Bearer"])
def test_a_key_comes_in_as_a_tool_sends_it(data: Path, way: str) -> None:
    two_lists(data)
    assert asked(a_program(a_key(), way), WHO).status_code == 200


def test_a_token_for_reading_compares_no_names_and_one_for_screening_reads_no_case(data: Path) -> None:
    two_lists(data)
    reads = a_program(a_key(AccountRole.ADVISER, scope=TokenScope.READ, name="reader"))
    for path in ("search/default?q=x", "entities/fic-1", "algorithms", "catalog"):
        assert reads.get(f"{ROOT}/{path}").status_code == 403
    assert asked(reads, WHO).status_code == 403
    screens = a_program(a_key(AccountRole.ADVISER), "Bearer")
    assert screens.get("/api/v1/verzoeken").status_code == 403


def test_an_account_that_may_not_screen_cannot_through_a_token(data: Path) -> None:
    two_lists(data)
    response = asked(a_program(a_key(AccountRole.DECIDER)), WHO)
    assert response.status_code == 403
    assert response.json()["detail"]


def test_the_trail_says_who_had_how_many_names_compared_and_not_whose(tool: Client) -> None:
    asked(tool, WHO, "Niemand Bedacht", dataset="fictional")
    event = selectors.events(limit=1)[0]
    assert (event.action, event.actor, event.detail["token"], event.detail["names"]) == (
        *("names.compared", "tool", "tool"),
        2,
    )
    assert set(event.detail["lists"]) == {"fictional"}  # type: ignore[call-overload]
    assert "Wang" not in json.dumps(event.detail)


def test_what_cannot_be_noted_is_not_answered(tool: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object, **__: object) -> None:
        raise OperationalError("gone")

    monkeypatch.setattr("openkader.register.audit.append", gone)
    response = asked(tool, WHO)
    assert (response.status_code, response["Retry-After"]) == (503, "30")


def test_a_bug_is_said_without_its_words(tool: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fall_over(*_: object, **__: object) -> None:
        raise RuntimeError("secret words")

    monkeypatch.setattr("openkader.api.matching.routes.kept_engine", fall_over)
    response = asked(tool, WHO)
    assert (response.status_code, set(response.json())) == (500, {"detail"})
    assert "secret" not in detail(response)


@pytest.mark.parametrize("path", ["healthz", "readyz"])
def test_health_says_whether_names_can_be_compared(
    data: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Client().get(f"{ROOT}/{path}").status_code == 503
    two_lists(data)
    monkeypatch.setattr("openkader.api.matching.routes.timezone.now", lambda: NOW)
    assert Client().get(f"{ROOT}/{path}").json() == {"status": "ok"}
    monkeypatch.setattr("openkader.api.matching.routes.timezone.now", lambda: NOW + timedelta(days=9))
    response = Client().get(f"{ROOT}/{path}")
    assert (response.status_code, "fictional" in detail(response)) == (503, False)


def test_without_a_list_nothing_is_compared_and_nothing_is_clear(data: Path) -> None:
    tool = a_program(a_key())
    assert asked(tool, WHO).status_code == 503
    assert tool.get(f"{ROOT}/search/default", {"q": WHO}).status_code == 503
    assert tool.get(f"{ROOT}/entities/fic-1").status_code == 503
    assert tool.get(f"{ROOT}/catalog").json()["current"] == []


def test_a_list_that_is_too_old_answers_nothing_and_others_do(data: Path) -> None:
    a_list(data, "old", WANG, now=NOW - timedelta(days=9))
    a_list(data, "another", OTHER_WANG)
    tool = a_program(a_key())
    response = asked(tool, WHO)
    assert (response.status_code, "old" in detail(response)) == (503, True)
    assert ids(asked(tool, WHO, dataset="another")) == ["another-1"]
    found = tool.get(f"{ROOT}/catalog").json()
    assert (found["current"], found["outdated"], found["index_stale"]) == (["another"], ["old"], True)


def test_a_list_that_was_never_read_closes_the_door(data: Path) -> None:
    two_lists(data)
    never_read(data, "another")
    tool = a_program(a_key())
    assert asked(tool, WHO, dataset="fictional").status_code == 503
    assert "another" in tool.get(f"{ROOT}/catalog").json()["outdated"]


def test_a_renewed_list_is_compared_with_at_once(tool: Client, data: Path) -> None:
    assert ids(asked(tool, "Zhao Fictief")) == []
    lists_in(data).remove(lists_in(data).folder("another"))
    a_list(data, "another", entry("another-2", "Person", "Zhao Fictief"))
    assert ids(asked(tool, "Zhao Fictief")) == ["another-2"]
    assert tool.get(f"{ROOT}/entities/another-1").status_code == 404


def test_where_a_server_screens_the_door_says_so(tool: Client, settings: Any) -> None:
    settings.SCREENING_URL = "https://yente.example.org"
    response = asked(tool, WHO)
    assert (response.status_code, "SCREENING_URL" in detail(response)) == (503, True)
    assert Client().get(f"{ROOT}/healthz").status_code == 503


def test_a_mistake_is_said_in_dutch_unless_english_is_asked_for(tool: Client) -> None:
    response = tool.get(f"{ROOT}/search/nietes?q=x", headers={"accept-language": "nl"})
    assert "bestaat niet" in detail(response) or "niet" in detail(response)
    assert response["Content-Language"] == "nl"
