"""The forms of an investment: the case at the partner, the question to it, and what it states."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.web.forms.advice import AdviceForm
from openkader.web.forms.fields import DAY, INPUT, PlainField, offer
from openkader.web.presenters.advice_words import STATEMENTS

Choices = Sequence[tuple[str, str]]


class StatementForm(AdviceForm):
    """What the partner states: an answer with its ground, its last day, and the number of the case there."""

    grounds = forms.MultipleChoiceField(
        label=_("On which ground you could not"),
        help_text=_("Needed when you could not work with this company."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    valid_until = forms.DateField(
        label=_("Your statement holds until"),
        help_text=_("Leave it empty when you name no day."),
        required=False,
        widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
    )
    number = PlainField(
        label=_("Number of the case with you"),
        help_text=_("The number alone; nothing of the file itself."),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs=INPUT),
    )
    field_order: tuple[str, ...] = (
        "seen",
        "verdict",
        "grounds",
        "conditions",
        "explanation",
        "valid_until",
        "number",
    )

    def __init__(self, grounds: Choices, *values: object, **named: object) -> None:
        super().__init__(*values, **named)  # type: ignore[arg-type]  # as any form takes them
        offer(self, "grounds", grounds)
        offer(self, "verdict", [(str(one), words) for one, words in STATEMENTS.items()])
        self.fields["verdict"].label = _("Your statement")
        self.fields["given_by"].label = _("Who gives this statement")
        self.fields["explanation"].help_text = _(
            "Needed when you could not work with it, or cannot judge it."
        )
        self.fields["conditions"].help_text = _("One on each line. Needed when you could under conditions.")


class ToldStatementForm(StatementForm):
    """The same as a colleague enters it, who says on which day the partner said so."""

    said_on = forms.DateField(label=_("Said on"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))
    field_order = ("seen", "said_on", *StatementForm.field_order[1:])


class InvestmentCaseForm(forms.Form):
    """Under which number the partner knows it, and who invests."""

    use_required_attribute = False
    number = PlainField(
        label=_("Number of the case at the partner"),
        help_text=_("The number alone; the file of the partner stays with the partner."),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs=INPUT),
    )
    investor = forms.ChoiceField(
        label=_("Who invests"),
        help_text=_(
            "A party of this dossier, which is screened. Somebody else is added to the dossier first."
        ),
        required=False,
        widget=forms.Select(attrs=INPUT),
    )

    def __init__(self, parties: Choices, *values: object, **named: object) -> None:
        super().__init__(*values, **named)  # type: ignore[arg-type]  # as any form takes them
        offer(self, "investor", [("", _("Known at the partner only")), *parties])
