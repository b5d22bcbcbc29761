"""What is done with one rule of a draft: changed, added, taken away, moved; each is a step of its file."""

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
from openkader.casework.kader_rows import may_change_row, may_change_rows, may_remove_row
from openkader.casework.permissions import Act
from openkader.kader import Fact, Kader
from openkader.kader.rewriting import with_item, with_swapped, with_value, without_item
from openkader.kader.sections import CASE
from openkader.kader.written_entries import WrittenEntry
from openkader.kader.written_rows import WrittenTable, written_tables
from openkader.register.draft_kaders import read_draft
from openkader.register.hand import require
from openkader.register.kader_drafts import plain
from openkader.register.selectors.kader_versions import kader_draft
from openkader.web.acts.deeds import Deeds, Manner
from openkader.web.acts.kader_rewriting import in_words, keep_text, new_problems, seen_form
from openkader.web.acts.kader_studio import Drafting
from openkader.web.forms.kader_asked import Asked, known_to, sources_of
from openkader.web.forms.kader_rows import RowForm


@dataclass(frozen=True, kw_only=True)
class Ruling(Drafting):
    """The rules of a draft as they stand in its texts."""

    tables: list[WrittenTable]

    def table(self, name: str) -> WrittenTable:
        """The list of rules that an address names."""
        found = next((table for table in self.tables if table.name == name), None)
        if found is None:
            raise NotFound("kader-draft", f"{self.reference} {name}"[:80])
        return found

    def facts(self, table: WrittenTable) -> Mapping[str, Fact]:
        """The questions that its rules may ask."""
        known = self.known
        if known is None:
            return {}
        return known.facts if table.over == CASE else known.records.get(table.over, {})


@dataclass(frozen=True, kw_only=True)
class RulingRow(Ruling):
    """One rule of it, or one that is new; `row` is None there, and where it is gone."""

    name: str
    within: WrittenTable
    row: WrittenEntry | None
    is_new: bool

    @property
    def last_writer(self) -> str:
        """Who saved its file last."""
        return self.found.texts[self.within.file].by

    @cached_property
    def asked(self) -> Asked:
        """What its form asks."""
        facts = self.facts(self.within)
        gives = facts.get(self.within.gives) if self.within.gives is not None else None
        return Asked(
            known=known_to(self.known, facts),
            sources=sources_of(self.known),
            before=self.row.said if self.row is not None else {},
            gives=gives,
            is_new=self.row is None,
            taken={row.name: row.said for table in self.tables if table.is_proposal for row in table.rows},
        )

    @property
    def seen(self) -> str:
        """The digest by which a form knows again what it saw."""
        return self.within.seen if self.row is None else self.row.seen

    def rewritten(self, form: RowForm) -> str:
        """The text of its file with the rule as the form says it."""
        text, table = self.texts[self.within.file], self.within
        if self.row is None:
            return with_item(text, table.path, form.said(), in_lines=table.is_proposal)
        return with_value(text, (*table.path, self.row.place), form.said())

    def has(self, form: RowForm) -> bool:
        """Whether this new rule was added already, as by a second click."""
        last = self.within.rows[-1].said if self.within.rows else {}
        return self.row is None and form.cleaned_data["seen"] != self.within.seen and same(last, form.said())

    def after(self, text: str) -> tuple[Kader | None, tuple[Problem, ...]]:
        """The kader that the draft would be with this text."""
        return read_draft({**self.texts, self.within.file: text}, self.base.id)


def ruling(request: HttpRequest, now: Any, reference: str) -> Ruling:
    """The rules of the draft that an address names."""
    found = kader_draft(reference)
    return Ruling(request=request, now=now, found=found, tables=written_tables(plain(found.texts)))


def ruling_row(request: HttpRequest, now: Any, reference: str, table: str, row: str | None) -> RulingRow:
    """One of its rules; who wrote on one that is gone meanwhile keeps what was typed."""
    whole = ruling(request, now, reference)
    within = whole.table(table)
    found = None if row is None else _found(within, row, request.POST)
    if row is not None and found is None and request.method != "POST":
        raise NotFound("kader-draft", f"{reference} {table} {row}"[:80])
    return RulingRow(
        request=request,
        now=now,
        found=whole.found,
        tables=whole.tables,
        name=row or "",
        within=within,
        row=found,
        is_new=row is None,
    )


