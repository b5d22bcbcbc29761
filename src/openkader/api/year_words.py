"""The Dutch words of evaluations, publications and drafts; they lead to those of the house."""

from enum import StrEnum


class Evaluatiestand(StrEnum):
    """Hoe ver een evaluatie is."""

    DRAFT = "concept"
    REVIEW = "ter_beoordeling"
    ADOPTED = "vastgesteld"


class Cijferstand(StrEnum):
    """Hoe ver het register een cijfer draagt."""

    PROVED = "bewezen"
    INTERVAL = "tussen_grenzen"
    CONTRADICTED = "weersproken"
    UNPROVED = "niet_bewezen"


class Achtergehouden(StrEnum):
    """Waarom een regel meetelt en voor u geen naam heeft."""

    CONFIDENTIAL_CASE = "vertrouwelijke_zaak"
    SCREENING = "screening"
