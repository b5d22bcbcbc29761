"""Mail that came in, as it is read: what waits in the inbox, one mail, and the mail of a dossier."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Q, QuerySet

from openkader.base.errors import NotFound
from openkader.casework.permissions import Act, Person
from openkader.register.documents import DocumentEntry
from openkader.register.mail_checks import documents_of
from openkader.register.models import ReceivedMail
from openkader.register.shelf import shelf
from openkader.register.together import Row
from openkader.register.visibility import visible_or_alone

MOST = 100  # of the inbox: who has more sets some aside first

MAIL = (
    *("reference", "address", "name", "subject", "is_automatic", "is_expected", "received_at", "refusal"),
    "attachments",
)
ARRIVAL = ("purpose", "arrival", "arrival_at", "status", "said", "advice__reference")


@dataclass(frozen=True, slots=True, kw_only=True)
class MailRow:
    """A mail in a list, with what it says of its sender."""

    reference: str
    address: str
    name: str
    subject: str
    is_automatic: bool
    is_expected: bool | None
    received_at: datetime
    refusal: str | None
    attachments: tuple[Mapping[str, object], ...]
    dossier: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MailPage(MailRow):
    """One mail; `advice` is the question that it answers, and `outcome` what became of it."""

    advice: str | None
    text: str
    is_cut: bool
    written_at: datetime | None
    size: int
    is_kept: bool
    refused_for: Mapping[str, str]
    outcome: str | None
    handled_at: datetime | None
    handled_by: str | None
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalRow:
    """A mail of ours that did not arrive, or not yet: what it was for, and what the mail server said."""

    purpose: str
    arrival: str
    arrival_at: datetime
    status: str
    said: str
    advice: str | None


def mail_row(row: Row) -> MailRow:
    """A mail from the columns `MAIL` of its row."""
    return MailRow(**row | {"attachments": tuple(row["attachments"])})  # type: ignore[arg-type]


def arrival_row(row: Row) -> ArrivalRow:
    """A mail of ours from the columns `ARRIVAL` of its row."""
    found = dict(row)
    return ArrivalRow(advice=found.pop("advice__reference"), **found)  # type: ignore[arg-type]


def mail_waiting(*, reader: Person) -> tuple[list[MailRow], int]:
    """What waits for somebody, the oldest first, and how much there is in all."""
    rows = _readable(reader).filter(handled_at=None)
    found = rows.order_by("received_at", "pk").values(*MAIL, "request__reference")[:MOST]
    total = rows.count() if len(found) == MOST else len(found)
    return [_listed(row) for row in found], total


def one_mail(reference: str, *, reader: Person) -> MailPage:
    """A mail; of a dossier that the reader may not see there is none."""
    row = _one(reference, reader)
    return MailPage(
        **{name: getattr(row, name) for name in MAIL if name != "attachments"},
        attachments=tuple(row.attachments),
        dossier=row.request.reference if row.request else None,
        advice=row.advice.reference if row.advice else None,
        text=row.text,
        is_cut=row.is_cut,
        written_at=row.written_at,
        size=row.size,
        is_kept=row.digest is not None,
        refused_for=row.refused_for,
        outcome=row.outcome,
        handled_at=row.handled_at,
        handled_by=row.handled_by,
        reason=row.reason,
    )


def mail_as_it_came(reference: str, *, reader: Person) -> bytes:
    """The mail itself; there is none of one that was refused or infected."""
    row = _one(reference, reader)
    if row.digest is None:
        raise NotFound("mail", reference[:80])
    return shelf().take(row.digest, row.subject)


def files_of_mail(reference: str, numbers: list[int], *, reader: Person) -> list[DocumentEntry]:
    """What came along with it under these numbers, as far as it may be taken in."""
    return documents_of(_one(reference, reader), numbers)


def _listed(row: Row) -> MailRow:
    dossier = row["request__reference"]
    found = mail_row({name: row[name] for name in MAIL})
    return replace(found, dossier=None if dossier is None else str(dossier))


def _one(reference: str, reader: Person) -> ReceivedMail:
    row = _readable(reader).select_related("request", "advice").filter(reference=reference).first()
    if row is None:
        raise NotFound("mail", reference[:80])
    return row


def _readable(reader: Person) -> QuerySet[ReceivedMail]:
    """That of the dossiers that somebody may see; what belongs to none is for who takes requests in."""
    placed = Q(request__isnull=False) & visible_or_alone(reader)
    alone = Q(request__isnull=True) if reader.may(Act.TAKE_IN) else Q(pk__in=[])
    return ReceivedMail.objects.filter(placed | alone)
