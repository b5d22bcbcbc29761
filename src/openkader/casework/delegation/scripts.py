"""A cell that holds one name in several scripts, taken apart."""

import re

from openkader.base.errors import Invalid, Problem
from openkader.screening.names import Script
from openkader.screening.names.scripts import script_of_character

# Scripts that are written against others without a space.
_CLOSE = frozenset({Script.HAN, Script.KANA, Script.HANGUL})
_JAPANESE = frozenset({Script.HAN, Script.KANA})
# Scripts whose letters look alike.
_ALIKE = frozenset({Script.LATIN, Script.CYRILLIC, Script.GREEK})
# Where Latin letters and characters stand beside each other, with something between them.
_BETWEEN = r"[)）]?[\s/|,;:(（–-]+"
_TURN = re.compile(rf"(?<=[A-Za-zÀ-ÿ.]){_BETWEEN}(?=[㐀-鿿])|(?<=[㐀-鿿]){_BETWEEN}(?=[A-Za-z])")
_AROUND = " \t/|,;:）"


def letters(text: str) -> int:
    """How many letters a text has, in any script."""
    return sum(script_of_character(character) is not None for character in text)


def words(text: str) -> int:
    """How many words with letters a text has."""
    return sum(letters(word) > 0 for word in text.split())


def has_han(text: str) -> bool:
    """Whether there are characters in it, of which a whole name may be one word."""
    return any(script_of_character(character) in _CLOSE for character in text)


def runs(text: str, where: str) -> list[tuple[Script, str]]:
    """The parts that are each in one script; a word that mixes letters which look alike is refused.

    A Cyrillic letter in a Latin name is not seen, and makes it the name of nobody.
    """
    found: list[tuple[Script, str]] = []
    former: Script | None = None
    for character in text:
        script = script_of_character(character)
        if script is None or (found and _is_one(found[-1][0], script)):
            if found:
                found[-1] = found[-1][0], found[-1][1] + character
        else:
            if former is not None and not {former, script} & _CLOSE:
                raise Invalid([Problem("delegation.mixed-scripts", where)])
            found.append((script, character))
        former = script
    _refuse_lone_words(found, where)
    return found


def _is_one(first: Script, second: Script) -> bool:
    return first is second or {first, second} == _JAPANESE


def _refuse_lone_words(found: list[tuple[Script, str]], where: str) -> None:
    """One word of a name in letters that look alike hides as well as one letter does."""
    alike = [text for script, text in found if script in _ALIKE]
    if len({script for script, _ in found} & _ALIKE) > 1 and any(words(text) == 1 for text in alike):
        raise Invalid([Problem("delegation.mixed-scripts", where)])


def parted(text: str) -> list[str]:
    """The names of an organisation in each script: `Testland University 测试大学`, `测试大学 (TU)`.

    In `IBM中国有限公司` the letters touch the characters, and it stays one name.
    """
    pieces = [piece.strip(_AROUND) for piece in _TURN.split(text)]
    return [piece if piece.count("(") == piece.count(")") else piece.rstrip(")") for piece in pieces]
