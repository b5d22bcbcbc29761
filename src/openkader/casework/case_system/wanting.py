"""What has to stand in the case system, by how a case stands here and how its catalogue calls that."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from openkader.base.errors import Refusal
from openkader.casework.case_system.mapping import CatalogueMapping, Vertrouwelijkheid
from openkader.casework.documents import Purpose
from openkader.casework.life_cycle import State
from openkader.casework.vocabulary import Confidentiality, DecisionOutcome

_LONGEST = 40  # of the number of a zaak and of a document (Zaken API and Documenten API, `identificatie`)
# Where the outcome of the last decision holds; an answer that came after it opened the case again.
_HOLDS = frozenset(
    {
        State.HELD,
        State.GRANTED,
        State.REFERRED,
        State.REFUSED,
        State.WITHDRAWN,
        State.CARRIED_OUT,
        State.CLOSED,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentNow:
    """A document that came with a request; its content is asked for by its digest."""

    reference: str
    name: str
    media_type: str
    purpose: Purpose
    size: int
    digest: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionNow:
    """A decision that was taken on the request or its delegation."""

    reference: str
    on: date
    motivation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseNow:
    """A case as it stands; `moved_at` is when something last happened with it."""

    reference: str
    title: str
    started_on: date
    entered_on: date
    level: Confidentiality
    state: State
    outcome: DecisionOutcome | None
    moved_at: datetime
    documents: tuple[DocumentNow, ...]
    decisions: tuple[DecisionNow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What has to stand there, by the words of the catalogue; without a status that of before stays."""

    reference: str
    title: str
    started_on: date
    entered_on: date
    level: str
    status: str | None
    result: str | None
    documents: tuple[tuple[DocumentNow, str], ...]
    decisions: tuple[tuple[DecisionNow, str], ...]
    case_type: str
    organisation: str

    @property
    def digest(self) -> str:
        """By which it is known whether all of this was told before."""
        return hashlib.sha256(repr(self).encode()).hexdigest()


def wanted(case: CaseNow, mapping: CatalogueMapping, *, is_filed: bool) -> Wanted | Refusal | None:
    """What has to stand in the case system; why it may not; or None while the case is not that far.

    A zaak is made when a case is first in a state that has a status there. From then on it follows the case.
    """
    status = mapping.statuses[case.state]
    if status is None and not is_filed:
        return None
    if case.level not in mapping.levels:
        code = "filing.level-after" if is_filed else "filing.level"
        return Refusal(code, {"level": str(Vertrouwelijkheid.of(case.level))})
    numbers = (case.reference, *(one.reference for one in case.documents))
    if max(map(len, numbers)) > _LONGEST:
        return Refusal("filing.long-reference", {"most": str(_LONGEST)})
    return Wanted(
        reference=case.reference,
        title=case.title,
        started_on=case.started_on,
        entered_on=case.entered_on,
        level=str(Vertrouwelijkheid.of(case.level)),
        status=status,
        result=mapping.results[case.outcome] if case.outcome and case.state in _HOLDS else None,
        documents=tuple((one, name) for one in case.documents if (name := mapping.documents[one.purpose])),
        decisions=tuple((one, mapping.decision) for one in case.decisions) if mapping.decision else (),
        case_type=mapping.case_type,
        organisation=mapping.organisation,
    )
