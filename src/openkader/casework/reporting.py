"""Reports to write: for whom each is, when it may be kept and made final, and what of it is still to be filled in.

A draft is text with headings (``# ``, ``## ``), points (``- ``) and paragraphs. What the register does not know stands
between square brackets, and a text that holds such a gap is not final.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from openkader.base.errors import Refusal
from openkader.base.text import Text
from openkader.casework.vocabulary import Confidentiality

GAP = Text(nl="[niet bekend: {what}]", en="[not known: {what}]")
_GAP = re.compile(r"\[(?:niet bekend|not known): [^\]\n]*\]")
LANGUAGES = ("nl", "en")
MOST_TEXT = 60_000


class ReportKind(StrEnum):
    """Which text is written about an activity."""

    MISSION_REPORT = "mission_report"  # to the council
    PUBLIC_TEXT = "public_text"  # a post or a blog
    FEEDBACK = "feedback"  # to those who took part

    @property
    def is_public(self) -> bool:
        """Whether people outside the council read it: then nothing confidential or personal is composed into it."""
        return self is not ReportKind.MISSION_REPORT


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportStand:
    """How far a report is: the version that counts, by whom it is, and whether it is final."""

    version: int = 0
    by: str = ""
    text: str = ""
    is_final: bool = False


def gaps_of(text: str) -> tuple[str, ...]:
    """What still has to be filled in, each once."""
    return tuple(dict.fromkeys(_GAP.findall(text)))


def may_write(kind: ReportKind, level: Confidentiality | None) -> Refusal | None:
    """Of a confidential case nothing is composed for people outside."""
    is_shut = kind.is_public and level is not None and level.is_confidential
    return Refusal("report.confidential") if is_shut else None


def may_save(text: str, seen: int, stand: ReportStand) -> Refusal | None:
    """A text says something, and its writer saw the version before it."""
    if not text.strip():
        return Refusal("report.empty")
    return Refusal("report.meanwhile", {"by": stand.by}) if seen != stand.version else None


def may_finish(seen: int, stand: ReportStand) -> Refusal | None:
    """What was saved last, and was read, is made final once nothing of it has to be filled in."""
    if not stand.version:
        return Refusal("report.not-saved")
    if seen != stand.version:
        return Refusal("report.meanwhile", {"by": stand.by})
    if stand.is_final:
        return Refusal("report.final-already")
    gaps = gaps_of(stand.text)
    return Refusal("report.gaps", {"number": str(len(gaps)), "first": gaps[0]}) if gaps else None


def changed_since(then: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """The sections that the register would compose otherwise than it did when a version was saved.

    Where a program wrote the first version nobody saw what the register composes: then none is known to be another.
    """
    if not then:
        return ()
    return tuple(name for name, digest in now.items() if then.get(name) != digest)
