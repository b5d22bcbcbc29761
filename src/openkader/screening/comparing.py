"""Comparing two names: evidence for and against, each piece with its weight and its reason.

Contradiction weighs more than omission. Chinese syllables never differ by an edit:
Li is not Lu. A name of few and common parts can at most be a reason to check.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from openkader.screening.keys import consonants
from openkader.screening.names import Name, Reading, Reason, Script, Variant, chinese_readings


class Ground(StrEnum):
    """On what a comparison of two names rests."""

    SAME_CHARACTERS = "same_characters"
    SAME_READING = "same_reading"
    INITIALS = "initials"
    MISSING_SYLLABLE = "missing_syllable"
    OTHER_SYLLABLE = "other_syllable"
    SAME_WORDS = "same_words"
    SIMILAR_WORDS = "similar_words"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two names are alike, from 0 to 1, on what ground, and by which spellings."""

    score: float
    ground: Ground
    asked: str = ""
    listed: str = ""


# Words that spellings of one name have or lack: articles and "son of", and the forms of companies.
_PARTICLES = frozenset({
    "al", "el", "ul", "ad", "an", "ar", "as", "ash", "at", "az", "bin", "ben", "ibn", "bint", "abu", "abd",
    "de", "del", "della", "di", "da", "do", "dos", "la", "le", "les", "van", "von", "der", "den", "ter",
    "the", "of", "and", "und", "et", "y", "i", "e", "mr", "dr", "haji", "hajji", "sheikh", "sheik", "mullah",
    "maulavi", "jr", "sr",
    "ltd", "limited", "llc", "llp", "inc", "incorporated", "corp", "corporation", "co", "company", "companies",
    "plc", "gmbh", "ag", "sa", "sas", "srl", "spa", "bv", "nv", "oy", "ab",
    "ooo", "oao", "zao", "pao", "ao", "ojsc", "jsc", "pjsc", "cjsc", "joint", "stock", "open", "liability",
    "public", "private", "pte", "pvt", "sdn", "bhd", "kg", "kft", "doo",
    "group", "holding", "holdings", "international", "trading", "general", "establishment", "fze", "fzco",
    "fzc", "est",
})  # fmt: skip
_PLAIN = frozenset(
    {Reason.AS_WRITTEN, Reason.DIACRITICS, Reason.SIMPLIFIED, Reason.TONE_MARKS, Reason.TONE_DIGITS}
)
_CHINESE = frozenset({Reason.PINYIN, Reason.WADE_GILES, Reason.HONG_KONG, Reason.DIALECT, Reason.PALLADIUS})
_PARTICLE = 0.25
_OMITTED = 0.3
_BY_READING = 0.96  # many characters share a reading
_ONE_WORD = 0.88  # one word of a longer name says little
_CONTRADICTED = 1.6

NOTHING = Likeness(0.0, Ground.NOTHING)


@dataclass(frozen=True, slots=True)
class Compared:
    """A name made ready to be compared: the spellings and the Chinese readings that count."""

    name: Name
    spellings: tuple[Variant, ...]
    readings: tuple[Reading, ...]
    is_pinyin: bool

    @classmethod
    def of(cls, name: Name, *, person: bool) -> "Compared":
        """Read what has to be read only once."""
        readings = chinese_readings(name.original) if person else ()
        spellings = tuple(
            variant for variant in name.variants if _counts(variant, name, person=bool(readings))
        )
        return cls(name, spellings, readings, any(one.system is Reason.PINYIN for one in readings))

    @property
    def is_han(self) -> bool:
        """Whether the name is written in characters."""
        return self.name.script is Script.HAN


def _counts(variant: Variant, name: Name, *, person: bool) -> bool:
    """Readings speak for the Chinese spellings of a person, and bare consonants only for scripts without vowels."""
    codes = {step.code for step in variant.steps}
    if Reason.ARABIC_SKELETON in codes:
        return name.script in (Script.ARABIC, Script.HEBREW)
    return not (person and codes & _CHINESE)


