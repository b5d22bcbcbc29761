"""What is taken in as a document, and what is refused for which reason."""

import pytest

from openkader.base.errors import Invalid
from openkader.base.messages import sentences
from openkader.casework.documents import (
    DocumentForm,
    Purpose,
    Sent,
    clean_name,
    kept_name,
    may_send,
    recognise,
)
from openkader.casework.documents.names import MOST_LETTERS
from tests.unit.documents import JPEG, PDF, PROGRAM, libre, office, packed, picture, word

TAKEN = [
    (PDF, "brief.pdf", DocumentForm.PDF),
    (word(), "brief.docx", DocumentForm.DOCX),
    (office("xl/workbook.xml", "spreadsheetml.sheet"), "lijst.xlsx", DocumentForm.XLSX),
    (office("ppt/presentation.xml", "presentationml.presentation"), "praatje.pptx", DocumentForm.PPTX),
    (libre("text"), "brief.odt", DocumentForm.ODT),
    (libre("spreadsheet"), "lijst.ods", DocumentForm.ODS),
    (picture(), "foto.png", DocumentForm.PNG),
    (JPEG, "foto.jpg", DocumentForm.JPEG),
    (JPEG + b"a trailer of the telephone", "foto.jpg", DocumentForm.JPEG),
    ("Geachte heer, één vraag: a < b.".encode(), "brief.txt", DocumentForm.TEXT),
    ("保定示例温室有限公司\n".encode("gb18030") * 3, "brief.txt", DocumentForm.TEXT),
    (b"naam;telefoon;saldo\nWang Xugou;+31 6 1234;-12,50\n", "lijst.csv", DocumentForm.CSV),
    (b"- eerst\n- dan\n=====\n", "lijst.txt", DocumentForm.TEXT),
]


@pytest.mark.parametrize(("content", "name", "form"), TAKEN, ids=lambda x: str(x)[:30])
def test_a_document_is_what_its_content_says(content: bytes, name: str, form: DocumentForm) -> None:
    assert recognise(content, name) is form
    if form is not DocumentForm.CSV:
        assert recognise(content, "iets.exe") in (form, DocumentForm.TEXT)


