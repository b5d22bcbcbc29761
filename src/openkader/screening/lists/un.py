"""The consolidated list of the United Nations Security Council (`consolidated.xml`).

The form is that of the published file, of which a whole one was read. Low-quality
names become weak aliases. `NAME_ORIGINAL_SCRIPT` is an alias in its own script. The field
of an alias sometimes holds several spellings with semicolons, or more of them between
brackets; these are taken apart. Brackets without a semicolon may hold anything, and stay.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from openkader.screening.entities import NameKind
from openkader.screening.lists.dates import day, latest, years_between
from openkader.screening.lists.drafts import Draft, Reading
from openkader.screening.lists.listed import Listed
from openkader.screening.lists.xml_records import all_words, read_xml, words

_SCHEMAS = {"INDIVIDUAL": "Person", "ENTITY": "Organization"}
_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_KINDS = {"low": NameKind.WEAK_ALIAS, "f.k.a.": NameKind.PREVIOUS_NAME}
_SCRIPT = re.compile(r"\(original script:?\s*([^()]*)\)", re.IGNORECASE)


def read_un(path: Path, reading: Reading) -> Iterator[Listed]:
    """Every individual and entity of the list."""
    for element, where in read_xml(path, "CONSOLIDATED_LIST", _SCHEMAS):
        yield from reading.accept(_draft(element, where))


def _draft(element: ET.Element, where: str) -> Draft:
    draft = Draft(_SCHEMAS[element.tag], words(element, "DATAID"), where)
    draft.add_name(" ".join(words(element, part) for part in _PARTS), NameKind.NAME, "FIRST_NAME")
    _add_aliases(draft, element)
    for child in element:
        if child.tag in _PARTS_OF:
            _PARTS_OF[child.tag](draft, child)
    programme = words(element, "UN_LIST_TYPE")
    draft.add("programId", f"UN-{programme}" if programme else None, "UN_LIST_TYPE")
    draft.add("topics", "sanction", "LIST_TYPE")
    draft.note(words(element, "REFERENCE_NUMBER"), "REFERENCE_NUMBER")
    draft.add("notes", words(element, "COMMENTS1"), "COMMENTS1")
    draft.add("createdAt", day(words(element, "LISTED_ON")[:10]), "LISTED_ON")
    changed = latest(day(value[:10]) for value in all_words(element, "LAST_DAY_UPDATED/VALUE"))
    draft.add("modifiedAt", changed, "LAST_DAY_UPDATED")
    draft.add_gender(words(element, "GENDER"), "GENDER")
    return draft


def _add_aliases(draft: Draft, element: ET.Element) -> None:
    draft.add_name(words(element, "NAME_ORIGINAL_SCRIPT"), NameKind.ALIAS, "NAME_ORIGINAL_SCRIPT")
    for alias in element.iterfind(f"{element.tag}_ALIAS"):
        kind = _KINDS.get(words(alias, "QUALITY").lower(), NameKind.ALIAS)
        for name in _spellings(words(alias, "ALIAS_NAME")):
            draft.add_name(name, kind, "ALIAS_NAME")


def _spellings(text: str) -> list[str]:
    """`A; B` is two names, `A (B; C)` is three, `A (original script: Б)` is two."""
    scripts = _SCRIPT.findall(text)
    rest = " ".join(_SCRIPT.sub("", text).split())
    bracket = rest.rfind(" (", 0, rest.find(";") + 1)
    if bracket > 0 and rest.endswith(")"):
        return [rest[:bracket], *rest[bracket + 2 : -1].split(";"), *scripts]
    return [*rest.split(";"), *scripts]


def _add_nationality(draft: Draft, child: ET.Element) -> None:
    for value in all_words(child, "VALUE"):
        draft.add_country("nationality", value, child.tag)


def _add_birth_place(draft: Draft, child: ET.Element) -> None:
    draft.add("birthPlace", _line(child, ("CITY", "STATE_PROVINCE", "COUNTRY")), child.tag)


def _add_birth(draft: Draft, child: ET.Element) -> None:
    draft.add_all("birthDate", years_between(words(child, "FROM_YEAR"), words(child, "TO_YEAR")), child.tag)
    exact = words(child, "DATE")[:10] or words(child, "YEAR")
    draft.add("birthDate", day(exact), child.tag)
    if words(child, "TYPE_OF_DATE").upper().startswith("APPROX") and exact:
        draft.note(f"circa {exact}", child.tag)
    draft.note(words(child, "NOTE"), child.tag)


def _add_address(draft: Draft, child: ET.Element) -> None:
    parts = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY")
    draft.add("address", _line(child, parts), child.tag)
    draft.add_country("country", words(child, "COUNTRY"), f"{child.tag}/COUNTRY")


def _add_document(draft: Draft, child: ET.Element) -> None:
    kind = (words(child, "TYPE_OF_DOCUMENT") or words(child, "TYPE_OF_DOCUMENT2")).lower()
    is_passport = any(word in kind for word in ("passport", "passeport", "pasaporte"))
    draft.add("passportNumber" if is_passport else "idNumber", words(child, "NUMBER"), child.tag)


def _line(child: ET.Element, parts: tuple[str, ...]) -> str:
    return ", ".join(filter(None, (words(child, part) for part in parts)))


_PARTS_OF = {
    "NATIONALITY": _add_nationality,
    "TITLE": lambda draft, child: draft.add_all("title", all_words(child, "VALUE"), child.tag),
    "DESIGNATION": lambda draft, child: draft.add_all("position", all_words(child, "VALUE"), child.tag),
    "INDIVIDUAL_DATE_OF_BIRTH": _add_birth,
    "INDIVIDUAL_PLACE_OF_BIRTH": _add_birth_place,
    "INDIVIDUAL_ADDRESS": _add_address,
    "ENTITY_ADDRESS": _add_address,
    "INDIVIDUAL_DOCUMENT": _add_document,
}
