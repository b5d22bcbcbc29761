"""The terms of the organisations of this installation, read once and kept ready."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from openkader.casework.calendars import Deadlines, read_deadlines
from openkader.casework.deadlines import Pause
from openkader.register.models import AdviceRequest, Request
from openkader.register.moments import day_of


def deadlines_of(packs: Path, organisation: str) -> Deadlines:
    """What an organisation agreed about time; one without a file has no term."""
    return _ready(packs / organisation)


def deadlines_here() -> Deadlines:
    """The same for the organisation of this installation: the first of its packs that has a term."""
    return _first(Path(settings.OPENKADER_PACKS))


@lru_cache(maxsize=8)
def _first(packs: Path) -> Deadlines:
    known = (deadlines_of(packs, folder.name) for folder in sorted(packs.iterdir()) if folder.is_dir())
    return next((found for found in known if found.term), Deadlines())


def pauses_of(requests: Iterable[Request]) -> Mapping[int, list[Pause]]:
    """From when to when a desk was asked for advice on each case."""
    found: defaultdict[int, list[Pause]] = defaultdict(list)
    rows = AdviceRequest.objects.filter(request__in=list(requests)).select_related("withdrawal")
    for row in rows.prefetch_related("answers"):
        found[row.request_id].append((day_of(row.at), _ended(row)))
    return found


def _ended(row: AdviceRequest) -> date | None:
    """The day on which nobody waited any more: the first answer, or taking the question back."""
    moments = [answer.at for answer in row.answers.all()]
    if hasattr(row, "withdrawal"):
        moments.append(row.withdrawal.at)
    return day_of(min(moments)) if moments else None


@lru_cache(maxsize=32)
def _ready(folder: Path) -> Deadlines:
    return read_deadlines(folder)
