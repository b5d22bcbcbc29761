"""The form of a decision on a case."""

from collections.abc import Mapping, Sequence

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openkader.casework.vocabulary import DecisionOutcome, Level
from openkader.kader import Kader
from openkader.web.forms.case import options_of
from openkader.web.forms.fields import INPUT, MOST_LETTERS, PlainField, lines_of, offer
from openkader.web.marks import find_mark

Choices = Sequence[tuple[object, object]]
LEVELS: Choices = (
    (str(Level.REQUEST), _("The request")),
    (str(Level.DELEGATION), _("The delegation")),
    (str(Level.ORGANISATION), _("One organisation")),
)


class DecisionForm(forms.Form):
    """A decision on a case of which its maker had seen so many decisions."""

    use_required_attribute = False

    seen = forms.IntegerField(min_value=0, max_value=9999, widget=forms.HiddenInput)
    outcome = forms.ChoiceField(
        label=_("Decision"),
        choices=[(str(one), find_mark("outcome", one).word) for one in DecisionOutcome],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you decide.")},
    )
    level = forms.ChoiceField(
        label=pgettext_lazy("decision", "About"),
        choices=LEVELS,
        widget=forms.Select(attrs=INPUT),
    )
    party = forms.ChoiceField(
        label=_("Which organisation"),
        help_text=_("Needed when the decision is about one organisation."),
        required=False,
        widget=forms.Select(attrs=INPUT),
    )
    ground = forms.ChoiceField(
        label=_("Ground"),
        help_text=_("Needed when you refuse or refer on."),
        required=False,
        widget=forms.Select(attrs=INPUT),
    )
    instrument = forms.ChoiceField(
        label=_("Instrument"),
        help_text=_("Needed when you refuse."),
        required=False,
        widget=forms.Select(attrs=INPUT),
    )
    motivation = PlainField(
        label=_("Reasons"),
        help_text=_(
            "Needed when you depart from the proposal, or give green light while questions are open. "
            "The requester may read them."
        ),
        required=False,
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={**INPUT, "rows": 6}),
    )

    conditions = PlainField(
        label=_("Conditions"),
        help_text=_("One on each line. Needed when you take it up under conditions."),
        required=False,
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={**INPUT, "rows": 4}),
    )
    referred_to = PlainField(
        label=_("Refer to"),
        help_text=_("Needed when you refer on: the party that takes it over."),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs=INPUT),
    )

    def clean_conditions(self) -> tuple[str, ...]:
        """Each line that says something."""
        return lines_of(self.cleaned_data["conditions"])

    def __init__(
        self, kader: Kader, organisations: Mapping[str, str], *values: object, **named: object
    ) -> None:
        super().__init__(*values, **named)  # type: ignore[arg-type]  # as any form takes them
        offer(self, "party", [("", _("none")), *organisations.items()])
        if not organisations:
            offer(self, "level", [choice for choice in LEVELS if choice[0] != Level.ORGANISATION])
            del self.fields["party"]
        known = kader.records["decisions"]
        for name in ("ground", "instrument"):
            offer(self, name, [("", _("none")), *options_of(known[name].options if name in known else ())])
