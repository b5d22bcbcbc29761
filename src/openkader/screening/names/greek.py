"""Greek letters in Latin ones, by the standard that Greek passports follow."""

import re
import unicodedata

_PAIRS = {
    "ου": "ou", "γγ": "ng", "γξ": "nx", "γχ": "nch", "αι": "ai", "ει": "ei", "οι": "oi", "υι": "yi", "ντ": "nt",
}  # fmt: skip
_LETTERS = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k",
    "λ": "l",
    "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y",
    "φ": "f",
    "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
_VOICED = "αβγδεζηιλμνορυω"
_DIPHTHONG = re.compile("([αεη])υ(.?)")
_MEANINGS = re.compile("|".join((*_PAIRS, *_LETTERS)))


def romanised(text: str) -> tuple[str, ...]:
    """The text in Latin letters."""
    plain = unicodedata.normalize("NFD", text.lower().replace("ϋ", "y").replace("ΰ", "y"))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    letters = re.sub(r"\bμπ", "b", letters)
    letters = _DIPHTHONG.sub(_diphthong, letters)
    return (_MEANINGS.sub(lambda found: _PAIRS.get(found[0]) or _LETTERS[found[0]], letters),)


def _diphthong(found: re.Match[str]) -> str:
    """Αυ is av before what is voiced, else af."""
    return found[1] + ("v" if found[2] and found[2] in _VOICED else "f") + found[2]
