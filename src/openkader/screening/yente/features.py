"""What yente says about a score, as evidence: as far as its explanation goes, and no further.

yente adds points: the best of its main features counts, and contradictions take off a
fixed share. Read as chances, the points before and after give each its weight in
log-odds. The shares are those published for `logic-v2`. What agrees without counting
for yente is shown with weight 0.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from openkader.screening.evidence import Compared, Evidence, Feature
from openkader.screening.names import Script
from openkader.screening.names.scripts import script_of
from openkader.screening.particulars import particulars
from openkader.screening.yente.question import letters_of

Properties = Mapping[str, tuple[str, ...]]
OF_NAMES = frozenset(
    {Feature.SAME_WORDS, Feature.SAME_CHARACTERS, Feature.SAME_READING, Feature.SIMILAR_WORDS}
)
_NAME, _WEAK_ALIAS = "name_match", "weak_alias_match"
_WEAK = 0.8
_IDENTIFIERS: Mapping[str, float] = {
    "lei_code_match": 0.95,
    "ogrn_code_match": 0.95,
    "inn_code_match": 0.95,
    "bic_code_match": 0.95,
    "uei_code_match": 0.95,
    "npi_code_match": 0.95,
    "vessel_imo_mmsi_match": 0.95,
    "isin_security_match": 0.98,
    "identifier_match": 0.85,
}
_AGAINST: Mapping[Feature, tuple[Compared, Mapping[str, float]]] = {
    Feature.OTHER_BIRTH_DATE: (Compared.BIRTH_DATE, {"dob_year_disjoint": 0.15, "dob_day_disjoint": 0.25}),
    Feature.OTHER_COUNTRY: (Compared.COUNTRY, {"country_mismatch": 0.2}),
    Feature.OTHER_GENDER: (Compared.GENDER, {"gender_mismatch": 0.2}),
}
# A score of 1 is no certainty: yente gives it to any two names that are equal.
_SUREST = 0.95
_YEAR, _DAY = 4, 10


@dataclass(frozen=True, slots=True)
class Explained:
    """One feature of yente: its score, and the two values where it names them."""

    score: float
    asked: str = ""
    listed: str = ""


def read_evidence(
    explained: Mapping[str, Explained], asked: Properties, listed: Properties
) -> tuple[Evidence, ...]:
    """The evidence in an explanation; features that we do not know are left out."""
    positive = {name: one for name, one in explained.items() if one.score > 0}
    return (
        *_of_names(positive, asked, listed),
        *_of_identifiers(positive, asked, listed),
        *_against(positive, asked, listed),
        *_agreeing(asked, listed),
    )


def _of_names(found: Mapping[str, Explained], asked: Properties, listed: Properties) -> Iterator[Evidence]:
    """The likeness of names: exactly one, and that the list calls the alias weak."""
    name, weak = found.get(_NAME), found.get(_WEAK_ALIAS)
    if weak and (not name or name.score < _WEAK * weak.score):
        alias = _shared(asked.get("name", ()), listed.get("weakAlias", ()))
        yield Evidence(Feature.SAME_WORDS, log_odds(weak.score), *alias)
        yield Evidence(Feature.WEAK_ALIAS, log_odds(_WEAK * weak.score) - log_odds(weak.score), *alias)
    elif name:
        yield Evidence(_likeness(name), log_odds(name.score), name.asked, name.listed)


def _likeness(name: Explained) -> Feature:
    """Full marks across two scripts means that the names sound the same; within one, that the words are."""
    if name.score < 1:
        return Feature.SIMILAR_WORDS
    scripts = {script_of(value) for value in (name.asked, name.listed) if value}
    if len(scripts) > 1:
        return Feature.SAME_READING
    return Feature.SAME_CHARACTERS if scripts == {Script.HAN} else Feature.SAME_WORDS


def _of_identifiers(
    found: Mapping[str, Explained], asked: Properties, listed: Properties
) -> Iterator[Evidence]:
    """The surest of the equal numbers; one number can count under several features."""
    counted = {name: _IDENTIFIERS[name] * one.score for name, one in found.items() if name in _IDENTIFIERS}
    if counted:
        best = max(counted, key=counted.__getitem__)
        values = (found[best].asked, found[best].listed)
        if not any(values):
            values = _shared(*(particulars(side, Compared.IDENTIFIER) for side in (asked, listed)))
        yield Evidence(Feature.SAME_IDENTIFIER, log_odds(counted[best]), *values)


def _shared(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, str]:
    """The first value that both sides have, as each writes it."""
    known = {letters_of(value): value for value in reversed(ours)}
    return next(((known[letters_of(one)], one) for one in theirs if letters_of(one) in known), ("", ""))


def _against(found: Mapping[str, Explained], asked: Properties, listed: Properties) -> Iterator[Evidence]:
    """What contradicts, with all values of both sides."""
    points = _points(found)
    for feature, (what, shares) in _AGAINST.items():
        lost = sum(share * found[name].score for name, share in shares.items() if name in found)
        if lost:
            values = (", ".join(particulars(side, what)) for side in (asked, listed))
            yield Evidence(feature, log_odds(points - lost) - log_odds(points), *values)


def _points(found: Mapping[str, Explained]) -> float:
    """The points before anything contradicts."""
    shares = {_NAME: 1.0, _WEAK_ALIAS: _WEAK, **_IDENTIFIERS}
    return max((shares[name] * one.score for name, one in found.items() if name in shares), default=0.5)


def _agreeing(asked: Properties, listed: Properties) -> Iterator[Evidence]:
    """What both sides give alike; yente counts no points for it, a person will."""
    born = [particulars(side, Compared.BIRTH_DATE) for side in (asked, listed)]
    days = [[value[:_DAY] for value in dates if len(value) >= _DAY] for dates in born]
    years = [[value[:_YEAR] for value in dates] for dates in born]
    countries = [particulars(side, Compared.COUNTRY) for side in (asked, listed)]
    for feature, sides in (
        (Feature.SAME_BIRTH_DATE, days),
        (Feature.SAME_BIRTH_YEAR, years),
        (Feature.SAME_COUNTRY, countries),
    ):
        both = [value for value in dict.fromkeys(sides[0]) if value in sides[1]]
        if both and not (feature is Feature.SAME_BIRTH_YEAR and set(days[0]) & set(days[1])):
            yield Evidence(feature, 0.0, ", ".join(both), ", ".join(both))


def log_odds(chance: float) -> float:
    """A chance as log-odds, never quite certain either way."""
    kept = min(_SUREST, max(1 - _SUREST, chance))
    return math.log(kept / (1 - kept))
