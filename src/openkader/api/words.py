"""The Dutch words of the interface, each under the name that the thing has in the house.

A word and the name in the house lead to each other by `to_house` and `from_house`; a test holds that neither has one
that the other lacks.
"""

from enum import StrEnum
from typing import TypeVar

W = TypeVar("W", bound=StrEnum)
H = TypeVar("H", bound=StrEnum)


class Soort(StrEnum):
    """Wat voor contact wordt gevraagd."""

    INCOMING_DELEGATION = "inkomende_delegatie"
    OUTGOING_MISSION = "uitgaande_missie"
    EMBASSY_TALK = "ambassadegesprek"
    EVENT = "evenement"
    AGREEMENT = "overeenkomst"
    INVESTMENT_SUPPORT = "ondersteuning_investering"
    EXCHANGE = "uitwisseling"
    OTHER = "anders"


class Binnenkomst(StrEnum):
    """Langs welke weg een verzoek binnenkwam."""

    FORM = "formulier"
    MAIL = "mail"
    PHONE = "telefoon"
    LETTER = "brief"
    MEETING = "gesprek"


class Vraagsoort(StrEnum):
    """Wat voor antwoord een vraag van het kader krijgt."""

    TRUTH = "ja_of_nee"
    CHOICE = "keuze"
    SEVERAL = "meer_keuzes"
    NUMBER = "getal"
    DATE = "datum"
    COUNTRY = "land"


class Status(StrEnum):
    """Waar een verzoek staat."""

    RECEIVED = "ontvangen"
    WEIGHING = "in_behandeling"
    AWAITING_ADVICE = "wacht_op_advies"
    READY = "klaar_voor_besluit"
    HELD = "aangehouden"
    GRANTED = "toegekend"
    REFERRED = "doorverwezen"
    REFUSED = "geweigerd"
    WITHDRAWN = "ingetrokken"
    CARRIED_OUT = "uitgevoerd"
    CLOSED = "afgerond"


class Uitkomst(StrEnum):
    """Wat er besloten of voorgesteld is."""

    TAKE_UP = "oppakken"
    TAKE_UP_WITH_CONDITIONS = "oppakken_onder_voorwaarden"
    HOLD = "aanhouden"
    REFER = "doorverwijzen"
    REFUSE = "weigeren"
    WITHDRAWN = "ingetrokken"


class Bereik(StrEnum):
    """Van wie het werk is, en wat ervan."""

    MINE = "mijn"
    TEAM = "team"
    NOBODY = "niemand"
    WAITING = "wachtend"
    OVERDUE = "te_laat"
    LATE_ADVICE = "laat_advies"
    MEASURES = "maatregelen"
    ALL = "alles"


class Volgorde(StrEnum):
    """Wat voorop staat."""

    DUE = "termijn"
    NEWEST = "nieuwste"
    OLDEST = "oudste"
    CHANGED = "gewijzigd"


class Rol(StrEnum):
    """Als wat een partij meedoet."""

    OWN_PARTY = "eigen_partij"
    COUNTERPART = "tegenpartij"
    ORGANISER = "organisator"
    REQUESTER = "aanvrager"
    OFFICE_HOLDER = "bestuurder"
    ADVISER = "adviseur"


class Niveau(StrEnum):
    """Waarover een besluit gaat."""

    REQUEST = "verzoek"
    DELEGATION = "delegatie"
    ORGANISATION = "organisatie"


class Partijsoort(StrEnum):
    """Wat voor partij het is."""

    PERSON = "persoon"
    ORGANISATION = "organisatie"
    COMPANY = "bedrijf"
    BUSINESS_ASSOCIATION = "brancheorganisatie"
    GOVERNMENT = "overheid"
    AGENCY = "agentschap"
    CIVIL_SOCIETY = "maatschappelijke_organisatie"
    KNOWLEDGE_INSTITUTION = "kennisinstelling"


