"""A name of an organisation in characters, taken apart into words of the glossary and brands that it does not know."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from openkader.screening.names.folding import words
from openkader.screening.names.glossary import Entry, han_lengths, han_words, labelled
from openkader.screening.names.pinyin import spelt
from openkader.screening.names.vocabulary import Labelled, Part

_MOST_OTHERS = 3
_LONGEST_PERSON = 4
_DIVISIONS = ("特别行政区", "自治区", "自治州", "地区", "省", "市", "县", "区")
# These join two words and say nothing; 和 may also stand in a brand.
_BETWEEN_WORDS = frozenset("和及暨之的")
_ALWAYS_BETWEEN = str.maketrans({"与": " ", "·": None})
# One character is a word only between words; these are also one behind a brand: 大明厂.
_BEHIND_A_BRAND = frozenset("部局厅署厂院所会社店站馆党处军县区镇")
_DIGITS = {character: number for number, character in enumerate("〇一二三四五六七八九")}
_UNITS = {"十": 10, "百": 100, "千": 1000}
# An unknown character is worse than any word; each further word is a little worse than one longer word.
_UNKNOWN, _FIRST_UNKNOWN, _WORD = 4, 3, 1


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of the text: a word of the tables, or characters that no table knows."""

    text: str
    entry: Entry | None = None


def from_han(text: str) -> tuple[tuple[Labelled, ...], ...]:
    """The name in English words and pinyin: in the usual words, then with one of them otherwise."""
    pieces = _pieces(text.translate(_ALWAYS_BETWEEN))
    usual = tuple(tuple(_labelled(piece, 0)) for piece in pieces)
    found = [usual]
    for place in range(len(pieces) - 1, -1, -1):
        entry = pieces[place].entry
        for number in range(1, len(entry.options) if entry else 0):
            other = tuple(_labelled(pieces[place], number))
            found.append((*usual[:place], other, *usual[place + 1 :]))
    return tuple(tuple(group for groups in one for group in groups) for one in found[: _MOST_OTHERS + 1])


def is_organisation(text: str) -> bool:
    """Whether a few characters can hardly be a person: a legal form, or more than four with a word among them."""
    entries = [piece.entry for piece in _pieces(text) if piece.entry and len(piece.text) > 1]
    return any(entry.part is Part.LEGAL_FORM or len(text) > _LONGEST_PERSON for entry in entries)


def brand_characters(text: str) -> str:
    """The characters of a name that no table knows: what tells it from a name that only sounds alike."""
    return "".join(piece.text for piece in _pieces(text) if piece.entry is None and piece.text.isalnum())


def _labelled(piece: _Piece, option: int) -> Iterator[Labelled]:
    if piece.entry is None:
        yield from _brand(piece.text)
    elif piece.entry.part is Part.BRAND:
        # A name of its own, such as Peking University, is labelled word by word like any English name.
        yield from labelled(piece.entry.options[option])
    else:
        yield piece.entry.part, piece.entry.options[option]


def _brand(unknown: str) -> Iterator[Labelled]:
    """Characters that no table knows are the brand: one word of pinyin; a town before 市 is a place."""
    for piece in "".join(letter if letter.isalnum() else " " for letter in unknown).split():
        town, division, rest = piece.partition("市")
        if division and 1 < len(town) <= 4:
            yield Part.PLACE, words(spelt(town))
            piece = rest  # noqa: PLW2901
        if piece:
            yield Part.BRAND, words(spelt(piece))


# --- the fewest words with the fewest unknown characters ---------------------------------


# What stands before a place in the text.
_AFTER_WORD, _AFTER_BRAND, _NEEDS_WORD = _STATES = range(3)

_Way = tuple[int, tuple[_Piece, ...]]


@lru_cache(maxsize=1024)
def _pieces(text: str) -> tuple[_Piece, ...]:
    """The best way to take a text apart; characters that no word covers are joined again."""
    ways: dict[tuple[int, int], _Way] = {(len(text), state): (0, ()) for state in _STATES}
    for place in range(len(text) - 1, -1, -1):
        starts = tuple(_starting(text, place))
        for state in _STATES:
            options = list(_onwards(text, place, state, starts, ways))
            if options:
                ways[place, state] = min(options, key=lambda way: way[0])
    return tuple(_joined(ways[0, _AFTER_WORD][1])) if text else ()


def _onwards(
    text: str, place: int, state: int, starts: tuple[_Piece, ...], ways: dict[tuple[int, int], _Way]
) -> Iterator[_Way]:
    for piece in starts:
        single = len(piece.text) == 1
        behind_a_brand = state == _AFTER_BRAND and piece.text not in _BEHIND_A_BRAND
        if single and (behind_a_brand or state == _NEEDS_WORD):
            continue
        after = ways.get((place + len(piece.text), _NEEDS_WORD if single else _AFTER_WORD))
        if after:
            yield after[0] + _WORD, (piece, *after[1])
    if not text[place].isalnum():
        cost, pieces = ways[place + 1, _AFTER_WORD]
        yield cost, (_Piece(text[place]), *pieces)
    elif state != _NEEDS_WORD:
        cost, pieces = ways[place + 1, _AFTER_BRAND]
        yield (
            cost + _UNKNOWN + (_FIRST_UNKNOWN if state == _AFTER_WORD else 0),
            (_Piece(text[place]), *pieces),
        )


def _starting(text: str, place: int) -> Iterator[_Piece]:
    """Every word of the tables that begins here; a place with the name of its division."""
    for length in han_lengths().get(text[place], ()):
        entry = han_words().get(text[place : place + length])
        if entry:
            after = text[place + length :]
            division = next((name for name in _DIVISIONS if after.startswith(name)), "")
            extra = len(division) if entry.part is Part.PLACE else 0
            yield _Piece(text[place : place + length + extra], entry)
    if text[place] in _BETWEEN_WORDS:
        yield _Piece(text[place], Entry(Part.INDUSTRY, ((),)))
    numbered = _numbered(text, place)
    if numbered:
        yield numbered


def _numbered(text: str, place: int) -> _Piece | None:
    """第五十五 is 55."""
    if text[place] != "第":
        return None
    end = place + 1
    while end < len(text) and (text[end] in _DIGITS or text[end] in _UNITS or text[end].isdecimal()):
        end += 1
    if end == place + 1:
        return None
    return _Piece(text[place:end], Entry(Part.BRAND, ((str(_number(text[place + 1 : end])),),)))


def _number(digits: str) -> int:
    total, last = 0, 0
    for digit in digits:
        if digit in _UNITS:
            total, last = total + (last or 1) * _UNITS[digit], 0
        else:
            last = last * 10 + (_DIGITS[digit] if digit in _DIGITS else int(digit))
    return total + last


def _joined(pieces: tuple[_Piece, ...]) -> Iterator[_Piece]:
    unknown = ""
    for piece in pieces:
        if piece.entry is None:
            unknown += piece.text
            continue
        if unknown:
            yield _Piece(unknown)
        unknown = ""
        yield piece
    if unknown:
        yield _Piece(unknown)
