"""The form in which an adviser enters a request that came by mail or telephone: one page, nothing that can wait."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from openkader.casework.intake import Channel, FrontDoor
from openkader.kader import Kader
from openkader.web.forms.fields import INPUT, PlainField, offer
from openkader.web.forms.request import countries, files_field, initiatives
from openkader.web.presenters.received import CHANNELS
from openkader.web.shell import language

_BY_HAND = [(str(channel), words) for channel, words in CHANNELS.items() if channel is not Channel.FORM]


class QuickEntryForm(forms.Form):
    """What is known when a request comes in; who took the initiative is always asked."""

    use_required_attribute = False

    key = forms.RegexField(r"[A-Za-z0-9_-]{32}", widget=forms.HiddenInput)
    mail = forms.CharField(max_length=80, required=False, widget=forms.HiddenInput)  # from which it is begun
    said = PlainField(
        label=_("What was asked"),
        help_text=_("Paste the e-mail, or write down what was said."),
        max_length=100_000,
        widget=forms.Textarea(attrs={**INPUT, "rows": 8}),
    )
    subject = PlainField(
        label=_("The request in a few words"), max_length=250, widget=forms.TextInput(attrs=INPUT)
    )
    kind = forms.ChoiceField(label=_("Kind"), widget=forms.Select(attrs=INPUT))
    initiative = forms.ChoiceField(
        label=_("Who took the initiative"),
        help_text=_("Also where the organisation itself did. ‘Unknown’ is an answer."),
        widget=forms.Select(attrs=INPUT),
    )
    requester = PlainField(
        label=_("Organisation that asks"),
        required=False,
        max_length=250,
        widget=forms.TextInput(attrs=INPUT),
    )
    country = forms.ChoiceField(label=_("Country"), required=False, widget=forms.Select(attrs=INPUT))
    channel = forms.ChoiceField(label=_("Came by"), choices=_BY_HAND, widget=forms.Select(attrs=INPUT))
    received_on = forms.DateField(
        label=_("Received on"), widget=forms.DateInput(attrs={**INPUT, "type": "date"}, format="%Y-%m-%d")
    )
    contact_name = PlainField(
        label=_("Contact person"), required=False, max_length=200, widget=forms.TextInput(attrs=INPUT)
    )
    contact_email = forms.EmailField(
        label=_("E-mail address"), required=False, max_length=254, widget=forms.EmailInput(attrs=INPUT)
    )
    contact_phone = PlainField(
        label=_("Telephone"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={**INPUT, "type": "tel"}),
    )

    def __init__(self, door: FrontDoor, kader: Kader, *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        choose = [("", _("Choose"))]
        kinds = [(str(choice.kind), choice.text.in_(language())) for choice in door.kinds]
        offer(self, "kind", [*choose, *kinds])
        offer(self, "initiative", [*choose, *initiatives(kader)])
        offer(self, "country", [("", _("not known yet")), *countries()])
        self.fields["documents"] = files_field(
            _("Documents"),
            several=True,
            help_text=_("A delegation list can be read in from there, in the dossier."),
        )
        self.fields["received_on"].initial = timezone.localdate()
