"""The UK Sanctions List of the Foreign, Commonwealth and Development Office, as XML.

Written by fragments of the published file (`Designations/Designation`); no whole file
could be read here.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from openkader.screening.entities import NameKind
from openkader.screening.lists.dates import day
from openkader.screening.lists.drafts import Draft, Reading
from openkader.screening.lists.listed import Listed
from openkader.screening.lists.uk import SCHEMAS, add_regime, add_ship_number, name_kind
from openkader.screening.lists.xml_records import all_words, read_xml, words

_LISTS = {
    "title": ("Titles/Title", ".//Individual/Titles/Title"),
    "position": (".//Positions/Position",),
    "passportNumber": (".//Passport/PassportNumber",),
    "idNumber": (".//NationalIdentifier/NationalIdentifierNumber",),
    "registrationNumber": (".//BusinessRegistrationNumbers/BusinessRegistrationNumber",),
    "phone": (".//PhoneNumbers/PhoneNumber",),
    "email": (".//EmailAddresses/EmailAddress",),
    "website": (".//Websites/Website",),
    "type": (".//TypeOfShipDetails/TypeOfShip",),
    "tonnage": (".//TonnageOfShipDetails/TonnageOfShip",),
    "buildDate": (".//YearsBuilt/YearBuilt",),
}
_NOTES = ("OtherInformation", "UKStatementofReasons")
_NAMES = ("Name1", "Name2", "Name3", "Name4", "Name5", "Name6")
_LINES = tuple(f"AddressLine{number}" for number in range(1, 7))


def read_uk_xml(path: Path, reading: Reading) -> Iterator[Listed]:
    """Every designation of the list."""
    for element, where in read_xml(path, "Designations", ("Designation",)):
        kind = words(element, "IndividualEntityShip")
        if kind.lower() not in SCHEMAS:
            reading.report("list.unknown-kind", where, kind=kind or "-", known=", ".join(SCHEMAS))
            continue
        yield from reading.accept(_draft(element, SCHEMAS[kind.lower()], where))


def _draft(element: ET.Element, schema: str, where: str) -> Draft:
    draft = Draft(schema, words(element, "UniqueID"), where)
    _add_names(draft, element)
    for name, paths in _LISTS.items():
        for path in paths:
            draft.add_all(name, all_words(element, path), path.rpartition("/")[2])
    _add_countries(draft, element)
    for text in all_words(element, ".//DOBs/DOB"):
        draft.add_birth(text, "DOB")
    for text in all_words(element, ".//Genders/Gender"):
        draft.add_gender(text, "Gender")
    for text in all_words(element, ".//IMONumbers/IMONumber"):
        add_ship_number(draft, text, "IMONumber")
    add_regime(draft, words(element, "RegimeName"), "RegimeName")
    for name in _NOTES:
        draft.add("notes", words(element, name), name)
    for name in ("UNReferenceNumber", "OFSIGroupID", "SanctionsImposed"):
        draft.note(words(element, name), name)
    draft.add("createdAt", day(words(element, "DateDesignated")), "DateDesignated")
    draft.add("modifiedAt", day(words(element, "LastUpdated")), "LastUpdated")
    return draft


def _add_names(draft: Draft, element: ET.Element) -> None:
    for name in element.iterfind("Names/Name"):
        kind = name_kind(words(name, "NameType"), words(name, "AliasStrength"))
        draft.add_name(
            " ".join(words(name, part) for part in _NAMES), kind, f"Name/{words(name, 'NameType')}"
        )
    for text in all_words(element, ".//NonLatinName/NameNonLatinScript"):
        draft.add_name(text, NameKind.ALIAS, "NameNonLatinScript")


def _add_countries(draft: Draft, element: ET.Element) -> None:
    for text in all_words(element, ".//Nationalities/Nationality"):
        draft.add_country("nationality", text, "Nationality")
    for address in element.iterfind("Addresses/Address"):
        lines = [words(address, line) for line in (*_LINES, "AddressPostalCode", "AddressCountry")]
        draft.add("address", ", ".join(filter(None, lines)), "Address")
        draft.add_country("country", words(address, "AddressCountry"), "AddressCountry")
    for place in element.iterfind(".//BirthDetails/Location"):
        town, country = words(place, "TownOfBirth"), words(place, "CountryOfBirth")
        draft.add("birthPlace", ", ".join(filter(None, (town, country))), "BirthDetails")
    for name, path in (("flag", "CurrentBelievedFlagOfShip"), ("pastFlags", "PreviousFlag")):
        for text in all_words(element, f".//{path}"):
            draft.add_country(name, text, path)
