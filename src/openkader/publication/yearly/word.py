"""The evaluation as a Word document that a clerk of the council can edit: by styles, with contents and links."""

import io
from collections.abc import Iterator, Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openkader.base.text import Text
from openkader.evaluation.document import (
    Block,
    Chapter,
    Document,
    Heading,
    Notice,
    Paragraph,
    Picture,
    Points,
    Quote,
    Table,
)
from openkader.publication.yearly.drawings import drawn, pictures_of
from openkader.publication.yearly.style import Edition
from openkader.publication.yearly.word_parts import Pieces, paragraph, safe, words
from openkader.publication.yearly.word_styles import HEAD, LANGUAGES, W, numbering, styles

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_DAY_ONE = (1980, 1, 1, 0, 0, 0)  # the same document is the same file
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SPACES = (
    f'{W} xmlns:r="{_REL}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_KINDS = ("styles", "numbering", "settings", "footnotes", "footer")
_PAGE = (
    '<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1361" w:right="1418" w:bottom="1304" w:left="1418" w:header="709" w:footer="624" w:gutter="0"/>'
    "</w:sectPr>"
)
_SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{place}"><w:p><w:pPr><w:spacing w:after="0"/></w:pPr>'
    f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
    for place, kind in ((-1, "separator"), (0, "continuationSeparator"))
)
_SIGN = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
_DEEPEST = 4
_CONTENTS = Text(nl="Inhoud", en="Contents")


def docx_of(document: Document, edition: Edition) -> bytes:
    """The file; the same document always gives the same bytes."""
    writer = _Writer(document, edition)
    body = "".join(writer.body())
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            ("document", f"{_REL}/officeDocument", "word/document.xml", ""),
            ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml", ""),
        ),
        "word/document.xml": f"{HEAD}<w:document {_SPACES}><w:body>{body}{_PAGE}</w:body></w:document>",
        "word/_rels/document.xml.rels": writer.relations(),
        "word/styles.xml": styles(document.language, edition.style),
        "word/numbering.xml": numbering(),
        "word/settings.xml": _settings(document.language),
        "word/footnotes.xml": writer.footnotes(),
        "word/footer.xml": _footer(document),
        "docProps/core.xml": _core(document),
        **{f"word/media/picture{place}.png": png for place, png in enumerate(writer.pngs, 1)},
    }
    return _packed(parts)


def _packed(parts: Mapping[str, str | bytes]) -> bytes:
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(ZipInfo(name, _DAY_ONE), part, ZIP_DEFLATED)
    return content.getvalue()


