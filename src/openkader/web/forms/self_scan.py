"""The self-scan as a company fills it in: for each question an answer, and a reason or explanation beside it."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.casework.self_scan import Given, Reply, ScanForm, unanswered
from openkader.web.forms.fields import INPUT, PlainField
from openkader.web.presenters.self_scan import REPLIES
from openkader.web.shell import language

MOST_LETTERS = 2000


class SelfScanForm(forms.Form):
    """The answers, by somebody who had seen so many times of saving; what is only saved need not be whole."""

    use_required_attribute = False

    def __init__(
        self, scan: ScanForm, data: Mapping[str, object] | None = None, *, whole: bool = False
    ) -> None:
        super().__init__(data)
        self.scan, self.whole = scan, whole
        self.fields["seen"] = forms.IntegerField(min_value=0, max_value=999_999, widget=forms.HiddenInput)
        for one in scan.questions:
            self.fields[f"reply-{one.id}"] = forms.ChoiceField(
                label=one.text.in_(language()),
                help_text=one.help.in_(language()) if one.help else "",
                choices=[(str(reply), words) for reply, words in REPLIES.items()],
                required=False,
                widget=forms.RadioSelect,
            )
            self.fields[f"reason-{one.id}"] = PlainField(
                label=one.text.in_(language()),
                required=False,
                max_length=MOST_LETTERS,
                widget=forms.TextInput(attrs={**INPUT, "autocomplete": "off"}),
            )
        self.fields["given_by"] = PlainField(
            label=_("Your name and function"),
            help_text=_("Needed when you hand in the scan."),
            required=False,
            max_length=200,
            widget=forms.TextInput(attrs={**INPUT, "autocomplete": "name"}),
        )

    def clean(self) -> dict[str, object]:
        """What is handed in is whole: each question that is not says what lacks."""
        if self.whole:
            for name in unanswered(self.scan, self.given()):
                self._lacks(name)
            if not self.cleaned_data.get("given_by"):
                self.add_error(
                    "given_by", forms.ValidationError(_("Write down who filled in the self-scan."))
                )
        return self.cleaned_data

    def _lacks(self, name: str) -> None:
        if f"reply-{name}" in self.errors or f"reason-{name}" in self.errors:
            return
        if self.cleaned_data.get(f"reply-{name}"):
            self.add_error(
                f"reason-{name}", forms.ValidationError(_("Give the reason why it does not apply."))
            )
        else:
            self.add_error(f"reply-{name}", forms.ValidationError(_("Choose an answer.")))

    def given(self) -> dict[str, Given]:
        """The answers as the rules want to see them."""
        found = {}
        for one in self.scan.questions:
            reply = self.cleaned_data.get(f"reply-{one.id}")
            reason = str(self.cleaned_data.get(f"reason-{one.id}") or "")
            found[one.id] = Given(Reply(str(reply)) if reply else None, reason)
        return found


def filled(scan: ScanForm, said: Mapping[str, Given], seen: int, given_by: str) -> SelfScanForm:
    """The form with what was saved, as it is opened."""
    form = SelfScanForm(scan)
    form.initial = {"seen": seen, "given_by": given_by}
    for name, given in said.items():
        form.initial |= {f"reply-{name}": str(given.reply or ""), f"reason-{name}": given.reason}
    return form


def merged(
    form: SelfScanForm, before: Mapping[str, Given], now: Mapping[str, Given], seen: int
) -> SelfScanForm:
    """The same words in a form that has seen what another saved; what nobody touched here shows the newest."""
    mine, data = form.given(), {"seen": str(seen), "given_by": str(form.cleaned_data.get("given_by") or "")}
    nothing = Given(None)
    for name, given in mine.items():
        touched = _plain(given) != _plain(before.get(name, nothing))
        shown = given if touched else now.get(name, nothing)
        data |= {f"reply-{name}": str(shown.reply or ""), f"reason-{name}": shown.reason}
    return SelfScanForm(form.scan, data, whole=form.whole)


def _plain(given: Given) -> tuple[Reply | None, str]:
    return given.reply, given.reason.strip()
