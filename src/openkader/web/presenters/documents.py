"""The documents of a dossier as a reader sees them."""

from collections.abc import Iterable

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openkader.casework.documents import DocumentForm, Purpose
from openkader.register.selectors import DocumentRow
from openkader.web.shell import shown_moment

PURPOSES = {
    Purpose.ATTACHMENT: gettext_lazy("Attachment"),
    Purpose.DELEGATION_LIST: gettext_lazy("Delegation list"),
    Purpose.ADVICE: gettext_lazy("With an advice"),
}

# What may be read as a delegation list.
_LISTS = frozenset({DocumentForm.XLSX, DocumentForm.CSV})


def shown_documents(
    request: str, rows: Iterable[DocumentRow], *, may_read: bool = False
) -> list[dict[str, object]]:
    """What was sent along with a request: name, size, when and by whom, and where it can be saved from."""
    return [
        {
            "reference": row.reference,
            "name": row.name,
            "hand_in_url": reverse("delegation", args=[request])
            if may_read and row.media_type in _LISTS
            else "",
            "url": reverse("document", args=[request, row.reference]),
            "about": f"{PURPOSES[Purpose(row.purpose)]} · {filesizeformat(row.size)}",
            "when": _("%(moment)s, by %(actor)s")
            % {"moment": shown_moment(row.recorded_at), "actor": row.recorded_by},
        }
        for row in rows
    ]
