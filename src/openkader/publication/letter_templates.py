"""The texts of letters, as the house and each organisation write them: for each outcome, and each ground of a kader."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from string import Formatter

from openkader.base.document import Entry, read_file
from openkader.base.reading import Fields, Reader
from openkader.base.text import Text
from openkader.casework.vocabulary import DecisionOutcome
from openkader.kader.reading import read_word

FILE = "letters.yaml"
WORDS = (
    *("title", "reference", "day", "received", "name", "organisation"),
    *("ground", "instrument", "motivation", "referred_to"),
)
PHRASES = (
    *("to", "subject", "dear", "name", "asked", "asked_once", "keep", "ground", "rests", "why"),
    *("object", "questions", "closing", "signed"),
)
Paragraphs = tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Templates:
    """What letters say: the phrases that each has, what is said of an outcome, and what of a ground."""

    phrases: Mapping[str, Text] = field(default_factory=dict)
    outcomes: Mapping[DecisionOutcome, Paragraphs] = field(default_factory=dict)
    grounds: Mapping[str, Paragraphs] = field(default_factory=dict)

    def over(self, house: "Templates") -> "Templates":
        """These texts, and those of the house where there are none."""
        return Templates(
            phrases={**house.phrases, **self.phrases},
            outcomes={**house.outcomes, **self.outcomes},
            grounds={**house.grounds, **self.grounds},
        )


def templates_of(packs: Path, organisation: str) -> Templates:
    """The letters of an organisation: its own where it wrote them, else those of the house."""
    own = packs / organisation / FILE
    house = _house()
    return _read_once(own, own.stat().st_mtime_ns).over(house) if own.is_file() else house


@lru_cache(maxsize=1)
def _house() -> Templates:
    return read_templates(Path(__file__).with_name(FILE))


@lru_cache(maxsize=8)
def _read_once(path: Path, written_at: int) -> Templates:
    """Read once; a file that was written again is read again."""
    return read_templates(path)


def read_templates(path: Path, grounds: Collection[str] | None = None) -> Templates:
    """The texts in a file, or `Invalid` with everything that is wrong with it, each with its line.

    With the `grounds` of the kaders at hand, a text for any other ground is wrong too: no letter would ever have it.
    """
    reader = Reader()
    parts = reader.mapping(read_file(path, FILE, reader.problems), (), ("phrases", "outcomes", "grounds"))
    phrases = parts.entry("phrases") or Entry({}, parts.where)
    reader.mapping(phrases, (), PHRASES)
    found = Templates(
        phrases={name: _text(reader, entry) for name, entry in reader.pairs(phrases)},
        outcomes={
            read_word(one, "outcome", DecisionOutcome, DecisionOutcome.HOLD): _paragraphs(one)
            for one in _each(parts, "outcomes", "outcome")
        },
        grounds={_ground(one, grounds): _paragraphs(one) for one in _each(parts, "grounds", "ground")},
    )
    reader.finish()
    return found


def _each(parts: Fields, key: str, name: str) -> Iterator[Fields]:
    """The entries of a part; what is named twice is said twice, and only the last would be read."""
    seen: set[str] = set()
    for entry in parts.items(key):
        fields = parts.reader.mapping(entry, (name, "paragraphs"))
        if named := fields.entry(name):
            if str(named.value) in seen:
                parts.reader.report("kader.duplicate-id", named.where, id=str(named.value))
            seen.add(str(named.value))
        yield fields


def _ground(fields: Fields, known: Collection[str] | None) -> str:
    word = fields.words("ground")
    if known is not None and word not in known:
        fields.reader.report("kader.unknown-word", fields.place("ground"), word=word, known=", ".join(known))
    return word


def _paragraphs(fields: Fields) -> Paragraphs:
    """At least one: without a word on the outcome or the ground there is no letter about it."""
    found = tuple(_text(fields.reader, entry) for entry in fields.items("paragraphs"))
    if fields.entry("paragraphs") and not found:
        fields.reader.report("document.empty-text", fields.place("paragraphs"), key="paragraphs")
    return found


def _text(reader: Reader, entry: Entry) -> Text:
    """A text of which every word between braces is one that can be filled in."""
    text = reader.text(entry)
    for language in (text.nl, text.en):
        for word in _words(language):
            if word not in WORDS:
                known = ", ".join(WORDS)
                reader.report("letters.unknown-word", entry.where, word=word[:40], known=known)
    return text


def _words(text: str) -> Iterator[str]:
    try:
        for _before, word, form, conversion in Formatter().parse(text):
            if word is not None:
                yield word if not form and not conversion else f"{word}:"
    except ValueError:  # a brace that is not closed
        yield "{"
