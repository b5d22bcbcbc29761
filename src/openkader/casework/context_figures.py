"""Context figures: what others say of the world around, each with its source, and whether its parts add up."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from openkader.base.errors import Refusal
from openkader.base.text import Text

LONGEST = 2000
LONGEST_NAME = 300
LONGEST_UNIT = 60
LONGEST_ADDRESS = 500
MOST_PARTS = 30
FIRST_YEAR, LAST_YEAR = 1900, 2200
PLACES = 4  # behind the decimal sign
MOST_DIGITS = 15  # that a number keeps in whatever database: one with more would come back as another
_MOST = Decimal(10) ** 14
_URL = re.compile(r"https?://\S+")
_SPACES = re.compile(r"[\s\u00a0\u202f']")
_PLAIN = re.compile(r"\d+")
_DUTCH = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+),(\d{1,4})")
_ENGLISH = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)\.(\d{1,4})")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:,\d{3}){2,}")
_EITHER = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")


@dataclass(frozen=True, slots=True)
class Part:
    """One of the numbers that a figure is made of."""

    name: Text
    value: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextDraft:
    """A figure of others as somebody wants to note it; `about` is the year that it is of."""

    name: Text
    value: Decimal
    unit: Text
    about: int | None
    title: str
    publisher: str = ""
    url: str = ""
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckSum:
    """What came of adding up the parts; `short` is how much they fall short of the whole, below zero when over."""

    total: Decimal
    short: Decimal

    @property
    def adds_up(self) -> bool:
        """Whether the parts are the whole."""
        return self.short == 0


def check_sum(value: Decimal, parts: Sequence[Decimal]) -> CheckSum | None:
    """The parts beside the whole; None where no parts are given, so that nothing could be checked."""
    if not parts:
        return None
    total = sum(parts, Decimal(0))
    return CheckSum(total, value - total)


def read_number(words: str) -> Decimal | None:
    """The number that somebody typed, with a decimal comma or point; None where it can mean two things or none.

    ``95,2`` and ``95.2`` are the same, ``1.234.567`` is more than a million. ``95.200`` may be either, so it is none.
    """
    text = _SPACES.sub("", words.strip()).replace("\u2212", "-")
    is_minus, text = text.startswith("-"), text.removeprefix("-")
    found = _unsigned(text) if text.isascii() else None
    if found is None or found >= _MOST:
        return None
    return -found if is_minus else found


def _unsigned(text: str) -> Decimal | None:
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    if _THOUSANDS.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", ""))
    if _EITHER.fullmatch(text):
        return None
    match = _DUTCH.fullmatch(text) or _ENGLISH.fullmatch(text)
    return Decimal(f"{re.sub(r'[.,]', '', match[1])}.{match[2]}") if match else None


def may_note_context(draft: ContextDraft) -> Refusal | None:
    """A figure with a name and a source; parts that do not add up are no reason, for it is others who say so."""
    if not 0 < len(draft.name.nl.strip()) <= LONGEST_NAME:
        return Refusal("context.no-name", {"limit": str(LONGEST_NAME)})
    if len(draft.unit.nl) > LONGEST_UNIT:
        return Refusal("context.long-unit", {"limit": str(LONGEST_UNIT)})
    if draft.about is None or not FIRST_YEAR <= draft.about <= LAST_YEAR:
        return Refusal("context.no-year")
    if not all(is_exact(value) for value in (draft.value, *(one.value for one in draft.parts))):
        return Refusal("context.too-exact", {"limit": str(MOST_DIGITS)})
    return _has_source(draft) or _has_parts(draft)


def is_exact(value: Decimal) -> bool:
    """Whether a number is read back as it was written; noughts at the end of a fraction say nothing."""
    return len(value.normalize().as_tuple().digits) <= MOST_DIGITS


def _has_source(draft: ContextDraft) -> Refusal | None:
    if not 0 < len(draft.title.strip()) <= LONGEST_NAME or len(draft.publisher) > LONGEST_NAME:
        return Refusal("context.no-source", {"limit": str(LONGEST_NAME)})
    if draft.url and not (len(draft.url) <= LONGEST_ADDRESS and _URL.fullmatch(draft.url)):
        return Refusal("context.bad-address")
    return None


def _has_parts(draft: ContextDraft) -> Refusal | None:
    if len(draft.parts) > MOST_PARTS or any(not 0 < len(one.name.nl) <= LONGEST_NAME for one in draft.parts):
        return Refusal("context.parts", {"limit": str(MOST_PARTS)})
    return None


def may_strike_out_context(reason: str, *, is_gone: bool) -> Refusal | None:
    """What was noted wrongly is struck out once, with a reason."""
    if is_gone:
        return Refusal("context.struck-out")
    return (
        None if 0 < len(reason.strip()) <= LONGEST else Refusal("context.no-reason", {"limit": str(LONGEST)})
    )
