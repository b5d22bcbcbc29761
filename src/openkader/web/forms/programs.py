"""The form with which a colleague lets a program in."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.casework.token_words import SCOPES
from openkader.casework.tokens import LONGEST_NAME, TokenScope
from openkader.register.tokens import TokenEntry
from openkader.web.forms.fields import DAY, INPUT, PlainField, offer
from openkader.web.shell import language

_USUAL = timedelta(days=90)


class OpenTokenForm(forms.Form):
    """What the program is called, what it may do, and until when."""

    use_required_attribute = False
    name = PlainField(
        label=_("Name of the program"),
        help_text=_("This is how the audit trail knows it, beside your own name."),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs=INPUT),
    )
    scopes = forms.MultipleChoiceField(
        label=_("What it may do"),
        help_text=_("It can never do more than you yourself."),
        widget=forms.CheckboxSelectMultiple,
    )
    ends_on = forms.DateField(
        label=_("Last day"),
        help_text=_("At most a year from now."),
        widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
    )

    def __init__(self, *values: Any, today: date, **named: Any) -> None:
        super().__init__(*values, **named)
        offer(self, "scopes", [(str(scope), SCOPES[scope].in_(language())) for scope in TokenScope])
        self.fields["ends_on"].initial = today + _USUAL

    def entry(self, account: str) -> TokenEntry:
        """What was filled in, for the account of whoever filled it in."""
        said = self.cleaned_data
        scopes = tuple(TokenScope(word) for word in said["scopes"])
        return TokenEntry(account=account, name=said["name"], scopes=scopes, ends_on=said["ends_on"])
