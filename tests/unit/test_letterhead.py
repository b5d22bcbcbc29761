"""A letter stands on the letterhead of its organisation: all of that stays, only the text is replaced."""

import io
import os
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from openkader.base.errors import Invalid
from openkader.publication.docx import written
from openkader.publication.letterhead import letterhead_of, read_letterhead
from openkader.publication.letters import Letter, Paragraph
from openkader.publication.office_package import UnreadableError, outline
from tests.unit.kader_factories import plain_id
from tests.unit.letterheads import MAIN, NUMBERING, PAPER, REL, STYLES, XMLNS, paper, related

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LETTER = Letter(
    language="en",
    organisation="Provincie Voorbeeld",
    subject="Your request: <a visit>",
    about=(("Our reference", "V-1"),),
    paragraphs=(Paragraph("Yes, & gladly."), Paragraph(points=("First.", "Second.")), Paragraph("Goodbye.")),
)


def parts_of(content: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def on_paper(**changed: str | None) -> dict[str, bytes]:
    parts = parts_of(written(LETTER, read_letterhead(paper(**changed))))
    for part in parts.values():
        ElementTree.fromstring(part)  # noqa: S314 - written by ourselves just now
    return parts


def body_of(parts: Mapping[str, bytes]) -> ElementTree.Element:
    return ElementTree.fromstring(parts[MAIN])  # noqa: S314


def style_of(root: ElementTree.Element, text: str) -> str | None:
    for paragraph in root.iter(f"{W}p"):
        if text in "".join(one.text or "" for one in paragraph.iter(f"{W}t")):
            style = paragraph.find(f"{W}pPr/{W}pStyle")
            return style.get(f"{W}val") if style is not None else None
    raise AssertionError(text)


def test_the_text_is_replaced_and_all_around_it_stays() -> None:
    parts = on_paper()
    text = parts[MAIN].decode()
    assert "Oude tekst" not in text
    assert "Yes, &amp; gladly." in text
    assert 'mc:Ignorable="w14"' in text
    assert "<w:background" in text
    assert text.endswith('<w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>')
    assert parts["word/header1.xml"].decode() == PAPER["word/header1.xml"]


def test_the_name_of_the_organisation_is_left_to_the_letterhead() -> None:
    assert "Provincie Voorbeeld" not in on_paper()[MAIN].decode()


def test_the_heading_has_the_style_of_the_organisation_by_whatever_name_it_goes() -> None:
    assert style_of(body_of(on_paper()), "<a visit>") == "Kop1"


def test_a_style_that_the_letterhead_lacks_is_brought_along() -> None:
    parts = on_paper(styles=f'<w:styles {XMLNS}><w:style w:styleId="X"/></w:styles>')
    styles = ElementTree.fromstring(parts[STYLES])  # noqa: S314
    named = {one.get(f"{W}styleId"): one for one in styles.iter(f"{W}style")}
    assert style_of(body_of(parts), "<a visit>") in named
    assert style_of(body_of(parts), "First.") in named


@pytest.mark.parametrize(
    "numbering", [PAPER[NUMBERING], f"<w:numbering {XMLNS}></w:numbering>"], ids=["some", "none"]
)
def test_points_are_a_real_list_beside_the_lists_of_the_letterhead(numbering: str) -> None:
    parts = on_paper(numbering=numbering)
    root = ElementTree.fromstring(parts[NUMBERING])  # noqa: S314
    order = [one.tag.removeprefix(W) for one in root]
    assert order == sorted(order, key=["abstractNum", "num", "numIdMacAtCleanup"].index)
    style = style_of(body_of(parts), "First.")
    styles = ElementTree.fromstring(parts[STYLES])  # noqa: S314
    named = styles.find(f"{W}style[@{W}styleId='{style}']/{W}pPr/{W}numPr/{W}numId")
    assert named is not None
    number = root.find(f"{W}num[@{W}numId='{named.get(f'{W}val')}']/{W}abstractNumId")
    assert number is not None
    looks = root.findall(f"{W}abstractNum[@{W}abstractNumId='{number.get(f'{W}val')}']/{W}lvl")
    assert len(looks) == 1


def test_a_list_style_of_the_organisation_is_used_when_it_makes_lists() -> None:
    own = '<w:style w:styleId="Opsomming"><w:name w:val="List Bullet"/>{}</w:style></w:styles>'
    real = own.format('<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>')
    styles = PAPER[STYLES]
    assert style_of(body_of(on_paper(styles=styles.replace("</w:styles>", real))), "First.") == "Opsomming"
    bare = on_paper(styles=styles.replace("</w:styles>", own.format("")))
    assert style_of(body_of(bare), "First.") != "Opsomming"


def test_the_letter_has_its_own_title_and_language() -> None:
    parts = on_paper()
    assert "Your request: &lt;a visit&gt;" in parts["docProps/core.xml"].decode()
    assert "/docProps/core.xml" in parts["[Content_Types].xml"].decode()
    languages = {one.get(f"{W}val") for one in body_of(parts).iter(f"{W}lang")}
    assert languages == {"en-GB"}


def test_the_same_letter_on_the_same_paper_is_the_same_file() -> None:
    assert written(LETTER, read_letterhead(paper())) == written(LETTER, read_letterhead(paper()))


REACHES_OUT = related((f"{REL}/image", "https://example.org/seen.png")).replace(
    "/>", ' TargetMode="External"/>'
)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"word/vbaProject.bin": "x"}, "letterhead.macros"),
        ({"word/embeddings/oleObject1.bin": "x"}, "letterhead.macros"),
        ({"word/_rels/header1.xml.rels": REACHES_OUT}, "letterhead.reaches-out"),
        (
            {"word/_rels/header1.xml.rels": REACHES_OUT.replace("/image", "/attachedTemplate")},
            "letterhead.reaches-out",
        ),
        ({"document": None}, "letterhead.not-word"),
        ({"styles": None}, "letterhead.not-word"),
        ({"styles": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}, "letterhead.not-word"),
        ({"styles": "<w:styles"}, "letterhead.not-word"),
        ({"styles": f"<w:styles {XMLNS}/>"}, "letterhead.not-word"),
        ({"document": f"<w:document {XMLNS}><w:body/></w:document>"}, "letterhead.not-word"),
        (
            {"document": '<w:document xmlns:w="http://purl.oclc.org/ooxml/x"><w:body></w:body></w:document>'},
            "letterhead.not-word",
        ),
    ],
    ids=plain_id,
)
def test_what_is_no_letterhead_is_refused_by_name(changed: dict[str, str | None], code: str) -> None:
    with pytest.raises(Invalid) as caught:
        read_letterhead(paper(**changed))
    assert [(one.code, one.where) for one in caught.value.problems] == [(code, "letterhead.docx")]


