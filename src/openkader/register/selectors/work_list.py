"""The list of work: the cases that somebody may see and chose, in a stable order, a page at a time."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.life_cycle import State
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import Confidentiality, DecisionOutcome, Kind, Role
from openkader.casework.work_list import IN_HAND, TO_DO, WAITING, Order, Scope
from openkader.register.advising import WAITED_FOR
from openkader.register.case_lines import NEVER
from openkader.register.measures import due_now
from openkader.register.models import AdviceRequest, CaseLine, CaseSector, Measure, Participation, SavedView
from openkader.register.prepared import rounded
from openkader.register.selectors.answering_lines import first_answering
from openkader.register.selectors.finding_cases import cases_named
from openkader.register.selectors.pages import AS_SUCH, KEY, PER_PAGE, ListPage, Place, cut, how_many
from openkader.register.together import Part, Parts, together_again
from openkader.register.visibility import key_of, visible_to

_CHUNK = 2000
NO_DAYS: Mapping[str, date] = {}
_COLUMNS = {
    "reference": F("request__reference"),
    "title_nl": F("request__title_nl"),
    "title_en": F("request__title_en"),
    "kind": F("request__kind"),
    "holder": F("request__assignee__username"),
    "confidentiality": F("request__confidentiality"),
    "fictional": F("request__source__fictional"),
}
_ORDERS: Mapping[Order, tuple[str, bool]] = {
    Order.DUE: ("due_on", False),
    Order.NEWEST: ("received_on", True),
    Order.OLDEST: ("received_on", False),
    Order.CHANGED: ("changed_at", True),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What somebody wants to see of the work; None chooses everything."""

    scope: Scope = Scope.MINE
    text: str = ""
    kind: Kind | None = None
    country: str | None = None
    sector: str | None = None
    outcome: DecisionOutcome | None = None
    year: int | None = None
    state: State | None = None
    order: Order = Order.DUE


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """One case in a list."""

    reference: str
    title: Text
    kind: Kind | None
    country: str | None
    state: State
    outcome: DecisionOutcome | None
    received_on: date
    due_on: date | None  # None: it has no term, or the term stands still
    is_paused: bool
    assignee: str | None
    team: str | None
    confidentiality: Confidentiality
    is_fictional: bool
    requesters: tuple[str, ...] = ()
    advice_due_on: date | None = None  # the first day on which an advice that is waited for is due
    measure_due_on: date | None = None  # the first last day of a measure that is to be done now


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The lines that meet a choice, and those of them to be counted, which may be but a part.

    Where many answer to a text, `asked` are the lines to be asked one by one, and `each` is the question.
    """

    every: QuerySet[CaseLine]
    counted: QuerySet[CaseLine]
    asked: QuerySet[CaseLine] | None = None
    each: Callable[[Sequence[int]], set[int]] = set
    is_looked_up: bool = False  # by their keys, of which there are not many

    def count(self) -> tuple[int, bool]:
        """How many there are, as far as they are counted, and whether there may be more."""
        total, is_least = how_many(self.counted)
        return total, self.asked is not None or is_least


def work_page(
    choice: Choice, person: Person, today: date, *, after: Place | None = None, before: Place | None = None
) -> ListPage[CaseRow]:
    """The page that begins after a place, or ends before one; without a place the first."""
    chosen = _chosen(choice, person, today)
    backwards = before is not None and after is None
    place = before if backwards else after
    found = _found(chosen, partial(_put, choice=choice, place=place, backwards=backwards))
    page = cut(found, PER_PAGE, place, backwards=backwards)
    keys = [row["request_id"] for row in page.rows]
    names, due = _requesters(keys), _due(keys, today)
    # A list of one page was counted by reading it.
    alone = page.is_first and page.is_last
    total, is_least = (len(keys), False) if alone else chosen.count()
    return ListPage(
        rows=tuple(_row(row, names[row["request_id"]], due[row["request_id"]]) for row in page.rows),
        total=max(total, len(keys)),
        is_least=is_least,
        before=None if page.is_first or not page.rows else _place(page.rows[0], choice),
        after=None if page.is_last or not page.rows else _place(page.rows[-1], choice),
    )


def _found(chosen: _Chosen, put: Callable[..., QuerySet[CaseLine]]) -> list[dict[str, Any]]:
    """The rows of a page and one more, in the order in which `put` puts them.

    What many answer to mostly fills a page from the first that are there: those are asked one by one, and only
    where that would take longer, all that answer are looked up. The lines themselves are fetched last: to go along
    their order PostgreSQL then needs no more than an index.
    """
    if chosen.asked is None:
        return list(_values(put(chosen.every, is_looked_up=chosen.is_looked_up))[: PER_PAGE + 1])
    keys = first_answering(put(chosen.asked), chosen.each, PER_PAGE + 1)
    if keys is None:
        keys = list(put(chosen.every).values_list("request_id", flat=True)[: PER_PAGE + 1])
    return list(_values(put(CaseLine.objects.filter(request__in=keys), is_looked_up=True))) if keys else []


def work_row(reference: str, person: Person) -> CaseRow:
    """One case as the list shows it; one that may not be seen is not there."""
    rows = CaseLine.objects.filter(visible_to(person, "request__"), request__reference=reference)
    found = _values(rows).first()
    if found is None:
        raise NotFound("request", reference)
    return _row(found, _requesters([found["request_id"]])[found["request_id"]])


def work_rows(choice: Choice, person: Person, today: date) -> Iterator[CaseRow]:
    """The whole list, read as it is written out; nobody holds all of it at once."""
    rows = _values(_put(_chosen(choice, person, today).every, choice))
    return (_row(row, ()) for row in rows.iterator(chunk_size=_CHUNK))


def confidential_rows(choice: Choice, person: Person, today: date) -> int:
    """How many cases of the whole list are confidential."""
    levels = [str(level) for level in Confidentiality if level.is_confidential]
    rows = _chosen(choice, person, today).every
    return rows.filter(request__confidentiality__in=levels).order_by().count()


def saved_views(account: str) -> list[tuple[str, str]]:
    """The choices that a colleague keeps, each with its name."""
    rows = SavedView.objects.filter(account__username=account).order_by("name")
    return list(rows.values_list("name", "choice"))


def _chosen(choice: Choice, person: Person, today: date) -> _Chosen:
    rows = CaseLine.objects.filter(visible_to(person, "request__"), in_scope(choice.scope, person, today))
    exact = {
        "request__kind": choice.kind,
        "country": choice.country,
        "year": choice.year,
        "outcome": choice.outcome,
        "state": choice.state,
    }
    rows = rows.filter(**{name: value for name, value in exact.items() if value is not None})
    every = rows.alias(**AS_SUCH)
    if choice.sector is not None:
        touched = CaseSector.objects.filter(code=choice.sector).values("request")
        every, rows = every.filter(**{f"{KEY}__in": touched}), rows.filter(request__in=touched)
    if not choice.text.strip():
        return _Chosen(every, rows)
    named = cases_named(choice.text)
    found, some = every.filter(named.every), rows.filter(named.some)
    return (
        _Chosen(found, some, is_looked_up=True)
        if named.each is None
        else _Chosen(found, some, rows, named.each)
    )


def in_scope(scope: Scope, person: Person, today: date) -> Q:
    """Whether the line of a case is of somebody's work as it is asked for."""
    match scope:
        case Scope.MINE:
            return Q(assignee=key_of(person), state__in=IN_HAND)
        case Scope.TEAM:
            return Q(team=person.team or "", state__in=IN_HAND)
        case Scope.NOBODY:
            return Q(assignee=None, state__in=TO_DO)
        case Scope.WAITING:
            return Q(state__in=WAITING)
        case Scope.OVERDUE:
            return Q(due_on__lt=today)
        case Scope.LATE_ADVICE:
            late = WAITED_FOR & Q(due_on__lt=today)
            cases = AdviceRequest.objects.filter(late).values("request")
            return Q(state=State.AWAITING_ADVICE, request__in=cases)
        case Scope.MEASURES:
            return Q(request__in=Measure.objects.filter(due_now(today)).values("activity__request"))
    return Q()


