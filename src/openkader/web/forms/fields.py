"""How a field of a form looks, what it offers, and how much fits in it."""

from collections.abc import Iterable

from django import forms

INPUT = {"class": "form__input"}
TEXT = {**INPUT, "rows": 4}
DAY = {"class": "form__input form__input--short", "type": "date"}
MOST_LETTERS = 10_000


def offer(form: forms.Form, name: str, choices: Iterable[tuple[object, object]]) -> None:
    """Let a field of choices offer what is known only when the form is made."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - whoever made the form declared it so
    field.choices = list(choices)


def lines_of(text: object) -> tuple[str, ...]:
    """Each line of what was typed that says something."""
    lines = (line.strip() for line in str(text).splitlines())
    return tuple(line for line in lines if line)
