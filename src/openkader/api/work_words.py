"""The Dutch words of advice and screening; they lead to those of the house as the words beside them do."""

from enum import StrEnum


class Adviesoordeel(StrEnum):
    """Wat een loket antwoordt."""

    NO_OBJECTION = "geen_bezwaar"
    CONDITIONS = "geen_bezwaar_onder_voorwaarden"
    OBJECTION = "bezwaar"
    CANNOT_JUDGE = "niet_te_beoordelen"


class Adviesstand(StrEnum):
    """Waar een gevraagd advies staat."""

    ASKED = "gevraagd"
    OVERDUE = "te_laat"
    GIVEN = "gegeven"
    STALE = "verouderd"
    WITHDRAWN = "teruggenomen"


class Screeningstand(StrEnum):
    """Waar de screening van een partij staat."""

    NOT_SCREENED = "niet_gescreend"
    WAITING = "wacht"
    FAILED = "mislukt"
    TO_REVIEW = "te_beoordelen"
    CONFIRMED = "bevestigd"
    UNDECIDED = "niet_te_zeggen"
    CLEARED = "beoordeeld_als_ander"
    CLEAR = "niets_gevonden"


class Trefferstand(StrEnum):
    """Waar een treffer staat: wat mensen ervan zeiden, of dat zij niet meer gevonden wordt."""

    OPEN = "te_beoordelen"
    SECOND = "tweede_persoon"
    CONFIRMED = "bevestigd"
    UNDECIDED = "niet_te_zeggen"
    CLEARED = "beoordeeld_als_ander"
    GONE = "vervallen"


class Trefferoordeel(StrEnum):
    """Wat iemand van een treffer zegt."""

    TRUE = "dezelfde"
    FALSE = "een_ander"
    UNDECIDED = "niet_te_zeggen"


class Band(StrEnum):
    """Hoe dicht een vermelding bij een partij komt."""

    MATCH = "sterk"
    CHECK = "nakijken"
    CLEAR = "niet_in_de_buurt"


class Mailuitkomst(StrEnum):
    """Wat iemand van een e-mail maakte."""

    ADVICE = "advies"
    DOCUMENTS = "documenten"
    REQUEST = "verzoek"
    SET_ASIDE = "terzijde_gelegd"
