"""This installation has a key to sign kaders with, or another one than it had."""

from base64 import b64encode
from datetime import datetime

from openkader.register import audit
from openkader.register.hand import writing
from openkader.register.models import KaderKey
from openkader.register.sealing import KADER_KEY, sealed


def make_kader_key(secret: bytes, fingerprint: str, *, instead: bool = False, by: str, now: datetime) -> None:
    """Keep the secret half, locked. A key that is there stays, for somebody was first; or this one comes instead."""
    with writing(by=by, now=now, act=None) as hand:
        hand.keeps_lines = False
        audit.wait_for_turn()  # two machines may sign for the first time at once
        if instead:
            KaderKey.objects.all().delete()
        elif KaderKey.objects.exists():
            return
        locked = sealed(KADER_KEY, b64encode(secret).decode())
        KaderKey.objects.create(locked=locked, fingerprint=fingerprint, at=now, by=by)
        hand.log("kader-key.made", "kader_key", "*", "*", fingerprint=fingerprint)
