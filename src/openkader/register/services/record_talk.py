"""Talks beside the activities enter the register."""

from collections.abc import Sequence
from datetime import datetime

from openkader.base.errors import NotFound
from openkader.casework.permissions import Act
from openkader.register.entries import TalkEntry
from openkader.register.hand import Hand, both, dated, parties, writing
from openkader.register.models import NetworkMember, Talk, TalkMember


def record_talk(entry: TalkEntry, *, by: str, now: datetime) -> str:
    """Register one talk, or a number of talks with one purpose."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        enter_talks([entry], hand)
    return entry.reference


def enter_talks(entries: Sequence[TalkEntry], hand: Hand) -> None:
    """Store talks, with the members of the network with whom they were."""
    keys = parties((entry.party for entry in entries), hand)
    whole = _groups(entries)
    rows = hand.enter(
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
            "manner": entry.manner,
            "by_whom": entry.by_whom,
            "about": entry.about,
            "whom": entry.whom,
            "names_withheld": entry.names_withheld,
            "part_of_id": whole[entry.part_of],
        },
    )
    _enter_members(rows, entries)


def _groups(entries: Sequence[TalkEntry]) -> dict[str | None, int | None]:
    """The key of each number of talks of which one of these is a part."""
    wanted = {entry.part_of for entry in entries if entry.part_of}
    found: dict[str | None, int | None] = {None: None}
    found |= dict(Talk.objects.filter(reference__in=wanted).values_list("reference", "pk")) if wanted else {}
    for reference in sorted(wanted - set(found)):
        raise NotFound("talk", reference)
    return found


def _enter_members(rows: Sequence[Talk], entries: Sequence[TalkEntry]) -> None:
    wanted = {name for entry in entries for name in entry.members}
    if not wanted:
        return
    known = dict(NetworkMember.objects.filter(reference__in=wanted).values_list("reference", "pk"))
    for reference in sorted(wanted - set(known)):
        raise NotFound("member", reference)
    TalkMember.objects.bulk_create(
        TalkMember(talk=row, member_id=known[name])
        for row, entry in zip(rows, entries, strict=True)
        for name in entry.members
    )
