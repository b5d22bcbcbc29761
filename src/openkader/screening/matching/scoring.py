"""From evidence to a score and a band.

The weights are log-odds, so they add up, and the score is the chance that they make
together: it comes near 1 and never reaches it. How far the scores are true to their
word is measured (docs/reference/screening-benchmark.md).
"""

import math
from collections.abc import Iterable
from itertools import pairwise

from openkader.screening.entities import NameKind
from openkader.screening.evidence import Band, Evidence, Feature

CHECK_FROM = 0.5
MATCH_FROM = 0.9
# Likeness of two names, and what it weighs.
_LIKENESS = ((0.0, -8.0), (0.5, -3.0), (0.64, -0.6), (0.69, 0.02), (0.86, 1.3), (0.92, 2.2), (1.0, 3.2))
_STRETCHES = tuple(pairwise(_LIKENESS))
# A reading is shared by many characters, an initial by many names: whatever they say is a reason to look.
_FIXED = {
    Feature.SAME_CHARACTERS: 3.6,
    Feature.SAME_READING: 1.6,
    Feature.INITIALS: 0.4,
    Feature.MISSING_SYLLABLE: 0.3,
    Feature.OTHER_CHARACTERS: -4.0,
    Feature.ACRONYM: 0.2,
}
_KIND = {
    NameKind.WEAK_ALIAS: Evidence(Feature.WEAK_ALIAS, -0.9),
    NameKind.PREVIOUS_NAME: Evidence(Feature.FORMER_NAME, -0.2),
}
# A name tells enough when it tells as much as this many words that only one name has.
TELLING_PERSON, TELLING_ORGANISATION = 1.3, 1.0
_COMMON = 4.0
_RARE, _RAREST, _LEAST = 0.8, 1.0, 0.1
# The same for Chinese names that meet by their readings, in nats (see names/bearers.py): Wang Wei tells 8.
_ENOUGH_READ = {Feature.SAME_READING: 10.8, Feature.MISSING_SYLLABLE: 9.5, Feature.INITIALS: 9.1}
_ENOUGH_IN_PART_OF_CHARACTERS = 10.6
_RARELY_READ = 14.0


def name_evidence(feature: Feature, likeness: float, asked: str, listed: str) -> Evidence:
    """The evidence of two names that are alike."""
    return Evidence(feature, likeness_weight(feature, likeness), asked, listed)


def likeness_weight(feature: Feature, likeness: float) -> float:
    """What the likeness of two names weighs."""
    most = _FIXED.get(feature, _LIKENESS[-1][1])
    return most if likeness == 1 else min(most, _interpolated(likeness))


def commonness(telling: float, enough: float) -> Evidence | None:
    """What speaks against a likeness in words that many names have: by which share it tells too little."""
    lack = 1 - telling / enough
    return Evidence(Feature.COMMON_NAME, _rounded(-_COMMON * lack)) if lack > 0 else None


def rareness(telling: float, enough: float) -> Evidence | None:
    """What speaks for a person with whom somebody shares more words than chance gives: three rare ones of four."""
    more = _rounded(min(_RARE * (telling / enough - 1), _RAREST))
    return Evidence(Feature.RARE_NAME, more) if more >= _LEAST else None


def how_common(feature: Feature, told: float, *, in_characters: bool) -> Evidence | None:
    """What it weighs that many Chinese people, or hardly any, have a name that agrees as far as two names do."""
    enough = _ENOUGH_IN_PART_OF_CHARACTERS if in_characters else _ENOUGH_READ.get(feature)
    if feature is Feature.SAME_READING:
        enough = _ENOUGH_READ[feature]
        if told > _RARELY_READ:
            return Evidence(Feature.RARE_NAME, _rounded(min((told - _RARELY_READ) / 4, _RAREST)))
    return commonness(told, enough) if enough else None


def kind_evidence(kind: NameKind) -> Evidence | None:
    """What it weighs that the list itself doubts a name, or says that it is a former one."""
    return _KIND.get(kind)


def weight_of(evidence: Iterable[Evidence]) -> float:
    """What all evidence weighs together, in log-odds."""
    return sum([piece.weight for piece in evidence])


def score_of(evidence: Iterable[Evidence]) -> float:
    """The chance that all evidence makes together, between 0 and 1."""
    return _rounded(1 / (1 + math.exp(-weight_of(evidence))), 10_000)


def band_of(score: float) -> Band:
    """The band of a score."""
    if score >= MATCH_FROM:
        return Band.MATCH
    return Band.CHECK if score >= CHECK_FROM else Band.CLEAR


def _interpolated(likeness: float) -> float:
    for (low, below), (high, above) in _STRETCHES:
        if likeness <= high:
            return _rounded(below + (above - below) * (likeness - low) / (high - low), 1000)
    return _LIKENESS[-1][1]


def _rounded(figure: float, parts: int = 100) -> float:
    """A figure in hundredths, or in other parts of one; `round` writes it out as a text and reads that."""
    return math.floor(figure * parts + 0.5) / parts
