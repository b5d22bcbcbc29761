"""What a rule of the proposal says beside its outcome: ground, instrument, to whom, terms, and where it is written.

What cannot be shown in a field, such as a number where a text should stand, is a mistake, and goes with the next save.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from openkader.base.flowing import Plain, as_list
from openkader.base.text import capital
from openkader.web.forms.fields import INPUT
from openkader.web.forms.kader_asked import Asked
from openkader.web.forms.kader_texts import (
    LANGUAGES,
    both_said,
    folded,
    line_field,
    lines_field,
    needs_both,
    said_again,
)
from openkader.web.forms.kader_values import Choices
from openkader.web.shell import language

MOST_PARTS = 20  # passages, and terms; a rule that has more keeps them
ORDER = ("id", "outcome", "ground", "instrument", "refer_to", "when", "terms", "reason", "cites")
_CITE = ("source", "place", "words")
_LISTS = {"ground": "grounds", "instrument": "instruments", "refer_to": "desks"}


class RowParts:
    """The fields of those parts in the form of one rule."""

    def __init__(self, form: forms.Form, asked: Asked, source: Mapping[str, Any]) -> None:
        self.form, self.asked = form, asked
        self._add_codes(source)
        self.terms = _number(source, asked.before.get("terms"), *(f"term_{name}" for name in LANGUAGES))
        for place in range(self.terms):
            self._add_term(place)
        self.cites = _number(source, asked.before.get("cites"), "source")
        for place in range(self.cites):
            self._add_cite(place, str(source.get(f"source_{place}") or ""))

    def term_rows(self) -> list[list[forms.BoundField]]:
        """The terms, and an empty one."""
        return [[self.form[f"term_{name}_{place}"] for name in LANGUAGES] for place in range(self.terms)]

    def cite_rows(self) -> list[list[forms.BoundField]]:
        """The passages, and an empty one."""
        return [[self.form[f"{name}_{place}"] for name in _CITE] for place in range(self.cites)]

    def check(self) -> None:
        """Say of each part what is missing in it."""
        for place in range(self.terms):
            needs_both(self.form, {name: f"term_{name}_{place}" for name in LANGUAGES})
        said = self.form.cleaned_data
        for place in range(self.cites):
            words = said.get(f"place_{place}") or said.get(f"words_{place}")
            if words and not said.get(f"source_{place}") and f"source_{place}" not in self.form.errors:
                self.form.add_error(f"source_{place}", _("Choose the source in which this stands."))

    def said(self) -> dict[str, Plain]:
        """Each part that there is, as it is written from now on."""
        before, words = self.asked.before, self.form.cleaned_data
        found: dict[str, Plain] = {}
        for name in ("ground", "instrument"):
            found[name] = said_again(before.get(name), words[name])
        found["refer_to"] = self._desks(words["refer_to"])
        found["terms"] = [one for place in range(self.terms) if (one := self._term(place))]
        found["cites"] = [one for place in range(self.cites) if (one := self._cite(place))]
        nothing = {key: before[key] for key in found if key in before and not before[key]}
        return nothing | {key: value for key, value in found.items() if value}

    def _desks(self, picked: Sequence[str]) -> Plain:
        """Those that stay in their order, then those that came."""
        before = self.asked.before.get("refer_to")
        old = _codes(before)
        if {*picked} == {*old} and len(old) == len(as_list(before)):
            return before
        return [*(code for code in old if code in picked), *(code for code in picked if code not in old)]

    def _term(self, place: int) -> dict[str, Plain]:
        typed = {name: self.form.cleaned_data[f"term_{name}_{place}"] for name in LANGUAGES}
        return both_said(_item(self.asked.before.get("terms"), place), typed) if any(typed.values()) else {}

    def _cite(self, place: int) -> dict[str, Plain]:
        typed = {name: self.form.cleaned_data[f"{name}_{place}"] for name in _CITE}
        old = _item(self.asked.before.get("cites"), place)
        said = {name: said_again(old.get(name), one) for name, one in typed.items() if one}
        return said if typed["source"] else {}

    def _add_codes(self, source: Mapping[str, Any]) -> None:
        for name, label, help_text in (
            (
                "ground",
                _("The ground"),
                _("Why it is not taken up, as it is noted with the decision and counted."),
            ),
            ("instrument", _("The instrument"), _("The document of the organisation on which this rests.")),
        ):
            chosen = str(source.get(name) or "")
            field = forms.ChoiceField(
                label=label, help_text=help_text, required=False, widget=forms.Select(attrs=INPUT)
            )
            field.choices = [("", _("None")), *self._offered(name, [chosen] if chosen else [])]
            self.form.fields[name] = field
        picked = source.get("refer_to") or []
        desks = forms.MultipleChoiceField(
            label=_("Refer to"),
            help_text=_("Who takes the request over. More than one can be ticked."),
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )
        desks.choices = self._offered("refer_to", [picked] if isinstance(picked, str) else picked)
        self.form.fields["refer_to"] = desks

    def _offered(self, name: str, chosen: Sequence[str]) -> Choices:
        """What its list offers, behind what was chosen and is not on it any more."""
        listing = self.asked.known.lists.get(_LISTS[name])
        items = listing.items if listing else ()
        known = {item.code: capital(item.text.in_(language())) for item in items}
        gone = [code for code in chosen if code not in known and code in _codes(self.asked.before.get(name))]
        return [
            *((code, _("%(name)s (not there any more)") % {"name": code}) for code in gone),
            *known.items(),
        ]

    def _add_term(self, place: int) -> None:
        labels = {"nl": _("The term, in Dutch"), "en": _("The term, in English")}
        for name, label in labels.items():
            self.form.fields[f"term_{name}_{place}"] = lines_field(label, lang=name)

    def _add_cite(self, place: int, chosen: str) -> None:
        gone = [(chosen, _("%(name)s (not there any more)") % {"name": chosen})]
        field = forms.ChoiceField(label=_("Source"), required=False, widget=forms.Select(attrs=INPUT))
        more = gone if chosen and chosen not in self.asked.sources else []
        field.choices = [("", _("No passage")), *more, *self.asked.sources.items()]
        self.form.fields[f"source_{place}"] = field
        self.form.fields[f"place_{place}"] = line_field(_("Place"))
        self.form.fields[f"words_{place}"] = lines_field(_("The literal words"))


def part_values(before: Mapping[str, Plain]) -> dict[str, Any]:
    """Those parts as their fields show them."""
    found: dict[str, Any] = {name: folded(before.get(name)) for name in ("ground", "instrument")}
    found["refer_to"] = list(_codes(before.get("refer_to")))
    for place in range(len(as_list(before.get("terms")))):
        texts = _item(before.get("terms"), place)
        found |= {f"term_{name}_{place}": folded(texts.get(name)) for name in LANGUAGES}
    for place in range(len(as_list(before.get("cites")))):
        texts = _item(before.get("cites"), place)
        found |= {f"{name}_{place}": folded(texts.get(name)) for name in _CITE}
    return found


def in_order(before: Mapping[str, Plain], said: Mapping[str, Plain]) -> dict[str, Plain]:
    """The fields in the order in which they stood; one that is new stands where people write it."""
    names = [name for name in before if name in said]
    for place, name in enumerate(ORDER):
        if name in said and name not in names:
            earlier = [names.index(one) for one in ORDER[:place] if one in names]
            names.insert(max(earlier, default=-1) + 1, name)
    return {name: said[name] for name in names}


def _number(source: Mapping[str, Any], before: Plain, *names: str) -> int:
    """So many as were typed or stand there, and one more."""
    most = max(MOST_PARTS, len(as_list(before)))
    sent = [place for place in range(most) if any(source.get(f"{name}_{place}") for name in names)]
    return min(max(max(sent, default=-1) + 1, len(as_list(before))) + 1, most)


def _item(said: Plain, place: int) -> Mapping[str, Plain]:
    """One of a list, or an empty one: behind it, or where something else stands."""
    found = as_list(said)[place : place + 1]
    return found[0] if found and isinstance(found[0], dict) else {}


def _codes(said: Plain) -> list[str]:
    """A list of codes; a single code counts as a list of one."""
    return [one for one in ([said] if isinstance(said, str) else as_list(said)) if isinstance(one, str)]
