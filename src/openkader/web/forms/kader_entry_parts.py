"""The fields of one entry of a section of a kader, by what they hold: two texts, a choice, a number.

Each says what is written from now on under its key, None for nothing. What is the same stays as it stood.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from django import forms
from django.utils.translation import gettext as _

from openkader.base.flowing import Plain
from openkader.web.forms.fields import INPUT
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

_SHORT = {"class": "form__input form__input--short"}


@dataclass(frozen=True, slots=True)
class Spot:
    """A field of an entry: in which form, under which key, and what stands there now."""

    form: forms.Form
    key: str
    before: Plain


class Part(Protocol):
    """One field of an entry in a form."""

    key: str

    def check(self) -> None:
        """Say what is wrong with it beside its field."""

    def said(self) -> Plain:
        """What is written under its key, or None."""

    def shown(self) -> dict[str, object]:
        """How the page lays it out."""


class Simple:
    """A part of a few fields below each other."""

    def __init__(self, spot: Spot) -> None:
        self.form, self.key, self.before = spot.form, spot.key, spot.before
        self.names: list[str] = [spot.key]

    def check(self) -> None:
        """What a field itself does not see is right."""

    def shown(self) -> dict[str, object]:
        """Its fields."""
        return {"kind": "fields", "fields": [self.form[name] for name in self.names]}


class Both(Simple):
    """A text in both languages."""

    def __init__(
        self,
        spot: Spot,
        labels: tuple[str, str],
        *,
        needed: bool,
        help_text: str = "",
    ) -> None:
        super().__init__(spot)
        form, key, before = spot.form, spot.key, spot.before
        old = before if isinstance(before, dict) else {}
        self.needed, self.help, self.names = needed, help_text, [f"{key}_{name}" for name in LANGUAGES]
        for name, label in zip(LANGUAGES, labels, strict=True):
            field = lines_field(label, lang=name)
            field.required, field.initial = needed, folded(old.get(name))
            field.max_length = None
            field.error_messages["required"] = _(
                "Write this in this language too: it stands on pages and in papers."
            )
            form.fields[f"{key}_{name}"] = field

    def shown(self) -> dict[str, object]:
        """Beside each other."""
        return {**super().shown(), "kind": "pair", "help": self.help}

    def check(self) -> None:
        """Both, or neither."""
        if not self.needed:
            needs_both(self.form, dict(zip(LANGUAGES, self.names, strict=True)))

    def said(self) -> Plain:
        """Both as they stood where they are the same."""
        typed = {name: self.form.cleaned_data[f"{self.key}_{name}"] for name in LANGUAGES}
        if not any(typed.values()):
            return None if isinstance(self.before, dict) else self.before
        return {**both_said(self.before, typed)}


class Choice(Simple):
    """One of a few words; what is written and is none of them is offered as not there any more."""

    def __init__(
        self,
        spot: Spot,
        label: str,
        choices: Choices,
        *,
        none: str = "",
        help_text: str = "",
    ) -> None:
        super().__init__(spot)
        form, key, before = spot.form, spot.key, spot.before
        was = folded(before)
        gone = [(was, _("%(name)s (not there any more)") % {"name": was})]
        known = [*choices, *(gone if was and was not in [code for code, _words in choices] else [])]
        field = forms.ChoiceField(
            label=label, help_text=help_text, required=not none, initial=was, widget=forms.Select(attrs=INPUT)
        )
        field.choices = [("", none or _("Choose")), *known]
        form.fields[key] = field

    def said(self) -> Plain:
        """The word, or none."""
        typed = str(self.form.cleaned_data[self.key])
        if not typed:
            return None if isinstance(self.before, str) else self.before
        return said_again(self.before, typed)


class Truth(Simple):
    """Something that is so or not; what is not said is as it is `without`. One that `says_no` is written either way."""

    def __init__(
        self, spot: Spot, label: str, help_text: str, *, says_no: bool = False, without: bool = False
    ) -> None:
        super().__init__(spot)
        form, key, before = spot.form, spot.key, spot.before
        self.says_no, self.without = says_no, without
        form.fields[key] = forms.BooleanField(
            label=label,
            help_text=help_text,
            required=False,
            initial=before if isinstance(before, bool) else without,
            widget=forms.CheckboxInput,
        )

    def said(self) -> Plain:
        """What it is now, or what stood there where that is as good as the same."""
        typed = bool(self.form.cleaned_data[self.key])
        if self.before is None and typed is self.without and (typed or not self.says_no):
            return None
        if typed or self.says_no:
            return typed
        return None if self.before is True else self.before

    def shown(self) -> dict[str, object]:
        """A box to tick."""
        return {"kind": "tick", "tick": self.form[self.key]}


class Whole(Simple):
    """A whole number, or none."""

    def __init__(self, spot: Spot, label: str, help_text: str, *, needed: bool = False) -> None:
        super().__init__(spot)
        form, key, before = spot.form, spot.key, spot.before
        form.fields[key] = forms.IntegerField(
            label=label,
            help_text=help_text,
            required=needed,
            min_value=-10_000,
            max_value=10_000,
            initial=before,
            widget=forms.NumberInput(attrs=_SHORT),
        )

    def said(self) -> Plain:
        """The number, or none."""
        found = self.form.cleaned_data[self.key]
        return None if found is None else int(found)


class Words(Simple):
    """A line of words, or none."""

    def __init__(self, spot: Spot, label: str, help_text: str = "", *, needed: bool = False) -> None:
        super().__init__(spot)
        form, key, before = spot.form, spot.key, spot.before
        field = line_field(label, help_text)
        field.initial, field.required = folded(before), needed
        form.fields[key] = field

    def said(self) -> Plain:
        """The words as they stood where they are the same."""
        typed = self.form.cleaned_data[self.key]
        if not typed:
            return None if isinstance(self.before, str) else self.before
        return said_again(self.before, typed)


class Listed(Simple):
    """Entries that have forms of their own: they stay, and of a new entry there are none yet."""

    def __init__(self, spot: Spot) -> None:
        super().__init__(spot)
        self.names = []

    def said(self) -> Plain:
        """What stood there."""
        return [] if self.before is None else self.before


def in_order(
    order: Iterable[str], before: Mapping[str, Plain], said: Mapping[str, Plain]
) -> dict[str, Plain]:
    """The fields in the order in which they stood; one that is new stands behind those that people write before it."""
    names, known = [name for name in before if name in said], list(order)
    for place, name in enumerate(known):
        if name in said and name not in names:
            earlier = [names.index(one) for one in known[:place] if one in names]
            names.insert(max(earlier, default=-1) + 1, name)
    return {name: said[name] for name in names}
