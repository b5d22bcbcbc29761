"""Text that officials and citizens read, always in Dutch and in English."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters by their class, and nothing on the page
# They turn the order of reading round, so that a reader sees another text than was typed.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


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


def capital(words: str) -> str:
    """A clause as it opens a line."""
    return words[:1].upper() + words[1:]


def plain_lines(text: str) -> str:
    """As a written text is kept: with the line ends of this house, and no empty space around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def typed_words(text: str) -> str:
    """What somebody typed, in one order of reading and without control characters; none where no sign can be seen."""
    found = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    shown = (x for x in found if x in "\n\t" or (unicodedata.category(x) != "Cc" and x not in _TURNING))
    words = "".join(shown).strip()
    return words if any(map(_can_be_seen, words)) else ""


def _can_be_seen(sign: str) -> bool:
    return unicodedata.category(sign)[0] not in "CZM" and sign not in _BLANK
