"""What is known of a party besides its name, and in which properties of FollowTheMoney it stands."""

from collections.abc import Mapping

from openkader.screening.entities import NameKind
from openkader.screening.evidence import Compared
from openkader.screening.names import Script
from openkader.screening.names.scripts import script_of_character

NAMES: tuple[str, ...] = tuple(kind.value for kind in NameKind)
PROPERTIES: Mapping[Compared, tuple[str, ...]] = {
    Compared.NAME: NAMES,
    Compared.CHARACTERS: NAMES,
    Compared.BIRTH_DATE: ("birthDate",),
    Compared.COUNTRY: ("nationality", "citizenship", "country", "jurisdiction", "mainCountry"),
    Compared.IDENTIFIER: (
        "passportNumber",
        "idNumber",
        "registrationNumber",
        "uscCode",
        "leiCode",
        "taxNumber",
        "vatCode",
        "innCode",
        "ogrnCode",
        "dunsCode",
        "swiftBic",
        "imoNumber",
    ),
    Compared.GENDER: ("gender",),
}
# What only a person has; what an organisation lacks of it is not missing.
OF_PERSONS = frozenset({Compared.BIRTH_DATE, Compared.GENDER})


def particulars(properties: Mapping[str, tuple[str, ...]], what: Compared) -> tuple[str, ...]:
    """What is known by which parties can be compared, each value once, in the order of the list."""
    values = dict.fromkeys(value for name in PROPERTIES[what] for value in properties.get(name, ()))
    if what is Compared.CHARACTERS:
        return tuple(value for value in values if has_characters(value))
    return tuple(values)


def has_characters(name: str) -> bool:
    """Whether any of a name is written in Chinese characters."""
    return any(script_of_character(letter) is Script.HAN for letter in name)
