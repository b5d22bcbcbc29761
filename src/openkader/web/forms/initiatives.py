"""The forms of an initiative: what was asked for, and each step after that; the rules stand in `casework`."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.base.text import Text
from openkader.casework.initiatives import STEPS, StepKind
from openkader.register.initiative_entries import Side, StepEntry
from openkader.web.forms.fields import INPUT, MOST_LETTERS, TEXT, PlainField, offer
from openkader.web.forms.moments import MomentField
from openkader.web.shell import language

SHORT = {**TEXT, "rows": 2}


class StartForm(forms.Form):
    """What somebody asked for."""

    use_required_attribute = False
    title = PlainField(label=_("Name of the initiative"), max_length=300, widget=forms.TextInput(attrs=INPUT))
    what = PlainField(
        label=_("What was asked for"), max_length=MOST_LETTERS, widget=forms.Textarea(attrs=SHORT)
    )
    seeker = PlainField(
        label=_("Who asked"),
        help_text=_("A reference of a party, or in words who it is. Unknown stays empty."),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs=INPUT),
    )
    moment = MomentField(label=_("When"), required=False)
    shown_by = PlainField(
        label=_("What shows it"),
        help_text=_("Such as a letter or a programme, with its date."),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs=INPUT),
    )
    url = PlainField(
        label=_("Web address"),
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={**INPUT, "inputmode": "url", "spellcheck": "false"}),
    )

    def entry(self, kind: StepKind, known: Sequence[str]) -> StepEntry:
        """The step as it was filled in; `known` are the references of parties that may be meant."""
        said = self.cleaned_data
        return StepEntry(
            kind=kind,
            what=Text(nl=said["what"], en=said["what"]),
            period=said["moment"],
            seeker=side_of(said["seeker"], known),
            partner=side_of(said.get("partner", ""), known),
            shown_by=said["shown_by"],
            url=said["url"],
        )


class StepForm(StartForm):
    """The next step of a chain."""

    field_order = ("kind", "what", "seeker", "partner", "moment", "shown_by", "url")
    kind = forms.ChoiceField(label=_("What happened"), widget=forms.Select(attrs=INPUT))
    partner = PlainField(
        label=_("With whom"),
        help_text=_("For a match: a reference of a party, or in words who it is."),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs=INPUT),
    )

    def __init__(self, kinds: Sequence[StepKind], *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        del self.fields["title"]
        self.fields["what"].label = _("In words, or the reason")
        self.fields["seeker"].label = _("For whom")
        offer(self, "kind", [(str(one), STEPS[one].in_(language())) for one in kinds])


def side_of(words: str, known: Sequence[str]) -> Side:
    """A party where its reference was filled in; else whoever it is in words, or nobody."""
    if words in known:
        return Side(words)
    return Side(None, Text(nl=words, en=words)) if words else Side()