def _put(
    rows: QuerySet[CaseLine],
    choice: Choice,
    place: Place | None = None,
    *,
    backwards: bool = False,
    is_looked_up: bool = False,
) -> QuerySet[CaseLine]:
    """The lines beyond a place, in the order that was chosen."""
    name, descending = _ORDERS[choice.order]
    descending = descending is not backwards
    if place is not None:
        way = "lt" if descending else "gt"
        # First what an index can find, then the cases of the very same day.
        near = Q(**{f"{name}__{way}e": place.value})
        rows = rows.filter(near, Q(**{f"{name}__{way}": place.value}) | Q(**{f"request__{way}": place.key}))
    sign = "-" if descending else ""
    if is_looked_up:
        # As no index knows it: PostgreSQL would go through all there are in this order until it met them.
        rows, name = rows.alias(as_such=Coalesce(name, name)), "as_such"
    return rows.order_by(f"{sign}{name}", f"{sign}request")


def _values(rows: QuerySet[CaseLine]) -> QuerySet[CaseLine, dict[str, Any]]:
    own = (
        *("request_id", "state", "outcome", "received_on", "due_on", "is_paused", "changed_at"),
        *("team", "country"),
    )
    return rows.values(*own, **_COLUMNS)


def _place(row: Mapping[str, Any], choice: Choice) -> Place:
    return Place(row[_ORDERS[choice.order][0]], row["request_id"])


