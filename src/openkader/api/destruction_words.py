"""The Dutch words of keeping and destroying; they lead to those of the house."""

from enum import StrEnum


class Lijststand(StrEnum):
    """Hoe ver een vernietigingslijst is."""

    DRAWN_UP = "wacht_op_akkoord"
    AGREED = "akkoord"
    UNDER_WAY = "wordt_uitgevoerd"
    DESTROYED = "uitgevoerd"
    WITHDRAWN = "ingetrokken"


class Beoordelaar(StrEnum):
    """Als wat iemand akkoord gaat."""

    ARCHIVIST = "archivaris"
    OWNER = "proceseigenaar"


class Gegevenssoort(StrEnum):
    """Een soort gegevens met een eigen bewaartermijn."""

    REQUEST = "heel_dossier"
    DELEGATION_LIST = "delegatielijsten"
    PARTICIPANTS = "deelnemerslijsten"
    SELF_SCAN = "zelfscans"
    SURVEY_ANSWERS = "antwoorden_op_vragenlijsten"
    AGREEMENT = "overeenkomsten"
    NETWORK = "netwerk"
    INTERVIEW = "gesprekken"
    EVALUATION = "evaluaties"
    KADER = "kaders"
    AUDIT_TRAIL = "controlespoor"
