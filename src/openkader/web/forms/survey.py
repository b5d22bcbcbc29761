"""The forms of the survey: as a participant answers it, and as a colleague asks it; what may be is a rule."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.casework.effect import (
    Answered,
    Consent,
    QuestionSort,
    SurveyForm,
    SurveyQuestion,
    at_odds,
    unanswered,
)
from openkader.web.forms.fields import INPUT, TEXT, PlainField
from openkader.web.presenters.survey import CONSENTS
from openkader.web.shell import language

MOST_LETTERS = 2000


class AnswerForm(forms.Form):
    """What came of it, in the words of one that took part."""

    use_required_attribute = False

    def __init__(self, survey: SurveyForm, data: Mapping[str, object] | None = None) -> None:
        super().__init__(data)
        self.survey = survey
        for one in survey.questions:
            self.fields[one.id] = _field(one)

    def clean(self) -> dict[str, object]:
        """Each question that lacks an answer, or has answers that do not go together, says so."""
        said = self.said()
        for name in unanswered(self.survey, said):
            if name not in self.errors:
                self.add_error(name, forms.ValidationError(_("Choose at least one answer.")))
        for name in at_odds(self.survey, said):
            text = _("This answer stands alone: choose either that one, or the others.")
            self.add_error(name, forms.ValidationError(text))
        return self.cleaned_data

    def said(self) -> Answered:
        """The answers as the rules want to see them; who chose nothing about publication did not agree."""
        several, words, consent = (
            [one.id for one in self.survey.of(sort)]
            for sort in (QuestionSort.SEVERAL, QuestionSort.WORDS, QuestionSort.CONSENT)
        )
        data = self.cleaned_data
        agreed = next((data.get(name) for name in consent), "")
        return Answered(
            chosen={name: tuple(data.get(name) or ()) for name in several},
            words="\n".join(str(data.get(name) or "") for name in words),
            consent=Consent(str(agreed)) if agreed else Consent.NONE,
        )


def _field(question: SurveyQuestion) -> forms.Field:
    label = question.text.in_(language())
    help_text = question.help.in_(language()) if question.help else ""
    if question.sort is QuestionSort.WORDS:
        return PlainField(
            label=label,
            help_text=help_text,
            required=False,
            max_length=MOST_LETTERS,
            widget=forms.Textarea(attrs=TEXT),
        )
    if question.sort is QuestionSort.CONSENT:
        return forms.ChoiceField(
            label=label,
            help_text=help_text,
            required=False,
            choices=[(str(one), words) for one, words in CONSENTS.items()],
            widget=forms.RadioSelect,
        )
    return forms.MultipleChoiceField(
        label=label,
        help_text=help_text,
        required=False,
        choices=[(one.id, one.text.in_(language())) for one in question.options],
        widget=forms.CheckboxSelectMultiple,
    )


class _ToWhom(forms.Form):
    """Whom somebody asks, and where a mail goes."""

    use_required_attribute = False
    recipient = PlainField(label=_("Whom you ask"), max_length=200, widget=forms.TextInput(attrs=INPUT))
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("The link to the questions goes there. Leave it empty if you send the link yourself."),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs=INPUT),
    )


class SurveyAskForm(_ToWhom):
    """Asking one that took part."""

    language = forms.ChoiceField(
        label=_("Language of the mail"),
        choices=[("nl", "Nederlands"), ("en", "English")],
        widget=forms.Select(attrs=INPUT),
    )


class SurveyAddressForm(_ToWhom):
    """A better address."""
