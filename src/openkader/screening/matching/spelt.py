"""A name made ready to be compared: the rows of words that count, and its Chinese readings."""

from dataclasses import dataclass
from enum import IntEnum

from openkader.screening.names import (
    PARTICLES,
    Name,
    Part,
    Reading,
    Reason,
    Script,
    Variant,
    chinese_readings,
    parts_of,
    read_name,
)


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
_SHORTEST_WORD = 3
_SHORTEST_ACRONYM = 4
_MOST_WORDS = 24


@dataclass(frozen=True, slots=True)
class Row:
    """The words of one spelling with their roles; `read` when it was read from another script."""

    words: tuple[str, ...]
    roles: tuple[Role, ...]
    read: bool
    text: str


@dataclass(frozen=True, slots=True)
class Spelt:
    """A name with what of it is compared.

    A row of words meets words that are like its own; a whole meets only itself, joined
    or apart. People's Chinese names meet by their readings.
    """

    name: Name
    rows: tuple[Row, ...]
    wholes: tuple[tuple[str, bool], ...]
    readings: tuple[Reading, ...]

    @property
    def is_han(self) -> bool:
        """Whether the name is written in Chinese characters."""
        return self.name.script is Script.HAN

    @property
    def is_strict(self) -> bool:
        """Whether its words are those of a Chinese person, in which a letter makes another name."""
        return self.is_han and bool(self.readings)


def spell(value: str, schema: str) -> Spelt:
    """Read a name of a person, an organisation, or of either."""
    name = read_name(value, schema)
    person = schema in ("Person", "LegalEntity")
    readings = chinese_readings(value) if person else ()
    counted = [variant for variant in name.variants if _counts(variant, name, chinese=bool(readings))]
    organised = any(_codes(variant) & {Reason.ORGANISATION_WORDS} for variant in counted)
    rows = [
        _row(variant, organised=organised)
        for variant in counted
        if variant.script is not Script.HAN
        and not (readings and name.script is Script.HAN)
        and not (schema != "LegalEntity" and organised and not _codes(variant) & {Reason.ORGANISATION_WORDS})
    ]
    wholes = {
        "".join(variant.tokens): _is_read(variant)
        for variant in reversed(counted)
        if Reason.ACRONYM not in _codes(variant)
    }
    unique = {row.words: row for row in reversed(rows) if row.words}
    return Spelt(name, tuple(reversed(unique.values())), tuple(wholes.items()), readings)


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
    return not (codes & _REPEATED or (chinese and codes & _CHINESE))


def _row(variant: Variant, *, organised: bool) -> Row:
    words = variant.tokens[:_MOST_WORDS]
    codes = _codes(variant)
    roles: tuple[Role, ...]
    if Reason.ACRONYM in codes:
        roles = (Role.ACRONYM,) * len(words)
    elif organised and Reason.ORGANISATION_WORDS in codes:
        roles = tuple(_ROLES[part] for part in parts_of(words))
    else:
        roles = tuple(_role(word) for word in words)
    return Row(words, roles, _is_read(variant), variant.text)


def _role(word: str) -> Role:
    return Role.PARTICLE if word in PARTICLES or len(word) < _SHORTEST_WORD else Role.NAME
