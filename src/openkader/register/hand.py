"""The hand that writes: what every record gets from the one who records it."""

import hashlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from openkader.base.errors import NotFound, Refusal, Refused
from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.register import audit
from openkader.register.chain import canonical
from openkader.register.entries import Counted, Grounded
from openkader.register.models import Party, Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Who writes, when, and from which source it is copied (None: it was made here)."""

    by: str
    now: datetime
    source_id: int | None = None

    def grounded(self, entry: Grounded) -> dict[str, object]:
        """The columns that every record has."""
        return {
            "passage": entry.passage,
            **both("remark", entry.remark),
            "source_id": self.source_id,
            "recorded_at": self.now,
            "recorded_by": self.by,
        }

    def counted(self, entry: Counted) -> dict[str, object]:
        """The columns of a record with a reference."""
        return {**self.grounded(entry), "reference": entry.reference, "number": entry.number}

    def log(self, action: str, kind: str, reference: str, dossier: str, **detail: object) -> None:
        """Write the event of a change."""
        subject = audit.Subject(kind, reference, dossier)
        audit.record(action, subject, by=self.by, now=self.now, **detail)


def both(name: str, text: Text | None) -> dict[str, object]:
    """The two columns of a bilingual text."""
    return {f"{name}_nl": text.nl if text else None, f"{name}_en": text.en if text else None}


def dated(period: Period | None) -> dict[str, object]:
    """The three columns of a period; unknown leaves all three empty."""
    if period is None:
        return {}
    return {"starts_on": period.starts_on, "ends_on": period.ends_on, "precision": period.precision}


def claim_references(references: Iterable[str], *, kind: str, dossier: str) -> None:
    """Give references out, once and for ever; one that was given before is refused."""
    wanted = list(references)
    taken = Reference.objects.filter(reference__in=wanted).values_list("reference", flat=True)
    for reference in sorted(taken):
        raise Refused(Refusal("reference.taken", {"reference": reference}))
    Reference.objects.bulk_create(
        Reference(reference=reference, object_kind=kind, dossier=dossier) for reference in wanted
    )


def parties(references: Iterable[str | None]) -> dict[str | None, int | None]:
    """The key of each party that is named; one that is not registered is not found."""
    wanted = {reference for reference in references if reference}
    if not wanted:
        return {None: None}
    found: dict[str | None, int | None] = dict(
        Party.objects.filter(reference__in=wanted).values_list("reference", "pk")
    )
    for reference in sorted(wanted - set(found)):
        raise NotFound("party", reference)
    return {None: None} | found


def require(refusal: Refusal | None) -> None:
    """Stop with the reason when a rule forbids it."""
    if refusal is not None:
        raise Refused(refusal)


def digest(entry: object) -> str:
    """The fingerprint of what was entered.

    The trail keeps this and not the words: it can never be rewritten, and names of
    people must be removable when the law says so.
    """
    return hashlib.sha256(canonical(audit.plain(asdict(entry))).encode()).hexdigest()  # type: ignore[call-overload]
