"""What a desk may answer, in words."""

from django.utils.translation import gettext_lazy as _

from openkader.casework.advice import AdviceVerdict
from openkader.web.presenters.names import Words

VERDICTS: Words = {
    AdviceVerdict.NO_OBJECTION: _("No objection"),
    AdviceVerdict.CONDITIONS: _("No objection, under conditions"),
    AdviceVerdict.OBJECTION: _("Objection"),
    AdviceVerdict.CANNOT_JUDGE: _("We cannot judge this"),
}
