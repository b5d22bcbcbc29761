"""A table in a Word document: thin lines, and a head that comes back on every page and that a screen reader knows."""

from collections.abc import Callable, Iterable, Sequence

from openkader.publication.letters import Table

# The text of a sheet of A4 between our margins, in twentieths of a point; on other paper the shares count.
_WIDE = 9070
_WHOLE = 5000  # of a width, in fiftieths of a per cent
_EDGES = ("top", "bottom", "insideH")
_BORDERS = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="808080"/>' for edge in _EDGES)
_LOOK = (
    f'<w:tblPr><w:tblW w:w="{_WHOLE}" w:type="pct"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
    '<w:tblLayout w:type="fixed"/>'
    '<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="60" w:type="dxa"/>'
    '<w:bottom w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>'
    '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
    'w:noVBand="1"/></w:tblPr>'
)
Written = Callable[[str, bool], str]


def table_of(table: Table, written: Written) -> Iterable[str]:
    """The table, and the space under it; `written` makes a paragraph, bold or not."""
    whole = sum(table.shares)
    columns = "".join(f'<w:gridCol w:w="{_WIDE * share // whole}"/>' for share in table.shares)
    widths = [_WHOLE * share // whole for share in table.shares]
    head = _row(table.columns, widths, lambda text: written(text, True), "<w:tblHeader/>")
    rows = "".join(_row(row, widths, lambda text: written(text, False)) for row in table.rows)
    yield f"<w:tbl>{_LOOK}<w:tblGrid>{columns}</w:tblGrid>{head}{rows}</w:tbl>"
    yield written("", False)


def _row(texts: Sequence[str], widths: Sequence[int], written: Callable[[str], str], more: str = "") -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="pct"/></w:tcPr>{written(text)}</w:tc>'
        for text, width in zip(texts, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{cells}</w:tr>"
