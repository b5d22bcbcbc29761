"""The forms by which a kader of another organisation comes in, and a draft is withdrawn."""

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.base.messages import sentence
from openkader.casework.kader_drafting import MOST_NAME, MOST_REASON
from openkader.publication.kader_files import MOST_BYTES, SUFFIX
from openkader.web.forms.fields import DAY, INPUT, BoundFileField, PlainField
from openkader.web.shell import language


def too_large() -> str:
    """That no such file is that large."""
    return sentence("kader-file.too-large", {"limit": f"{MOST_BYTES >> 20} MB"}, language())


class ReceiveKaderForm(forms.Form):
    """The signed file of another organisation."""

    use_required_attribute = False
    file = BoundFileField(
        most=MOST_BYTES,
        too_large=too_large,
        label=_("The signed file"),
        help_text=_("You receive it from the other organisation; its name ends in .kader.json."),
        widget=forms.FileInput(attrs={**INPUT, "accept": f"{SUFFIX},.json"}),
    )


class TakeOverKaderForm(forms.Form):
    """The draft that it becomes here."""

    use_required_attribute = False
    name = PlainField(
        label=_("What this version is for"), max_length=MOST_NAME, widget=forms.TextInput(attrs=INPUT)
    )
    in_force_from = forms.DateField(
        label=_("In force from"),
        help_text=_("The day that you have in mind. It can still be changed in the heading of the draft."),
        widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
    )


class WithdrawDraftForm(forms.Form):
    """Why nobody goes on with a draft."""

    use_required_attribute = False
    reason = PlainField(
        label=_("Why you withdraw it"),
        help_text=_("Colleagues read this with the draft."),
        max_length=MOST_REASON,
        widget=forms.Textarea(attrs={**INPUT, "rows": 3}),
    )
