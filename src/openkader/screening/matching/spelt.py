"""A name made ready to be compared: the rows of words that count, and its Chinese readings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum, IntFlag, StrEnum
from functools import lru_cache
from typing import NamedTuple

from openkader.screening.names import (
    PARTICLES,
    Name,
    Part,
    Reading,
    Reason,
    Script,
    Variant,
    chinese_readings,
    korean,
    organisation_words,
    parts_of,
    read_name,
)


class Sort(StrEnum):
    """What somebody is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    EITHER = "either"


class Tongue(IntFlag):
    """A language in whose names of people another syllable makes another name."""

    NONE = 0
    CHINESE = 1
    KOREAN = 2


class Role(IntEnum):
    """What a word does in a name; it decides how much the word counts."""

    NAME = 0
    PARTICLE = 1
    PLACE = 2
    INDUSTRY = 3
    LEGAL_FORM = 4
    ACRONYM = 5


# A brand tells organisations apart, an industry hardly, a legal form not at all.
SHARE = (1.0, 0.25, 0.4, 0.4, 0.08, 1.0)
_ROLES = {
    Part.BRAND: Role.NAME,
    Part.PLACE: Role.PLACE,
    Part.INDUSTRY: Role.INDUSTRY,
    Part.LEGAL_FORM: Role.LEGAL_FORM,
    None: Role.PARTICLE,
}
_PLAIN = frozenset(
    {
        Reason.AS_WRITTEN,
        Reason.DIACRITICS,
        Reason.SIMPLIFIED,
        Reason.TONE_MARKS,
        Reason.TONE_DIGITS,
        Reason.HYPHEN,
        Reason.ORGANISATION_WORDS,
    }
)
_CHINESE = frozenset({Reason.PINYIN, Reason.WADE_GILES, Reason.HONG_KONG, Reason.DIALECT, Reason.PALLADIUS})
_REPEATED = frozenset({Reason.LEGAL_FORM, Reason.SHORTENED})
_PERSON, _EITHER = "Person", "LegalEntity"
_SHORTEST_WORD = 3
_SHORTEST_ACRONYM = 4
_MOST_WORDS = 24
_NEARLY = 0.9
_MOST_KOREAN = 3
_NOT_WHOLE = frozenset({Reason.ACRONYM, Reason.KOREAN_SPELLING})
# Before a Korean name in one spelling, so that it meets no other word.
KOREAN = "ko:"


class Row(NamedTuple):
    """The words of one spelling with their roles; `read` when it was read from another script."""

    words: tuple[str, ...]
    roles: tuple[Role, ...]
    read: bool
    text: str


@dataclass(frozen=True, slots=True)
class Spelt:
    """A name with what of it is compared.

    A row of words meets words that are like its own; a whole meets only itself, joined
    or apart. People's Chinese names meet by their readings, and their Korean names whole.
    """

    name: Name
    sort: Sort
    rows: tuple[Row, ...]
    wholes: tuple[tuple[str, bool], ...]
    readings: tuple[Reading, ...]
    tongues: Tongue

    @property
    def is_han(self) -> bool:
        """Whether the name is written in Chinese characters."""
        return self.name.script is Script.HAN

    @property
    def least(self) -> float:
        """How alike two words must be: in what reads well as pinyin another letter makes another name."""
        if any(reading.system is Reason.PINYIN for reading in self.readings):
            return 1.0
        return _NEARLY if self.is_han else 0.0


@lru_cache(maxsize=1024)
def spell(value: str, schema: str) -> Spelt:
    """Read a name of a person, an organisation, or of either."""
    name = read_name(value, schema)
    sort = sort_of((value,), schema)
    readings = _readings(value, sort)
    counted = [variant for variant in name.variants if _counts(variant, name, chinese=bool(readings))]
    rows = {row.words: row for row in reversed(_rows(counted, name, sort, chinese=bool(readings)))}
    sounds = _korean(name, sort)
    tongues = (Tongue.CHINESE if readings else Tongue.NONE) | (Tongue.KOREAN if sounds else Tongue.NONE)
    wholes = (*_wholes(counted).items(), *((KOREAN + sound, True) for sound in sounds))
    return Spelt(name, sort, tuple(reversed(rows.values())), wholes, readings, tongues)


