"""Action lines, advice, mandates, lines to take, chapters and sources of a draft, changed in forms."""

import re
from typing import Any

import pytest
from django.test import Client

from openkader.kader import Outcome
from tests.integration.test_web_kader_questions import fields, press, send
from tests.integration.test_web_kader_rows import (
    BASE,
    DRAFT,
    SCRIPT,
    changed,
    kader_now,
    own_data,
    stored,
    writer,
)
from tests.web_pages import MOST_QUERIES, queries_of, text

__all__ = ["BASE", "own_data", "writer"]
pytestmark = pytest.mark.django_db
LINES, ADVICE, MANDATES, MESSAGES, CHAPTERS, SOURCES = (
    f"{DRAFT}{part}/"
    for part in ("actielijnen", "advies", "mandaten", "boodschappen", "hoofdstukken", "bronnen")
)
ENTRIES = {
    LINES: f"{LINES}E2/",
    ADVICE: f"{ADVICE}nctv/",
    MANDATES: f"{MANDATES}decider_alone/",
    MESSAGES: f"{MESSAGES}level_playing_field/",
    CHAPTERS: f"{CHAPTERS}summary/",
    SOURCES: f"{SOURCES}STRAT/",
}
CONDITION = {"fact_0": "kind", "was_0": "kind", "how_0": "is", "pick_0": ["event"]}


def on(key: str) -> dict[str, Any]:
    """One condition in a field that had none: the kind is an event."""
    return {f"{name[:-2]}_{key}0": said for name, said in CONDITION.items()} | {f"lines_{key}": "1"}


def test_each_section_is_a_list_that_officials_can_read(writer: Client) -> None:
    said = text(writer.get(LINES))
    assert "Informatiebescherming (van gevoelige informatie)" in said
    assert "3 maatregelen" in said
    said = text(writer.get(ADVICE))
    assert "binnen 15 werkdagen" in said
    assert "verplicht" in said
    assert "geen eigen vraag" in said
    said = text(writer.get(MANDATES))
    assert "Beslisser" in said
    assert "Aanhouden, doorverwijzen" in said
    assert "met een tweede persoon" in said
    assert "In alle gevallen" in said or "in alle gevallen" in said
    assert "niet gelezen: alleen bekend dat zij er is" in text(writer.get(SOURCES))
    assert "activities, incoming_delegations" in text(writer.get(CHAPTERS))
    assert all(f'href="{path}"' in text(writer.get(DRAFT)) for path in ENTRIES)
    for path in (*ENTRIES, *(f"{one}nieuw/" for one in ENTRIES)):
        assert queries_of(path, writer) <= MOST_QUERIES, path


def entry_of(path: str) -> str:
    return next(one for one in ENTRIES.values() if one.startswith(path))


@pytest.mark.parametrize("path", list(ENTRIES))
def test_a_form_that_nobody_touched_changes_no_letter(writer: Client, path: str) -> None:
    before = {
        file: stored(file).text
        for file in ("action_lines.yaml", "deciding.yaml", "kader.yaml", "report.yaml")
    }
    assert queries_of(entry_of(path), writer) <= MOST_QUERIES
    assert send(writer, entry_of(path), "save").status_code == 302
    assert {file: stored(file).text for file in before} == before


def test_a_mandate_asks_for_a_second_person_and_for_fewer_outcomes(writer: Client) -> None:
    path = f"{MANDATES}decider_routes/"
    assert (
        send(writer, path, "save", second_person="on", outcomes=["hold"], role="reviewer").status_code == 302
    )
    found = next(one for one in kader_now().mandates if one.id == "decider_routes")
    assert (found.second_person, found.outcomes, str(found.role)) == (True, (Outcome.HOLD,), "reviewer")
    assert changed() == ["mandates decider_routes"]
    assert "In alle andere gevallen" in stored("deciding.yaml").text
    sent = {
        name: one for name, one in fields(writer, path).items() if name not in ("second_person", "outcomes")
    }
    assert writer.post(path, {"act": "save", **sent}).status_code == 302
    found = next(one for one in kader_now().mandates if one.id == "decider_routes")
    assert (found.second_person, found.outcomes) == (False, tuple(Outcome))


def test_an_advice_is_not_mandatory_any_more_and_that_is_written(writer: Client) -> None:
    path = f"{ADVICE}nctv/"
    sent = fields(writer, path)
    assert sent["mandatory"] == ["on"]
    assert writer.post(
        path, {"act": "save", **{k: v for k, v in sent.items() if k != "mandatory"}, "term_days": "20"}
    ).status_code == 302  # fmt: skip
    assert "mandatory: false" in stored("deciding.yaml").text.split("- desk:")[1]
    (found,) = [one for one in kader_now().consultations if one.desk == "nctv"]
    assert (found.mandatory, found.term_days) == (False, 20)
    assert "Geef er ten minste een" in text(send(writer, path, "save", term_days="0"), 422)


