"""Whether a text names somebody: nobody's name is published because it stood in a title."""

import re
import unicodedata
from collections.abc import Iterable

_WORD = re.compile(r"\w+")
_NO_LATIN = re.compile(r"[^\W\d_a-z]+")


def named_in(text: str, names: Iterable[str]) -> str | None:
    """The first of these persons whom a text names: all words of the name stand in it, in whatever order.

    Accents and capitals make no difference. Where a script has no spaces, such as Chinese, the name is sought as it is.
    """
    plain = _plain(text)
    words = set(_WORD.findall(plain))
    return next((name for name in names if _names(name, plain, words)), None)


def _names(name: str, plain: str, words: set[str]) -> bool:
    sought = _plain(name)
    parts = _WORD.findall(sought)
    if not parts:
        return False
    together = "".join(parts)
    if _NO_LATIN.fullmatch(together):
        return together in "".join(_WORD.findall(plain))
    return words.issuperset(parts)


def _plain(text: str) -> str:
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in split if not unicodedata.combining(one))
