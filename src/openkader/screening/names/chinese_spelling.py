"""How a Chinese name in characters is written in letters: here, in Taiwan, in Hong Kong, in Hanoi and in Pyongyang."""

from collections.abc import Iterator

from openkader.screening.names.folding import fold
from openkader.screening.names.han import pinyin_of, table
from openkader.screening.names.hangul import romanised_name
from openkader.screening.names.hong_kong import spelt, surname_spelt
from openkader.screening.names.pinyin import plain
from openkader.screening.names.surnames import COMPOUND_SURNAMES, SURNAME_READINGS, surname_readings
from openkader.screening.names.vocabulary import Reason, Script, Step, Variant
from openkader.screening.names.wade_giles import bare, wade_giles_of

_MOST_SURNAME_SPELLINGS = 2
# As a surname this is read otherwise than as the word for gold.
_KOREAN_SURNAMES = {"金": "김"}


def person_variants(hanzi: str, steps: tuple[Step, ...]) -> Iterator[Variant]:
    """The spellings of a person's name in simplified characters; the steps so far stand in front of each chain."""
    for length in _surname_lengths(hanzi):
        surname, given = hanzi[:length], hanzi[length:]
        yield from _pinyin(surname, given, steps)
        yield from _hong_kong(surname, given, steps)
        yield from _wade_giles(surname, given, steps)
    yield from _korean(hanzi, steps)
    yield from _vietnamese(hanzi, steps)


def _surname_lengths(hanzi: str) -> tuple[int, ...]:
    compound = hanzi[:2] in COMPOUND_SURNAMES and len(hanzi) > 2
    return (2, 1) if compound else (1,)


def surname_sounds(surname: str) -> tuple[str, ...]:
    """The pinyin of a surname in simplified characters, the usual one first."""
    return (COMPOUND_SURNAMES[surname],) if surname in COMPOUND_SURNAMES else surname_readings(surname)


def _pinyin(surname: str, given: str, steps: tuple[Step, ...]) -> Iterator[Variant]:
    syllables = tuple(pinyin_of(character)[0] for character in given)
    for sound in surname_sounds(surname):
        words = _words(plain(sound), "".join(map(plain, syllables)))
        special = (
            (Step(Reason.SURNAME_READING, surname, plain(sound)),) if surname in SURNAME_READINGS else ()
        )
        chain = (*steps, *special, Step(Reason.PINYIN, surname + given, " ".join(words)))
        yield Variant(words, Script.LATIN, chain, _syllables((sound,), syllables))
        if len(syllables) > 1:
            apart = (plain(sound), *map(plain, syllables))
            split = Step(Reason.SPLIT, " ".join(words), " ".join(apart))
            yield Variant(apart, Script.LATIN, (*chain, split), tuple((one,) for one in (sound, *syllables)))


def _hong_kong(surname: str, given: str, steps: tuple[Step, ...]) -> Iterator[Variant]:
    options = [spelt(character)[:1] for character in given]
    for head in surname_spelt(surname)[:_MOST_SURNAME_SPELLINGS] if all(options) else ():
        yield _spelt_apart(
            (head, *(option[0] for option in options)), Reason.HONG_KONG, surname + given, steps
        )


def _wade_giles(surname: str, given: str, steps: tuple[Step, ...]) -> Iterator[Variant]:
    heads = (
        [pinyin_of(character)[0] for character in surname]
        if len(surname) > 1
        else surname_readings(surname)[:1]
    )
    full = [
        wade_giles_of(syllable) for syllable in (*heads, *(pinyin_of(character)[0] for character in given))
    ]
    yield _spelt_apart(tuple(map(bare, full)), Reason.WADE_GILES, surname + given, steps)


def _korean(hanzi: str, steps: tuple[Step, ...]) -> Iterator[Variant]:
    readings = [table("hangul").get(character, ("",))[0] for character in hanzi]
    if all(readings) and len(hanzi) > 1:
        hangul = _KOREAN_SURNAMES.get(hanzi[0], readings[0]) + "".join(readings[1:])
        read = Step(Reason.KOREAN, hanzi, hangul)
        for words in romanised_name(hangul)[:3]:
            yield Variant(words, Script.LATIN, (*steps, read, Step(Reason.HANGUL, hangul, " ".join(words))))


def _vietnamese(hanzi: str, steps: tuple[Step, ...]) -> Iterator[Variant]:
    readings = [table("vietnamese").get(character, ("",))[0] for character in hanzi]
    if all(readings):
        yield _spelt_apart(tuple(map(fold, readings)), Reason.VIETNAMESE, hanzi, steps)


def _spelt_apart(words: tuple[str, ...], code: Reason, before: str, steps: tuple[Step, ...]) -> Variant:
    return Variant(words, Script.LATIN, (*steps, Step(code, before, _shown(words))))


def _shown(words: tuple[str, ...]) -> str:
    """Ho Chun-yan, as a person would write it."""
    return f"{words[0].title()} {'-'.join(words[1:]).capitalize()}".strip()


def _words(surname: str, given: str) -> tuple[str, ...]:
    return (surname, given) if given else (surname,)


def _syllables(surname: tuple[str, ...], given: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return (surname, given) if given else (surname,)
