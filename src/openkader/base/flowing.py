"""Plain values as one line of a strict document, and one place of a document as plain values."""

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from openkader.base.document import Entry, read_text
from openkader.base.errors import Invalid

Plain: TypeAlias = "bool | int | float | str | date | list[Plain] | dict[str, Plain] | None"

_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def plain(entry: Entry) -> Plain:
    """What an entry says, without the places."""
    if isinstance(entry.value, dict):
        return {key: plain(value) for key, value in entry.value.items()}
    if isinstance(entry.value, list):
        return [plain(item) for item in entry.value]
    return entry.value  # type: ignore[return-value]  # a reader makes no others


def as_list(said: Plain) -> list[Plain]:
    """What is written as a list; of all else nothing."""
    return said if isinstance(said, list) else []


def same(one: Plain, other: Plain) -> bool:
    """Whether both say the same; a truth is no number, and the order of keys says nothing."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and one == other


def flowing(value: Plain, *, is_flow: bool = True) -> str:
    """A value on one line, as it can be written between brackets, or (not `is_flow`) behind a key of a block."""
    if isinstance(value, Mapping):
        pairs = (f"{word(key)}: {flowing(item)}" for key, item in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(flowing, value))}]"
    if isinstance(value, str):
        return word(value, is_flow=is_flow)
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    return _number(value) if isinstance(value, float) else str(value)


def word(text: str, *, is_flow: bool = True) -> str:
    """A text without quotes where it is read as that very text, and between quotes elsewhere."""
    return text if _reads_as_itself(text, is_flow=is_flow) else f'"{"".join(map(_letter, text))}"'


def _reads_as_itself(text: str, *, is_flow: bool) -> bool:
    if "\n" in text:
        return False
    try:
        found = read_text(f"{{a: {text}}}" if is_flow else f"a: {text}", "")
    except Invalid:
        return False
    return same(plain(found), {"a": text}) and text[:1] not in "'\"|>"


def _letter(letter: str) -> str:
    if letter in _ESCAPED:
        return _ESCAPED[letter]
    if letter.isprintable():
        return letter
    code = ord(letter)
    return f"\\u{code:04x}" if code < 1 << 16 else f"\\U{code:08x}"


def _number(value: float) -> str:
    """A decimal without an exponent, which the reader takes for a word."""
    written = f"{value:.17f}".rstrip("0")
    return f"{written}0" if written.endswith(".") else written
