"""The form by which a list of people is handed in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.web.forms.fields import INPUT, TEXT


class HandInForm(forms.Form):
    """A list of people: a file, or what was copied from one."""

    use_required_attribute = False

    file = forms.FileField(
        label=_("A file"),
        help_text=_("XLSX, ODS or CSV, at most 5 MB."),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={**INPUT, "accept": ".xlsx,.ods,.csv,.tsv,.txt"}),
    )
    text = forms.CharField(
        label=_("Or paste the list"),
        help_text=_("Rows that you copied from Excel or Word, or one name on each line."),
        required=False,
        strip=False,
        max_length=1_000_000,
        widget=forms.Textarea(attrs={**TEXT, "rows": 8, "spellcheck": "false"}),
    )
