"""Sentences on the library's pages about a second step that we say in our own Dutch, which is polite.

Our catalogue comes before that of the library. Nothing else uses this list; the catalogue is made from what stands in
the source.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

OURS = (
    _("Please reauthenticate to safeguard your account."),
    _("Enter your password:"),
    _("Enter an authenticator code:"),
    _("Two-Factor Authentication"),
    _("Your account is protected by two-factor authentication. Please enter an authenticator code:"),
    _("Authentication using an authenticator app is active."),
    _("An authenticator app is not active."),
    _("Authenticator App"),
    ngettext_lazy(
        "You have added %(count)s security key.", "You have added %(count)s security keys.", "count"
    ),
    _("Security Keys"),
    _("No security keys have been added."),
    _("Use a security key"),
    _("Add Security Key"),
    _("Edit Security Key"),
    _("Remove Security Key"),
    _("Are you sure you want to remove this security key?"),
    _("You are about to generate a new set of recovery codes for your account."),
    _("This action will invalidate your existing codes."),
    _("Are you sure?"),
    _("Deactivate Authenticator App"),
    _("You are about to deactivate authenticator app based authentication. Are you sure?"),
    _("You cannot deactivate two-factor authentication."),
    _("You cannot generate recovery codes without having two-factor authentication enabled."),
)
