"""The evaluation in Word, as a clerk of the council meets it: opened by a program that is not ours."""

import io
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as Opened
from docx.oxml.ns import qn

from openkader.evaluation.document import Chapter, Quote
from openkader.publication.yearly.style import Edition, HouseStyle
from openkader.publication.yearly.word import docx_of
from tests.unit.yearly_documents import EDITION, PICTURE, TABLE, a_document, told

OFFICE = shutil.which("soffice")


def opened(content: bytes) -> Opened:
    return docx.Document(io.BytesIO(content))


@pytest.fixture(scope="module")
def word() -> Opened:
    return opened(docx_of(a_document(), EDITION))


def styled(word: Opened, style: str) -> list[str]:
    return [one.text for one in word.paragraphs if one.style is not None and one.style.name == style]


def test_every_part_has_a_style_that_word_knows(word: Opened) -> None:
    assert styled(word, "Title") == ["Evaluatie over 2030"]
    assert styled(word, "Heading 1") == ["Inleiding", "Inzet"]
    assert styled(word, "Heading 2") == ["Tussenkop", "Actielijn één"]
    assert styled(word, "List Bullet") == ["een punt", "6"]
    assert styled(word, "Caption") == ["Cijfers van 2030", "Stroom van verzoeken", "Cijfers van 2030"]
    assert styled(word, "Notice")[:2] == ["Concept.", "Alles is verzonnen."]
    assert styled(word, "Quote") == ["“Het werkte.”"]


def test_nothing_is_formatted_by_hand(word: Opened) -> None:
    by_hand = [run.text for one in word.paragraphs for run in one.runs if run.font.size or run.font.name]
    assert by_hand == []


def test_it_says_what_it_is_and_in_which_language(word: Opened) -> None:
    assert word.core_properties.title == "Evaluatie over 2030"
    assert word.core_properties.author == "Provincie Voorbeeld"
    assert word.core_properties.language == "nl-NL"
    lang = word.styles.element.find(f".//{qn('w:lang')}")
    assert lang is not None
    assert lang.get(qn("w:val")) == "nl-NL"


def body(word: Opened) -> Any:
    return word.element.body


def test_the_contents_are_a_field_that_is_filled_in_already(word: Opened) -> None:
    fields = [one.text for one in body(word).iter(qn("w:instrText"))]
    assert [one.split()[0] for one in fields] == ["TOC"]
    assert styled(word, "toc 1") == ["Inleiding", "Inzet"]
    assert styled(word, "toc 2") == ["Actielijn één"]
    places = {one.get(qn("w:name")) for one in body(word).iter(qn("w:bookmarkStart"))}
    leads = {one.get(qn("w:anchor")) for one in body(word).iter(qn("w:hyperlink"))} - {None}
    assert leads <= places


def test_each_entry_of_the_contents_leads_to_its_own_heading(word: Opened) -> None:
    headings = {
        mark.get(qn("w:name")): one.text
        for one in word.paragraphs
        for mark in one._p.iter(qn("w:bookmarkStart"))
    }
    for one in word.paragraphs:
        if one.style is not None and (one.style.name or "").startswith("toc"):
            (link,) = one._p.iter(qn("w:hyperlink"))
            assert headings[link.get(qn("w:anchor"))] == one.text


