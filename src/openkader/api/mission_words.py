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
