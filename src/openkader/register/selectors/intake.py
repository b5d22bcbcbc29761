"""How requests came in, as it is read: by colleagues in whole, by whoever has the link in one word."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef

from openkader.base.errors import NotFound
from openkader.casework.intake import Stage, stage_of
from openkader.casework.life_cycle import Stored, state_of
from openkader.casework.permissions import Act, Person
from openkader.casework.vocabulary import DecisionOutcome, Kind, Level
from openkader.register.advising import WAITED_FOR
from openkader.register.models import AdviceRequest, Answer, Assessment, Decision, Intake
from openkader.register.together import Row
from openkader.register.visibility import visible_to

_LEVELS = (Level.REQUEST, Level.DELEGATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeRow:
    """How one request came in."""

    channel: str
    received_on: date
    initiative: str
    language: str
    contact_name: str | None
    contact_email: str | None
    contact_phone: str | None
    said: tuple[Mapping[str, str], ...]
    recorded_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusRow:
    """What a requester sees by the link: no name, no words of the case, no reasons."""

    reference: str
    kind: Kind
    received_on: date
    language: str
    stage: Stage
    link_ends: datetime


INTAKE = tuple(IntakeRow.__slots__)


def intake_row(row: Row) -> IntakeRow:
    """How a request came in, from the columns `INTAKE` of its row."""
    return IntakeRow(**row | {"said": tuple(row["said"])})  # type: ignore[arg-type]


def link_digest(token: str) -> str:
    """What is kept of a link; the link itself cannot be made from it."""
    return hashlib.sha256(token.encode()).hexdigest()


def intake_of(request: str, *, reader: Person) -> IntakeRow | None:
    """How a request came in; None of one that was not received here, or is not for this reader."""
    if not reader.may(Act.READ_CASES):
        return None
    mine = Intake.objects.filter(visible_to(reader, "request__"), request__reference=request)
    row = mine.values(*INTAKE).first()
    return None if row is None else intake_row(row)


def status_by_link(token: str, now: datetime) -> StatusRow:
    """Where a case stands. An unknown link and one that ended are the same: there is none.

    It is looked up by its digest, so that the time this takes tells nothing of the token.
    """
    mine = OuterRef("request_id")
    query = Intake.objects.filter(link=link_digest(token), link_ends__gt=now).annotate(
        is_answered=Exists(Answer.objects.filter(request=mine)),
        is_assessed=Exists(Assessment.objects.filter(request=mine)),
        waits=Exists(AdviceRequest.objects.filter(WAITED_FOR, request=mine)),
    )
    row = query.select_related("request").first()
    if row is None:
        raise NotFound("status", "")
    decisions = Decision.objects.filter(request=row.request_id, level__in=_LEVELS).order_by("-id")
    outcome = decisions.values_list("outcome", flat=True).first()
    stored = Stored(
        is_begun=row.is_answered or row.is_assessed,
        waits_for_advice=row.waits,
        outcome=DecisionOutcome(outcome) if outcome else None,
    )
    return StatusRow(
        reference=row.request.reference,
        kind=Kind(row.request.kind or Kind.OTHER),
        received_on=row.received_on,
        language=row.language,
        stage=stage_of(state_of(stored)),
        link_ends=row.link_ends or now,
    )
