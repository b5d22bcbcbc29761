"""The work list of hits, and one hit with everything that its page shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, IntegerField, QuerySet, Value, When
from django.db.models.expressions import Exists, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from openkader.base.errors import NotFound
from openkader.casework.permissions import Act, Person
from openkader.casework.screening import (
    Addressee,
    Gone,
    HitState,
    SourceKind,
    SourceQuality,
    Verdict,
)
from openkader.register.found import asked_again, hit_again, lists_again
from openkader.register.models import Hit, Reference, SourceNote
from openkader.register.prepared import ask_again
from openkader.register.selectors.screening_rows import (
    EscalationRow,
    HitList,
    HitPage,
    HitRow,
    NoteRow,
    ReviewRow,
)
from openkader.register.visibility import of_visible_party, visible_requests
from openkader.register.watched import has_left
from openkader.screening.evidence import Band

_OPEN = [state.value for state in HitState if state.is_open]
_BY_URGENCY = Case(
    When(state__in=_OPEN, left=False, then=Value(0)),
    When(state=HitState.GONE.value, then=Value(2)),
    default=Value(1),
    output_field=IntegerField(),
)


def hit_list(  # noqa: PLR0913  each by name
    page: int = 1,
    *,
    reader: Person,
    states: Sequence[HitState] = (),
    left: bool | None = None,
    request: str | None = None,
    per_page: int = 25,
) -> HitList:
    """A page of hits: those that somebody must look at first, then the oldest; all states if none is named.

    `left` chooses those of parties that no longer come along, or those of the others.
    """
    only_open = left is False and bool(states) and all(state.is_open for state in states)
    chosen = _Chosen(tuple(map(str, states)), left, is_by_urgency=not only_open)
    # To find out which may be seen costs most; it is done once, for the number and for the page.
    found = ask_again(_chosen_keys, request, reader, alike=(chosen,))
    keys = [key for (key, *_) in found]
    total = len(keys)
    pages = max(1, -(-total // per_page))
    page = min(max(page, 1), pages)
    start = (page - 1) * per_page
    rows = _in_order(keys[start : start + per_page], reader)
    is_to_do = only_open and len(states) == len(_OPEN) and request is None
    return HitList(
        rows=rows,
        total=total,
        page=page,
        pages=pages,
        open=total if is_to_do else _number(ask_again(_open_hits, reader)),
    )


def _number(rows: Sequence[tuple[int]]) -> int:
    """What was counted; where there is nothing at all there is no row."""
    return rows[0][0] if rows else 0


@dataclass(frozen=True, slots=True)
class _Chosen:
    """Which hits are asked for, and in which order."""

    states: tuple[str, ...]
    left: bool | None
    is_by_urgency: bool


def _chosen_keys(request: str | None, reader: Person, chosen: _Chosen) -> QuerySet[Hit, Any]:
    rows = visible_hits(reader).annotate(left=has_left("party"))
    if chosen.left is not None:
        rows = rows.filter(left=chosen.left)
    if chosen.states:
        rows = rows.filter(state__in=chosen.states)
    if request is not None:
        parties = Reference.objects.filter(dossier=request, object_kind="party")
        rows = rows.filter(party__reference__in=parties.values("reference"))
    # Where all are as urgent, the first of them are the page: nothing has to be put in order first.
    order = (_BY_URGENCY, "id") if chosen.is_by_urgency else ("id",)
    return rows.order_by(*order).values_list("pk")


def _open_hits(reader: Person) -> QuerySet[Hit, Any]:
    rows = visible_hits(reader).annotate(left=has_left("party"))
    every = rows.filter(state__in=_OPEN, left=False).order_by().annotate(every=Value(1)).values("every")
    return every.annotate(number=Count("pk")).values_list("number")


def _in_order(keys: Sequence[int], reader: Person) -> tuple[HitRow, ...]:
    found = {row.id: row for row in hit_rows(Hit.objects.filter(pk__in=keys), reader)}
    return tuple(found[key] for key in keys if key in found)


def visible_hits(reader: Person) -> QuerySet[Hit]:
    """The hits on parties that somebody may see, for whom screening is for."""
    if not reader.may(Act.READ_SCREENING):
        return Hit.objects.none()
    return Hit.objects.filter(of_visible_party(reader))


def hit_page(hit: int, *, reader: Person) -> HitPage:
    """One hit with what was asked, what people said of it, and what other sources say of the party."""
    query = visible_hits(reader).filter(pk=hit)
    row = query.select_related("party", "screening").first()
    if row is None:
        raise NotFound("hit", str(hit))
    used = lists_again(row.screening.lists)
    return HitPage(
        row=hit_rows(query, reader)[0],
        hit=hit_again(vars(row)),
        list_used=next((one for one in used if one.id == row.list), None),
        asked=asked_again(row.screening.asked, row.party.reference),
        reviews=reviews_of(row),
        escalations=_escalations(row),
        notes=notes_of(row.party_id),
        former=row.former_id,
        successor=_successor(row),
        gone_because=Gone(row.gone_because) if row.gone_because else None,
        gone_at=row.gone_at,
    )


def seen_dossier(party: str, reader: Person) -> Coalesce:
    """The dossier in which a party came in; for whoever may not see that one, the party stands alone."""
    case = visible_requests(reader).filter(reference=OuterRef("dossier"))
    found = Reference.objects.filter(Exists(case), reference=OuterRef(party)).values("dossier")
    return Coalesce(Subquery(found[:1]), F(party))


def hit_rows(hits: QuerySet[Hit], reader: Person) -> tuple[HitRow, ...]:
    """Hits as lists show them, in one question to the database."""
    columns = hits.values(
        *("id", "asked_name", "listed_name", "caption", "list", "snapshot", "score", "band", "state"),
        *("found_at", "party__reference"),
        dossier=seen_dossier("party__reference", reader),
        reviews_seen=F("reviews_given"),
        former_gone=F("former__gone_because"),
        former_reviews=F("former__reviews_given"),
        has_left=has_left("party"),
    )
    return tuple(_row(row) for row in columns)


def _row(row: dict[str, Any]) -> HitRow:
    again = row["former_gone"] if row["former_reviews"] else None
    return HitRow(
        id=row["id"],
        party=row["party__reference"],
        dossier=row["dossier"],
        asked_name=row["asked_name"],
        listed_name=row["listed_name"],
        caption=row["caption"],
        list=row["list"],
        snapshot=row["snapshot"],
        score=row["score"],
        band=Band(row["band"]),
        state=HitState(row["state"]),
        found_at=row["found_at"],
        reviews=row["reviews_seen"],
        opened_again_because=Gone(again) if again else None,
        has_left=row["has_left"],
    )


def notes_of(party: int) -> tuple[NoteRow, ...]:
    """What other sources say of a party, the newest first."""
    return tuple(
        NoteRow(
            kind=SourceKind(row.kind),
            quality=SourceQuality(row.quality),
            title=row.title,
            says=row.says,
            url=row.url,
            published_on=row.published_on,
            at=row.at,
            by=row.by,
        )
        for row in SourceNote.objects.filter(party=party).order_by("-id")
    )


def reviews_of(hit: Hit) -> tuple[ReviewRow, ...]:
    """What people said of a hit, the first one first."""
    return tuple(
        ReviewRow(number=row.number, verdict=Verdict(row.verdict), reason=row.reason, at=row.at, by=row.by)
        for row in sorted(hit.reviews.all(), key=lambda row: row.number)
    )


def _escalations(hit: Hit) -> tuple[EscalationRow, ...]:
    return tuple(
        EscalationRow(to=Addressee(row.to), text=row.text, at=row.at, by=row.by)
        for row in hit.escalations.order_by("id")
    )


def _successor(hit: Hit) -> int | None:
    return Hit.objects.filter(former=hit).values_list("pk", flat=True).first()
