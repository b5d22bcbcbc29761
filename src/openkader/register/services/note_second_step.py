"""How somebody proves who they are changed: a second step was set up, used up or taken away."""

from datetime import datetime

from openkader.register.accounts import account_named
from openkader.register.hand import writing


def note_second_step(name: str, what: str, *, by: str, now: datetime) -> None:
    """Note what changed; the secret itself is nowhere in the trail."""
    account_named(name)
    with writing(by=by, now=now, act=None) as hand:
        hand.log("account.second-step-changed", "account", name, name, what=what)
