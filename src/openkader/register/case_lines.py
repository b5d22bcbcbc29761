"""The lines of the work list, kept with every change of a case in the same transaction."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, F, Max, OuterRef, QuerySet

from openkader.casework.deadlines import Pause, due
from openkader.casework.vocabulary import Precision
from openkader.casework.work_list import RUNNING, SECTORS
from openkader.register import audit
from openkader.register.batches import BATCH, few_at_a_time
from openkader.register.case_words import drop_case_words, keep_case_words
from openkader.register.deadlines import deadlines_here, pauses_of
from openkader.register.models import Activity, Answer, CaseLine, CaseSector, Request, Tombstone
from openkader.register.states import Stand, stand_of

NEVER = date(9999, 12, 31)
_COLUMNS = (
    *("state", "outcome", "received_on", "due_on", "is_paused", "changed_at"),
    *("assignee", "team", "year", "country"),
)


@dataclass(frozen=True, slots=True)
class Lines:
    """What the lines of some cases say and which areas those touch, worked out and still to be stored."""

    cases: tuple[Request, ...] = ()
    lines: tuple[CaseLine, ...] = ()
    areas: frozenset[tuple[int, str]] = frozenset()

    def rests_on(self, dossiers: Collection[str]) -> bool:
        """Whether one of these cases is among the dossiers, by its own reference or that of an activity."""
        mine = {case.pk for case in self.cases}
        few = few_at_a_time(sorted(dossiers))
        return any(mine & set(_cases_of(some).values_list("pk", flat=True)) for some in few)

    def store(self) -> None:
        """Put them in the place of what stood there."""
        enter_lines(self.lines)
        _enter_areas([case.pk for case in self.cases], self.areas)


def lines_of(dossiers: Iterable[str], now: datetime, today: date) -> Lines:
    """Where these cases stand now; what is no case is passed over. Their words are entered at once."""
    found = Lines()
    for few in few_at_a_time(sorted(set(dossiers))):
        requests = list(_living(few).select_related("source"))
        pauses = pauses_of(requests)
        lines = tuple(line_of(one, stand_of(one, today), pauses[one.pk], now) for one in requests)
        found = Lines(
            (*found.cases, *requests),
            (*found.lines, *lines),
            found.areas | areas_of([one.pk for one in requests]),
        )
        keep_case_words(requests)
    return found


def keep_lines(dossiers: Iterable[str], now: datetime, today: date) -> None:
    """Make the lines of these cases anew while nobody changes any of them."""
    for few in few_at_a_time(sorted(set(dossiers))):
        with transaction.atomic():
            keep_case_words(list(_living(few)))
            audit.hold_end()
            lines_of(few, now, today).store()


def _living(references: Sequence[str]) -> QuerySet[Request]:
    """The cases of these dossiers; of those that are destroyed, none."""
    gone = Tombstone.objects.filter(reference=OuterRef("reference"))
    return _cases_of(references).filter(~Exists(gone))


def _cases_of(references: Sequence[str]) -> QuerySet[Request]:
    """The cases with these references, or with activities that have them.

    Each way is one that an index knows; behind an ``OR`` every case would be gone through.
    """
    there = Activity.objects.filter(reference__in=references, request__isnull=False).values("request")
    keys = Request.objects.filter(reference__in=references).values("pk").union(there)
    return Request.objects.filter(pk__in=keys)


def keep_all_lines(now: datetime, today: date) -> int:
    """Make every line anew, and the search words of every case; how many there are."""
    references = list(Request.objects.order_by("pk").values_list("reference", flat=True))
    drop_case_words()
    keep_lines(references, now, today)
    return len(references)


def keep_missing_lines(now: datetime, today: date) -> None:
    """The same for cases that have no line yet, as after an upgrade."""
    missing = Request.objects.filter(line__isnull=True).order_by("pk")
    keep_lines(list(missing.values_list("reference", flat=True)), now, today)


def keep_lapsed_lines(now: datetime, today: date) -> int:
    """The same for cases of which a waiver ended since, so that they wait for the advice again; how many."""
    lapsed = Request.objects.filter(
        waivers__agreement__isnull=False,
        waivers__expires_on__lt=today,
        line__changed_at__date__lte=F("waivers__expires_on"),
    )
    references = sorted(set(lapsed.values_list("reference", flat=True)))
    keep_lines(references, now, today)
    return len(references)


def line_of(request: Request, stand: Stand, pauses: Sequence[Pause], now: datetime) -> CaseLine:
    """The line of one case; only what came in here on a known day has to be done by a day."""
    known = deadlines_here()
    received = request.starts_on or date(request.year, 1, 1)
    is_ours = request.source is None or request.source.fictional
    runs = (
        known.term is not None and is_ours and request.precision == Precision.DAY and stand.state in RUNNING
    )
    term = due(received, known.term, pauses, known.calendar) if runs and known.term else None
    return CaseLine(
        request=request,
        state=stand.state,
        outcome=stand.outcome,
        received_on=received,
        due_on=term.on if term and term.on else NEVER,
        is_paused=term is not None and term.is_paused,
        changed_at=now,
        assignee_id=request.assignee_id,
        team=request.team,
        year=request.year,
        country=request.country,
    )


def enter_lines(lines: Sequence[CaseLine]) -> None:
    """Store lines, in place of those that stood there."""
    CaseLine.objects.bulk_create(
        lines, batch_size=BATCH, update_conflicts=True, unique_fields=["request"], update_fields=_COLUMNS
    )


def keep_sectors(requests: Sequence[Request]) -> None:
    """The areas that each case touches."""
    keys = [request.pk for request in requests]
    _enter_areas(keys, areas_of(keys))


def areas_of(keys: Sequence[int]) -> frozenset[tuple[int, str]]:
    """Each case with each area that it touches, by the newest answer; an answer of something else touches none."""
    mine = Answer.objects.filter(request__in=keys, fact=SECTORS).order_by()
    newest = mine.values("request").annotate(newest=Max("id")).values("newest")
    rows = Answer.objects.filter(id__in=newest).values_list("request", "value")
    return frozenset((key, code) for key, value in rows if isinstance(value, list) for code in value)


def _enter_areas(keys: Sequence[int], areas: Collection[tuple[int, str]]) -> None:
    """Store the areas of cases that touch others than stood there; of most cases they stay the same."""
    there: set[tuple[int, str]] = set()
    for few in few_at_a_time(keys):
        there |= set(CaseSector.objects.filter(request__in=few).values_list("request", "code"))
    others = {key for key, _ in there.symmetric_difference(areas)}
    for few in few_at_a_time(sorted(others)):
        CaseSector.objects.filter(request__in=few).delete()
    rows = [CaseSector(request_id=key, code=code) for key, code in sorted(areas) if key in others]
    CaseSector.objects.bulk_create(rows, batch_size=BATCH)
