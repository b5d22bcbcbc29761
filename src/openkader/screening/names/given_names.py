"""Forms of one given name: Oleksandr and Aliaksandr are Aleksandr, Mehmet is Muhammad, Bill is short for William.

Only forms under which one and the same person is registered are kin: with other letters, in another language of the
country, or as friends say it. What follows by rule from a given name is kin as the name is: the name of somebody's
father, and compounds such as Ziauddin.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from openkader.screening.names.han import rows

SHORT = "short"
OTHER = "other"
_Tongues = frozenset[str]
_EAST_SLAVIC = frozenset({"ru", "uk", "be"})
# Mykolaiovych and Nikolaevich are the sons of Mykola and Nikolai, Mykolaivna and Nikolaevna their daughters.
_FATHER = re.compile(r"([a-z]{3,}?)[aeiouy]{0,4}(?:v[iy]?t?(ch)|v(na)|[aeou]u(na))")
_COMPOUND = re.compile(r"(abd)([a-z]{3,})|([a-z]{3,})(uddin|ullah|urrahman)")
_ENDING = "aeiouy"


def kin_of(word: str) -> tuple[str, ...]:
    """The given names of which a word is a form; nothing for a word of which no other form is known."""
    return tuple(_forms_of(word))


def form(word: str, other: str) -> str | None:
    """How one word is another form of the other: in a language, short, or otherwise; nothing when it is none."""
    mine, yours = _forms_of(word), _forms_of(other)
    shared = [(mine[name], yours[name]) for name in mine if name in yours] if word != other else []
    return min((_form(*tongues) for tongues in shared), key=(OTHER, SHORT).__contains__, default=None)


def _form(mine: _Tongues, yours: _Tongues) -> str:
    if (SHORT in mine) is not (SHORT in yours):
        return SHORT
    return OTHER if mine & yours or OTHER in mine else min(mine)


@lru_cache(maxsize=65536)
def _forms_of(word: str) -> Mapping[str, _Tongues]:
    """The names that a word is a form of, each with the languages in which it is that."""
    return _known().get(word) or dict(_derived(word))


def _derived(word: str) -> Iterator[tuple[str, _Tongues]]:
    father = _FATHER.fullmatch(word)
    if father:
        child = "son" if father[2] else "daughter"
        yield from (
            (f"{child} of {name}", tongues) for name, tongues in _fathers().get(father[1], {}).items()
        )
    compound = _COMPOUND.fullmatch(word)
    if compound:
        before, servant, holy, after = compound.groups(default="")
        for name, tongues in _known().get(servant or holy, {}).items():
            yield f"{before}{name}{after}", tongues


@cache
def _known() -> Mapping[str, Mapping[str, _Tongues]]:
    found: dict[str, dict[str, _Tongues]] = defaultdict(dict)
    for row in rows("given_names"):
        name, *cells = row.split("\t")
        for cell in cells:
            tongue, *forms = cell.split(" ")
            for one in forms:
                found[one][name] = found[one].get(name, frozenset()) | {tongue}
    return found


@cache
def _fathers() -> Mapping[str, Mapping[str, _Tongues]]:
    """The East Slavic names without the vowels that they end in, as the name of a father begins."""
    found: dict[str, dict[str, _Tongues]] = defaultdict(dict)
    for one, names in _known().items():
        for name, tongues in names.items():
            if tongues & _EAST_SLAVIC:
                root = one.rstrip(_ENDING)
                found[root][name] = found[root].get(name, frozenset()) | (tongues & _EAST_SLAVIC)
    return found
