"""Chinese names of people, met by how they are read: syllable by syllable, never by a letter.

Each reading of a listed name stands under its whole sound, under its sound without the
first or the last syllable, and under its initials. What is asked looks where a name that
is the same, that lacks a syllable, or that gives initials would stand.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

import numpy as np
from numpy.typing import NDArray

from openkader.screening.evidence import Feature
from openkader.screening.matching.tables import Numbers, Places, PlacesDraft, Texts, TextsDraft, fingerprint
from openkader.screening.names import Reading, Reason, telling

_MOST_WAYS = 64
_MOST_FOUND = 200
_OTHER_SYSTEM = 0.9
# What reads well as pinyin is seldom meant as another system, whatever the characters of the other name allow.
_PINYIN_READ_OTHERWISE = 0.75
_OTHER_SYSTEM_IN_PART = 0.6
# Who is written in characters is written whole: a syllable that only the other name has is of somebody else.
_NOT_IN_CHARACTERS = 0.6
_Sounds = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """One reading of a name, and whether the name has a reading in pinyin at all."""

    reading: Reading
    is_pinyin: bool


@dataclass(frozen=True, slots=True)
class Heard:
    """Two readings that meet: the listed name, how like the two are, on what ground, and both as read.

    `telling` is how unlikely it is, in nats, that somebody else's name agrees as far.
    """

    name: int
    likeness: float
    feature: Feature
    telling: float
    asked: str
    listed: str


def reads(readings: Iterable[Reading]) -> tuple[Read, ...]:
    """All readings of one name."""
    found = tuple(readings)
    is_pinyin = any(reading.system is Reason.PINYIN and not reading.hyphenated for reading in found)
    return tuple(Read(reading, is_pinyin) for reading in found)


class Readings:
    """The readings of all names of the lists."""

    def __init__(self, texts: Texts, places: Places, names: Numbers) -> None:
        self._texts = texts
        self._places = places
        self._names = names
        self._read = lru_cache(maxsize=4096)(lambda number: _parse(self._texts[number]))

    @classmethod
    def stored(cls, arrays: dict[str, NDArray[np.generic]]) -> "Readings":
        """The table that was written to a folder."""
        texts = Texts(arrays["readings.content"], arrays["readings.starts"])  # type: ignore[arg-type]
        places = Places(arrays["heard.keys"], arrays["heard.numbers"])  # type: ignore[arg-type]
        return cls(texts, places, arrays["reading.names"])  # type: ignore[arg-type]

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """What is stored of it."""
        return {
            **self._texts.arrays("readings"),
            **self._places.arrays("heard"),
            "reading.names": self._names,
        }

    def meet(self, asked: Sequence[Read]) -> dict[int, Heard]:
        """The best meeting with each listed name."""
        best: dict[int, Heard] = {}
        for one in asked:
            keys = [fingerprint(key) for key in dict.fromkeys(_asked(one.reading))]
            for number in self._places.find_all(keys)[:_MOST_FOUND].tolist():
                found = self._heard(one, number)
                if found and (found.name not in best or found.likeness > best[found.name].likeness):
                    best[found.name] = found
        return best

    def _heard(self, asked: Read, number: int) -> Heard | None:
        listed = self._read(number)
        if not _comparable(asked, listed):
            return None
        likeness, feature = _syllables(asked.reading, listed.reading)
        if not likeness:
            return None
        if _is_pinyin_read_otherwise(asked, listed):
            likeness = min(likeness, _PINYIN_READ_OTHERWISE)
        told = telling(*_agreed(asked.reading, listed.reading))
        said_so = (said(asked.reading), said(listed.reading))
        return Heard(int(self._names[number]), likeness, feature, told, *said_so)


class ReadingsDraft:
    """Readings that are still being added, each with the number of its name."""

    def __init__(self) -> None:
        self._texts = TextsDraft()
        self._places = PlacesDraft()
        self._names = array("i")

    def add(self, name: int, readings: Iterable[Reading]) -> None:
        """All readings of one name."""
        for read in reads(readings):
            self._places.add(map(fingerprint, _listed(read.reading)), self._texts.add(_written(read)))
            self._names.append(name)

    def finished(self) -> Readings:
        """The table."""
        names = np.array(self._names, dtype=np.int32)
        return Readings(self._texts.finished(), self._places.finished(), names)


def said(reading: Reading) -> str:
    """A reading as a person would write it; what it leaves open stands beside it."""
    return " ".join("/".join(sorted(part)) for part in (reading.surname, *reading.given))


# --- what a reading stands under ----------------------------------------------------


def _listed(reading: Reading) -> Iterator[str]:
    for surname, given in _ways(reading):
        yield f"= {surname} {' '.join(given)}"
        yield from (f"- {surname} {' '.join(less)}" for less in _shorter(given))
        yield f"i {surname} {_initials(given)}"
        if _has_initial(given):
            yield f"j {surname} {_initials(given)}"


def _asked(reading: Reading) -> Iterator[str]:
    for surname, given in _ways(reading):
        yield f"= {surname} {' '.join(given)}"
        yield f"- {surname} {' '.join(given)}"
        yield from (f"= {surname} {' '.join(less)}" for less in _shorter(given))
        yield f"{'i' if _has_initial(given) else 'j'} {surname} {_initials(given)}"


def _ways(reading: Reading) -> Iterator[tuple[str, _Sounds]]:
    given = [sorted(syllable) for syllable in reading.given]
    for surname in sorted(reading.surname):
        yield from ((surname, way) for way in islice(product(*given), _MOST_WAYS))


def _shorter(given: _Sounds) -> tuple[_Sounds, ...]:
    return (given[:-1], given[1:]) if len(given) > 1 else ()


def _initials(given: _Sounds) -> str:
    return "".join(syllable[:1] for syllable in given)


def _has_initial(given: _Sounds) -> bool:
    return any(len(syllable) == 1 for syllable in given)


# --- how two readings compare --------------------------------------------------------


def _comparable(one: Read, other: Read) -> bool:
    """A name that reads well as pinyin is read as another system only where the other name asks for it.

    Any syllable can be found in some system; two names that are both pinyin would
    meet by readings that nobody meant.
    """
    if one.reading.hanzi or other.reading.hanzi:
        return True
    if one.is_pinyin or other.is_pinyin:
        return all(read.reading.system is Reason.PINYIN for read in (one, other) if read.is_pinyin)
    return one.reading.system is other.reading.system


def _is_pinyin_read_otherwise(one: Read, other: Read) -> bool:
    return any(
        read.is_pinyin and read.reading.system is not Reason.PINYIN and not read.reading.hyphenated
        for read in (one, other)
    )


def _agreed(one: Reading, other: Reading) -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    """The surname and the syllables in which two readings agree; where one has an initial, that letter."""
    short, whole = sorted((one, other), key=lambda reading: len(reading.given))
    lacks_first = len(short.given) < len(whole.given) and not _begins(short.given, whole.given)
    long = whole.given[1:] if lacks_first else whole.given
    agreed = tuple(_common(a, b) for a, b in zip(short.given, long, strict=False))
    return one.surname & other.surname, agreed


def _begins(short: tuple[frozenset[str], ...], whole: tuple[frozenset[str], ...]) -> bool:
    return all(_common(a, b) for a, b in zip(short, whole, strict=False))


def _common(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """What two syllables may both stand for; of an initial and a syllable the letter."""
    letters = {part for part in one | other if len(part) == 1}
    starts = {part[0] for part in one} & {part[0] for part in other}
    return one & other or frozenset(letters & starts)


def _syllables(one: Reading, other: Reading) -> tuple[float, Feature]:
    if not one.surname & other.surname:
        return 0.0, Feature.SAME_READING
    if len(one.given) == len(other.given):
        return _whole(one, other)
    if _left_out(one.given, other.given) or _left_out(other.given, one.given):
        short = one if len(one.given) < len(other.given) else other
        likeness = _in_part(one, other)
        return min(likeness, _NOT_IN_CHARACTERS) if short.hanzi else likeness, Feature.MISSING_SYLLABLE
    return 0.0, Feature.MISSING_SYLLABLE


def _whole(one: Reading, other: Reading) -> tuple[float, Feature]:
    initial = False
    for a, b in zip(one.given, other.given, strict=True):
        if a & b:
            continue
        if not _is_initial(a, b) and not _is_initial(b, a):
            return 0.0, Feature.INITIALS
        initial = True
    if initial:
        return _in_part(one, other), Feature.INITIALS
    if one.hanzi and other.hanzi and one.hanzi != other.hanzi:
        return 1.0, Feature.OTHER_CHARACTERS
    return (1.0 if one.system is other.system else _OTHER_SYSTEM), Feature.SAME_READING


def _in_part(one: Reading, other: Reading) -> float:
    """Half a name that is also spelt by another system can be almost anybody's."""
    return 1.0 if one.system is other.system else _OTHER_SYSTEM_IN_PART


def _is_initial(short: frozenset[str], whole: frozenset[str]) -> bool:
    """Whether a single letter stands for one of the syllables."""
    letters = {syllable for syllable in short if len(syllable) == 1}
    return bool(letters & {syllable[0] for syllable in whole})


def _left_out(short: tuple[frozenset[str], ...], whole: tuple[frozenset[str], ...]) -> bool:
    """Whether the shorter given name is the longer one without one syllable at its end or its start."""
    if len(whole) != len(short) + 1 or not short:
        return False
    return any(all(a & b for a, b in zip(short, part, strict=True)) for part in (whole[:-1], whole[1:]))


# --- as text ---------------------------------------------------------------------------


def _written(read: Read) -> str:
    one = read.reading
    parts = [",".join(sorted(part)) for part in (one.surname, *one.given)]
    return "|".join((one.system, str(int(read.is_pinyin)), one.hanzi or "", *parts))


def _parse(line: str) -> Read:
    system, is_pinyin, hanzi, surname, *given = line.split("|")
    reading = Reading(
        frozenset(surname.split(",")),
        tuple(frozenset(part.split(",")) for part in given),
        Reason(system),
        surname_first=True,
        hanzi=hanzi or None,
    )
    return Read(reading, is_pinyin == "1")
