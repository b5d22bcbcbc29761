"""The Dutch words of publications; they lead to those of the house as the words beside them do."""

from enum import StrEnum


class Publicatiesoort(StrEnum):
    """Waar een publicatie over gaat."""

    AGREEMENT = "overeenkomst"
    ACTIVITY = "activiteit"
    EVALUATION = "evaluatie"


class Publicatiestand(StrEnum):
    """Hoe ver een publicatie is; een concept naast wat openbaar is, verandert daar niets aan."""

    CONCEPT = "concept"
    PUBLISHED = "openbaar"
    REVOKED = "ingetrokken"


class Publicatiekeuze(StrEnum):
    """Wat er van een onderdeel gekozen is."""

    PUBLISH = "openbaar"
    WITHHOLD = "achtergehouden"


class Onderdeelsoort(StrEnum):
    """Wat de waarde van een onderdeel is."""

    TEXT = "tekst"
    DAY = "dag"
    PERIOD = "periode"
    COUNTRY = "land"
    KIND = "soort"
    STANDING = "stand"
    STATUS = "status"
    WHOLE = "getal"
    PARTY = "relatie"
    DOCUMENT = "document"
