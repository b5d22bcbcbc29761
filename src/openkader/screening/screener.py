"""Our own engine: one party against all names of the lists, with the evidence for each hit."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from openkader.screening.entities import Entity
from openkader.screening.evidence import Band, Compared, Evidence, Hit, ListUsed, Screening
from openkader.screening.matching.facts import Facts, known, missing, weigh
from openkader.screening.matching.listed import Listed
from openkader.screening.matching.meeting import Asked, Meeting, by_number, meetings
from openkader.screening.matching.readings import said
from openkader.screening.matching.scoring import band_of, score_of
from openkader.screening.matching.spelt import Sort, spell
from openkader.screening.names import Reason, Step, chinese_readings, form, read_name
from openkader.screening.particulars import OF_PERSONS, has_characters

_CANDIDATES = 24
_SPARE = 4


class _Weighed(NamedTuple):
    """One entity that came near, with all evidence for and against."""

    owner: int
    meeting: Meeting
    evidence: tuple[Evidence, ...]
    score: float


class Screener:
    """Lists made ready for questions; the same question always gets the same answer."""

    def __init__(self, listed: Listed, lists: Sequence[ListUsed] = ()) -> None:
        self._listed = listed
        self.lists = tuple(lists)

    @classmethod
    def of(cls, entities: Iterable[Entity], lists: Sequence[ListUsed] = ()) -> "Screener":
        """A screener in memory, for lists that are small or new."""
        return cls(Listed.of(entities), lists)

    @classmethod
    def stored(cls, folder: Path, lists: Sequence[ListUsed] = ()) -> "Screener":
        """The screener that was written to a folder."""
        return cls(Listed.stored(folder), lists)

    def write(self, folder: Path) -> None:
        """Store what was made ready, so that another process need not make it again."""
        self._listed.write(folder)

    def __len__(self) -> int:
        return len(self._listed)

    def screen(self, party: Entity, limit: int = 10) -> Screening:
        """The entities nearest to a party; at most `limit`, each once, the likeliest first."""
        facts = Facts.of(party)
        found = [self._weighed(facts, owner, meeting) for owner, meeting in self._near(party, facts, limit)]
        found.sort(key=lambda one: (-one.score, one.owner))
        hits = tuple(self._hit(party, facts, one) for one in found[:limit])
        band = hits[0].band if hits else Band.CLEAR
        compared = _compared(party, facts)
        rest = _not_compared(compared, facts)
        return Screening(
            query=party.id, band=band, hits=hits, lists=self.lists, compared=compared, missing=rest
        )

    def _near(self, party: Entity, facts: Facts, limit: int) -> list[tuple[int, Meeting]]:
        """The entities whose names or numbers come near, the nearest names first, each once."""
        # Where only names are known, nothing lifts an entity over others whose names are nearer.
        most = max(_CANDIDATES if known(facts) else limit + _SPARE, limit)
        identified = self._listed.identified(facts.identifiers)
        best: dict[int, Meeting] = {}
        names = dict.fromkeys(listed.value for listed in party.names)
        for name in names:
            asked = Asked(name, [other for other in names if other != name], party.schema)
            for owner, meeting in meetings(asked, self._listed, most=most, kept=identified).items():
                if owner not in best or meeting.weight > best[owner].weight:
                    best[owner] = meeting
        near = dict(sorted(best.items(), key=lambda one: (-one[1].weight, one[0]))[:most])
        for owner in identified:
            near.setdefault(owner, best.get(owner) or by_number(owner, party, self._listed))
        return list(near.items())

    def _weighed(self, facts: Facts, owner: int, meeting: Meeting) -> _Weighed:
        evidence = (*meeting.evidence, *weigh(facts, self._listed.facts(owner)))
        return _Weighed(owner, meeting, evidence, score_of(evidence))

    def _hit(self, party: Entity, facts: Facts, found: _Weighed) -> Hit:
        """What is shown of a hit; how the names meet is looked up for those that somebody will look at."""
        listed, band = self._listed.facts(found.owner), band_of(found.score)
        name, first = self._listed.name(found.meeting.name), found.evidence[0]
        shown = band is not Band.CLEAR
        return Hit(
            entity=listed.id,
            list=listed.dataset,
            schema=listed.schema,
            caption=listed.caption,
            score=found.score,
            band=band,
            asked=found.meeting.asked,
            listed=name,
            evidence=found.evidence,
            asked_steps=_asked_steps(found.meeting.asked, party.schema, first) if shown else (),
            listed_steps=_steps(name, listed.schema, first.listed) if shown else (),
            missing=missing(facts, listed) if shown else (),
            properties=self._listed.entity(found.owner).properties if shown else {},
        )


def _asked_steps(name: str, schema: str, met: Evidence) -> tuple[Step, ...]:
    """The chain from a name as asked to the spelling that met, and on to the forms of given names that the list has."""
    asked, listed = met.asked.split(), met.listed.split()
    forms = (
        Step(Reason.NAME_FORM, word, other)
        for word in asked
        if word not in listed
        for other in listed
        if other not in asked and form(word, other)
    )
    return (*_steps(name, schema, met.asked), *forms)


def _steps(name: str, schema: str, spelling: str) -> tuple[Step, ...]:
    """The chain from a name as written to a spelling of it; none when it is spelt as it is written."""
    variants = read_name(name, schema).variants
    chain = next(
        (variant.steps for variant in variants if spelling in (variant.text, "".join(variant.tokens))), None
    )
    if chain is not None:
        return chain
    reading = next((one for one in chinese_readings(name) if said(one) == spelling), None)
    return (Step(reading.system, name, spelling),) if reading else ()


def _compared(party: Entity, facts: Facts) -> tuple[Compared, ...]:
    """What a party was compared by; a name that cannot be read, such as ???, was compared with nobody."""
    readable = [one.value for one in party.names if spell(one.value, party.schema).name.variants]
    if not readable:
        return known(facts)
    han = any(map(has_characters, readable))
    return (Compared.NAME, *((Compared.CHARACTERS,) if han else ()), *known(facts))


def _not_compared(compared: tuple[Compared, ...], facts: Facts) -> tuple[Compared, ...]:
    """What else a party of its sort could have been compared by."""
    without = OF_PERSONS if facts.sort is Sort.ORGANISATION else frozenset()
    return tuple(what for what in Compared if what not in compared and what not in without)
