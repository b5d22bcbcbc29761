"""Who came often and who came once: the core and the shell of those who take part, as far as names are known.

Somebody belongs to the core with at least so many participations in at least so many years; both numbers can be
chosen. Of parties without a name nobody can say who came twice, so the core is then only known between bounds.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from openkader.evaluation.counting import CountedRow, Range, Row, distinct


@dataclass(frozen=True, slots=True)
class Rule:
    """From how many participations, and in how many years, a party belongs to the core."""

    participations: int = 2
    years: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """A party that took part in an activity; without a name so many of them, or nobody knows how many."""

    activity: str
    year: int
    number: int | None = 1
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Taker:
    """A party that is known by name, with the activities it took part in; each counts once."""

    party: str
    activities: Mapping[str, int]  # with the year of each

    @property
    def participations(self) -> int:
        """In how many activities."""
        return len(self.activities)

    @property
    def years(self) -> tuple[int, ...]:
        """In which years."""
        return tuple(sorted(set(self.activities.values())))

    def is_core(self, rule: Rule) -> bool:
        """Whether it came often enough."""
        return self.participations >= rule.participations and len(self.years) >= rule.years


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreAndShell:
    """Those who took part: who is named, by how often they came, and how many are not."""

    rule: Rule
    takers: tuple[Taker, ...]  # who came most often in front
    unnamed: int
    is_numbered: bool  # of every group without names it is known how many there were
    different: Range
    core: Range

    @property
    def named_core(self) -> tuple[Taker, ...]:
        """Those of whom the names show that they came often."""
        return tuple(one for one in self.takers if one.is_core(self.rule))

    @property
    def participations(self) -> int:
        """All of which the number is known."""
        return sum(one.participations for one in self.takers) + self.unnamed


def core_and_shell(takings: Collection[Taking], rule: Rule) -> CoreAndShell:
    """Sort those who took part by how often they came."""
    takers = _takers(takings)
    unnamed = [one for one in takings if one.party is None]
    is_numbered = all(one.number is not None for one in unnamed)
    named = sum(one.is_core(rule) for one in takers)
    most = named + _most_beside([one for one in takers if not one.is_core(rule)], unnamed, rule)
    return CoreAndShell(
        rule=rule,
        takers=takers,
        unnamed=sum(one.number or 0 for one in unnamed),
        is_numbered=is_numbered,
        different=distinct(_counted(takings)),
        core=Range(named, most if is_numbered else None),
    )


def by_year(takings: Iterable[Taking]) -> dict[int, list[Taking]]:
    """The same, year by year."""
    found: defaultdict[int, list[Taking]] = defaultdict(list)
    for one in takings:
        found[one.year].append(one)
    return dict(sorted(found.items()))


def _takers(takings: Iterable[Taking]) -> tuple[Taker, ...]:
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for one in takings:
        if one.party is not None:
            found[one.party][one.activity] = one.year
    takers = (Taker(party, activities) for party, activities in found.items())
    return tuple(sorted(takers, key=lambda one: (-one.participations, -len(one.years), one.party)))


def _counted(takings: Iterable[Taking]) -> list[CountedRow]:
    rows = (
        Row(reference="", dossier=None, number=x.number, facts={}, group=x.activity, party=x.party)
        for x in takings
    )
    return [CountedRow(row, True) for row in rows]


def _most_beside(shell: Sequence[Taker], unnamed: Sequence[Taking], rule: Rule) -> int:
    """How many more could belong to the core, if those without a name were whoever suits best.

    So many parties need so many more participations, and within one activity each of them fills one place at most.
    The same holds for years. Whoever needs least is taken first.
    """
    places, of_year = Counter[str](), Counter[int]()
    for one in unnamed:
        places[one.activity] += one.number or 0
        of_year[one.year] += one.number or 0
    strangers = places.total()
    more = sorted(max(0, rule.participations - one.participations) for one in shell)
    years = sorted(max(0, rule.years - len(one.years)) for one in shell)
    needed = [*accumulate([*more, *[rule.participations] * strangers], initial=0)]
    needed_years = [*accumulate([*years, *[rule.years] * strangers], initial=0)]

    def is_possible(number: int) -> bool:
        room = sum(min(size, number) for size in places.values())
        years_room = sum(min(size, number) for size in of_year.values())
        return needed[number] <= room and needed_years[number] <= years_room

    low, high = 0, len(needed) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if is_possible(middle) else (low, middle - 1)
    return low
