"""The Dutch words of what hangs at an activity: its programme, its reports, and what came of it."""

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
