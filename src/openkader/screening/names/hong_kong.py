"""The spelling of Cantonese in Hong Kong, by rule from Jyutping: the government's, and what is common beside it.

The government follows no published table; the rules are ours, after the practice that Eitel and Dyer Ball started.
"""

import re
from collections.abc import Mapping
from functools import cache

from openkader.screening.names.han import frequency, pinyin_of, table
from openkader.screening.names.surnames import COMPOUND_SURNAMES, surname_readings
from openkader.screening.names.syllabary import Meanings, Syllabary, frozen, initials
from openkader.screening.names.vocabulary import Reason

# Initials of Jyutping that are written otherwise; the usual spelling is first.
_INITIALS: Mapping[str, tuple[str, ...]] = {
    "b": ("p",), "d": ("t",), "g": ("k",), "gw": ("kw",), "z": ("ch", "ts"), "c": ("ch", "ts"),
    "s": ("s", "sh"),
    "j": ("y",), "ng": ("ng", ""), "": ("", "ng"),
}  # fmt: skip
_FINALS: Mapping[str, tuple[str, ...]] = {
    "aa": ("a", "ah", "ar"), "aai": ("ai",), "aau": ("au",), "aam": ("am",), "aan": ("an",), "aang": ("ang",),
    "aap": ("ap",), "aat": ("at",), "aak": ("ak",), "ai": ("ai",), "au": ("au", "ow"), "am": ("am", "um"),
    "an": ("an",), "ang": ("ang",), "ap": ("ap",), "at": ("at",), "ak": ("ak",), "a": ("a",),
    "e": ("e", "eh"), "ei": ("ei", "i", "ee", "ay"), "eng": ("eng", "ing"), "ek": ("ek", "ik"), "eoi": ("ui",),
    "eon": ("un",), "eot": ("ut",), "i": ("i", "ee"), "iu": ("iu",), "im": ("im",), "in": ("in",),
    "ing": ("ing",),
    "ip": ("ip",), "it": ("it",), "ik": ("ik",), "o": ("o", "oh", "or"), "oi": ("oi", "oy"), "on": ("on",),
    "ong": ("ong",), "ot": ("ot",), "ok": ("ok",), "ou": ("o", "ou"), "oe": ("eu",), "oeng": ("eung", "eong"),
    "oek": ("euk",), "u": ("u", "oo"), "ui": ("ui",), "un": ("un", "oon"), "ung": ("ung",), "ut": ("ut",),
    "uk": ("uk", "ook"), "yu": ("u", "ue"), "yun": ("uen", "un"), "yut": ("uet", "ut"), "m": ("m",),
    "ng": ("ng",),
}  # fmt: skip
# Whole syllables that practice writes in a way of its own, the usual spelling first.
_WHOLE: Mapping[str, tuple[str, ...]] = {
    "san": ("san", "sun"), "jan": ("yan", "yun"), "lap": ("lap", "lup"),
    "zi": ("chi", "tsz", "chee", "tse", "tze"), "ci": ("chi", "tsz", "tze"),
    "si": ("sze", "si", "see", "shi", "szu"),
    "ji": ("yi", "yee", "i", "ye"), "jyu": ("yu", "yue", "u"), "jyun": ("yuen", "yun"), "wu": ("wu", "woo"),
    "jiu": ("yiu", "iu"), "jip": ("yip", "ip"), "jing": ("ying", "ing"), "jin": ("yin", "in"),
    "jim": ("yim", "im"),
    "waa": ("wah", "wa"), "zau": ("chau", "chow"), "cou": ("tso", "cho"), "zou": ("cho", "tso", "jo"),
    "ze": ("tse", "che"), "ce": ("che", "tse"), "ceoi": ("tsui", "chui"), "zeoi": ("chui", "tsui"),
    "coi": ("choi", "tsoi", "choy"), "zoi": ("choi", "tsoi"), "cang": ("tsang", "chang"),
    "zang": ("tsang", "chang"),
    "sek": ("shek", "sek"), "sam": ("sum", "sam", "shum", "sham"), "siu": ("siu", "shiu"),
    "soeng": ("sheung", "seung"),
    "seon": ("shun", "sun"), "seoi": ("shui", "sui"), "syu": ("shu", "shue"), "zyu": ("chu", "chue"),
    "sing": ("shing", "sing"), "sin": ("sin", "shin"), "sau": ("sau", "shau"), "saan": ("shan", "san"),
    "leoi": ("lui",), "lau": ("lau", "low"), "lo": ("lo", "law"), "gin": ("kin",), "fui": ("fui",),
    "mou": ("mo", "moo"),
    "zaak": ("chak", "jaak"), "gun": ("kun", "koon", "kwun"), "wong": ("wong", "vong"),
    "gam": ("kam", "gum", "kum"), "syun": ("suen", "shuen"),
    "zeon": ("chun", "tsun"), "ceon": ("chun", "tsun"), "cyun": ("chuen", "tsuen", "chun"), "zyun": ("chuen",),
    "joek": ("yeuk",), "faat": ("fat", "faat"), "lei": ("lei", "li", "lee", "ley"), "mei": ("mei", "mi", "may"),
}  # fmt: skip
# Surnames whose usual spelling follows from no rule, or whose reading as a surname the tables give late.
_SURNAMES: Mapping[str, tuple[str, ...]] = {
    "李": ("lee", "li"), "郑": ("cheng",), "区": ("au",), "罗": ("law", "lo"), "沈": ("shum", "sum"),
    "岑": ("shum", "sum"),
    "冼": ("sin",), "翟": ("chak", "jaak"), "周": ("chow", "chau"), "吴": ("ng",), "伍": ("ng",),
    "潘": ("poon", "pun"), "谢": ("tse",),
    "蔡": ("choi", "tsoi"),
    "曾": ("tsang",), "邹": ("chau", "chow"), "叶": ("yip", "ip"), "姚": ("yiu", "iu"), "余": ("yu", "yue"),
    "单": ("sin", "shin"),
    "胡": ("wu", "woo"), "傅": ("fu", "foo"), "欧": ("au",), "史": ("sze",), "施": ("sze", "shi"),
    "石": ("shek",),
    "邵": ("shiu", "shaw"), "萧": ("siu",), "孙": ("suen", "sun"), "阮": ("yuen",), "袁": ("yuen",),
    "温": ("wan",),
    "尹": ("wan",), "古": ("ku", "koo"), "顾": ("koo", "ku"), "霍": ("fok",), "任": ("yam",), "严": ("yim",),
    "司徒": ("szeto", "seto"),
    "欧阳": ("auyeung", "auyoung", "owyang"), "上官": ("sheungkwun", "sheungkoon"), "诸葛": ("chukot",),
    "司马": ("szema",),
}  # fmt: skip
# Rarer characters, per million, would only make a spelling stand for more.
_COMMON = 15.0
_COMMON_SURNAME = 100.0
# Common characters of given names that the table of frequencies lacks.
_GIVEN_TOO = (
    "一二三四五六七九十百千亿之以为不有再年作用行向交次办内手父月日中上下更护抚扶持按视试审饰讲收防供使具事势命"
    "役住伴但终织是便促将总说故轻哥速透站料途息案请课弱难诉补"
)
_SHAPE = re.compile(r"^(gw|kw|ng(?=.)|[bpmfdtnlgkhwzcsj]?)(?=.)(.*)$")


