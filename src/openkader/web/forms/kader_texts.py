"""The texts of a kader as they are typed: on one line, in two languages, and as they stood where nothing changed."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from openkader.base.flowing import Plain
from openkader.web.forms.fields import INPUT, TEXT, PlainField

LANGUAGES = ("nl", "en")
LONGEST = 1000  # of words that have no bound of their own


class FoldedField(PlainField):
    """Words on one line, with one blank between them."""

    def to_python(self, value: object) -> str:
        """The words without the line ends of the field."""
        return " ".join(super().to_python(value).split())


_AS_SENT = FoldedField(required=False)


def folded(said: Plain) -> str:
    """A text as a field shows it; what is no text is not shown."""
    return " ".join(said.split()) if isinstance(said, str) else ""


def line_field(label: str, help_text: str = "", **more: Any) -> FoldedField:
    """A field of one line."""
    widget = forms.TextInput(attrs={**INPUT, **more})
    return FoldedField(label=label, help_text=help_text, required=False, max_length=LONGEST, widget=widget)


def lines_field(label: str, help_text: str = "", **more: Any) -> FoldedField:
    """A field of a few lines, that are read as one."""
    widget = forms.Textarea(attrs={**TEXT, "rows": 2, **more})
    return FoldedField(label=label, help_text=help_text, required=False, max_length=LONGEST, widget=widget)


def said_again(before: Plain, typed: str) -> Plain:
    """What was typed; where that is what stood there, as it stood: a field puts accents together and drops marks."""
    return before if isinstance(before, str) and _AS_SENT.to_python(before) == typed else typed


def both_said(before: "Mapping[str, Plain] | Plain", typed: dict[str, str]) -> dict[str, Plain]:
    """A text in both languages, each as it stood where it is the same."""
    old = before if isinstance(before, Mapping) else {}
    return {name: said_again(old.get(name), typed[name]) for name in LANGUAGES}


def needs_both(form: forms.Form, names: dict[str, str]) -> None:
    """A text in one language needs the other too; `names` are its fields by language."""
    empty = [name for name in names.values() if not form.cleaned_data.get(name) and name not in form.errors]
    if len(empty) == 1:
        form.add_error(empty[0], _("Write it in this language too, or leave both empty."))
