"""The form in which somebody who was named in a request is registered with it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.casework.vocabulary import PartyKind, Role
from openkader.web.forms.fields import INPUT, PlainField
from openkader.web.presenters.parties import KINDS, ROLES


class ParticipantForm(forms.Form):
    """A registered party by its reference, or a new one by its name; and as what it takes part."""

    use_required_attribute = False

    party = forms.CharField(required=False, max_length=80, widget=forms.HiddenInput)
    name = PlainField(label=_("Name"), required=False, max_length=300, widget=forms.TextInput(attrs=INPUT))
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=[(str(one), KINDS[one]) for one in PartyKind],
        required=False,
        widget=forms.Select(attrs=INPUT),
    )
    role = forms.ChoiceField(
        label=_("Takes part as"),
        choices=[(str(one), ROLES[one]) for one in Role],
        widget=forms.Select(attrs=INPUT),
    )
