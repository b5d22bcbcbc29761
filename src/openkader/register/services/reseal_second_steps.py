"""The key of the installation was renewed, and what was locked with a former one is locked with the new one."""

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from cryptography.fernet import InvalidToken

from openkader.casework.permissions import Act
from openkader.register.hand import writing
from openkader.register.models import EventSubscription, KaderKey, NameList
from openkader.register.sealing import KADER_KEY, LISTS, SECOND_STEP, SUBSCRIPTION, resealed

_LOCKED = ("secret", "seed")  # of a code app, and of recovery codes


@dataclass(frozen=True, slots=True, kw_only=True)
class Resealed:
    """How many secrets the newest key locks now, and how many none of the keys opens."""

    done: int
    lost: int


def reseal_second_steps(*, by: str, now: datetime) -> Resealed:
    """Lock every secret of a second step anew, the key for kaders, where lists come from, and secrets of receivers.

    What none of our keys opens stays: nobody can use it or make it worse.
    """
    done = lost = 0
    with writing(by=by, now=now, act=Act.MANAGE_PEOPLE) as hand:
        for row in Authenticator.objects.select_for_update().order_by("pk"):
            try:
                locked = {name: resealed(SECOND_STEP, row.data[name]) for name in _LOCKED if name in row.data}
            except InvalidToken:
                lost += 1
                continue
            if locked:
                row.data |= locked
                row.save(update_fields=["data"])
                done += 1
        receivers = EventSubscription.objects.filter(withdrawn_at=None).select_for_update(no_key=True)
        for purpose, field, rows in (
            (KADER_KEY, "locked", KaderKey.objects.select_for_update()),
            (LISTS, "definition", NameList.objects.select_for_update()),
            (SUBSCRIPTION, "locked", receivers),
        ):
            for kept in rows:
                try:
                    setattr(kept, field, resealed(purpose, getattr(kept, field)))
                except InvalidToken:
                    lost += 1
                    continue
                kept.save(update_fields=[field])
                done += 1
        hand.log("account.second-steps-resealed", "account", "*", "*", done=done, lost=lost)
    return Resealed(done=done, lost=lost)
