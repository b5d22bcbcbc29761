"""Literal words of a source, looked up in the text of that source.

A rule that quotes what its source does not say rests on nothing. The text is read as people read it: where a line ends,
or a word is broken off at the end of one, makes no difference.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from openkader.base.document import Entry
from openkader.base.text import Text
from openkader.kader.findings import Finding, error

_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
# A hyphen may be part of the word or only break it, so it counts for nothing; nor does the end of the line after it.
_HYPHEN = re.compile(r"(?<=\w)[-\u2010\u2011]\s*(?=\w|$)")
_MARKS = str.maketrans({"‘": "'", "’": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-"})
_SHOWN = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words that a kader takes from a source, and where it does so."""

    source: str
    words: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedUp:
    """How many passages of a source were looked up, and those that are not in its text."""

    source: str
    document: str
    number: int
    absent: tuple[Quotation, ...]


def quotations_in(entry: Entry) -> Iterator[Quotation]:
    """Every passage with literal words in a document, in the order in which they stand there."""
    if isinstance(entry.value, list):
        for part in entry.value:
            yield from quotations_in(part)
    if isinstance(entry.value, dict):
        source, words = (entry.value.get(key) for key in ("source", "words"))
        if source and words and isinstance(source.value, str) and isinstance(words.value, str):
            yield Quotation(source=source.value, words=" ".join(words.value.split()), where=words.where)
        for part in entry.value.values():
            yield from quotations_in(part)


def looked_up(quotations: Iterable[Quotation], source: str, document: str, text: str) -> LookedUp:
    """The passages of one source in its text."""
    cited = [one for one in quotations if one.source == source]
    whole = _folded(text)
    absent = tuple(one for one in cited if _folded(one.words) not in whole)
    return LookedUp(source=source, document=document, number=len(cited), absent=absent)


def absent_findings(found: Collection[LookedUp]) -> Iterator[Finding]:
    """Each passage that its source does not have."""
    for one in found:
        for quotation in one.absent:
            words = _short(quotation.words)
            text = Text(
                nl=f"{one.source} zegt dit nergens: ‘{words}’. Nagezocht in {one.document}.",
                en=f"{one.source} says this nowhere: ‘{words}’. Looked up in {one.document}.",
            )
            yield error("passage-absent", quotation.where, text)


def _folded(text: str) -> str:
    """The text as it is compared: one kind of blank, quote and dash, and no broken words."""
    plain = unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).translate(_MARKS)
    return " ".join(_HYPHEN.sub("", plain).split())


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"