class Comparer:
    """Compares names against the commonness of the words on the lists."""

    def __init__(self, rarity: Mapping[str, float], rarest: float) -> None:
        """`rarity` weighs a word by how few names have it; unknown words weigh `rarest`."""
        self._rarity = rarity
        self._rarest = rarest

    def compare(self, asked: Compared, listed: Compared) -> Likeness:
        """The best ground on which the two names are alike."""
        found = [_same_reading(asked, listed)]
        chinese = (bool(asked.readings), bool(listed.readings))
        strict = all(chinese) or ((asked.is_han or listed.is_han) and any(chinese))
        for one, other in product(asked.spellings, listed.spellings):
            if one.script is not other.script:
                continue
            if one.script is Script.HAN:
                found.append(_characters(one, other, person=all(chinese)))
            elif not (asked.is_han and listed.is_han):  # characters say more than any reading of them
                found.append(self._words(one, other, strict=strict))
        return max(found, key=lambda likeness: likeness.score)

    def _words(self, one: Variant, other: Variant, *, strict: bool) -> Likeness:
        """Words paired by likeness; what is left over on both sides contradicts, on one side is left out."""
        same = _same_words(one, other)
        if same:
            read = _is_derived(one) or _is_derived(other)
            ground = Ground.SAME_READING if read else Ground.SAME_WORDS
            return Likeness(same * (_BY_READING if read else 1.0), ground, one.text, other.text)
        if strict:
            return NOTHING
        paired = self._paired(one.tokens, other.tokens)
        against = min(paired.left_asked, paired.left_listed)
        omitted = abs(paired.left_asked - paired.left_listed)
        total = paired.weight + _CONTRADICTED * against + _OMITTED * omitted
        score = 0.97 * paired.shared / total if total else 0.0
        if len(one.tokens) != len(other.tokens) and 1 in (len(one.tokens), len(other.tokens)):
            score *= _ONE_WORD
        return Likeness(score, Ground.SIMILAR_WORDS, one.text, other.text)

    def _paired(self, asked: tuple[str, ...], listed: tuple[str, ...]) -> "_Paired":
        """Each word with its likest on the other side, the likest pairs first."""
        pairs = [(_alike(a, b), i, j) for i, a in enumerate(asked) for j, b in enumerate(listed)]
        left, right = set(range(len(asked))), set(range(len(listed)))
        shared = weight = 0.0
        for alike, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
            if alike and i in left and j in right:
                left.discard(i)
                right.discard(j)
                both = (self._weight(asked[i]) + self._weight(listed[j])) / 2
                weight += both
                shared += both * alike
        left_asked = sum(self._weight(asked[i]) for i in left)
        left_listed = sum(self._weight(listed[j]) for j in right)
        return _Paired(shared, weight, left_asked, left_listed)

    def _weight(self, token: str) -> float:
        rarity = self._rarity.get(f"={token}", self._rarest)
        return rarity * (_PARTICLE if token in _PARTICLES or len(token) < 3 else 1.0)


def _is_derived(variant: Variant) -> bool:
    """Whether the spelling was read from another script, and not only written plainly."""
    return any(step.code not in _PLAIN for step in variant.steps)


def _same_words(one: Variant, other: Variant) -> float:
    """1 for the same letters, a little less for the same words in another order, else 0."""
    if "".join(one.tokens) == "".join(other.tokens):
        return 1.0
    return 0.98 if sorted(one.tokens) == sorted(other.tokens) else 0.0


@dataclass(frozen=True, slots=True)
class _Paired:
    """What agrees between two rows of words, and the weight of what is left over on either side."""

    shared: float
    weight: float
    left_asked: float
    left_listed: float


def _alike(one: str, other: str) -> float:
    """How alike two words are; short words must be equal, an initial stands for its word."""
    if one == other:
        return 1.0
    shorter, longer = sorted((len(one), len(other)))
    if shorter == 1:
        return 0.6 if one[0] == other[0] else 0.0
    if shorter < 4:
        return 0.0
    edits = DamerauLevenshtein.distance(one, other, score_cutoff=2)
    if edits == 1 and longer > 4 and (one[0] == other[0] or longer > 6):
        return 0.92
    if _sound_alike(one, other):
        return 0.88
    if edits <= 2 and longer > 7:
        return 0.86
    near = JaroWinkler.similarity(one, other)
    return 0.8 * near if shorter > 5 and near > 0.85 else 0.0


