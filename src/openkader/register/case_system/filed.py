"""What came of bringing a case up to date in the case system, and how all of them stand."""

from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic

from django.conf import settings

from openkader.base.errors import Invalid, Refusal
from openkader.casework.case_system import wanted
from openkader.casework.subscribing import Silence
from openkader.register.answering import Trouble
from openkader.register.case_system.calling import Calls, Denied
from openkader.register.case_system.catalogue import Catalogue
from openkader.register.case_system.connection import CaseSystem
from openkader.register.case_system.standing import case_now
from openkader.register.case_system.steps import ZAAK, Filing
from openkader.register.models import CaseFiling, Request
from openkader.register.moments import day_of

DONE = "200"
# In all: less than a worker may hold a receiver for, so that no two ever bring the same case up to date.
SECONDS = 90.0
_EVERY = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What came of one attempt: the answer for the outbox, and what is to be kept of the case.

    `told` is the digest of all that stands there now; None where it was not all told.
    """

    case: str
    answer: str = DONE
    made: dict[str, str] = field(default_factory=dict)
    told: str | None = None
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingRow:
    """How a case stands in the case system, as a page shows it."""

    case: str
    zaak: str | None
    told_at: datetime | None
    refusal: Refusal | None
    at: datetime


def file_case(case: str, *, now: datetime, seconds: float = SECONDS) -> Filed:
    """Bring one case up to date in the case system; it changes nothing here.

    What is wrong with a case is said of that case, and the next one goes; when the system is away, the case waits.
    """
    system: CaseSystem | None = settings.CASE_SYSTEM
    request = Request.objects.filter(reference=case).select_related("filing").first()
    # It was destroyed since; or it was read in a publication, or made up to practise with, and is no case of ours.
    if request is None or request.source_id is not None:
        return Filed(case=case)
    before: CaseFiling | None = getattr(request, "filing", None)
    made: dict[str, str] = dict(before.made) if before else {}
    try:
        mapping = system.read_mapping() if system is not None else None
    except Invalid:
        mapping = None
    if system is None or mapping is None:
        return Filed(case=case, answer=Silence.NOT_SET_UP, made=made)
    now_here = case_now(request, now=now)
    want = wanted(now_here, mapping, is_filed=ZAAK in made)
    if want is None or isinstance(want, Refusal):
        return Filed(case=case, made=made, refusal=want)
    if before is not None and before.told == want.digest and before.refusal is None:
        return Filed(case=case, made=made, told=want.digest)
    calls = Calls(system=system, at=now, end=monotonic() + seconds)
    catalogue = Catalogue(calls=calls, mapping=mapping, today=day_of(now))
    moved_at = now_here.moved_at
    return _told(Filing(calls=calls, catalogue=catalogue, want=want, moved_at=moved_at, now=now, made=made))


def _told(filing: Filing) -> Filed:
    case = filing.want.reference
    try:
        filing.run()
    except Denied as error:
        return Filed(case=case, made=filing.made, refusal=error.refusal)
    except Trouble as error:
        return Filed(case=case, answer=error.answer, made=filing.made)
    return Filed(case=case, made=filing.made, told=filing.want.digest)


def filing_of(case: str) -> FilingRow | None:
    """How one case stands in the case system; None while nothing was ever told of it."""
    row = CaseFiling.objects.filter(request__reference=case).select_related("request").first()
    return _row(row) if row else None


def refused_filings() -> list[FilingRow]:
    """The cases that could not be brought up to date, the newest first; not more than somebody would read."""
    found = CaseFiling.objects.filter(refusal__isnull=False).select_related("request").order_by("-at", "-pk")
    return [_row(row) for row in found[:_EVERY]]


def _row(row: CaseFiling) -> FilingRow:
    return FilingRow(
        case=row.request.reference,
        zaak=row.made.get(ZAAK),
        told_at=row.told_at,
        refusal=Refusal(row.refusal, row.detail) if row.refusal else None,
        at=row.at,
    )
