"""The Dutch words of investments, the network, initiatives and recommendations; they lead to those of the house."""

from enum import StrEnum


class Verklaringstand(StrEnum):
    """Of op een verklaring van de partner vandaag te bouwen is."""

    HOLDS = "geldt"
    STALE = "verouderd"
    ENDED = "verlopen"
    FOLLOWED = "vervangen"


class Lidstand(StrEnum):
    """Of er van een lid van het netwerk kort geleden iets genoteerd is."""

    NEVER = "nooit_genoteerd"
    UNDATED = "moment_onbekend"
    DORMANT = "slapend"
    ACTIVE = "actief"
    STOPPED = "gestopt"


class Gesprekswijze(StrEnum):
    """Hoe een gesprek gevoerd is."""

    MEETING = "ontmoeting"
    VIDEO = "videogesprek"
    CALL = "telefoongesprek"
    MAIL = "mail_of_brief"


class Bijdragesoort(StrEnum):
    """Waaraan iemand van het netwerk bijdroeg."""

    DOSSIER = "dossier"
    ACTIVITY = "activiteit"
    ADVICE = "advies"
    BRIEFING = "voorlichting"
    MESSAGE = "boodschap"
    KADER = "kader"
    EVALUATION = "evaluatie"


class Stapsoort(StrEnum):
    """Wat er van een initiatief is opgeschreven."""

    SOUGHT = "gevraagd"
    MATCHED = "gekoppeld"
    NOT_FOUND = "niet_gevonden"
    EFFECT = "gevolg_gezien"
    ENDED = "beeindigd"


class Initiatiefstand(StrEnum):
    """Waar een initiatief staat."""

    SOUGHT = "gezocht"
    MATCHED = "gekoppeld"
    NO_MATCH = "geen_koppeling"
    EFFECT = "gevolg_gezien"
    ENDED = "beeindigd"


class Schakelstand(StrEnum):
    """Hoe het met een schakel van een initiatief staat."""

    DONE = "gedaan"
    OPEN = "open"
    NOT_FOUND = "niet_gevonden"
    GIVEN_UP = "opgegeven"


class Opvolging(StrEnum):
    """Wat er van een aanbeveling werd."""

    OPEN = "open"
    TAKEN_UP = "opgepakt"
    PARTLY = "deels"
    DONE = "gedaan"
    NOT_FOLLOWED = "niet_opgevolgd"
