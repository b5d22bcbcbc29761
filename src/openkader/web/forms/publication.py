"""The forms of a publication: what is chosen of a thing, that it is published, and that it is revoked."""

from collections.abc import Iterable, Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.casework.publishing import (
    CATEGORIES,
    GROUNDS,
    LONGEST_TEXT,
    LONGEST_TITLE,
    Category,
    Choice,
    Chosen,
    Draft,
)
from openkader.web.forms.fields import INPUT, TEXT, PlainField
from openkader.web.presenters.publication import category_words, ground_words

_MOST_TYPED = 20_000  # what is too long is told by the rule
NOTHING = ""


class DraftForm(forms.Form):
    """What is chosen: a title, a summary, and of each field whether it is public; nothing is chosen beforehand."""

    use_required_attribute = False
    seen = forms.IntegerField(min_value=0, max_value=1_000_000, widget=forms.HiddenInput)
    title = PlainField(
        label=_("Title"),
        help_text=_("In your own words, in Dutch. Name no persons."),
        max_length=_MOST_TYPED,
        widget=forms.TextInput(attrs={**INPUT, "maxlength": str(LONGEST_TITLE)}),
    )
    summary = PlainField(
        label=_("Summary"),
        help_text=_("A few short sentences that everybody understands. Name no persons."),
        max_length=_MOST_TYPED,
        widget=forms.Textarea(attrs={**TEXT, "maxlength": str(LONGEST_TEXT)}),
    )

    def __init__(
        self,
        items: Iterable[tuple[str, str]],
        categories: Iterable[Category],
        *values: object,
        asks_level: bool = False,
        **named: object,
    ) -> None:
        super().__init__(*values, **named)  # type: ignore[arg-type]
        found = sorted(categories)
        if found:
            self.fields["category"] = _category(found)
        if asks_level:
            self.fields["is_cleared"] = forms.BooleanField(
                label=_("I looked: nothing in it is confidential"), required=False
            )
        self.keys = {f"item-{number}": key for number, (key, _label) in enumerate(items)}
        for name, (_key, label) in zip(self.keys, items, strict=True):
            self.fields[name] = _choice(label)

    @property
    def choices(self) -> list[forms.BoundField]:
        """The fields of what can be chosen."""
        return [self[name] for name in self.keys]

    def draft(self) -> Draft:
        """What was chosen, as a rule wants to see it; what was left alone is no choice."""
        said = self.cleaned_data
        chosen = {key: _chosen(said[name]) for name, key in self.keys.items() if said[name] != NOTHING}
        category = said.get("category")
        return Draft(
            title=said["title"],
            summary=said["summary"],
            category=Category(category) if category else None,
            choices=chosen,
            is_cleared=True if said.get("is_cleared") else None,
        )


def initial_of(draft: Draft | None, items: Iterable[tuple[str, str]], seen: int) -> dict[str, object]:
    """The form of a draft as it was saved last; of a new one, nothing."""
    first: dict[str, object] = {"seen": seen}
    if draft is None:
        return first
    first |= {"title": draft.title, "summary": draft.summary, "category": draft.category}
    first["is_cleared"] = draft.is_cleared
    for number, (key, _label) in enumerate(items):
        first[f"item-{number}"] = _typed(draft.choices, key)
    return first


def _typed(choices: Mapping[str, Chosen], key: str) -> str:
    one = choices.get(key)
    if one is None:
        return NOTHING
    return str(Choice.PUBLISH) if one.choice is Choice.PUBLISH else str(one.ground)


def _chosen(typed: str) -> Chosen:
    is_public = typed == Choice.PUBLISH
    choice = Choice.PUBLISH if is_public else Choice.WITHHOLD
    return Chosen(choice=choice, ground=None if is_public else typed)


def _choice(label: str) -> forms.ChoiceField:
    grounds = [(code, ground_words(code)) for code in GROUNDS]
    return forms.ChoiceField(
        label=label,
        required=False,
        choices=[
            (NOTHING, _("Not public, and nothing is said of it")),
            (str(Choice.PUBLISH), _("Public")),
            (_("Not public, on a ground of the Woo"), grounds),
        ],
        widget=forms.Select(attrs=INPUT),
    )


def _category(categories: Iterable[Category]) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Category of the Woo"),
        help_text=_("Under which everybody finds it, in the national search too."),
        choices=[(str(one), f"{one} {category_words(one)}") for one in categories if one in CATEGORIES],
        widget=forms.Select(attrs=INPUT),
    )


class PublishForm(forms.Form):
    """That a draft is published as it was seen."""

    draft = forms.IntegerField(min_value=0, max_value=1_000_000, widget=forms.HiddenInput)
    shown = forms.CharField(max_length=64, widget=forms.HiddenInput)


class RevokeForm(forms.Form):
    """Why a publication is taken down."""

    use_required_attribute = False
    reason = PlainField(
        label=_("Why it is revoked"),
        help_text=_("For colleagues. Outside it is only said that it was revoked, and when."),
        max_length=_MOST_TYPED,
        widget=forms.Textarea(attrs={**TEXT, "maxlength": str(LONGEST_TEXT)}),
    )


class AddFileForm(forms.Form):
    """A document that may be published."""

    use_required_attribute = False
    documents = forms.FileField(
        label=_("Document"),
        help_text=_(
            "PDF, Word, Excel, PowerPoint, LibreOffice, JPEG, PNG or text, as it may be read by everybody. What its "
            "program wrote in it unseen is taken out. Comments, tracked changes and hidden text are refused."
        ),
        widget=forms.FileInput(attrs=INPUT),
    )


class StartForm(forms.Form):
    """That the publication of a thing is begun."""
