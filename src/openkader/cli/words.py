"""What the commands print, in the language of the installation."""

import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from openkader.base.text import Text
from openkader.kader import Severity
from openkader.kader.sources import ListStatus

WIDTH = 100  # letters of a line

NAMES: dict[str, Text] = {
    Severity.ERROR: Text(nl="fout", en="error"),
    Severity.WARNING: Text(nl="waarschuwing", en="warning"),
    Severity.NOTE: Text(nl="aantekening", en="note"),
    ListStatus.FOUND: Text(nl="gevonden", en="found"),
    ListStatus.PARTIAL: Text(nl="gedeeltelijk", en="partial"),
    ListStatus.NOT_FOUND: Text(nl="niet gevonden, lege plaats", en="not found, empty slot"),
    ListStatus.GENERAL_KNOWLEDGE: Text(
        nl="algemene kennis, niet nagezien", en="general knowledge, not checked"
    ),
    "preconditions": Text(nl="Randvoorwaarden", en="Preconditions"),
    "proposal": Text(nl="Wanneer welk voorstel", en="When which proposal"),
    "action_lines": Text(nl="Actielijnen", en="Action lines"),
    "consultations": Text(nl="Wie om advies wordt gevraagd", en="Who is asked for advice"),
    "mandatory": Text(nl="verplicht", en="mandatory"),
    "advisable": Text(nl="aan te raden", en="advisable"),
    "fillings": Text(nl="Een advies beantwoordt", en="An advice answers"),
    "mandates": Text(nl="Wie mag besluiten", en="Who may decide"),
    "second_person": Text(nl="met een tweede persoon", en="with a second person"),
    "constraints": Text(nl="Wat niet kan", en="What cannot be"),
    "cannot_be": Text(nl="kan niet:", en="cannot be:"),
    "lists": Text(nl="Lijsten", en="Lists"),
    "sources": Text(nl="Bronnen", en="Sources"),
    "when": Text(nl="als", en="when"),
    "because": Text(nl="want:", en="because:"),
    "source": Text(nl="bron:", en="source:"),
    "term": Text(nl="voorwaarde:", en="condition:"),
    "refer_to": Text(nl="naar:", en="to:"),
    "measures": Text(nl="maatregelen:", en="measures:"),
    "open": Text(nl="nog niet bekend:", en="not yet known:"),
    "differs": Text(nl="  ! de verwachte uitkomst was ‘{0}’", en="  ! the expected outcome was ‘{0}’"),
    "figure": Text(nl="cijfer", en="figure"),
    "register": Text(nl="register", en="register"),
    "declared": Text(nl="tekst", en="text"),
    "status": Text(nl="oordeel", en="verdict"),
    "claims": Text(nl="Zinnen uit de tekst", en="Sentences of the text"),
}


class Screen:
    """Where a command writes: answers to standard output, what is wrong to standard error."""

    def __init__(self, language: str) -> None:
        self.language = language

    def line(self, words: str) -> None:
        """One line of the answer."""
        sys.stdout.write(words + "\n")

    def lines(self, all_words: Iterable[str]) -> None:
        """Several lines of the answer."""
        for words in all_words:
            self.line(words)

    def complain(self, words: str) -> None:
        """One line that says what is wrong and what to do."""
        sys.stderr.write(words + "\n")


def indented(words: str) -> Iterator[str]:
    """Words below a name, in as many lines as they need."""
    yield from textwrap.wrap(words, WIDTH, initial_indent="  ", subsequent_indent="  ")


def columns(name: str, cells: Sequence[str], *, name_width: int, cell_width: int) -> str:
    """One line of a table: a name and the cells beside it."""
    return (f"{name:<{name_width}}" + "".join(f"{cell:<{cell_width}}" for cell in cells)).rstrip()
