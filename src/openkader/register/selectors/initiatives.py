"""Initiatives as their pages show them: a chain of three links, with every step behind it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.initiatives import ChainState, LinkState, Stage, StepKind, chain_state, links
from openkader.casework.period import Period
from openkader.casework.permissions import Person
from openkader.register.columns import pair, period_of
from openkader.register.models import Initiative, InitiativeStep, Party
from openkader.register.selectors.parties import party_name
from openkader.register.visibility import is_visible_party, of_visible_case, visible_requests

MOST_INITIATIVES = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainStep:
    """One step; a side that is a party has its reference, and one that the reader may not know of nothing but that."""

    number: int
    kind: StepKind
    what: Text
    period: Period | None
    seeker: Text | None
    seeker_party: str | None
    partner: Text | None
    partner_party: str | None
    shown_by: str | None
    url: str | None
    passage: str | None
    remark: Text | None
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeRow:
    """An initiative with where it stands."""

    reference: str
    title: Text
    year: int
    dossier: str
    dossier_title: Text
    is_activity: bool
    case: str | None  # the request that it belongs to, also by way of an activity
    state: ChainState
    links: dict[Stage, LinkState]
    steps: tuple[ChainStep, ...]
    passage: str | None
    remark: Text | None
    is_fictional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseNamed:
    """A case by its name only."""

    reference: str
    title: Text
    is_fictional: bool


def case_named(reference: str, *, reader: Person) -> CaseNamed:
    """A case that the reader may see."""
    row = visible_requests(reader).filter(reference=reference).select_related("source").first()
    if row is None:
        raise NotFound("request", reference[:80])
    return CaseNamed(
        reference=row.reference,
        title=Text(nl=row.title_nl, en=row.title_en),
        is_fictional=row.source is not None and row.source.fictional,
    )


def initiatives(*, reader: Person, at: str | None = None) -> tuple[InitiativeRow, ...]:
    """The newest initiatives that the reader may know of, those that wait first; `at` those of one case or activity.

    What began at the request of an activity is shown there too.
    """
    found = [initiative_row(row) for row in initiatives_at(at, reader=reader)[:MOST_INITIATIVES]]
    order = list(ChainState)
    return tuple(sorted(found, key=lambda row: order.index(row.state)))


def initiative_file(reference: str, *, reader: Person) -> InitiativeRow:
    """One initiative with its steps."""
    row = _all(reader).filter(reference=reference).first()
    if row is None:
        raise NotFound("initiative", reference[:80])
    return initiative_row(row)


def initiatives_at(at: str | None, *, reader: Person) -> QuerySet[Initiative]:
    """Those that the reader may know of; `at` those of one case or activity."""
    rows = _all(reader)
    if at is not None:
        of_request = Q(request__reference=at) | Q(request__activities__reference=at)
        rows = rows.filter(of_request | Q(activity__reference=at) | Q(activity__request__reference=at))
    return rows.distinct()


def _all(reader: Person) -> QuerySet[Initiative]:
    seen = Party.objects.filter(is_visible_party(reader))
    steps = InitiativeStep.objects.order_by("number").prefetch_related(
        Prefetch("seeker", queryset=seen), Prefetch("partner", queryset=seen)
    )
    rows = Initiative.objects.filter(of_visible_case(reader)).order_by("-year", "-id")
    return rows.select_related("request", "activity__request", "source").prefetch_related(
        Prefetch("steps", queryset=steps)
    )


def initiative_row(row: Initiative) -> InitiativeRow:
    """An initiative as it is stored, with its steps read along."""
    steps = tuple(_step(one) for one in row.steps.all())
    kinds = [one.kind for one in steps]
    place: Any = row.request or row.activity
    case = row.request or (row.activity.request if row.activity else None)
    return InitiativeRow(
        reference=row.reference,
        title=Text(nl=row.title_nl, en=row.title_en),
        year=row.year,
        dossier=place.reference,
        dossier_title=Text(nl=place.title_nl, en=place.title_en),
        is_activity=row.activity is not None,
        case=case.reference if case else None,
        state=chain_state(kinds),
        links=links(kinds),
        steps=steps,
        passage=row.passage,
        remark=pair(row.remark_nl, row.remark_en),
        is_fictional=row.source is not None and row.source.fictional,
    )


def _step(row: InitiativeStep) -> ChainStep:
    return ChainStep(
        number=row.number,
        kind=StepKind(row.kind),
        what=Text(nl=row.what_nl, en=row.what_en),
        period=period_of(vars(row)),
        seeker=_side(row.seeker, pair(row.seeker_nl, row.seeker_en), is_party=row.seeker_id is not None),
        seeker_party=row.seeker.reference if row.seeker else None,
        partner=_side(row.partner, pair(row.partner_nl, row.partner_en), is_party=row.partner_id is not None),
        partner_party=row.partner.reference if row.partner else None,
        shown_by=row.shown_by,
        url=row.url,
        passage=row.passage,
        remark=pair(row.remark_nl, row.remark_en),
        by=row.recorded_by,
    )


HIDDEN = Text(nl="een partij die u niet mag zien", en="a party that you may not see")


def _side(party: Party | None, words: Text | None, *, is_party: bool) -> Text | None:
    if party is not None:
        return party_name(party)
    return HIDDEN if is_party else words
