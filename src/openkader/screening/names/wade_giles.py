"""Wade-Giles, made by rule from pinyin; apostrophes and diaereses may be missing, as in most passports."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from openkader.screening.names.han import pinyin_of
from openkader.screening.names.pinyin import syllables
from openkader.screening.names.surnames import SURNAME_READINGS, compound_syllables, known_surnames
from openkader.screening.names.syllabary import Syllabary, frozen, initials
from openkader.screening.names.vocabulary import Reason

_INITIALS = {
    "b": "p", "p": "p'", "d": "t", "t": "t'", "g": "k", "k": "k'", "j": "ch", "q": "ch'", "x": "hs", "zh": "ch",
    "ch": "ch'", "z": "ts", "c": "ts'", "r": "j",
}  # fmt: skip
# Syllables whose vowel the rules below do not give.
_WHOLE = {
    "zhi": "chih", "chi": "ch'ih", "shi": "shih", "ri": "jih", "zi": "tzu", "ci": "tz'u", "si": "ssu",
    "ge": "ko", "ke": "k'o", "he": "ho", "e": "o", "er": "erh", "gui": "kuei", "kui": "k'uei", "you": "yu",
    "yi": "i", "yu": "yv", "yue": "yveh", "yuan": "yvan", "yun": "yvn", "yan": "yen", "ye": "yeh",
    "yong": "yung",
    "guo": "kuo", "kuo": "k'uo", "huo": "huo", "shuo": "shuo",
}  # fmt: skip
# Spellings beside the system that are common in Taiwan and in older books.
_BESIDE = {
    "yi": ("yi",), "si": ("szu", "sze"), "yan": ("yan",), "zi": ("tze",), "xiu": ("shiu",), "xue": ("shueh",),
    "ge": ("ke",), "he": ("he",), "e": ("eh",), "rong": ("yung",), "yong": ("yong",), "shi": ("shi",),
    "rou": ("jo",),
    "ying": ("ing",), "yin": ("in",), "zhuo": ("chuo",), "luo": ("luo",), "duo": ("tuo",), "ye": ("ye",),
    "jie": ("chie",),
    "xie": ("hsie",), "bo": ("poh",), "zhen": ("jen",), "zhong": ("jong",), "zhi": ("chi",), "zheng": ("jeng",),
    # As the most used software library (pypinyin) writes them, against the system.
    "ai": ("ei",), "hai": ("hei",), "lai": ("lei",), "mai": ("mei",), "nai": ("nei",), "sai": ("sei",),
    "shai": ("shei",), "tie": ("t'oeh",), "shuo": ("sho",), "huo": ("ho",),
}  # fmt: skip
_FINALS = (("ian", "ien"), ("iong", "iung"), ("ong", "ung"), ("uo", "o"))
# How Taiwanese families write a surname that the system writes otherwise.
_SURNAMES = {
    "lee": "li", "soong": "song", "chow": "zhou", "young": "yang", "wong": "wang", "kung": "gong", "yeh": "ye",
    "shaw": "xiao", "koo": "gu", "woo": "wu", "ho": "he", "hwang": "huang", "hwa": "hua", "lu": "lv",
    "szeto": "situ",
}  # fmt: skip
_SHAPE = re.compile("^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)(.*)$")


def wade_giles_of(syllable: str) -> str:
    """One pinyin syllable in full Wade-Giles; ü is written v."""
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    initial, final = _SHAPE.match(syllable).groups()  # type: ignore[union-attr]
    if initial in ("j", "q", "x"):
        final = re.sub("^u", "v", final)
    for ours, theirs in _FINALS:
        if final == ours:
            final = theirs
    if final in ("ie", "ve"):
        final += "h"
    return _INITIALS.get(initial, initial) + final


def spelt(syllable: str) -> tuple[str, ...]:
    """All full spellings of a pinyin syllable."""
    return wade_giles_of(syllable), *_BESIDE.get(syllable, ())


def bare(spelling: str) -> str:
    """A spelling without apostrophe and diaeresis, as a passport prints it."""
    return spelling.replace("'", "").replace("v", "u")


@cache
def strict() -> Syllabary:
    """For a name that writes apostrophes: without one, a consonant is not aspirated."""
    return _syllabary(lambda spelling: (spelling, spelling.replace("v", "u")))


@cache
def loose() -> Syllabary:
    """For a name without apostrophes, in which Chang is both Zhang and Chang."""
    return _syllabary(lambda spelling: (spelling.replace("'", ""), bare(spelling)))


def _syllabary(shapes: Callable[[str], tuple[str, ...]]) -> Syllabary:
    spellings: dict[str, set[str]] = {}
    for syllable in syllables():
        for spelling in spelt(syllable):
            for shape in shapes(spelling):
                spellings.setdefault(shape, set()).add(syllable)
    surnames = {spelling: meanings & known_surnames() for spelling, meanings in spellings.items()}
    for spelling, meanings in _special_surnames():
        for shape in shapes(spelling):
            surnames.setdefault(shape, set()).update(meanings)
    return Syllabary(Reason.WADE_GILES, frozen(spellings), frozen(surnames), initials(spellings))


def _special_surnames() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Surnames that the system alone does not give, each with what it can stand for."""
    for character, readings in SURNAME_READINGS.items():
        # Who does not know 曾 for a surname writes Ts'eng.
        yield wade_giles_of(pinyin_of(character)[0]), readings
    for spelling, syllable in _SURNAMES.items():
        yield spelling, (syllable,)
    for parts, joined in compound_syllables():
        yield "".join(map(wade_giles_of, parts)), (joined,)
