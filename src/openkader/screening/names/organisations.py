"""A name of an organisation taken apart: place, brand, industry, legal form."""

from dataclasses import dataclass

from openkader.screening.names.folding import words


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """The parts of a name of an organisation, in English words and pinyin."""

    place: tuple[str, ...] = ()
    brand: tuple[str, ...] = ()
    industry: tuple[str, ...] = ()
    legal_form: tuple[str, ...] = ()
    acronym: str = ""


def organisation_words(value: str) -> OrganisationName:
    """The parts of a name of an organisation."""
    return OrganisationName(brand=words(value))
