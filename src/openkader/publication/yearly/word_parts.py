"""The pieces of a Word document: paragraphs by their style, numbers as links, notes at the foot, tables, pictures."""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from openkader.evaluation.document import Gap, Number, Picture, Run, Table, Words
from openkader.publication.yearly.style import Edition, plain

WIDE = 9070  # of the text on a sheet of A4, in twentieths of a point
_EMU = 635  # so many of the units of a drawing in one of those
_HIGHEST = 11900
_LOOK = (
    '<w:tblPr><w:tblStyle w:val="RegisterTable"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>'
    '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
    'w:noVBand="1"/>'
    "{caption}</w:tblPr>"
)
_DRAWING = (
    '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/>'
    '<wp:docPr id="{id}" name={name} descr={descr} title={name}/>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
    '<pic:cNvPr id="{id}" name={name} descr={descr}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="{embed}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/>'
    '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)


def safe(text: str) -> str:
    """Text as XML takes it."""
    return escape(plain(text))


def words(text: str, letters: str = "") -> str:
    """A run of words; a line break in it stays one."""
    look = f"<w:rPr>{letters}</w:rPr>" if letters else ""
    return "<w:r><w:br/></w:r>".join(
        f'<w:r>{look}<w:t xml:space="preserve">{safe(line)}</w:t></w:r>' for line in text.splitlines() or [""]
    )


def paragraph(style: str, content: str, more: str = "") -> str:
    """A paragraph by its style."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{content}</w:p>"


class Pieces:
    """What a document gathers while it is written: its links, its notes and its bookmarks."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.links: dict[str, str] = {}
        self.notes: list[str] = []
        self.pictures = 0
        self.bookmarks = 0

    def runs(self, runs: Iterable[Run]) -> str:
        """A sentence with its numbers, each a link, and what is to be known of them at the foot of the page."""
        return "".join(map(self.run, runs))

    def run(self, run: Run) -> str:
        """Words, a number or a gap."""
        match run:
            case Words():
                return words(run.text)
            case Number():
                return self.linked(run.text, run.path) + self.noted(self.edition.note(run))
            case Gap():
                return words(run.text, '<w:rStyle w:val="Gap"/>') + self.noted(run.note)

    def linked(self, text: str, path: str | None) -> str:
        """Text that leads to the register, where its address is known."""
        url = self.edition.url(path)
        if url is None or not text:
            return words(text)
        name = self.links.setdefault(url, f"link{len(self.links) + 1}")
        return f'<w:hyperlink r:id="{name}" w:history="1">{words(text, _LINK)}</w:hyperlink>'

    def noted(self, note: str | None) -> str:
        """The sign of a footnote, which is kept to be written at the end."""
        if not note:
            return ""
        self.notes.append(note)
        return f'<w:r>{_NOTE}<w:footnoteReference w:id="{len(self.notes)}"/></w:r>'

    def marked(self, content: str, name: str) -> str:
        """Content that a table of contents can lead to."""
        self.bookmarks += 1
        place = self.bookmarks
        return f'<w:bookmarkStart w:id="{place}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{place}"/>'

    def table(self, table: Table) -> Iterable[str]:
        """A table under its caption, with a head that comes back on every page, and its note."""
        if not table.rows:
            yield paragraph("", words(f"{table.caption}. ", "<w:b/>") + words(table.empty))
        else:
            yield paragraph("Caption", words(table.caption))
            yield self._grid(table)
        yield paragraph("TableNote", words(table.note or ""))

    def _grid(self, table: Table) -> str:
        whole = sum(column.share for column in table.columns)
        widths = [WIDE * column.share // whole for column in table.columns]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        right = [column.is_number for column in table.columns]
        head = _row([words(column.label) for column in table.columns], widths, right, "<w:tblHeader/>")
        rows = "".join(
            _row([self._cell(cell.text, cell.path) for cell in row], widths, right) for row in table.rows
        )
        look = _LOOK.format(caption=f"<w:tblCaption w:val={quoteattr(plain(table.caption))}/>")
        return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"

    def _cell(self, text: str, path: str | None) -> str:
        """The first line leads on, the rest explains."""
        first, *rest = text.splitlines() or [""]
        more = (f"<w:r><w:br/></w:r>{words(line, _EXPLAINS)}" for line in rest)
        return self.linked(first, path) + "".join(more)

    def picture(self, picture: Picture, png: bytes) -> Iterable[str]:
        """A chart under its title, with what it says to who cannot see it, and the table of its numbers."""
        self.pictures += 1
        wide, high = (int.from_bytes(png[place : place + 4], "big") for place in (16, 20))
        scale = min(WIDE / wide, _HIGHEST / high)
        yield paragraph("Caption", words(picture.title))
        drawing = _DRAWING.format(
            cx=int(wide * scale * _EMU),
            cy=int(high * scale * _EMU),
            id=self.pictures,
            embed=f"picture{self.pictures}",
            name=quoteattr(plain(picture.title)),
            descr=quoteattr(plain(picture.description)),
        )
        yield paragraph("", drawing)
        yield from self.table(picture.table)


_EXPLAINS = '<w:rStyle w:val="Explanation"/>'
_RIGHT = '<w:jc w:val="right"/>'
_NOTE = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
_LINK = '<w:rStyle w:val="Hyperlink"/>'


def _row(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool], more: str = "") -> str:
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        + paragraph("TableText", cell, _RIGHT if is_right else "")
        + "</w:tc>"
        for cell, width, is_right in zip(cells, widths, right, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{written}</w:tr>"
