"""Screening by a yente server that an organisation runs."""

from openkader.screening.entities import Entity
from openkader.screening.evidence import ListUsed, Screening
from openkader.screening.yente.answer import Answer
from openkader.screening.yente.catalog import read_lists
from openkader.screening.yente.exchange import Asked, Patience, Transport, ask
from openkader.screening.yente.question import Terms, question

# How long the server itself lets its catalog be kept, in seconds (Cache-Control: max-age).
_CATALOG_LASTS = 300.0


class YenteScreener:
    """Compares parties with the lists of a yente server, one question a party.

    Raises `Unavailable` whenever the server does not answer in whole: not screened, never clear.
    """

    def __init__(self, terms: Terms, transport: Transport, patience: Patience) -> None:
        self._terms = terms
        self._transport = transport
        self._patience = patience
        self._lists: tuple[ListUsed, ...] = ()
        self._read_at = float("-inf")

    @property
    def lists(self) -> tuple[ListUsed, ...]:
        """The lists that the server compares with, as its catalog said at most five minutes ago."""
        now = self._patience.clock()
        if now - self._read_at >= _CATALOG_LASTS:
            catalog = ask(self._transport, self._patience, Asked(path="catalog"))
            self._lists = read_lists(catalog, self._terms.dataset, self._transport.server)
            self._read_at = now
        return self._lists

    def screen(self, party: Entity, limit: int = 10) -> Screening:
        """Compare one party with every list of the dataset."""
        lists = self.lists
        data = ask(self._transport, self._patience, question(party, self._terms, limit))
        return Answer(
            party=party, terms=self._terms, limit=limit, lists=lists, server=self._transport.server
        ).read(data)
