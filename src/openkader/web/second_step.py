"""Whether somebody proved twice who they are, where the installation asks for that."""

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest

from openkader.register.people import password_due

# A provider asks for its own second step.
_SURE = frozenset({"mfa", "socialaccount"})


def has_second_step(request: HttpRequest) -> bool:
    """Whether this account has a second step set up."""
    return is_mfa_enabled(request.user)


def is_sure(request: HttpRequest) -> bool:
    """Whether this session counts as that of a colleague.

    Somebody who has to set up a second step still can, and until then is a visitor. Who has one
    was asked for it when signing in. Nor does it, while another password has to be chosen first.
    """
    if password_due(request.user):
        return False
    if not settings.OPENKADER_TWO_STEPS:
        return True
    methods = {record["method"] for record in get_authentication_records(request, request.user)}
    return bool(methods & _SURE) or has_second_step(request)
