"""The quotes that a text names: which may be used, which were withdrawn, and of which nobody knows that they may."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from openkader.base.text import Text
from openkader.casework.prose import Binding, Bound
from openkader.register.chain import fingerprint


@dataclass(frozen=True, slots=True, kw_only=True)
class UsableQuote:
    """A quote that a text may take over under its reference; `said_of` is as much as consent allows."""

    reference: str
    words: str
    said_of: Text
    theme: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuotes:
    """What a text names as quotes, by reference; one that the register does not have is in none of these."""

    usable: Mapping[str, UsableQuote] = field(default_factory=dict)
    withdrawn: frozenset[str] = frozenset()
    not_allowed: frozenset[str] = frozenset()

    @property
    def known(self) -> tuple[str, ...]:
        """Every quote that there is or was, as it is written."""
        return written_quotes([*self.usable, *self.withdrawn, *self.not_allowed])

    @property
    def told(self) -> dict[str, dict[str, str]]:
        """What each that may be used says and who said it, as plain data."""
        return {
            name: {"words": one.words, "nl": one.said_of.nl, "en": one.said_of.en}
            for name, one in sorted(self.usable.items())
        }


def written_quotes(references: Iterable[str]) -> tuple[str, ...]:
    """References as a writer types them, in order."""
    return tuple(Binding(Bound.QUOTE, one).written("nl") for one in sorted(references))


def quote_fingerprint(told: Mapping[str, str], salt: str) -> str:
    """That of what a quote says and who said it. With a number nobody can guess, as the words themselves may go."""
    return fingerprint([told, salt])
