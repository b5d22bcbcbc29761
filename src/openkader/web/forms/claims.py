"""The form by which a file with claims of a published evaluation is handed in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.web.forms.fields import INPUT, TEXT


class ClaimsForm(forms.Form):
    """A claims file, or the text of one."""

    use_required_attribute = False

    file = forms.FileField(
        label=_("A file with claims"),
        help_text=_("YAML, at most 500 kB."),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={**INPUT, "accept": ".yaml,.yml,.txt"}),
    )
    text = forms.CharField(
        label=_("Or paste its text"),
        required=False,
        strip=False,
        max_length=500_000,
        widget=forms.Textarea(attrs={**TEXT, "rows": 12, "spellcheck": "false"}),
    )
