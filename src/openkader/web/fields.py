"""How a field of a form looks, and what it offers."""

from collections.abc import Iterable

from django import forms

INPUT = {"class": "form__input"}
TEXT = {**INPUT, "rows": 4}
DAY = {"class": "form__input form__input--short", "type": "date"}


def offer(form: forms.Form, name: str, choices: Iterable[tuple[object, object]]) -> None:
    """Let a field of choices offer what is known only when the form is made."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - whoever made the form declared it so
    field.choices = list(choices)
