"""The rules of a draft in words: each with what follows, in which cases, and where that is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from openkader.base.document import Entry
from openkader.base.flowing import Plain, as_list, plain
from openkader.base.messages import sentence
from openkader.base.reading import Reader
from openkader.base.text import Text, capital
from openkader.kader import Condition, Fact, Finding, Kader, Outcome, Speaker
from openkader.kader.reading import ConditionReader, Vocabulary
from openkader.kader.readings import Reading
from openkader.kader.records import OUTCOMES
from openkader.kader.written_entries import WrittenEntry
from openkader.kader.written_rows import WrittenTable
from openkader.register.draft_kaders import difference_of, findings_of
from openkader.web.presenters.kader_difference import shown_difference
from openkader.web.presenters.kader_studio import text_url
from openkader.web.shell import language

_MOST_PAIRS = 5  # of outcomes that change, in a preview


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What it takes to say a rule of one table: the draft, its kader as far as it can be read, and the questions."""

    reference: str
    kader: Kader | None
    facts: Mapping[str, Fact]
    findings: Sequence[Finding] = ()
    readings: Mapping[str, Sequence[Reading]] = field(default_factory=dict)

    def condition(self, entry: Entry | None) -> tuple[str, list[str]]:
        """A condition as a sentence, or what is wrong with it."""
        if entry is None or entry.value is None:
            return "", [_("It does not say when it holds.")]
        reader = Reader()
        lists = self.kader.lists if self.kader else {}
        found = ConditionReader(reader, Vocabulary(self.facts, lists)).read(entry)
        wrong = [sentence(one.code, one.detail, language()) for one in reader.problems]
        return ("", wrong) if wrong else (Speaker(self.facts, lists, language()).say(found), [])

    def said(self, text: Text) -> str:
        """A text in the reader's language."""
        return text.in_(language())

    def say(self, condition: Condition) -> str:
        """A condition that was read, as a sentence."""
        return Speaker(self.facts, self.kader.lists if self.kader else {}, language()).say(condition)

    def source(self, name: str) -> str:
        """A source by its title; one that is not there by its code."""
        known = self.kader.sources.get(name) if self.kader else None
        return known.title.in_(language()) if known else name


def shown_table(voice: Voice, table: WrittenTable) -> dict[str, object]:
    """A table with its rules in the order in which they stand."""
    gives = voice.facts.get(table.gives) if table.gives else None
    note, otherwise = (_field(table.entry, name) for name in ("note", "otherwise"))
    return {
        "name": table.name,
        "anchor": f"rules-{table.name}".replace(".", "-").replace(" ", "-"),
        "title": table_title(table, voice.facts),
        "note": said_in(plain(note)) if note and not table.is_proposal else "",
        "is_proposal": table.is_proposal,
        "rows": [_shown_row(voice, table, row, gives) for row in table.rows],
        "otherwise": value_words(gives, plain(otherwise)) if otherwise and not table.is_proposal else "",
        "new_url": address("kader_row_new", voice.reference, table.name),
        "text_url": text_url(voice.reference, table.file),
    }


def table_title(table: WrittenTable, facts: Mapping[str, Fact]) -> str:
    """What a table is about."""
    if table.gives is None:
        return _("The proposal")
    fact = facts.get(table.gives)
    return capital(fact.label.in_(language())) if fact else table.gives


def _shown_row(voice: Voice, table: WrittenTable, row: WrittenEntry, gives: Fact | None) -> dict[str, object]:
    words, wrong = voice.condition(_field(row.entry, "when"))
    return {
        "name": row.name,
        "line": row.line,
        "url": address("kader_row", voice.reference, table.name, row.name),
        "becomes": row_value(row.said, gives, is_proposal=table.is_proposal),
        "when": capital(words),
        "wrong": wrong,
        "reason": said_in(row.said.get("reason")),
        "cites": said_places(voice, row.said),
    }


def row_value(said: Mapping[str, Plain], gives: Fact | None, *, is_proposal: bool) -> str:
    """What follows from a rule."""
    return outcome_words(said.get("outcome")) if is_proposal else value_words(gives, said.get("value"))


def row_sentence(voice: Voice, entry: Entry, gives: Fact | None, *, is_proposal: bool) -> str:
    """A whole rule in a sentence; nothing where its condition cannot be read."""
    said = plain(entry)
    words, wrong = voice.condition(_field(entry, "when"))
    if wrong or not isinstance(said, dict):
        return " ".join(wrong)
    becomes = row_value(said, gives, is_proposal=is_proposal)
    return _("%(outcome)s, if %(condition)s") % {"outcome": becomes, "condition": words}


def outcome_words(said: Plain) -> str:
    """An outcome as it is named everywhere; a word that is none as it stands."""
    found = next((one for one in Outcome if one == said), None)
    return capital(OUTCOMES[found].in_(language())) if found else str(said or "")


def value_words(gives: Fact | None, said: Plain) -> str:
    """A value of a table in words; of a question that is not there as it stands."""
    value = frozenset(map(str, said)) if isinstance(said, list) else said
    if gives is None or value is None or isinstance(value, dict):
        return str(said if said is not None else "")
    if isinstance(value, bool) and gives.yes and gives.no:
        return capital((gives.yes if value else gives.no).in_(language()))
    return capital(gives.say(value, language()))


def shown_preview(before: Kader | None, after: Kader | None) -> dict[str, object]:
    """What a rule changes of the draft, with an example of each change; nothing where either is no kader."""
    if before is None or after is None:
        return {}
    found = shown_difference(difference_of(before, after))
    pairs = found["pairs"]
    assert isinstance(pairs, list)  # noqa: S101 - as it was made
    was, becomes = findings_of(before), findings_of(after)
    return {
        **found,
        "pairs": pairs[:_MOST_PAIRS],
        "more_pairs": max(len(pairs) - _MOST_PAIRS, 0),
        "came": _only_in(becomes, was),
        "went": _only_in(was, becomes),
    }


def _only_in(these: Sequence[Finding], others: Sequence[Finding]) -> list[str]:
    """What the check finds in the one and not in the other; the lines on which it stands say nothing."""
    known = {(one.code, one.text) for one in others}
    return [one.text.in_(language()) for one in these if (one.code, one.text) not in known]


def address(name: str, *parts: str) -> str:
    """The page of a table or rule; empty where its name can stand in no address."""
    try:
        return reverse(name, args=parts) if all(parts) else ""
    except NoReverseMatch:
        return ""


def _field(entry: Entry, name: str) -> Entry | None:
    return entry.value.get(name) if isinstance(entry.value, dict) else None


def said_places(voice: Voice, said: Mapping[str, Plain]) -> list[str]:
    """Where something is written, each with its source."""
    return [cite for one in as_list(said.get("cites")) if (cite := _cite(voice, one))]


def said_in(said: Plain) -> str:
    """A bilingual text in the reader's language, as far as it is there."""
    found = said.get(language()) if isinstance(said, dict) else None
    return " ".join(found.split()) if isinstance(found, str) else ""


def _cite(voice: Voice, said: Plain) -> str:
    if not isinstance(said, dict):
        return ""
    words = [voice.source(str(said.get("source") or "")), str(said.get("place") or "")]
    return ": ".join(one for one in words if one)
