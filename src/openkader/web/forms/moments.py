"""When something was, as exactly as somebody knows it: a day, a month, or only a year."""

import re
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.casework.period import Period
from openkader.casework.vocabulary import Precision
from openkader.web.forms.fields import INPUT

_DUTCH = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_MONTH = re.compile(r"(\d{1,2})[-/.](\d{4})")
_YEAR = re.compile(r"\d{4}")


class MomentField(forms.CharField):
    """A moment as people write it: ``23-05-2024``, ``2024-05-23``, ``05-2024``, ``2024-05`` or ``2024``."""

    default_error_messages = {
        "invalid": _("Write a day, a month or a year, such as 23-05-2024, 05-2024 or 2024.")
    }

    def __init__(self, **named: object) -> None:
        named.setdefault("help_text", _("A day, a month or only a year: 23-05-2024, 05-2024 or 2024."))
        named.setdefault(
            "widget", forms.TextInput(attrs={**INPUT, "class": "form__input form__input--short"})
        )
        super().__init__(max_length=20, **named)  # type: ignore[arg-type]  # as any field takes them

    def clean(self, value: object) -> Period | None:
        """The moment; None where nothing was filled in, which is unknown."""
        words = str(super().clean(value)).strip()
        if not words:
            return None
        found = _period(words)
        if found is None:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return found


def _period(words: str) -> Period | None:
    if (day := _DUTCH.fullmatch(words)) is not None:
        words = f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}"
    elif (month := _MONTH.fullmatch(words)) is not None:
        return Period.parse(f"{month[2]}-{int(month[1]):02}")
    if _YEAR.fullmatch(words):
        return Period.parse(int(words))
    try:
        return (
            Period.day(date.fromisoformat(words)) if len(words) == len("2024-05-23") else Period.parse(words)
        )
    except ValueError:
        return None


def moment_shown(period: Period | None) -> str:
    """A period as it is typed."""
    if period is None:
        return ""
    first = period.starts_on
    return {
        Precision.DAY: f"{first.day}-{first.month}-{first.year}",
        Precision.MONTH: f"{first.month}-{first.year}",
        Precision.YEAR: str(first.year),
    }[period.precision]
