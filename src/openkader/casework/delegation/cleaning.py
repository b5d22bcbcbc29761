"""The text of a cell as it is kept: what is seen, in one form, and nothing that is not."""

import re
import unicodedata

# What people write where they do not know yet, folded.
PLACEHOLDERS = frozenset(
    """
    - -- — / . … ... x xx xxx ? ?? n/a na nvt n.v.t. n.v.t onbekend unknown tbd t.b.d. tba t.b.a. tbc t.b.c. ntb n.t.b.
    volgt nnb n.n.b. n.n. nn vacature vacant none geen 待定 未定 不详 无 無 暂无 空缺
    """.split()  # noqa: SIM905
) | {"", "n a", "nog onbekend", "nog te bepalen", "to be confirmed", "to be announced", "to be determined"}
# Signs that turn the order of what is seen round; a name has no use for them.
_ORDER = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
# Letters and digits that are as wide as a character.
_FULL_WIDTH = {
    code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_KEPT = frozenset("\u200c\u200d")  # Persian and Indic names need them
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def clean(text: str, *, lines: bool = False) -> str:
    """The text in NFC on one line, or on its own lines; controls, half characters and zero widths are gone."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())  # nearly every cell, and fast
    whole = unicodedata.normalize("NFC", text).translate(_FULL_WIDTH)
    seen = "".join(map(_seen, whole))
    found = [" ".join(line.split()) for line in seen.split("\n")]
    return ("\n" if lines else " ").join(line for line in found if line)


def _seen(character: str) -> str:
    if character in "\n\r\v\f\x85\u2028\u2029":
        return "\n"
    if character == "\t":
        return " "
    unseen = unicodedata.category(character) in _UNSEEN and character not in _KEPT
    return "" if unseen else character


def folded(text: str) -> str:
    """The text as it is compared with words that are known."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def is_placeholder(text: str) -> bool:
    """Whether it only says that there is nothing to say yet."""
    return folded(text).strip("*() ") in PLACEHOLDERS


def has_hidden_order(text: str) -> bool:
    """Whether it is shown in another order than it is read in."""
    return bool(_ORDER.search(text))
