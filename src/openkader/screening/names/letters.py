"""Letters of all other scripts in Latin ones, after the names that Unicode gives them; rough."""

import re
import unicodedata
from functools import lru_cache

_NAME = re.compile(
    r"^(?:[A-Z -]+?) (?:LETTER|SYLLABLE|CHARACTER|VOWEL SIGN|VOWEL) (?:SMALL |CAPITAL |GLOTTAL |PHARYNGEAL )*([A-Z]+)"
)
_SMALL_KANA = re.compile("^(?:HIRAGANA|KATAKANA) LETTER SMALL")
_KANA = {
    "si": "shi", "ti": "chi", "tu": "tsu", "hu": "fu", "zi": "ji", "di": "ji", "du": "zu", "wo": "o",
}  # fmt: skip
# The names of these letters are no sounds, so the sounds stand here in the order of the alphabet.
_GEORGIAN = "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h"
_ARMENIAN = "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts u p k o f"
_ALPHABETS = tuple(
    (start, sounds.split())
    for start, sounds in ((0x10D0, _GEORGIAN), (0x1C90, _GEORGIAN), (0x0561, _ARMENIAN))
)
_VIRAMAS = ("VIRAMA", "SIGN ASAT", "SIGN COENG", "THAI CHARACTER THANTHAKHAT")


def romanised(text: str) -> tuple[str, ...]:
    """The text in Latin letters."""
    spelt: list[str] = []
    for character in text.lower():
        _add(spelt, character)
    return ("".join(spelt),)


def _add(spelt: list[str], character: str) -> None:
    kind, sound = _sound(character)
    last = spelt[-1] if spelt else ""
    if kind == "small" and last.endswith(("i", "u")) and len(last) > 1:
        # Ki and a small ya are kya; shi and a small ya are sha.
        spelt[-1] = last[:-1] + (sound[1:] if last[-2:] in ("hi", "ji") and len(last) != 2 else sound)
    elif kind == "sign" and last.endswith("a"):
        spelt[-1] = last[:-1] + sound
    else:
        spelt.append(sound)


@lru_cache(maxsize=4096)
def _sound(character: str) -> tuple[str, str]:
    if character.isascii():
        return "letter", character
    for start, alphabet in _ALPHABETS:
        if start <= ord(character) < start + len(alphabet):
            return "letter", alphabet[ord(character) - start]
    name = unicodedata.name(character, "")
    if any(sign in name for sign in _VIRAMAS):
        return "sign", ""
    return _named(name)


def _named(name: str) -> tuple[str, str]:
    match = _NAME.match(name)
    sound = match[1].lower() if match else ""
    if name.startswith(("HIRAGANA", "KATAKANA")):
        return ("small" if _SMALL_KANA.match(name) else "letter"), _KANA.get(sound, sound)
    if name.startswith(("THAI", "LAO")) and match:
        # The name is a consonant with an example: ko kai.
        return "letter", sound.removesuffix("o") if len(sound) > 1 else sound
    doubled = sound.replace("aa", "a").replace("ii", "i").replace("uu", "u")
    return ("sign" if "VOWEL SIGN" in name else "letter"), doubled
