"""What the words of organisations mean in English: one table for all languages, by the script they are written in.

A word in Cyrillic letters stands there as its stem, because its ending changes with the sentence; one in Arabic letters
without article and ending; a Korean one as it is found inside longer ones.
"""

from collections.abc import Mapping
from functools import cache

from openkader.screening.names.han import rows
from openkader.screening.names.vocabulary import Part, Script

_SCRIPTS = (Script.LATIN, Script.CYRILLIC, Script.ARABIC, Script.HANGUL)


@cache
def words_in(script: Script) -> Mapping[str, str]:
    """The words of one script, each with the English word or words that stand for it."""
    place = _SCRIPTS.index(script) + 2
    return {word: row[0] for row in _table() for word in row[place].split()}


@cache
def part_of() -> Mapping[str, Part]:
    """What the English words do in a name."""
    return {row[0]: Part(row[1]) for row in _table()}


def has_words(script: Script) -> bool:
    """Whether the table has words in a script."""
    return script in _SCRIPTS[1:]


@cache
def _table() -> tuple[list[str], ...]:
    return tuple(row.split("\t") for row in rows("meanings"))
