"""The form of an overview of all that is kept of somebody."""

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.web.forms.fields import INPUT, PlainField

_LONGEST_NAME, _LONGEST_REFERENCE = 200, 80


class DisclosureForm(forms.Form):
    """Whom it is about: a name, or a party by its reference."""

    use_required_attribute = False
    name = PlainField(
        label=_("Name"),
        help_text=_("As it was asked, in full: part of a name finds others too."),
        max_length=_LONGEST_NAME,
        min_length=3,
        required=False,
        widget=forms.TextInput(attrs={**INPUT, "autocomplete": "off"}),
    )
    party = PlainField(
        label=_("Or a party, by its reference"),
        max_length=_LONGEST_REFERENCE,
        required=False,
        widget=forms.TextInput(attrs={**INPUT, "autocomplete": "off"}),
    )
    form = forms.ChoiceField(
        label=_("As what"),
        choices=[("docx", _("a document for Word")), ("json", _("data (JSON)"))],
        initial="docx",
        widget=forms.RadioSelect,
    )

    def clean(self) -> dict[str, object]:
        """One of the two, not both and not neither."""
        told = super().clean() or {}
        if not self.errors and bool(told.get("name")) == bool(told.get("party")):
            self.add_error("name", _("Fill in a name or a reference; one of the two."))
        return told
