"""Where the names of a party meet those of the lists: for each entity the best meeting of two names."""

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from openkader.screening.entities import Entity
from openkader.screening.evidence import Evidence, Feature
from openkader.screening.matching.listed import Listed
from openkader.screening.matching.pairing import Paired
from openkader.screening.matching.readings import Heard, reads
from openkader.screening.matching.rows import Found
from openkader.screening.matching.scoring import (
    TELLING_ORGANISATION,
    TELLING_PERSON,
    commonness,
    how_common,
    kind_evidence,
    likeness_weight,
    name_evidence,
    rareness,
    weight_of,
)
from openkader.screening.matching.spelt import KOREAN, Role, Row, Sort, Spelt, Tongue, spell
from openkader.screening.names import Reading, Script, brand_characters, script_of, simplify
from openkader.screening.particulars import has_characters

_READ = 0.98  # what was read from another script is a little less certain
_ACRONYM = 0.8
_NO_WORD_THE_SAME = 0.94
_OTHER_NAME = -4.0
_LACKING_SYLLABLE = 0.78  # a Korean name has few syllables; without one it is another's
_MOST_NAMES = 20
_MOST_RESPELT = 2
_MOST_ROWS = 6


class Meeting(NamedTuple):
    """Two names that came near: the number of the listed one, the evidence of the names, and what that weighs."""

    name: int
    asked: str
    evidence: tuple[Evidence, ...]
    weight: float


class _Near(NamedTuple):
    """A listed name that came near, with its evidence and what that weighs.

    Of a row that is `hardly` like it there is no evidence yet: few of those are among the nearest.
    """

    name: int
    weight: float
    evidence: tuple[Evidence, ...]
    hardly: tuple[Row, Found] | None = None


class Asked(NamedTuple):
    """One name of a party; the characters of those `beside` it tell which word is the surname."""

    name: str
    beside: Sequence[str]
    schema: str


def meetings(asked: Asked, listed: Listed, *, most: int, kept: Container[int]) -> dict[int, Meeting]:
    """The best meeting of a name with each entity that comes near: of the nearest, `most`, and of those `kept`."""
    spelt = spell(asked.name, asked.schema)
    best: dict[int, _Near] = {}
    found = (
        *_wholes(spelt, listed),
        *_readings(spelt, _in_characters(asked.beside, asked.schema), listed),
        *_rows(spelt, listed),
    )
    for near in found:
        owner = int(listed.owners[near.name])
        if owner not in best or near.weight > best[owner].weight:
            best[owner] = near
    ordered = sorted(best.items(), key=lambda one: (-one[1].weight, one[0]))
    return {
        owner: Meeting(near.name, asked.name, _evidence(near, listed), near.weight)
        for place, (owner, near) in enumerate(ordered)
        if place < most or owner in kept
    }


def _near(name: int, pieces: tuple[Evidence, ...], listed: Listed) -> _Near:
    """A name that came near, with what the list itself says of it."""
    kind = kind_evidence(listed.kind(name))
    evidence = (*pieces, kind) if kind else pieces
    return _Near(name, weight_of(evidence), evidence)


def _hardly_near(row: Row, found: Found, listed: Listed) -> _Near:
    kind = kind_evidence(listed.kind(found.name))
    weight = likeness_weight(Feature.SIMILAR_WORDS, found.likeness) + (kind.weight if kind else 0.0)
    return _Near(found.name, weight, (kind,) if kind else (), (row, found))


def _evidence(near: _Near, listed: Listed) -> tuple[Evidence, ...]:
    if near.hardly is None:
        return near.evidence
    row, found = near.hardly
    words = (row.text, listed.rows.text(found.row))
    return (name_evidence(Feature.SIMILAR_WORDS, found.likeness, *words), *near.evidence)


def by_number(owner: int, party: Entity, listed: Listed) -> Meeting:
    """A party whose name is another but whose number is the same; the names speak against it."""
    name, asked = listed.first_name(owner), next((one.value for one in party.names), "")
    evidence = Evidence(Feature.SIMILAR_WORDS, _OTHER_NAME, asked, listed.name(name))
    return Meeting(name, asked, (evidence,), _OTHER_NAME)


def _wholes(spelt: Spelt, listed: Listed) -> Iterator[_Near]:
    """Names written alike, joined or apart; letters that a Chinese name is read into are a reading."""
    for text, read in spelt.wholes:
        if _is_only_read(text, spelt):
            continue
        shown = text.removeprefix(KOREAN)
        for name, other in listed.whole(text):
            feature = _whole_feature(text, spelt, read=read or other)
            evidence = name_evidence(feature, _READ if read or other else 1.0, shown, shown)
            common = _told(spelt, listed) if feature is Feature.SAME_WORDS else None
            yield _near(name, (evidence, common) if common else (evidence,), listed)


def _is_only_read(text: str, spelt: Spelt) -> bool:
    """Whether a spelling of a name that is Chinese says nothing: only what is no pinyin may be Korean as well."""
    if not spelt.readings or spelt.is_han:
        return False
    return spelt.least == 1 or not text.startswith(KOREAN)


