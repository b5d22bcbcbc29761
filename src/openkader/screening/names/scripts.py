"""In which script a name is written."""

from bisect import bisect_right

from openkader.screening.names.vocabulary import Script

# First code point of each run of one script; a run ends where the next begins. Marks and signs belong to none.
_RUNS: tuple[tuple[int, Script | None], ...] = (
    (0x0000, None), (0x0041, Script.LATIN), (0x005B, None), (0x0061, Script.LATIN), (0x007B, None),
    (0x00C0, Script.LATIN), (0x00D7, None), (0x00D8, Script.LATIN), (0x00F7, None), (0x00F8, Script.LATIN),
    (0x02B0, None), (0x0370, Script.GREEK), (0x0400, Script.CYRILLIC), (0x0530, Script.OTHER),
    (0x0590, Script.HEBREW), (0x0600, Script.ARABIC), (0x0700, Script.OTHER), (0x0750, Script.ARABIC),
    (0x0780, Script.OTHER), (0x08A0, Script.ARABIC), (0x0900, Script.OTHER), (0x1100, Script.HANGUL),
    (0x1200, Script.OTHER), (0x1C80, Script.CYRILLIC), (0x1C90, Script.OTHER), (0x1D00, Script.LATIN),
    (0x1DC0, None), (0x1E00, Script.LATIN), (0x1F00, Script.GREEK), (0x2000, None), (0x2C60, Script.LATIN),
    (0x2C80, Script.OTHER), (0x2DE0, Script.CYRILLIC), (0x2E00, None), (0x2E80, Script.HAN), (0x2FE0, None),
    (0x3005, Script.HAN), (0x3008, None), (0x3041, Script.KANA), (0x3100, Script.OTHER), (0x3130, Script.HANGUL),
    (0x3190, None), (0x31F0, Script.KANA), (0x3200, None), (0x3400, Script.HAN), (0x4DC0, None),
    (0x4E00, Script.HAN), (0xA000, Script.OTHER), (0xA640, Script.CYRILLIC), (0xA6A0, Script.OTHER),
    (0xA720, Script.LATIN), (0xA800, Script.OTHER), (0xA960, Script.HANGUL), (0xA980, Script.OTHER),
    (0xAB30, Script.LATIN), (0xAB70, Script.OTHER), (0xAC00, Script.HANGUL), (0xD800, None),
    (0xF900, Script.HAN), (0xFB00, Script.LATIN), (0xFB13, Script.OTHER), (0xFB1D, Script.HEBREW),
    (0xFB50, Script.ARABIC), (0xFE00, None), (0x10000, Script.OTHER), (0x1D000, None), (0x20000, Script.HAN),
    (0x32000, None),
)  # fmt: skip
_STARTS = tuple(start for start, _ in _RUNS)
_CARRIERS = frozenset({Script.HAN, Script.KANA})


def script_of_character(character: str) -> Script | None:
    """The script of one character; None for a sign, a digit or a mark."""
    return _RUNS[bisect_right(_STARTS, ord(character)) - 1][1]


def script_of(text: str) -> Script:
    """The script of a name; kana with Han is Japanese and counts as kana."""
    if text.isascii():
        return Script.LATIN if any(map(str.isalpha, text)) else Script.OTHER
    found = {script for script in map(script_of_character, text) if script is not None}
    if len(found) == 1:
        return found.pop()
    if found == _CARRIERS:
        return Script.KANA
    return Script.MIXED if found else Script.OTHER


def runs(text: str) -> tuple[str, ...]:
    """The parts of a text that are each in one script; signs between two scripts fall away."""
    parts: list[tuple[Script | None, list[str]]] = []
    for character in text:
        script = script_of_character(character)
        if not parts or (script is not None and parts[-1][0] not in (script, None)):
            parts.append((script, []))
        elif parts[-1][0] is None:
            parts[-1] = (script, parts[-1][1])
        parts[-1][1].append(character)
    return tuple("".join(letters).strip(" ()[]/,;-·") for script, letters in parts if script is not None)
