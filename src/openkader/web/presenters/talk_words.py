"""The words of talks."""

from django.utils.translation import gettext_lazy as _

from openkader.casework.raising import Stated
from openkader.web.presenters.names import Words

SETTINGS: Words = {"formal": _("formal, on the agenda"), "informal": _("informal, beside the agenda")}
STATED: Words = {
    Stated.NOTED: _("noted after the talk"),
    Stated.RECORD: _("recorded as a topic"),
    Stated.ANNEX: _("stated in the table of activities"),
    Stated.TEXT: _("stated only in the running text"),
}
