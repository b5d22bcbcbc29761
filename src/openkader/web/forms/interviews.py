"""The forms of interviews: one is noted, words are kept, and consent is noted or withdrawn."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.base.text import capital
from openkader.casework.interviews import CONSENTS, GIVEN, Consent, InterviewDraft, QuoteDraft, Speaker
from openkader.casework.interviews.rules import LONGEST_NAME
from openkader.web.forms.agreements import choice
from openkader.web.forms.fields import INPUT, TEXT, PlainField, offer
from openkader.web.forms.moments import MomentField
from openkader.web.shell import language

Choices = Sequence[tuple[str, str]]


def _line(label: object, help_text: object = "", *, required: bool = False) -> PlainField:
    return PlainField(
        label=label,  # type: ignore[arg-type]  # a lazy text is a label
        help_text=help_text,  # type: ignore[arg-type]
        required=required,
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs=INPUT),
    )


def _how() -> PlainField:
    return _line(_("How that was said"), _("Such as by mail of 3 May, or in the talk itself."))


def consents(*, unknown: object = _("Not known: not to be used")) -> list[tuple[str, object]]:
    """What consent may be given for; nothing chosen is unknown."""
    return [("", unknown), *((str(one), capital(CONSENTS[one].in_(language()))) for one in GIVEN)]


class InterviewForm(forms.Form):
    """With whom, when and about what."""

    use_required_attribute = False
    who = _line(
        _("With whom"), _("The reference of a party, or a name. Only who keeps interviews reads a name.")
    )
    withheld = forms.ChoiceField(
        label=_("Did they ask not to be named?"),
        choices=[("", _("Not said")), ("yes", _("Yes: the name is kept nowhere"))],
        required=False,
        widget=forms.Select(attrs=INPUT),
    )
    called = _line(
        _("How they may be called without a name"),
        _("Such as “a grower”. Nothing by which they can be recognised."),
    )
    moment = MomentField(label=_("When"))
    by_whom = _line(_("Who of us"), required=True)
    themes = forms.MultipleChoiceField(
        label=_("Themes that came up"), required=False, widget=forms.CheckboxSelectMultiple
    )
    consent = choice(_("Consent was given for"))
    how = _how()

    def __init__(self, themes: Choices, *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        offer(self, "themes", themes)
        offer(self, "consent", consents())

    def draft(self, known: Sequence[str]) -> InterviewDraft:
        """The interview as it was filled in; `known` are the references of parties that may be meant."""
        said = self.cleaned_data
        is_party = said["who"] in known
        return InterviewDraft(
            speaker=Speaker(
                party=said["who"] if is_party else None,
                name="" if is_party else said["who"],
                is_withheld=said["withheld"] == "yes",
            ),
            period=said["moment"],
            by_whom=said["by_whom"],
            themes=tuple(said["themes"]),
            called=said["called"],
            consent=Consent(said["consent"]) if said["consent"] else None,
            how=said["how"],
        )


class QuoteForm(forms.Form):
    """Words of an interview."""

    use_required_attribute = False
    words = PlainField(
        label=_("The words, as they were said"), widget=forms.Textarea(attrs={**TEXT, "rows": 3})
    )
    theme = choice(_("Theme"), required=True)
    consent = choice(_("Consent was given for"))

    def __init__(self, themes: Choices, *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        offer(self, "theme", themes)
        offer(self, "consent", consents())

    def draft(self) -> QuoteDraft:
        """The words as they were filled in."""
        said = self.cleaned_data
        consent = Consent(said["consent"]) if said["consent"] else None
        return QuoteDraft(words=said["words"], theme=said["theme"], consent=consent)


class ConsentForm(forms.Form):
    """For what consent was given; of the whole interview, or of one quote."""

    use_required_attribute = False
    seen = forms.IntegerField(min_value=0, max_value=10**6, widget=forms.HiddenInput)
    about = choice(_("Of"))
    consent = choice(_("Consent was given for"), required=True)
    how = _how()

    def __init__(self, quotes: Sequence[str], *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        offer(self, "about", [("", _("the whole interview")), *((one, one) for one in quotes)])
        offer(self, "consent", consents(unknown=_("Choose")))


class WithdrawForm(forms.Form):
    """That consent was withdrawn."""

    use_required_attribute = False
    about = choice(_("Of"))
    how = _how()

    def __init__(self, quotes: Sequence[str], *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        offer(self, "about", [("", _("the whole interview")), *((one, one) for one in quotes)])
