"""A file for another organisation leaves the house: what is in it, and by which digest it is known again."""

from datetime import datetime

from openkader.casework.permissions import Act
from openkader.register.exchange_entries import ExchangeEntry
from openkader.register.hand import writing


def note_exchange(entry: ExchangeEntry, *, by: str, now: datetime) -> None:
    """Note it before the first byte leaves."""
    with writing(by=by, now=now, act=Act.EXCHANGE) as hand:
        hand.keeps_lines = False  # nothing of a case
        hand.log(
            "exchange.given",
            "export",
            by,
            by,
            sha256=entry.sha256,
            kader=entry.kader,
            messages=entry.messages,
            lists=entry.lists,
            years=entry.years,
            withheld=entry.withheld,
        )