def _whole_feature(text: str, spelt: Spelt, *, read: bool) -> Feature:
    """Characters tell people apart; what a Korean name is read into is a reading."""
    if script_of(text) is Script.HAN:
        return Feature.SAME_CHARACTERS
    return Feature.SAME_READING if read and Tongue.KOREAN in spelt.tongues else Feature.SAME_WORDS


def _told(spelt: Spelt, listed: Listed) -> Evidence | None:
    """How common the words of a name are, at their rarest spelling."""
    rows = listed.rows
    told = [sum(rows.rarity(word) for word in row.words) for row in spelt.rows]
    return commonness(max(told, default=0.0), _enough(spelt, listed))


def _enough(spelt: Spelt, listed: Listed) -> float:
    """How much a name has to tell, in nats; a brand alone tells an organisation, one word not a person."""
    words = TELLING_ORGANISATION if spelt.sort is Sort.ORGANISATION else TELLING_PERSON
    return words * listed.rows.rarest


def _in_characters(names: Iterable[str], schema: str) -> tuple[Reading, ...]:
    """The readings of the names among these that are written in characters."""
    written = (spell(name, schema) for name in names if has_characters(name))
    return tuple(reading for spelt in written if spelt.is_han for reading in spelt.readings)


def _readings(spelt: Spelt, beside: Sequence[Reading], listed: Listed) -> Iterator[_Near]:
    """Names that are read alike; which word is the surname, the characters beside a name tell."""
    surnames = {sound for reading in beside for sound in reading.surname}
    ordered = tuple(reading for reading in spelt.readings if not reading.surname.isdisjoint(surnames))
    found: dict[int, Heard] = listed.readings.meet(reads(ordered or spelt.readings)) if spelt.readings else {}
    for heard in found.values():
        evidence = name_evidence(heard.feature, heard.likeness, heard.asked, heard.listed)
        told = how_common(heard.feature, heard.telling, in_characters=spelt.is_han or bool(beside))
        yield _near(heard.name, (evidence, told) if told else (evidence,), listed)


def _rows(spelt: Spelt, listed: Listed) -> Iterator[_Near]:
    rows = listed.rows
    respelt = (
        ()
        if spelt.least == 1
        else (one for row in spelt.rows[:_MOST_RESPELT] for one in islice(rows.respelt(row), _MOST_RESPELT))
    )
    for row in (*spelt.rows[:_MOST_ROWS], *respelt):
        least = 1.0 if Role.ACRONYM in row.roles else spelt.least
        for found in rows.nearest(row, tongues=spelt.tongues, least=least, most=_MOST_NAMES):
            if found.is_acronym and Role.ACRONYM in row.roles:
                continue  # both are only first letters
            if found.paired is None:
                yield _hardly_near(row, found, listed)
            else:
                yield _near(found.name, _of_row(row, found, found.paired, spelt, listed), listed)


def _of_row(row: Row, found: Found, paired: Paired, spelt: Spelt, listed: Listed) -> tuple[Evidence, ...]:
    """What two rows of words say."""
    words = (row.text, listed.rows.text(found.row))
    likeness = found.likeness * _belief(row, paired, spelt)
    if spelt.is_han:
        likeness *= _same_brand(spelt.name.original, listed.name(found.name))
    if found.is_acronym or Role.ACRONYM in row.roles:
        return (name_evidence(Feature.ACRONYM, likeness * _ACRONYM, *words),)
    evidence = name_evidence(_feature(paired), likeness, *words)
    told = _tells(paired, spelt, listed)
    return (evidence, told) if told else (evidence,)


def _tells(paired: Paired, spelt: Spelt, listed: Listed) -> Evidence | None:
    """Whether the words that agree are common or rare.

    Long names of organisations are all rare and much alike, and so are Korean names in syllables.
    """
    telling = (paired.telling, _enough(spelt, listed))
    common = commonness(*telling)
    alike = spelt.sort is Sort.ORGANISATION or spelt.name.script is Script.HANGUL
    return common if common or alike else rareness(*telling)


def _feature(paired: Paired) -> Feature:
    if paired.is_same:
        return Feature.SAME_WORDS
    return Feature.INITIALS if paired.has_initial else Feature.SIMILAR_WORDS


def _belief(row: Row, paired: Paired, spelt: Spelt) -> float:
    """How far the likeness of words is believed, by how they were read and what they lack."""
    belief = _READ if row.read else 1.0
    if not (paired.has_same or row.read):
        belief *= _NO_WORD_THE_SAME
    if spelt.name.script is Script.HANGUL and (paired.left_asked or paired.left_listed):
        belief *= _LACKING_SYLLABLE
    return belief


def _same_brand(asked: str, listed: str) -> float:
    """How far two names in characters, which sound alike, have the same brand."""
    if script_of(listed) is not Script.HAN:
        return 1.0
    brands = (brand_characters(simplify(asked)), brand_characters(simplify(listed)))
    return float(DamerauLevenshtein.normalized_similarity(*brands))
