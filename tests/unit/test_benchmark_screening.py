"""The benchmark of screening measures what it says, and calls nothing reached that was not measured."""

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.screening.growth import NAMES, grown
from benchmarks.screening.harness import Engine, Missing, find, median_of
from benchmarks.screening.knowing_more import with_birth_date, write_lines
from benchmarks.screening.measuring import side_by_side
from benchmarks.screening.page import page
from benchmarks.screening.peers import OURS, PEER, Kept
from benchmarks.screening.reliability import bins, expected_error, reliability
from benchmarks.screening.targets import TARGETS, judged, origins_above

ENTITIES = [
    {
        "id": f"e{number}",
        "schema": "Person",
        "datasets": ["d"],
        "caption": name,
        "properties": {"name": [name]},
    }
    for number, name in enumerate(("Hazel Oak", "Alder Elm", "王小明", "Rowan Ash", "李大山"))
]


def report(alert: float, benign: float) -> dict[str, Any]:
    figures = {"n": 20, "candidate": 1.0, "alert": alert, "rank1": 1.0, "mrr": 1.0}
    return {
        "un-2026-02": {
            "alias": {"P Latin→Latin": figures, "ALL": figures},
            "benign": {
                "benign-cn-pinyin-dev Latin": {"n": 10, "alert": benign, "match": 0},
                "ALL": {"n": 10, "alert": benign, "match": 0},
            },
            "speed": {"wall_s": 2.0},
        }
    }


def test_a_harness_that_is_not_there_ends_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Missing, match="--harness"):
        find(tmp_path)


def test_an_engine_is_asked_by_the_command_line_of_the_harness() -> None:
    engine = Engine("x", ("/a b/python", "-m", "x"))
    assert engine.template() == (
        "'/a b/python' -m x screen '{queries}' --lists '{lists}' --output '{results}' --limit '{limit}'"
    )
    assert engine.command(queries="q", lists="l", results="r", limit=3)[3:] == (
        ["screen", "q", "--lists", "l", "--output", "r", "--limit", "3"]
    )


def test_the_median_is_taken_of_each_figure() -> None:
    runs: list[Any] = [{"a": {"s": 1.0}}, {"a": {"s": 9.0}}, {"a": {"s": 2.0}}]
    assert median_of(runs) == {"a": {"s": 2.0}}


def test_a_score_that_tells_the_truth_has_no_error() -> None:
    hits = [(0.75, True)] * 3 + [(0.75, False)] + [(1.0, True)]
    found = bins(hits)
    assert [(one.low, one.hits, one.true) for one in found] == [(0.7, 4, 0.75), (0.95, 1, 1.0)]
    assert expected_error(found) == 0


def test_a_score_that_promises_too_much_shows() -> None:
    assert expected_error(bins([(0.9, False), (0.9, True)])) == 0.4
    assert expected_error([]) == 0


def test_reliability_counts_every_hit_of_the_questions_with_a_known_answer(tmp_path: Path) -> None:
    task = tmp_path / "un" / "alias"
    task.mkdir(parents=True)
    hits = [{"entity": "a", "score": 0.9}, {"entity": "b", "score": 0.1}]
    write_lines(task / "results.jsonl", [{"query": "q", "matches": hits}, {"query": "r", "matches": []}])
    write_lines(task / "truth.jsonl", [{"query": "q", "entity": "a"}, {"query": "r", "entity": "b"}])
    found = reliability(tmp_path)
    assert (found["hits"], found["expected_error"], found["expected_error_of_best"]) == (2, 0.1, 0.1)


def test_what_was_not_measured_is_not_reached() -> None:
    assert not any(row["is_reached"] for row in judged({}, {}))


def test_a_target_is_judged_by_its_own_side_and_the_peer_stands_beside_it() -> None:
    rows = {row["target"]: row for row in judged({"report": report(0.6, 0.2)}, {"report": report(0.3, 0.1)})}
    recall, benign = rows["UN, alert recall"], rows["benign pinyin names, by name alone"]
    assert (recall["ours"], recall["peer"], recall["is_reached"]) == (0.6, 0.3, True)
    assert (benign["ours"], benign["peer"], benign["is_reached"]) == (0.2, 0.1, False)


