"""Latin letters folded to a-z and 0-9, the way name lists without diacritics write them."""

import re
import unicodedata
from functools import lru_cache

# Letters that no decomposition takes apart.
_LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h",
    "ŋ": "ng", "ĸ": "k", "ŧ": "t", "ə": "a", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ɲ": "n", "ɛ": "e",
    "ɔ": "o",
    "ĳ": "ij", "ŀ": "l", "ŉ": "n", "ſ": "s", "ʒ": "z", "ɣ": "g", "ơ": "o", "ư": "u", "ꞌ": "",
}  # fmt: skip
_TABLE = str.maketrans(_LETTERS)
_WORD = re.compile("[a-z0-9]+")
_TONES = frozenset("\u0304\u0301\u030c\u0300")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case without diacritics; ü becomes u, ß becomes ss, apostrophes are gone."""
    lower = text.lower().replace("'", "")
    if lower.isascii():
        return lower
    plain = unicodedata.normalize("NFD", lower.translate(_TABLE))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).translate(_TABLE)


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text; a hyphen parts two words, an apostrophe does not."""
    return tuple(_WORD.findall(fold(text)))


def umlauts_written_out(text: str) -> str:
    """German and Nordic letters the way passports write them: ü as ue, å as aa."""
    return text.lower().translate(_PASSPORT)


_PASSPORT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "ß": "ss", "æ": "ae"})


def has_tone_marks(text: str) -> bool:
    """Whether a letter carries one of the four tone marks of pinyin."""
    return not text.isascii() and not _TONES.isdisjoint(unicodedata.normalize("NFD", text))


def pinyin_letters(text: str) -> str:
    """Lower case without tones, but with ü as v, as pinyin needs it."""
    lower = text.lower()
    if lower.isascii():
        return lower
    plain = unicodedata.normalize("NFD", lower).replace("u\u0308", "v")
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
