"""The styles of the evaluation in Word: what an official edits is a style, and never a formatting by hand."""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from openkader.publication.yearly.style import HouseStyle

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
_FONT = "Calibri"
_INK, _QUIET, _LINE, _SOFT = "1B2025", "5A5F66", "C9C4BA", "F4F1EA"
# Id, the name that Word knows it by, what it is based on, of the paragraph, of the letters.
_PARAGRAPHS = (
    (
        "Title",
        "Title",
        '<w:spacing w:before="0" w:after="240" w:line="240" w:lineRule="auto"/>',
        '<w:b/><w:sz w:val="52"/>',
    ),
    ("Subtitle", "Subtitle", '<w:spacing w:after="60"/>', f'<w:color w:val="{_QUIET}"/>'),
    (
        "TOCHeading",
        "TOC Heading",
        '<w:keepNext/><w:spacing w:before="360" w:after="120"/>',
        '<w:b/><w:sz w:val="34"/>',
    ),
    ("TOC1", "toc 1", '<w:spacing w:after="60"/>', ""),
    ("TOC2", "toc 2", '<w:spacing w:after="40"/><w:ind w:left="284"/>', ""),
    (
        "Caption",
        "caption",
        '<w:keepNext/><w:spacing w:before="240" w:after="80"/>',
        '<w:b/><w:sz w:val="19"/>',
    ),
    (
        "TableText",
        "Table Text",
        '<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>',
        '<w:sz w:val="18"/>',
    ),
    (
        "TableNote",
        "Table Note",
        '<w:spacing w:before="60" w:after="240"/>',
        f'<w:color w:val="{_QUIET}"/><w:sz w:val="17"/>',
    ),
    ("Quote", "Quote", '<w:spacing w:after="40"/><w:ind w:left="426" w:right="426"/>', ""),
    (
        "QuoteSource",
        "Quote Source",
        '<w:spacing w:after="200"/><w:ind w:left="426" w:right="426"/>',
        f'<w:color w:val="{_QUIET}"/><w:sz w:val="19"/>',
    ),
    (
        "FootnoteText",
        "footnote text",
        '<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>',
        '<w:sz w:val="18"/>',
    ),
    (
        "Footer",
        "footer",
        '<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs><w:spacing w:after="0"/>',
        f'<w:color w:val="{_QUIET}"/><w:sz w:val="17"/>',
    ),
)
_HEADINGS = ((34, 480, 160), (27, 360, 120), (23, 280, 100), (21, 240, 80))
_BULLETS = (
    f'{HEAD}<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="567" w:hanging="283"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def numbering() -> str:
    """The one list that there is: with bullets."""
    return _BULLETS


def styles(language: str, style: HouseStyle) -> str:
    """The part of the package with every style."""
    return "".join((f"{HEAD}<w:styles {W}>", *_styles(LANGUAGES[language], style), "</w:styles>"))


def _styles(language: str, style: HouseStyle) -> Iterator[str]:
    yield _defaults(language, _font(style.text))
    yield '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    yield (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
    )
    heading = _fonts(_font(style.heading or style.text))
    for level, (size, before, after) in enumerate(_HEADINGS, 1):
        space = f'<w:spacing w:before="{before}" w:after="{after}"/>'
        look = f'<w:keepNext/><w:keepLines/>{space}<w:outlineLvl w:val="{level - 1}"/>'
        yield _paragraph(
            f"Heading{level}", f"heading {level}", look, f'{heading}<w:b/><w:sz w:val="{size}"/>'
        )
    for name, said, look, letters in _PARAGRAPHS:
        yield _paragraph(name, said, look, letters)
    yield _paragraph(
        "ListBullet", "List Bullet", '<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/>', ""
    )
    accent = style.accent.lstrip("#").upper()
    shaded = (
        f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{accent}"/></w:pBdr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{_SOFT}"/>'
        '<w:spacing w:before="120" w:after="120"/><w:ind w:left="170"/>'
    )
    yield _paragraph("Notice", "Notice", shaded, "")
    yield _letters("Hyperlink", "Hyperlink", f'<w:color w:val="{accent}"/><w:u w:val="single"/>')
    yield _letters("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>')
    yield _letters("Explanation", "Explanation", f'<w:color w:val="{_QUIET}"/>')
    yield _letters("Gap", "Gap", '<w:shd w:val="clear" w:color="auto" w:fill="FDEECB"/>')
    yield _table()


def _defaults(language: str, font: str) -> str:
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(font)}<w:color w:val="{_INK}"/><w:sz w:val="21"/>'
        f'<w:lang w:val="{language}" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )


def _font(families: tuple[str, ...]) -> str:
    return families[0] if families else _FONT


def _fonts(name: str) -> str:
    said = quoteattr(name)
    return f"<w:rFonts w:ascii={said} w:hAnsi={said} w:cs={said}/>"


def _paragraph(name: str, said: str, look: str, letters: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{said}"/><w:basedOn w:val="Normal"/>'
        f'<w:next w:val="Normal"/><w:qFormat/><w:pPr>{look}</w:pPr><w:rPr>{letters}</w:rPr></w:style>'
    )


def _letters(name: str, said: str, letters: str) -> str:
    return (
        f'<w:style w:type="character" w:styleId="{name}"><w:name w:val="{said}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{letters}</w:rPr></w:style>'
    )


def _table() -> str:
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"/>'
        for edge in ("top", "bottom", "insideH")
    )
    margins = "".join(f'<w:{side} w:w="60" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
        '<w:style w:type="table" w:customStyle="1" w:styleId="RegisterTable"><w:name w:val="Register Table"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{edges}</w:tblBorders>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{_INK}"/>'
        "</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    )
