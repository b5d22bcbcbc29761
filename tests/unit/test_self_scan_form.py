"""The self-scan as an organisation writes it, and what of it can be wrong."""

import json
from pathlib import Path

import pytest

from openkader.base.errors import Invalid
from openkader.casework.self_scan import Step, load_self_scan
from openkader.casework.self_scan.form import restored_form
from openkader.casework.vocabulary import Kind
from tests.unit.self_scans import FILE, PACK, a_form


def problems(folder: Path, text: str) -> list[tuple[str, str]]:
    (folder / "self-scan.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Invalid) as caught:
        load_self_scan(folder, sources={"EIGEN": 1}, measures={"M3.self_scan": 1, "E3.session": 1})
    return [(problem.code, problem.where) for problem in caught.value.problems]


def test_the_form_has_the_six_steps_with_two_to_four_questions_each() -> None:
    form = a_form()
    assert [step.step for step in form.steps] == list(Step)
    assert all(2 <= len(step.questions) <= 4 for step in form.steps)
    assert len({question.id for question in form.questions}) == len(form.questions)


def test_the_form_says_that_it_is_our_own_and_its_term_our_own_choice() -> None:
    form = a_form()
    assert "niet de vragenlijst van RVO" in form.own_form.nl
    assert "not the questionnaire of RVO" in form.own_form.en
    assert [passage.source for passage in form.cites] == ["EIGEN"]


def test_only_a_mission_needs_it_and_what_nobody_said_needs_it_too() -> None:
    form = a_form()
    assert form.needs(Kind.OUTGOING_MISSION)
    assert form.needs(None)
    assert not form.needs(Kind.INCOMING_DELEGATION)


def test_a_session_is_found_by_its_name() -> None:
    found = a_form().session("rvo")
    assert found is not None
    assert found.measure == "E3.session"
    assert a_form().session("nobody") is None


def test_a_form_comes_back_from_the_register_as_it_was_asked() -> None:
    form = a_form()
    again = restored_form(json.loads(json.dumps(form.written())))
    assert (again.steps, again.own_form, again.months) == (form.steps, form.own_form, form.months)
    assert again.written() == form.written()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("months: 12", "months: 0", "self-scan.months"),
        ("months: 12", "months: 121", "self-scan.months"),
        ("months: 12", "months: twaalf", "document.wrong-type"),
        ("  months: 12\n", "", "document.missing-key"),
        ("source: EIGEN", "source: RVO-2", "kader.unknown-source"),
        ("kinds: [outgoing_mission]", "kinds: [missions]", "kader.unknown-word"),
        ("measure: M3.self_scan", "measure: M3.scan", "self-scan.measure"),
        ("measure: E3.session", "measure: E3.meeting", "self-scan.measure"),
        ("step: identify", "step: embed", "self-scan.steps"),
        ("step: identify", "step: look", "kader.unknown-word"),
        ("id: policy", "id: chain_known", "kader.duplicate-id"),
        ("id: rvo", "id: own_experts", "kader.duplicate-id"),
        ("id: policy", "id: your-policy", "self-scan.name"),
        ("id: policy", f"id: {'a' * 61}", "self-scan.name"),
        ("own_form:", "ours:", "document.unknown-key"),
        ("nl: Wij vragen", "fr: Nous", "document.syntax"),
    ],
)
def test_what_is_wrong_with_the_form_is_said(tmp_path: Path, old: str, new: str, code: str) -> None:
    """One line is wrong, and where it is said of a line it is said of that one."""
    text = FILE.replace(old, new, 1) if old in FILE else FILE + "\n\tx"
    found = [where for one, where in problems(tmp_path, text) if one == code]
    line = FILE[: FILE.index(old)].count("\n") + 1 if old in FILE else 0
    assert found
    if code in ("self-scan.measure", "self-scan.months", "kader.unknown-word"):
        assert f"self-scan.yaml:{line}" in found


def test_a_step_with_one_question_is_too_short(tmp_path: Path) -> None:
    before, _, after = FILE.partition("      - id: repair")
    assert (
        "self-scan.questions",
        f"self-scan.yaml:{FILE[: before.rindex('questions:')].count(chr(10)) + 2}",
    ) in (problems(tmp_path, before + "\n"))
    assert after


def test_all_that_is_wrong_is_said_at_once_each_with_its_line(tmp_path: Path) -> None:
    text = FILE.replace("months: 12", "months: -1").replace("step: remedy", "step: repair")
    found = problems(tmp_path, text)
    assert {code for code, _ in found} >= {"self-scan.months", "kader.unknown-word", "self-scan.steps"}
    assert all(where.startswith("self-scan.yaml:") for _, where in found)


def test_an_empty_form_lacks_each_of_its_parts(tmp_path: Path) -> None:
    found = problems(tmp_path, "sessions: []\n")
    assert [code for code, _ in found].count("document.missing-key") >= 4


def test_a_kind_of_session_need_not_show_any_measure() -> None:
    assert [one.measure for one in load_self_scan(PACK).sessions][-1] is None
