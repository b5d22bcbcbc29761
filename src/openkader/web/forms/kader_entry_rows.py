"""The parts of an entry that are many: where it is written, and what stands on a list; always with room for more."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from openkader.base.flowing import Plain, as_list
from openkader.web.forms.fields import INPUT
from openkader.web.forms.kader_entry_parts import Spot
from openkader.web.forms.kader_texts import LANGUAGES, folded, line_field, lines_field, said_again

MOST_CITES, MOST_ITEMS = 20, 200  # in one form; what has more is changed in the text
_SPARE_ITEMS = 3
_CITE, _ITEM = ("source", "place", "words"), ("code", *LANGUAGES)


class Cites:
    """Where it is written: a source, a place and the literal words; always one more that is empty."""

    key = "cites"

    def __init__(self, spot: Spot, sources: Mapping[str, str], sent: Mapping[str, Any]) -> None:
        self.form, self.before, self.old = spot.form, spot.before, as_list(spot.before)
        most = max(MOST_CITES, len(self.old))
        filled = [place for place in range(most) if sent.get(f"source_{place}")]
        self.number = min(max(max(filled, default=-1) + 1, len(self.old)) + 1, most)
        for place in range(self.number):
            self._add(place, sources, str(sent.get(f"source_{place}") or ""))

    def check(self) -> None:
        """Words have a source."""
        said = self.form.cleaned_data
        for place in range(self.number):
            words, source = said.get(f"place_{place}") or said.get(f"words_{place}"), f"source_{place}"
            if words and not said.get(source) and source not in self.form.errors:
                self.form.add_error(source, _("Choose the source in which this stands."))

    def said(self) -> Plain:
        """Each passage that has a source; one that is hardly one stays as it is."""
        found: list[Plain] = [one for place in range(self.number) if (one := self._said(place)) is not None]
        return found or (None if self.old else self.before)

    def rows(self) -> list[list[forms.BoundField]]:
        """The passages, and an empty one."""
        return [[self.form[f"{name}_{place}"] for name in _CITE] for place in range(self.number)]

    def shown(self) -> dict[str, object]:
        """A passage a row."""
        rows = self.rows()
        note = _("A passage without a source is left out. There is always an empty one at the end.")
        return {
            "kind": "rows",
            "anchor": "cites",
            "title": _("Where it is written"),
            "rows": rows,
            "note": note,
        }

    def _said(self, place: int) -> Plain:
        before = self.old[place] if place < len(self.old) else {}
        typed = {name: self.form.cleaned_data[f"{name}_{place}"] for name in _CITE}
        if not typed["source"]:
            return None if isinstance(before, dict) else before
        old = before if isinstance(before, dict) else {}
        return {name: said_again(old.get(name), one) for name, one in typed.items() if one}

    def _add(self, place: int, sources: Mapping[str, str], typed: str) -> None:
        old = self.old[place] if place < len(self.old) else {}
        was = (
            {name: folded(old.get(name)) for name in _CITE}
            if isinstance(old, dict)
            else dict.fromkeys(_CITE, "")
        )
        chosen = typed or was["source"]
        gone = [(chosen, _("%(name)s (not there any more)") % {"name": chosen})]
        source = forms.ChoiceField(
            label=_("Source"), required=False, initial=was["source"], widget=forms.Select(attrs=INPUT)
        )
        more = gone if chosen == was["source"] != "" and chosen not in sources else []
        source.choices = [("", _("No passage")), *more, *sources.items()]
        at, words = line_field(_("Place")), lines_field(_("The literal words"))
        at.initial, words.initial = was["place"], was["words"]
        for name, field in zip(_CITE, (source, at, words), strict=True):
            self.form.fields[f"{name}_{place}"] = field


class Items:
    """What a list has: a code with its words in both languages; a few more that are empty."""

    key = "items"

    def __init__(self, spot: Spot, sent: Mapping[str, Any]) -> None:
        self.form, self.before, self.old = spot.form, spot.before, as_list(spot.before)
        is_list = spot.before is None or isinstance(spot.before, list)
        fits = len(self.old) <= MOST_ITEMS and all(isinstance(one, dict) for one in self.old)
        self.is_deep = not (is_list and fits)
        filled = [place for place in range(MOST_ITEMS) if any(sent.get(f"{name}_{place}") for name in _ITEM)]
        number = max(max(filled, default=-1) + 1, len(self.old)) + _SPARE_ITEMS
        self.number = 0 if self.is_deep else min(number, MOST_ITEMS)
        for place in range(self.number):
            self._add(place)

    def check(self) -> None:
        """All three of an item, or none of them; a code stands once."""
        codes: dict[str, int] = {}
        for place in range(self.number):
            said = {name: self.form.cleaned_data.get(f"{name}_{place}") for name in _ITEM}
            for name in _ITEM if any(said.values()) else ():
                if not said[name] and f"{name}_{place}" not in self.form.errors:
                    words = _("Fill this in too, or empty all three to take the entry away.")
                    self.form.add_error(f"{name}_{place}", words)
            if said["code"] and codes.setdefault(said["code"], place) != place:
                self.form.add_error(f"code_{place}", _("This code stands on the list already."))

    def said(self) -> Plain:
        """Each item, with what it says besides; the order stays."""
        if self.is_deep:
            return self.before
        found: list[Plain] = [one for place in range(self.number) if (one := self._said(place))]
        return found or (None if self.old else self.before)

    def shown(self) -> dict[str, object]:
        """An item a row."""
        rows = [[self.form[f"{name}_{place}"] for name in _ITEM] for place in range(self.number)]
        note = _("Empty all three to take an entry away. Save to get more empty ones.")
        return {"kind": "rows", "anchor": "items", "title": _("On the list"), "rows": rows, "note": note,
                "is_deep": self.is_deep, "is_short": True}  # fmt: skip

    def _said(self, place: int) -> dict[str, Plain]:
        typed = {name: self.form.cleaned_data[f"{name}_{place}"] for name in _ITEM}
        old = self._old(place)
        same = {name: said_again(old.get(name), one) for name, one in typed.items()}
        return {**old, **same} if typed["code"] else {}

    def _add(self, place: int) -> None:
        old, labels = self._old(place), {"code": _("Code"), "nl": _("In Dutch"), "en": _("In English")}
        for name, label in labels.items():
            field = line_field(label) if name == "code" else line_field(label, lang=name)
            field.initial = folded(old.get(name))
            self.form.fields[f"{name}_{place}"] = field

    def _old(self, place: int) -> dict[str, Plain]:
        old = self.old[place] if place < len(self.old) else {}
        return old if isinstance(old, dict) else {}
