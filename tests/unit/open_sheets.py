"""Workbooks of LibreOffice to test with; everybody in them is made up."""

import io
import zipfile
from collections.abc import Iterable, Mapping

NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)
KIND = "application/vnd.oasis.opendocument.spreadsheet"


def cell(text: str, more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"


def row(*cells: str, more: str = "") -> str:
    parts = (one if one.startswith("<") else cell(one) for one in cells)
    return f"<table:table-row {more}>{''.join(parts)}</table:table-row>"


def sheet(*rows: str, title: str = "Blad1") -> str:
    return f'<table:table table:name="{title}">{"".join(rows)}</table:table>'


def open_sheet(
    *sheets: str, kind: str = KIND, others: Mapping[str, str] | Iterable[tuple[str, str]] = ()
) -> bytes:
    """A workbook with these sheets, and other parts beside."""
    body = f"<office:body><office:spreadsheet>{''.join(sheets)}</office:spreadsheet></office:body>"
    parts = {
        "mimetype": kind,
        "content.xml": f"<office:document-content {NAMESPACES}>{body}</office:document-content>",
        **dict(others),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()
