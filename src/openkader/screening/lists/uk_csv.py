"""The British lists as CSV: the UK Sanctions List, and the consolidated list of OFSI.

Both give one row a name, with a line before the headings; the rows of one number are
one entity. Written by the published headings, of which others printed whole lines.
The rows of an entity need not stand together, so all are held until the end.
"""

from collections.abc import Iterator
from pathlib import Path

from openkader.screening.entities import NameKind
from openkader.screening.lists.dates import day
from openkader.screening.lists.drafts import Draft, Reading
from openkader.screening.lists.listed import Listed
from openkader.screening.lists.rows import Row, read_rows
from openkader.screening.lists.uk import SCHEMAS, add_regime, add_ship_number, name_kind, several

_NAMES = ("Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6")
_LINES = tuple(f"Line {number}" for number in range(1, 7))
# What a property is called in the newer list, and in that of OFSI.
_LISTS = {
    "title": ("Title",),
    "position": ("Position",),
    "passportNumber": ("Passport number",),
    "idNumber": ("National Identifier number", "National Identification Number"),
    "registrationNumber": ("Business registration number (s)",),
    "phone": ("Phone number",),
    "email": ("Email address",),
    "website": ("Website",),
    "type": ("Type of ship",),
    "tonnage": ("Tonnage of ship",),
    "buildDate": ("Year Built",),
}
_COUNTRIES = {
    "nationality": ("Nationality(/ies)", "Nationality"),
    "country": ("Address Country", "Country"),
    "flag": ("Current believed flag of ship",),
    "pastFlags": ("Previous flags",),
}


def read_uk_csv(path: Path, reading: Reading) -> Iterator[Listed]:
    """Every entity of the list, in the order of its first row."""
    drafts: dict[str, Draft] = {}
    for row in read_rows(path, ("Name 1", "Name 6"), reading):
        number = row.get("Unique ID", "Group ID")
        kind = row.get("Designation Type", "Group Type")
        if number not in drafts:
            if kind.lower() not in SCHEMAS:
                reading.report("list.unknown-kind", row.where, kind=kind or "-", known=", ".join(SCHEMAS))
                continue
            drafts[number] = Draft(SCHEMAS[kind.lower()], number, row.where)
        _take(drafts[number], row)
    for draft in drafts.values():
        yield from reading.accept(draft)


def _take(draft: Draft, row: Row) -> None:
    kind = name_kind(row.get("Name type", "Alias Type"), row.get("Alias strength", "Alias Quality"))
    draft.add_name(" ".join(row.get(part) for part in _NAMES), kind, f"Name ({kind})")
    draft.add_name(row.get("Name non-latin script"), NameKind.ALIAS, "Name non-latin script")
    for name, headings in _LISTS.items():
        draft.add_all(name, several(row.get(*headings)), headings[0])
    for name, headings in _COUNTRIES.items():
        for text in several(row.get(*headings)):
            draft.add_country(name, text, headings[0])
    for text in several(row.get("D.O.B", "DOB")):
        draft.add_birth(text, "D.O.B")
    draft.add_gender(row.get("Gender"), "Gender")
    add_ship_number(draft, row.get("IMO number"), "IMO number")
    _add_places(draft, row)
    add_regime(draft, row.get("Regime Name", "Regime"), "Regime")
    for name in ("Other Information", "UK Statement of Reasons"):
        draft.add("notes", row.get(name), name)
    for name in ("UN Reference Number", "OFSI Group ID", "Sanctions Imposed"):
        draft.note(row.get(name), name)
    draft.add("createdAt", day(row.get("Date Designated", "Listed On")), "Date Designated")
    draft.add("modifiedAt", day(row.get("Last Updated")), "Last Updated")


def _add_places(draft: Draft, row: Row) -> None:
    country = row.get("Address Country", "Country")
    lines = [row.get(f"Address {line}", f"Address {line[-1]}") for line in _LINES]
    lines += [row.get("Address Postal Code", "Post/Zip Code"), country]
    if any(lines[:-1]):
        draft.add("address", ", ".join(filter(None, lines)), "Address")
    towns, countries = several(row.get("Town of birth")), several(row.get("Country of birth"))
    if len(towns) == len(countries) == 1:
        draft.add("birthPlace", ", ".join(filter(None, (towns[0], countries[0]))), "Town of birth")
    else:
        draft.add_all("birthPlace", [*towns, *countries], "Town of birth")
