"""The SDN list of OFAC as comma-separated files: `sdn`, with `alt` (names), `add` (addresses) and `sdn_comments`.

OFAC's own files have no heading and end with a Ctrl-Z; that mark is how a file that was
cut off between two rows is known. Copies that others made with a heading are read too,
and need no mark. Which file is which follows from the number of columns. A remark has
room for a thousand characters; the rest of it, often with names and passports, is in
`sdn_comments`. Names in Chinese script are not in these files: they are in SDN_ADVANCED.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from openkader.base.errors import Invalid, Problem
from openkader.screening.entities import NameKind
from openkader.screening.lists.drafts import Draft, Reading
from openkader.screening.lists.identifiers import add_remark
from openkader.screening.lists.listed import Listed
from openkader.screening.lists.rows import read_cells

_END = "\x1a"
_COMMENTS, _NAMES, _ADDRESSES, _MAIN = 2, 5, 6, 12
_LONGEST_REMARK = 1000
_SCHEMAS = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane", "": "Organization"}
_KINDS = {"fka": NameKind.PREVIOUS_NAME}
_Grouped = dict[str, list[list[str]]]


def read_ofac(paths: Sequence[Path], reading: Reading) -> Iterator[Listed]:
    """Every entry of the main file, with its other names and its addresses."""
    files = {_width(path): path for path in paths}
    if _MAIN not in files:
        raise Invalid([Problem("list.no-main-file", ", ".join(path.name for path in paths))])
    names = _grouped(files.get(_NAMES), _NAMES, reading)
    addresses = _grouped(files.get(_ADDRESSES), _ADDRESSES, reading)
    comments = _grouped(files.get(_COMMENTS), _COMMENTS, reading)
    for cells, where in _records(files[_MAIN], _MAIN, reading):
        kind = cells[2].lower()
        if kind not in _SCHEMAS:
            reading.report("list.unknown-kind", where, kind=cells[2], known=", ".join(filter(None, _SCHEMAS)))
            continue
        draft = _draft(cells, _SCHEMAS[kind], where)
        _add_remarks(draft, cells[-1], "".join(rest for _, rest in comments.get(cells[0], [])))
        _add_names(draft, names.get(cells[0], []))
        _add_addresses(draft, addresses.get(cells[0], []))
        yield from reading.accept(draft)


def _width(path: Path) -> int:
    """The number of columns, from the first row; the file may still be wrong further on."""
    cells, _ = next(read_cells(path, Reading("")), ([], ""))
    return len(cells)


def _grouped(path: Path | None, width: int, reading: Reading) -> _Grouped:
    groups: _Grouped = {}
    for cells, _ in _records(path, width, reading) if path else ():
        groups.setdefault(cells[0], []).append(cells)
    return groups


def _records(path: Path, width: int, reading: Reading) -> Iterator[tuple[list[str], str]]:
    """The rows that begin with a number; the mark that ends OFAC's own files must be there."""
    is_ended, where = False, path.name
    for position, (cells, where) in enumerate(read_cells(path, reading)):
        if cells[0].startswith(_END):
            is_ended = True
            break
        if len(cells) != width:
            reading.report("list.row-length", where, found=str(len(cells)), wanted=str(width))
        elif cells[0].strip().isdigit():
            # A remark that goes on in another file may break off at a blank.
            yield [*map(_said, cells[:-1]), cells[-1] if _said(cells[-1]) else ""], where
        elif position == 0:
            is_ended = True  # a heading: not OFAC's own form
        else:
            reading.report("list.no-number", where)
    if not is_ended:
        raise Invalid([Problem("list.cut", where)])


def _said(cell: str) -> str:
    """A cell; `-0-` is how OFAC writes that there is nothing."""
    words = cell.strip()
    return "" if words == "-0-" else words


def _draft(cells: list[str], schema: str, where: str) -> Draft:
    number, name, _, programmes, title, call_sign, kind, tonnage, gross, flag, owner, _ = cells
    draft = Draft(schema, number, where)
    draft.add_name(name, NameKind.NAME, "SDN_Name")
    for programme in programmes.replace("[", "").split("]"):
        draft.add("programId", f"US-{programme.strip()}" if programme.strip() else None, "Program")
    draft.add("topics", "sanction", "SDN")
    draft.add("position", title, "Title")
    draft.add("callSign", call_sign, "Call_Sign")
    draft.add("type", kind, "Vess_type")
    draft.add("tonnage", tonnage or gross, "Tonnage" if tonnage else "GRT")
    draft.add_country("flag", flag, "Vess_flag")
    draft.note(owner, "Vess_owner")
    return draft


def _add_remarks(draft: Draft, beginning: str, rest: str) -> None:
    """The remarks, one by one; where the rest is not given, the last one may be half a name and is only a note."""
    *remarks, last = (beginning + rest).split(";")
    for remark in remarks:
        add_remark(draft, remark, "Remarks")
    if len(beginning) >= _LONGEST_REMARK and not rest:
        draft.note(last, "Remarks (cut)")
    else:
        add_remark(draft, last, "Remarks")


def _add_names(draft: Draft, rows: list[list[str]]) -> None:
    for _, _, kind, name, remarks in rows:
        draft.add_name(name, _KINDS.get(kind.lower(), NameKind.ALIAS), f"alt/{kind}")
        draft.note(remarks, "alt/remarks")


def _add_addresses(draft: Draft, rows: list[list[str]]) -> None:
    for _, _, street, city, country, remarks in rows:
        draft.add("address", ", ".join(filter(None, (street, city, country))), "add/address")
        draft.add_country("country", country, "add/country")
        draft.note(remarks, "add/remarks")
