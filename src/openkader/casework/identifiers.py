"""Numbers under which registers know a party: how each is written, and whether it can be one."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from openkader.base.errors import Refusal
from openkader.screening.lists.check_digits import is_imo, is_inn, is_lei, is_ogrn, is_uscc

_SEPARATORS = str.maketrans("", "", " .-/ \u2007\u202f")
_LONGEST = 100
_SCHEME = re.compile(r"[a-z][a-z0-9-]{0,29}")


@dataclass(frozen=True, slots=True)
class Scheme:
    """One kind of number: its name, an example of its form, and the check that it carries."""

    label: str
    form: str
    fits: Callable[[str], bool]


def _digits(length: int) -> Callable[[str], bool]:
    return lambda value: value.isascii() and value.isdecimal() and len(value) == length


def _is_rsin(value: str) -> bool:
    """Nine digits whose weighed sum is a multiple of eleven, as the Dutch tax service counts."""
    return _digits(9)(value) and not _weighed(value) % 11


def _weighed(digits: str) -> int:
    *body, last = map(int, digits)
    return sum(digit * weight for digit, weight in zip(body, range(9, 1, -1), strict=True)) - last


def _is_ship(value: str) -> bool:
    return _digits(7)(value) and is_imo(value)


# A number of the Dutch trade register has no check digit; the others have.
SCHEMES: Mapping[str, Scheme] = {
    "kvk": Scheme("KVK", "12345678", _digits(8)),
    "rsin": Scheme("RSIN", "123456782", _is_rsin),
    "uscc": Scheme("USCC", "91350100M000100Y43", is_uscc),
    "lei": Scheme("LEI", "724500VKKSH9QOLTFR81", is_lei),
    "inn": Scheme("INN", "7707083893", is_inn),
    "ogrn": Scheme("OGRN", "1027700132195", is_ogrn),
    "imo": Scheme("IMO", "9074729", _is_ship),
}


def written(value: str) -> str:
    """A number in the one form in which it is kept: without separators, in capitals."""
    return value.translate(_SEPARATORS).upper()


def may_carry(scheme: str, value: str) -> Refusal | None:
    """A number has the form of its register, and its check digit is right; others are taken as they are."""
    if not _SCHEME.fullmatch(scheme):
        return Refusal("identifier.no-scheme", {"scheme": scheme[:30]})
    number = written(value)
    if not number or len(number) > _LONGEST or not number.isprintable():
        return Refusal("identifier.empty")
    known = SCHEMES.get(scheme)
    if known is not None and not known.fits(number):
        detail = {"scheme": known.label, "number": number[:40], "example": known.form}
        return Refusal("identifier.wrong-digit", detail)
    return None
