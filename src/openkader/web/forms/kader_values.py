"""The values of a kader as they are typed in a form: options, statements, numbers, days and countries."""

import re
from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from openkader.base.flowing import Plain
from openkader.base.text import capital
from openkader.kader import Fact, FactType
from openkader.web.forms.fields import DAY, INPUT, PlainField
from openkader.web.forms.request import countries
from openkader.web.shell import language

Choices = list[tuple[str, object]]
_NUMBER = re.compile(r"-?(0|[1-9]\d{0,17})(\.\d{1,17})?")


class Wrong(Exception):
    """What was filled in is no such value: in which field, and why."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(why)
        self.field, self.why = field, why


def option_choices(fact: Fact) -> Choices:
    """The answers that a question offers."""
    return [(option.code, capital(option.text.in_(language()))) for option in fact.options]


def truth_choices(fact: Fact) -> Choices:
    """Both statements of a truth, or yes and no."""
    yes = fact.yes.in_(language()) if fact.yes else _("Yes")
    no = fact.no.in_(language()) if fact.no else _("No")
    return [("true", capital(yes)), ("false", capital(no))]


def number_in(field: str, typed: str) -> int | float:
    """A number as it was typed, or `Wrong`."""
    plain = typed.replace(",", ".")
    if not _NUMBER.fullmatch(plain):
        raise Wrong(field, _("Fill in a number, such as 50 or 2,5."))
    return float(plain) if "." in plain else int(plain)


def countries_in(field: str, typed: str) -> Iterator[str]:
    """The codes of the countries that were typed, by their code or their name."""
    named = {code: code for code, _name in countries()} | {
        name.casefold(): code for code, name in countries()
    }
    parts = [part.strip() for part in typed.split(",") if part.strip()]
    if not parts:
        raise Wrong(field, _("Fill in at least one country."))
    for part in dict.fromkeys(parts):
        code = named.get(part.upper()) or named.get(part.casefold())
        if code is None:
            raise Wrong(
                field,
                _("There is no country ‘%(name)s’. Write its two letters, such as CN.") % {"name": part},
            )
        yield code


def value_field(fact: Fact) -> forms.Field:
    """The field of a value that a table gives."""
    label = capital(fact.label.in_(language()))
    match fact.type:
        case FactType.SEVERAL:
            return forms.MultipleChoiceField(
                label=label, choices=option_choices(fact), required=False, widget=forms.CheckboxSelectMultiple
            )
        case FactType.NUMBER:
            return PlainField(label=label, max_length=40, widget=forms.TextInput(attrs=INPUT))
        case FactType.DATE:
            return forms.DateField(label=label, widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))
        case FactType.TRUTH:
            choices = truth_choices(fact)
        case FactType.CHOICE:
            choices = option_choices(fact)
        case FactType.COUNTRY:
            choices = [*countries()]
    return forms.ChoiceField(
        label=label,
        choices=[("", _("Choose")), *choices],
        widget=forms.Select(attrs=INPUT),
    )


def typed_value(fact: Fact | None, said: Any) -> Plain:
    """A value of a table in the type of its question."""
    if fact is not None and fact.type is FactType.TRUTH:
        return bool(said == "true")
    if fact is not None and fact.type is FactType.NUMBER:
        try:
            return number_in("value", said)
        except Wrong as wrong:
            raise forms.ValidationError(wrong.why) from wrong
    return said  # a text, a day or a list of texts


def shown_value(value: Plain) -> object:
    """A value as its field shows it."""
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else value


def count_in(typed: object) -> int:
    """A number of parts as a form or an address says it; what is no number is none."""
    return int(str(typed)) if str(typed).isdecimal() and len(str(typed)) < 6 else 0
