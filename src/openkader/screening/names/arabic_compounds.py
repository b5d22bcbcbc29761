"""Names that are two words in Arabic and one, two or three in Latin letters: Abd al-Rahman, Abdul Rahman, Abdurrahman.

Each kind comes out as one word, whatever was written: abdrahman, nurullah, sayfuddin, ziaurrahman.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

_SERVANT = frozenset(
    ["abd", "abdul", "abdel", "abdal", "abdol", "abdu", "abdou", "abde", "abdur", "abdus", "abdun", "abed"]
)
_ARTICLE = frozenset([
    "al", "el", "ul", "ol", "ad", "ed", "ud", "od", "ar", "er", "ur", "as", "es", "us", "an", "en", "un", "az",
    "uz", "ash",
    "ush", "at", "ut",
])  # fmt: skip
_GOD = frozenset(["allah", "ullah", "ollah", "alla", "ulla", "llah", "lah", "la", "oullah"])
_FAITH = frozenset([
    "din", "deen", "dine", "eddine", "eddin", "uddin", "udin", "aldin", "eldin", "eldine", "ddin", "aldeen", "eldeen",
    "uddeen", "alddin",
])  # fmt: skip
# Without an article before it this is a name of its own.
_FAITH_ALONE = frozenset(["din", "deen", "dine"])
_OF_GOD = frozenset(["rahman", "rehman", "rahim", "haq", "haqq", "haque", "islam"])
# A gift of God is named after him: Allah Dad.
_GIVEN_BY = frozenset(["dad", "yar", "nazar", "bakhsh", "baksh", "ditta", "rakha", "wasaya"])
_NO_FIRST_PART = frozenset(
    [*_ARTICLE, "bin", "ben", "ibn", "bint", "abu", "umm", "mullah", "haji", "hajji", "sheikh"]
)
_AFTER_SERVANT = re.compile(r"^abd(?:[aeou]l|[aeou](?=([a-z])\1)|[aeou](?=sh?sh?))?([a-z]{3,})$")
_BEFORE_GOD = re.compile(r"^([a-z]{2,}?)[aeou]{1,2}ll?[ao]h$")
_BEFORE_FAITH = re.compile(r"^([a-z]{3,}?)(?:[aeou]{1,2}[dl]d|ud)(?:i|ee|ie|y)ne?$|^([a-z]{3,})[aeu]ttin$")
_BEFORE_MERCY = re.compile(r"^([a-z]{3,}?)(?:[aeiou][lr]?)?r(?:a|e)hman$|^([a-z]{3,})ul(haqq?|haque|islam)$")
_TWICE = re.compile(r"^([a-z])\1")


def compounded(tokens: Sequence[str]) -> tuple[str, ...]:
    """The words of a name with each compound as one word in one spelling."""
    found: list[str] = []
    place = 0
    while place < len(tokens):
        place = _take(tokens, place, found)
    return tuple(found)


def _take(tokens: Sequence[str], place: int, found: list[str]) -> int:
    """Read one word, or the words of one compound; the place of the next word."""
    token, after = tokens[place], _behind_articles(tokens, place + 1)
    following = tokens[after] if after < len(tokens) else ""
    if token in _SERVANT and following and following not in _SERVANT:
        found.append("abdullah" if following in _GOD else "abd" + _single(following))
        return after + 1
    if token in _GOD and following in _GIVEN_BY:
        found.append("allah" + following)
        return after + 1
    ending = _ending(following, has_article=after > place + 1)
    if ending and token not in _NO_FIRST_PART and not _names_god(tokens, after):
        found.append(token + ending)
        return after + 1
    found.append(_one_word(token))
    return place + 1


def _behind_articles(tokens: Sequence[str], place: int) -> int:
    while place < len(tokens) - 1 and tokens[place] in _ARTICLE:
        place += 1
    return place


def _names_god(tokens: Sequence[str], place: int) -> bool:
    """Whether the word for God belongs to the word behind it."""
    return tokens[place] in _GOD and place + 1 < len(tokens) and tokens[place + 1] in _GIVEN_BY


def _ending(word: str, *, has_article: bool) -> str:
    if word in _GOD:
        return "ullah"
    if word in _FAITH and (has_article or word not in _FAITH_ALONE):
        return "uddin"
    return "ur" + word.replace("e", "a").rstrip("u") if has_article and word in _OF_GOD else ""


@lru_cache(maxsize=16384)
def _one_word(token: str) -> str:
    servant = _AFTER_SERVANT.match(token)
    if servant:
        return "abdullah" if _single(servant[2]) in _GOD else "abd" + _single(servant[2])
    god = _BEFORE_GOD.match(token)
    if god:
        return god[1] + "ullah"
    faith = _BEFORE_FAITH.match(token)
    if faith:
        return (faith[1] or faith[2]) + "uddin"
    mercy = _BEFORE_MERCY.match(token)
    return f"{mercy[1] or mercy[2]}ur{mercy[3] or 'rahman'}" if mercy else token


def _single(word: str) -> str:
    return _TWICE.sub(r"\1", word)
