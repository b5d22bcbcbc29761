"""The forms of recommendations: a new one, to whom it is addressed, and what came of it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.base.text import capital
from openkader.casework.recommendations import (
    LONGEST,
    LONGEST_ADDRESS,
    LONGEST_NAME,
    STATUSES,
    FollowUpStatus,
    Known,
)
from openkader.kader import Kader
from openkader.web.forms.agreements import choice, words
from openkader.web.forms.fields import INPUT, PlainField, offer
from openkader.web.forms.moments import MomentField
from openkader.web.forms.request import files_field
from openkader.web.shell import language, said

_SEEN: dict[str, Any] = {"min_value": 0, "max_value": 10**6}


def _to() -> PlainField:
    return PlainField(
        label=_("Addressed to"),
        help_text=_("A body or a role, such as the executive. Unknown stays empty."),
        required=False,
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs=INPUT),
    )


def _due() -> MomentField:
    help_text = _("The day, month or year in which it has to be done at the latest. Unknown stays empty.")
    return MomentField(label=_("To be followed up in"), required=False, help_text=help_text)


class RecommendForm(forms.Form):
    """A recommendation for the years to come."""

    use_required_attribute = False
    year = forms.IntegerField(
        label=_("Of the evaluation of the year"),
        min_value=1900,
        max_value=2200,
        widget=forms.TextInput(
            attrs={**INPUT, "class": "form__input form__input--short", "inputmode": "numeric"}
        ),
    )
    text = words(_("What is recommended"), LONGEST, required=True)
    to = _to()
    due = _due()


class AddressForm(forms.Form):
    """To whom it is addressed, and before when."""

    use_required_attribute = False
    seen = forms.IntegerField(widget=forms.HiddenInput, **_SEEN)
    to = _to()
    due = _due()


class FollowForm(forms.Form):
    """How it stands, and what shows that."""

    use_required_attribute = False
    seen = forms.IntegerField(widget=forms.HiddenInput, **_SEEN)
    status = forms.ChoiceField(label=_("How it stands"), widget=forms.RadioSelect)
    moment = MomentField(label=_("Since when"))
    what = words(
        _("What was done, or why not"),
        LONGEST,
        _("Colleagues read this; the public does not."),
        required=True,
    )
    url = PlainField(
        label=_("Shown by: a web address"),
        help_text=_("Everybody sees it."),
        required=False,
        max_length=LONGEST_ADDRESS,
        widget=forms.TextInput(attrs={**INPUT, "inputmode": "url", "spellcheck": "false"}),
    )
    record = PlainField(
        label=_("Shown by: the register"),
        help_text=_(
            "The reference of a dossier, an activity or an agreement. Whoever may see that, sees it here."
        ),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs=INPUT),
    )
    kader = choice(_("The kader that was changed because of it"))
    change = words(_("What was changed in it"), LONGEST)
    figure = choice(
        _("The figure that shows next year whether it worked"),
        help_text=_("From the kader. Its count of the year after stands on this page."),
    )

    def __init__(self, kader: Kader, known: Known, *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        nothing = ("", _("None"))
        offer(self, "status", [(str(one), capital(STATUSES[one].in_(language()))) for one in FollowUpStatus])
        offer(self, "kader", [nothing, *((one, one) for one in known.kaders)])
        offer(self, "figure", [nothing, *((one.id, said(one.text)) for one in kader.figures)])
        self.fields["documents"] = files_field(
            _("Shown by: a document"), help_text=_("Only colleagues can open it.")
        )
        order = (
            "seen",
            "status",
            "moment",
            "what",
            "url",
            "record",
            "documents",
            "kader",
            "change",
            "figure",
        )
        self.order_fields(order)
