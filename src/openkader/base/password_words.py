"""Words that everybody in and around an organisation knows, and passwords that are little more than such a word.

NIST SP 800-63B-4, 3.1.1.2 asks to refuse the name of the service, that of the user, and what is derived from them. It
asks to compare a password as a whole, and not what stands somewhere in it: so `vier paarden in Zuid-Holland` is a good
one, and `ZuidHolland2026!` or `Pr0v1nc13-ZH` is none, for nothing is left beside the words.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable

FEWEST_OTHER = 4  # letters that stand beside the words; with fewer the words are the heart of it
_SHORTEST = 4  # of a part of a name by itself: `van` and `de` are words of nobody
_LETTERS = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"[\s._,:;/\\-]+")
# What people write for a letter, and believe that nobody thinks of it.
_LEET = {
    "a": "a4@",
    "b": "b8",
    "c": "c(",
    "e": "e3€",
    "g": "g69",
    "i": "i1!|",
    "l": "l1|",
    "o": "o0",
    "s": "s5$",
    "t": "t7+",
    "z": "z2",
}
# What people put beside the name of their organisation, year and exclamation mark not counted.
_AROUND = frozenset(
    (
        *("welkom", "welcome", "wachtwoord", "password", "passwort", "geheim", "secret", "inloggen"),
        *("aanmelden", "login", "test", "temp", "tijdelijk", "admin", "beheer", "lente", "zomer", "herfst"),
        *("winter", "spring", "summer", "autumn", "januari", "februari", "maart", "april", "juni", "juli"),
        *("augustus", "september", "oktober", "november", "december", "january", "february", "march", "june"),
        *("july", "august", "october", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"),
    )
)


def words_in(names: Iterable[str]) -> frozenset[str]:
    """The words by which names are known: each long part, all parts together, and their first letters.

    `Provincie Zuid-Holland` gives `provincie`, `zuid`, `holland`, `provinciezuidholland` and `pzh`.
    """
    found: set[str] = set()
    for name in names:
        parts = _LETTERS.findall(_plain(name))
        found.update(part for part in parts if len(part) >= _SHORTEST)
        # All of them, and without the ones before it: Zuid-Holland, but also Provincie Zuid-Holland.
        found.update("".join(parts[start:]) for start in range(len(parts)))
        found.add("".join(part[0] for part in parts))
    return frozenset(word for word in found if len(word) > 1)


def heart_of(password: str, words: Collection[str]) -> str | None:
    """The word that a password is little more than; None where enough stands beside it."""
    text = _BETWEEN.sub("", _plain(password))
    known = sorted({*words, *_AROUND}, key=lambda word: (-len(word), word))
    pattern = re.compile("|".join(f"({_written(word)})" for word in known))
    found = [one for one in pattern.finditer(text) if _letters(one[0])]  # a number is no word
    beside = _letters(text) - sum(_letters(one[0]) for one in found)
    return known[int(found[0].lastindex or 0) - 1] if found and beside < FEWEST_OTHER else None


def _letters(text: str) -> int:
    return sum(letter.isalpha() for letter in text)


def _plain(text: str) -> str:
    """In small letters without accents."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _written(word: str) -> str:
    """The word as a pattern, with all that people write for its letters."""
    return "".join(f"[{re.escape(_LEET.get(letter, letter))}]" for letter in word)