def test_another_desk_is_asked_and_one_that_is_on_no_list_is_not(writer: Client) -> None:
    path = f"{ADVICE}nieuw/"
    sent = fields(writer, path) | {"reason_nl": "Daarom", "reason_en": SCRIPT} | on("when")
    sent |= {"source_0": "EIGEN", "place_0": "bedacht"}
    assert "desks" in text(writer.post(path, {"act": "add", **sent, "name": "nobody"}), 422)
    assert "Voeg ten minste één voorwaarde toe" in text(
        writer.post(path, {"act": "add", **sent, "lines_when": "0", "name": "trade_desk"}), 422
    )
    free = next(one.code for one in kader_now().lists["desks"].items if one.code not in asked())
    assert writer.post(path, {"act": "add", **sent, "name": free}).status_code == 302
    assert free in asked()
    assert SCRIPT not in text(writer.get(ADVICE))
    assert press(writer, f"{ADVICE}{free}/", "remove").status_code == 302
    assert free not in asked()


def asked() -> list[str]:
    return [one.desk for one in kader_now().consultations]


def test_an_action_line_comes_and_gets_a_measure_and_one_that_a_chapter_shows_stays(writer: Client) -> None:
    path = f"{LINES}nieuw/"
    sent = fields(writer, path) | {"name": "E6", "text_nl": "Nieuw", "text_en": "New", "pillar": "economic"}
    sent |= {"number": "6", "source_0": "EIGEN", "place_0": "bedacht"} | on("applies")
    assert writer.post(path, {"act": "add", **sent}).status_code == 302
    (line,) = [one for one in kader_now().action_lines if one.id == "E6"]
    assert (line.number, line.measures) == (6, ())
    measure = f"{DRAFT}maatregelen/nieuw/?bij=E6"
    sent = fields(writer, measure) | {"name": "E6.first", "text_nl": "Doe", "text_en": "Do"}
    sent |= {"evidence_nl": "bewijs", "evidence_en": "proof", "source_0": "EIGEN", "place_0": "bedacht"}
    assert writer.post(measure, {"act": "add", **sent}).status_code == 302
    assert [one.id for one in kader_now().measures if one.line == "E6"] == ["E6.first"]
    assert send(writer, f"{LINES}E6/", "save", text_nl="Anders").status_code == 302
    assert [one.id for one in kader_now().measures if one.line == "E6"] == ["E6.first"]
    assert "Dit is nog in gebruik" in text(press(writer, f"{LINES}E2/", "remove"), 409)


def applies() -> Any:
    said = next(one for one in stored("action_lines.yaml").text.split("  - id: ") if one.startswith("E2\n"))
    return re.search(r"applies: (.*)", said)[1]  # type: ignore[index]


def test_of_some_conditions_one_is_enough_beside_those_that_hold(writer: Client) -> None:
    path = f"{LINES}E2/"
    sent = fields(writer, path)
    assert (sent["lines_applies"], sent.get("or_applies1"), sent["or_applies2"]) == ("3", None, ["on"])
    assert "Of: deze of die erboven is genoeg" in text(writer.get(path))
    assert send(writer, path, "save", pick_applies2=["event"]).status_code == 302
    assert applies() == "{all: [{posture: [full, comparable]}, {any: [{visit: true}, {kind: event}]}]}"
    assert send(writer, path, "save", or_applies1="on").status_code == 302
    assert applies() == "{any: [{posture: [full, comparable]}, {visit: true}, {kind: event}]}"
    assert send(writer, path, "save", joined_applies="all", or_applies2="on").status_code == 302
    assert applies() == "{all: [{posture: [full, comparable]}, {any: [{visit: true}, {kind: event}]}]}"
    assert send(writer, path, "save", drop_applies1="on").status_code == 302
    assert "any" not in applies()
    line = next(one for one in kader_now().action_lines if one.id == "E2")
    assert len(line.measures) == 3


def test_a_chapter_shows_other_figures_and_moves(writer: Client) -> None:
    path = f"{CHAPTERS}summary/"
    assert send(writer, path, "save", figures=["recommendations", "activities"]).status_code == 302
    chapters = kader_now().report
    assert chapters[0].figures == ("activities", "recommendations")  # those that stay stay in front
    assert press(writer, path, "down").status_code == 302
    assert [one.id for one in kader_now().report][:2] == ["recommendations", "summary"]


def test_a_source_is_read_now_and_one_that_is_quoted_stays(writer: Client) -> None:
    path = f"{SOURCES}STRAT/"
    assert send(writer, path, "save", available="on", url="https://example.org/strategie").status_code == 302
    source = kader_now().sources["STRAT"]
    assert (source.available, source.url) == (True, "https://example.org/strategie")
    sent = {name: one for name, one in fields(writer, path).items() if name != "available"}
    assert writer.post(path, {"act": "save", **sent}).status_code == 302
    assert not kader_now().sources["STRAT"].available
    assert "Dit is nog in gebruik" in text(press(writer, f"{SOURCES}EVAL24/", "remove"), 409)
    assert text(send(writer, path, "save", publisher=""), 422)
