"""What the columns of a list without headings hold, where their cells leave no doubt.

Names, functions and organisations look alike. So a column is taken for the names only
when it is the only one left that it could be.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from openkader.casework.delegation.birth_dates import Calendar, read_birth_date
from openkader.casework.delegation.cells import Cell, Row
from openkader.casework.delegation.columns import Field
from openkader.casework.delegation.countries import country_of
from openkader.casework.delegation.genders import gender_of
from openkader.casework.delegation.scripts import letters, words

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PASSPORT = re.compile(r"[A-Z]{1,3}\s?\d{6,9}|\d{17}[\dXx]")
_PHONE = re.compile(r"\+?[\d\s()./-]{9,20}")
_ORGANISATION = re.compile(
    r"\b(?:ltd|inc|llc|b\.?v|n\.?v|gmbh|corp|corporation|company|university|universiteit|institute|instituut|"
    r"gemeente|provincie|ministerie|ministry|government|bureau|committee|stichting|association|academy|college|"
    r"hogeschool|commission|council|department)\b|(?:公司|大学|大學|学院|學院|研究所|研究院|委员会|委員會|政府|集团|集團|"
    r"协会|協會|商会|商會|办公室|辦公室|局|厅|廳)$",
    re.IGNORECASE,
)
_MOST_WORDS = 6
_Test = Callable[[str], bool]


def fields_by_content(rows: Sequence[Row], width: int, today: date) -> dict[int, Field]:
    """What each column holds, as far as that is certain; a name only when one column can be it."""
    columns = {position: [row.at(position) for row in rows] for position in range(width)}
    filled = {position: [cell for cell in cells if cell.is_filled] for position, cells in columns.items()}
    found = {position: _field(cells, today) for position, cells in filled.items() if cells}
    left = [position for position, field in found.items() if field is None]
    named = left if len(left) == 1 and _may_be_names(filled[left[0]]) else []
    return {position: field for position, field in found.items() if field} | dict.fromkeys(named, Field.NAME)


def _field(cells: Sequence[Cell], today: date) -> Field | None:
    texts = [cell.text.strip() for cell in cells]
    if _is_numbering(texts):
        return Field.NUMBER
    calendar = Calendar(today=today)
    if all(read_birth_date(cell, calendar).value for cell in cells):
        return Field.BIRTH_DATE
    return next((field for field, fits in _TESTS.items() if all(map(fits, texts))), None)


_TESTS: dict[Field, _Test] = {
    Field.EMAIL: lambda text: bool(_EMAIL.fullmatch(text)),
    Field.PASSPORT: lambda text: bool(_PASSPORT.fullmatch(text)),
    Field.PHONE: lambda text: bool(_PHONE.fullmatch(text)),
    Field.GENDER: lambda text: bool(gender_of(text)),
    Field.COUNTRY: lambda text: bool(country_of(text)),
    Field.ORGANISATION: lambda text: bool(_ORGANISATION.search(text)),
}


def _is_numbering(texts: Sequence[str]) -> bool:
    digits = [text.rstrip(".") for text in texts]
    if not all(text.isascii() and text.isdecimal() and len(text) < 5 for text in digits):
        return False
    numbers = list(map(int, digits))
    return numbers[0] < 2 and all(after == before + 1 for before, after in pairwise(numbers))


def _may_be_names(cells: Sequence[Cell]) -> bool:
    return all(
        letters(cell.text) > 1 and words(cell.text) <= _MOST_WORDS and not any(map(str.isdecimal, cell.text))
        for cell in cells
    )
