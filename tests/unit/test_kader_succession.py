"""One version after another: a question that changed its type is found with file and line."""

import shutil
from pathlib import Path

import pytest

from openkader.base.errors import Invalid, Problem
from openkader.base.messages import sentences
from openkader.cli.main import main
from openkader.kader import FactType, load_kader, read_texts
from openkader.kader.places import places_of
from openkader.kader.succession import ChangedType, changed_types, check_succession
from tests.unit.kader_factories import PACK, write_pack

NUMBER = "{id: rows, type: number, label: {nl: a, en: a}, question: {nl: a, en: a}}"
DATE = NUMBER.replace("number", "date")


def versions(folder: Path, was: str, becomes: str) -> tuple[Path, Path]:
    """Two versions, with a question more in each."""
    older = write_pack(folder, {"more.yaml": f"facts:\n  - {was}\n"})
    newer = older.with_name("2025-01-01")
    shutil.copytree(older, newer)
    (newer / "more.yaml").write_text(f"# newer\nfacts:\n  - {becomes}\n", "utf-8")
    return older, newer


def test_a_question_of_another_type_is_found_with_its_place(tmp_path: Path) -> None:
    older, newer = versions(tmp_path, NUMBER, DATE)
    a, b = load_kader(older), load_kader(newer)
    assert changed_types(a, b) == (ChangedType(fact="rows", was=FactType.NUMBER, becomes=FactType.DATE),)
    with pytest.raises(Invalid) as raised:
        check_succession(newer, b)
    detail = {"fact": "rows", "was": "number", "becomes": "date", "older": "province/2024-01-01"}
    assert raised.value.problems == (Problem("kader.changed-type", "2025-01-01/more.yaml:3", detail),)
    assert "eigen naam" in next(iter(sentences(raised.value, "nl")))


def test_a_precondition_that_was_a_question_of_another_type_is_found_too(tmp_path: Path) -> None:
    _, newer = versions(tmp_path, NUMBER.replace("rows", "P2"), NUMBER)
    (newer / "pre.yaml").write_text(
        "preconditions:\n  - {id: P2, text: {nl: a, en: a}, holds: {demand: true}}\n", "utf-8"
    )
    with pytest.raises(Invalid) as raised:
        check_succession(newer, load_kader(newer))
    assert raised.value.problems[0].where == "2025-01-01/pre.yaml:2"


def test_new_and_dropped_questions_and_a_first_version_are_no_problem(tmp_path: Path) -> None:
    older, newer = versions(tmp_path, NUMBER, DATE.replace("rows", "day"))
    assert changed_types(load_kader(older), load_kader(newer)) == ()
    check_succession(newer, load_kader(newer))
    check_succession(older, load_kader(older))


def test_the_command_refuses_the_version_and_says_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, newer = versions(tmp_path, NUMBER, DATE)
    assert main(["kader", "check", str(newer)]) == 2
    assert "2025-01-01/more.yaml:3" in capsys.readouterr().err


def test_every_part_has_its_place_and_what_is_no_part_has_none(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, {"odd.yaml": "facts: [3, {id: 4}, {id: z}]\ntables: 3\n"})
    (folder / "list.yaml").write_text("- a\n", "utf-8")
    places = places_of(read_texts(folder))
    assert places[("facts", "kind")] == "facts.yaml:8"
    assert places[("tables", "risk")] == "rules.yaml:2"
    assert (
        places[("consultations", "rvo")]
        == f"rules.yaml:{PACK['rules.yaml'][: PACK['rules.yaml'].index('- desk')].count(chr(10)) + 1}"
    )
    assert places[("facts", "z")] == "odd.yaml:1"
