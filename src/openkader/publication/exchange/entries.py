"""Lines to take and lists of values as one strict text each: written from the texts of a kader, and read again.

The text is of the form of a kader's library, so that what is taken over lies in a draft as it came. The condition
under which a line fits goes along; whether its questions are known here is another matter.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from openkader.base.document import Entry, read_text
from openkader.base.flowing import Plain, plain, same
from openkader.base.reading import Reader
from openkader.base.text import Text
from openkader.kader.laying_out import item_lines
from openkader.kader.reading import read_passage, read_passages
from openkader.kader.sections import read_listing, read_source
from openkader.kader.sources import Listing, Passage, Source
from openkader.kader.written_entries import written_lists

MOST_TEXT = 500_000
_MESSAGES = ("messages", "policies", "sources")
_LISTS = ("lists",)
Said = Mapping[str, Plain]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line to take with the policy on which it rests, and the sources that both name."""

    id: str
    text: Text
    audience: Text
    topic: str
    said: dict[str, Plain]
    policy: dict[str, Plain] | None
    rests_on: Passage | None
    review_on: date | None
    sources: Mapping[str, Source]
    written: Mapping[str, dict[str, Plain]]  # the sources as they stand in the text

    @property
    def source(self) -> Source | None:
        """The document of its policy."""
        return self.sources.get(self.rests_on.source) if self.rests_on else None

    def is_same(self, other: "Line") -> bool:
        """Whether both say the same, on the same."""
        return (
            same(self.said, other.said)
            and same(self.policy, other.policy)
            and same(dict(self.written), dict(other.written))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ListIn:
    """A list of values, and how it stands in the text."""

    listing: Listing
    said: dict[str, Plain]

    @property
    def id(self) -> str:
        """Its name."""
        return self.listing.id

    def is_same(self, other: "ListIn") -> bool:
        """Whether both hold the same, from the same source."""
        return same(self.said, other.said)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Policy:
    """On what a line rests, and when it is looked at again."""

    passage: Passage
    day: date | None
    said: dict[str, Plain]


def messages_text(texts: Mapping[str, str], chosen: Collection[str]) -> str:
    """The chosen lines to take of a kader, with the policies on which they rest and the sources of both."""
    lines = [said for said in _all(texts, "messages") if said.get("id") in chosen]
    policies = [said for said in _all(texts, "policies") if said.get("message") in chosen]
    cited = {name for said in (*lines, *policies) for name in _cited(said)}
    sources = [said for said in _all(texts, "sources") if said.get("id") in cited]
    return written({"messages": lines, "policies": policies, "sources": sources})


def lists_text(texts: Mapping[str, str], chosen: Collection[str]) -> str:
    """The chosen lists of a kader, those that rules use and those that only the register does."""
    found = (*_all(texts, "lists"), *_all(texts, "register_lists"))
    return written({"lists": [said for said in found if said.get("id") in chosen]})


def written(sections: Mapping[str, Iterable[dict[str, Plain]]]) -> str:
    """The text of these sections; of none the text is empty."""
    return "".join(_section(name, list(rows)) for name, rows in sections.items())


def read_messages(text: str, name: str) -> dict[str, Line]:
    """The lines in a text, by their names; `Invalid` with everything that is wrong with it."""
    reader = Reader()
    parts = _parts(reader, text, name, _MESSAGES)
    sources = {one.id: (one, _plain(entry)) for one, entry in _sources(reader, parts["sources"])}
    known = {name: source for name, (source, _) in sources.items()}
    policies = dict(_policies(reader, parts["policies"], known))
    found: dict[str, Line] = {}
    for entry in parts["messages"]:
        line = _line(reader, entry, known, policies)
        if line.id in found:
            reader.report("kader.duplicate-id", entry.where, id=line.id)
        found[line.id] = line
    for unknown in sorted(set(policies) - set(found)):
        reader.report("kader.unknown-name", name, name=unknown, part="messages")
    reader.finish()
    return {
        name: _with_sources(line, {key: said for key, (_, said) in sources.items()})
        for name, line in found.items()
    }


def read_lists(text: str, name: str) -> dict[str, ListIn]:
    """The lists in a text, by their names; `Invalid` with everything that is wrong with it."""
    reader = Reader()
    found: dict[str, ListIn] = {}
    for entry in _parts(reader, text, name, _LISTS)["lists"]:
        listing = read_listing(reader, entry)
        if listing.id in found:
            reader.report("kader.duplicate-id", entry.where, id=listing.id)
        found[listing.id] = ListIn(listing=listing, said=_plain(entry))
    reader.finish()
    return found


def _parts(reader: Reader, text: str, name: str, sections: Collection[str]) -> dict[str, list[Entry]]:
    document = read_text(text, name, reader.problems)
    fields = reader.mapping(document, (), sections)
    return {section: reader.items(fields.entry(section)) for section in sections}


def _sources(reader: Reader, entries: Iterable[Entry]) -> Iterator[tuple[Source, Entry]]:
    seen = set[str]()
    for entry in entries:
        source = read_source(reader, entry)
        if source.id in seen:
            reader.report("kader.duplicate-id", entry.where, id=source.id)
        seen.add(source.id)
        yield source, entry


def _policies(
    reader: Reader, entries: Iterable[Entry], sources: Mapping[str, Source]
) -> Iterator[tuple[str, _Policy]]:
    seen = set[str]()
    for entry in entries:
        fields = reader.mapping(entry, ("message", "rests_on", "review_on"), ("cites",))
        passage = read_passage(reader, fields.entry("rests_on") or Entry({}, entry.where), sources)
        read_passages(fields, sources)
        message = fields.words("message")
        if message in seen:
            reader.report("kader.duplicate-id", entry.where, id=message)
        seen.add(message)
        yield message, _Policy(passage=passage, day=fields.day("review_on"), said=_plain(entry))


def _line(
    reader: Reader, entry: Entry, sources: Mapping[str, Source], policies: Mapping[str, _Policy]
) -> Line:
    fields = reader.mapping(entry, ("id", "text", "audience", "topic", "when"), ("cites",))
    read_passages(fields, sources)
    name = fields.words("id")
    policy = policies.get(name)
    return Line(
        id=name,
        text=fields.text("text"),
        audience=fields.text("audience"),
        topic=fields.words("topic"),
        said=_plain(entry),
        policy=policy.said if policy else None,
        rests_on=policy.passage if policy else None,
        review_on=policy.day if policy else None,
        sources=sources,
        written={},
    )


def _with_sources(line: Line, written_: Mapping[str, dict[str, Plain]]) -> Line:
    mine = {*_cited(line.said), *_cited(line.policy or {})}
    return replace(
        line,
        sources={name: one for name, one in line.sources.items() if name in mine},
        written={name: said for name, said in written_.items() if name in mine},
    )


def _section(name: str, rows: list[dict[str, Plain]]) -> str:
    items = "".join(f"  - {item_lines(row, 4, in_lines=True)}\n" for row in rows)
    return f"{name}:\n{items}" if rows else ""


def _all(texts: Mapping[str, str], section: str) -> Iterator[dict[str, Plain]]:
    for found in written_lists(texts, section):
        yield from (row.said for row in found.rows)


def _cited(said: Said) -> Iterator[str]:
    """The sources that an entry names."""
    cites = said.get("cites")
    for one in (said.get("rests_on"), *(cites if isinstance(cites, list) else ())):
        if isinstance(one, dict) and isinstance(one.get("source"), str):
            yield str(one["source"])


def _plain(entry: Entry) -> dict[str, Plain]:
    found = plain(entry)
    return found if isinstance(found, dict) else {}
