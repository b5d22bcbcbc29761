"""The Dutch words of drafts of a kader; they lead to those of the house as the words beside them do."""

from enum import StrEnum


class Ernst(StrEnum):
    """Hoe zwaar een bevinding weegt: een fout houdt vaststellen tegen."""

    ERROR = "fout"
    WARNING = "waarschuwing"
    NOTE = "opmerking"


class Nietuitgerekend(StrEnum):
    """Wat van twee kaders te groot is om uit te rekenen."""

    PROPOSAL = "voorstel"
    RULES = "regels"


class Naspeelstand(StrEnum):
    """Hoe ver een naspelen is."""

    WAITING = "wacht"
    RUNNING = "loopt"
    DONE = "gedaan"
    STOPPED = "gestopt"
    FAILED = "mislukt"


class Naspeelkant(StrEnum):
    """Van welk van beide kaders iets gezegd wordt."""

    OLD = "uitgangspunt"
    NEW = "concept"
