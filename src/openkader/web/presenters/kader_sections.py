"""The sections of a draft that are changed in a form: how they are called, and what their entries say in a list."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from openkader.base.document import Entry
from openkader.base.flowing import Plain, plain
from openkader.base.text import capital
from openkader.evaluation.definition_words import COLLECTION_NAMES
from openkader.kader import Finding, Kader
from openkader.kader.written_entries import MEASURES, WrittenEntry, WrittenList
from openkader.web.presenters.kader_readings import readings_in
from openkader.web.presenters.kader_rows import Voice, address, said_in, said_places
from openkader.web.presenters.kader_studio import file_words, text_url
from openkader.web.presenters.kader_terms import moment_words
from openkader.web.presenters.names import LIST_STATES, name_of
from openkader.web.shell import language

Line = dict[str, str]
Cell = dict[str, object]
Speaks = Callable[[Voice, WrittenEntry], Iterator[list[Line]]]
_MOST_WORDS = 6  # of the entries of a list, in a line


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One of them, under the name that its page has in the address."""

    slug: str
    key: str
    title: str | Promise
    lead: str | Promise
    change: str | Promise
    new: str | Promise
    saved: str | Promise
    added: str | Promise
    removed: str | Promise
    empty: str | Promise
    columns: tuple[str | Promise, ...]
    says: Speaks
    places: Callable[[Kader | None, str], list[str]] = (
        lambda _kader, _name: []
    )  # that lean on one by its name
    ordered: bool = False  # whether their order says something


def voice_of(
    section: Section, reference: str, kader: Kader | None, findings: Sequence[Finding] = ()
) -> Voice:
    """What it takes to say the entries of a section; of questions also where they are read."""
    facts = kader.facts if kader else {}
    readings = readings_in(kader) if section.key == "facts" else {}
    return Voice(reference=reference, kader=kader, facts=facts, findings=findings, readings=readings)


def shown_lists(section: Section, voice: Voice, lists: list[WrittenList]) -> list[Cell]:
    """Each list of a section with its entries in the order in which they stand."""
    several, reference = section.key == MEASURES or len(lists) > 1, voice.reference
    return [
        {
            "anchor": f"list-{number}",
            "title": _list_title(section, voice.kader, found) if several else "",
            "name": found.of or (file_words(found.file) if several else ""),
            "note": _list_note(reference, voice.kader, found),
            "rows": [shown_entry(section, voice, row) for row in found.rows],
            "text_url": text_url(reference, found.file),
            "new_url": address("kader_entry_new", reference, section.slug) + (f"?bij={found.of}" if found.of else ""),
        }
        for number, found in enumerate(lists, 1)
    ]  # fmt: skip


def shown_entry(section: Section, voice: Voice, row: WrittenEntry) -> Cell:
    """An entry in a list: its name with the way to its form, and what it says, column by column."""
    named = zip(section.columns[1:], section.says(voice, row), strict=True)
    return {
        "name": row.name,
        "line": row.line,
        "url": address("kader_entry", voice.reference, section.slug, row.name) if row.name != "nieuw" else "",
        "cells": [{"label": label, "lines": lines} for label, lines in named],
    }


def _list_title(section: Section, kader: Kader | None, found: WrittenList) -> str:
    if section.key != MEASURES:
        return file_words(found.file)
    line = next((one for one in kader.action_lines if one.id == found.of), None) if kader else None
    return f"{found.of}: {line.text.in_(language())}" if line else found.of


def _list_note(reference: str, kader: Kader | None, found: WrittenList) -> str:
    """Of an action line in which cases it applies."""
    line = next((one for one in kader.action_lines if one.id == found.of), None) if kader else None
    if line is None or kader is None:
        return ""
    voice = Voice(reference=reference, kader=kader, facts=kader.facts)
    return _("The line applies if %(condition)s.") % {"condition": voice.say(line.applies)}


def _measure(voice: Voice, row: WrittenEntry) -> Iterator[list[Line]]:
    said = row.said
    owner, days = said_in(said.get("owner")), said.get("moment_days")
    moment = moment_words(days) if isinstance(days, int) and not isinstance(days, bool) else None
    yield [
        main(said_in(said.get("text"))),
        *_labelled(_("Evidence"), said_in(said.get("evidence"))),
        *_labelled(_("Who sees to it"), owner),
        *_labelled(_("When"), moment or ""),
    ]
    yield condition_lines(voice, row, "when", _("in all cases of its action line"))
    yield [note(one) for one in said_places(voice, said)] or [none(_("no passage"))]


def _figure(voice: Voice, row: WrittenEntry) -> Iterator[list[Line]]:
    said = row.said
    counts = said.get("counts")
    over = COLLECTION_NAMES.get(counts) if isinstance(counts, str) else None
    yield [main(said_in(said.get("text"))), note(said_in(said.get("definition")))]
    kader = voice.kader
    fields = kader.records.get(str(counts), {}) if kader else {}
    own = Voice(reference=voice.reference, kader=kader, facts=fields)
    yield [
        main(capital(over.in_(language())) if over else str(counts or "")),
        *([note(_("each party once"))] if said.get("distinct") is True else []),
        *([note(_("without evidence it is unknown"))] if said.get("absence_is_unknown") is True else []),
    ]
    out_of = condition_lines(own, row, "of", "")
    yield [
        *condition_lines(own, row, "where", _("all of them")),
        *(note(_("out of: %(what)s") % {"what": one["text"]}) for one in out_of),
    ]


