"""What is done with one measure, figure or list of a draft: changed, added, taken away; each is a step of its file."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from openkader.base.errors import NotFound, Problem, Refused
from openkader.base.flowing import same
from openkader.casework.kader_entries import may_change_entry, may_remove_entry
from openkader.casework.permissions import Act
from openkader.kader import Kader, Severity
from openkader.kader.heading import heading_file
from openkader.kader.rewriting import with_item, with_section, with_swapped, with_value, without_item
from openkader.kader.written_entries import MEASURES, WrittenEntry, WrittenList, written_lists
from openkader.register.draft_kaders import findings_of, read_draft
from openkader.register.hand import require
from openkader.register.kader_drafts import plain
from openkader.register.selectors.kader_versions import kader_draft
from openkader.web.acts.deeds import Deeds, Manner
from openkader.web.acts.kader_rewriting import in_words, keep_text, new_problems, seen_form
from openkader.web.acts.kader_studio import Drafting
from openkader.web.forms.kader_asked import sources_of
from openkader.web.forms.kader_entries import AskedEntry, EntryForm
from openkader.web.forms.kader_shapes import SHAPES
from openkader.web.forms.kader_values import count_in
from openkader.web.presenters.kader_all_sections import section_of
from openkader.web.presenters.kader_sections import Section
from openkader.web.presenters.kader_studio import file_of, file_words
from openkader.web.shell import language


@dataclass(frozen=True, kw_only=True)
class Sectioning(Drafting):
    """One section of a draft as it stands in its texts."""

    section: Section
    lists: list[WrittenList]

    @property
    def rows(self) -> list[tuple[WrittenList, WrittenEntry]]:
        """Its entries, each with the list that it is of."""
        return [(found, row) for found in self.lists for row in found.rows]


@dataclass(frozen=True, kw_only=True)
class EntryPlace(Sectioning):
    """One entry of it, or one that is new; `row` is None there, and where it is gone."""

    name: str
    within: WrittenList | None
    row: WrittenEntry | None
    is_new: bool

    @cached_property
    def asked(self) -> AskedEntry:
        """What its form asks."""
        of = self.request.GET.get("bij", "")
        of = of if any(found.of == of for found in self.lists) else ""
        return AskedEntry(
            kader=self.known,
            before=self.row.said if self.row is not None else {},
            sources=sources_of(self.known),
            is_new=self.row is None,
            taken={row.name: row.said for _within, row in self.rows},
            lists=[(_key(found), self._title(found)) for found in self.lists],
            name=f"{of}." if of else "",
            within=next((_key(found) for found in self.lists if of and found.of == of), ""),
            older=self.base,
            first=count_in(self.request.GET.get("vanaf", "")),
        )

    @property
    def seen(self) -> str:
        """The digest by which a form knows again what it saw."""
        return self.row.seen if self.row is not None else ""

    @property
    def last_writer(self) -> str:
        """Who saved its file last; of what is gone, whoever wrote last in the section."""
        files = [self.within.file] if self.within is not None else [found.file for found in self.lists]
        return next((self.found.texts[file].by for file in files), "")

    def rewritten(self, form: EntryForm) -> tuple[str, str]:
        """Its file, and the text of that with the entry as the form says it; written once for a form."""
        if form.written is None:
            form.written = self._rewritten(form)
        return form.written

    def _rewritten(self, form: EntryForm) -> tuple[str, str]:
        said, within = form.said(), self._list_for(form)
        if within is None:
            file = heading_file(self.texts) or next(iter(self.texts))
            return file, with_section(self.texts[file], self.section.key, said)
        text = self.texts[within.file]
        if self.row is None:
            return within.file, with_item(text, within.path, said, in_lines=True)
        return within.file, with_value(text, (*within.path, self.row.place), said)

    def has(self, form: EntryForm) -> bool:
        """Whether this new entry was added already, as by a second click."""
        known = self.asked.taken.get(form.cleaned_data.get("name", ""))
        return self.row is None and known is not None and same({**known}, form.said())

    def after(self, file: str, text: str) -> tuple[Kader | None, tuple[Problem, ...]]:
        """The kader that the draft would be with this text."""
        return read_draft({**self.texts, file: text}, self.base.id)

    def _list_for(self, form: EntryForm) -> WrittenList | None:
        if self.within is not None:
            return self.within
        chosen = form.cleaned_data.get("within", "")
        return next((found for found in self.lists if _key(found) == chosen), next(iter(self.lists), None))

    def _title(self, found: WrittenList) -> str:
        if self.section.key != MEASURES:
            return file_words(found.file)
        lines = self.known.action_lines if self.known else ()
        line = next((one for one in lines if one.id == found.of), None)
        return f"{found.of}: {line.text.in_(language())}" if line else found.of


def sectioning(request: HttpRequest, now: Any, reference: str, slug: str) -> Sectioning:
    """The section of the draft that an address names."""
    section, found = section_of(slug), kader_draft(reference)
    if section is None:
        raise NotFound("kader-draft", f"{reference} {slug}"[:80])
    lists = written_lists(plain(found.texts), section.key)
    return Sectioning(request=request, now=now, found=found, section=section, lists=lists)


def entry_place(request: HttpRequest, now: Any, reference: str, slug: str, name: str | None) -> EntryPlace:
    """One of its entries; who wrote on one that is gone meanwhile keeps what was typed."""
    whole = sectioning(request, now, reference, slug)
    seen = request.POST.get("seen", "")
    known = [(found, row) for found in whole.lists if (row := _found(found, name, seen)) is not None]
    if name is not None and not known and request.method != "POST":
        raise NotFound("kader-draft", f"{reference} {slug} {name}"[:80])
    within, row = known[0] if known else (None, None)
    return EntryPlace(
        request=request,
        now=now,
        found=whole.found,
        section=whole.section,
        lists=whole.lists,
        name=name or "",
        within=within,
        row=row,
        is_new=name is None,
    )


def _found(within: WrittenList, name: str | None, seen: str) -> WrittenEntry | None:
    """Of two with one name the one that somebody saw."""
    if name is None:
        return None
    same_row = within.same_row(seen, name)
    return same_row if same_row is not None and same_row.name == name else within.row(name)


def shown_form(place: EntryPlace, initial: Mapping[str, Any] | None = None) -> EntryForm:
    """The entry as it stands, or as it was typed."""
    return EntryForm(SHAPES[place.section.key], place.asked, initial=initial)


def sent_form(place: EntryPlace) -> EntryForm:
    """What was sent, judged by itself alone."""
    return EntryForm(SHAPES[place.section.key], place.asked, place.request.POST)


def entry_form(place: EntryPlace) -> EntryForm:
    """What was sent; an entry that would be a mistake of the kader is said to be one, and not saved."""
    form = sent_form(place)
    if form.is_valid():
        for words in _mistakes(place, form):
            form.add_error(form.main, words)
    return form


def _mistakes(place: EntryPlace, form: EntryForm) -> list[str]:
    """What the kader would have wrong with this entry that it has right without; a layout is told by the deed."""
    if place.has(form):
        return []
    try:
        file, text = place.rewritten(form)
    except Refused:
        return []
    return in_words(new_problems(place, place.after(file, text)[1]))


def uses_of(place: EntryPlace, file: str, text: str) -> list[str]:
    """Where it would be wrong without an entry: file by file with its lines, or what the check would find."""
    after, problems = place.after(file, text)
    lines: dict[str, list[str]] = {}
    for problem in new_problems(place, problems):
        lines.setdefault(file_words(file_of(problem)), []).append(problem.where.rpartition(":")[2])
    before, _problems = place.read
    if lines or before is None or after is None:
        said = _("%(file)s, line %(line)s")
        return [said % {"file": one, "line": ", ".join(dict.fromkeys(found))} for one, found in lines.items()]
    known = {(one.code, one.text) for one in findings_of(before)}
    errors = [one for one in findings_of(after) if one.severity is Severity.ERROR]
    return [one.text.in_(language()) for one in errors if (one.code, one.text) not in known]


def _save(place: EntryPlace, form: forms.Form) -> str:
    assert isinstance(form, EntryForm)  # noqa: S101 - made by `entry_form`
    file, text = place.rewritten(form)
    if text != place.texts[file]:  # else it says so already, as after a second click
        require(may_change_entry(form.cleaned_data["seen"], place.seen or None, place.last_writer))
    keep_text(place, file, text)
    return str(place.section.saved)


def _add(place: EntryPlace, form: forms.Form) -> str:
    assert isinstance(form, EntryForm)  # noqa: S101 - made by `entry_form`
    if not place.has(form):
        keep_text(place, *place.rewritten(form))
    return str(place.section.added)


def _remove(place: EntryPlace, form: forms.Form) -> str:
    require(may_change_entry(form.cleaned_data["seen"], place.seen or None, place.last_writer))
    assert place.within is not None and place.row is not None  # noqa: S101, PT018 - it has a stand
    text = without_item(place.texts[place.within.file], place.within.path, place.row.place)
    leaning = place.section.places(place.known, place.name)
    require(may_remove_entry(leaning or uses_of(place, place.within.file, text)))
    keep_text(place, place.within.file, text)
    return str(place.section.removed)


def _up(place: EntryPlace, form: forms.Form) -> str:
    return _moved(place, form, -1)


def _down(place: EntryPlace, form: forms.Form) -> str:
    return _moved(place, form, 0)


def _moved(place: EntryPlace, form: forms.Form, by: int) -> str:
    """It changes places with the one before it, or with the one behind it."""
    require(may_change_entry(form.cleaned_data["seen"], place.seen or None, place.last_writer))
    assert place.within is not None and place.row is not None  # noqa: S101, PT018 - it has a stand
    first = place.row.place + by
    if not 0 <= first < len(place.within.rows) - 1:
        return _("It stands where it can stand.")
    keep_text(
        place, place.within.file, with_swapped(place.texts[place.within.file], place.within.path, first)
    )
    return _("It is moved.")


def _key(found: WrittenList) -> str:
    return f"{found.file}:{found.of}"


def to_entries(request: HttpRequest, _form: forms.Form) -> str:
    """After the deed all entries are shown."""
    assert request.resolver_match is not None  # noqa: S101 - the page was found by it
    named = request.resolver_match.kwargs
    return reverse("kader_entries", args=[named["reference"], named["part"]])


ENTRY_ACTS: Deeds[EntryPlace] = {
    "save": (Act.DRAFT_KADER, entry_form, _save),
    "remove": (Act.DRAFT_KADER, seen_form, _remove),
    "up": (Act.DRAFT_KADER, seen_form, _up),
    "down": (Act.DRAFT_KADER, seen_form, _down),
}
NEW_ENTRY_ACTS: Deeds[EntryPlace] = {"add": (Act.DRAFT_KADER, entry_form, _add)}
ENTRY_MANNER = Manner(of="kader-draft", to=to_entries)
