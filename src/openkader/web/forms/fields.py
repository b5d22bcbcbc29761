"""How a field of a form looks, what it offers, and how much fits in it."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms

from openkader.base.text import typed_words

INPUT = {"class": "form__input"}
TEXT = {**INPUT, "rows": 4}
DAY = {"class": "form__input form__input--short", "type": "date"}
MOST_LETTERS = 10_000


class PlainField(forms.CharField):
    """Words as somebody typed them: in one order of reading, without signs that nobody sees."""

    def to_python(self, value: object) -> str:
        """The words, with line ends of one sort."""
        return typed_words(str(value or ""))


class BoundFileField(forms.FileField):
    """A file of at most so many bytes; `too_large` says what is said of a larger one."""

    def __init__(self, *, most: int, too_large: Callable[[], str], **named: Any) -> None:
        super().__init__(allow_empty_file=True, **named)
        self.most, self.too_large = most, too_large

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The file, if it is not too large."""
        file = super().clean(data, initial)
        if (file.size or 0) > self.most:
            raise forms.ValidationError(self.too_large())
        return file


def offer(form: forms.Form, name: str, choices: Iterable[tuple[object, object]]) -> None:
    """Let a field of choices offer what is known only when the form is made."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - whoever made the form declared it so
    field.choices = list(choices)


def lines_of(text: object) -> tuple[str, ...]:
    """Each line of what was typed that says something."""
    lines = (line.strip() for line in str(text).splitlines())
    return tuple(line for line in lines if line)
