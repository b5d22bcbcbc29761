"""Cyrillic letters in Latin ones, in the ways that passports, newspapers and lists do it."""

from collections.abc import Iterator

_COMMON = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i",
    "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u",
    "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
    "я": "ya", "ў": "u", "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c",
    "ђ": "dj", "џ": "dz", "ѓ": "g", "ќ": "k", "ѕ": "dz", "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o",
    "ұ": "u",
    "ү": "u", "һ": "h", "ҳ": "h", "ҷ": "j", "ӣ": "i", "ӯ": "u",
}  # fmt: skip
_PASSPORT = {"я": "ia", "ю": "iu", "й": "i", "ё": "e", "ъ": "ie", "ї": "i", "є": "ie"}
_UKRAINIAN = {"г": "h", "и": "y", "й": "i"}
_SERBIAN = {"х": "h", "ц": "c", "ч": "c", "ш": "s", "ж": "z"}
_ONLY_UKRAINIAN = frozenset("іїєґ")
_ONLY_SERBIAN = frozenset("јљњћђџѓќѕ")
_VOWELS = frozenset("аеёиоуыэюяіїє")


def romanised(text: str) -> tuple[str, ...]:
    """The text in Latin letters, the usual way first."""
    return tuple(dict.fromkeys(_ways(text.lower())))


def _ways(text: str) -> Iterator[str]:
    letters = frozenset(text)
    table = dict(_COMMON)
    if letters & _ONLY_UKRAINIAN:
        table.update(_UKRAINIAN)
    if letters & _ONLY_SERBIAN:
        table.update(_SERBIAN)
    usual = _ended(text).translate(_compiled(table))
    yield usual
    yield usual.replace("ks", "x")
    yield _with_y(text).translate(_compiled(table))
    yield text.translate(_compiled({**table, **_PASSPORT}))
    yield usual.replace("kh", "h")


def _ended(text: str) -> str:
    """The endings -ий and -ый are one letter in most newspapers."""
    return " ".join(word[:-2] + "ы" if word.endswith(("ий", "ый")) else word for word in text.split(" "))


def _with_y(text: str) -> str:
    """An е that is spoken as ye is written so, as American lists do."""
    before = " " + text
    return "".join(
        "є" if letter == "е" and (previous in _VOWELS or previous in " -ьъй") else letter
        for previous, letter in zip(before, text, strict=False)
    )


def _compiled(table: dict[str, str]) -> dict[int, str]:
    return {ord(letter): latin for letter, latin in table.items()}
