"""The forms on the page of companies; what may be done is a rule and stands in `casework`."""

from collections.abc import Mapping, Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.register.selectors import MemberRow
from openkader.web.forms.fields import DAY, INPUT, MOST_LETTERS, TEXT, PlainField, offer
from openkader.web.shell import language

Choices = Sequence[tuple[str, str]]
_DAY = "%Y-%m-%d"
_PRESENT = "present-"


class _ForCompany(forms.Form):
    """A form that is about one of some companies."""

    use_required_attribute = False
    party = forms.ChoiceField(label=_("Company"), widget=forms.Select(attrs=INPUT))

    def __init__(self, companies: Choices, *values: object, **named: object) -> None:
        super().__init__(*values, **named)  # type: ignore[arg-type]  # as any form takes them
        offer(self, "party", companies)


class ScanAskForm(_ForCompany):
    """Asking a company for its scan."""

    recipient = PlainField(
        label=_("Whom at the company you ask"), max_length=200, widget=forms.TextInput(attrs=INPUT)
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("The link to the scan goes there. Leave it empty if you send the link yourself."),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs=INPUT),
    )
    language = forms.ChoiceField(
        label=_("Language of the mail"),
        choices=[("nl", "Nederlands"), ("en", "English")],
        widget=forms.Select(attrs=INPUT),
    )
    due_on = forms.DateField(label=_("Hand in by"), widget=forms.DateInput(attrs=DAY, format=_DAY))


class ScanWaiverForm(_ForCompany):
    """Letting a company come along without a scan."""

    reason = PlainField(
        label=_("Why the company can come along without a scan"),
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={**TEXT, "rows": 2}),
    )
    expires_on = forms.DateField(
        label=_("Until"),
        help_text=_("The waiver has to hold on the day of departure."),
        widget=forms.DateInput(attrs=DAY, format=_DAY),
    )


class SessionForm(forms.Form):
    """A session that was held, with who was there."""

    use_required_attribute = False
    kind = forms.ChoiceField(label=_("Given by"), widget=forms.Select(attrs=INPUT))
    by_whom = PlainField(
        label=_("Name of the organisation or expert"), max_length=200, widget=forms.TextInput(attrs=INPUT)
    )
    held_on = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs=DAY, format=_DAY))
    subject = PlainField(
        label=_("What it was about"),
        required=False,
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={**TEXT, "rows": 2}),
    )

    def __init__(
        self, kinds: Choices, members: Sequence[MemberRow], *values: object, **named: object
    ) -> None:
        super().__init__(*values, **named)  # type: ignore[arg-type]  # as any form takes them
        self.members = members
        offer(self, "kind", kinds)
        for one in members:
            self.fields[_PRESENT + one.key] = _presence(one)

    @property
    def plain(self) -> list[forms.BoundField]:
        """The fields that are about the session itself."""
        return [field for field in self if not field.name.startswith(_PRESENT)]

    @property
    def attendance(self) -> list[forms.BoundField]:
        """The fields that are about one that takes part each."""
        return [self[_PRESENT + one.key] for one in self.members]

    def present(self) -> Mapping[str, int | None]:
        """How many of each were there; None where it was left open."""
        said = {one.key: self.cleaned_data[_PRESENT + one.key] for one in self.members}
        return {key: None if number in ("", None) else int(number) for key, number in said.items()}


def _presence(one: MemberRow) -> forms.Field:
    label = one.name.in_(language()) + (f" ({one.organisation})" if one.organisation else "")
    if one.number == 1:
        choices = [("", _("Not noted")), ("1", _("Was there")), ("0", _("Missed it"))]
        return forms.ChoiceField(
            label=label, choices=choices, required=False, widget=forms.Select(attrs=INPUT)
        )
    return forms.IntegerField(
        label=label,
        help_text=_("How many were there; empty: not noted."),
        required=False,
        min_value=0,
        max_value=one.number or 100_000,
        widget=forms.NumberInput(attrs=INPUT),
    )
