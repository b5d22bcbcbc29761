"""What is said of a conflict with information protection, in words."""

from django.utils.translation import gettext_lazy as _

from openkader.casework.protection import Outcome
from openkader.web.presenters.names import Words

OUTCOMES: Words = {
    Outcome.SECURITY_FIRST: _("security comes first"),
    Outcome.OTHERWISE: _("the other goal comes first"),
}
