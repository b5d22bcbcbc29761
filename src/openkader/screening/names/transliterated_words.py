"""Russian words of organisations in Latin letters, known by their stems: zavod, zavoda and zavody are one word."""

from collections.abc import Mapping
from functools import cache

from openkader.screening.names.cyrillic import romanised
from openkader.screening.names.folding import fold
from openkader.screening.names.meanings import words_in
from openkader.screening.names.vocabulary import Script

# Shorter stems begin words of other languages too.
_SHORTEST_STEM = 5
_ENDINGS = """
 a u y i e o ya ia iya ye ie iye ii iy yy oy oi oj ey oe oye oie aya aia oya ogo ego omu ym im ikh ykh ov ev ei iu yu
 iyu am om em ami yami imi ymi ykh akh yakh yami st sti ost osti nyi noy nyy nii nogo naya noe noye nye nykh
 skiy skii sky skaya skoe skoye skoy skogo skie skikh tel telnyy
"""
_KNOWN_ENDINGS = frozenset(["", *_ENDINGS.split()])
_LONGEST_ENDING = max(map(len, _KNOWN_ENDINGS))


def meaning_of(word: str) -> str | None:
    """The English of a Russian word in Latin letters; nothing when it is none."""
    shortest = max(_SHORTEST_STEM, len(word) - _LONGEST_ENDING)
    for length in range(len(word), shortest - 1, -1):
        meaning = _stems().get(word[:length])
        if meaning and word[length:] in _KNOWN_ENDINGS:
            return meaning
    return None


@cache
def _stems() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for stem, meaning in words_in(Script.CYRILLIC).items():
        for spelling in romanised(stem):
            latin = fold(spelling)
            if len(latin) >= _SHORTEST_STEM:
                found.setdefault(latin, meaning)
    return found
