"""The words of agreements, as forms and pages use them."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openkader.casework.agreements import DeedKind, PartyRole, Side, Whose
from openkader.web.marks import MARKS
from openkader.web.presenters.names import Words

NOT_KNOWN = _("not known")
WHOSE: Words = {
    str(Whose.OWN): _("our own agreement"),
    str(Whose.ACCOMPANIED): _("of a party that we accompanied"),
    str(Whose.OTHER_AUTHORITY): _("of another authority, as a reference"),
}
SIDES: Words = {
    str(Side.OWN): _("own side"),
    str(Side.OTHER): _("other side"),
}
PARTY_ROLES: Words = {
    str(PartyRole.SIGNATORY): _("signs"),
    str(PartyRole.CARRIES_OUT): _("carries it out"),
    str(PartyRole.WITNESS): _("is a witness"),
}
DEEDS: Words = {
    str(DeedKind.NOTED): pgettext_lazy("agreement", "Recorded"),
    str(DeedKind.SIGNED): pgettext_lazy("agreement", "Signed"),
    str(DeedKind.RENEWED): pgettext_lazy("agreement", "Renewed"),
    str(DeedKind.ENDED): pgettext_lazy("agreement", "Ended"),
    str(DeedKind.CORRECTED): pgettext_lazy("agreement", "Corrected"),
}
STANDINGS: Words = {code: mark.word for code, mark in MARKS["agreement"].items()}
