"""A measure that is closed with what stands on a page: that is kept as its evidence, and then it is done."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from openkader.base.errors import Refusal, Refused
from openkader.base.text import Text
from openkader.casework.measures import CLOSED, may_close_with
from openkader.casework.vocabulary import EvidenceKind, MeasureStatus
from openkader.register import selectors, services
from openkader.register.entries import EvidenceEntry
from openkader.web.acts.deeds import Place

_LONGEST_TITLE = 300


def close_with(measure: str, evidence: Iterable[EvidenceEntry], place: Place) -> str:
    """Keep what shows it, and close the measure; what is kept already is not kept twice."""
    for entry in evidence:
        services.record_evidence(measure, entry, **place.hand)
    services.close_measure(measure, MeasureStatus.DONE, **place.hand)
    return _("The measure is done, with this as its evidence.")


def evidence_of(kind: EvidenceKind, title: Text, record: str) -> EvidenceEntry:
    """A record as evidence, with a title that fits."""
    short = Text(nl=title.nl[:_LONGEST_TITLE], en=title.en[:_LONGEST_TITLE])
    return EvidenceEntry(kind=kind, title=short, record=record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proving:
    """The measure of an activity that something on a page shows; without a reference it was never set out."""

    code: str
    reference: str | None = None
    status: MeasureStatus | None = None

    @property
    def is_closed(self) -> bool:
        """Whether there is nothing to close any more."""
        return self.status in CLOSED

    def refuses(self) -> Refusal | None:
        """Why it cannot be closed with what stands there."""
        return may_close_with(self.status)

    def prove(self, title: Text, record: str, place: Place) -> str:
        """Close the measure with one record."""
        refusal = self.refuses()
        if refusal is not None:
            raise Refused(refusal)
        return close_with(self.reference or "", [evidence_of(EvidenceKind.OTHER, title, record)], place)


def proving(found: selectors.ActivityFile, code: str | None) -> Proving | None:
    """How the measure of this code stands at an activity."""
    if not code:
        return None
    rows: Mapping[str, selectors.Row] = found.measures
    for reference, row in rows.items():
        if row["code"] == code:
            return Proving(code=code, reference=reference, status=MeasureStatus(str(row["status"])))
    return Proving(code=code)
