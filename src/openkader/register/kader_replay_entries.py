"""What is handed to and from the services of a replay."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenReplay:
    """A replay that a worker holds until its lease ends; `attempt` proves that it still does."""

    replay: int
    attempt: int
    draft: int
    steps: Mapping[str, int]
    kader: str
    base: str
    base_digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayFound:
    """What a replay counted, and each case that comes out otherwise with the number of its difference."""

    found: Mapping[str, Any]
    changes: Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReplayEntry:
    """A replay of the command line that is kept: which two kaders, by their digests, and what was found."""

    kader: str
    digest: str
    base: str
    base_digest: str
    found: ReplayFound
