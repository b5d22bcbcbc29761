"""What a member of the network knows of is said anew."""

from datetime import datetime

from openkader.base.errors import Refusal
from openkader.casework.network import may_know
from openkader.casework.permissions import Act
from openkader.register.hand import digest, require, writing
from openkader.register.network import member_for_update, newest_profile
from openkader.register.network_entries import ProfileEntry, Words
from openkader.register.services.join_network import store_profile


def describe_member(entry: ProfileEntry, *, words: Words, by: str, now: datetime) -> None:
    """Keep another version of its expertise and countries; the same again changes nothing.

    What the list no longer holds may stay where it stood before.
    """
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = member_for_update(entry.member, hand)
        newest = newest_profile(row)
        version, expertise, countries = (
            (newest.version, newest.expertise, newest.countries) if newest else (0, [], [])
        )
        if (list(entry.expertise), list(entry.countries)) == (expertise, countries):
            return
        require(None if entry.seen == version else Refusal("network.meanwhile"))
        require(may_know(entry.expertise, entry.countries, {*words.expertise, *expertise}))
        store_profile(row, version + 1, entry.expertise, entry.countries, hand)
        hand.log("member.described", "member", row.reference, row.reference, digest=digest(entry))
