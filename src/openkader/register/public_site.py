"""What everybody may read: what was published, and nothing else.

Only three tables are asked here, and a test says so: what was released, the documents of that, and what was revoked.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from openkader.casework.publishing import Category, ItemForm, Subject
from openkader.register.models import PublicationRelease, PublicationRevocation

PER_PAGE = 20
_MOST_WORDS = 8  # of a search


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicRow:
    """A publication as everybody reads it; `content` is what was frozen."""

    key: int
    reference: str
    version: int
    kind: Subject
    category: Category | None
    title: str
    summary: str
    content: Mapping[str, Any]
    is_fictional: bool
    seal: str
    at: datetime


def public_count(words: str = "") -> int:
    """How many there are, or how many with these words."""
    return _found(words).count()


def public_count_of(category: Category) -> int:
    """How many there are of a category."""
    return _public().filter(category=category).count()


def public_rows(words: str = "", *, start: int = 0, most: int = PER_PAGE) -> list[PublicRow]:
    """The newest first."""
    return [_row(row) for row in _found(words)[start : start + most]]


def every_public_row() -> Iterator[PublicRow]:
    """All of them, the oldest first; never whole in memory."""
    return map(_row, _public().order_by("at", "pk").iterator(chunk_size=500))


def public_rows_of(category: Category, *, start: int, most: int) -> list[PublicRow]:
    """Those of a category, the oldest first."""
    rows = _public().filter(category=category).order_by("at", "pk")
    return [_row(row) for row in rows[start : start + most]]


def public_row(reference: str) -> PublicRow | None:
    """One of them; None where it is not public, whatever the reason."""
    row = _public().filter(reference=reference).first()
    return _row(row) if row else None


def documents_of(row: PublicRow) -> list[Mapping[str, Any]]:
    """The documents of a publication: number, name, form, size, and the digest under which each lies on the shelf."""
    return [one["value"] for one in row.content["items"] if one["form"] == ItemForm.DOCUMENT]


def revoked_at(reference: str) -> datetime | None:
    """When it was taken down; None where it never was public, or is."""
    newest = _newest().filter(reference=reference, revocation__isnull=False)
    return newest.values_list("revocation__at", flat=True).first()


def newest_moment(category: Category | None = None) -> datetime | None:
    """When something was published last, of a category or at all."""
    rows = _public() if category is None else _public().filter(category=category)
    return rows.order_by("-at", "-pk").values_list("at", flat=True).first()


def _found(words: str) -> QuerySet[PublicationRelease]:
    rows = _public().order_by("-at", "-pk")
    for word in words.casefold().split()[:_MOST_WORDS]:
        rows = rows.filter(words__contains=word)
    return rows


def _public() -> QuerySet[PublicationRelease]:
    """The newest version of each, unless that was revoked: an earlier one never comes back by that."""
    return _newest().filter(~Exists(PublicationRevocation.objects.filter(release=OuterRef("pk"))))


def _newest() -> QuerySet[PublicationRelease]:
    later = PublicationRelease.objects.filter(
        reference=OuterRef("reference"), version__gt=OuterRef("version")
    )
    return PublicationRelease.objects.filter(~Exists(later))


def _row(row: PublicationRelease) -> PublicRow:
    return PublicRow(
        key=row.pk,
        reference=row.reference,
        version=row.version,
        kind=Subject(row.kind),
        category=Category(row.category) if row.category else None,
        title=row.title,
        summary=row.summary,
        content=row.content,
        is_fictional=row.fictional,
        seal=row.seal,
        at=row.at,
    )
