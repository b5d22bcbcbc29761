"""The forms of a report: the text with the version that its writer saw."""

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.casework.reporting import MOST_TEXT
from openkader.web.forms.fields import INPUT


class ReportForm(forms.Form):
    """A text as it is written on."""

    use_required_attribute = False
    seen = forms.IntegerField(min_value=0, max_value=999_999, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Text"),
        help_text=_(
            "A line with ## before it is a heading, a line with - before it a point. A blank line begins a paragraph."
        ),
        max_length=MOST_TEXT,
        strip=False,
        widget=forms.Textarea(attrs={**INPUT, "rows": 24, "spellcheck": "true"}),
    )


class FinalForm(forms.Form):
    """That the version that was read is final."""

    use_required_attribute = False
    seen = forms.IntegerField(min_value=0, max_value=999_999, widget=forms.HiddenInput)
