"""Destruction lists: what stands on them, who agreed, and what was destroyed."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Exists, OuterRef, Q

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.permissions import Person
from openkader.casework.retention import ListStand, ListState, RecordKind, Reviewer, state_of_list
from openkader.register.destroying.fates import GONE_EN, GONE_NL
from openkader.register.destroying.lists import agreed_on, stand_of_list
from openkader.register.models import (
    AuditEvent,
    DestructionItem,
    DestructionList,
    DestructionRound,
    DiscardedFile,
    Tombstone,
)
from openkader.register.visibility import visible_requests


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """An item of a list; `title` is None where the reader may not see the dossier, or it is gone."""

    number: int
    dossier: str
    title: Text | None
    kind: RecordKind
    case_kind: str | None
    year: int
    due_on: date
    code: str
    detail: Mapping[str, str]
    exempt_because: str | None
    exempt_by: str | None
    destroyed_at: datetime | None
    went: tuple[int, int, int, int]  # rows that went, rows without words, parties, documents


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedRow:
    """Who agreed, as what, and when."""

    reviewer: Reviewer
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundRow:
    """That a worker carries a list out, or did: asked by whom and when, until when it is held, and how it ended."""

    by: str
    at: datetime
    lease_ends: datetime | None
    ended_at: datetime | None
    failure: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """A list as lists of them show it."""

    reference: str
    due_by: date
    by: str
    at: datetime
    state: ListState
    items: int
    waits_for: tuple[Reviewer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFile:
    """A list in full."""

    row: ListRow
    stand: ListStand
    items: tuple[ItemRow, ...]
    agreed: tuple[AgreedRow, ...]
    withdrawn: tuple[str, str, datetime] | None  # why, by whom, when
    round: RoundRow | None  # the newest that was left to a worker
    seal: (
        tuple[int, str] | None
    )  # the newest event of what was destroyed: its number and its place in the chain

    @property
    def left(self) -> tuple[ItemRow, ...]:
        """What was not taken off."""
        return tuple(item for item in self.items if item.exempt_because is None)

    @property
    def there(self) -> tuple[ItemRow, ...]:
        """What of that was not destroyed."""
        return tuple(item for item in self.left if item.destroyed_at is None)


def destruction_lists(most: int) -> list[ListRow]:
    """The lists, the newest first."""
    left = Q(items__exemption__isnull=True, items__isnull=False)
    done = left & Q(items__destruction__isnull=False)
    rows = DestructionList.objects.select_related("withdrawal").prefetch_related("agreements")
    open_rounds = DestructionRound.objects.filter(list=OuterRef("pk"), ended_at=None)
    files = DiscardedFile.objects.filter(destruction__item__list=OuterRef("pk"))
    counted = rows.annotate(left=Count("items", filter=left, distinct=True))
    counted = counted.annotate(is_under_way=Exists(open_rounds), has_files=Exists(files))
    found = counted.annotate(done=Count("items", filter=done, distinct=True)).order_by("-pk")[:most]
    return [
        _row(
            row,
            ListStand(
                drawn_up_by=row.by,
                agreed=agreed_on(row),
                items=row.left,
                done=row.done,
                files=int(row.has_files),
                is_under_way=row.is_under_way,
                is_withdrawn=hasattr(row, "withdrawal"),
            ),
        )
        for row in found
    ]


def destruction_list(reference: str, *, reader: Person) -> ListFile:
    """One list with everything on it."""
    lists = DestructionList.objects.select_related("withdrawal").prefetch_related("agreements")
    row = lists.filter(reference=reference).first()
    if row is None:
        raise NotFound("destruction-list", reference[:80])
    stand = stand_of_list(row)
    items = list(row.items.select_related("exemption", "destruction").order_by("number"))
    titles = _titles({item.dossier for item in items}, reader)
    gone = getattr(row, "withdrawal", None)
    return ListFile(
        row=_row(row, stand),
        stand=stand,
        items=tuple(_item(item, titles.get(item.dossier)) for item in items),
        agreed=tuple(
            AgreedRow(reviewer=Reviewer(one.reviewer), by=one.by, at=one.at)
            for one in sorted(row.agreements.all(), key=lambda one: one.at)
        ),
        withdrawn=(gone.reason, gone.by, gone.at) if gone else None,
        round=_round(row),
        seal=_seal([item.dossier for item in items if hasattr(item, "destruction")]),
    )


def is_emptied(title: Text) -> bool:
    """Whether a title is what a destroyed dossier has; somebody may have typed just that, so ask its tombstone too."""
    return (title.nl, title.en) == (GONE_NL, GONE_EN)


def tombstone_of(reference: str) -> tuple[str, datetime] | None:
    """The list by which a dossier was destroyed, and when; None where it was not."""
    found = Tombstone.objects.filter(reference=reference).select_related("destruction__item__list").first()
    return (found.destruction.item.list.reference, found.destruction.at) if found else None


def _round(row: DestructionList) -> RoundRow | None:
    found = row.rounds.order_by("-pk").values("by", "at", "lease_ends", "ended_at", "failure").first()
    return RoundRow(**found) if found else None


def _seal(dossiers: Collection[str]) -> tuple[int, str] | None:
    events = AuditEvent.objects.filter(action="dossier.destroyed", dossier__in=dossiers).order_by("-sequence")
    return events.values_list("sequence", "hash").first()


def _row(row: DestructionList, stand: ListStand) -> ListRow:
    state = state_of_list(stand)
    waits = tuple(one for one in Reviewer if one not in stand.agreed) if state is ListState.DRAWN_UP else ()
    return ListRow(
        reference=row.reference,
        due_by=row.due_by,
        by=row.by,
        at=row.at,
        state=state,
        items=stand.items,
        waits_for=waits,
    )


def _titles(dossiers: Collection[str], reader: Person) -> Mapping[str, Text]:
    rows = visible_requests(reader).filter(reference__in=dossiers)
    rows = rows.exclude(reference__in=Tombstone.objects.values("reference"))
    columns: Sequence[str] = ("reference", "title_nl", "title_en")
    return {reference: Text(nl=nl, en=en) for reference, nl, en in rows.values_list(*columns)}


def _item(row: DestructionItem, title: Text | None) -> ItemRow:
    exempt, went = getattr(row, "exemption", None), getattr(row, "destruction", None)
    return ItemRow(
        number=row.number,
        dossier=row.dossier,
        title=title,
        kind=RecordKind(row.kind),
        case_kind=row.case_kind,
        year=row.year,
        due_on=row.due_on,
        code=row.code,
        detail=row.detail,
        exempt_because=exempt.reason if exempt else None,
        exempt_by=exempt.by if exempt else None,
        destroyed_at=went.at if went else None,
        went=(went.gone, went.emptied, went.parties, went.documents) if went else (0, 0, 0, 0),
    )