def _found(within: WrittenTable, name: str, sent: Mapping[str, Any]) -> WrittenEntry | None:
    """The rule that somebody saw, wherever it stands by now; in a table of another length its number says nothing."""
    same = within.same_row(sent.get("seen", ""), name)
    if (
        same is not None
        or within.is_proposal
        or sent.get("among", str(len(within.rows))) == str(len(within.rows))
    ):
        return same or within.row(name)
    return None


def row_form(place: RulingRow) -> RowForm:
    """What was sent; a rule that would be a mistake of the kader is said to be one, and not saved."""
    form = RowForm(place.asked, place.request.POST)
    if form.is_valid():
        for words in _mistakes(place, form):
            form.add_error(form.main, words)
    return form


def _mistakes(place: RulingRow, form: RowForm) -> list[str]:
    """What the kader would have wrong with this rule that it has right without; a layout is told by the deed."""
    if place.has(form):
        return []
    try:
        text = place.rewritten(form)
    except Refused:
        return []
    return [*dict.fromkeys(in_words(new_problems(place, place.after(text)[1])))]


def _save(place: RulingRow, form: forms.Form) -> str:
    assert isinstance(form, RowForm)  # noqa: S101 - made by `row_form`
    stand, text = place.row.seen if place.row is not None else None, place.rewritten(form)
    if text != place.texts[place.within.file]:  # else it says so already, as after a second click
        require(may_change_row(form.cleaned_data["seen"], stand, place.last_writer))
    keep_text(place, place.within.file, text)
    return _("The rule is saved. It is a step of the text of its part.")


def _add(place: RulingRow, form: forms.Form) -> str:
    assert isinstance(form, RowForm)  # noqa: S101 - made by `row_form`
    if not place.has(form):
        require(may_change_rows(form.cleaned_data["seen"], place.within.seen, place.last_writer))
        keep_text(place, place.within.file, place.rewritten(form))
    return _("The rule is added, behind the others.")


def _at(place: RulingRow, form: forms.Form) -> WrittenEntry:
    """The rule, in a table that still is as it was seen."""
    require(may_change_rows(form.cleaned_data["seen"], place.within.seen, place.last_writer))
    if place.row is None:
        raise NotFound("kader-draft", place.name[:80])
    return place.row


def _remove(place: RulingRow, form: forms.Form) -> str:
    row = _at(place, form)
    require(may_remove_row(len(place.within.rows)))
    keep_text(
        place, place.within.file, without_item(place.texts[place.within.file], place.within.path, row.place)
    )
    return _("The rule is taken away. It stays among the steps.")


def _up(place: RulingRow, form: forms.Form) -> str:
    return _moved(place, _at(place, form).place - 1)


def _down(place: RulingRow, form: forms.Form) -> str:
    return _moved(place, _at(place, form).place)


def _moved(place: RulingRow, first: int) -> str:
    if not 0 <= first < len(place.within.rows) - 1:
        return _("The rule stands where it can stand.")
    keep_text(
        place, place.within.file, with_swapped(place.texts[place.within.file], place.within.path, first)
    )
    return _("The rule is moved.")


def to_rows(request: HttpRequest, _form: forms.Form) -> str:
    """After the deed all rules are shown."""
    assert request.resolver_match is not None  # noqa: S101 - the page was found by it
    return reverse("kader_rows", args=[request.resolver_match.kwargs["reference"]])


ROW_ACTS: Deeds[RulingRow] = {
    "save": (Act.DRAFT_KADER, row_form, _save),
    "remove": (Act.DRAFT_KADER, seen_form, _remove),
    "up": (Act.DRAFT_KADER, seen_form, _up),
    "down": (Act.DRAFT_KADER, seen_form, _down),
}
NEW_ROW_ACTS: Deeds[RulingRow] = {"add": (Act.DRAFT_KADER, row_form, _add)}
ROW_MANNER = Manner(of="kader-draft", to=to_rows)