class Nauwkeurigheid(StrEnum):
    """Hoe precies een dag bekend is."""

    DAY = "dag"
    MONTH = "maand"
    YEAR = "jaar"


class Activiteitstand(StrEnum):
    """Of een activiteit nog plaats moet vinden."""

    PLANNED = "gepland"
    HELD = "gehouden"
    CANCELLED = "afgezegd"


class Maatregelstatus(StrEnum):
    """Hoe ver een maatregel is."""

    OPEN = "open"
    REPORTED = "gemeld"
    DONE = "gedaan"
    NOT_APPLICABLE = "niet_van_toepassing"
    WAIVED = "uitgesteld"


class Bewijssoort(StrEnum):
    """Wat laat zien dat een maatregel is uitgevoerd."""

    REPORT = "verslag"
    DECISION = "besluit"
    PUBLICATION = "publicatie"
    MINUTES = "notulen"
    FORM = "formulier"
    OTHER = "anders"


class Deelnemerrol(StrEnum):
    """Als wat iemand meegaat."""

    LEADER = "leider"
    OFFICE_HOLDER = "bestuurder"
    MEMBER = "lid"
    COMPANY = "bedrijf"
    EXPERT = "deskundige"


class Deelnemerstatus(StrEnum):
    """Of iemand meegaat."""

    INVITED = "uitgenodigd"
    CONFIRMED = "bevestigd"
    TOOK_PART = "nam_deel"
    DROPPED_OUT = "afgevallen"


class Overeenkomststatus(StrEnum):
    """Wat van een overeenkomst is vastgelegd."""

    INTENDED = "voorgenomen"
    SIGNED = "ondertekend"
    RENEWED = "verlengd"
    EXPIRED = "verlopen"
    NOT_RENEWED = "niet_verlengd"
    TERMINATED = "opgezegd"
    ABANDONED = "afgezien"


class Overeenkomststand(StrEnum):
    """Hoe een overeenkomst er vandaag voor staat."""

    PASSED = "voorbij_en_open"
    ENDS_SOON = "loopt_bijna_af"
    INTENDED = "voorgenomen"
    UNKNOWN = "onbekend"
    RUNS = "loopt"
    OPEN = "loopt_zonder_einde"
    OVER = "geeindigd"


class VanWie(StrEnum):
    """Van wie een overeenkomst is."""

    OWN = "eigen"
    ACCOMPANIED = "begeleid"
    OTHER_AUTHORITY = "andere_overheid"


class Kant(StrEnum):
    """Aan welke kant van de tafel een partij staat."""

    OWN = "eigen"
    OTHER = "andere"


class Partijrol(StrEnum):
    """Als wat een partij in een overeenkomst staat."""

    SIGNATORY = "ondertekenaar"
    CARRIES_OUT = "uitvoerder"
    WITNESS = "getuige"


class Looptijdsoort(StrEnum):
    """Hoe een overeenkomst eindigt."""

    UNTIL = "tot_een_dag"
    OPEN = "zonder_einde"


class Aktesoort(StrEnum):
    """Wat er van een overeenkomst is opgeschreven."""

    NOTED = "vastgelegd"
    SIGNED = "ondertekend"
    RENEWED = "verlengd"
    ENDED = "geeindigd"
    CORRECTED = "verbeterd"


class Kaderstand(StrEnum):
    """Hoe ver een versie van een kader is."""

    DRAFT = "concept"
    ADOPTED = "vastgesteld"
    IN_FORCE = "van_kracht"
    REPLACED = "vervangen"


def to_house(word: StrEnum, house: type[W]) -> W:
    """The member of the house's own words under the same name."""
    return house[word.name]


def from_house(member: StrEnum, words: type[W]) -> W:
    """The Dutch word of a member."""
    return words[member.name]


def known_word(stored: object, house: type[H], words: type[W]) -> W | None:
    """The Dutch word of what a column holds; nothing where that is not known."""
    return None if stored is None else from_house(house(str(stored)), words)
