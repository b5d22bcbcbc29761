"""The forms by which a hit is judged, and by which another source is noted."""

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.casework.screening import Addressee, SourceKind, SourceQuality, Verdict
from openkader.web.forms.fields import INPUT, MOST_LETTERS, TEXT, PlainField
from openkader.web.presenters.screening_words import ADDRESSEES, SOURCE_KINDS, SOURCE_QUALITIES, VERDICTS


class ReviewForm(forms.Form):
    """What a colleague says of a hit, having seen so many earlier reviews."""

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    verdict = forms.ChoiceField(
        label=_("Your judgement"),
        choices=[(str(one), VERDICTS[one]) for one in Verdict],
        widget=forms.RadioSelect,
    )
    reason = PlainField(
        label=_("Why"),
        help_text=_(
            "Say what you compared and where you found it. The second person and the auditor read this."
        ),
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs=TEXT),
    )


class EscalationForm(forms.Form):
    """A hit that is put before somebody else."""

    to = forms.ChoiceField(
        label=_("To whom"),
        choices=[(str(one), ADDRESSEES[one]) for one in Addressee],
        widget=forms.Select(attrs=INPUT),
    )
    text = PlainField(
        label=_("What you ask"),
        help_text=_(
            "Putting a hit before others refuses nobody. Send the question yourself; the register keeps it."
        ),
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs=TEXT),
    )


class NoteForm(forms.Form):
    """What a source beside the lists says of a party."""

    kind = forms.ChoiceField(
        label=_("Sort of source"),
        choices=[(str(one), SOURCE_KINDS[one]) for one in SourceKind],
        widget=forms.Select(attrs=INPUT),
    )
    quality = forms.ChoiceField(
        label=_("How far it can be relied upon"),
        choices=[(str(one), SOURCE_QUALITIES[one]) for one in SourceQuality],
        # Who does not judge says so, and does not call a source confirmed by leaving the first choice.
        initial=str(SourceQuality.UNKNOWN),
        widget=forms.Select(attrs=INPUT),
    )
    title = PlainField(label=_("Title"), max_length=300, widget=forms.TextInput(attrs=INPUT))
    says = PlainField(label=_("What it says"), max_length=MOST_LETTERS, widget=forms.Textarea(attrs=TEXT))
    url = forms.URLField(
        label=_("Web address"),
        required=False,
        max_length=500,
        assume_scheme="https",
        widget=forms.URLInput(attrs=INPUT),
    )
    published_on = forms.RegexField(
        r"^\d{4}(-\d\d(-\d\d)?)?$",
        label=_("Date"),
        help_text=_("As exactly as you know it: 2024, 2024-05 or 2024-05-23."),
        error_messages={"invalid": _("Write a year, a month or a day: 2024, 2024-05 or 2024-05-23.")},
        required=False,
        widget=forms.TextInput(attrs=INPUT),
    )
