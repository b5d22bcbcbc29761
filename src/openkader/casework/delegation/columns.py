"""What a column of a delegation list holds, and who may say so."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Field(StrEnum):
    """What a column can hold; the second group is recognised and not taken over."""

    NAME = "name"  # in any script; a list may have a column for each
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    ORGANISATION = "organisation"
    FUNCTION = "function"
    BIRTH_DATE = "birth_date"
    COUNTRY = "country"
    GENDER = "gender"

    NUMBER = "number"
    FORM_OF_ADDRESS = "form_of_address"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    PASSPORT = "passport"
    OTHER = "other"  # not recognised: a person may say what it is

    @property
    def is_taken(self) -> bool:
        """Whether the register keeps it; what screening does not need is not kept."""
        return self in TAKEN


TAKEN = frozenset(
    {Field.NAME, Field.FAMILY_NAME, Field.GIVEN_NAME, Field.ORGANISATION}
    | {Field.FUNCTION, Field.BIRTH_DATE, Field.COUNTRY, Field.GENDER}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column with its heading, if it has one, and what it was taken for.

    `examples` helps a person to say what it is; a column that is not taken over shows none.
    """

    position: int  # from 0
    heading: str
    field: Field
    examples: tuple[str, ...] = ()

    @property
    def letter(self) -> str:
        """The name of the column in a spreadsheet: A, B, … Z, AA."""
        first, last = divmod(self.position, 26)
        return (chr(ord("A") + first - 1) if first else "") + chr(ord("A") + last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a person says about a list, over what was recognised in it.

    `fields` says what a column holds, by position; `has_headings` says whether the first
    row with columns is a heading or a delegate; `sheet` names the sheet of a workbook.
    """

    fields: Mapping[int, Field] = field(default_factory=dict)
    has_headings: bool | None = None
    sheet: str | None = None
