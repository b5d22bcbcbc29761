"""What a name is looked up by: pieces of its spellings, so that a likely name is found before it is compared.

Every spelling gives its own set of keys. A key of one sort never meets one of another:
words (``=``), three letters in a row (``.``), consonants (``~``), Chinese readings
(``^``), Han characters (``h``) and initials with a surname (``i``).
"""

from collections.abc import Iterator
from itertools import islice, product

from openkader.screening.names import Name, Reading, Reason, Script, Variant, chinese_readings

_MOST_READINGS = 24
_VOWELS = str.maketrans("", "", "aeiouwyj")
_SOUNDS = str.maketrans({"q": "k", "c": "k", "z": "s", "v": "f", "p": "b", "h": None})
_DIGRAPHS = (
    ("ph", "f"),
    ("cks", "x"),
    ("ks", "x"),
    ("dzh", "g"),
    ("dj", "g"),
    ("tsch", "ch"),
    ("ce", "se"),
    ("ci", "si"),
)


def spellings(name: Name, *, person: bool) -> tuple[frozenset[str], ...]:
    """The keys of each spelling of a name, and those of its Chinese readings together."""
    found = [frozenset(_keys(variant)) for variant in name.variants if _is_needed(variant, name)]
    if person:
        readings = frozenset(key for reading in chinese_readings(name.original) for key in _reading(reading))
        found.append(readings)
    return tuple(dict.fromkeys(keys for keys in found if keys))


def consonants(word: str) -> str:
    """A word without vowels, in sounds that transliterations confuse: Muhammad and Mohamed are one."""
    for spelling, sound in _DIGRAPHS:
        if spelling in word:
            word = word.replace(spelling, sound)
    first = word[:1].translate(_SOUNDS)
    rest = word.translate(_VOWELS).translate(_SOUNDS)
    short = "".join(letter for place, letter in enumerate(rest) if place == 0 or rest[place - 1] != letter)
    return short or first


def _is_needed(variant: Variant, name: Name) -> bool:
    """Words in letters bring their consonants along; a spelling of bare consonants adds nothing to them."""
    return name.script is not Script.LATIN or not _is_bare(variant)


def _is_bare(variant: Variant) -> bool:
    return any(step.code is Reason.ARABIC_SKELETON for step in variant.steps)


def _keys(variant: Variant) -> Iterator[str]:
    if variant.script is Script.HAN:
        return _han(variant)
    return _bare(variant) if _is_bare(variant) else _latin(variant)


def _bare(variant: Variant) -> Iterator[str]:
    for token in variant.tokens:
        yield f"~{consonants(token)}"


def _latin(variant: Variant) -> Iterator[str]:
    for token in variant.tokens:
        yield f"={token}"
        padded = f"_{token}_"
        for start in range(len(padded) - 2):
            yield f".{padded[start : start + 3]}"
        if len(token) > 3:
            yield f"~{consonants(token)}"


def _han(variant: Variant) -> Iterator[str]:
    text = "".join(variant.tokens)
    yield f"h={text}"
    for start in range(len(text) - 1):
        yield f"h{text[start : start + 2]}"
    if len(text) == 1:
        yield f"h{text}"


def _reading(reading: Reading) -> Iterator[str]:
    """Surname with the whole given name, with its first and its last syllable, and with its initials."""
    given = [sorted(syllable) for syllable in reading.given]
    for surname in sorted(reading.surname):
        for way in islice(product(*given), _MOST_READINGS):
            yield f"^{surname} {' '.join(way)}"
            yield f"^{surname} {way[0]} -"
            yield f"^{surname} - {way[-1]}"
            yield f"i{surname} {''.join(syllable[0] for syllable in way)}"
