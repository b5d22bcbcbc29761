"""The forms of advice and agreement; what may be done is a rule of the case and stands in `casework`."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.web.forms.fields import DAY, INPUT, MOST_LETTERS, TEXT, PlainField, lines_of, offer
from openkader.web.forms.request import files_field
from openkader.web.presenters.advice_words import VERDICTS

MOST_CONDITIONS = 50

Choices = Sequence[tuple[str, str]]


class _ForDesk(forms.Form):
    """A form that is about one of some desks."""

    use_required_attribute = False
    desk = forms.ChoiceField(label=_("Desk"), widget=forms.Select(attrs=INPUT))

    def __init__(self, desks: Choices, *values: object, **named: object) -> None:
        super().__init__(*values, **named)  # type: ignore[arg-type]  # as any form takes them
        offer(self, "desk", desks)


class QuestionForm(forms.Form):
    """A question that somebody outside answers by a link."""

    use_required_attribute = False
    question = PlainField(
        label=_("Question"),
        help_text=_(
            "The desk sees this question and the facts that the framework shows it, and nothing else."
        ),
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs=TEXT),
    )
    recipient = PlainField(label=_("Who you ask"), max_length=200, widget=forms.TextInput(attrs=INPUT))
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("The link to the question goes there. Leave it empty if you send the link yourself."),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs=INPUT),
    )
    due_on = forms.DateField(label=_("Answer by"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))


class AskForm(QuestionForm, _ForDesk):
    """A question for a desk."""


class WaiverForm(_ForDesk):
    """Not waiting for a desk."""

    reason = PlainField(
        label=_("Why the advice is not awaited"),
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs=TEXT),
    )
    expires_on = forms.DateField(label=_("Until"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))


class AdviceForm(forms.Form):
    """The answer of a desk, having seen so many earlier ones."""

    use_required_attribute = False

    seen = forms.IntegerField(min_value=0, max_value=9999, widget=forms.HiddenInput)
    verdict = forms.ChoiceField(
        label=_("Your advice"),
        choices=[(str(one), words) for one, words in VERDICTS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose your advice.")},
    )
    conditions = PlainField(
        label=_("Conditions"),
        help_text=_("One on each line. Needed when you advise under conditions."),
        required=False,
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs=TEXT),
    )
    explanation = PlainField(
        label=_("Explanation"),
        help_text=_("Needed when you object or cannot judge it."),
        required=False,
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={**TEXT, "rows": 6}),
    )
    documents = files_field(
        _("Documents that go with it"),
        several=True,
        help_text=_("PDF, Word, Excel, LibreOffice, pictures or text. No programs and no macros."),
    )
    given_by = PlainField(
        label=_("Who gives this advice"), max_length=200, widget=forms.TextInput(attrs=INPUT)
    )

    def clean_conditions(self) -> tuple[str, ...]:
        """Each line that says something."""
        return lines_of(self.cleaned_data["conditions"])[:MOST_CONDITIONS]


class ReasonForm(forms.Form):
    """Why something is taken or sent back."""

    use_required_attribute = False
    reason = PlainField(
        label=_("Reason"), max_length=MOST_LETTERS, widget=forms.Textarea(attrs={**TEXT, "rows": 2})
    )


class HandOverForm(forms.Form):
    """Who at the other party has the case now."""

    use_required_attribute = False
    confirmed_by = PlainField(
        label=_("Who confirmed it there"),
        help_text=_("Name, function or organisation."),
        max_length=200,
        widget=forms.TextInput(attrs=INPUT),
    )


class NoForm(forms.Form):
    """A button alone."""
