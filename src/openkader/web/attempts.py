"""How often somebody may try to sign in under one name before having to wait.

Counted by the name that was typed, whether there is such an account or not. Not by
address: behind a proxy everybody has the same one, and one visitor could lock out all.
"""

from openkader.register.limits import Limit

MINUTES = 10
MOST = 8
_LIMIT = Limit("sign-in", most=MOST, minutes=MINUTES)


def must_wait(name: str) -> bool:
    """Whether too many attempts failed lately; a right password does not help until then."""
    return _LIMIT.is_reached(name.casefold())


def count_attempt(name: str) -> bool:
    """Note an attempt before it is judged; whether there was still one left, also for many at once."""
    return _LIMIT.count(name.casefold())


def forget_attempts(name: str) -> None:
    """Somebody signed in under the name."""
    _LIMIT.forget(name.casefold())
