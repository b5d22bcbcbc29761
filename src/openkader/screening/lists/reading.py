"""Reading a list of any known form into entities."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from openkader.base.errors import Invalid, Problem
from openkader.screening.lists.drafts import Reading
from openkader.screening.lists.eu import read_eu
from openkader.screening.lists.ftm import read_ftm
from openkader.screening.lists.listed import Listed
from openkader.screening.lists.nl import read_nl
from openkader.screening.lists.ofac_csv import read_ofac
from openkader.screening.lists.ofac_xml import read_ofac_advanced
from openkader.screening.lists.table import read_table
from openkader.screening.lists.uk_csv import read_uk_csv
from openkader.screening.lists.uk_xml import read_uk_xml
from openkader.screening.lists.un import read_un
from openkader.screening.lists.us_csl import read_csl_csv, read_csl_json


class Format(StrEnum):
    """The forms in which lists are published, and that can be read."""

    FTM = "ftm"
    EU_XML = "eu-xml"
    UN_XML = "un-xml"
    NL_ODS = "nl-ods"
    OFAC_CSV = "ofac-csv"
    OFAC_XML = "ofac-xml"
    UK_XML = "uk-xml"
    UK_CSV = "uk-csv"
    US_CSV = "us-csv"
    US_JSON = "us-json"
    TABLE = "table"


# How a page of the web and a packed file begin, whatever the address promised.
_OPENING = 256
_PAGES = (b"<!doctype html", b"<html")
_PACKED = (b"\x1f\x8b", b"PK\x03\x04")
_SIGNS = b"\xef\xbb\xbf \t\r\n"
_READERS: dict[Format, Callable[[Path, Reading], Iterator[Listed]]] = {
    Format.FTM: read_ftm,
    Format.EU_XML: read_eu,
    Format.UN_XML: read_un,
    Format.NL_ODS: read_nl,
    Format.OFAC_XML: read_ofac_advanced,
    Format.UK_XML: read_uk_xml,
    Format.UK_CSV: read_uk_csv,
    Format.US_CSV: read_csl_csv,
    Format.US_JSON: read_csl_json,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The files of one list as they were fetched, and how they are to be read."""

    format: Format
    files: tuple[Path, ...]
    mapping: Path | None = None


def read_list(source: Source, reading: Reading) -> Iterator[Listed]:
    """Every entity of a list with its origin.

    A record that cannot be used is skipped and noted in `reading`. What makes the
    whole file useless (cut off, dangerous, another list) raises `Invalid`.
    """
    try:
        for path in source.files:
            _refuse_wrapped(path, source.format)
        yield from _reader(source)(reading)
    except OSError as error:
        name = Path(str(error.filename)).name
        raise Invalid([Problem("document.unreadable", name, {"reason": error.strerror or ""})]) from error


def _refuse_wrapped(path: Path, form: Format) -> None:
    """What a server gives instead of a list says so itself, and not that the list has a strange form."""
    with path.open("rb") as file:
        opening = file.read(_OPENING)
    if opening.lstrip(_SIGNS).lower().startswith(_PAGES):
        raise Invalid([Problem("list.web-page", path.name)])
    if form is not Format.NL_ODS and opening.startswith(_PACKED):
        raise Invalid([Problem("list.packed", path.name)])


def _reader(source: Source) -> Callable[[Reading], Iterator[Listed]]:
    if source.format is Format.OFAC_CSV:
        return lambda reading: read_ofac(source.files, reading)
    path = _only(source.files)
    if source.format is Format.TABLE:
        if source.mapping is None:
            raise Invalid([Problem("list.no-mapping", path.name)])
        mapping = source.mapping
        return lambda reading: read_table(path, mapping, reading)
    reader = _READERS[source.format]
    return lambda reading: reader(path, reading)


def _only(files: Sequence[Path]) -> Path:
    if len(files) != 1:
        names = ", ".join(path.name for path in files)
        raise Invalid([Problem("list.one-file", "lists", {"files": names or "-"})])
    return files[0]
