"""The words in which a name and its spellings are described."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

# The pinyin syllables of one token, without tone; ü is written v.
Syllables = tuple[str, ...]


class Script(StrEnum):
    """In which script a name is written; mixed when two scripts both carry names."""

    LATIN = "latin"
    HAN = "han"
    HANGUL = "hangul"
    KANA = "kana"
    CYRILLIC = "cyrillic"
    ARABIC = "arabic"
    GREEK = "greek"
    HEBREW = "hebrew"
    OTHER = "other"
    MIXED = "mixed"


class Reason(StrEnum):
    """Why one spelling may stand for another."""

    AS_WRITTEN = "as_written"
    SIMPLIFIED = "simplified"
    PINYIN = "pinyin"
    SURNAME_READING = "surname_reading"
    JOINED = "joined"
    SPLIT = "split"
    HYPHEN = "hyphen"
    ORDER = "order"
    INITIALS = "initials"
    DROPPED_SYLLABLE = "dropped_syllable"
    TONE_MARKS = "tone_marks"
    TONE_DIGITS = "tone_digits"
    U_UMLAUT = "u_umlaut"
    WADE_GILES = "wade_giles"
    HONG_KONG = "hong_kong"
    DIALECT = "dialect"
    PALLADIUS = "palladius"
    VIETNAMESE = "vietnamese"
    KOREAN = "korean"
    KOREAN_SPELLING = "korean_spelling"
    HANGUL = "hangul"
    KANA = "kana"
    ARABIC = "arabic"
    ARABIC_SKELETON = "arabic_skeleton"
    ARABIC_COMPOUND = "arabic_compound"
    CYRILLIC = "cyrillic"
    GREEK = "greek"
    HEBREW = "hebrew"
    TRANSLITERATED = "transliterated"
    DIACRITICS = "diacritics"
    ORGANISATION_WORDS = "organisation_words"
    LEGAL_FORM = "legal_form"
    ACRONYM = "acronym"
    SHORTENED = "shortened"
    OTHER_WORDS = "other_words"
    ALSO_WRITTEN = "also_written"
    NAME_FORM = "name_form"


class Part(StrEnum):
    """What a word does in the name of an organisation."""

    PLACE = "place"
    BRAND = "brand"
    INDUSTRY = "industry"
    LEGAL_FORM = "legal_form"


# Words of one name that do the same in it.
Labelled = tuple[Part, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Step:
    """One link of the chain from the name as written to a spelling of it."""

    code: Reason
    before: str
    after: str


class Variant(NamedTuple):
    """One spelling of a name: words of a-z and 0-9, or simplified Han characters one by one."""

    tokens: tuple[str, ...]
    script: Script = Script.LATIN
    steps: tuple[Step, ...] = ()
    syllables: tuple[Syllables, ...] | None = None

    @property
    def text(self) -> str:
        """The spelling as one line."""
        return ("" if self.script is Script.HAN else " ").join(self.tokens)


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written, with the spellings that it may have elsewhere, best first."""

    original: str
    script: Script
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a name as a Chinese one: a surname and the syllables of a given name.

    A set holds what a syllable can stand for in pinyin; a single letter in it is an initial. `other` holds words
    that are no part of the Chinese name, such as the Albert of Albert Ho Chun-yan. `hyphenated` is a given name as
    Kuang-hu, which may be pinyin and is usual in every other system.
    """

    surname: frozenset[str]
    given: tuple[frozenset[str], ...]
    system: Reason
    surname_first: bool
    hanzi: str | None = None
    other: tuple[str, ...] = ()
    hyphenated: bool = False
