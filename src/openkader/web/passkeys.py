"""What a browser hands in of a passkey; made by hand it is refused like any other wrong answer."""

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn.forms import AddWebAuthnForm, AuthenticateWebAuthnForm, ReauthenticateWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _
from fido2.webauthn import AuthenticationResponse, AuthenticatorData

from openkader.web.forms.fields import PlainField

# What the library and the one below it raise on words that no browser sends.
_MADE_UP = (KeyError, TypeError, ValueError, AttributeError)


class AddPasskey(AddWebAuthnForm):
    """A new passkey."""

    name = PlainField(label=_("Name of the key"), required=False, max_length=100)

    def clean(self) -> dict[str, Any]:
        """What was handed in, when it is one."""
        try:
            return super().clean()
        except _MADE_UP as error:
            raise get_adapter().validation_error("incorrect_code") from error


class UsePasskey(AuthenticateWebAuthnForm):
    """A passkey as the second step."""

    def clean_credential(self) -> Any:
        """The passkey that was used, when it is one."""
        try:
            return super().clean_credential()
        except _MADE_UP as error:
            raise get_adapter().validation_error("incorrect_code") from error


class UsePasskeyAgain(ReauthenticateWebAuthnForm, UsePasskey):
    """A passkey before something is changed: one that asked for a finger, a face or a PIN.

    A key that was only touched is something one has, as the open session is. Beside a password it opens the
    door; in its place it says nothing of who touched it.
    """

    def clean_credential(self) -> Any:
        """The passkey that was used, when it asked who used it, or nothing else can be asked."""
        handed_in = self.cleaned_data["credential"]
        found = super().clean_credential()
        flags = AuthenticationResponse.from_dict(handed_in).response.authenticator_data.flags
        if self.user.has_usable_password() and not flags & AuthenticatorData.FLAG.UV:
            raise forms.ValidationError(_("This passkey did not ask who you are. Use your password."))
        return found
