"""A letterhead for the tests, as Word would write it, and what can be wrong with one."""

import io
from collections.abc import Mapping
from zipfile import ZipFile

XMLNS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN, STYLES, NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"


def related(*relations: tuple[str, str]) -> str:
    lines = (
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(relations)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(lines)}</Relationships>'


# As Word writes it: names of its own extensions, a style with a Dutch id, text that was there before.
PAPER: Mapping[str, str] = {
    "[Content_Types].xml": (
        f'<?xml version="1.0"?><Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="x"/>'
        f'<Override PartName="/{MAIN}" ContentType="{_PART}.document.main+xml"/></Types>'
    ),
    "_rels/.rels": related((f"{REL}/officeDocument", MAIN)),
    "word/_rels/document.xml.rels": related(
        (f"{REL}/styles", "styles.xml"),
        (f"{REL}/header", "header1.xml"),
        (f"{REL}/numbering", "/word/numbering.xml"),
    ),
    MAIN: (
        f'<?xml version="1.0" encoding="UTF-8"?><w:document {XMLNS} xmlns:r="{REL}" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="urn:w14" '
        'mc:Ignorable="w14"><w:background w:color="FFFFFF"/><w:body><w:p><w:r><w:t>Oude tekst é</w:t></w:r></w:p>'
        '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
        "</w:body></w:document>"
    ),
    "word/header1.xml": f"<w:hdr {XMLNS}><w:p><w:r><w:t>Provincie Voorbeeld</w:t></w:r></w:p></w:hdr>",
    STYLES: (
        f'<w:styles {XMLNS}><w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/>'
        '</w:style><w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style></w:styles>'
    ),
    NUMBERING: (
        f'<w:numbering {XMLNS}><w:abstractNum w:abstractNumId="4"/><w:num w:numId="7"><w:abstractNumId w:val="4"/>'
        '</w:num><w:numIdMacAtCleanup w:val="1"/></w:numbering>'
    ),
}


def paper(**changed: str | None) -> bytes:
    """A letterhead of which parts were changed or left out, by the last word of their name."""
    content = io.BytesIO()
    with ZipFile(content, "w") as archive:
        for name, text in PAPER.items():
            key = name.rsplit("/", 1)[-1].partition(".")[0] if "rels" not in name else ""
            new = changed.get(key, text)
            if new is not None:
                archive.writestr(name, new)
        for name, more in changed.items():
            if "/" in name and more is not None:
                archive.writestr(name, more)
    return content.getvalue()
