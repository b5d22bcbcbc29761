"""The Dutch words of delegation lists; they lead to those of the house as the words beside them do."""

from enum import StrEnum


class Lijstherkomst(StrEnum):
    """Hoe een delegatielijst binnenkwam."""

    FILE = "bestand"
    PASTED = "geplakt"
    TYPED = "ingetypt"
