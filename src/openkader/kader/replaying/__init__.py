"""Replaying history: all past cases under two kaders, and what becomes of each.

`Replay` takes cases a chunk at a time and gives those that come out otherwise; what it counted is its `tally`.
"""

from openkader.kader.replaying.replay import CHUNK, Case, Changed, Difference, Replay, in_chunks
from openkader.kader.replaying.why import FirstRow, Side

__all__ = ["CHUNK", "Case", "Changed", "Difference", "FirstRow", "Replay", "Side", "in_chunks"]
