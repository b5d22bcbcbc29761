"""The Dutch national list of terrorism (`terrorismelijst`), as a spreadsheet (.ods).

The columns are those of the English edition, as others print them; those of the Dutch
edition were not seen, and are recognised by the words that they must begin with.
The list has no numbers of its own: an entity is known by a mark of its name, its
birth date and its decision. An entry without a first name may be a person or an
organisation, so it is read as either.
"""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from openkader.base.errors import Invalid, Problem
from openkader.screening.entities import NameKind
from openkader.screening.lists.dates import day
from openkader.screening.lists.drafts import Draft, Reading, clean
from openkader.screening.lists.listed import Listed
from openkader.screening.lists.ods import Cell, read_ods
from openkader.screening.lists.rows import folded

_HEADINGS = {
    "surname": ("surname", "achternaam", "naam"),
    "first": ("first name", "voorna"),
    "alias": ("alias",),
    "birth": ("date of birth", "geboortedatum"),
    "place": ("place of birth", "geboorteplaats"),
    "decision": ("date of ministerial decision", "datum"),
    "link": ("link",),
}
_NEEDED = frozenset({"surname", "first", "birth"})
_Places = Mapping[str, int]


def read_nl(path: Path, reading: Reading) -> Iterator[Listed]:
    """Every row under the headings."""
    places: _Places = {}
    for cells, where in read_ods(path):
        if not places:
            places = _headings(cells)
        else:
            yield from _accept(cells, places, where, reading)
    if not places:
        raise Invalid([Problem("list.no-headings", path.name, {"wanted": ", ".join(sorted(_NEEDED))})])


def _headings(cells: list[Cell]) -> _Places:
    found: dict[str, int] = {}
    for place, (text, _) in enumerate(cells):
        for name, openings in _HEADINGS.items():
            if name not in found and folded(text).startswith(openings):
                found[name] = place
                break
    return found if found.keys() >= _NEEDED else {}


def _accept(cells: list[Cell], places: _Places, where: str, reading: Reading) -> Iterator[Listed]:
    said = {name: cells[place] if place < len(cells) else ("", "") for name, place in places.items()}
    surname, first, birth = (clean(said[name][0]) for name in ("surname", "first", "birth"))
    if not birth and not first and "decision" in said and not clean(said["decision"][0]):
        return  # a heading or a remark between the entries
    mark = "|".join((surname, first, birth)).casefold().encode()
    draft = Draft("Person" if first else "LegalEntity", hashlib.sha256(mark).hexdigest()[:16], where)
    draft.add_name(f"{first} {surname}", NameKind.NAME, "First name(s), Surname")
    for alias in said.get("alias", ("", ""))[0].replace("\n", ";").split(";"):
        draft.add_name(alias, NameKind.ALIAS, "Alias")
    draft.add_birth(birth, "Date of Birth")
    draft.add("birthPlace", said.get("place", ("", ""))[0], "Place of Birth")
    _add_decision(draft, said)
    yield from reading.accept(draft)


def _add_decision(draft: Draft, said: Mapping[str, Cell]) -> None:
    """The decision of the minister, which is what makes the listing law."""
    date = day(clean(said.get("decision", ("", ""))[0])[:10])
    draft.add("createdAt", date, "Date of ministerial decision")
    notice, address = said.get("link", ("", ""))
    draft.add("program", notice, "Link official notification")
    draft.add("sourceUrl", address, "Link official notification")
    draft.add("programId", "NL-UNSC1373", "list")
    draft.add("topics", "sanction", "list")
