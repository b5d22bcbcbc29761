"""Values to which FollowTheMoney gives a form: codes, telephone numbers, addresses on the web.

A value of another form is not made to fit. It stays under a property that takes anything,
so that it is still compared, or a person still sees it.
"""

import re

from openkader.screening.lists.check_digits import is_imo, is_inn, is_lei, is_ogrn, is_uscc

# FollowTheMoney stores no longer number; what is longer is a sentence with a number in it.
LONGEST_NUMBER = 64
_NUMBERS = frozenset({"idNumber", "passportNumber", "registrationNumber", "taxNumber", "vatCode"})
_CHECKED = {"uscCode": is_uscc, "leiCode": is_lei, "innCode": is_inn, "ogrnCode": is_ogrn}
_IMO = re.compile(r"(?:IMO\s*)?(\d{7})", re.IGNORECASE | re.ASCII)
# The last three letters say only which branch of the bank it is.
_BIC = re.compile(r"([A-Z]{6}[A-Z0-9]{2})(?:[A-Z0-9]{3})?")
_PHONE = re.compile(r"(?:No\.\s*)?(?:\+|00)\s*([1-9][\d\s().-]{6,20})", re.ASCII)
_SITE = re.compile(r"(?:(https?)://)?((?:[\w-]+\.)+[a-z]{2,}(?:[:/]\S*)?)", re.IGNORECASE | re.ASCII)
_EMAIL = re.compile(r"[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}", re.IGNORECASE | re.ASCII)


def formed(name: str, value: str) -> tuple[str, str]:
    """The property and the form in which a value is kept."""
    if name in _CHECKED:
        code = value.upper()
        return (name, code) if _CHECKED[name](code) else _number(value)
    match name:
        case "imoNumber":
            return _imo(value)
        case "swiftBic":
            found = _BIC.fullmatch(value)
            return (name, found[1]) if found else _number(value)
        case "phone":
            return _phone(value)
        case "website" | "sourceUrl":
            return _site(name, value)
        case "email":
            return (name, value) if _EMAIL.fullmatch(value) else ("notes", value)
    return _number(value, name) if name in _NUMBERS else (name, value)


def _number(value: str, name: str = "registrationNumber") -> tuple[str, str]:
    return (name, value) if len(value) <= LONGEST_NUMBER else ("notes", value)


def _imo(value: str) -> tuple[str, str]:
    found = _IMO.fullmatch(value)
    return ("imoNumber", f"IMO{found[1]}") if found and is_imo(found[1]) else _number(value)


def _phone(value: str) -> tuple[str, str]:
    """Only a number with its country can be called from anywhere."""
    found = _PHONE.fullmatch(value)
    digits = "".join(filter(str.isdecimal, found[1])) if found else ""
    return ("phone", f"+{digits}") if 7 <= len(digits) <= 15 else ("notes", value)


def _site(name: str, value: str) -> tuple[str, str]:
    found = _SITE.fullmatch(value)
    if not found:
        return "notes", value
    end = "" if "/" in found[2] else "/"
    return name, f"{(found[1] or 'http').lower()}://{found[2]}{end}"