def test_the_head_of_a_table_comes_back_on_every_page(word: Opened) -> None:
    assert len(word.tables) == 2
    for table in word.tables:
        assert table.style is not None
        assert table.style.name == "Register Table"
        assert [cell.text for cell in table.rows[0].cells] == [one.label for one in TABLE.columns]
        heads = [row._tr.find(f"./{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
        assert heads == [True, False, False]


def test_a_table_without_rows_says_so(word: Opened) -> None:
    assert "Besluiten. Er waren er geen." in [one.text for one in word.paragraphs]


def test_a_chart_is_a_picture_that_says_what_it_shows(word: Opened) -> None:
    (picture,) = word.inline_shapes
    about = picture._inline.docPr
    assert (about.get("descr"), about.get("title")) == (PICTURE.description, PICTURE.title)
    assert picture.width.cm == pytest.approx(16, abs=0.1)
    (part,) = [one for one in word.part.package.iter_parts() if one.partname.endswith(".png")]
    assert part.blob.startswith(b"\x89PNG")


def links(word: Opened) -> set[str]:
    return {one.target_ref for one in word.part.rels.values() if one.is_external}


def test_every_number_leads_to_the_web_version(word: Opened) -> None:
    place = "https://kader.example.org"
    assert links(word) == {
        f"{place}/jaar/2030/evaluatie/missions/",
        f"{place}/jaar/2030/evaluatie/parties/",
        f"{place}/interviews/1/",
    }
    leads = [one for one in body(word).iter(qn("w:hyperlink")) if one.get(qn("r:id"))]
    assert {one.get(qn("r:id")) for one in leads} <= set(word.part.rels)


def notes(content: bytes) -> list[str]:
    with ZipFile(io.BytesIO(content)) as archive:
        text = archive.read("word/footnotes.xml").decode()
    found = (re.findall(r"<w:t [^>]*>([^<]*)</w:t>", part) for part in text.split("<w:footnote ")[3:])
    return ["".join(one).strip() for one in found]


def test_what_is_to_be_known_stands_at_the_foot() -> None:
    assert notes(docx_of(a_document(), EDITION)) == ["Namen ontbreken.", "Het kader kent geen cijfer ‘weg’."]


def test_without_an_address_the_path_is_printed_in_a_note() -> None:
    content = docx_of(a_document(), Edition(made_on=EDITION.made_on))
    assert links(opened(content)) == set()
    assert "/jaar/2030/evaluatie/missions/" in notes(content)


def test_the_same_document_is_the_same_file() -> None:
    assert docx_of(a_document(), EDITION) == docx_of(a_document(), EDITION)


def test_the_house_style_is_in_the_styles() -> None:
    style = HouseStyle(accent="#7a1f5c", text=("Verdana",), heading=("Georgia",))
    word = opened(docx_of(a_document(), Edition(made_on=EDITION.made_on, style=style)))
    assert word.styles["Heading 1"].font.name == "Georgia"
    assert str(word.styles["Hyperlink"].font.color.rgb) == "7A1F5C"


@pytest.mark.parametrize(
    "text",
    ["\x00\x07\x1b[31m", "\ud800", "]]></w:t><w:br/>", "\u202egnp", "王 小明", "a" * 100_000, "b " * 50_000],
)
def test_what_people_typed_is_text_and_nothing_else(text: str) -> None:
    word = opened(docx_of(told(text), EDITION))
    said = word.paragraphs[-1].text
    assert said == "".join(letter if letter.isprintable() else " " for letter in text)


def test_libreoffice_opens_it_and_finds_every_heading(tmp_path: Path) -> None:
    if OFFICE is None:
        pytest.skip("LibreOffice is not here")
    (tmp_path / "e.docx").write_bytes(docx_of(a_document(), EDITION))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [OFFICE, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "e.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    said = (tmp_path / "e.txt").read_text(encoding="utf-8-sig")
    for words in ("Evaluatie over 2030", "Inleiding", "Actielijn één", "18 tot 37"):
        assert words in said


def test_a_document_without_chapters_is_still_one() -> None:
    word = opened(docx_of(a_document(chapters=(), attachments=(), notices=()), EDITION))
    assert styled(word, "Title") == ["Evaluatie over 2030"]
    assert [one.text for one in body(word).iter(qn("w:instrText"))] == []


def test_a_quote_in_another_language_says_so() -> None:
    quote = Quote(text="De relatie past.", said_by="Evaluation (in Dutch)", language="nl")
    document = a_document(language="en", chapters=(Chapter(id="one", title="One", blocks=(quote,)),))
    (said,) = [one for one in opened(docx_of(document, EDITION)).paragraphs if "relatie" in one.text]
    assert [one.get(qn("w:val")) for one in said._p.iter(qn("w:lang"))] == ["nl-NL"]