@cache
def hong_kong_of(jyutping: str) -> tuple[str, ...]:
    """How a syllable of Jyutping is written in Hong Kong, the usual spelling first."""
    if jyutping in _WHOLE:
        return _WHOLE[jyutping]
    if jyutping in ("m", "ng"):
        return (jyutping,)
    initial, final = shape(jyutping)
    heads, tails = _INITIALS.get(initial, (initial,)), _FINALS.get(final, (final,))
    return tuple(dict.fromkeys(head + tail for tail in tails for head in heads))


def shape(jyutping: str) -> tuple[str, str]:
    """The initial and the final of a syllable of Jyutping; a syllable may be a final alone."""
    match = _SHAPE.match(jyutping)
    return (match[1], match[2]) if match else ("", jyutping)


def spelt(character: str) -> tuple[str, ...]:
    """All Hong Kong spellings of a simplified character in a given name, the usual one first."""
    readings = table("jyutping").get(character, ())
    return tuple(dict.fromkeys(spelling for reading in readings for spelling in hong_kong_of(reading)))


def surname_spelt(surname: str) -> tuple[str, ...]:
    """All Hong Kong spellings of a surname in simplified characters, the usual one first."""
    ruled = spelt(surname) if len(surname) == 1 else ("".join(spelt(character)[0] for character in surname),)
    return tuple(dict.fromkeys((*_SURNAMES.get(surname, ()), *ruled)))


@cache
def given_characters() -> tuple[str, ...]:
    """The characters of given names that are common enough to be meant."""
    common = (one for one, number in frequency("given_characters").items() if number >= _COMMON)
    return tuple(dict.fromkeys((*common, *_GIVEN_TOO)))


@cache
def hong_kong() -> Syllabary:
    """The syllabary of Hong Kong: a spelling stands for the pinyin of every name character that is written so."""
    spellings: dict[str, set[str]] = {}
    for character in given_characters():
        for spelling in spelt(character):
            spellings.setdefault(spelling, set()).update(pinyin_of(character)[:1])
    return Syllabary(Reason.HONG_KONG, frozen(spellings), surnames(), initials(spellings))


@cache
def surnames() -> dict[str, Meanings]:
    """The surnames that a Hong Kong spelling can stand for, in pinyin."""
    found: dict[str, set[str]] = {}
    for surname, number in frequency("surnames").items():
        if len(surname) == 1 and (number >= _COMMON_SURNAME or surname in _SURNAMES):
            for spelling in surname_spelt(surname):
                found.setdefault(spelling, set()).update(surname_readings(surname))
    for surname, pinyin in COMPOUND_SURNAMES.items():
        for spelling in surname_spelt(surname):
            found.setdefault(spelling, set()).add(pinyin)
    return frozen(found)
