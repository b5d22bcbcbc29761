"""Publications as colleagues see them: what is offered, what was chosen, what would be frozen, what is public."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, Q, Subquery

from openkader.base.errors import NotFound
from openkader.casework.permissions import Person
from openkader.casework.publishing import Draft, PublicationStand, PublicationState, Subject
from openkader.register.agreements import CASE
from openkader.register.models import (
    Activity,
    Agreement,
    Publication,
    PublicationDraft,
    PublicationRelease,
)
from openkader.register.publishing.offering import Offer
from openkader.register.publishing.stored import (
    content_of,
    draft_of,
    newest_draft,
    shown_digest,
    stand_of,
    whole_offer,
)
from openkader.register.visibility import visible_or_alone

MOST_SHOWN = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationLine:
    """A publication in a list."""

    reference: str
    kind: Subject
    title: str
    state: PublicationState
    waits: bool  # a draft waits for somebody to publish it
    drafted_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseRow:
    """A version that was public, or is."""

    version: int
    at: datetime
    by: str
    seal: str
    revoked: tuple[str, datetime, str] | None  # why, when, by whom


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationFile:
    """A publication as its page shows it; `shown` is the digest of what its newest draft would freeze."""

    reference: str
    offer: Offer
    stand: PublicationStand
    draft: Draft | None
    shown: str
    releases: tuple[ReleaseRow, ...]


def publication_file(reference: str, reader: Person) -> PublicationFile:
    """One publication, for whoever may see what it is about."""
    row = Publication.objects.filter(reference=reference).first()
    if row is None:
        raise NotFound("publication", reference[:80])
    offer = whole_offer(row, reader)
    stored, releases = newest_draft(row), _releases(reference)
    draft = draft_of(stored) if stored else None
    content = content_of(draft, offer)[0] if draft else {}
    return PublicationFile(
        reference=reference,
        offer=offer,
        stand=stand_of(stored, releases[0] if releases else None),
        draft=draft,
        shown=shown_digest(stored.number, content) if stored else "",
        releases=tuple(map(_row, releases)),
    )


def publication_of(kind: Subject, subject: str) -> str | None:
    """The publication of a thing, where one was begun."""
    row = Publication.objects.filter(kind=kind, subject=subject).first()
    return row.reference if row else None


def publication_lines(reader: Person) -> list[PublicationLine]:
    """The publications of what the reader may see; what waits for somebody comes first, then the newest."""
    drafts = PublicationDraft.objects.filter(publication=OuterRef("pk")).order_by("-number")
    releases = PublicationRelease.objects.filter(reference=OuterRef("reference")).order_by("-version")
    rows = Publication.objects.filter(_of_visible(reader)).annotate(
        number=Subquery(drafts.values("number")[:1]),
        title=Subquery(drafts.values("title")[:1]),
        drafter=Subquery(drafts.values("by")[:1]),
        released=Subquery(releases.values("draft")[:1]),
        revoked=Subquery(releases.values("revocation__pk")[:1]),
    )
    lines = [_line(row) for row in rows.order_by("-pk")[:MOST_SHOWN]]
    return sorted(lines, key=lambda line: not line.waits)


def _of_visible(reader: Person) -> Q:
    agreements = Agreement.objects.filter(visible_or_alone(reader, CASE)).values("reference")
    activities = Activity.objects.filter(visible_or_alone(reader)).values("reference")
    found = Q(kind=Subject.AGREEMENT, subject__in=agreements) | Q(
        kind=Subject.ACTIVITY, subject__in=activities
    )
    return found | Q(kind=Subject.EVALUATION)


def _line(row: Any) -> PublicationLine:
    stand = PublicationStand(
        draft=row.number or 0,
        drafted_by=row.drafter or "",
        released=row.released or 0,
        is_revoked=row.revoked is not None,
    )
    return PublicationLine(
        reference=row.reference,
        kind=Subject(row.kind),
        title=row.title or row.subject,
        state=stand.state,
        waits=stand.is_ahead,
        drafted_by=stand.drafted_by,
    )


def _releases(reference: str) -> list[PublicationRelease]:
    rows = PublicationRelease.objects.filter(reference=reference).select_related("revocation")
    return list(rows.order_by("-version"))


def _row(row: PublicationRelease) -> ReleaseRow:
    return ReleaseRow(version=row.version, at=row.at, by=row.by, seal=row.seal, revoked=_revoked(row))


def _revoked(row: PublicationRelease) -> tuple[str, datetime, str] | None:
    found = getattr(row, "revocation", None)
    return (found.reason, found.at, found.by) if found else None
