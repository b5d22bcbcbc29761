"""Legal forms of organisations: many words and letters, one word each; OOO and limited liability company are llc."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from openkader.screening.names.folding import fold
from openkader.screening.names.han import rows

_Forms = Mapping[tuple[str, ...], str]
_LONGEST = 6
_DOTTED = re.compile(r"(?<![^\W_])(?:[^\W\d_][./]){1,5}(?:[^\W\d_](?![^\W_]))?")
_AT_THE_END = re.compile(r"(?<= )[^\W\d_](?: [^\W\d_]){1,3}$")


def joined_letters(text: str) -> str:
    """The text with the letters of each legal form together: S.A. and A/S are SA and AS."""
    return _AT_THE_END.sub(_together, _DOTTED.sub(_together, text))


def _together(match: re.Match[str]) -> str:
    joined = "".join(filter(str.isalpha, match[0]))
    plain, at_the_edge = _forms()
    key = (fold(joined),)
    return joined + " " * match[0].endswith(".") if key in plain or key in at_the_edge else match[0]


def shortened(tokens: Sequence[str]) -> tuple[str, ...]:
    """The words of a name with each legal form as one word."""
    plain, at_the_edge = _forms()
    singles = [plain.get((token,), token) for token in tokens]
    for place in {0, len(singles) - 1} if len(singles) > 1 else ():
        singles[place] = at_the_edge.get((singles[place],), singles[place])
    found: list[str] = []
    place = 0
    while place < len(singles):
        longest = min(_LONGEST, len(singles) - place) if singles[place] in _beginnings() else 1
        groups = (tuple(singles[place : place + length]) for length in range(longest, 1, -1))
        group = next((group for group in groups if group in plain), (singles[place],))
        length = len(group)
        found.append(plain.get(group, singles[place]))
        place += length
    return tuple(found)


@cache
def legal_words() -> frozenset[str]:
    """Every word that stands for a legal form."""
    return frozenset(form for forms in _forms() for form in forms.values())


@cache
def _beginnings() -> frozenset[str]:
    """The first words of the forms of several words."""
    return frozenset(phrase[0] for phrase in _forms()[0] if len(phrase) > 1)


@cache
def _forms() -> tuple[_Forms, _Forms]:
    """The forms that count anywhere, and those that count only as the first or the last word of a name."""
    read = [row.split("\t") for row in rows("legal_forms")]
    written = [
        (phrase.split(), form) for form, anywhere, _ in read for phrase in anywhere.split("|") if phrase
    ]
    singles = {tuple(phrase): form for phrase, form in written if len(phrase) == 1}
    phrases = {
        tuple(singles.get((word,), word) for word in phrase): form
        for phrase, form in written
        if len(phrase) > 1
    }
    edges: _Forms = {(phrase,): form for form, _, words in read for phrase in words.split("|") if phrase}
    return {**singles, **phrases}, edges
