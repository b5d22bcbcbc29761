"""The forms of a written evaluation: a chapter, what is said of it, and what is corrected after it was adopted."""

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.casework.evaluating import MOST_WORDS
from openkader.web.forms.fields import INPUT, PlainField

_MOST_TYPED = 2_000_000  # what is too long is told by the rule, which keeps it in the field


def _words(label: object, help_text: object = "", rows: int = 3, *, required: bool = True) -> forms.CharField:
    return PlainField(
        label=label,  # type: ignore[arg-type]
        help_text=help_text,  # type: ignore[arg-type]
        max_length=MOST_WORDS,
        required=required,
        widget=forms.Textarea(attrs={**INPUT, "rows": rows, "spellcheck": "true"}),
    )


class StartForm(forms.Form):
    """That an evaluation is begun, in which languages."""

    use_required_attribute = False
    english = forms.BooleanField(label=_("Also in English"), required=False)


class ChapterForm(forms.Form):
    """A chapter as it is written on."""

    use_required_attribute = False
    seen = forms.IntegerField(min_value=0, max_value=999_999, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Text of this chapter"),
        help_text=_(
            "A line with ## before it is a heading, a line with - before it a point. A blank line begins a paragraph."
        ),
        max_length=_MOST_TYPED,
        strip=False,
        required=False,
        widget=forms.Textarea(attrs={**INPUT, "rows": 20, "spellcheck": "true"}),
    )


class EmptyForm(forms.Form):
    """That a chapter stays empty, and why."""

    use_required_attribute = False
    seen = forms.IntegerField(min_value=0, max_value=999_999, widget=forms.HiddenInput)
    left_empty = _words(_("Why this chapter has no text"), rows=2)


class PassageForm(forms.Form):
    """A passage, known by its words."""

    use_required_attribute = False
    passage = forms.RegexField(r"\A[0-9a-f]{64}\Z", widget=forms.HiddenInput)


class CommentForm(PassageForm):
    """What somebody says of a passage."""

    comment = _words(_("Your comment"), rows=2)


class ResolveForm(forms.Form):
    """The answer that settles a comment."""

    use_required_attribute = False
    key = forms.IntegerField(min_value=1, max_value=2**53, widget=forms.HiddenInput)
    answer = _words(_("What was done with it"), rows=2)


class SendForm(forms.Form):
    """That all of it goes to review."""


class ReturnForm(forms.Form):
    """That it comes back to be written on."""

    use_required_attribute = False
    why = _words(_("Why it comes back"), rows=2, required=False)


class AdoptForm(forms.Form):
    """That what was shown is adopted."""

    use_required_attribute = False
    seen = forms.RegexField(r"\A[0-9a-f]{64}\Z", widget=forms.HiddenInput)


class ErratumForm(forms.Form):
    """A correction of what was adopted."""

    use_required_attribute = False
    chapter = forms.ChoiceField(label=_("Chapter"), widget=forms.Select(attrs=INPUT))
    said = _words(_("What it says"), rows=2)
    must_say = _words(_("What it must say"), rows=2)
    why = _words(_("Why"), rows=2)

    def __init__(self, chapters: list[tuple[str, str]], *values: object, **named: object) -> None:
        super().__init__(*values, **named)  # type: ignore[arg-type]
        chapter = self.fields["chapter"]
        assert isinstance(chapter, forms.ChoiceField)  # noqa: S101 - it is declared so above
        chapter.choices = chapters


class RestateForm(forms.Form):
    """Why a figure counts otherwise than when it was adopted."""

    use_required_attribute = False
    figure = forms.SlugField(max_length=80, widget=forms.HiddenInput)
    reason = _words(_("Why it counts otherwise"), rows=2)
