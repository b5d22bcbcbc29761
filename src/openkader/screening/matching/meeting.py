"""Where the names of a party meet those of the lists: for each entity the best meeting of two names."""

from collections.abc import Iterable, Iterator, Sequence
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


def meetings(asked: str, beside: Sequence[str], schema: str, listed: Listed) -> dict[int, Meeting]:
    """The best meeting of one asked name with each entity that comes near.

    `beside` are the other names of the party: its characters tell which word is the surname.
    """
    spelt = spell(asked, schema)
    best: dict[int, Meeting] = {}
    found = (
        *_wholes(spelt, listed),
        *_readings(spelt, _in_characters(beside, schema), listed),
        *_rows(spelt, listed),
    )
    for name, pieces in found:
        kind = kind_evidence(listed.kind(name))
        evidence = (*pieces, kind) if kind else pieces
        owner, weight = int(listed.owners[name]), weight_of(evidence)
        if owner not in best or weight > best[owner].weight:
            best[owner] = Meeting(name, asked, evidence, weight)
    return best


def by_number(owner: int, party: Entity, listed: Listed) -> Meeting:
    """A party whose name is another but whose number is the same; the names speak against it."""
    name, asked = listed.first_name(owner), next((one.value for one in party.names), "")
    evidence = Evidence(Feature.SIMILAR_WORDS, _OTHER_NAME, asked, listed.name(name))
    return Meeting(name, asked, (evidence,), _OTHER_NAME)


_Pieces = tuple[int, tuple[Evidence, ...]]


def _wholes(spelt: Spelt, listed: Listed) -> Iterator[_Pieces]:
    """Names written alike, joined or apart; letters that a Chinese name is read into are a reading."""
    for text, read in spelt.wholes:
        if _is_only_read(text, spelt):
            continue
        shown = text.removeprefix(KOREAN)
        for name, other in listed.whole(text):
            feature = _whole_feature(text, spelt, read=read or other)
            evidence = name_evidence(feature, _READ if read or other else 1.0, shown, shown)
            common = _told(spelt, listed) if feature is Feature.SAME_WORDS else None
            yield name, (evidence, common) if common else (evidence,)


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


def _readings(spelt: Spelt, beside: Sequence[Reading], listed: Listed) -> Iterator[_Pieces]:
    """Names that are read alike; which word is the surname, the characters beside a name tell."""
    surnames = {sound for reading in beside for sound in reading.surname}
    ordered = tuple(reading for reading in spelt.readings if not reading.surname.isdisjoint(surnames))
    found: dict[int, Heard] = listed.readings.meet(reads(ordered or spelt.readings)) if spelt.readings else {}
    for heard in found.values():
        evidence = name_evidence(heard.feature, heard.likeness, heard.asked, heard.listed)
        told = how_common(heard.feature, heard.telling, in_characters=spelt.is_han or bool(beside))
        yield heard.name, (evidence, told) if told else (evidence,)


def _rows(spelt: Spelt, listed: Listed) -> Iterator[_Pieces]:
    rows = listed.rows
    respelt = (
        ()
        if spelt.least == 1
        else (one for row in spelt.rows[:_MOST_RESPELT] for one in islice(rows.respelt(row), _MOST_RESPELT))
    )
    for row in (*spelt.rows[:_MOST_ROWS], *respelt):
        least = 1.0 if Role.ACRONYM in row.roles else spelt.least
        for found in rows.nearest(row, tongues=spelt.tongues, least=least, most=_MOST_NAMES):
            pieces = _of_row(row, found, spelt, listed)
            if pieces:
                yield found.name, pieces


def _of_row(row: Row, found: Found, spelt: Spelt, listed: Listed) -> tuple[Evidence, ...]:
    """What two rows of words say; nothing when both are only first letters."""
    acronyms = (Role.ACRONYM in row.roles, found.is_acronym)
    words = (row.text, found.text)
    if all(acronyms):
        return ()
    if found.paired is None:
        return (name_evidence(Feature.SIMILAR_WORDS, found.likeness, *words),)
    likeness = found.likeness * _belief(row, found.paired, spelt)
    if spelt.is_han:
        likeness *= _same_brand(spelt.name.original, listed.name(found.name))
    if any(acronyms):
        return (name_evidence(Feature.ACRONYM, likeness * _ACRONYM, *words),)
    evidence = name_evidence(_feature(found.paired), likeness, *words)
    told = _tells(found.paired, spelt, listed)
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