def _wholes(counted: Sequence[Variant]) -> dict[str, bool]:
    """Each spelling in one word, and whether it was read from another script."""
    plain = [variant for variant in counted if not _codes(variant) & _NOT_WHOLE]
    return {"".join(variant.tokens): _is_read(variant) for variant in reversed(plain)}


def _korean(name: Name, sort: Sort) -> tuple[str, ...]:
    """The Korean names that a person's name can be, each in one spelling of its syllables."""
    if sort is Sort.ORGANISATION or name.script not in (Script.LATIN, Script.HANGUL):
        return ()
    spelt = (korean(variant.tokens) for variant in name.variants if 1 < len(variant.tokens) <= _MOST_KOREAN)
    return tuple(dict.fromkeys("".join(tokens) for tokens in spelt if tokens))


def sort_of(names: Iterable[str], schema: str) -> Sort:
    """Whether somebody is a person; of what may be either, the names of an organisation tell."""
    if schema != _EITHER:
        return Sort.PERSON if schema == _PERSON else Sort.ORGANISATION
    return Sort.ORGANISATION if any(map(_is_organisation, names)) else Sort.EITHER


@lru_cache(maxsize=4096)
def _is_organisation(value: str) -> bool:
    parts = organisation_words(value)
    return bool(parts.industry or parts.legal_form)


def _readings(value: str, sort: Sort) -> tuple[Reading, ...]:
    """The Chinese readings; of what may be an organisation only those of a whole name."""
    if sort is Sort.ORGANISATION:
        return ()
    found = chinese_readings(value)
    if sort is Sort.PERSON or not found:
        return found
    one_word = value.isascii() and len(value.split()) == 1
    return () if one_word else tuple(reading for reading in found if not reading.other)


def _rows(counted: Sequence[Variant], name: Name, sort: Sort, *, chinese: bool) -> list[Row]:
    """The rows of words; of an organisation those in canonical words stand for the others."""
    if chinese and sort is Sort.PERSON and name.script is Script.HAN:
        return []
    latin = [variant for variant in counted if variant.script is not Script.HAN and variant.tokens]
    canonical = any(Reason.ORGANISATION_WORDS in _codes(variant) for variant in latin)
    organised = sort is Sort.ORGANISATION or (canonical and sort is Sort.EITHER)
    return [_row(variant, organised=organised) for variant in latin]


def _codes(variant: Variant) -> set[Reason]:
    return {step.code for step in variant.steps}


def _is_read(variant: Variant) -> bool:
    return any(step.code not in _PLAIN for step in variant.steps)


def _counts(variant: Variant, name: Name, *, chinese: bool) -> bool:
    """Readings speak for the Chinese spellings of a person, bare consonants only for scripts without vowels."""
    codes = _codes(variant)
    if Reason.ARABIC_SKELETON in codes:
        return name.script in (Script.ARABIC, Script.HEBREW)
    if Reason.ACRONYM in codes:
        return len(variant.tokens[0]) >= _SHORTEST_ACRONYM
    # Letters that a syllable of another system may stand for are a reading, and of a firm not even that.
    read = chinese or name.script is Script.LATIN
    return not (codes & _REPEATED or (read and codes & _CHINESE))


def _row(variant: Variant, *, organised: bool) -> Row:
    words = variant.tokens[:_MOST_WORDS]
    codes = _codes(variant)
    roles: tuple[Role, ...]
    if Reason.ACRONYM in codes:
        roles = (Role.ACRONYM,) * len(words)
    elif organised:
        roles = tuple(_ROLES[part] for part in parts_of(words))
    else:
        roles = tuple(map(_role, words))
    return Row(words, roles, _is_read(variant), variant.text)


def _role(word: str) -> Role:
    return Role.PARTICLE if word in PARTICLES or len(word) < _SHORTEST_WORD else Role.NAME
