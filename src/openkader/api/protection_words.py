"""The Dutch words of information protection; they lead to those of the house as the words beside them do."""

from enum import StrEnum


class Fase(StrEnum):
    """Wanneer een stap gezet wordt."""

    BEFORE = "vooraf"
    DURING = "tijdens"
    AFTER = "na_afloop"
    VISITORS = "bezoekers"


class Stapstand(StrEnum):
    """Hoe ver een stap is."""

    PLANNED = "gepland"
    DONE = "gedaan"
    LEFT_OUT = "weggelaten"


class Voorrang(StrEnum):
    """Wat voorging toen een stap een ander doel hinderde."""

    SECURITY_FIRST = "veiligheid"
    OTHERWISE = "het_andere_doel"
