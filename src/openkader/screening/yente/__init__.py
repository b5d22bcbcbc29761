"""The same screening through a yente server: what is asked of it, and what its answers mean here.

Written against the schema that yente 5.5 publishes (`/openapi.json`); `logic-v2` exists
since 5.0. Everything here is pure: the network is a `Transport`.
"""

from openkader.screening.yente.exchange import Answered, Asked, Patience, Transport
from openkader.screening.yente.question import Terms
from openkader.screening.yente.screener import YenteScreener

__all__ = ["Answered", "Asked", "Patience", "Terms", "Transport", "YenteScreener"]
