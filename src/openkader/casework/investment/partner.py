"""The partner that judges investments, as the pack of an organisation names it: no code knows its name."""

from dataclasses import dataclass

from openkader.base.text import Text
from openkader.casework.investment.stating import is_secret
from openkader.kader.sources import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """Which desk of the kader judges an investment, which measure that shows, and where its grounds stand."""

    title: Text
    introduction: Text
    desk: str
    measure: str
    grounds: str  # the list of the kader with the grounds on which it could not work with a company
    cites: tuple[Passage, ...] = ()

    def judges(self, desk: str, kind: str | None) -> bool:
        """Whether what this desk says of such a case is a statement."""
        return desk == self.desk and is_secret(kind)
