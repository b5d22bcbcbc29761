"""The words under which a name is found, whatever script and spelling it is looked for in.

A register keeps the words of each name with those of its other spellings; who looks reads
what was typed in the same way, and the two meet in a word. To find by, never to decide by.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from rapidfuzz.distance import OSA

from openkader.screening.names import (
    Reading,
    Reason,
    Script,
    Variant,
    chinese_readings,
    latin_skeleton,
    read_name,
    script_of,
)

LONGEST = 40  # of a word; what is longer is cut, on both sides alike
_PERSON, _ORGANISATION, _EITHER = "Person", "Organization", "LegalEntity"
_MOST_WORDS = 60
_MOST_WAYS = 10
_MOST_ASKED = 8
_JOINED = range(2, 4)  # so many words are often written as one: shan dong
_SHORTEST_NEAR = 5  # a slip in a shorter word makes another word
_SHORTEST_SOUND = 3


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words of a name as it stands, and those of its other spellings and readings."""

    written: frozenset[str]
    read: frozenset[str]


@lru_cache(maxsize=8192)
def words_of(name: str, *, is_person: bool) -> NameWords:
    """Everything under which one name is found."""
    found = list(_spellings(name, _PERSON if is_person else _ORGANISATION))
    written = frozenset(_kept(found[0])) if found else frozenset()
    read: dict[str, None] = {}
    for tokens in found[1:]:
        read.update(dict.fromkeys(_kept(tokens)))
    return NameWords(written, frozenset([word for word in read if word not in written][:_MOST_WORDS]))


def ways_to_look(text: str, *, is_name: bool = True) -> tuple[tuple[str, ...], ...]:
    """What was typed, as it stands and in its other spellings; of one way all words must be there.

    Of a name in two scripts each is a spelling of the other, and an organisation is found by the heart of its name,
    without its place. Where it need not be a name that would find every delegation for “delegatie 山东”: there what
    stands in each script has to be there, and so has a place.
    """
    runs = [text] if is_name else [" ".join(words) for _, words in groupby(text.split(), script_of)]
    together: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    for spelt in filter(None, (_ways_of(run, shortened=is_name) for run in runs)):
        # The first spellings of each together, before those that are further from what was typed.
        longer = (
            (far + place, (*words, *more)) for far, words in together for place, more in enumerate(spelt)
        )
        together = sorted(longer, key=itemgetter(0))[:_MOST_WAYS]
    return tuple(tuple(dict.fromkeys(words))[:_MOST_ASKED] for _far, words in together if words)


def _ways_of(text: str, *, shortened: bool) -> tuple[tuple[str, ...], ...]:
    spellings = list(_spellings(text, _EITHER, shortened=shortened))
    # Syllables that were parted while reading are one word in most registers: shan dong is Shandong.
    joined = [tuple(_joined(tokens)) for tokens in spellings[1:] if all(map(str.isascii, tokens))]
    ways = map(_asked, (*spellings[:1], *joined, *spellings[1:]))
    return tuple(dict.fromkeys(way for way in ways if way))[:_MOST_WAYS]


def sound_of(word: str) -> str:
    """The consonants of a word, the same for Muhammad and Mohamed; nothing for what has too few."""
    if not word.isascii() or word.isdecimal():
        return ""
    sound = "".join(latin_skeleton((word,)))
    return sound if len(sound) >= _SHORTEST_SOUND else ""


def near_forms(word: str) -> frozenset[str]:
    """The word with one letter left out, and as it is: two words with one slip between them share a form."""
    if len(word) < _SHORTEST_NEAR or not word.isascii() or word.isdecimal():
        return frozenset()
    return frozenset({word, *(word[:place] + word[place + 1 :] for place in range(len(word)))})


def is_near(one: str, other: str) -> bool:
    """Whether one letter too many, too few, wrong or in the wrong place parts two words."""
    return OSA.distance(one, other, score_cutoff=1) <= 1


def _spellings(text: str, schema: str, *, shortened: bool = True) -> Iterator[tuple[str, ...]]:
    """The words of each spelling, the one as written first; a Chinese name also by its readings."""
    name = read_name(text, schema)
    but = {Reason.ARABIC_SKELETON, *(() if shortened else (Reason.SHORTENED,))}
    for variant in name.variants:
        if but.isdisjoint(step.code for step in variant.steps):
            yield _tokens(variant)
    if schema != _ORGANISATION:
        for reading in chinese_readings(text):
            yield from _sounds(reading)


def _tokens(variant: Variant) -> tuple[str, ...]:
    if variant.script is Script.HAN:
        return ("".join(variant.tokens),)
    return variant.tokens


def _sounds(reading: Reading) -> Iterator[tuple[str, ...]]:
    """A reading in its first sounds: what it leaves open is met by the other name's readings."""
    surname, *given = (min(part) for part in (reading.surname, *reading.given))
    yield (*reading.other, surname, "".join(given))


def _kept(tokens: tuple[str, ...]) -> Iterator[str]:
    for token in (*tokens, *_joined(tokens)):
        if script_of(token) is Script.HAN:
            yield from _parts(token)
        yield token[:LONGEST]


def _joined(tokens: tuple[str, ...]) -> Iterable[str]:
    return ("".join(tokens),) if len(tokens) in _JOINED else ()


def _parts(written: str) -> Iterator[str]:
    """Each character and each two that follow each other: who looks for a place finds its university."""
    yield from written
    yield from (written[place : place + 2] for place in range(len(written) - 1))


def _asked(tokens: tuple[str, ...]) -> tuple[str, ...]:
    words: list[str] = []
    for token in tokens:
        pairs = [token[place : place + 2] for place in range(len(token) - 1)]
        words += pairs if script_of(token) is Script.HAN and pairs else [token[:LONGEST]]
    return tuple(dict.fromkeys(words))[:_MOST_ASKED]
