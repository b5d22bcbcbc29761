"""The forms of an activity and of its measures; what may be done is a rule and stands in `casework`."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.casework.period import Period
from openkader.casework.vocabulary import EvidenceKind, MeasureStatus
from openkader.web.forms.advice import ReasonForm
from openkader.web.forms.fields import DAY, INPUT, MOST_LETTERS, TEXT, PlainField, offer
from openkader.web.forms.request import files_field
from openkader.web.presenters.names import EVIDENCE_KINDS

_TRUTHS = [("", _("not known yet")), ("yes", _("Yes")), ("no", _("No"))]


def _day(label: object, *, required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label,  # type: ignore[arg-type]  # a lazy text is a label
        required=required,
        widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"),
    )


def _truth(label: object) -> forms.TypedChoiceField:
    """Yes, no, or not known yet: nobody has to guess."""
    return forms.TypedChoiceField(
        label=label,  # type: ignore[arg-type]
        choices=_TRUTHS,
        coerce=lambda said: said == "yes",
        empty_value=None,
        required=False,
        widget=forms.Select(attrs=INPUT),
    )


class DaysForm(forms.Form):
    """On which days it is or was."""

    use_required_attribute = False
    first = _day(_("First day"))
    last = _day(_("Last day, where it is another"), required=False)

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        said = super().clean() or {}
        first, last = said.get("first"), said.get("last")
        if isinstance(first, date) and isinstance(last, date) and last < first:
            self.add_error("last", _("The last day is before the first."))
        return said

    @staticmethod
    def period_in(said: Mapping[str, Any]) -> Period:
        """The days that were filled in."""
        return Period.day(said["first"], said["last"])


class HeldForm(DaysForm):
    """What is known once it took place."""

    place = PlainField(label=_("Place"), required=False, max_length=200, widget=forms.TextInput(attrs=INPUT))
    office_holder = _truth(_("A member of the own executive takes part"))
    foreign_delegation = _truth(_("A delegation from abroad is there"))


class PlanForm(HeldForm):
    """An activity as it is planned."""

    field_order = ("title", "first", "last", "place", "aim", "office_holder", "foreign_delegation")
    title = PlainField(label=_("Title"), max_length=250, widget=forms.TextInput(attrs=INPUT))
    aim = PlainField(
        label=_("Aim"),
        required=False,
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={**TEXT, "rows": 3}),
    )
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class UndoneForm(ReasonForm):
    """To leave a measure undone until a last day."""

    expires_on = _day(_("Until"))


class ProofForm(forms.Form):
    """What shows that a measure was carried out: a file, a page on the web, or both: then the file is its copy."""

    use_required_attribute = False
    title = PlainField(
        label=_("What it is"),
        help_text=_("Such as: report of the session of 12 May."),
        max_length=250,
        widget=forms.TextInput(attrs=INPUT),
    )
    kind = forms.ChoiceField(
        label=_("Sort of evidence"),
        choices=[(str(one), EVIDENCE_KINDS[one]) for one in EvidenceKind],
        widget=forms.Select(attrs=INPUT),
    )
    url = forms.URLField(
        label=_("Web address"),
        help_text=_("A page can change or vanish. Add a copy of it as a file."),
        required=False,
        max_length=500,
        assume_scheme="https",
        widget=forms.URLInput(attrs=INPUT),
    )

    def __init__(self, *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        self.fields["documents"] = files_field(_("File"), several=False)


class CloseForm(forms.Form):
    """How a measure is closed."""

    use_required_attribute = False
    status = forms.ChoiceField(
        label=_("The measure is"),
        choices=[
            (str(MeasureStatus.DONE), _("done: the evidence shows it")),
            (str(MeasureStatus.NOT_APPLICABLE), _("not applicable here")),
        ],
        widget=forms.RadioSelect,
    )
    reason = PlainField(
        label=_("Reason"),
        help_text=_("Needed where it does not apply."),
        required=False,
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={**TEXT, "rows": 2}),
    )


class OwnerForm(forms.Form):
    """Who sees to a measure: a colleague, or somebody outside in words."""

    use_required_attribute = False
    colleague = forms.ChoiceField(label=_("Colleague"), required=False, widget=forms.Select(attrs=INPUT))
    outside = PlainField(
        label=_("Or somebody outside, in words"),
        help_text=_("Nobody outside is sent a reminder: whoever works on the case is."),
        required=False,
        max_length=150,
        widget=forms.TextInput(attrs=INPUT),
    )

    def __init__(self, *values: Any, colleagues: Sequence[str], **named: Any) -> None:
        super().__init__(*values, **named)
        offer(self, "colleague", [("", _("Nobody")), *((name, name) for name in colleagues)])
