"""Reading each part of a kader: one function a part, all problems collected."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from openkader.base.document import Entry
from openkader.base.reading import Fields, Reader
from openkader.base.text import Text
from openkader.kader.facts import Fact, FactType, Option
from openkader.kader.model import Chapter, Figure, Table, TableRow
from openkader.kader.reading import (
    ConditionReader,
    Vocabulary,
    nearest,
    read_option,
    read_passages,
    read_value,
    read_word,
)
from openkader.kader.sources import Listing, ListStatus, Source

Sources = Mapping[str, Source]
E = TypeVar("E", bound=StrEnum)
CASE = "case"


def read_source(reader: Reader, entry: Entry) -> Source:
    """A document that the kader rests on; `available: false` says that it could not be read."""
    fields = reader.mapping(
        entry, ("id", "title", "publisher"), ("date", "url", "available", "note", "supersedes")
    )
    return Source(
        id=fields.words("id"),
        title=fields.text("title"),
        publisher=fields.words("publisher"),
        date=fields.words_or_none("date"),
        url=fields.words_or_none("url"),
        available=fields.truth("available") is not False,
        note=fields.text_or_none("note"),
        supersedes=fields.codes("supersedes"),
    )


def read_listing(reader: Reader, entry: Entry) -> Listing:
    """A list of values; a list that was not found must be empty."""
    fields = reader.mapping(
        entry, ("id", "title", "status"), ("publisher", "date", "url", "note", "stands_in_for", "items")
    )
    listing = Listing(
        id=fields.words("id"),
        title=fields.text("title"),
        status=read_word(fields, "status", ListStatus, ListStatus.FOUND),
        publisher=fields.words_or_none("publisher"),
        date=fields.words_or_none("date"),
        url=fields.words_or_none("url"),
        note=fields.text_or_none("note"),
        stands_in_for=fields.words_or_none("stands_in_for"),
        items=_options(fields, "items"),
    )
    if listing.status is ListStatus.NOT_FOUND and listing.items:
        reader.report("kader.slot-not-empty", fields.place("items"), list=listing.id)
    return listing


def read_fact(reader: Reader, entry: Entry, lists: Mapping[str, Listing]) -> Fact:
    """A question; its options stand here or in one or more lists of the kader."""
    fields = reader.mapping(
        entry,
        ("id", "type", "label"),
        ("question", "help", "answered_by", "options", "options_from", "yes", "no", "worsens"),
    )
    fact = Fact(
        id=fields.words("id"),
        type=read_word(fields, "type", FactType, FactType.TRUTH),
        label=fields.text("label"),
        question=fields.text_or_none("question"),
        help=fields.text_or_none("help"),
        answered_by=fields.words_or_none("answered_by"),
        options=_options(fields, "options") + _options_from(fields, lists),
        lists=fields.codes("options_from"),
        yes=fields.text_or_none("yes"),
        no=fields.text_or_none("no"),
    )
    _check_fact(fields, fact)
    return replace(fact, worsens=_graver(fields, fact))


def _graver(fields: Fields, fact: Fact) -> tuple[str, ...]:
    """The findings in order of gravity: all options as they stand, or those that are listed."""
    entry = fields.entry("worsens")
    if entry is None or entry.value is False:
        return ()
    if entry.value is True:
        return tuple(option.code for option in fact.options) or ("true",)
    codes = fields.codes("worsens")
    for code in codes:
        if fact.option(code) is None:
            fields.reader.report(
                "condition.not-an-option", entry.where, fact=fact.id, value=code, options=fact.allowed
            )
    return codes


def _check_fact(fields: Fields, fact: Fact) -> None:
    needs_options = fact.type in (FactType.CHOICE, FactType.SEVERAL)
    if needs_options != bool(fact.options):
        fields.reader.report("kader.options", fields.where, fact=fact.id, type=fact.type)
    if fact.type in (FactType.TRUTH, FactType.SEVERAL) and not (fact.yes and fact.no):
        fields.reader.report("kader.needs-statements", fields.where, fact=fact.id)


def read_table(
    reader: Reader, entry: Entry, vocabularies: Mapping[str, Vocabulary], sources: Sources
) -> Table:
    """A table that derives one fact, of a case or of the records of one collection."""
    fields = reader.mapping(entry, ("gives", "rows"), ("over", "otherwise", "note"))
    over = fields.words_or_none("over") or CASE
    vocabulary = vocabularies.get(over)
    if vocabulary is None:
        reader.report(
            "kader.unknown-collection", fields.place("over"), name=over, known=", ".join(vocabularies)
        )
        vocabulary = vocabularies[CASE]
    gives = fields.words("gives")
    fact = vocabulary.facts.get(gives)
    if fact is None:
        near = nearest(gives, vocabulary.facts)
        reader.report("condition.unknown-fact", fields.place("gives"), fact=gives, near=near)
        fact = Fact(id="-", type=FactType.TRUTH, label=Text("", ""))
    conditions = ConditionReader(reader, vocabulary)
    rows = [_table_row(fact, row, conditions, sources) for row in fields.items("rows")]
    otherwise = fields.entry("otherwise")
    return Table(
        gives=fact.id,
        over=over,
        rows=tuple(rows),
        otherwise=read_value(reader, fact, otherwise) if otherwise else None,
        note=fields.text_or_none("note"),
        where=entry.where,
    )


def _table_row(fact: Fact, entry: Entry, conditions: ConditionReader, sources: Sources) -> TableRow:
    reader = conditions.reader
    fields = reader.mapping(entry, ("when", "value"), ("cites",))
    value = fields.entry("value")
    answer = read_value(reader, fact, value) if value else None
    return TableRow(
        when=conditions.read(fields.entry("when")),
        value=False if answer is None else answer,
        cites=read_passages(fields, sources),
    )


def read_figure(reader: Reader, entry: Entry, vocabularies: Mapping[str, Vocabulary]) -> Figure:
    """A figure: which collection is counted, and which of its rows."""
    fields = reader.mapping(
        entry,
        ("id", "text", "definition", "counts"),
        ("where", "of", "distinct", "absence_is_unknown", "unit"),
    )
    counts = fields.words("counts")
    vocabulary = vocabularies.get(counts)
    if vocabulary is None or counts == CASE:
        known = ", ".join(name for name in vocabularies if name != CASE)
        reader.report("kader.unknown-collection", fields.place("counts"), name=counts, known=known)
        vocabulary = vocabularies[CASE]
    conditions = ConditionReader(reader, vocabulary)
    of = fields.entry("of")
    return Figure(
        id=fields.words("id"),
        text=fields.text("text"),
        definition=fields.text("definition"),
        counts=counts,
        where=conditions.read(fields.entry("where")),
        of=conditions.read(of) if of else None,
        distinct=fields.truth("distinct") is True,
        absence_is_unknown=fields.truth("absence_is_unknown") is True,
        unit=fields.text_or_none("unit"),
    )


def read_chapter(reader: Reader, entry: Entry, known: Mapping[str, frozenset[str]]) -> Chapter:
    """A chapter of the evaluation; what it shows must exist in the kader."""
    fields = reader.mapping(entry, ("id", "title"), ("figures", "action_lines", "preconditions"))
    for key, names in known.items():
        for name in fields.codes(key):
            if name not in names:
                reader.report("kader.unknown-name", fields.place(key), name=name, part=key)
    return Chapter(
        id=fields.words("id"),
        title=fields.text("title"),
        figures=fields.codes("figures"),
        action_lines=fields.codes("action_lines"),
        preconditions=fields.codes("preconditions"),
    )


def _options(fields: Fields, key: str) -> tuple[Option, ...]:
    options = tuple(read_option(fields.reader, entry) for entry in fields.items(key))
    seen: set[str] = set()
    for option, entry in zip(options, fields.items(key), strict=True):
        if option.code in seen:
            fields.reader.report("kader.duplicate-id", entry.where, id=option.code)
        seen.add(option.code)
    return options


def _options_from(fields: Fields, lists: Mapping[str, Listing]) -> tuple[Option, ...]:
    options: list[Option] = []
    for name in fields.codes("options_from"):
        if name in lists:
            options += lists[name].items
        else:
            fields.reader.report("condition.unknown-list", fields.place("options_from"), list=name)
    return tuple(options)
