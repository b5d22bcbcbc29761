"""Talks beside the activities enter the register."""

from collections.abc import Sequence
from datetime import datetime

from openkader.casework.permissions import Act
from openkader.register.entries import TalkEntry
from openkader.register.hand import Hand, both, dated, parties, writing
from openkader.register.models import Talk


def record_talk(entry: TalkEntry, *, by: str, now: datetime) -> str:
    """Register one talk, or a number of talks with one purpose."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        enter_talks([entry], hand)
    return entry.reference


def enter_talks(entries: Sequence[TalkEntry], hand: Hand) -> None:
    """Store talks."""
    keys = parties((entry.party for entry in entries), hand)
    hand.enter(
        Talk,
        "talk",
        entries,
        lambda entry: {
            **dated(entry.period),
            **both("title", entry.title),
            "year": entry.year,
            "purpose": entry.purpose,
            "programme": entry.programme,
            "party_id": keys[entry.party],
        },
    )
