"""Delegates and lists to test with; everybody on them is made up."""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

import pytest
from openpyxl import Workbook

from openkader.base.errors import Invalid, Problem
from openkader.casework.delegation import Choice, Delegate, DelegationSheet, read_delegation, read_pasted

TODAY = date(2026, 11, 24)
HEADINGS = ("Naam", "Organisatie", "Functie", "Geboortedatum", "Nationaliteit", "Geslacht")


def delegate(*names: str, row: int = 2, organisation: tuple[str, ...] = (), **rest: str) -> Delegate:
    """A delegate with these names."""
    return Delegate(row=row, names=names, organisation_names=organisation, **rest)


def workbook(*rows: Sequence[object], change: Callable[[Workbook], None] = lambda _: None) -> bytes:
    """A workbook of one sheet with these rows."""
    book = Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    change(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def repacked(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """A workbook of which some parts are others, named by how their names end."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            other = [text for end, text in parts.items() if part.endswith(end)]
            new.writestr(part, other[0] if other else old.read(part))
    return file.getvalue()


def unpacked(content: bytes, end: str) -> bytes:
    """A part of a workbook, by how its name ends."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return next(archive.read(part) for part in archive.namelist() if part.endswith(end))


def table(*rows: Iterable[str]) -> str:
    """Rows as they are copied from a spreadsheet."""
    return "".join("\t".join(row) + "\n" for row in rows)


def pasted(*rows: Iterable[str], choice: Choice | None = None) -> DelegationSheet:
    """What is read of rows that are pasted."""
    return read_pasted(table(*rows), TODAY, choice or Choice())


def read(content: bytes, name: str = "list.xlsx", choice: Choice | None = None) -> DelegationSheet:
    """What is read of a file."""
    return read_delegation(content, name, TODAY, choice or Choice())


def refused(content: bytes, name: str = "list.xlsx") -> list[str]:
    """The codes with which a file is refused."""
    with pytest.raises(Invalid) as caught:
        read(content, name)
    return [problem.code for problem in caught.value.problems]


def told(problems: Iterable[Problem]) -> list[tuple[str, str]]:
    """The code and place of each."""
    return [(problem.code.removeprefix("delegation."), problem.where) for problem in problems]


def names(sheet: DelegationSheet) -> list[tuple[str, ...]]:
    """The names of the delegates, in the order of the list."""
    return [one.names for one in sheet.delegates]
