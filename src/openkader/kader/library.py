"""The library beside the rules: on what policy lines to take rest, what else a rule rests on, what followed what.

A file of the library decides nothing, so the digest of a kader leaves it out: a line to take, a newer
source or a day of review can be written down while assessments of years ago are still made again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from openkader.base.document import Entry
from openkader.base.reading import Fields, Reader
from openkader.base.text import Text
from openkader.kader.model import Kader
from openkader.kader.reading import read_passage, read_passages
from openkader.kader.sections import read_listing
from openkader.kader.sources import Citation, Listing, Passage, Policy, Source

LIBRARY = ("policies", "citations", "public_account", "register_lists")
_MAY_LIE_BESIDE = frozenset({*LIBRARY, "sources", "messages"})
Parts = Mapping[str, Sequence[Entry]]


def is_library(document: Entry) -> bool:
    """Whether a file is of the library: it has a part of it, and beside that only sources and lines to take."""
    parts = frozenset(document.value) if isinstance(document.value, dict) else frozenset[str]()
    return bool(parts.intersection(LIBRARY)) and parts <= _MAY_LIE_BESIDE


def with_library(reader: Reader, parts: Parts, kader: Kader) -> Kader:
    """The kader with what its library says of its sources, rules and lines."""
    _check_successions(reader, parts["sources"], kader.sources)
    known = _known(kader)
    policies: dict[str, Policy] = {}
    for entry in parts["policies"]:
        line, policy = _policy(reader, entry, kader)
        if line in policies:
            reader.report("kader.duplicate-id", entry.where, id=line)
        policies[line] = policy
    return replace(
        kader,
        lists={**kader.lists, **_register_lists(reader, parts["register_lists"], kader)},
        messages=tuple(replace(one, policy=policies.get(one.id)) for one in kader.messages),
        citations=tuple(_citation(reader, entry, kader, known) for entry in parts["citations"]),
        public_account=_public_account(reader, parts["public_account"], kader),
    )


def _register_lists(reader: Reader, entries: Sequence[Entry], kader: Kader) -> dict[str, Listing]:
    """Words that the register uses and no rule does: they come after the rules were read, so none can name them."""
    found: dict[str, Listing] = {}
    for entry in entries:
        listing = read_listing(reader, entry)
        if listing.id in found or listing.id in kader.lists:
            reader.report("kader.duplicate-id", entry.where, id=listing.id)
        found[listing.id] = listing
    return found


def _policy(reader: Reader, entry: Entry, kader: Kader) -> tuple[str, Policy]:
    fields = reader.mapping(entry, ("message", "rests_on", "review_on"), ("cites",))
    line = fields.words("message")
    if line not in {one.id for one in kader.messages}:
        reader.report("kader.unknown-name", fields.place("message"), name=line, part="messages")
    rests_on = fields.entry("rests_on") or Entry({}, entry.where)
    passage = read_passage(reader, rests_on, kader.sources)
    source = kader.sources.get(passage.source)
    if source is not None and source.date is None:
        reader.report("kader.undated-source", rests_on.where, source=source.id)
    day = fields.day("review_on") or date.max
    return line, Policy(rests_on=passage, review_on=day, cites=read_passages(fields, kader.sources))


def _citation(reader: Reader, entry: Entry, kader: Kader, known: Mapping[str, frozenset[str]]) -> Citation:
    fields = reader.mapping(entry, ("part", "rule", "source"), ("place", "words"))
    part, rule = fields.words("part"), fields.words("rule")
    if part not in known:
        reader.report("kader.unknown-word", fields.place("part"), word=part, known=", ".join(known))
    elif rule not in known[part]:
        reader.report("kader.unknown-name", fields.place("rule"), name=rule, part=part)
    return Citation(part=part, rule=rule, passage=_passage_of(fields, kader.sources))


def _passage_of(fields: Fields, sources: Mapping[str, Source]) -> Passage:
    source = fields.words("source")
    if source not in sources:
        fields.reader.report("kader.unknown-source", fields.place("source"), source=source)
    return Passage(source=source, place=fields.words_or_none("place"), words=fields.words_or_none("words"))


def _public_account(reader: Reader, entries: Sequence[Entry], kader: Kader) -> str | None:
    """The measure that is shown by accounting for a meeting in public; there is at most one."""
    found: str | None = None
    for entry in entries:
        fields = reader.mapping(entry, ("measure",))
        name = fields.words("measure")
        if found is not None:
            reader.report("kader.duplicate-id", entry.where, id=name)
        if name not in {measure.id for measure in kader.measures}:
            reader.report("kader.unknown-name", fields.place("measure"), name=name, part="action_lines")
        found = name
    return found


def _check_successions(reader: Reader, entries: Sequence[Entry], sources: Mapping[str, Source]) -> None:
    """Who follows is dated, whom it follows is known, and nobody follows itself, not even by a detour."""
    places = {name: entry.where for entry in entries if (name := _id(entry)) is not None}
    for source in sources.values():
        where = places.get(source.id, "sources")
        for older in source.supersedes:
            if older not in sources:
                reader.report("kader.unknown-source", where, source=older)
        if source.supersedes and source.date is None:
            reader.report("kader.undated-source", where, source=source.id)
        if source.id in _older(source, sources):
            reader.report("kader.follows-itself", where, source=source.id)


def _id(entry: Entry) -> str | None:
    known = entry.value.get("id") if isinstance(entry.value, dict) else None
    return known.value if known is not None and isinstance(known.value, str) else None


def _older(source: Source, sources: Mapping[str, Source]) -> frozenset[str]:
    """Every source that this one follows, also by way of another."""
    found: set[str] = set()
    wait = list(source.supersedes)
    while wait:
        name = wait.pop()
        if name not in found:
            found.add(name)
            wait += sources[name].supersedes if name in sources else ()
    return frozenset(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A part of a kader that rests on a source: which, its words, and where it says so."""

    part: str
    rule: str
    text: Text
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A part of a kader that rests on a source which was followed by a newer one that the part does not cite."""

    use: Use
    older: str
    newer: str


def uses(kader: Kader) -> Iterator[Use]:
    """Everything that rests on sources, with the passages that stand in it, in its policy and beside it."""
    for part, rules in _rules(kader).items():
        for rule, text, cites in rules:
            yield Use(part=part, rule=rule, text=text, passages=(*cites, *beside(kader, part, rule)))


def beside(kader: Kader, part: str, rule: str) -> tuple[Passage, ...]:
    """The further places on which a rule rests."""
    return tuple(one.passage for one in kader.citations if (one.part, one.rule) == (part, rule))


def uses_of(kader: Kader, source: str) -> tuple[Use, ...]:
    """What cites a source."""
    return tuple(use for use in uses(kader) if any(one.source == source for one in use.passages))


def followers(kader: Kader, source: str) -> tuple[Source, ...]:
    """The newer sources that follow this one, also by way of another; the one that follows it first in front."""
    found = [one for one in kader.sources.values() if source in _older(one, kader.sources)]
    return tuple(sorted(found, key=lambda one: (one.date or "", one.id)))


def up_for_review(kader: Kader) -> tuple[Review, ...]:
    """What has to be read again: it cites a source that was followed, and none of those that followed."""
    found = []
    newer = {name: followers(kader, name) for name in kader.sources}
    for use in uses(kader):
        cited = {passage.source for passage in use.passages}
        for older in sorted(cited):
            after = newer.get(older, ())
            if after and not cited.intersection(one.id for one in after):
                found.append(Review(use=use, older=older, newer=after[-1].id))
    return tuple(found)


def _known(kader: Kader) -> dict[str, frozenset[str]]:
    return {part: frozenset(rule for rule, _, _ in rules) for part, rules in _rules(kader).items()}


def _rules(kader: Kader) -> dict[str, list[tuple[str, Text, tuple[Passage, ...]]]]:
    lines = [(one.id, one.text, (*one.cites, *_rests(one.policy))) for one in kader.messages]
    named = [(one, kader.facts[one.fact].label) for one in kader.fillings if one.fact in kader.facts]
    return {
        "constraints": [(one.id, one.text, one.cites) for one in kader.constraints],
        "preconditions": [(one.id, one.text, one.cites) for one in kader.preconditions],
        "proposal": [(one.id, one.reason, one.cites) for one in kader.proposal],
        "action_lines": [(one.id, one.text, one.cites) for one in kader.action_lines],
        "measures": [(one.id, one.text, one.cites) for one in kader.measures],
        "consultations": [(one.desk, one.reason, one.cites) for one in kader.consultations],
        "fillings": [(one.fact, label, one.cites) for one, label in named],
        "mandates": [(one.id, one.reason, one.cites) for one in kader.mandates],
        "messages": lines,
    }


def _rests(policy: Policy | None) -> tuple[Passage, ...]:
    return () if policy is None else (policy.rests_on,)
