"""The form by which a register in a spreadsheet is handed in."""

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from openkader.base.messages import sentence
from openkader.web.drafts import MOST_BYTES
from openkader.web.forms.fields import INPUT
from openkader.web.shell import language


class ReceiveSheetForm(forms.Form):
    """The file that the register was kept in."""

    use_required_attribute = False
    file = forms.FileField(
        label=_("The file with your register"),
        help_text=_("XLSX, ODS or CSV, at most 5 MB. One row a case, under one row of headings."),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={**INPUT, "accept": ".xlsx,.ods,.csv,.tsv,.txt"}),
    )

    def clean_file(self) -> UploadedFile:
        """The file, if it is not too large."""
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(too_large())
        return file


def too_large() -> str:
    """That the file is larger than any that is taken."""
    return sentence("upload.too-large", {"limit": "5 MB"}, language())
