"""Text that officials and citizens read, always in Dutch and in English."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """The languages in which every text of the house exists."""

    NL = "nl"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence or name in both languages; neither may be missing."""

    nl: str
    en: str

    def in_(self, language: str) -> str:
        """The text in `language`; every language but English reads Dutch."""
        return self.en if language.startswith("en") else self.nl


def plain_lines(text: str) -> str:
    """As a written text is kept: with the line ends of this house, and no empty space around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
