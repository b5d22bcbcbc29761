"""Numbers that a writer typed and did not bind: they are pointed out, with the figures that have that value.

Years, days, moments and references (chapter 5, E1, footnote 3) are no counts, and "een" is an article as often as a
number; they are left alone.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from openkader.casework.prose import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class BareNumber:
    """A number in plain words: where it stands, what it is, and which figures of the year have that value.

    `value` is unknown of what is no whole number, such as 95,2.
    """

    start: int
    end: int
    words: str
    value: int | None
    figures: tuple[str, ...] = ()


_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    "|january|february|march|may|june|july|august|october"
)
_AND = r"\s{0,3}(?:-|–|,|/|en|and|of|or|tot|to|tot en met|t/m)\s{0,3}"
_REFERRED = (
    "hoofdstuk|hoofdstukken|paragraaf|paragrafen|artikel|artikelen|bijlage|bijlagen|actielijn|actielijnen"
    "|randvoorwaarde|aanbeveling|voetnoot|noot|pagina|blz|lid|punt|tabel|figuur|nummer|nr|versie"
    "|chapters?|sections?|articles?|annex|appendix|action lines?|precondition|recommendation|footnote|pages?"
    "|paragraphs?|points?|tables?|figures?|numbers?|no|versions?"
)
# Each begins where a word or a number begins and repeats a few times at most: a text of one long word is read as fast.
_NO_COUNT = re.compile(
    "|".join(
        (
            r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]+@\S+",  # addresses
            r"(?<!\d)\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}",  # 11-9-2024
            rf"(?<!\d)\d{{1,2}}(?:{_AND}\d{{1,2}}){{0,4}}\s{{1,3}}(?:{_MONTHS})\b(?:\s{{1,3}}\d{{4}})?",  # 23-28 mei
            rf"\b(?:{_MONTHS})\s{{1,3}}\d{{1,2}}(?:{_AND}\d{{1,2}}){{0,4}}\b(?!\d)",  # May 23-28
            r"\d{1,2}[.:]\d{2}(?:\s*(?:uur|h)\b)",  # 10.30 uur
            r"\d{1,2}:\d{2}",
            r"(?<![\d.,])(?:1[89]|20)\d{2}(?:\s*[-–/]\s*(?:(?:1[89]|20)\d{2}|\d{2}))?(?![\d.,]\d)(?!\d)",  # 2024-2027
            rf"\b(?:{_REFERRED})\.?\s{{1,3}}\d+(?:[.-]\d+){{0,4}}(?:{_AND}\d+(?:[.-]\d+){{0,4}}){{0,6}}",  # artikel 3
            r"(?<![\w’'])[^\W\d_][\w’']*-?\d[\w.-]*",  # E1, RV3, ZH-2024-02, COVID-19
            r"(?<!\d)\d+(?:[^\W\d_]|-[^\W\d_])[\w-]*",  # 5G, 10-puntenplan
            r"\b\d{1,3}/\d{1,3}\b",  # page 6/15
            r"(?<=[^\W\d_][.,;:”’)])\d{1,2}\b",  # the sign of a footnote: China.1
            r"^\s*\d{1,2}[.)](?=\s)|(?<![\w.,])\d{1,2}\)(?=\s)",  # the number of a point: 1)
        )
    ),
    re.IGNORECASE,
)
_MOST_DIGITS = 12  # no figure of a year is longer
_ONES = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TEENS = (
    *(
        "tien",
        "elf",
        "twaalf",
        "dertien",
        "veertien",
        "vijftien",
        "zestien",
        "zeventien",
        "achttien",
        "negentien",
    ),
)
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_ENGLISH_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ENGLISH_TEENS = (
    *(
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ),
)
_ENGLISH_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def _dutch() -> dict[str, int]:
    found = {"nul": 0, "honderd": 100}
    found |= {name: number for number, name in enumerate((*_ONES, *_TEENS), 1)}
    for ten, name in enumerate(_TENS, 2):
        found[name] = 10 * ten
        for one, first in enumerate(_ONES, 1):
            found[f"{first}{'ën' if first.endswith('e') else 'en'}{name}"] = 10 * ten + one
    return {name: number for name, number in found.items() if name != "een"}


def _english() -> dict[str, int]:
    found = {"zero": 0, "hundred": 100, "twice": 2, "thrice": 3}
    found |= {name: number for number, name in enumerate((*_ENGLISH_ONES, *_ENGLISH_TEENS), 1)}
    for ten, name in enumerate(_ENGLISH_TENS, 2):
        found[name] = 10 * ten
        found |= {f"{name}-{last}": 10 * ten + one for one, last in enumerate(_ENGLISH_ONES, 1)}
    return {name: number for name, number in found.items() if name != "one"}


# By language: "ten aanzien van" holds no number.
_NUMBERS = {"nl": _dutch(), "en": _english()}


def _pattern(words: Mapping[str, int]) -> "re.Pattern[str]":
    """Digits, and number words as in zevental and zevenmaal; not in the middle of a word, such as drietand."""
    said = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(
        r"(?<![\w.,])(?P<digits>\d{1,3}(?:[.,]\d{3})+|\d+)(?P<part>[.,]\d+)?(?![\w])"
        rf"|(?<![\w-])(?P<word>{said})(?:tal|maal|voudig|fold)?(?![\w-])",
        re.IGNORECASE,
    )


_PATTERNS = {language: _pattern(words) for language, words in _NUMBERS.items()}


def bare_numbers(text: str, values: Mapping[str, Collection[int]], language: str) -> tuple[BareNumber, ...]:
    """The numbers in plain words; `values` are those that each figure of the year has."""
    return tuple(_found(text, values, language))


def bare_in(passage: Passage, values: Mapping[str, Collection[int]], language: str) -> tuple[BareNumber, ...]:
    """Those of a whole passage, as far as it is not bound."""
    runs = (run for line in passage.lines for run in line if isinstance(run, str))
    return tuple(one for run in runs for one in _found(run, values, language))


def _found(text: str, values: Mapping[str, Collection[int]], language: str) -> Iterator[BareNumber]:
    counted = _NO_COUNT.sub(lambda one: "_" * len(one[0]), text)
    for found in _PATTERNS[language].finditer(counted):
        value = _value(found, _NUMBERS[language])
        yield BareNumber(
            start=found.start(),
            end=found.end(),
            words=found[0],
            value=value,
            figures=tuple(name for name, known in values.items() if value is not None and value in known),
        )


def _value(found: "re.Match[str]", words: Mapping[str, int]) -> int | None:
    word, digits = found["word"], re.sub("[.,]", "", found["digits"] or "")
    if found["part"] or len(digits) > _MOST_DIGITS:
        return None
    return words[word.casefold()] if word else int(digits)
