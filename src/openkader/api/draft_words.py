"""The Dutch words of drafts of a kader; they lead to those of the house as the words beside them do."""

from enum import StrEnum


class Ernst(StrEnum):
    """Hoe zwaar een bevinding weegt: een fout houdt vaststellen tegen."""

    ERROR = "fout"
    WARNING = "waarschuwing"
    NOTE = "opmerking"
