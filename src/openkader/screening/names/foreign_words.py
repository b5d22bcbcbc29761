"""Words of organisations in Cyrillic, Arabic and Korean letters, found in the table of meanings with their endings."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from openkader.screening.names.arabic import one_form
from openkader.screening.names.meanings import words_in
from openkader.screening.names.vocabulary import Script

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_CYRILLIC_ENDING = re.compile(
    "[аеиоуыьэюяіїєйў]{0,3}|[аеиоуыюяіїє]?[йхмв]|[оеи]?го|[ое]?му|[аяиыіо]?ми|[иіы]?ст[ьи]|[иі]стью|[оі]ст[иі]"
    "|(?:[ое]?н|[ое]?в?с[кь]|сь?к|цьк|льн|чн|[ое]в|тел|ник)[ыиіоеєаяуюьйхмгї]{0,3}"
)
_SHORTEST_STEM, _LONGEST_ENDING = 4, 6
# The article and what grows to a word: and, with, for, as.
_BEFORE_ARABIC = ("وال", "بال", "كال", "فال", "ولل", "لل", "ال", "و", "ب", "ل")
_SHORTEST_ARABIC = 3
_FEMININE = "ه"
_MOST_WORDS, _MOST_LETTERS = 24, 1000


def translated(text: str, script: Script) -> tuple[tuple[str, str | None], ...]:
    """Each word of a text with its English, or with nothing when the table does not know it."""
    return tuple((part, _meaning(part, script)) for part in _parts(text, script))


def _parts(text: str, script: Script) -> Iterator[str]:
    for word in _WORD.findall(_bare(text[:_MOST_LETTERS].lower()))[:_MOST_WORDS]:
        yield from _compound(word) if script is Script.HANGUL else (word,)


def _bare(text: str) -> str:
    """The text without vowel signs and lengthening strokes, which Arabic has beside its letters."""
    if text.isascii():
        return text
    return "".join(letter for letter in text if not (unicodedata.combining(letter) or letter == "ـ"))


def _compound(word: str) -> tuple[str, ...]:
    """A Korean word begins and ends in words that say what it is: 조선백두무역회사 is 조선, 백두, 무역, 회사."""
    known = words_in(Script.HANGUL)
    for start in range(len(word)):
        if word[start:] in known:
            return (*_compound(word[:start]), word[start:]) if start else (word,)
    end = next((end for end in range(len(word) - 1, 1, -1) if word[:end] in known), 0)
    return (word[:end], *_compound(word[end:])) if end else (word,)


@lru_cache(maxsize=16384)
def _meaning(word: str, script: Script) -> str | None:
    known = words_in(script)
    return next((known[stem] for stem in _stems(word, script) if stem in known), None)


def _stems(word: str, script: Script) -> Iterator[str]:
    """The word, and what it may be without what grows to it."""
    if script is Script.ARABIC:
        yield from _arabic_stems(one_form(word))
        return
    word = word.replace("ё", "е")
    yield word
    if script is Script.CYRILLIC:
        for length in range(len(word) - 1, max(_SHORTEST_STEM, len(word) - _LONGEST_ENDING) - 1, -1):
            if _CYRILLIC_ENDING.fullmatch(word[length:]):
                yield word[:length]


def _arabic_stems(word: str) -> Iterator[str]:
    bare = (word, *(word.removeprefix(before) for before in _BEFORE_ARABIC if word.startswith(before)))
    for stem in bare:
        if len(stem) >= _SHORTEST_ARABIC:
            yield stem
            yield stem.removesuffix(_FEMININE)