@pytest.mark.parametrize("content", [b"", b"x", b"%PDF-1.4\n%%EOF", paper()[:300]], ids=["0", "1", "2", "3"])
def test_a_file_that_is_no_document_is_no_letterhead(content: bytes) -> None:
    with pytest.raises(Invalid, match=r"letterhead\.not-word"):
        read_letterhead(content)


def test_a_link_to_elsewhere_is_no_fetching() -> None:
    link = REACHES_OUT.replace("/image", "/hyperlink")
    assert read_letterhead(paper(**{"word/_rels/header1.xml.rels": link})).heading == "Kop1"


def test_paper_without_a_word_of_its_size_is_taken_as_it_is() -> None:
    bare = f"<w:document {XMLNS}><w:body><w:p/></w:body></w:document>"
    assert on_paper(document=bare)[MAIN].decode().endswith("</w:p></w:body></w:document>")


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1"])
def test_a_part_in_another_encoding_is_not_patched(encoding: str) -> None:
    with pytest.raises(UnreadableError):
        outline(f'<?xml version="1.0" encoding="{encoding}"?><a>é</a>'.encode(encoding))


def test_a_letterhead_that_is_saved_again_is_read_again(tmp_path: Path) -> None:
    assert letterhead_of(tmp_path, "fictief") is None
    file = tmp_path / "fictief" / "letterhead.docx"
    file.parent.mkdir()
    file.write_bytes(paper())
    found = letterhead_of(tmp_path, "fictief")
    assert found is not None
    assert letterhead_of(tmp_path, "fictief") is found
    file.write_bytes(paper(styles=PAPER[STYLES].replace("Kop1", "Titel")))
    os.utime(file, ns=(1, 1))
    again = letterhead_of(tmp_path, "fictief")
    assert again is not None
    assert again.heading == "Titel"
