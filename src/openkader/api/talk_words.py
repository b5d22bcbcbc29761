"""The Dutch words of what is noted after a talk, and of what was said of it in public."""

from enum import StrEnum


class Gespreksvorm(StrEnum):
    """Of iets op de agenda stond, of ernaast aan de orde kwam."""

    FORMAL = "formeel"
    INFORMAL = "informeel"


class Berichtsoort(StrEnum):
    """Wat er in het openbaar over een activiteit verscheen; media zijn anderen die het zeggen."""

    POST = "sociale_media"
    BLOG = "blog"
    REPORT = "verslag"
    MEDIA = "media"


class Terugkoppelstand(StrEnum):
    """Hoe ver de openbare terugkoppeling van een activiteit is."""

    GIVEN = "gegeven"
    REPORTED = "gemeld"
    OVERDUE = "te_laat"
    WAITS = "wacht"
    SET_ASIDE = "terzijde"
    NOT_OWED = "niet_nodig"
    UNKNOWN = "onbekend"
