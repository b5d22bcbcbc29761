"""A name as people type it, made harmless: one form of each character, nothing that cannot be seen, no endless text."""

import re
import unicodedata
from functools import lru_cache

from openkader.screening.names.look_alikes import repaired

# No name of a person or an organisation is longer; what is longer is a text and is cut.
LONGEST = 300
_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼʻ`´＇′ʹʽ᾿῾ʾʿˈ"), "'")
_HYPHENS = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
_DOTS = dict.fromkeys(map(ord, "·•‧∙・･⸱ꞏ"), "·")
_MARKS = {**_APOSTROPHES, **_HYPHENS, **_DOTS}
_SPACE = re.compile(r"\s+")


@lru_cache(maxsize=1024)
def clean(value: str) -> str:
    """The name in NFC with one kind of apostrophe, hyphen and space; control and bidi characters and emoji are gone."""
    text = value[: LONGEST * 4]
    if text.isascii() and text.isprintable():
        return _squeezed(text)
    # NFKC first makes a fullwidth letter a letter; it would also make a spacing accent of an apostrophe.
    text = unicodedata.normalize("NFKC", text.translate(_MARKS))
    return repaired(_squeezed("".join(map(_seen, text))))


def _squeezed(text: str) -> str:
    return _SPACE.sub(" ", text).strip()[:LONGEST].rstrip()


def _seen(character: str) -> str:
    category = unicodedata.category(character)
    if category in _UNSEEN:
        return " " if character in "\t\n\r\v\f\x85" else ""
    return " " if category[0] in "ZS" and character not in "^`+&=$" else character


# Format characters (bidi marks, joiners), controls, surrogates, private and unassigned code points.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
