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


class Dekkingstand(StrEnum):
    """Wat het register van een actielijn bij een activiteit laat zien, het minst bewezene eerst."""

    OPEN = "open"
    UNKNOWN = "onbekend"
    WAIVED = "vrijgesteld"
    FULL = "vol"
    NOT_APPLICABLE = "niet_van_toepassing"


class Zijde(StrEnum):
    """Waar een regel staat tegenover een bewering."""

    COUNTS = "telt"
    MAY_COUNT = "telt_misschien"
    LEFT_OUT = "telt_niet"
    DIFFERS = "telt_bij_een_van_beide"


class Beweringtrend(StrEnum):
    """Hoe een zin een cijfer naast dat van een ander jaar zet."""

    FEWER = "minder"
    MORE = "meer"
    SAME = "evenveel"


class Interviewtoestemming(StrEnum):
    """Wat gebruikt mag worden van wat iemand in een interview zei, van meest naar minst."""

    WITH_NAME = "met_naam"
    WITHOUT_NAME = "zonder_naam"
    NOT_QUOTED = "niet_citeren"
    WITHDRAWN = "ingetrokken"


class Jaarherkomst(StrEnum):
    """Of wat er in een jaar staat, gebeurde of verzonnen is."""

    REAL = "echt"
    MADE_UP = "fictief"
    MIXED = "deels_fictief"


class Celplaats(StrEnum):
    """Wat er staat waar een cijfer en een jaar elkaar ontmoeten."""

    COUNTED = "geteld"
    CHANGED = "anders_gedefinieerd"
    NOT_YET = "nog_niet_geteld"
    NO_MORE = "niet_meer_geteld"
    NO_REGISTER = "geen_register"


class Verandering(StrEnum):
    """Hoe een jaar van het jaar ervoor verschilt."""

    SAME = "evenveel"
    MORE = "meer"
    LESS = "minder"
    CANNOT_SAY = "niet_te_zeggen"
    OTHER_DEFINITION = "andere_definitie"
    OTHER_ORIGIN = "andere_herkomst"


class Uitsplitsing(StrEnum):
    """Waarnaar een tabel over de jaren uitsplitst."""

    CLOSED = "besluit"
    KIND = "soort"
    COUNTRY = "land"
    AREA = "gebied"
