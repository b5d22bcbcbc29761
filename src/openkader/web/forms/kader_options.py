"""The answers that a question offers, in its form: reworded, added, moved and taken away.

A code stays: rules name it. Of very many answers a form has some; the others stay where they stand.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from openkader.base.flowing import Plain, as_list
from openkader.web.forms.kader_entry_parts import Spot
from openkader.web.forms.kader_texts import LANGUAGES, folded, line_field, needs_both, said_again
from openkader.web.forms.kader_values import count_in

IN_A_FORM, MOST_MOVED = 50, 200  # more than these are not moved one by one
_SPARE = 2
_CODE = re.compile(r"[a-z0-9][a-z0-9_]{0,59}")
_SHORT = {"class": "form__input form__input--short"}
_TEXTS = (*LANGUAGES, "words")


@dataclass(frozen=True, slots=True)
class _Row:
    """The fields of one answer: its code, empty for a new one, its place as it was shown, and whether it stands there.

    One that a colleague took away meanwhile does not, and comes again when it is saved.
    """

    number: int
    was: str
    at: int
    stands: bool

    def name(self, field: str) -> str:
        return f"opt_{field}_{self.number}"


class Options:
    """Those fields; `first` is from which answer they begin, `uses` says who names an answer."""

    key = "options"

    def __init__(
        self, spot: Spot, sent: Mapping[str, Any], first: int, uses: Mapping[str, Sequence[str]]
    ) -> None:
        self.form, self.before, self.uses = spot.form, spot.before, uses
        self.old = [one for one in as_list(spot.before) if isinstance(one, dict)]
        self.codes = [folded(one.get("code")) for one in self.old]
        self.is_deep = len(self.old) < len(as_list(spot.before)) or len({*self.codes, ""}) <= len(self.codes)
        self.is_deep = self.is_deep or not (spot.before is None or isinstance(spot.before, list))
        self.first = first if 0 <= first < len(self.old) else 0
        self.rows: list[_Row] = []
        if not self.is_deep:
            self.rows = self._sent_rows(sent) if "opt_number" in sent else self._first_rows()
            number = self.rows[-1].number + 1 if self.rows else 0
            self.form.fields["opt_number"] = forms.IntegerField(
                required=False, initial=number, widget=forms.HiddenInput
            )
            for row in self.rows:
                self._add(row)

    @property
    def can_move(self) -> bool:
        """Whether they are few enough to be put in another order here."""
        return len(self.old) <= MOST_MOVED

    def check(self) -> None:
        """What goes is named nowhere, and what comes has a code of its own and both texts."""
        said = self.form.cleaned_data
        taken = {*self.codes}
        for row in self.rows:
            if said.get(row.name("drop")):
                self._check_use(row)
            elif row.stands or self._is_filled(row):
                self._check_texts(row)
            if self._comes(row):
                self._check_code(row, taken)

    def said(self) -> Plain:
        """The answers as they are written from now on."""
        if self.is_deep:
            return self.before
        said = self.form.cleaned_data
        of = {row.was: row for row in self.rows if row.stands}
        found = [
            self._said(of[code], one) if code in of else one
            for code, one in zip(self.codes, self.old, strict=True)
            if not (code in of and said.get(of[code].name("drop")))
        ]
        came = [row for row in self.rows if self._comes(row)]
        found += [self._said(row, {}) for row in came]
        return self._moved(found) or (None if self.old else self.before)

    def shown(self) -> dict[str, object]:
        """An answer a row, and the way to the others."""
        return {
            "kind": "options",
            "anchor": "options",
            "title": _("The answers"),
            "is_deep": self.is_deep,
            "hidden": [] if self.is_deep else [self.form["opt_number"]],
            "rows": [self._shown(row) for row in self.rows],
            "all": len(self.old),
            "from": self.first + 1,
            "until": min(self.first + IN_A_FORM, len(self.old)),
            "before": str(max(self.first - IN_A_FORM, 0)) if self.first else "",
            "behind": str(self.first + IN_A_FORM) if self.first + IN_A_FORM < len(self.old) else "",
        }

    def _first_rows(self) -> list[_Row]:
        some = list(enumerate(self.codes))[self.first : self.first + IN_A_FORM]
        rows = [_Row(number, code, at + 1, stands=True) for number, (at, code) in enumerate(some)]
        return [*rows, *(_Row(len(rows) + place, "", 0, stands=False) for place in range(_SPARE))]

    def _sent_rows(self, sent: Mapping[str, Any]) -> list[_Row]:
        """What somebody saw, of one code once."""
        rows: list[_Row] = []
        for place in range(min(count_in(sent.get("opt_number")), IN_A_FORM + _SPARE)):
            was = str(sent.get(f"opt_was_{place}") or "")
            if not was or was not in {row.was for row in rows}:
                at = count_in(sent.get(f"opt_at_{place}"))
                rows.append(_Row(place, was, at, stands=was in self.codes))
        return rows

    def _add(self, row: _Row) -> None:
        fields = self.form.fields
        old: Mapping[str, Plain] = self.old[self.codes.index(row.was)] if row.stands else {}
        hidden = {"was": forms.CharField, "at": forms.IntegerField}
        for name, value in (("was", row.was), ("at", row.at or None)):
            fields[row.name(name)] = hidden[name](required=False, initial=value, widget=forms.HiddenInput)
        if not row.was:
            fields[row.name("code")] = line_field(_("Code"), _("Small letters and underscores. It stays."))
        labels = {"nl": _("In Dutch"), "en": _("In English")}
        for name in LANGUAGES:
            fields[row.name(name)] = line_field(labels[name], lang=name)
        fields[row.name("words")] = line_field(_("The literal words of a source"))
        for name in _TEXTS:
            fields[row.name(name)].initial = folded(old.get(name))
        if self.can_move:
            widget = forms.NumberInput(attrs=_SHORT)
            fields[row.name("place")] = forms.IntegerField(
                label=_("Place"), required=False, min_value=1, max_value=10_000, widget=widget
            )
            fields[row.name("place")].initial = row.at or None
        if row.was:
            fields[row.name("drop")] = forms.BooleanField(required=False, label=_("This answer goes"))

    def _shown(self, row: _Row) -> dict[str, object]:
        names = [
            name for name in ("code", *LANGUAGES, "place", "words") if row.name(name) in self.form.fields
        ]
        return {
            "name": row.name("row"),
            "was": row.was,
            "hidden": [self.form[row.name(name)] for name in ("was", "at")],
            "fields": [self.form[row.name(name)] for name in names],
            "drop": self.form[row.name("drop")] if row.was else None,
            "uses": len(self.uses.get(row.was, ())),
        }

    def _check_use(self, row: _Row) -> None:
        named = self.uses.get(row.was, ())
        if named:
            words = _("This answer is still named. Change that first: %(uses)s.")
            self.form.add_error(row.name("drop"), words % {"uses": ", ".join(named[:10])})

    def _check_texts(self, row: _Row) -> None:
        texts = {name: row.name(name) for name in LANGUAGES}
        needs_both(self.form, texts)
        if not any(self.form.cleaned_data.get(name) for name in texts.values()):
            self.form.add_error(texts["nl"], _("Write what this answer says, in both languages."))

    def _check_code(self, row: _Row, taken: set[str]) -> None:
        code, field = self._code(row), row.name("nl" if row.was else "code")
        if not code:
            self.form.add_error(field, _("Give it a code, by which rules name it."))
        elif not row.was and not _CODE.fullmatch(code):
            self.form.add_error(field, _("Write the code in small letters, digits and underscores."))
        elif code in taken:
            self.form.add_error(field, _("There is an answer with this code already."))
        else:
            taken.add(code)

    def _code(self, row: _Row) -> str:
        return row.was or str(self.form.cleaned_data.get(row.name("code")) or "")

    def _is_filled(self, row: _Row) -> bool:
        return any(self.form.cleaned_data.get(row.name(name)) for name in ("code", *_TEXTS))

    def _comes(self, row: _Row) -> bool:
        goes = self.form.cleaned_data.get(row.name("drop"))
        return not row.stands and not goes and self._is_filled(row)

    def _said(self, row: _Row, old: Mapping[str, Plain]) -> dict[str, Plain]:
        typed = {name: self.form.cleaned_data[row.name(name)] for name in _TEXTS}
        code: dict[str, Plain] = {} if row.stands else {"code": self._code(row)}
        said = {**old, **code, **{name: said_again(old.get(name), one) for name, one in typed.items()}}
        return said if typed["words"] else {name: one for name, one in said.items() if name != "words"}

    def _moved(self, found: list[dict[str, Plain]]) -> list[Plain]:
        """Each that was given another place there, from the front on; the others keep their order."""
        said = self.form.cleaned_data
        to: list[tuple[int, str]] = []
        for row in self.rows:
            place = said.get(row.name("place"))
            if place is not None and place != row.at and not said.get(row.name("drop")):
                to.append((place, self._code(row)))
        moving = {code for _place, code in to}
        by_code = {folded(one.get("code")): one for one in found}
        rest: list[Plain] = [one for code, one in by_code.items() if code not in moving]
        for place, code in sorted(to):
            if code in by_code:
                rest.insert(place - 1, by_code[code])
        return rest