ENABLED = '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
EXTERNAL = '<Relationships><Relationship Id="r" Type="x/attachedTemplate" TargetMode="External" Target="http://x/"/></Relationships>'
LINK = '<Relationships><Relationship Id="r" Type="x/hyperlink" TargetMode="External" Target="http://x/"/></Relationships>'
REFUSED = [
    ("attachment.empty", b"", "leeg.pdf"),
    ("attachment.empty", b" \n\t ", "leeg.txt"),
    ("attachment.not-taken", PROGRAM, "brief.pdf"),
    ("attachment.not-taken", PROGRAM, "brief.docx"),
    ("attachment.not-taken", b"\x7fELF" + b"\0" * 40, "foto.png"),
    ("attachment.not-taken", b"#!/bin/sh\nrm x\n", "lijst.txt"),
    ("attachment.not-taken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 80, "brief.doc"),
    ("attachment.not-taken", b"{\\rtf1 x}", "brief.rtf"),
    ("attachment.not-taken", b"GIF89a" + b"\0" * 20, "foto.gif"),
    ("attachment.not-taken", packed({"a.txt": "x"}), "alles.zip"),
    ("attachment.not-taken", packed({"mimetype": "application/vnd.oasis.opendocument.graphics"}), "x.odg"),
    ("attachment.not-taken", b"<svg xmlns='x'><script>alert(1)</script></svg>", "logo.svg"),
    ("attachment.not-taken", b"\xef\xbb\xbf \n<?xml version='1.0'?><svg/>", "logo.png"),
    ("attachment.not-taken", b"<!doctype html><p>x", "brief.txt"),
    ("attachment.not-taken", b"hallo <script>alert(1)</script>", "brief.txt"),
    ("attachment.not-taken", "<html>".encode("utf-16"), "brief.txt"),
    ("attachment.not-taken", b"Received: from x\nFrom: a@b.nl\n\nhallo", "bericht.eml"),
    ("attachment.not-taken", bytes(range(256)) * 4, "iets.txt"),
    ("attachment.damaged", PDF[:20], "brief.pdf"),
    ("attachment.damaged", word()[:-30], "brief.docx"),
    ("attachment.damaged", picture()[:-6], "foto.png"),
    ("attachment.damaged", JPEG[:-2], "foto.jpg"),
    ("attachment.macros", word({"word/vbaProject.bin": b"x"}), "brief.docx"),
    (
        "attachment.macros",
        word(
            {"word/other.bin": b"x"},
            '<Default Extension="bin" ContentType="application/vnd.ms-office.vba&#80;roject"/>',
        ),
        "brief.docx",
    ),
    (
        "attachment.macros",
        word({"word/_rels/document.xml.rels": '<Relationship Type="x/vbaProject" Target="a"/>'}),
        "a.docx",
    ),
    (
        "attachment.macros",
        packed(
            {
                "[Content_Types].xml": ENABLED,
                "word/document.xml": "x",
            }
        ),
        "brief.docx",
    ),
    ("attachment.macros", word({"word/embeddings/oleObject1.bin": b"x"}), "brief.docx"),
    ("attachment.macros", word({"word/media/setup.exe": b"x"}), "brief.docx"),
    ("attachment.macros", libre("text", {"Basic/Standard/Module1.xml": "x"}), "brief.odt"),
    ("attachment.macros", libre("text", {"Scripts/python/x.py": "x"}), "brief.odt"),
    ("attachment.reaches-out", word({"word/_rels/settings.xml.rels": EXTERNAL}), "brief.docx"),
    ("attachment.runs", PDF.replace(b"<<>>endobj", b"<</S/JavaScript/JS(x)>>endobj"), "brief.pdf"),
    ("attachment.runs", PDF.replace(b"<<>>endobj", b"<</S/Launch>>endobj"), "brief.pdf"),
    ("attachment.two-in-one", PDF + packed({"a": "x"}), "brief.pdf"),
    ("attachment.two-in-one", picture() + packed({"a": "x"}), "foto.png"),
    ("attachment.two-in-one", JPEG[:20] + b"%PDF-1.7" + JPEG[20:], "foto.jpg"),
    ("attachment.two-in-one", JPEG[:20] + b"<ScRiPt >" + JPEG[20:], "foto.jpg"),
    ("attachment.two-in-one", packed({"a": "x"}) + word(), "brief.docx"),
    (
        "attachment.not-taken",
        b"\xff\xfea",
        "tekst.txt",
    ),  # it says UTF-16 and is cut in the middle of a letter
    ("attachment.not-taken", b"tekst met \x1b[31m een stuurteken", "tekst.txt"),
    ("attachment.not-taken", word(more_types="<!ENTITY naam 'x'>"), "brief.docx"),
    ("attachment.bomb", word({"word/media/a.bmp": b"\0" * (20 << 20)}), "brief.docx"),
    ("attachment.formula", b'naam;uitkomst\nWang;=HYPERLINK("http://x")\n', "lijst.csv"),
    ("attachment.formula", b"@SUM(1)\n", "lijst.tsv"),
    ("attachment.formula", b'a,"=1+1"\n', "lijst.csv"),
    ("attachment.formula", b"a;-cmd|' /C calc'!A0\n", "lijst.csv"),
]


@pytest.mark.parametrize(("code", "content", "name"), REFUSED, ids=lambda x: str(x)[:30])
def test_what_is_no_plain_document_is_refused_with_a_sentence(code: str, content: bytes, name: str) -> None:
    with pytest.raises(Invalid) as caught:
        recognise(content, name)
    (problem,) = caught.value.problems
    assert problem.code == code
    for language in ("nl", "en"):
        (sentence,) = sentences(caught.value, language)
        assert sentence.startswith(f"{name}: ")
        assert "{" not in sentence


def test_a_link_in_a_document_is_only_a_link() -> None:
    assert recognise(word({"word/_rels/document.xml.rels": LINK}), "x.docx") is DocumentForm.DOCX


def test_a_locked_office_document_says_so() -> None:
    content = bytearray(word())
    content[6] |= 1  # the first local header says: encrypted
    place = content.rindex(b"PK\x01\x02")
    content[place + 8] |= 1
    with pytest.raises(Invalid) as caught:
        recognise(bytes(content), "x.docx")
    assert caught.value.problems[0].code == "attachment.password"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\jan\\brief.pdf", "brief.pdf"),
        ("brief\u202egpj.exe", "briefgpj.exe"),
        ("a\0b\nc.txt", "abc.txt"),
        ('een<script>"x"|?.pdf', "een script x .pdf"),
        ("  . . ", "document"),
        ("", "document"),
        ("///", "document"),
        ("CON.pdf", "_CON.pdf"),
        ("contract.pdf", "contract.pdf"),
        ("e\u0301e\u0301n.pdf", "één.pdf"),
        ("名单.xlsx", "名单.xlsx"),
    ],
)
def test_a_name_is_cleaned_and_stays_recognisable(given: str, kept: str) -> None:
    assert clean_name(given) == kept