def _row(row: Mapping[str, Any], requesters: Sequence[str], due: Mapping[str, date] = NO_DAYS) -> CaseRow:
    return CaseRow(
        reference=row["reference"],
        title=Text(nl=row["title_nl"], en=row["title_en"]),
        kind=Kind(row["kind"]) if row["kind"] else None,
        country=row["country"],
        state=State(row["state"]),
        outcome=DecisionOutcome(row["outcome"]) if row["outcome"] else None,
        received_on=row["received_on"],
        due_on=None if row["due_on"] == NEVER else row["due_on"],
        is_paused=row["is_paused"],
        assignee=row["holder"],
        team=row["team"],
        confidentiality=Confidentiality(row["confidentiality"]),
        is_fictional=bool(row["fictional"]),
        requesters=tuple(requesters),
        advice_due_on=due.get("advice"),
        measure_due_on=due.get("measures"),
    )


def _due(keys: Sequence[int], today: date) -> Mapping[int, Mapping[str, date]]:
    """Of each case the first day on which an advice is due, and a measure that is to be done now."""
    found = together_again(_due_parts, rounded(keys), alike=(today,))
    first: dict[int, dict[str, date]] = defaultdict(dict)
    for name, column in (("advice", "request_id"), ("measures", "activity__request_id")):
        for row in found[name]:
            days, due_on = first[int(str(row[column]))], row["due_on"]
            assert isinstance(due_on, date)  # noqa: S101 - a column of days
            days[name] = min(due_on, days.get(name, due_on))
    return first


def _due_parts(keys: Sequence[int], today: date) -> Parts:
    advice = WAITED_FOR & Q(request__in=keys)
    measures = due_now(today) & Q(activity__request__in=keys)
    return {
        "advice": Part(AdviceRequest, advice, ("request_id", "due_on")),
        "measures": Part(Measure, measures, ("activity__request_id", "due_on")),
    }


def _requesters(keys: Sequence[int]) -> Mapping[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    rows = Participation.objects.filter(request__in=keys, role=Role.REQUESTER, party__isnull=False)
    names = rows.order_by("id").values_list("request", "party__name", "party__function_nl")
    for key, name, function in names:
        found[key].append(name or function or "")
    return found
