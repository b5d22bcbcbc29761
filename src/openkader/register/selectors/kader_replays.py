"""The replays of a draft: how far each is, what was found, and the changed cases that a reader may see."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.kader_replaying import ReplayState, state_of, waits_long
from openkader.casework.permissions import Person
from openkader.register.models import KaderReplay, KaderReplayCase, KaderReplayResult
from openkader.register.visibility import visible_to

_MOST_ROWS = 100
_COLUMNS = (
    *("reference", "base", "base_digest", "texts", "at", "by", "done", "whole", "end", "lease_ends"),
    *("ended_at", "ended_by", "failure"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayRow:
    """One replay; `cases` and `changed` are known once it is done, `late` is that no worker seems to run."""

    reference: str
    base: str
    texts: str | None  # of one from the command line it is the kader that is the same
    at: datetime
    by: str
    state: ReplayState
    late: bool
    done: int
    whole: int | None
    ended_at: datetime | None
    ended_by: str | None
    failure: str | None
    cases: int | None
    changed: int | None


@dataclass(frozen=True, slots=True)
class SeenCase:
    """A changed case that the reader may see."""

    reference: str
    title: Text


@dataclass(frozen=True, slots=True)
class SeenCases:
    """The first of the cases of one way of differing that the reader may see, and how many these are."""

    number: int
    first: tuple[SeenCase, ...]


def replays_of(draft: str, now: datetime, digest: str = "") -> list[ReplayRow]:
    """The newest replays of a draft, and of those that were kept of a kader with this digest; the newest first."""
    return _rows(_of(draft, digest).order_by("-id")[:_MOST_ROWS], now)


def replay_of(draft: str, replay: str, now: datetime, digest: str = "") -> ReplayRow:
    """One of them, however long ago it was."""
    for row in _rows(_of(draft, digest).filter(reference=replay), now):
        return row
    raise NotFound("kader-replay", replay[:80])


def replay_numbers(draft: str) -> set[str]:
    """The numbers of all replays that were asked for of a draft."""
    return set(_of(draft).values_list("reference", flat=True))


def _of(draft: str, digest: str = "") -> QuerySet[KaderReplay]:
    return KaderReplay.objects.filter(Q(draft__reference=draft) | Q(draft=None, digest=digest))


def _rows(query: QuerySet[KaderReplay], now: datetime) -> list[ReplayRow]:
    counted = query.annotate(cases=F("result__cases"), changed=F("result__changed"))
    return [_row(row, now) for row in counted.values(*_COLUMNS, "cases", "changed")]


def replay_found(reference: str) -> Mapping[str, Any]:
    """Everything that a replay found, as it was kept."""
    query = KaderReplayResult.objects.filter(replay__reference=reference)
    found: Mapping[str, Any] | None = query.values_list("found", flat=True).first()
    if found is None:
        raise NotFound("kader-replay", reference[:80])
    return found


def seen_cases(reference: str, *, reader: Person, most: int) -> dict[int, SeenCases]:
    """For each way of differing the changed cases that the reader may see: how many, and the first of them."""
    seen = _seen(reference, reader)
    counts = dict(seen.values_list("difference").annotate(cases=Count("pk")).order_by())
    place = Window(RowNumber(), partition_by=F("difference"), order_by=F("pk").asc())
    rows = seen.annotate(place=place).filter(place__lte=most).order_by("pk")
    first: dict[int, list[SeenCase]] = {number: [] for number in counts}
    for number, case in (
        (number, _case(*words)) for number, *words in rows.values_list("difference", *_SHOWN)
    ):
        first.setdefault(number, []).append(case)
    return {number: SeenCases(counts.get(number, 0), tuple(cases)) for number, cases in first.items()}


def how_many_seen(reference: str, difference: int, *, reader: Person) -> int:
    """How many cases of one way of differing the reader may see."""
    return _seen(reference, reader).filter(difference=difference).count()


def some_seen(reference: str, difference: int, *, reader: Person, part: slice) -> list[SeenCase]:
    """Some of these, in the order in which they came in."""
    rows = _seen(reference, reader).filter(difference=difference).order_by("pk")[part]
    return [_case(*words) for words in rows.values_list(*_SHOWN)]


_SHOWN = ("request__reference", "request__title_nl", "request__title_en")


def _seen(reference: str, reader: Person) -> QuerySet[KaderReplayCase]:
    return KaderReplayCase.objects.filter(visible_to(reader, "request__"), replay__reference=reference)


def _case(reference: str, nl: str, en: str) -> SeenCase:
    return SeenCase(reference, Text(nl=nl, en=en))


def _row(row: Mapping[str, Any], now: datetime) -> ReplayRow:
    state = state_of(row["end"], row["lease_ends"], now)
    kept = {name: row[name] for name in ("reference", "base", "texts", "at", "by", "done", "whole")}
    ended = {name: row[name] for name in ("ended_at", "ended_by", "failure", "cases", "changed")}
    late = waits_long(state, row["lease_ends"] or row["at"], now)
    return ReplayRow(state=state, late=late, **kept, **ended)