def test_every_origin_in_which_we_bother_more_people_than_the_peer_is_named() -> None:
    assert origins_above(report(1, 0.2), report(1, 0.1)) == ["un-2026-02: benign-cn-pinyin-dev Latin"]
    assert origins_above(report(1, 0.1), report(1, 0.1)) == []
    assert origins_above(report(1, 0.1), {}) is None


def test_figures_stand_side_by_side_with_their_ratio() -> None:
    rows = side_by_side({OURS.name: report(0.6, 0.0), PEER: report(0.3, 0.1)})
    assert rows["un-2026-02/alias/ALL/alert"] == {OURS.name: 0.6, PEER: 0.3, "ratio": 2.0}
    assert side_by_side({OURS.name: report(0.6, 0.0)})["un-2026-02/alias/ALL/alert"]["ratio"] is None


def test_a_list_grows_by_invented_entities_and_always_by_the_same() -> None:
    once, again = ([*grown(ENTITIES, 50)] for _ in range(2))
    assert once == again
    assert once[:5] == ENTITIES
    assert len({one["id"] for one in once}) == 50
    assert len({one["properties"]["name"][0] for one in once}) > 10
    assert all(one["properties"]["name"][0].strip() for one in once)


def test_a_list_that_is_to_be_smaller_keeps_its_first_entities() -> None:
    assert [*grown(ENTITIES, 2)] == ENTITIES[:2]
    assert "weakAlias" in NAMES


def test_a_harmless_person_has_one_birth_date_and_always_the_same() -> None:
    query = {"id": "q", "properties": {"name": ["Hazel Oak"]}}
    once = with_birth_date(query)["properties"]
    assert once == with_birth_date(query)["properties"]
    assert (once["name"], len(once["birthDate"])) == (["Hazel Oak"], 1)


def test_a_kept_report_counts_only_for_the_data_it_was_made_of(tmp_path: Path) -> None:
    class Data:
        def __init__(self, digest: str) -> None:
            self.digest = digest

        def checksums(self) -> dict[str, str]:
            return {"list": self.digest}

    kept = Kept(tmp_path / "kept")
    assert kept.find(Data("1")) is None  # type: ignore[arg-type]
    kept.keep({"a": 1}, Data("1"))  # type: ignore[arg-type]
    found = kept.find(Data("1"))  # type: ignore[arg-type]
    assert found is not None
    assert found[0] == {"a": 1}
    assert kept.find(Data("2")) is None  # type: ignore[arg-type]


def test_the_page_shows_every_target_and_no_empty_chapter() -> None:
    ours = {"report": report(0.6, 0.0), "runs": 3, "repeats": True}
    found = {
        "made_at": "2026-11-24T12:00:00+00:00",
        "effort": {"name": "full", "runs": 3, "lists": ["un-2026-02"], "queries": 20, "benign": 10},
        "machine": {"processor": "any", "cores": 2, "system": "any", "python": "3.11"},
        "versions": {"openkader": "0"},
        "data": {"list": "0f"},
        "targets": judged(ours, {}),
        "growth": {},
        "engines": {OURS.name: ours},
    }
    shown = page(json.loads(json.dumps(found)))
    assert all(f"| {target.name} | " in shown for target in TARGETS if not target.may_be_left_out)
    assert "| UN, alert recall | ≥ 0.58 | 0.6 | – | yes |" in shown
    assert "not measured" in shown
    assert "## Growth" not in shown
    assert "compiled |" not in shown


def test_the_compiled_package_stands_on_the_page_only_when_it_was_measured() -> None:
    ours = {"speed": {"p99_ms": 9.0}, "compiled": {"speed": {"p99_ms": 4.0}, "is_the_same": True}}
    rows = {row["target"]: row for row in judged(ours, {})}
    assert rows["p99 of a name, compiled, ms"]["is_reached"]
    assert not rows["p99 of a name, ms"]["is_reached"]
    assert "p99 of a name, compiled, ms" not in {row["target"] for row in judged({"speed": {}}, {})}