def _sound_alike(one: str, other: str) -> bool:
    """Whether two words have the same consonants and enough of them, or are near in letters too."""
    bare = consonants(one)
    if (
        len(bare) < 2
        or bare != consonants(other)
        or 2 * min(len(one), len(other)) < max(len(one), len(other)) + 2
    ):
        return False
    return JaroWinkler.similarity(one, other) > (0.6 if len(bare) > 2 else 0.78)


def _characters(one: Variant, other: Variant, *, person: bool) -> Likeness:
    if one.tokens == other.tokens:
        return Likeness(1.0, Ground.SAME_CHARACTERS, one.text, other.text)
    if person or min(len(one.tokens), len(other.tokens)) < 4:
        return NOTHING
    edits = DamerauLevenshtein.distance(one.text, other.text)
    score = 1 - edits / max(len(one.tokens), len(other.tokens))
    return Likeness(0.9 * score, Ground.SIMILAR_WORDS, one.text, other.text)


def _same_reading(asked: Compared, listed: Compared) -> Likeness:
    """The best pair of Chinese readings that may be held against each other."""
    best = NOTHING
    for one in asked.readings:
        for other in listed.readings:
            if _comparable(one, asked, other, listed):
                found = _syllables(one, other)
                if found.score > best.score:
                    best = found
    return best


def _comparable(one: Reading, asked: Compared, other: Reading, listed: Compared) -> bool:
    """A name that reads well as pinyin is read as another system only where the other name asks for it.

    Any syllable can be found in some system; two names that are both pinyin would
    meet by readings that nobody meant.
    """
    if one.hanzi or other.hanzi:
        return True
    systems = (one.system is Reason.PINYIN, other.system is Reason.PINYIN)
    if asked.is_pinyin and listed.is_pinyin:
        return all(systems)
    if asked.is_pinyin or listed.is_pinyin:
        return systems == (asked.is_pinyin, listed.is_pinyin)
    return one.system is other.system


def _syllables(one: Reading, other: Reading) -> Likeness:
    """Two Chinese readings, syllable by syllable."""
    if not one.surname & other.surname:
        return NOTHING
    said = (_said(one), _said(other))
    if len(one.given) == len(other.given):
        return _whole(one, other, said)
    if _left_out(one.given, other.given) or _left_out(other.given, one.given):
        return Likeness(0.78, Ground.MISSING_SYLLABLE, *said)
    return NOTHING


def _whole(one: Reading, other: Reading, said: tuple[str, str]) -> Likeness:
    initial = False
    for a, b in zip(one.given, other.given, strict=True):
        if a & b:
            continue
        if not _initial(a, b) and not _initial(b, a):
            return NOTHING
        initial = True
    if initial:
        return Likeness(0.77, Ground.INITIALS, *said)
    if one.hanzi and other.hanzi and one.hanzi != other.hanzi:
        return Likeness(0.3, Ground.OTHER_SYLLABLE, *said)
    return Likeness(_BY_READING if one.system is other.system else 0.93, Ground.SAME_READING, *said)


def _initial(short: frozenset[str], whole: frozenset[str]) -> bool:
    """Whether a single letter stands for one of the syllables."""
    letters = {syllable for syllable in short if len(syllable) == 1}
    return bool(letters & {syllable[0] for syllable in whole})


def _left_out(short: tuple[frozenset[str], ...], whole: tuple[frozenset[str], ...]) -> bool:
    """Whether the shorter given name is the longer one without one syllable at its end or its start."""
    if len(whole) != len(short) + 1 or not short:
        return False
    return any(all(a & b for a, b in zip(short, part, strict=True)) for part in (whole[:-1], whole[1:]))


def _said(reading: Reading) -> str:
    return " ".join("/".join(sorted(part)) for part in (reading.surname, *reading.given))