def _listing(voice: Voice, row: WrittenEntry) -> Iterator[list[Line]]:
    said = row.said
    items = said.get("items")
    known = items if isinstance(items, list) else []
    yield [main(said_in(said.get("title"))), note(said_in(said.get("note")))]
    yield [
        main(ngettext("%(number)s entry", "%(number)s entries", len(known)) % {"number": len(known)}),
        note(_first_words(known)),
        note(capital(name_of(LIST_STATES, str(said.get("status") or "")) or "")),
    ]
    yield [note(one) for one in _users(voice.kader, row.name)] or [none(_("no question"))]


def _users(kader: Kader | None, name: str) -> list[str]:
    """The questions whose answers stand on a list, and the list that it stands in for."""
    if kader is None:
        return []
    questions = [capital(fact.label.in_(language())) for fact in kader.facts.values() if name in fact.lists]
    slot = kader.lists[name].stands_in_for if name in kader.lists else None
    if slot is None or slot not in kader.lists:
        return questions
    return [*questions, _("stands in for %(list)s") % {"list": kader.lists[slot].title.in_(language())}]


def _first_words(items: list[Plain]) -> str:
    words = [said_in(one) for one in items[:_MOST_WORDS]]
    more = (
        [_("and %(number)s more") % {"number": len(items) - _MOST_WORDS}] if len(items) > _MOST_WORDS else []
    )
    return ", ".join(filter(None, (*words, *more)))


def condition_lines(voice: Voice, row: WrittenEntry, key: str, without: str) -> list[Line]:
    """A condition as a sentence, with what is wrong with it; `without` where there is none."""
    entry = row.entry.value.get(key) if isinstance(row.entry.value, dict) else None
    if not isinstance(entry, Entry) or plain(entry) is None:
        return [none(without)] if without else []
    words, wrong = voice.condition(entry)
    return [*([main(capital(words))] if words else []), *({"kind": "wrong", "text": one} for one in wrong)]


def _labelled(label: str, words: str) -> list[Line]:
    return [note(f"{label}: {words}")] if words else []


def main(words: str) -> Line:
    """What a cell says first."""
    return {"kind": "main", "text": words}


def note(words: str) -> Line:
    """What it says besides."""
    return {"kind": "note", "text": words}


def none(words: str) -> Line:
    """That there is nothing."""
    return {"kind": "none", "text": words}


SECTIONS: tuple[Section, ...] = (
    Section(
        slug="maatregelen",
        key=MEASURES,
        title=gettext_lazy("The measures"),
        lead=gettext_lazy("What each action line of this draft asks for. Choose one to change it in a form."),
        change=gettext_lazy("Change a measure"),
        new=gettext_lazy("A new measure"),
        saved=gettext_lazy("The measure is saved. It is a step of the text of its part."),
        added=gettext_lazy("The measure is added, behind the others of its line."),
        removed=gettext_lazy("The measure is taken away. It stays among the steps."),
        empty=gettext_lazy("Write an action line in the text of a part; then its measures stand here."),
        columns=(
            gettext_lazy("Measure"), gettext_lazy("What it asks"), gettext_lazy("Applies if"),
            gettext_lazy("Where it is written"),
        ),
        says=_measure,
    ),
    Section(
        slug="cijfers",
        key="figures",
        title=gettext_lazy("The figures"),
        lead=gettext_lazy("What the evaluation counts under this draft. Choose one to change it in a form."),
        change=gettext_lazy("Change a figure"),
        new=gettext_lazy("A new figure"),
        saved=gettext_lazy("The figure is saved. It is a step of the text of its part."),
        added=gettext_lazy("The figure is added. Name it in a chapter of the evaluation to show it there."),
        removed=gettext_lazy("The figure is taken away. It stays among the steps."),
        empty=gettext_lazy("A figure counts what stands in the register, such as activities or agreements."),
        columns=(
            gettext_lazy("Figure"), gettext_lazy("What it says"), gettext_lazy("What it counts"),
            gettext_lazy("What counts"),
        ),
        says=_figure,
    ),
    Section(
        slug="lijsten",
        key="lists",
        title=gettext_lazy("The lists"),
        lead=gettext_lazy("The words that questions and rules of this draft choose from. Choose one to change it."),
        change=gettext_lazy("Change a list"),
        new=gettext_lazy("A new list"),
        saved=gettext_lazy("The list is saved. It is a step of the text of its part."),
        added=gettext_lazy("The list is added, behind the others."),
        removed=gettext_lazy("The list is taken away. It stays among the steps."),
        empty=gettext_lazy("A list has codes with their words, such as desks, grounds or sectors."),
        columns=(
            gettext_lazy("List"), gettext_lazy("Title"), gettext_lazy("On it"), gettext_lazy("Answers to"),
        ),
        says=_listing,
    ),
)  # fmt: skip
