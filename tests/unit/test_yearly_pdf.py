"""The evaluation as a PDF, as a screen reader and an archive meet it."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from openkader.base.errors import Invalid
from openkader.evaluation.document import Cell, Chapter, Quote
from openkader.publication.yearly.pdf import pdf_of
from openkader.publication.yearly.style import Edition, HouseStyle
from tests.unit.yearly_documents import EDITION, PICTURE, TABLE, a_document, told


@pytest.fixture(scope="module")
def pdf() -> PdfReader:
    return PdfReader(io.BytesIO(pdf_of(a_document(), EDITION)))


def tags(node: Any) -> Iterator[tuple[str, Any]]:
    """The structure in the order of reading: each tag with its element."""
    found = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(found, list):
        for one in found:
            yield from tags(one)
    elif isinstance(found, dict):
        if "/S" in found:
            yield str(found["/S"]), found
        if "/K" in found:
            yield from tags(found["/K"])


def root(pdf: PdfReader) -> Any:
    """The object at the head of the file."""
    return pdf.root_object


def any_of(page: Any) -> Any:
    return page


def structure(pdf: PdfReader) -> list[tuple[str, Any]]:
    return list(tags(root(pdf)["/StructTreeRoot"]["/K"]))


def words(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def test_it_says_what_it_is_and_in_which_language(pdf: PdfReader) -> None:
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Evaluatie over 2030 – Provincie Voorbeeld"
    assert pdf.metadata.author == "Provincie Voorbeeld"
    assert root(pdf)["/Lang"] == "nl-NL"
    assert root(pdf)["/ViewerPreferences"]["/DisplayDocTitle"].value is True


def test_it_is_pdf_a_3a_and_pdf_ua_1(pdf: PdfReader) -> None:
    about = root(pdf)["/Metadata"].get_object().get_data().decode()
    assert "<pdfaid:part>3</pdfaid:part>" in about
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in about
    assert "<pdfuaid:part>1</pdfuaid:part>" in about
    assert root(pdf)["/MarkInfo"]["/Marked"].value is True


def test_no_heading_skips_a_level(pdf: PdfReader) -> None:
    levels = [int(tag[2:]) for tag, _one in structure(pdf) if tag[1] == "H" and tag[2:].isdigit()]
    assert levels == [1, 1, 1, 2, 2]
    assert all(after - before <= 1 for before, after in zip([0, *levels], levels, strict=False))


def test_bookmarks_and_contents_lead_to_every_chapter(pdf: PdfReader) -> None:
    def titles(outline: Any) -> Iterator[str]:
        for one in outline:
            yield from titles(one) if isinstance(one, list) else [str(one.title)]

    found = list(titles(pdf.outline))
    assert found == ["Inleiding", "Inzet", "Tussenkop", "Actielijn één"]
    assert [tag for tag, _one in structure(pdf)].count("/TOCI") == 3


def test_a_table_has_a_head_that_is_known_as_one(pdf: PdfReader) -> None:
    found = structure(pdf)
    heads = [one for tag, one in found if tag == "/TH"]
    assert len(heads) == 2 * len(TABLE.columns)  # the table, and that of the chart
    scopes = [str(one["/A"]) for one in heads]
    assert all("/Column" in scope for scope in scopes)
    assert [tag for tag, _one in found].count("/THead") == 2


def test_a_chart_says_to_a_screen_reader_what_it_shows(pdf: PdfReader) -> None:
    alts = [one.get("/Alt") for tag, one in structure(pdf) if tag == "/Figure"]
    assert alts == [PICTURE.description]


def test_the_register_goes_along_as_a_file(pdf: PdfReader) -> None:
    assert {name: content[0] for name, content in pdf.attachments.items()} == {
        "register-2030.csv": b"id,title\r\n"
    }
    (file,) = root(pdf)["/AF"]
    assert file.get_object()["/AFRelationship"] == "/Data"
    assert "Register van 2030" in words(pdf)


def links(pdf: PdfReader) -> set[str]:
    return {
        str(one.get_object()["/A"]["/URI"])
        for page in pdf.pages
        for one in page.get("/Annots", [])
        if "/URI" in one.get_object().get("/A", {})
    }


def test_every_number_leads_to_the_web_version(pdf: PdfReader) -> None:
    place = "https://kader.example.org"
    assert links(pdf) == {
        f"{place}/jaar/2030/evaluatie/missions/",
        f"{place}/jaar/2030/evaluatie/parties/",
        f"{place}/interviews/1/",
    }


def test_without_an_address_the_path_is_printed(pdf: PdfReader) -> None:
    found = PdfReader(io.BytesIO(pdf_of(a_document(), Edition(made_on=EDITION.made_on))))
    assert links(found) == set()
    assert "/jaar/2030/evaluatie/missions/" in words(found)


def test_what_is_to_be_known_stands_at_the_foot_and_the_notices_in_front(pdf: PdfReader) -> None:
    said = words(pdf)
    assert "Namen ontbreken." in said
    assert "Het kader kent geen cijfer ‘weg’." in said
    first = pdf.pages[0].extract_text()
    assert "Concept." in first
    assert "Alles is verzonnen." in first


def test_the_same_document_is_the_same_file() -> None:
    assert pdf_of(a_document(), EDITION) == pdf_of(a_document(), EDITION)


def test_our_own_typeface_goes_along(pdf: PdfReader) -> None:
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in map(any_of, pdf.pages)
        for font in page["/Resources"]["/Font"].values()
    }
    assert any("SourceSans3" in name for name in fonts)


@pytest.mark.parametrize(
    "text",
    [
        "\x00\x07\x1b[31m",
        "#set page(fill: red)",
        '"); panic()',
        "\u202egnp.exe",
        "a" * 100_000,
        "woord " * 17_000,
        "<b>&amp;",
    ],
    ids=["controls", "typst", "quotes", "turned", "one-word", "long", "markup"],
)
def test_what_people_typed_is_text_and_nothing_else(text: str) -> None:
    found = PdfReader(io.BytesIO(pdf_of(told(text), EDITION)))
    if text.startswith(("#", '"', "<")):
        assert text in words(found)


def test_a_script_that_no_font_shows_is_refused_and_not_left_out() -> None:
    with pytest.raises(Invalid) as caught:
        pdf_of(told("\U00010980 Meroïtisch"), EDITION)
    assert [one.code for one in caught.value.problems] == ["evaluation.no-font"]


def test_a_house_style_with_an_unknown_typeface_still_gives_a_file() -> None:
    style = HouseStyle(accent="#7a1f5c", text=("Bestaat Niet",), heading=("Georgia",))
    assert pdf_of(a_document(), Edition(made_on=EDITION.made_on, style=style)).startswith(b"%PDF")


def test_english_is_english() -> None:
    found = PdfReader(io.BytesIO(pdf_of(a_document(language="en"), EDITION)))
    assert root(found)["/Lang"] == "en-GB"
    assert "Contents" in words(found)


def test_a_document_without_chapters_is_still_one() -> None:
    found = PdfReader(io.BytesIO(pdf_of(a_document(chapters=(), attachments=(), notices=()), EDITION)))
    assert "Evaluatie over 2030" in words(found)
    assert found.attachments == {}


def test_a_long_table_repeats_its_head_on_each_page_and_parts_no_row() -> None:
    rows = tuple((Cell(f"Rij {place}\nmet uitleg"), Cell(str(place))) for place in range(2000))
    chapter = Chapter(id="annex", title="Bijlage", blocks=(replace(TABLE, rows=rows),))
    found = PdfReader(io.BytesIO(pdf_of(a_document(chapters=(chapter,)), EDITION)))
    pages = [page.extract_text() for page in found.pages if "Rij" in page.extract_text()]
    assert len(pages) > 20
    assert all("Register" in page for page in pages)
    assert all(page.count("Rij ") == page.count("met uitleg") for page in pages)


def test_a_quote_in_another_language_says_so() -> None:
    quote = Quote(text="De relatie past.", said_by="Evaluation (in Dutch)", language="nl")
    chapter = Chapter(id="one", title="One", blocks=(quote,))
    found = PdfReader(io.BytesIO(pdf_of(a_document(language="en", chapters=(chapter,)), EDITION)))
    assert "nl" in {str(one.get("/Lang")) for _tag, one in structure(found)}
