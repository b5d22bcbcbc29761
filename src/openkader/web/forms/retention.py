"""The forms of keeping and destroying: what is nominated, taken off, agreed to, carried out or withdrawn."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.casework.retention import LONGEST, Reviewer
from openkader.web.forms.fields import INPUT, TEXT, PlainField, offer

_MOST_TYPED = 20_000  # what is too long is told by the rule


class NominateForm(forms.Form):
    """What somebody puts on a list, of what is due now."""

    use_required_attribute = False
    chosen = forms.MultipleChoiceField(
        label=_("What is to be destroyed"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, due: Iterable[tuple[str, str]], *values: object, **named: object) -> None:
        super().__init__(*values, **named)  # type: ignore[arg-type]
        offer(self, "chosen", due)


class ExemptForm(forms.Form):
    """An item that a reviewer takes off, and why."""

    use_required_attribute = False
    number = forms.TypedChoiceField(label=_("Which item"), coerce=int, widget=forms.Select(attrs=INPUT))
    reason = PlainField(
        label=_("Why it is kept"),
        help_text=_("For example: an objection is still running. Name no persons."),
        max_length=_MOST_TYPED,
        widget=forms.Textarea(attrs={**TEXT, "maxlength": str(LONGEST)}),
    )

    def __init__(self, items: Iterable[tuple[int, str]], *values: object, **named: object) -> None:
        super().__init__(*values, **named)  # type: ignore[arg-type]
        offer(self, "number", items)


class AgreeForm(forms.Form):
    """That somebody agrees, with a list of so many items."""

    reviewer = forms.ChoiceField(
        choices=[(one.value, one.value) for one in Reviewer], widget=forms.HiddenInput
    )
    seen = forms.IntegerField(min_value=0, max_value=1_000_000, widget=forms.HiddenInput)


class DestroyForm(forms.Form):
    """That a list is carried out; there is no way back, and the form says so."""

    use_required_attribute = False
    sure = forms.BooleanField(
        label=_("I know that this cannot be undone"),
        error_messages={"required": _("Tick that you know that this cannot be undone.")},
    )


class WithdrawForm(forms.Form):
    """Why a list is withdrawn."""

    use_required_attribute = False
    why = PlainField(
        label=_("Why the list is withdrawn"),
        max_length=_MOST_TYPED,
        widget=forms.Textarea(attrs={**TEXT, "maxlength": str(LONGEST)}),
    )
