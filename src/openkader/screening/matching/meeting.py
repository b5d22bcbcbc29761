"""Where the names of a party meet those of the lists: for each entity the best meeting of two names."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

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
    kind_evidence,
    name_evidence,
)
from openkader.screening.matching.spelt import Role, Row, Sort, Spelt, spell
from openkader.screening.names import Script, brand_characters, script_of, simplify

_READ = 0.98  # what was read from another script is a little less certain
_ACRONYM = 0.8
_NO_WORD_THE_SAME = 0.94
_OTHER_NAME = -4.0
_LACKING_SYLLABLE = 0.85  # a Korean name has few syllables; without one it is another's
_MOST_NAMES = 20
_MOST_RESPELT = 2
_MOST_ROWS = 6


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two names that came near: the number of the listed one, and the evidence of the names."""

    name: int
    asked: str
    evidence: tuple[Evidence, ...]

    @property
    def weight(self) -> float:
        """What the names say together, in log-odds."""
        return sum(piece.weight for piece in self.evidence)


def meetings(asked: str, schema: str, listed: Listed) -> dict[int, Meeting]:
    """The best meeting of one asked name with each entity that comes near."""
    spelt = spell(asked, schema)
    best: dict[int, Meeting] = {}
    for name, pieces in (*_wholes(spelt, listed), *_readings(spelt, listed), *_rows(spelt, listed)):
        kind = kind_evidence(listed.kind(name))
        meeting = Meeting(name, asked, (*pieces, kind) if kind else pieces)
        owner = int(listed.owners[name])
        if owner not in best or meeting.weight > best[owner].weight:
            best[owner] = meeting
    return best


def by_number(owner: int, party: Entity, listed: Listed) -> Meeting:
    """A party whose name is another but whose number is the same; the names speak against it."""
    name, asked = listed.first_name(owner), next((one.value for one in party.names), "")
    return Meeting(name, asked, (Evidence(Feature.SIMILAR_WORDS, _OTHER_NAME, asked, listed.name(name)),))


_Pieces = tuple[int, tuple[Evidence, ...]]


def _wholes(spelt: Spelt, listed: Listed) -> Iterator[_Pieces]:
    """Names written alike, joined or apart; letters that a Chinese name is read into are a reading."""
    latin_chinese = bool(spelt.readings) and not spelt.is_han
    for text, read in () if latin_chinese else spelt.wholes:
        han = script_of(text) is Script.HAN
        for name, other in listed.whole(text):
            feature = Feature.SAME_CHARACTERS if han else Feature.SAME_WORDS
            likeness = _READ if read or other else 1.0
            evidence = name_evidence(feature, likeness, text, text)
            common = None if han else _told(spelt, listed)
            yield name, (evidence, common) if common else (evidence,)


def _told(spelt: Spelt, listed: Listed) -> Evidence | None:
    """How common the words of a name are, at their rarest spelling."""
    rows = listed.rows
    told = [sum(rows.rarity(word) for word in row.words) for row in spelt.rows]
    return commonness(max(told, default=0.0), _enough(spelt, listed))


def _enough(spelt: Spelt, listed: Listed) -> float:
    """How much a name has to tell, in nats; a brand alone tells an organisation, one word not a person."""
    words = TELLING_ORGANISATION if spelt.sort is Sort.ORGANISATION else TELLING_PERSON
    return words * listed.rows.rarest


def _readings(spelt: Spelt, listed: Listed) -> Iterator[_Pieces]:
    found: dict[int, Heard] = listed.readings.meet(reads(spelt.readings)) if spelt.readings else {}
    for heard in found.values():
        yield heard.name, (name_evidence(heard.feature, heard.likeness, heard.asked, heard.listed),)


def _rows(spelt: Spelt, listed: Listed) -> Iterator[_Pieces]:
    strict, rows = bool(spelt.readings), listed.rows
    respelt = (
        ()
        if spelt.least == 1
        else (one for row in spelt.rows[:_MOST_RESPELT] for one in islice(rows.respelt(row), _MOST_RESPELT))
    )
    for row in (*spelt.rows[:_MOST_ROWS], *respelt):
        least = 1.0 if Role.ACRONYM in row.roles else spelt.least
        for found in rows.nearest(row, strict=strict, least=least, most=_MOST_NAMES):
            pieces = _of_row(row, found, spelt, listed)
            if pieces:
                yield found.name, pieces


def _of_row(row: Row, found: Found, spelt: Spelt, listed: Listed) -> tuple[Evidence, ...]:
    """What two rows of words say; nothing when both are only first letters."""
    acronyms = (Role.ACRONYM in row.roles, Role.ACRONYM in found.listed.roles)
    words = (row.text, " ".join(found.listed.words))
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
    common = commonness(found.paired.telling, _enough(spelt, listed))
    return (evidence, common) if common else (evidence,)


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
