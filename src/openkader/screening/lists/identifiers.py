"""What the offices of the United States say of somebody in a remark or in a labelled value.

The remarks of the SDN file, the `ids` of the Consolidated Screening List and the
features and documents of SDN_ADVANCED use the same labels.
"""

import re

from openkader.screening.entities import NameKind
from openkader.screening.lists.dates import day
from openkader.screening.lists.drafts import Draft

# The longest label that fits is taken; the number is what follows it.
LABELS: dict[str, str] = {
    "passport": "passportNumber",
    "diplomatic passport": "passportNumber",
    "national id no": "idNumber",
    "national foreign id number": "idNumber",
    "identification number": "idNumber",
    "personal id card": "idNumber",
    "citizen's card number": "idNumber",
    "chinese commercial code": "notes",
    "cedula no": "idNumber",
    "cedula de residencia": "idNumber",
    "c.u.r.p": "idNumber",
    "d.n.i": "idNumber",
    "ssn": "idNumber",
    "driver's license no": "idNumber",
    "electoral registry no": "idNumber",
    "r.f.c": "taxNumber",
    "rfc": "taxNumber",
    "nit #": "taxNumber",
    "ruc #": "taxNumber",
    "tax id no": "taxNumber",
    "italian fiscal code": "taxNumber",
    "v.a.t. number": "vatCode",
    "registration number": "registrationNumber",
    "registration id": "registrationNumber",
    "business registration number": "registrationNumber",
    "business registration document #": "registrationNumber",
    "business number": "registrationNumber",
    "company number": "registrationNumber",
    "commercial registry number": "registrationNumber",
    "chamber of commerce number": "registrationNumber",
    "enterprise number": "registrationNumber",
    "legal entity number": "registrationNumber",
    "trade license no": "registrationNumber",
    "c.r. no": "registrationNumber",
    "matricula mercantil no": "registrationNumber",
    "folio mercantil no": "registrationNumber",
    "public registration number": "registrationNumber",
    "government gazette number": "notes",
    "unified social credit code (uscc)": "uscCode",
    "unified social credit code": "uscCode",
    "d-u-n-s number": "dunsCode",
    "swift/bic": "swiftBic",
    "vessel registration identification": "imoNumber",
    "mmsi": "mmsi",
    "vessel call sign": "callSign",
    "aircraft tail number": "registrationNumber",
    "aircraft manufacturer's serial number (msn)": "serialNumber",
    "aircraft model": "model",
    "aircraft manufacture date": "buildDate",
    "vessel year of build": "buildDate",
    "vessel type": "type",
    "former vessel flag": "pastFlags",
    "vessel flag": "flag",
    "organization established date": "incorporationDate",
    "united social credit code certificate (usccc)": "uscCode",
    "organization code": "registrationNumber",
    "travel document number": "passportNumber",
    "british national overseas passport": "passportNumber",
    "residency number": "idNumber",
    "birth certificate number": "idNumber",
    "kenyan id no": "idNumber",
    "turkish identification number": "idNumber",
    "uae identification": "idNumber",
    "bosnian personal id no": "idNumber",
    "refugee id card": "idNumber",
    "tazkira national id card": "idNumber",
    "numero de identidad": "idNumber",
    "credencial electoral": "idNumber",
    "cartilla de servicio militar nacional": "idNumber",
    "i.f.e": "idNumber",
    "le number": "idNumber",
    "c.u.i": "idNumber",
    "c.u.i.p": "idNumber",
    "n.i.e": "idNumber",
    "visanumberid": "idNumber",
    "rif #": "taxNumber",
    "rtn": "taxNumber",
    "c.u.i.t": "taxNumber",
    "c.i.f": "taxNumber",
    "us fein": "taxNumber",
    "rsin": "taxNumber",
    "fiscal code": "taxNumber",
    "romanian tax registration": "taxNumber",
    "uk company number": "registrationNumber",
    "central registration system number": "registrationNumber",
    "istanbul chamber of comm. no": "registrationNumber",
    "certificate of incorporation number": "registrationNumber",
    "registered charity no": "registrationNumber",
    "branch unit number": "registrationNumber",
    "economic register number (cbls)": "registrationNumber",
    "dubai chamber of commerce membership no": "registrationNumber",
    "romanian c.r": "registrationNumber",
    "file number": "registrationNumber",
    "license": "registrationNumber",
    "previous aircraft tail number": "registrationNumber",
    "aircraft construction number (also called l/n or s/n or f/n)": "serialNumber",
    "aircraft serial identification": "serialNumber",
    "other vessel call sign": "callSign",
    "other vessel flag": "flag",
    "registration country": "country",
    "website": "website",
    "email address": "email",
    "phone number": "phone",
    "telephone": "phone",
    "dob": "birthDate",
    "birthdate": "birthDate",
    "pob": "birthPlace",
    "place of birth": "birthPlace",
    "nationality country": "nationality",
    "nationality of registration": "country",
    "nationality": "nationality",
    "citizenship country": "citizenship",
    "citizen": "citizenship",
    "gender": "gender",
    "title": "position",
    "a.k.a": NameKind.WEAK_ALIAS,
    "f.k.a": NameKind.PREVIOUS_NAME,
    "n.k.a": NameKind.ALIAS,
}
_COUNTRIES = frozenset({"nationality", "citizenship", "country", "flag", "pastFlags"})
_DATES = frozenset({"buildDate", "incorporationDate"})
_NUMBERS = frozenset(
    {"passportNumber", "idNumber", "taxNumber", "vatCode", "registrationNumber", "uscCode", "imoNumber"}
)
_LABEL = re.compile(
    "("
    + "|".join(re.escape(label) for label in sorted(LABELS, key=len, reverse=True))
    + r")(?![a-z])[.:,]*\s*(.*)",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER = re.compile(
    r"(?:No\.?:?\s*|#\s*)?([^()]*?)\s*(?:\(.*|, .*|(?:issued|expires|exp\.)\b.*)?", re.IGNORECASE | re.DOTALL
)


def add_remark(draft: Draft, remark: str, field: str) -> None:
    """One remark, such as ``alt. DOB 31 Aug 1953`` or ``Passport A1 (China) expires 2030``."""
    words = remark.strip().removeprefix("alt. ").rstrip(" .")
    found = _LABEL.match(words)
    if found is None:
        draft.add("notes", remark, field)
        return
    name = LABELS[found[1].lower()]
    add_value(draft, name, found[2], f"{field} ({found[1]})")


def add_labelled(draft: Draft, label: str, value: str, field: str) -> None:
    """A value with its label apart, such as the type of a document and its number."""
    found = _LABEL.match(label.strip())
    where = f"{field} ({label.strip().rstrip(':')})"
    if found is None:
        draft.note(value, where)
    else:
        add_value(draft, LABELS[found[1].lower()], value, where)


def add_value(draft: Draft, name: str, value: str, field: str) -> None:
    """A value of a property, in the form that the property asks for."""
    if name in _COUNTRIES:
        draft.add_country(name, value, field)
    elif name == "birthDate" and draft.schema == "Person":
        draft.add_birth(value, field)
    elif name == "gender":
        draft.add_gender(value, field)
    elif name in _DATES:
        _add_date(draft, name, value, field)
    elif name in set(NameKind):
        draft.add_name(value.strip("'\"‘’ "), NameKind(name), field)
    elif name == "notes":
        draft.note(value, field)
    else:
        draft.add(name, _number(value) if name in _NUMBERS else value, field)


def _number(value: str) -> str:
    found = _NUMBER.fullmatch(value)
    return found[1] if found and found[1] else value


def _add_date(draft: Draft, name: str, value: str, field: str) -> None:
    date = day(value.strip())
    if date:
        draft.add(name, date, field)
    else:
        draft.note(value, field)
