"""Numbers that carry their own check: a typing error in one shows.

As their publishers define them: the International Maritime Organization, GB 32100-2015 (the Chinese
Unified Social Credit Code), ISO 17442 (LEI), and the Russian tax service (INN, OGRN).
"""

import re
import string
from collections.abc import Iterable

_USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_FORM = re.compile(r"[0-9]{8}[0-9A-HJ-NP-RTUW-Y]{10}")
_LEI_FORM = re.compile(r"[A-Z0-9]{18}[0-9]{2}")
_INN_10 = (2, 4, 10, 3, 5, 9, 4, 6, 8)
_INN_11 = (7, *_INN_10)
_INN_12 = (3, *_INN_11)


def is_imo(digits: str) -> bool:
    """Whether seven digits are the number of a ship or of a shipping company."""
    *body, last = map(int, digits)
    ship = _weighed(body, range(7, 1, -1)) % 10
    company = (11 - _weighed(body, (8, 6, 4, 2, 9, 7)) % 11) % 10
    return any(body) and last in (ship, company)


def is_uscc(code: str) -> bool:
    """Whether this is a Unified Social Credit Code."""
    if not _USCC_FORM.fullmatch(code):
        return False
    values = [_USCC.index(letter) for letter in code]
    return (31 - _weighed(values[:17], (pow(3, place, 31) for place in range(17)))) % 31 == values[17]


def is_lei(code: str) -> bool:
    """Whether this is a Legal Entity Identifier."""
    letters = string.digits + string.ascii_uppercase
    return bool(_LEI_FORM.fullmatch(code)) and int("".join(str(letters.index(one)) for one in code)) % 97 == 1


def is_inn(digits: str) -> bool:
    """Whether this is the number of a Russian taxpayer: ten digits of a firm, twelve of a person."""
    if not (digits.isdecimal() and digits.isascii() and len(digits) in (10, 12)):
        return False
    values = list(map(int, digits))
    checks = {9: _INN_10} if len(values) == 10 else {10: _INN_11, 11: _INN_12}
    return all(_weighed(values[:end], weights) % 11 % 10 == values[end] for end, weights in checks.items())


def is_ogrn(digits: str) -> bool:
    """Whether this is a number of the Russian register of firms (13 digits) or of entrepreneurs (15)."""
    if not (digits.isdecimal() and digits.isascii() and len(digits) in (13, 15)) or digits[0] == "0":
        return False
    left = int(digits[:-1]) % (len(digits) - 2)
    # As FollowTheMoney counts: 10 is written 0, while the entrepreneurs with 11 or 12 are not taken over.
    return (0 if left == 10 else left) == int(digits[-1])


def _weighed(values: Iterable[int], weights: Iterable[int]) -> int:
    return sum(value * weight for value, weight in zip(values, weights, strict=True))
