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

# The same of the partner that judges an investment: whether it could work with the company.
STATEMENTS: Words = {
    AdviceVerdict.NO_OBJECTION: _("We could work with this company"),
    AdviceVerdict.CONDITIONS: _("We could work with this company, under conditions"),
    AdviceVerdict.OBJECTION: _("We could not work with this company"),
    AdviceVerdict.CANNOT_JUDGE: _("We cannot judge this"),
}
