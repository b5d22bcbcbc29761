"""Which of the files that came with a mail are taken over."""

from typing import Any, TypeVar

from django import forms
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from openkader.register.selectors.received import MailPage

F = TypeVar("F", bound=forms.Form)


def offer_files(form: F, mail: MailPage) -> F:
    """The same form with a choice of the files that may be taken in, all of them at first."""
    kept = [
        (str(number), f"{one['name']} ({filesizeformat(int(str(one['size'])))})")
        for number, one in enumerate(mail.attachments)
        if not one["code"] and mail.is_kept
    ]
    if kept:
        form.fields["files"] = forms.MultipleChoiceField(
            label=_("Files to take over"),
            choices=kept,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            initial=[number for number, _words in kept],
        )
    return form


class FilesForm(forms.Form):
    """Those of a mail that is kept with its dossier."""

    use_required_attribute = False

    def __init__(self, mail: MailPage, *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        offer_files(self, mail)
