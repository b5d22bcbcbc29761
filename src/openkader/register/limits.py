"""How often something may be tried within a while, by whom.

Every process of the server counts in the same place, that of the database.
"""

import hashlib
from dataclasses import dataclass

from django.core.cache import cache


@dataclass(frozen=True, slots=True)
class Limit:
    """So many times within so many minutes: each time takes a place, and has it for that long.

    A place can be taken once, also by many at once; adding up would lose some of those.
    """

    scope: str
    most: int
    minutes: int

    def is_reached(self, name: str) -> bool:
        """Whether whoever bears the name has to wait."""
        return len(self._taken(name)) >= self.most

    def count(self, name: str) -> bool:
        """Take a place, before the time is judged; whether there was one, so that of many at once no more come by."""
        taken = self._taken(name)
        free = (place for place in self._places(name) if place not in taken)
        return any(cache.add(place, 1, timeout=self.minutes * 60) for place in free)

    def forget(self, name: str) -> None:
        """Begin anew."""
        cache.delete_many(self._places(name))

    def _taken(self, name: str) -> frozenset[str]:
        return frozenset(cache.get_many(self._places(name)))

    def _places(self, name: str) -> list[str]:
        whose = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
        return [f"{self.scope}:{whose}:{number}" for number in range(self.most)]
