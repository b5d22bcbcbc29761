"""The survey as an organisation writes it, and what of it can be wrong."""

import json
from pathlib import Path

import pytest

from openkader.base.errors import Invalid
from openkader.base.text import Text
from openkader.casework.effect import QuestionSort, load_survey
from openkader.casework.effect.form import restored_survey
from openkader.casework.mission import ParticipantRole
from tests.unit.surveys import FILE, a_form


def problems(folder: Path, text: str) -> list[tuple[str, str]]:
    (folder / "effect-survey.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Invalid) as caught:
        load_survey(folder, sources={"EIGEN": 1}, measures={})
    return [(problem.code, problem.where) for problem in caught.value.problems]


def test_it_is_short_and_says_that_the_questions_are_ours() -> None:
    form = a_form()
    assert len(form.questions) <= 6
    assert "niet vastgesteld door de provincie" in form.own_form.nl
    assert "did not adopt" in form.own_form.en
    assert [passage.source for passage in form.cites] == ["EIGEN"]


def test_it_asks_after_one_and_after_twelve_months_and_not_the_own_executive() -> None:
    form = a_form()
    assert [wave.months for wave in form.waves] == [1, 12]
    assert form.left_out == (ParticipantRole.OFFICE_HOLDER,)
    assert form.smallest == 5
    assert form.wave("year") is form.waves[1]
    assert form.wave("century") is None


def test_nothing_is_an_answer_to_each_question_and_stands_alone() -> None:
    several = a_form().of(QuestionSort.SEVERAL)
    assert len(several) == 3
    assert all([one.id for one in question.options if one.alone] == ["nothing"] for question in several)


def test_how_long_answers_are_kept_is_not_invented(tmp_path: Path) -> None:
    assert a_form().kept is None
    kept = FILE.replace("  privacy:", "  kept: {nl: vijf jaar, en: five years}\n  privacy:")
    (tmp_path / "effect-survey.yaml").write_text(kept, encoding="utf-8")
    form = load_survey(tmp_path)
    assert form.kept == Text(nl="vijf jaar", en="five years")
    assert restored_survey(form.written(form.waves[0])).kept == form.kept


def test_a_form_comes_back_from_the_register_as_it_was_asked() -> None:
    form = a_form()
    written = form.written(form.waves[1])
    again = restored_survey(json.loads(json.dumps(written)))
    assert (again.questions, again.own_form, again.term) == (form.questions, form.own_form, form.term)
    assert again.written(again.waves[0]) == written


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("months: 12", "months: 0", "survey.number"),
        ("months: 12", "months: 121", "survey.number"),
        ("months: 12", "months: twaalf", "document.wrong-type"),
        ("months: 1,", "months: 13,", "survey.waves"),
        ("id: year", "id: month", "kader.duplicate-id"),
        ("answer_within: 28", "answer_within: 0", "survey.number"),
        ("  answer_within: 28\n", "", "document.missing-key"),
        ("smallest: 5", "smallest: 0", "survey.number"),
        ("source: EIGEN,", "source: RVO,", "kader.unknown-source"),
        ("[office_holder]", "[minister]", "kader.unknown-word"),
        ("sort: several", "sort: many", "kader.unknown-word"),
        ("sort: consent", "sort: words", "survey.consent"),
        ("  - id: quote\n    sort: consent", "  - id: quote\n    sort: several", "survey.options"),
        ("id: outcome", "id: enabled", "kader.duplicate-id"),
        ("id: contact", "id: talk", "kader.duplicate-id"),
        ("id: contact", "id: in-touch", "survey.name"),
        ("id: contact", f"id: {'a' * 61}", "survey.name"),
        ("own_form:", "ours:", "document.unknown-key"),
        ("alone: true", "alone: ja", "document.wrong-type"),
    ],
)
def test_what_is_wrong_with_the_form_is_said(tmp_path: Path, old: str, new: str, code: str) -> None:
    assert old in FILE
    assert code in [found for found, _ in problems(tmp_path, FILE.replace(old, new, 1))]


def test_a_question_without_answers_to_choose_from_is_none(tmp_path: Path) -> None:
    before, _, _ = FILE.partition("questions:\n")
    text = before + "questions:\n  - {id: a, sort: several, text: {nl: a, en: a}}\n"
    assert "survey.options" in [code for code, _ in problems(tmp_path, text)]


def test_a_survey_without_a_question_on_what_came_of_it_is_none(tmp_path: Path) -> None:
    before, _, _ = FILE.partition("questions:\n")
    words = "questions:\n  - {id: a, sort: words, text: {nl: a, en: a}}\n"
    consent = "  - {id: b, sort: consent, text: {nl: b, en: b}}\n"
    assert [code for code, _ in problems(tmp_path, before + words + consent)] == ["survey.outcome"]


def test_a_survey_of_seven_questions_is_too_long(tmp_path: Path) -> None:
    option = "options: [{id: a, text: {nl: a, en: a}}]"
    more = "".join(f"  - {{id: q{n}, sort: several, text: {{nl: a, en: a}}, {option}}}\n" for n in range(2))
    assert "survey.questions" in [code for code, _ in problems(tmp_path, FILE + more)]


def test_all_that_is_wrong_is_said_at_once_each_with_its_line(tmp_path: Path) -> None:
    text = FILE.replace("months: 12", "months: -1").replace("smallest: 5", "smallest: geen")
    found = problems(tmp_path, text)
    assert {code for code, _ in found} >= {"survey.number", "document.wrong-type"}
    assert all(where.startswith("effect-survey.yaml:") for _, where in found)


def test_an_empty_form_lacks_each_of_its_parts(tmp_path: Path) -> None:
    found = problems(tmp_path, "left_out: []\n")
    assert [code for code, _ in found].count("document.missing-key") >= 5


def test_words_that_may_be_quoted_are_asked_for_once_with_one_question_of_consent(tmp_path: Path) -> None:
    before, _, _ = FILE.partition("questions:\n")
    asked = "".join(
        f"  - {{id: {name}, sort: {sort}, text: {{nl: a, en: a}}}}\n"
        for name, sort in (("a", "words"), ("b", "words"), ("c", "consent"), ("d", "consent"))
    )
    assert "survey.consent" in [code for code, _ in problems(tmp_path, f"{before}questions:\n{asked}")]
