"""How often somebody may try to sign in under one name before having to wait.

Counted by the name that was typed, whether there is such an account or not. Not by
address: behind a proxy everybody has the same one, and one visitor could lock out all.
Each process of the server counts for itself, so two processes allow twice as many.
"""

import hashlib
from contextlib import suppress

from django.core.cache import cache

MINUTES = 10
MOST = 8


def must_wait(name: str) -> bool:
    """Whether too many attempts failed lately; a right password does not help until then."""
    return int(cache.get(_counter(name), 0)) >= MOST


def count_attempt(name: str) -> None:
    """Note an attempt before it is judged, so that many at once are all counted."""
    key = _counter(name)
    cache.add(key, 0, timeout=MINUTES * 60)
    with suppress(ValueError):  # it ran out this very moment
        cache.incr(key)


def forget_attempts(name: str) -> None:
    """Somebody signed in under the name."""
    cache.delete(_counter(name))


def _counter(name: str) -> str:
    return "sign-in:" + hashlib.sha256(name.casefold().encode()).hexdigest()
