"""A party becomes part of the network: whom the organisation knows and asks, and why."""

from collections.abc import Sequence
from datetime import datetime

from openkader.casework.network import MemberDraft, may_join
from openkader.casework.permissions import Act
from openkader.register import audit
from openkader.register.hand import Hand, claim_references, dated, digest, parties, require, writing
from openkader.register.models import NetworkMember, NetworkProfile
from openkader.register.network_entries import MemberEntry, Words
from openkader.register.numbering import next_reference

BEGINNING = "NW-"


def join_network(entry: MemberEntry, *, words: Words, by: str, now: datetime) -> str:
    """Take a registered party into the network, once."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        parties([entry.party], hand)
        audit.wait_for_turn()  # one party that joins twice at once: the second is told that it is a member
        known = NetworkMember.objects.filter(party__reference=entry.party).exists()
        draft = MemberDraft(
            why=entry.why.nl, since=entry.since, expertise=entry.expertise, countries=entry.countries
        )
        require(may_join(draft, words.expertise, hand.today, is_member=known))
        (row,) = enter_members([entry], hand)
    return str(row.reference)


def enter_members(entries: Sequence[MemberEntry], hand: Hand) -> list[NetworkMember]:
    """Store members with what they know of."""
    keys = parties((entry.party for entry in entries), hand)
    rows = []
    for entry in entries:
        party = keys[entry.party]
        assert party is not None  # noqa: S101 - found, or `parties` stopped
        reference = entry.reference or next_reference(BEGINNING)
        claim_references([(reference, reference)], kind="member")
        row = NetworkMember.objects.create(
            **hand.grounded(entry),
            **dated(entry.since),
            party_id=party,
            reference=reference,
            why_nl=entry.why.nl.strip(),
            why_en=entry.why.en.strip(),
        )
        store_profile(row, 1, entry.expertise, entry.countries, hand)
        hand.log("member.joined", "member", reference, reference, party=entry.party, digest=digest(entry))
        rows.append(row)
    return rows


def store_profile(
    row: NetworkMember, version: int, expertise: Sequence[str], countries: Sequence[str], hand: Hand
) -> None:
    """Keep what a member knows of, each once and in the order in which it was said."""
    NetworkProfile.objects.create(
        member=row,
        version=version,
        expertise=list(dict.fromkeys(expertise)),
        countries=list(dict.fromkeys(countries)),
        at=hand.now,
        by=hand.by,
    )
