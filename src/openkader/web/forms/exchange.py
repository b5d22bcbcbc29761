"""The forms by which something is given to another organisation, and a file of one is looked into and taken over."""

from collections.abc import Collection, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.base.messages import sentence
from openkader.publication.exchange import MOST_BYTES, SUFFIX
from openkader.publication.exchange.composing import Stock, Wanted
from openkader.web.forms.fields import INPUT, BoundFileField
from openkader.web.forms.kader_handing import TakeOverKaderForm
from openkader.web.shell import language

Choices = Sequence[tuple[str, str]]


def too_large() -> str:
    """That no such file is that large."""
    return sentence("exchange.too-large", {"limit": f"{MOST_BYTES >> 20} MB"}, language())


class ReceiveExchangeForm(forms.Form):
    """The signed file of another organisation."""

    use_required_attribute = False
    file = BoundFileField(
        most=MOST_BYTES,
        too_large=too_large,
        label=_("The signed file"),
        help_text=_("You receive it from the other organisation; its name ends in .exchange.json."),
        widget=forms.FileInput(attrs={**INPUT, "accept": f"{SUFFIX},.json"}),
    )


def _several(label: Any, help_text: Any = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, help_text=help_text, required=False, widget=forms.CheckboxSelectMultiple
    )


class GiveForm(forms.Form):
    """What goes along."""

    use_required_attribute = False
    kader = _several(_("Framework"))
    messages = _several(_("Lines to take"), _("With the policy on which they rest, and its sources."))
    lists = _several(
        _("Lists"),
        _(
            "A list of somebody else without an address is not ticked: tick it only when you know that it may go."
        ),
    )
    years = _several(_("Figures of"), _("Without rows and names; a number of few is withheld."))

    def __init__(self, stock: Stock, *values: Any, **named: Any) -> None:
        usual = {"messages": list(stock.lines), "lists": sorted(stock.usual)}
        super().__init__(*values, **{"initial": usual, **named})
        offered: dict[str, Choices] = {
            "kader": [(stock.kader.id, f"{stock.kader.title.in_(language())} ({stock.kader.id})")],
            "messages": [(name, line.text.in_(language())) for name, line in stock.lines.items()],
            "lists": [(name, one.listing.title.in_(language())) for name, one in stock.lists.items()],
            "years": [(str(year), str(year)) for year in stock.years],
        }
        for name, choices in offered.items():
            field = self.fields[name]
            assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - each of them is
            field.choices = choices

    def wanted(self) -> Wanted:
        """What was ticked."""
        found = self.cleaned_data
        return Wanted(
            kader=bool(found["kader"]),
            messages=frozenset(found["messages"]),
            lists=frozenset(found["lists"]),
            years=frozenset(map(int, found["years"])),
        )


class CheckedForm(forms.Form):
    """That the mark of a key that is not known here was compared by another way than the file."""

    use_required_attribute = False
    checked = forms.MultipleChoiceField(
        label=_("The key"),
        choices=[("yes", _("I compared the mark of the key with the sender by another way"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *values: Any, is_known: bool, **named: Any) -> None:
        super().__init__(*values, **named)
        if is_known:
            del self.fields["checked"]

    @property
    def is_checked(self) -> bool:
        """Whether somebody says so."""
        return bool(self.cleaned_data.get("checked"))


class TakeKaderForm(CheckedForm, TakeOverKaderForm):
    """The draft that their kader becomes."""


class TakeWordsForm(CheckedForm, TakeOverKaderForm):
    """The draft with their lines and lists in it."""

    chosen = _several(_("What you take over"))
    field_order = ("chosen", "name", "in_force_from", "checked")

    def __init__(self, chosen: Choices, *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        field = self.fields["chosen"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - it is
        field.choices = chosen

    @property
    def taken(self) -> Collection[str]:
        """The names that were ticked."""
        return frozenset(self.cleaned_data["chosen"])
