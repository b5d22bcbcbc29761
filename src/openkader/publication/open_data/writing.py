"""Writing the files: CSV and JSON row by row, and the descriptor that says what is in them."""

import csv
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from openkader.publication.open_data.fields import Field
from openkader.publication.open_data.rows import Cell, Line
from openkader.publication.sheets import harmless


@dataclass(frozen=True, slots=True)
class Written:
    """One file as it was written."""

    name: str
    rows: int
    bytes: int
    sha256: str


def write_rows(
    folder: Path, name: str, fields: Iterable[Field], lines: Iterable[Line]
) -> tuple[Written, Written]:
    """The same rows as CSV and as JSON; a year of a hundred thousand dossiers is never whole in memory."""
    heads, rows = [field.name for field in fields], 0
    with (
        (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as sheet,
        (folder / f"{name}.json").open("w", encoding="utf-8", newline="\n") as data,
    ):
        writer = csv.writer(sheet, lineterminator="\r\n")
        writer.writerow(heads)
        data.write("[")
        for rows, line in enumerate(lines, 1):
            writer.writerow([in_sheet(cell) for cell in line])
            data.write("\n" if rows == 1 else ",\n")
            data.write(json.dumps(dict(zip(heads, map(_plain, line), strict=True)), ensure_ascii=False))
        data.write("\n]\n")
    return _written(folder, f"{name}.csv", rows), _written(folder, f"{name}.json", rows)


def in_sheet(cell: Cell) -> str:
    """A cell of a sheet: unknown is empty, and what would be calculated is text."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case int() | date():
            return str(cell)
        case str():
            word = cell.replace("\0", "\N{REPLACEMENT CHARACTER}")
        case _:
            word = ";".join(cell).replace("\0", "\N{REPLACEMENT CHARACTER}")
    return harmless(word)


def _plain(cell: Cell) -> object:
    """A cell of the JSON: as it is, and days and sets as text."""
    if isinstance(cell, date):
        return cell.isoformat()
    return list(cell) if isinstance(cell, tuple | frozenset) else cell


def _written(folder: Path, name: str, rows: int) -> Written:
    path, digest = folder / name, hashlib.sha256()
    with path.open("rb") as file:
        for part in _parts(file):
            digest.update(part)
    return Written(name, rows, path.stat().st_size, digest.hexdigest())


def _parts(file: IO[bytes]) -> Iterator[bytes]:
    return iter(lambda: file.read(1 << 20), b"")


def resources(
    written: tuple[Written, Written], title: dict[str, str], fields: Iterable[Field]
) -> list[dict[str, object]]:
    """A sheet and its JSON as the descriptor names them."""
    sheet, data = written
    name = sheet.name.removesuffix(".csv")
    about = {"type": "table", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
    schema = {"fields": list(map(_described, fields)), "missingValues": [""]}
    if name != "figure_rows":
        schema["primaryKey"] = ["id"]
    return [
        {"name": name, "path": sheet.name, **title, **about, **_proof(sheet), "schema": schema},
        {
            "name": f"{name}-json",
            "path": data.name,
            **title,
            "format": "json",
            "mediatype": "application/json",
            "encoding": "utf-8",
            **_proof(data),
        },
    ]


def _proof(written: Written) -> dict[str, object]:
    return {"bytes": written.bytes, "hash": f"sha256:{written.sha256}", "rows": written.rows}


def _described(field: Field) -> dict[str, object]:
    said: dict[str, object] = {
        "name": field.name,
        "type": str(field.type),
        "title": field.title.nl,
        "title_en": field.title.en,
    }
    return said | ({"withheld": field.withheld} if field.withheld else {})


def write_descriptor(folder: Path, descriptor: dict[str, object]) -> None:
    """`datapackage.json`, which names every other file."""
    said = json.dumps(descriptor, ensure_ascii=False, indent=2)
    (folder / "datapackage.json").write_text(said + "\n", encoding="utf-8", newline="\n")
