"""The fields of a question that no other part of a kader has: its type, its lists, and which answers are findings."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext as _

from openkader.base.flowing import Plain
from openkader.base.text import capital
from openkader.kader import FactType
from openkader.web.forms.fields import INPUT
from openkader.web.forms.kader_entry_parts import Choice, Simple, Spot
from openkader.web.forms.kader_texts import folded, line_field
from openkader.web.forms.kader_values import Choices
from openkader.web.presenters.kader_readings import TYPES

_ALL, _SOME = "all", "some"


class Kind(Choice):
    """What sort of answer it takes; that changes only while nothing reads it and no answers are kept under its name."""

    def __init__(self, spot: Spot, uses: Sequence[str], older: FactType | None) -> None:
        choices: Choices = [(str(one), capital(str(TYPES[one]))) for one in FactType]
        super().__init__(
            spot,
            _("What sort of answer"),
            choices,
            help_text=_("Only a question that nothing reads yet can become one of another sort."),
        )
        self.uses, self.older = uses, older

    def check(self) -> None:
        """Say where it is read, or that cases were answered."""
        typed = self.form.cleaned_data.get(self.key)
        if not typed or typed == folded(self.before) or self.before is None:
            return
        if self.uses:
            words = _("It is still read. Change that first: %(uses)s.")
            self.form.add_error(self.key, words % {"uses": ", ".join(self.uses[:10])})
        elif self.older is not None and typed != self.older:
            words = _(
                "In the version that the draft starts from this is ‘%(type)s’, and cases were answered so. "
                "Add a question with another name."
            )
            self.form.add_error(self.key, words % {"type": TYPES[self.older]})


class Ticked(Simple):
    """Names of which several can be ticked; those that stay keep their order."""

    def __init__(self, spot: Spot, label: str, choices: Choices, help_text: str) -> None:
        super().__init__(spot)
        self.old = [spot.before] if isinstance(spot.before, str) else spot.before
        self.names_now = (
            [one for one in self.old or [] if isinstance(one, str)] if isinstance(self.old, list) else []
        )
        known = {str(code) for code, _words in choices}
        gone = [
            (one, _("%(name)s (not there any more)") % {"name": one})
            for one in self.names_now
            if one not in known
        ]
        field = forms.MultipleChoiceField(
            label=label, help_text=help_text, required=False, widget=forms.CheckboxSelectMultiple
        )
        field.choices = [*gone, *choices]
        field.initial = self.names_now
        spot.form.fields[spot.key] = field

    def shown(self) -> dict[str, object]:
        """Folded, for they are many."""
        return {**super().shown(), "ticked": len(self.form[self.key].value() or ())}

    def said(self) -> Plain:
        """Those that stay, then those that came."""
        picked = self.form.cleaned_data[self.key]
        if {*picked} == {*self.names_now}:
            return self.before
        old = [one for one in self.names_now if one in picked]
        return [*old, *(one for one in picked if one not in old)] or None


class Worsens(Simple):
    """Which answers are findings, each graver than the one before it."""

    def __init__(self, spot: Spot) -> None:
        super().__init__(spot)
        before = spot.before
        self.listed = [folded(one) for one in before] if isinstance(before, list) else []
        field = forms.ChoiceField(
            label=_("Are its answers findings?"),
            help_text=_("A finding never makes the proposal milder; the check proves that."),
            required=False,
            initial=_SOME if self.listed else _ALL if before is True else "",
            widget=forms.Select(attrs=INPUT),
        )
        field.choices = [
            ("", _("No")),
            (_ALL, _("Yes: each is graver than the one before it")),
            (_SOME, _("Only some, in this order:")),
        ]
        codes = line_field(_("Those answers, by their codes"), _("From mild to grave, with a comma between."))
        codes.initial = ", ".join(self.listed)
        codes.max_length = None
        self.names = ["worsens", "worsens_codes"]
        spot.form.fields["worsens"], spot.form.fields["worsens_codes"] = field, codes

    def check(self) -> None:
        """Some are named, or none are asked."""
        said = self.form.cleaned_data
        if said.get("worsens") == _SOME and not said.get("worsens_codes"):
            self.form.add_error("worsens_codes", _("Name at least one answer."))

    def said(self) -> Plain:
        """True, the codes, or what stood there where that is as good as nothing."""
        said = self.form.cleaned_data
        if said["worsens"] == _ALL:
            return True
        if said["worsens"] == _SOME:
            codes = [one.strip() for one in said["worsens_codes"].split(",") if one.strip()]
            return self.before if codes == self.listed else [*codes]
        return self.before if self.before is False else None
