"""The Dutch words of what hangs at an activity: its programme, its reports, and what came of it."""

from collections.abc import Mapping
from enum import StrEnum


class Onderdeelvorm(StrEnum):
    """Of een onderdeel van een programma formeel is."""

    FORMAL = "formeel"
    INFORMAL = "informeel"


class Verslagsoort(StrEnum):
    """Welke tekst over een activiteit geschreven wordt."""

    MISSION_REPORT = "verslag"
    PUBLIC_TEXT = "openbare_tekst"
    FEEDBACK = "terugkoppeling"


class Zelfscanstand(StrEnum):
    """Waar de zelfscan van een bedrijf staat."""

    MISSING = "niet_gevraagd"
    ASKED = "gevraagd"
    STARTED = "begonnen"
    OVERDUE = "te_laat"
    VALID = "geldig"
    EXPIRED = "verlopen"


class Zelfscanstap(StrEnum):
    """De zes stappen van de OESO-richtlijnen, in hun volgorde."""

    EMBED = "inbedden"
    IDENTIFY = "in_kaart_brengen"
    PREVENT = "voorkomen"
    TRACK = "volgen"
    COMMUNICATE = "communiceren"
    REMEDY = "herstellen"


class Zelfscanantwoord(StrEnum):
    """Wat een bedrijf op een vraag antwoordt."""

    IN_PLACE = "op_orde"
    PARTLY = "deels"
    NOT_YET = "nog_niet"
    NOT_APPLICABLE = "niet_van_toepassing"


class Vragenlijststand(StrEnum):
    """Waar een vragenlijst staat die aan iemand gevraagd is."""

    ASKED = "gevraagd"
    ANSWERED = "beantwoord"
    ENDED = "niet_beantwoord"
    TAKEN_BACK = "teruggenomen"


class Vraagmomentstand(StrEnum):
    """Waar een vraagmoment van een activiteit vandaag staat."""

    UNKNOWN = "onbekend"
    TO_COME = "nog_niet"
    OPEN = "open"
    PAST = "voorbij"


class Toestemming(StrEnum):
    """Of eigen woorden openbaar mogen worden."""

    NAMED = "met_naam"
    UNNAMED = "zonder_naam"
    NONE = "niet"


# How far it is with one that took part in a wave, by the word that the page has for it: what was asked of them stands
# where a survey stands, and else why none was.
STANDINGS: Mapping[str, str] = {
    "asked": "gevraagd",
    "answered": "beantwoord",
    "ended": "niet_beantwoord",
    "taken_back": "teruggenomen",
    "left_out": "telt_niet_mee",
    "not_noted": "niet_genoteerd",
    "unnamed": "alleen_een_aantal",
    "unknown": "dag_onbekend",
    "to_come": "nog_niet",
    "not_asked": "niet_gevraagd",
    "to_ask": "te_vragen",
    "without_address": "zonder_adres",
}
