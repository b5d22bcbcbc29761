"""The form of a figure of others; a number is typed with a comma or a point."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.base.text import Text
from openkader.casework.context_figures import (
    FIRST_YEAR,
    LAST_YEAR,
    LONGEST_ADDRESS,
    LONGEST_NAME,
    LONGEST_UNIT,
    ContextDraft,
    Part,
    read_number,
)
from openkader.web.forms.fields import INPUT, PlainField, lines_of
from openkader.web.forms.moments import MomentField
from openkader.web.forms.request import files_field

_SHORT = {**INPUT, "class": "form__input form__input--short"}
_NOT_A_NUMBER = _("Write a number, such as 95,2. As 95.200 may mean two things, write 95200 or 95,2.")


def _line(label: object, length: int, help_text: object = "", *, required: bool = False) -> PlainField:
    return PlainField(
        label=label,  # type: ignore[arg-type]  # a lazy text is a label
        help_text=help_text,  # type: ignore[arg-type]
        required=required,
        max_length=length,
        widget=forms.TextInput(attrs=INPUT),
    )


class NumberField(forms.CharField):
    """A number as people write it: ``95,2``, ``95.2`` or ``1.234.567``."""

    def clean(self, value: object) -> Decimal:
        """The number; what may mean two things is asked again."""
        found = read_number(str(super().clean(value)))
        if found is None:
            raise forms.ValidationError(str(_NOT_A_NUMBER), code="invalid")
        return found


class PartsField(forms.CharField):
    """A name and a number on each line, such as ``import: 59,4``."""

    def clean(self, value: object) -> tuple[Part, ...]:
        """The parts in their order."""
        return tuple(_part(line) for line in lines_of(super().clean(value)))


def _part(line: str) -> Part:
    name, colon, typed = line.rpartition(":")
    number = read_number(typed)
    if not colon or not name.strip() or number is None:
        words = _("“%(line)s” is no name and number, such as “import: 59,4”.") % {"line": line[:80]}
        raise forms.ValidationError(words, code="invalid")
    return Part(Text(nl=name.strip(), en=name.strip()), number)


class ContextForm(forms.Form):
    """What others say, and where."""

    use_required_attribute = False
    name = _line(_("What it is a figure of"), LONGEST_NAME, required=True)
    value = NumberField(label=_("The number"), max_length=40, widget=forms.TextInput(attrs=_SHORT))
    unit = _line(_("Unit"), LONGEST_UNIT, _("Such as billion euros, or years."))
    about = forms.IntegerField(
        label=_("Of which year it is"),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        widget=forms.TextInput(attrs={**_SHORT, "inputmode": "numeric"}),
    )
    parts = PartsField(
        label=_("What must add up to it"),
        help_text=_("On each line a name, a colon and a number, such as “import: 59,4”."),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={**INPUT, "rows": 3}),
    )
    title = _line(_("Title of the source"), LONGEST_NAME, required=True)
    publisher = _line(_("Who published it"), LONGEST_NAME)
    url = PlainField(
        label=_("Web address"),
        required=False,
        max_length=LONGEST_ADDRESS,
        widget=forms.TextInput(attrs={**INPUT, "inputmode": "url", "spellcheck": "false"}),
    )
    dated = MomentField(label=_("Date of the source"), required=False)

    def __init__(self, *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        self.fields["documents"] = files_field(
            _("The source itself"), help_text=_("Kept under its digest. Only colleagues can open it.")
        )

    def draft(self) -> ContextDraft:
        """The figure as it was filled in."""
        said = self.cleaned_data
        return ContextDraft(
            name=Text(nl=said["name"], en=said["name"]),
            value=said["value"],
            unit=Text(nl=said["unit"], en=said["unit"]),
            about=said["about"],
            title=said["title"],
            publisher=said["publisher"],
            url=said["url"],
            parts=said["parts"],
        )
