"""The forms on the page of invitations; what may be done is a rule and stands in `casework`."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.web.forms.fields import INPUT, offer

Choices = Sequence[tuple[str, str]]


class InviteForm(forms.Form):
    """To what, and whom."""

    use_required_attribute = False
    part = forms.ChoiceField(label=_("What they are invited to"), widget=forms.Select(attrs=INPUT))
    colleagues = forms.MultipleChoiceField(
        label=_("Colleagues, with the address to which the mail goes"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, parts: Choices, colleagues: Choices, *values: object, **named: object) -> None:
        super().__init__(*values, **named)  # type: ignore[arg-type]  # as any form takes them
        offer(self, "part", parts)
        offer(self, "colleagues", colleagues)


class UninviteForm(forms.Form):
    """Who is taken off, and of what."""

    part = forms.IntegerField(min_value=0, max_value=100_000, widget=forms.HiddenInput)
    name = forms.CharField(max_length=150, widget=forms.HiddenInput)
