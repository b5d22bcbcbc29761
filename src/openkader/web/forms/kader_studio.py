"""The forms of the studio: a draft that is begun, a text of it, and the decision that adopts it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.base.document import read_text
from openkader.base.errors import Invalid, Problem
from openkader.base.messages import MESSAGES
from openkader.casework.kader_drafting import MOST_NAME, MOST_TEXT
from openkader.web.forms.fields import DAY, INPUT, PlainField
from openkader.web.forms.request import files_field
from openkader.web.shell import language

_MOST_TYPED = 4_000_000  # what is too long is told by the rule, which keeps it in the field
_MOST_PROBLEMS = 20


class StartDraftForm(forms.Form):
    """A next version that is begun."""

    use_required_attribute = False
    base = forms.RegexField(r"\A[a-z0-9-]{1,80}/\d{4}-\d{2}-\d{2}\Z", widget=forms.HiddenInput)
    name = PlainField(
        label=_("What this version is for"),
        help_text=_("For example: recalibration after the evaluation of 2024."),
        max_length=MOST_NAME,
        widget=forms.TextInput(attrs=INPUT),
    )
    in_force_from = forms.DateField(
        label=_("In force from"),
        help_text=_("The day that you have in mind. It can still be changed in the heading of the draft."),
        widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
    )


class DraftTextForm(forms.Form):
    """The text of one file; what is no document at all is said beside it, line by line, and stays in the field."""

    use_required_attribute = False
    seen = forms.IntegerField(min_value=0, max_value=999_999, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Text of this part"),
        help_text=_("In YAML. Two spaces further in means that it belongs to the line above."),
        max_length=_MOST_TYPED,
        strip=False,
        required=False,
        widget=forms.Textarea(
            attrs={
                **INPUT,
                "class": "form__input form__input--code",
                "rows": 30,
                "spellcheck": "false",
                "wrap": "off",
            }
        ),
    )

    def __init__(self, file: str, *values: object, **named: object) -> None:
        super().__init__(*values, **named)  # type: ignore[arg-type]
        self.file = file

    def clean_text(self) -> str:
        """What was typed, if it can be read at all; the rule tells what is empty or too long."""
        text = str(self.cleaned_data["text"])
        if not text.strip() or len(text) > MOST_TEXT:
            return text
        try:
            read_text(text.replace("\r\n", "\n"), self.file)
        except Invalid as error:
            raise forms.ValidationError(
                [said_problem(one) for one in error.problems[:_MOST_PROBLEMS]]
            ) from error
        return text


class AdoptKaderForm(forms.Form):
    """The decision that makes a version of a draft."""

    use_required_attribute = False
    seen = forms.RegexField(r"\A[0-9a-f]{64}\Z", widget=forms.HiddenInput)
    body = PlainField(
        label=_("Who took the decision"),
        help_text=_("For example: the Provincial Council."),
        max_length=200,
        widget=forms.TextInput(attrs=INPUT),
    )
    adopted_on = forms.DateField(
        label=_("Day of the decision"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d")
    )
    in_force_from = forms.DateField(
        label=_("In force from"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d")
    )

    def __init__(self, *values: object, **named: object) -> None:
        super().__init__(*values, **named)  # type: ignore[arg-type]
        self.fields["documents"] = files_field(
            _("The decision itself"), help_text=_("The document as it was signed.")
        )


def said_problem(problem: Problem) -> str:
    """A problem with the line on which it stands."""
    line = problem.where.rpartition(":")[2]
    words = MESSAGES[problem.code].in_(language()).format(**problem.detail)
    return _("Line %(line)s: %(words)s") % {"line": line, "words": words} if line.isdigit() else words
