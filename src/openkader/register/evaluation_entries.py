"""What is handed to the services of a written evaluation.

What the register counts is counted above it: whoever hands an entry in says what the figures are now.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from openkader.casework.evaluating import Readings


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationEntry:
    """The evaluation of a year that is begun, by which kader and in which languages."""

    year: int
    kader: str
    kader_digest: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfChapter:
    """The chapter of an evaluation in one language."""

    year: int
    chapter: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterEntry(OfChapter):
    """A text as it is saved after a version was seen, or why the chapter stays empty. `figures` are those of now."""

    text: str = ""
    left_empty: str | None = None
    seen: int = 0
    figures: Readings = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class LookEntry(OfChapter):
    """That a passage still stands with what its figures say now."""

    passage: str
    figures: Readings


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentEntry(OfChapter):
    """What somebody says of a passage."""

    passage: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionEntry:
    """The answer that settles a comment of a year."""

    year: int
    comment: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptionEntry:
    """Everything that is adopted, as the register counts it now.

    `seen` is the digest that was shown to who adopts, and `account_digest` that of the account. `chapters` are the
    chapters by name with their titles in order of reading. `account` is what everybody may see, `inside` all rows.
    `figures` are the bound ones with what they say, `parts` what a text can take as a table or a chart, as it is
    written. `drawn` are those that the texts take, by language, as plain data. What the quotes say the service reads
    itself: consent can be withdrawn until the last moment.
    """

    year: int
    seen: str
    kader_digest: str
    chapters: tuple[tuple[str, Mapping[str, str]], ...]
    account: Mapping[str, object]
    account_digest: str
    inside: Mapping[str, object]
    figures: Readings
    parts: Collection[str]
    drawn: Mapping[str, Mapping[str, object]] = field(default_factory=dict)

    @property
    def titles(self) -> dict[str, str]:
        """The chapters with the title by which a refusal names them."""
        return {name: title["nl"] for name, title in self.chapters}


@dataclass(frozen=True, slots=True, kw_only=True)
class ErratumEntry(OfChapter):
    """A correction of what was adopted."""

    said: str
    must_say: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RestatementEntry:
    """A figure of an adopted year that counts otherwise now, and why."""

    year: int
    figure: str
    now: Mapping[str, object]
    why: str
