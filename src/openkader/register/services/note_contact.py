"""Somebody spoke with members of the network: that is a talk beside the activities."""

from datetime import datetime

from openkader.base.errors import Refusal
from openkader.base.text import Text
from openkader.casework.network import may_count, may_note_contact
from openkader.casework.period import Period
from openkader.casework.permissions import Act
from openkader.kader import Kader
from openkader.register import audit
from openkader.register.entries import TalkEntry
from openkader.register.hand import Hand, require, writing
from openkader.register.models import Talk
from openkader.register.network import groups_of, member_for_update, purpose_text, words_of
from openkader.register.network_entries import ContactEntry
from openkader.register.numbering import next_reference
from openkader.register.services.record_talk import enter_talks
from openkader.register.services.stop_member import require_active


def note_contact(entry: ContactEntry, *, kader: Kader, by: str, now: datetime) -> str:
    """Keep one conversation, however many members took part in it; noted twice, it is one.

    The title and the reference of a talk name nobody: figures show them to everybody.
    """
    draft = entry.draft
    with writing(by=by, now=now, act=Act.WORK) as hand:
        for name in sorted(set(entry.members)):
            require_active(member_for_update(name, hand))
        require(Refusal("contact.no-member") if not entry.members else None)
        require(may_note_contact(draft, words_of(kader).purposes, hand.today))
        period = draft.period
        assert period is not None  # noqa: S101 - refused just above
        audit.wait_for_turn()  # two who note the last of a number at once: the second is told that all are noted
        known = _known(entry, period, hand)
        if known is not None:
            return known
        year = period.starts_on.year
        require(may_count(draft.group, groups_of(draft.purpose, [year])))
        reference = next_reference(f"G-{year}-N")
        purpose = purpose_text(kader, draft.purpose)
        talk = TalkEntry(
            reference=reference,
            year=year,
            purpose=draft.purpose,
            title=Text(nl=f"Gesprek: {purpose.nl}", en=f"Talk: {purpose.en}"),
            period=period,
            members=tuple(dict.fromkeys(entry.members)),
            manner=draft.manner,
            by_whom=draft.by_whom.strip(),
            about=draft.about.strip(),
            whom=draft.whom.strip() or None,
            names_withheld=draft.withheld,
            part_of=draft.group or None,
        )
        enter_talks([talk], hand)
    return reference


def _known(entry: ContactEntry, period: Period, hand: Hand) -> str | None:
    """The very same talk by the same hand: a second click."""
    draft = entry.draft
    rows = Talk.objects.filter(
        correction__isnull=True,
        recorded_by=hand.by,
        purpose=draft.purpose,
        starts_on=period.starts_on,
        ends_on=period.ends_on,
        about=draft.about.strip(),
        by_whom=draft.by_whom.strip(),
        manner=draft.manner,
    )
    for row in rows.order_by("id").prefetch_related("members__member"):
        if {one.member.reference for one in row.members.all()} == set(entry.members):
            return str(row.reference)
    return None
