"""The consolidated financial sanctions list of the European Union (FSF, XML 1.1).

Written by the published form (`export/sanctionEntity` in the namespace
http://eu.europa.ec/fpi/fsd/export, everything in attributes). No whole file could be
read here, since it lies behind a login; fragments that others published were.
The first strong name is the name. A name that the list calls not strong, or of
low quality in a remark, is a weak alias. The country code 00 stands for unknown.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from openkader.screening.entities import NameKind
from openkader.screening.lists.dates import day, earliest, latest, whole, years_between
from openkader.screening.lists.drafts import Draft, Reading
from openkader.screening.lists.listed import Listed
from openkader.screening.lists.xml_records import all_words, read_xml, words

_SCHEMAS = {"person": "Person", "enterprise": "Organization"}
_NUMBERS = {
    "passport": "passportNumber",
    "diplopassport": "passportNumber",
    "traveldoc": "passportNumber",
    "fiscalcode": "taxNumber",
    "taxid": "taxNumber",
    "regnumber": "registrationNumber",
    "tradelic": "registrationNumber",
    "imo": "imoNumber",
    "swiftbic": "swiftBic",
    "bic": "swiftBic",
}
# The list writes it by hand, and not always right.
_LOW = re.compile(r"\blow?\s+quality", re.IGNORECASE)
_CONTACTS = {"EMAIL": "email", "PHONE": "phone", "WEB": "website", "WEBSITE": "website"}


def read_eu(path: Path, reading: Reading) -> Iterator[Listed]:
    """Every person and enterprise of the list."""
    for element, where in read_xml(path, "export", ("sanctionEntity",)):
        kind = element.find("subjectType")
        code = "" if kind is None else kind.get("code", "").lower()
        if code not in _SCHEMAS:
            reading.report("list.unknown-kind", where, kind=code or "-", known=", ".join(_SCHEMAS))
            continue
        yield from reading.accept(_draft(element, where, _SCHEMAS[code]))


def _draft(element: ET.Element, where: str, schema: str) -> Draft:
    record = element.get("euReferenceNumber") or element.get("logicalId")
    draft = Draft(schema, record or "", where)
    for alias in element.iterfind("nameAlias"):
        _add_name(draft, alias)
    for birth in element.iterfind("birthdate"):
        _add_birth(draft, birth)
    for citizenship in element.iterfind("citizenship"):
        _add_country(draft, "nationality", citizenship)
    for address in element.iterfind("address"):
        _add_address(draft, address)
    for number in element.iterfind("identification"):
        _add_number(draft, number)
    _add_legal_ground(draft, element)
    draft.add_all("notes", all_words(element, "remark"), "remark")
    draft.note(element.get("designationDetails"), "designationDetails")
    draft.note(element.get("unitedNationId"), "unitedNationId")
    return draft


def _add_name(draft: Draft, alias: ET.Element) -> None:
    parts = (alias.get("firstName"), alias.get("middleName"), alias.get("lastName"))
    name = alias.get("wholeName") or " ".join(part or "" for part in parts)
    remarks = " ".join(all_words(alias, "remark"))
    is_weak = alias.get("strong", "true").lower() in ("false", "0") or bool(_LOW.search(remarks))
    draft.add_name(name, NameKind.WEAK_ALIAS if is_weak else NameKind.NAME, "nameAlias")
    draft.note(remarks, "nameAlias/remark")
    draft.add("title", alias.get("title"), "nameAlias/title")
    draft.add("position", alias.get("function"), "nameAlias/function")
    draft.add_gender(alias.get("gender"), "nameAlias/gender")


def _add_birth(draft: Draft, birth: ET.Element) -> None:
    in_parts = whole(birth.get("year"), birth.get("monthOfYear"), birth.get("dayOfMonth"))
    date = day(birth.get("birthdate", "")) or in_parts
    draft.add("birthDate", date, "birthdate")
    span = years_between(birth.get("yearRangeFrom"), birth.get("yearRangeTo"))
    draft.add_all("birthDate", span, "birthdate")
    if birth.get("circa") == "true" and date:
        draft.note(f"circa {date}", "birthdate")
    draft.add("birthPlace", _line(birth, ("place", "city", "region")), "birthdate")
    draft.add_all("notes", all_words(birth, "remark"), "birthdate/remark")


def _add_country(draft: Draft, name: str, element: ET.Element) -> None:
    code = element.get("countryIso2Code", "00")
    if code != "00":
        draft.add_country(name, code, f"{element.tag}/countryIso2Code")


def _add_address(draft: Draft, address: ET.Element) -> None:
    draft.add("address", _line(address, ("poBox", "street", "place", "zipCode", "city", "region")), "address")
    _add_country(draft, "country", address)
    for contact in address.iterfind("contactInfo"):
        name = _CONTACTS.get(contact.get("key", "").upper(), "notes")
        draft.add(name, contact.get("value"), "address/contactInfo")
    draft.add_all("notes", all_words(address, "remark"), "address/remark")


def _add_number(draft: Draft, number: ET.Element) -> None:
    name = _NUMBERS.get(number.get("identificationTypeCode", "").lower(), "idNumber")
    false = number.get("knownFalse") == "true"
    for key in ("number", "latinNumber"):
        if false:
            draft.note(number.get(key), "identification (known false)")
        else:
            draft.add(name, number.get(key), "identification")


def _add_legal_ground(draft: Draft, element: ET.Element) -> None:
    """Under which act the entity is listed, since when, and when that last changed."""
    draft.add("topics", "sanction", "sanctionEntity")
    acts = element.findall("regulation")
    for act in acts:
        programme = act.get("programme")
        draft.add("programId", f"EU-{programme}" if programme else None, "regulation/programme")
        draft.add("program", act.get("numberTitle"), "regulation/numberTitle")
        draft.add("sourceUrl", words(act, "publicationUrl"), "regulation/publicationUrl")
    listed = day(element.get("designationDate", ""))
    published = earliest(day(act.get("publicationDate", "")) for act in acts)
    draft.add("createdAt", listed or published, "designationDate" if listed else "regulation/publicationDate")
    in_force = latest(day(act.get("entryIntoForceDate", "")) for act in acts)
    draft.add("modifiedAt", in_force, "regulation/entryIntoForceDate")


def _line(element: ET.Element, parts: tuple[str, ...]) -> str:
    country = element.get("countryDescription", "")
    found = [element.get(part, "").strip() for part in parts]
    return ", ".join(filter(None, [*found, "" if country == "UNKNOWN" or not any(found) else country]))
