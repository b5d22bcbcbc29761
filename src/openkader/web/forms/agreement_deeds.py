"""The forms of what is done with an agreement: recorded, signed or renewed, corrected, ended, and given to somebody."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.base.text import capital
from openkader.casework.agreements import (
    LONGEST_TEXT,
)
from openkader.casework.vocabulary import AgreementStatus
from openkader.web.forms.agreements import NEW_STATUSES, DocumentForm, StatedForm, choice, words
from openkader.web.forms.fields import offer
from openkader.web.forms.moments import MomentField
from openkader.web.presenters.names import AGREEMENTS


class NewForm(StatedForm):
    """An agreement as it is recorded."""

    key = forms.RegexField(r"[A-Za-z0-9_-]{32}", widget=forms.HiddenInput)
    activity = forms.CharField(required=False, max_length=80, widget=forms.HiddenInput)
    owner = choice(_("Who sees to it"), help_text=_("Is reminded well before it ends."))

    def __init__(self, *given: Any, colleagues: Sequence[str], **named: Any) -> None:
        super().__init__(*given, **named)
        offer(self, "owner", [("", _("Nobody in particular")), *((name, name) for name in colleagues)])

    def statuses(self) -> Sequence[AgreementStatus]:
        """What is new was signed, or is intended; what ended long ago may be recorded as well."""
        return (*NEW_STATUSES, AgreementStatus.RENEWED, AgreementStatus.EXPIRED)


class ChangeForm(StatedForm):
    """All that is known of an agreement from now on, by somebody who saw so many deeds."""

    seen = forms.IntegerField(min_value=1, max_value=10**6, widget=forms.HiddenInput)
    evaluation = words(
        _("What was done with it"),
        LONGEST_TEXT,
        _("What came of it, and is what it says on values still in it? Without this it cannot be renewed."),
    )
    reason = words(_("Why it is corrected"), LONGEST_TEXT)


class EndForm(DocumentForm):
    """How and when it ended, and what was done with it."""

    seen = forms.IntegerField(min_value=1, max_value=10**6, widget=forms.HiddenInput)
    status = forms.ChoiceField(label=_("What happened"), widget=forms.RadioSelect)
    on = MomentField(
        label=_("When"),
        help_text=_("As exactly as you know: 12-5-2025, 5-2025 or 2025."),
    )
    evaluation = words(
        _("What was done with it"),
        LONGEST_TEXT,
        _("What came of it, and why it is not carried on."),
    )

    def __init__(self, statuses: Sequence[AgreementStatus], *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        offer(self, "status", [(str(one), capital(str(AGREEMENTS[one]))) for one in statuses])


class GiveForm(forms.Form):
    """Who sees to an agreement."""

    use_required_attribute = False
    owner = choice(_("Who sees to it"))

    def __init__(self, colleagues: Sequence[str], *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        offer(self, "owner", [("", _("Nobody in particular")), *((name, name) for name in colleagues)])
