"""The advice of a case as the rules want to see it: what is needed, asked, answered and waived."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from openkader.casework.advice import AdviceVerdict, Advised, Asked, Waiver, needs_of
from openkader.casework.screening import Standing
from openkader.kader import Assessment as Assessed
from openkader.kader import Assessor
from openkader.register import models
from openkader.register.audit import plain
from openkader.register.cases import OWN, facts_of, record_for_update
from openkader.register.chain import fingerprint
from openkader.register.hand import Hand
from openkader.register.models import AdviceRequest, Request
from openkader.register.standings import standings_of

# A question that waits for its answer.
WAITED_FOR = Q(answers__isnull=True, withdrawal__isnull=True)


def assessed_now(request: Request, assessor: Assessor) -> Assessed:
    """The case as the kader sees it on what is known at this moment; nothing is stored."""
    return assessed_on(request, assessor, standings_of(request))


def assessed_on(request: Request, assessor: Assessor, screened: Sequence[Standing]) -> Assessed:
    """The same on what was read of its screening before."""
    return assessor.assess(facts_of(request, assessor.kader, screened))


def advised_of(request: Request, known: Assessed | None, today: date) -> Advised:
    """Everything about the advice of a case; `known` is None while no kader was applied to it."""
    values = known.trace.values if known else {}
    return Advised(
        today=today,
        needs=needs_of(known) if known else (),
        asked=[asked_of(row, values) for row in _requests(request)],
        waivers=[waiver_of(row) for row in request.waivers.select_related("agreement").order_by("id")],
    )


def asked_of(row: AdviceRequest, values: Mapping[str, object]) -> Asked:
    """One advice; stale when a fact that the desk was shown is another now."""
    answers = sorted(row.answers.all(), key=lambda answer: answer.number)
    newest = answers[-1].verdict if answers else None
    return asked_from(vars(row), newest, values, is_withdrawn=hasattr(row, "withdrawal"))


def asked_from(
    row: Mapping[str, Any], newest: str | None, values: Mapping[str, object], *, is_withdrawn: bool
) -> Asked:
    """The same from what was read of it before, with the verdict that was given last."""
    return Asked(
        desk=row["desk"],
        due_on=row["due_on"],
        verdict=AdviceVerdict(newest) if newest else None,
        is_withdrawn=is_withdrawn,
        is_stale=has_changed(row["facts"], values),
        reference=row["reference"],
    )


def has_changed(shown: Mapping[str, object], values: Mapping[str, object]) -> bool:
    """Whether a fact that a desk was shown is another now."""
    return any(plain(values.get(name)) != value for name, value in shown.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a desk gets to see, frozen, and whether the decision waits for it."""

    facts: Mapping[str, object]
    is_mandatory: bool

    @property
    def digest(self) -> str:
        """The fingerprint of the facts."""
        return fingerprint(self.facts)


def shown_to(desk: str, known: Assessed, advised: Advised) -> Shown:
    """What the kader lets a desk see; of a desk that it does not name, what the request itself says."""
    mine = [item for item in known.kader.consultations if item.desk == desk]
    names = [name for item in mine for name in item.shows] or [
        name for name in OWN if name in known.kader.facts
    ]
    return Shown(
        facts={name: plain(known.value(name)) for name in dict.fromkeys(names)},
        is_mandatory=any(need.desk == desk and need.is_mandatory for need in advised.needs),
    )


def advice_for_update(reference: str, hand: Hand) -> AdviceRequest:
    """The question with its answers, held until the transaction ends."""
    return record_for_update(AdviceRequest, "advice", reference, hand)


def waiver_for_update(reference: str, hand: Hand) -> models.Waiver:
    """The waiver, held until the transaction ends."""
    return record_for_update(models.Waiver, "waiver", reference, hand)


def _requests(request: Request) -> list[AdviceRequest]:
    query = request.advice_requests.select_related("withdrawal").prefetch_related("answers")
    return list(query.order_by("id"))


def waiver_of(row: models.Waiver) -> Waiver:
    """A stored waiver as the rules want to see it."""
    return waiver_from(vars(row), is_agreed=hasattr(row, "agreement"))


def waiver_from(row: Mapping[str, Any], *, is_agreed: bool) -> Waiver:
    """The same from what was read of it before."""
    return Waiver(desk=row["desk"], by=row["by"], expires_on=row["expires_on"], is_agreed=is_agreed)
