"""The form by which a case is given to a colleague or a team."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.web.forms.fields import INPUT, offer


class AssignForm(forms.Form):
    """By whom a case is to be worked on, by somebody who saw whose it was."""

    assignee = forms.ChoiceField(label=_("Colleague"), required=False, widget=forms.Select(attrs=INPUT))
    team = forms.ChoiceField(label=_("Team"), required=False, widget=forms.Select(attrs=INPUT))
    seen_assignee = forms.CharField(required=False, max_length=150, widget=forms.HiddenInput)
    seen_team = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)

    def __init__(
        self, *values: object, colleagues: Sequence[str], teams: Sequence[str], **named: object
    ) -> None:
        super().__init__(*values, **named)  # type: ignore[arg-type]
        offer(self, "assignee", [("", _("Nobody")), *((name, name) for name in colleagues)])
        offer(self, "team", [("", _("No team")), *((name, name) for name in teams)])
