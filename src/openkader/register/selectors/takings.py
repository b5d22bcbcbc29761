"""Who of the own region took part in what was held, over the years: with a name, or only as a number."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, Case, F, When

from openkader.base.text import Text
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import ActivityStanding, Role
from openkader.register.joined import led_everywhere
from openkader.register.models import Participation
from openkader.register.selectors.collections import party_label
from openkader.register.visibility import of_visible_case


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingRow:
    """A participation; what the reader may not see of it has no words, and is only counted.

    `party` is who it is, `reference` the record of this participation: of two records that are one party, each
    keeps its own.
    """

    activity: str
    title: Text | None
    day: date | None
    year: int
    number: int | None
    party: str | None
    reference: str | None
    label: Text | None
    is_seen: bool


def takings_of(years: Collection[int], *, reader: Person) -> list[TakingRow]:
    """Those of the own region in these years, in two questions; two records that are one party are one here."""
    mine = Participation.objects.filter(
        role=Role.OWN_PARTY,
        dropped_out=False,
        activity__standing=ActivityStanding.HELD,
        activity__year__in=years,
    )
    seen = Case(When(of_visible_case(reader), then=True), default=False, output_field=BooleanField())
    rows = mine.order_by(
        "activity__year", F("activity__starts_on").asc(nulls_last=True), "activity", "id"
    ).values(
        *("number", "party_id", "activity__reference", "activity__title_nl", "activity__title_en"),
        *("activity__starts_on", "activity__year"),
        is_seen=seen,
        party_reference=F("party__reference"),
        name=F("party__name"),
        function_nl=F("party__function_nl"),
        function_en=F("party__function_en"),
    )
    found = list(rows)
    leaders = led_everywhere() if any(row["party_id"] for row in found) else {}
    return [_taking(row, leaders) for row in found]


def _taking(row: dict[str, Any], leaders: Mapping[int, str]) -> TakingRow:
    is_seen, reference = bool(row["is_seen"]), row["party_reference"]
    title = Text(nl=row["activity__title_nl"], en=row["activity__title_en"])
    return TakingRow(
        activity=row["activity__reference"],
        title=title if is_seen else None,
        day=row["activity__starts_on"] if is_seen else None,
        year=row["activity__year"],
        number=row["number"],
        party=leaders.get(row["party_id"], reference),
        reference=reference if is_seen else None,
        label=party_label(row) if is_seen and reference is not None else None,
        is_seen=is_seen,
    )
