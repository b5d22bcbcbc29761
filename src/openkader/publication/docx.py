"""A letter as a Word document: headings, paragraphs and real lists, in its own language (ADR 15 and 16)."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openkader.publication.docx_table import table_of
from openkader.publication.letterhead import Letterhead
from openkader.publication.letters import Letter, Paragraph

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
_TITLE = 36  # half points: above the headings of the parts
_DAY_ONE = (1980, 1, 1, 0, 0, 0)  # the same letter is the same file
_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_PART}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_PART}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_PART}.numbering+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
_ROOT = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_REL}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="r2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/></Relationships>'
)
_PARTS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{_REL}/styles" Target="styles.xml"/>'
    f'<Relationship Id="r2" Type="{_REL}/numbering" Target="numbering.xml"/></Relationships>'
)
_NUMBERING = (
    f'{_HEAD}<w:numbering {_W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
    '<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:pPr><w:ind w:left="567" w:hanging="283"/></w:pPr>'
    '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
_STYLES = (
    f"{_HEAD}<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/>'
    '<w:lang w:val="{language}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
    '<w:spacing w:after="200" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    '<w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="360"/><w:outlineLvl w:val="0"/></w:pPr>'
    '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/></w:pPr>'
    "</w:style></w:styles>"
)
_CORE = (
    f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
    "<dc:creator>{creator}</dc:creator><dc:language>{language}</dc:language></cp:coreProperties>"
)
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" '
    'w:gutter="0"/></w:sectPr>'
)


@dataclass(frozen=True, slots=True)
class _Hand:
    """How a paragraph is written in this document: its language, and the names of its styles."""

    language: str
    heading: str = "Heading1"
    point: str = "ListBullet"


def written(letter: Letter, letterhead: Letterhead | None = None) -> bytes:
    """The letter as a docx file, on plain paper or on the letterhead; the same letter always gives the same bytes."""
    language = _LANGUAGES[letter.language]
    title, creator = _plain(letter.subject), _plain(letter.organisation)
    core = _CORE.format(title=title, creator=creator, language=language).encode()
    if letterhead is not None:
        hand = _Hand(language, letterhead.heading, letterhead.point)
        text = letterhead.before + "".join(_body(letter, hand)).encode() + letterhead.after
        return _packed({**letterhead.parts, letterhead.main: text, letterhead.core: core})
    body = [
        _paragraph(letter.organisation, _Hand(language), _Look(bold=True)),
        *_body(letter, _Hand(language)),
    ]
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _ROOT,
        "word/_rels/document.xml.rels": _PARTS,
        "word/document.xml": f"{_HEAD}<w:document {_W}><w:body>{''.join(body)}{_PAGE}</w:body></w:document>",
        "word/styles.xml": _STYLES.replace("{language}", language),
        "word/numbering.xml": _NUMBERING,
    }
    return _packed({**{name: text.encode() for name, text in parts.items()}, "docProps/core.xml": core})


def _packed(parts: Mapping[str, bytes]) -> bytes:
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(ZipInfo(name, _DAY_ONE), part, ZIP_DEFLATED)
    return content.getvalue()


def _body(letter: Letter, hand: _Hand) -> Iterable[str]:
    if letter.made_up:
        yield _paragraph(letter.made_up, hand, _Look(bold=True))
    for label, value in letter.about:
        yield _paragraph(f"{label}: {value}", hand)
    has_parts = any(one.is_heading for one in letter.paragraphs)
    yield _paragraph(letter.subject, hand, _Look(style=hand.heading, size=_TITLE if has_parts else 0))
    for one in letter.paragraphs:
        yield from _written(one, hand)


def _written(one: Paragraph, hand: _Hand) -> Iterable[str]:
    if one.table:
        yield from table_of(
            one.table, lambda text, bold: _paragraph(text, hand, _Look(bold=bold, is_cell=True))
        )
    elif one.points:
        yield from (_paragraph(point, hand, _Look(style=hand.point)) for point in one.points[:-1])
        yield _paragraph(one.points[-1], hand, _Look(style=hand.point, keeps_away=True))
    else:
        style = hand.heading if one.is_heading else ""
        yield _paragraph(one.text, hand, _Look(style=style, bold=one.is_strong, keeps_next=one.is_strong))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """How a paragraph looks: its style, whether it is bold and how large, and how near the next one stays."""

    style: str = ""
    bold: bool = False
    size: int = 0  # half points; nought is that of the style
    keeps_away: bool = False
    keeps_next: bool = False
    is_cell: bool = False


_PLAIN = _Look()


def _paragraph(text: str, hand: _Hand, look: _Look = _PLAIN) -> str:
    """One paragraph; a line break in it stays one.

    Plain ones, and the last point of a list, keep what follows at a distance, whatever a letterhead says of it.
    """
    named = f"<w:pStyle w:val={quoteattr(look.style)}/>" if look.style else ""
    near = "<w:keepNext/>" if look.keeps_next else ""
    distance = '<w:spacing w:after="200"/>' if look.keeps_away or not look.style else ""
    distance = '<w:spacing w:after="0"/>' if look.is_cell else distance
    letters = ("<w:b/>" if look.bold else "") + (f'<w:sz w:val="{look.size}"/>' if look.size else "")
    run = f'<w:rPr>{letters}<w:lang w:val="{hand.language}"/></w:rPr>'
    runs = "<w:r><w:br/></w:r>".join(
        f'<w:r>{run}<w:t xml:space="preserve">{_plain(line)}</w:t></w:r>'
        for line in text.splitlines() or [""]
    )
    return f"<w:p><w:pPr>{named}{near}{distance}</w:pPr>{runs}</w:p>"


def _plain(text: str) -> str:
    """Text as XML takes it: no markup, and none of the characters that XML cannot hold."""
    return escape("".join(letter for letter in text if letter in "\t\n" or letter.isprintable()))
