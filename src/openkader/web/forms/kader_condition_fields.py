"""The conditions of one field of a part of a kader: a line each, that all hold or of which one does.

Where all hold, some can be alternatives of each other. What is nested deeper than that stays as it is, and is changed
in the text.
"""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from openkader.base.flowing import Plain
from openkader.casework.kader_rows import MOST_CONDITIONS
from openkader.kader.condition_lines import Joint, Lines, lines_of, written
from openkader.web.forms.fields import INPUT
from openkader.web.forms.kader_condition_lines import read_lines, turn_lines
from openkader.web.forms.kader_conditions import Known, LineFields, line_values, offer_facts
from openkader.web.forms.kader_entry_parts import Spot
from openkader.web.forms.kader_values import count_in

_NONE = Lines(joint=Joint.ALL, lines=())


class ConditionFields:
    """Those fields, under the name of the field that the conditions are of; there may be none."""

    def __init__(self, spot: Spot, known: Known, *, label: str, note: str, needed: bool = False) -> None:
        self.form, self.key, self.before = spot.form, spot.key, spot.before
        self.known, self.label, self.note, self.needed = known, label, note, needed
        self.was = lines_of(spot.before, known.facts)
        too_many = self.was is not None and len(self.was.lines) > MOST_CONDITIONS
        self.is_deep = spot.before is not None and (self.was is None or too_many)
        self.turned: set[int] = set()
        self.found = _NONE
        self.rows: list[LineFields] = []
        if not self.is_deep:
            self._add()

    def name(self, field: str) -> str:
        """One of the fields beside the lines."""
        return f"{field}_{self.key}"

    def shown(self) -> dict[str, object]:
        """All of it as the page lays it out."""
        found: dict[str, object] = {
            "kind": "conditions",
            "anchor": f"when-{self.key}",
            "title": self.label,
            "note": self.note,
            "is_deep": self.is_deep,
            "lines": [row.shown() for row in self.rows],
        }
        if self.is_deep:
            return found
        joined = self.form[self.name("joined")]
        return {
            **found,
            "joined": joined,
            "shows_joined": len(self.rows) > 1 or bool(joined.errors),
            "new_fact": self.form[self.name("new_fact")],
            "more": f"more_{self.key}",
            "most": len(self.rows) >= MOST_CONDITIONS,
            "number_name": self.name("lines"),
            "number": len(self.rows),
        }

    def with_more(self, typed: Mapping[str, Any]) -> dict[str, Any]:
        """What was typed, with one line more for the question that was chosen."""
        number = len(self.rows)
        if number >= MOST_CONDITIONS:
            return {**typed}
        chosen = str(typed.get(self.name("new_fact")) or "")
        more = {f"{name}_{self.key}{number}": chosen for name in ("fact", "was")}
        return {**typed, **more, self.name("lines"): number + 1, self.name("new_fact"): ""}

    def check(self) -> None:
        """Read each line, and say what is wrong with it."""
        if self.is_deep:
            return
        if self.typed > MOST_CONDITIONS:
            words = _("At most %(most)s conditions fit here. Write the rule in the text.")
            self.form.add_error(self.name("joined"), words % {"most": MOST_CONDITIONS})
        said = self.form.cleaned_data.get(self.name("joined"))
        if self.needed and all(row.is_dropped for row in self.rows):
            self.form.add_error(self.name("new_fact"), _("Add at least one condition."))
        lines = read_lines(self.form, self.rows, self.turned)
        self.found = Lines(joint=Joint(said or Joint.ALL), lines=tuple(lines))

    def said(self) -> Plain:
        """The conditions as they are written from now on; None where there are none."""
        if self.is_deep or self.found.is_same(self.was):
            return self.before
        return {**written(self.found, self.before)} if self.found.lines else None

    def _add(self) -> None:
        source = self._source()
        fields = self.form.fields
        fields[self.name("lines")] = forms.IntegerField(
            min_value=0, max_value=10_000, widget=forms.HiddenInput, required=False
        )
        joined = forms.ChoiceField(label=_("It holds if"), widget=forms.Select(attrs=INPUT))
        joined.choices = [
            (str(Joint.ALL), _("all of these conditions hold")),
            (str(Joint.ANY), _("at least one of these conditions holds")),
        ]
        fields[self.name("joined")] = joined
        label = _("A condition about")
        fields[self.name("new_fact")] = forms.ChoiceField(
            label=label, required=False, widget=forms.Select(attrs=INPUT)
        )
        offer_facts(self.form, self.name("new_fact"), self.known)
        self.typed = count_in(source.get(self.name("lines")))
        number = min(self.typed, MOST_CONDITIONS)
        self.rows = [LineFields(self.form, place, self.known, source, self.key) for place in range(number)]

    def _source(self) -> Mapping[str, Any]:
        """What was sent or typed, or what stands there; a line with another question has no comparison yet."""
        if not self.form.is_bound:
            self.form.initial = {**self._values(), **self.form.initial}
            return self.form.initial
        sent: Any = self.form.data.copy()  # type: ignore[attr-defined]  # what a browser sent
        number = min(count_in(sent.get(self.name("lines"))), MOST_CONDITIONS)
        self.turned = turn_lines(sent, number, self.known.facts, self.key)
        self.form.data = sent
        return {name: sent.getlist(name) if name.startswith("pick_") else sent.get(name) for name in sent}

    def _values(self) -> dict[str, Any]:
        lines = self.was or _NONE
        found: dict[str, Any] = {
            self.name("joined"): str(lines.joint),
            self.name("lines"): len(lines.lines),
        }
        for place, line in enumerate(lines.lines):
            found |= line_values(f"{self.key}{place}", line)
        return found
