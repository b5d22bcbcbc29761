"""What is here of other organisations: the figures they gave, and by which key each is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from openkader.base.text import Text
from openkader.register.models import ForeignFigures, KaderOrigin


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignRow:
    """The figures of one file of another organisation; `years` as they stood in it."""

    reference: str
    organisation: str
    name: Text
    made_on: date
    years: Sequence[Mapping[str, Any]]
    fingerprint: str
    sha256: str
    file_name: str
    at: datetime
    by: str


def foreign_figures() -> list[ForeignRow]:
    """Every file that is kept, of each organisation the newest first."""
    rows = ForeignFigures.objects.order_by("organisation", "-made_on", "-id")
    return [
        ForeignRow(
            reference=row.reference,
            organisation=row.organisation,
            name=Text(nl=row.name_nl, en=row.name_en),
            made_on=row.made_on,
            years=row.years,
            fingerprint=row.fingerprint,
            sha256=row.sha256,
            file_name=row.file_name,
            at=row.at,
            by=row.by,
        )
        for row in rows
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What was taken over here before of an organisation, and of one very file.

    `by_this_key` is whether any of it was signed by the key that is asked about, `by_another` whether any was not;
    `from_file` are the references of what came from that file.
    """

    by_this_key: bool
    by_another: bool
    from_file: tuple[str, ...]


def known_of(organisation: str, fingerprint: str, sha256: str) -> Known:
    """The same in two questions."""
    origins = KaderOrigin.objects.filter(Q(kader__startswith=f"{organisation}/") | Q(sha256=sha256))
    kept = ForeignFigures.objects.filter(Q(organisation=organisation) | Q(sha256=sha256))
    columns = ("reference", "fingerprint", "sha256")
    found = [
        *origins.order_by("id").values_list("draft__reference", *columns[1:]),
        *kept.order_by("id").values_list(*columns),
    ]
    return Known(
        by_this_key=any(key == fingerprint for _, key, _ in found),
        by_another=any(key != fingerprint for _, key, _ in found),
        from_file=tuple(reference for reference, _, digest in found if digest == sha256),
    )
