"""The forms about lines to take and items in public; what may be noted is a rule and stands in `casework`."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.casework.public_account import PUBLIC_KINDS
from openkader.casework.raising import Promise
from openkader.casework.vocabulary import PublicKind, Setting
from openkader.web.forms.fields import DAY, INPUT, MOST_LETTERS, TEXT, PlainField, offer
from openkader.web.presenters.talk_words import SETTINGS
from openkader.web.shell import language

MOST_ARCHIVED = 200_000
SHORT = {**TEXT, "rows": 2}
Choices = Sequence[tuple[str, str]]


class PromiseForm(forms.Form):
    """What will follow: what, who, and before when."""

    use_required_attribute = False

    what = PlainField(
        label=_("What will follow"),
        required=False,
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs=SHORT),
    )
    who = PlainField(label=_("By whom"), required=False, max_length=200, widget=forms.TextInput(attrs=INPUT))
    due_on = forms.DateField(
        label=_("Before which day"), required=False, widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d")
    )

    def promise(self) -> Promise:
        """What was filled in."""
        said = self.cleaned_data
        return Promise(what=said["what"], who=said["who"], due_on=said["due_on"])


class NoteForm(PromiseForm):
    """Whether one line was raised, with whom, and what they answered."""

    field_order = ("line", "seen", "raised", "party", "setting", "said_by", "reaction", "reason")

    line = forms.CharField(max_length=60, widget=forms.HiddenInput)
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    raised = forms.ChoiceField(
        label=_("Was it raised?"),
        choices=[("yes", _("Yes, it was raised")), ("no", _("No, it was not raised"))],
        widget=forms.RadioSelect,
    )
    party = forms.ChoiceField(label=_("With whom"), required=False, widget=forms.Select(attrs=INPUT))
    setting = forms.ChoiceField(
        label=_("Formal or informal"),
        required=False,
        choices=[("", _("Not known")), *((str(one), SETTINGS[one]) for one in Setting)],
        widget=forms.Select(attrs=INPUT),
    )
    said_by = PlainField(
        label=_("Said by"), required=False, max_length=200, widget=forms.TextInput(attrs=INPUT)
    )
    reaction = PlainField(
        label=_("Their reaction"), required=False, max_length=MOST_LETTERS, widget=forms.Textarea(attrs=SHORT)
    )
    reason = PlainField(
        label=_("If it was not raised: why not"),
        required=False,
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs=SHORT),
    )

    def __init__(self, parties: Choices, *values: object, **named: object) -> None:
        super().__init__(*values, **named)  # type: ignore[arg-type]  # as any form takes them
        offer(self, "party", [("", _("Not known")), *parties])


class FinishForm(forms.Form):
    """What came of a follow-up."""

    use_required_attribute = False

    outcome = PlainField(
        label=_("What came of it"), max_length=MOST_LETTERS, widget=forms.Textarea(attrs=SHORT)
    )


def kind_choices() -> list[tuple[str, str]]:
    """As what something can be made public, in the reader's words."""
    return [(str(one), PUBLIC_KINDS[one].in_(language())) for one in PublicKind]


class PublicForm(PromiseForm):
    """A post, blog, report or media item, with the topics that it discloses."""

    field_order = ("kind", "title", "published_on", "url", "text", "topics")

    kind = forms.ChoiceField(label=_("Kind"), choices=kind_choices, widget=forms.Select(attrs=INPUT))
    title = PlainField(label=_("Title"), max_length=300, widget=forms.TextInput(attrs=INPUT))
    published_on = forms.DateField(
        label=_("Day of publication"), widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d")
    )
    url = PlainField(
        label=_("Web address"),
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={**INPUT, "inputmode": "url", "spellcheck": "false"}),
    )
    text = PlainField(
        label=_("The text, to keep"),
        help_text=_(
            "Paste what it says. A page on the web can change or vanish; this text stays, with its digest."
        ),
        required=False,
        max_length=MOST_ARCHIVED,
        widget=forms.Textarea(attrs={**TEXT, "rows": 5}),
    )
    topics = forms.MultipleChoiceField(
        label=_("Topics that it names"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, topics: Choices, *values: object, **named: object) -> None:
        super().__init__(*values, **named)  # type: ignore[arg-type]  # as any form takes them
        field = self.fields["topics"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - declared so above
        field.choices = list(topics)