class _Writer:
    """One document in the writing."""

    def __init__(self, document: Document, edition: Edition) -> None:
        self.document = document
        self.pieces = Pieces(edition)
        self.pngs = drawn(pictures_of(document), edition.style)
        self.left = iter(self.pngs)
        self.chapters = 0

    def body(self) -> Iterator[str]:
        """The title page with the contents, then every chapter."""
        document = self.document
        yield paragraph("Subtitle", words(document.organisation))
        yield paragraph("Title", words(document.title))
        yield from (paragraph("Notice", words(one)) for one in document.notices)
        yield from (paragraph("Subtitle", words(f"{label}: {value}")) for label, value in document.about)
        yield paragraph("TOCHeading", words(_CONTENTS.in_(document.language)))
        yield from _contents(document)
        for place, chapter in enumerate(document.chapters):
            yield from self.chapter(chapter, 1, "<w:pageBreakBefore/>" if place == 0 else "")

    def chapter(self, chapter: Chapter, level: int, more: str = "") -> Iterator[str]:
        """A heading that the contents lead to, its blocks, and the chapters in it."""
        self.chapters += 1
        marked = self.pieces.marked(words(chapter.title), _bookmark(self.chapters))
        yield paragraph(f"Heading{min(level, _DEEPEST)}", marked, more)
        for block in chapter.blocks:
            yield from self.block(block, level)
        for inner in chapter.chapters:
            yield from self.chapter(inner, level + 1)

    def block(self, block: Block, level: int) -> Iterator[str]:
        """One block in the style that belongs to it."""
        pieces = self.pieces
        match block:
            case Heading():
                yield paragraph(f"Heading{min(level + 1, _DEEPEST)}", pieces.runs(block.runs))
            case Paragraph():
                yield paragraph("", pieces.runs(block.runs))
            case Points():
                yield from (paragraph("ListBullet", pieces.runs(runs)) for runs in block.items)
            case Notice():
                yield paragraph("Notice", words(block.text))
            case Quote():
                spoken = f'<w:lang w:val="{LANGUAGES[block.language]}"/>' if block.language else ""
                yield paragraph("Quote", words(f"“{block.text}”", spoken), "<w:keepNext/>")
                yield paragraph("QuoteSource", pieces.linked(block.said_by, block.path))
            case Table():
                yield from pieces.table(block)
            case Picture():
                yield from pieces.picture(block, next(self.left))

    def relations(self) -> str:
        """What the text leans on: the other parts, the pictures, and where its links lead."""
        own = [(kind, f"{_REL}/{kind}", f"{kind}.xml", "") for kind in _KINDS]
        pictures = [
            (f"picture{place}", f"{_REL}/image", f"media/picture{place}.png", "")
            for place in range(1, len(self.pngs) + 1)
        ]
        links = [(name, f"{_REL}/hyperlink", url, "External") for url, name in self.pieces.links.items()]
        return _relations(*own, *pictures, *links)

    def footnotes(self) -> str:
        """The notes at the foot of the pages."""
        notes = "".join(
            f'<w:footnote w:id="{place}">{paragraph("FootnoteText", _SIGN + words(f" {note}"))}</w:footnote>'
            for place, note in enumerate(self.pieces.notes, 1)
        )
        return f"{HEAD}<w:footnotes {W}>{_SEPARATORS}{notes}</w:footnotes>"


def _bookmark(place: int) -> str:
    return f"_Toc{place:06}"


def _contents(document: Document) -> Iterator[str]:
    """The contents as a field that Word renews, with every entry already in it."""
    entries = list(_entries(document.chapters, 1, iter(range(1, 100_000))))
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    for place, (level, name, title) in enumerate(entries):
        link = f'<w:hyperlink w:anchor="{name}" w:history="1">{words(title)}</w:hyperlink>'
        first, last = begin if place == 0 else "", end if place == len(entries) - 1 else ""
        yield paragraph(f"TOC{level}", first + link + last)


def _entries(
    chapters: tuple[Chapter, ...], level: int, places: Iterator[int]
) -> Iterator[tuple[int, str, str]]:
    for chapter in chapters:
        name = _bookmark(next(places))
        if level <= 2:
            yield level, name, chapter.title
        yield from _entries(chapter.chapters, level + 1, places)


def _types() -> str:
    parts = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{_PART}.{kind}+xml"/>' for kind in _KINDS
    )
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_PART}.document.main+xml"/>{parts}'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _relations(*relations: tuple[str, str, str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{safe(target)}"{_mode(mode)}/>'
        for name, kind, target, mode in relations
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _mode(mode: str) -> str:
    return f' TargetMode="{mode}"' if mode else ""


def _settings(language: str) -> str:
    return (
        f'{HEAD}<w:settings {W}><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        f'</w:compat><w:themeFontLang w:val="{LANGUAGES[language]}"/></w:settings>'
    )


def _footer(document: Document) -> str:
    numbers = " / ".join(
        f'<w:fldSimple w:instr=" {field} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        for field in ("PAGE", "NUMPAGES")
    ).replace(" / ", words(" / "))
    said = words(f"{document.title} · {document.organisation}") + f"<w:r><w:tab/></w:r>{numbers}"
    return f"{HEAD}<w:ftr {W}>{paragraph('Footer', said)}</w:ftr>"


def _core(document: Document) -> str:
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{safe(document.title)}</dc:title>'
        f"<dc:creator>{safe(document.organisation)}</dc:creator>"
        f"<dc:language>{LANGUAGES[document.language]}</dc:language></cp:coreProperties>"
    )
