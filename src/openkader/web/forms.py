"""The forms that colleagues fill in; what may be done is a rule of the case and stands in `casework`."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.casework.identifiers import SCHEMES
from openkader.casework.joining import Sameness
from openkader.casework.screening import Addressee, SourceKind, SourceQuality, Verdict
from openkader.web.fields import INPUT, TEXT, offer
from openkader.web.presenters.screening_words import ADDRESSEES, SOURCE_KINDS, SOURCE_QUALITIES, VERDICTS

MOST_LETTERS = 10_000


def lines_of(text: object) -> tuple[str, ...]:
    """Each line of what was typed that says something."""
    lines = (line.strip() for line in str(text).splitlines())
    return tuple(line for line in lines if line)


class HandInForm(forms.Form):
    """A delegation list: a file, or what was copied from one."""

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


class ReviewForm(forms.Form):
    """What a colleague says of a hit, having seen so many earlier reviews."""

    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    verdict = forms.ChoiceField(
        label=_("Your judgement"),
        choices=[(str(one), VERDICTS[one]) for one in Verdict],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
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
    text = forms.CharField(
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
    title = forms.CharField(label=_("Title"), max_length=300, widget=forms.TextInput(attrs=INPUT))
    says = forms.CharField(
        label=_("What it says"), max_length=MOST_LETTERS, widget=forms.Textarea(attrs=TEXT)
    )
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


class NameForm(forms.Form):
    """Another name of a party."""

    name = forms.CharField(
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
    value = forms.CharField(
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
    reason = forms.CharField(
        label=_("How you can tell"),
        help_text=_("Such as the same number, address or website. Nothing is lost: you can take this back."),
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={**TEXT, "rows": 2}),
    )


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
