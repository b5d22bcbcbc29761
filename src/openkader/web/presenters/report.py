"""The kinds of reports in words, and for whom each is."""

from django.utils.translation import gettext_lazy as _

from openkader.casework.reporting import ReportKind
from openkader.web.presenters.names import Words

REPORT_KINDS: Words = {
    ReportKind.MISSION_REPORT: _("Report to the council"),
    ReportKind.PUBLIC_TEXT: _("Text for a post or blog"),
    ReportKind.FEEDBACK: _("Feedback to those who took part"),
}
REPORT_READERS: Words = {
    ReportKind.MISSION_REPORT: _(
        "The council reads it, and whoever reads along with the council. Once final it is evidence at its measure."
    ),
    ReportKind.PUBLIC_TEXT: _(
        "Everybody reads it. Once final you publish it, and add the link to the public account."
    ),
    ReportKind.FEEDBACK: _(
        "Whoever took part reads it and may pass it on: nothing in it is confidential or personal."
    ),
}
