"""Reading about which themes an organisation interviews, strictly: all problems at once, each with its line."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from openkader.base.document import Entry, read_file
from openkader.base.reading import Anything, Fields, Reader
from openkader.base.text import Text
from openkader.kader.reading import read_passages
from openkader.kader.sources import Passage

FILE = "evaluation-interviews.yaml"
_LONGEST = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What is spoken about; with the passages that name it."""

    code: str
    text: Text
    cites: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewPlan:
    """The themes of the interviews, how long a quote may be, and how a reference begins."""

    prefix: str
    longest_quote: int
    themes: tuple[Theme, ...]

    @property
    def codes(self) -> frozenset[str]:
        """The themes by their names."""
        return frozenset(one.code for one in self.themes)

    def text_of(self, code: str) -> Text:
        """A theme in words; one that the list no longer holds by its name."""
        return next((one.text for one in self.themes if one.code == code), Text(nl=code, en=code))


def load_interviews(
    folder: Path, *, sources: Mapping[str, object] | None = None, measures: object = None
) -> InterviewPlan:
    """The file in an organisation's folder, or `Invalid` with everything that is wrong with it.

    `sources` are those of its kaders, where the file is checked beside them; the measures do not matter here.
    """
    reader = Reader()
    fields = reader.mapping(
        read_file(folder / FILE, FILE, reader.problems), ("prefix", "longest_quote", "themes")
    )
    known = Anything() if sources is None else sources
    found = InterviewPlan(
        prefix=fields.words("prefix"),
        longest_quote=_length(fields),
        themes=tuple(_theme(reader, item, known) for item in fields.items("themes")),
    )
    _check_doubles(fields, found)
    reader.finish()
    return found


def _theme(reader: Reader, entry: Entry, sources: Mapping[str, object]) -> Theme:
    fields = reader.mapping(entry, ("code", "text", "cites"))
    return Theme(code=fields.words("code"), text=fields.text("text"), cites=read_passages(fields, sources))


def _length(fields: Fields) -> int:
    length = fields.integer("longest_quote") or 0
    if not 0 < length <= _LONGEST:
        fields.reader.report("interview.length", fields.place("longest_quote"), most=str(_LONGEST))
    return length


def _check_doubles(fields: Fields, found: InterviewPlan) -> None:
    codes = [one.code for one in found.themes]
    for code in sorted({one for one in codes if codes.count(one) > 1}):
        fields.reader.report("interview.theme-twice", fields.place("themes"), code=code[:60])
