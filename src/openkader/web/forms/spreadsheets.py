"""The form by which a register in a spreadsheet is handed in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.base.messages import sentence
from openkader.web.drafts import MOST_BYTES
from openkader.web.forms.fields import INPUT, BoundFileField
from openkader.web.shell import language


def too_large() -> str:
    """That the file is larger than any that is taken."""
    return sentence("upload.too-large", {"limit": "5 MB"}, language())


class ReceiveSheetForm(forms.Form):
    """The file that the register was kept in."""

    use_required_attribute = False
    file = BoundFileField(
        most=MOST_BYTES,
        too_large=too_large,
        label=_("The file with your register"),
        help_text=_("XLSX, ODS or CSV, at most 5 MB. One row a case, under one row of headings."),
        widget=forms.FileInput(attrs={**INPUT, "accept": ".xlsx,.ods,.csv,.tsv,.txt"}),
    )
