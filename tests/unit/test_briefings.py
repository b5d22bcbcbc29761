"""The briefing note: its parts in order, what is not known said, and screening only where it was handed over."""

import io
import re
from dataclasses import replace
from zipfile import ZipFile

import pytest

from openkader.publication.briefings import Briefing, SaidLine, briefing_of
from openkader.publication.docx import written

NOTE = Briefing(
    organisation="Provincie Bedacht",
    title="Gesprek <script>",
    about=[("Kenmerk", "G-1")],
    parties=["Bedachte Commissie"],
    screening=["Gescreend: 1 van 1"],
    earlier=["Bedachte Commissie: kennismaking, mei 2024"],
    lines=[SaidLine(text="Een gelijk speelveld is nodig.", about=["Rust op een brief"])],
    measures=["Verslag (open)"],
    made_on="1 mei 2030",
)


def headings(note: Briefing, language: str = "nl") -> list[str]:
    return [one.text for one in briefing_of(note, language).paragraphs if one.is_heading]


def test_the_parts_stand_in_the_order_in_which_a_talk_goes() -> None:
    assert headings(NOTE) == [
        "Met wie wij spreken",
        "Wat de screening zegt",
        "Eerdere gesprekken met hen",
        "Wat wij zeggen",
        "Wat wij terugvragen",
        "Maatregelen die nog openstaan",
    ]
    assert headings(NOTE, "en")[-2:] == ["What we ask back", "Measures that are still open"]


def test_whoever_may_not_read_screening_gets_a_note_without_it() -> None:
    note = replace(NOTE, screening=None)
    assert "Wat de screening zegt" not in headings(note)
    assert "screening" not in str(briefing_of(note, "nl")).lower()


def test_what_is_not_there_is_said() -> None:
    note = replace(NOTE, parties=[], screening=[], earlier=[], lines=[], measures=[])
    text = [one.text for one in briefing_of(note, "nl").paragraphs]
    assert "Het register noemt nog geen gesprekspartner." in text
    assert "Er is geen deelnemerslijst om te screenen." in text
    assert "Het register kent geen eerder gesprek met hen." in text
    assert "Geen boodschap van het kader past hier." in text
    assert "Het register kent geen maatregel die nog openstaat." in text


def test_a_line_without_more_has_no_empty_list() -> None:
    note = replace(NOTE, lines=[SaidLine(text="Zin.")])
    found = briefing_of(note, "nl").paragraphs
    assert all(one.text or one.points for one in found)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_document_is_whole_and_the_same_each_time(language: str) -> None:
    content = written(briefing_of(NOTE, language))
    assert content == written(briefing_of(NOTE, language))
    with ZipFile(io.BytesIO(content)) as archive:
        text = archive.read("word/document.xml").decode()
    assert "<script>" not in text
    assert text.count('<w:pStyle w:val="Heading1"/>') == 7
    # The title is larger than the headings of its parts, and a line keeps what it rests on with it.
    assert len(re.findall(r'<w:sz w:val="36"/>', text)) == 1
    assert "<w:keepNext/>" in text
