"""The forms of a party: another name, a number of a register, and whether two are one."""

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.casework.identifiers import SCHEMES
from openkader.casework.joining import Sameness
from openkader.web.forms.fields import INPUT, MOST_LETTERS, TEXT, PlainField


class NameForm(forms.Form):
    """Another name of a party."""

    name = PlainField(
        label=_("Name"),
        help_text=_("As it is written in its own script, or as it stands in a letter or on a list."),
        max_length=300,
        widget=forms.TextInput(attrs=INPUT),
    )


class NumberForm(forms.Form):
    """A number under which a register knows a party."""

    scheme = forms.ChoiceField(
        label=_("Register"),
        choices=[(code, scheme.label) for code, scheme in SCHEMES.items()],
        widget=forms.Select(attrs=INPUT),
    )
    value = PlainField(
        label=_("Number"),
        help_text=_("Dots and spaces do not matter. The check digit is checked where the number has one."),
        max_length=100,
        widget=forms.TextInput(attrs=INPUT),
    )


class SamenessForm(forms.Form):
    """What somebody says of two parties, having seen so many earlier judgements."""

    other = forms.CharField(max_length=80, widget=forms.HiddenInput)
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    verdict = forms.ChoiceField(
        label=_("Your judgement"),
        choices=[
            (str(Sameness.SAME), _("One party: show both under the party at the top")),
            (str(Sameness.OTHER), _("Two parties: keep them apart")),
            (str(Sameness.OPEN), _("Not decided: take back what was said")),
        ],
        widget=forms.RadioSelect,
    )
    reason = PlainField(
        label=_("How you can tell"),
        help_text=_("Such as the same number, address or website. Nothing is lost: you can take this back."),
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={**TEXT, "rows": 2}),
    )
