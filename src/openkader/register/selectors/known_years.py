"""Which years the register knows, by which kader each is counted, and whether what stands there happened."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Max, Q

from openkader.base.errors import NotFound
from openkader.register.models import Activity, Assessment, Decision, RegisterSource, Request
from openkader.register.selectors.collections import took_place
from openkader.register.selectors.year import last_weighed_by

_EVERY = Q()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownYear:
    """A year of which the register knows something; `is_real` and `is_made_up` can both be so."""

    year: int
    kader: str
    is_real: bool
    is_made_up: bool


def known_years() -> list[KnownYear]:
    """Every year with a kader to count by, the oldest first; in three questions, however many years there are."""
    sources = list(RegisterSource.objects.order_by("id").values_list("year", "kader", "fictional"))
    kaders: dict[int, str] = {}
    for year, kader, _ in sources:
        if kader:
            kaders.setdefault(year, kader)
    origins = {(year, fictional) for year, kader, fictional in sources if kader} | _origins()
    rest = {year for year, _ in origins} - kaders.keys()
    kaders |= _weighed(rest) if rest else {}
    return [
        KnownYear(
            year=year,
            kader=kaders[year],
            is_real=(year, False) in origins,
            is_made_up=(year, True) in origins,
        )
        for year in sorted(kaders)
    ]


def known_year(year: int) -> KnownYear:
    """One of these years, asked by itself: three questions at most; one that is not among them is not found."""
    sources = RegisterSource.objects.filter(year=year).order_by("id").values_list("kader", "fictional")
    named = [(kader, fictional) for kader, fictional in sources if kader]
    origins = {fictional for _, fictional in named} | {made_up for _, made_up in _origins(Q(year=year))}
    kader = named[0][0] if named else last_weighed_by(year) if origins else None
    if kader is None:
        raise NotFound("year", str(year)[:20])
    return KnownYear(year=year, kader=kader, is_real=False in origins, is_made_up=True in origins)


def _origins(where: Q = _EVERY) -> set[tuple[int, bool]]:
    """The years in which something took place, was asked or was decided, and whether it was made up."""
    columns = ("year", "source__fictional")
    held = Activity.objects.filter(took_place("activities"), where).order_by().values_list(*columns)
    asked = Request.objects.filter(where).order_by().values_list(*columns)
    decided = Decision.objects.filter(where).order_by().values_list(*columns)
    return {(year, bool(fictional)) for year, fictional in held.union(asked, decided)}


def _weighed(years: Collection[int]) -> dict[int, str]:
    """The kader by which a request of each year was last weighed, as one year alone finds it."""
    mine = Q(request__year__in=years) | Q(request__activities__year__in=years)
    ways = ("request__year", "request__activities__year", "kader")
    newest: dict[int, tuple[int, str]] = {}
    weighed = Assessment.objects.filter(mine).order_by().values_list(*ways).annotate(newest=Max("pk"))
    for asked, held, kader, last in weighed:
        for year in _among(years, (asked, held)):
            newest[year] = max(newest.get(year, (0, "")), (last, kader))
    return {year: kader for year, (_, kader) in newest.items()}


def _among(years: Collection[int], found: Iterable[int | None]) -> set[int]:
    return {year for year in found if year is not None and year in years}
