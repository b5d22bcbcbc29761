"""The chapters of a yearly evaluation."""

from pathlib import Path

import pytest

from openkader.base.errors import Invalid
from openkader.evaluation.chapters import Frame, Shown, chapters_of, read_frame
from openkader.evaluation.document import Document
from openkader.kader import load_kader

PACK = Path(__file__).parents[2] / "src/openkader/packs/zuid-holland"


def test_the_chapters_are_those_of_the_kader_between_those_of_the_organisation() -> None:
    kader = load_kader(PACK / "2024-01-01")
    found = chapters_of(kader, read_frame(PACK))
    assert [one.id for one in found] == [
        "introduction",
        *(one.id for one in kader.report),
        "outlook",
        "annex",
    ]
    own_line = next(one for one in found if one.id == "own_line")
    assert own_line.shown == Shown(charts=("coverage",))
    assert [one.line for one in own_line.whole][:4] == [None, "RV3", "E1", "E2"]
    assert own_line.chapters[-1].id == "own_line.M5"
    assert own_line.chapters[1].title == next(one for one in kader.action_lines if one.id == "E1").text


def test_without_a_frame_there_are_the_chapters_of_the_kader_alone() -> None:
    kader = load_kader(PACK / "2024-01-01")
    assert [one.id for one in chapters_of(kader, Frame())] == [one.id for one in kader.report]


def test_all_that_is_wrong_with_a_frame_is_said_at_once(tmp_path: Path) -> None:
    (tmp_path / "evaluation.yaml").write_text(
        "evaluation:\n"
        "  before:\n    - {id: foreword}\n"
        "  shows:\n    - {chapter: effort, charts: [pie]}\n    - {tables: [annex]}\n"
    )
    with pytest.raises(Invalid) as found:
        read_frame(tmp_path)
    assert [one.code for one in found.value.problems] == [
        "document.missing-key",
        "evaluation.unknown-part",
        "document.missing-key",
    ]


def test_an_empty_frame_is_one(tmp_path: Path) -> None:
    (tmp_path / "evaluation.yaml").write_text("evaluation: {}\n")
    assert read_frame(tmp_path) == Frame()


def test_a_document_has_no_attachments_of_itself() -> None:
    empty = Document(language="nl", organisation="", title="", notices=(), about=(), chapters=())
    assert empty.attachments == ()
