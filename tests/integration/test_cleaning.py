"""What leaves the house holds nothing unseen: it is taken out, or the document is refused with the reason."""

import io
import shutil
import struct
import subprocess
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Link
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    Fit,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from openkader.base.errors import Invalid
from openkader.casework.documents import DocumentForm
from openkader.publication.certificate import Certificate, certificate_letter
from openkader.publication.pdf import pdf_of
from openkader.register.publishing.cleaning import cleaned
from tests.unit.documents import libre, office, packed, picture, word

SECRET = "Jan Geheim"
OFFICE = shutil.which("soffice")
DOCX, ODT, PDF = "a.docx", "a.odt", "a.pdf"


def code(content: bytes, name: str) -> str:
    with pytest.raises(Invalid) as caught:
        cleaned(content, name)
    return caught.value.problems[0].code


def everything_in(content: bytes) -> bytes:
    """All parts of a document, unpacked."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"".join(one.filename.encode() + archive.read(one) for one in archive.infolist())


def a_word_document() -> bytes:
    """As a program that is not ours writes it, by somebody, with a photo that knows where it was taken."""
    document = docx.Document()
    document.add_heading("Verslag van een bedacht bezoek", 1)
    document.add_paragraph("Wij spraken over tuinbouw.")
    document.add_picture(io.BytesIO(jpeg()))
    properties = document.core_properties
    properties.author = properties.last_modified_by = properties.comments = SECRET
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def a_workbook(*, hidden: bool = False) -> bytes:
    book = openpyxl.Workbook()
    book.active["A1"] = "tuinbouw"  # type: ignore[index]
    book.properties.creator = SECRET
    if hidden:
        book.create_sheet("Geheim").sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def jpeg() -> bytes:
    """A photo of one colour that says where it was taken."""
    quantities = b"\xff\xdb\x00\x43\x00" + b"\x01" * 64
    frame = b"\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00"
    huffman = b"\xff\xc4\x00\x1f\x00" + bytes([0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, *range(12)])
    scan = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\xd2\xcf\x20"
    head = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    place = SECRET.encode()
    tiff = b"Exif\x00\x00II*\x00\x08\x00\x00\x00" + bytes(6) + place
    exif = b"\xff\xe1" + struct.pack(">H", len(tiff) + 2) + tiff
    said = b"\xff\xfe" + struct.pack(">H", len(place) + 2) + place
    return head + exif + said + quantities + frame + huffman + scan + b"\xff\xd9"


def a_pdf(change: Callable[[PdfWriter], None] = lambda _: None) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Author": SECRET, "/Producer": SECRET})
    writer.xmp_metadata = f'<x:xmpmeta xmlns:x="adobe:ns:meta/">{SECRET}</x:xmpmeta>'.encode()
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_word_document_leaves_without_who_wrote_it() -> None:
    found = cleaned(a_word_document(), DOCX)
    assert SECRET.encode() not in everything_in(found.content)
    assert b"docProps" not in everything_in(found.content)
    assert "tuinbouw" in found.text
    opened = docx.Document(io.BytesIO(found.content))
    assert [one.text for one in opened.paragraphs][:2] == [
        "Verslag van een bedacht bezoek",
        "Wij spraken over tuinbouw.",
    ]
    assert len(opened.inline_shapes) == 1


def test_a_workbook_leaves_without_who_wrote_it() -> None:
    found = cleaned(a_workbook(), "a.xlsx")
    assert SECRET.encode() not in everything_in(found.content)
    assert openpyxl.load_workbook(io.BytesIO(found.content)).active["A1"].value == "tuinbouw"  # type: ignore[index]


def test_cleaning_twice_changes_nothing_more() -> None:
    for content, name in ((a_word_document(), DOCX), (a_workbook(), "a.xlsx"), (jpeg(), "a.jpg")):
        once = cleaned(content, name)
        assert cleaned(once.content, name).content == once.content


def test_no_part_says_when_it_was_written() -> None:
    with zipfile.ZipFile(io.BytesIO(cleaned(a_word_document(), DOCX).content)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_no_relation_leads_to_what_was_left_out() -> None:
    with zipfile.ZipFile(io.BytesIO(cleaned(a_word_document(), DOCX).content)) as archive:
        for name in archive.namelist():
            if name.endswith(".rels") or name == "[Content_Types].xml":
                assert b"docProps" not in archive.read(name)
                assert b"customXml" not in archive.read(name)


@pytest.mark.parametrize(
    ("part", "body", "what"),
    [
        ("word/document.xml", '<w:document xmlns:w="w"><w:ins w:author="Jan"/></w:document>', "changes"),
        ("word/document.xml", '<w:document xmlns:w="w"><w:del w:id="1"/></w:document>', "changes"),
        ("word/footer1.xml", '<w:ftr xmlns:w="w"><w:rPrChange w:id="1"/></w:ftr>', "changes"),
        ("word/document.xml", '<x:document xmlns:x="w"><x:moveFrom x:id="1"/></x:document>', "changes"),
        ("word/document.xml", '<w:document xmlns:w="w"><w:vanish/></w:document>', "hidden"),
        ("word/document.xml", '<w:document xmlns:w="w"><w:vanish w:val="true"/></w:document>', "hidden"),
        ("word/comments.xml", '<w:comments xmlns:w="w"><w:comment w:id="0"/></w:comments>', "comments"),
        ("word/commentsExtended.xml", '<w:c xmlns:w="w"><w:comment w:id="0"/></w:c>', "comments"),
        ("word/embeddings/tabel.xlsx", "PK", "file-inside"),
        ("word/media/plaat.emf", "EMF", "other-picture"),
        ("word/document.xml", '<!DOCTYPE w [<!ENTITY a "b">]><w/>', "damaged"),
        ("word/document.xml", "<w>", "damaged"),
        ("word/document.xml", '<?xml version="1.0" encoding="UTF-7"?><w/>', "damaged"),
    ],
)
def test_what_a_word_document_hides_is_named(part: str, body: str, what: str) -> None:
    assert code(word({part: body}), DOCX) == f"publication.{what}"


def test_a_part_in_other_letters_is_not_passed_over() -> None:
    body = '<w:document xmlns:w="w"><w:ins w:author="Jan"/></w:document>'.encode("utf-16")
    assert code(word({"word/document.xml": body}), DOCX) == "publication.damaged"


@pytest.mark.parametrize(
    "body",
    [
        '<w:document xmlns:w="w"><w:insideH/><w:vanish w:val="false"/></w:document>',
        '<w:document xmlns:w="w"><w:t>w:ins</w:t></w:document>',
    ],
)
def test_what_only_looks_like_a_change_is_let_through(body: str) -> None:
    assert cleaned(word({"word/document.xml": body}), DOCX).form is DocumentForm.DOCX


def test_an_empty_part_for_comments_is_no_comment() -> None:
    assert cleaned(word({"word/comments.xml": '<w:comments xmlns:w="w"/>'}), DOCX).content


def test_a_hidden_sheet_row_or_slide_is_named() -> None:
    assert code(a_workbook(hidden=True), "a.xlsx") == "publication.hidden"
    sheets = office("xl/workbook.xml", "spreadsheetml.sheet")
    with zipfile.ZipFile(io.BytesIO(sheets)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    row = packed({**parts, "xl/worksheets/sheet1.xml": '<worksheet><row r="2" hidden="1"/></worksheet>'})
    assert code(row, "a.xlsx") == "publication.hidden"
    slides = office("ppt/presentation.xml", "presentationml.presentation")
    with zipfile.ZipFile(io.BytesIO(slides)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    hidden = packed({**parts, "ppt/slides/slide1.xml": '<p:sld xmlns:p="p" show="0"/>'})
    assert code(hidden, "a.pptx") == "publication.hidden"
    notes = packed({**parts, "ppt/notesSlides/notesSlide1.xml": '<p:notes xmlns:p="p"/>'})
    assert code(notes, "a.pptx") == "publication.notes"


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ('<o xmlns:text="t"><text:changed-region/></o>', "changes"),
        ('<o xmlns:office="o"><office:annotation/></o>', "comments"),
        ('<o xmlns:text="t"><text:hidden-text/></o>', "hidden"),
        ('<o xmlns:table="t"><table:table-row table:visibility="collapse"/></o>', "hidden"),
    ],
)
def test_what_an_open_document_hides_is_named(body: str, what: str) -> None:
    assert code(libre("text", {"styles.xml": body}), ODT) == f"publication.{what}"
    assert code(libre("text", {"Object 1/content.xml": "<x/>"}), ODT) == "publication.file-inside"


def test_an_open_document_leaves_without_who_wrote_it() -> None:
    manifest = (
        '<manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="meta.xml"/>'
        '<manifest:file-entry manifest:full-path="content.xml"/></manifest:manifest>'
    )
    parts = {
        "meta.xml": f"<m>{SECRET}</m>",
        "settings.xml": f"<s>{SECRET}</s>",
        "META-INF/manifest.xml": manifest,
    }
    found = cleaned(libre("text", {**parts}), ODT).content
    assert SECRET.encode() not in everything_in(found)
    assert b"meta.xml" not in everything_in(found)
    assert zipfile.ZipFile(io.BytesIO(found)).infolist()[0].filename == "mimetype"


def test_a_photo_leaves_without_where_it_was_taken() -> None:
    found = cleaned(jpeg() + SECRET.encode(), "a.jpg")
    assert SECRET.encode() not in found.content
    assert found.content.endswith(b"\xff\xd9")


def test_a_png_leaves_without_its_texts() -> None:
    body = picture()
    chunk = b"tEXt" + b"Author\0" + SECRET.encode()
    said = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    found = cleaned(body[:33] + said + body[33:], "a.png")
    assert found.content == body


@pytest.mark.parametrize("tail", [b"", bytes(4)])
def test_a_broken_photo_is_refused(tail: bytes) -> None:
    assert code(b"\xff\xd8\xff\xe0\x00\x04ab" + tail + b"\xff\xd9", "a.jpg") == "publication.damaged"


def test_a_pdf_leaves_without_who_wrote_it() -> None:
    found = cleaned(a_pdf(), PDF).content
    assert SECRET.encode() not in found
    opened = PdfReader(io.BytesIO(found))
    assert (len(opened.pages), opened.metadata, opened.xmp_metadata) == (1, None, None)


def test_what_stood_in_a_former_version_of_a_pdf_is_gone() -> None:
    """A program that appends leaves what was before; written anew, only what is reached is left."""
    first = a_pdf()
    writer = PdfWriter(io.BytesIO(first), incremental=True)
    writer.add_metadata({"/Author": "Niemand"})
    out = io.BytesIO()
    writer.write(out)
    assert out.getvalue().startswith(first)
    assert SECRET.encode() in out.getvalue()
    assert SECRET.encode() not in cleaned(out.getvalue(), PDF).content


def test_the_words_of_a_paper_of_ours_are_still_there() -> None:
    letter = certificate_letter(
        Certificate(
            organisation="Provincie Fictief",
            reference="VL-2030-1",
            about=[("Opgesteld door", "anna")],
            destroyed=[("V-1", "Verzoek", "2024", "5 jaar", "1 mei 2030")],
            taken_off=[],
            rows=1,
            parties=0,
            documents=0,
            made_up=None,
            seal="-",
        ),
        "nl",
    )
    content = pdf_of(letter)
    found = cleaned(content, PDF)
    assert "Provincie Fictief" in found.text
    assert "/StructTreeRoot" in PdfReader(io.BytesIO(found.content)).root_object


def _comment(writer: PdfWriter) -> None:
    writer.add_annotation(0, FreeText(text="Niet doen", rect=(0, 0, 9, 9)))


def _layer(writer: PdfWriter) -> None:
    writer.root_object[NameObject("/OCProperties")] = DictionaryObject()


def _signature(writer: PdfWriter) -> None:
    form = DictionaryObject({NameObject("/SigFlags"): NumberObject(3), NameObject("/Fields"): ArrayObject()})
    writer.root_object[NameObject("/AcroForm")] = form


def _action(writer: PdfWriter) -> None:
    act = DictionaryObject({NameObject("/S"): NameObject("/Named"), NameObject("/JS"): TextStringObject("a")})
    writer.root_object[NameObject("/OpenAction")] = act


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (_comment, "comments"),
        (_layer, "hidden"),
        (_signature, "signed"),
        (_action, "runs"),
        (lambda writer: writer.add_attachment("a.txt", b"a"), "file-inside"),
        (lambda writer: writer.encrypt("geheim"), "locked"),
    ],
)
def test_what_a_pdf_hides_is_named(change: Callable[[PdfWriter], None], what: str) -> None:
    assert code(a_pdf(change), PDF) == f"publication.{what}"


def test_a_link_is_no_comment() -> None:
    link = Link(rect=(0, 0, 9, 9), target_page_index=0, fit=Fit.fit())

    def with_link(writer: PdfWriter) -> None:
        writer.add_annotation(0, link)

    assert cleaned(a_pdf(with_link), PDF).content


def test_a_photo_in_a_pdf_leaves_without_where_it_was_taken() -> None:
    def with_photo(writer: PdfWriter) -> None:
        photo = StreamObject()
        photo.update(
            {
                NameObject("/Type"): NameObject("/XObject"),
                NameObject("/Subtype"): NameObject("/Image"),
                NameObject("/Filter"): NameObject("/DCTDecode"),
            }
        )
        photo._data = jpeg()
        here = writer._add_object(photo)
        images = DictionaryObject({NameObject("/Im0"): here})
        writer.pages[0][NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): images})

    content = a_pdf(with_photo)
    assert b"Exif" in content
    assert b"Exif" not in cleaned(content, PDF).content


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\nstartxref\n9\n%%EOF\n",
        b"%PDF-1.7\ntrailer<</Root 1 0 R>>\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>endobj\n%%EOF",
        a_pdf()[:200] + b"%%EOF",
    ],
)
def test_a_broken_pdf_is_refused(content: bytes) -> None:
    assert code(content, PDF) == "publication.damaged"


def test_plain_text_is_let_through() -> None:
    assert cleaned(b"Een bedachte afspraak.", "a.txt").text == "Een bedachte afspraak."


@given(st.binary(max_size=300))
def test_whatever_follows_the_beginning_of_a_pdf_is_read_or_refused(tail: bytes) -> None:
    try:
        cleaned(b"%PDF-1.7\n" + tail + b"\n%%EOF", PDF)
    except Invalid:
        return


@given(st.binary(max_size=200))
def test_whatever_follows_the_beginning_of_a_photo_is_read_or_refused(tail: bytes) -> None:
    try:
        cleaned(b"\xff\xd8\xff\xe0" + tail + b"\xff\xd9", "a.jpg")
    except Invalid:
        return


def test_libreoffice_opens_what_was_cleaned(tmp_path: Path) -> None:
    if OFFICE is None:
        pytest.skip("LibreOffice is not here")
    source = tmp_path / "bron.docx"
    source.write_bytes(a_word_document())
    _converted(source, "odt")
    open_one = cleaned((tmp_path / "bron.odt").read_bytes(), ODT)
    assert SECRET.encode() not in everything_in(open_one.content)
    for name, content in ((DOCX, cleaned(source.read_bytes(), DOCX).content), (ODT, open_one.content)):
        folder = tmp_path / name
        folder.mkdir()
        (folder / name).write_bytes(content)
        _converted(folder / name, "pdf")
        paper = cleaned((folder / PDF).read_bytes(), PDF)
        assert "Wij spraken over tuinbouw." in paper.text
        assert b"LibreOffice" not in paper.content


def _converted(path: Path, form: str) -> None:
    own = f"-env:UserInstallation=file://{path.parent}/profile"
    command = [str(OFFICE), own, "--headless", "--convert-to", form, "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