def test_a_name_of_three_hundred_letters_keeps_its_ending() -> None:
    kept = clean_name("n" * 300 + ".pdf")
    assert len(kept) == MOST_LETTERS
    assert kept.endswith(".pdf")
    assert len(clean_name("x." + "y" * 300)) == MOST_LETTERS


@pytest.mark.parametrize(
    ("given", "form", "kept"),
    [
        ("brief.PDF", DocumentForm.PDF, "brief.PDF"),
        ("foto.jpeg", DocumentForm.JPEG, "foto.jpeg"),
        ("setup.exe", DocumentForm.PDF, "setup.exe.pdf"),
        ("n" * 300 + ".exe", DocumentForm.PDF, "n" * (MOST_LETTERS - 8) + ".exe.pdf"),
    ],
)
def test_a_document_opens_as_what_it_is(given: str, form: DocumentForm, kept: str) -> None:
    assert kept_name(given, form) == kept
    assert len(kept) <= MOST_LETTERS


def test_documents_stay_within_limits() -> None:
    small = Sent("a.pdf", 10, Purpose.DELEGATION_LIST)
    assert may_send([small] * 10, 10) is not None  # together too large
    assert may_send([small] * 3, 10) is None
    codes = [
        refusal.code
        for refusal in (
            may_send([Sent("a.pdf", 11)], 10),
            may_send([Sent("a.pdf", 1)] * 11, 10),
            may_send([Sent("a.pdf", 10)] * 4, 10),
        )
        if refusal
    ]
    assert codes == ["attachment.too-large", "attachment.too-many", "attachment.too-much"]


def test_each_form_is_handed_out_as_the_world_calls_it_and_under_its_own_ending() -> None:
    """The media types of IANA: a browser that gets another does not know what it was given."""
    office = "application/vnd.openxmlformats-officedocument"
    assert {one.value: one.endings for one in DocumentForm} == {
        "application/pdf": (".pdf",),
        f"{office}.wordprocessingml.document": (".docx",),
        f"{office}.spreadsheetml.sheet": (".xlsx",),
        f"{office}.presentationml.presentation": (".pptx",),
        "application/vnd.oasis.opendocument.text": (".odt",),
        "application/vnd.oasis.opendocument.spreadsheet": (".ods",),
        "image/png": (".png",),
        "image/jpeg": (".jpg", ".jpeg"),
        "text/csv": (".csv", ".tsv"),
        "text/plain": (".txt",),
    }


@pytest.mark.parametrize(
    "ending",
    [
        *(".exe", ".dll", ".com", ".scr", ".bat", ".cmd", ".ps1"),
        *(".js", ".vbs", ".jar", ".lnk", ".hta", ".msi", ".EXE"),
    ],
)
def test_a_document_that_carries_a_program_is_refused_whatever_sort_of_program(ending: str) -> None:
    with pytest.raises(Invalid) as caught:
        recognise(word({f"word/embeddings/thing{ending}": b"x"}), "brief.docx")
    assert [problem.code for problem in caught.value.problems] == ["attachment.macros"]


def test_whoever_sends_too_much_together_reads_how_much_that_may_be() -> None:
    refusal = may_send([Sent("a.pdf", 10_000_000)] * 4, 10_000_000)
    assert refusal is not None
    assert refusal.detail == {"limit": "30 MB"}
