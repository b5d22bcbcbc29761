"""Of which years the register has anything at all, in one question."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Min, Q

from openkader.register.models import Activity, AuditEvent, RegisterSource, Request
from openkader.register.selectors.trail import FIELDS, NEWEST, Event, event_of
from openkader.register.selectors.year import SourceRow, source_row
from openkader.register.together import Part, together

_SOURCE = (
    *(
        "reference",
        "organisation_nl",
        "organisation_en",
        "year",
        "title_nl",
        "title_en",
        "note_nl",
        "note_en",
    ),
    *("url", "kader", "fictional", "records"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldYears:
    """The years of which there is a source, a request or an activity, with the source; and the newest event of all."""

    years: frozenset[int]
    sources: Mapping[int, SourceRow]
    newest: Event | None


def held_years(years: Collection[int]) -> HeldYears:
    """Which of these years the register has; however many records a year has, one of them is enough."""
    found = together(
        {
            "sources": Part(RegisterSource, Q(year__in=years), _SOURCE),
            **{
                kind.__name__: Part(kind, Q(pk__in=_first_of(kind, years)), ("year",))
                for kind in (Request, Activity)
            },
            "newest": Part(AuditEvent, Q(id=NEWEST), FIELDS),
        }
    )
    newest = found.pop("newest")
    sources = [source_row(row) for row in reversed(found["sources"])]
    return HeldYears(
        years=frozenset(int(str(row["year"])) for rows in found.values() for row in rows),
        sources={source.year: source for source in sources if source.kader},
        newest=next(map(event_of, newest), None),
    )


def _first_of(kind: type[Request] | type[Activity], years: Collection[int]) -> object:
    mine = kind.objects.filter(year__in=years).order_by().values("year")
    return mine.annotate(first=Min("pk")).values("first")
