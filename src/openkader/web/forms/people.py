"""The forms about accounts: a new one, what it may do, and the own password."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openkader.base.messages import sentence
from openkader.casework.role_words import ROLES
from openkader.casework.vocabulary import AccountRole
from openkader.register.accounts import MOST_OF_TEAM, Post
from openkader.web.forms.fields import INPUT, PlainField, offer
from openkader.web.shell import language


class PostForm(forms.Form):
    """The roles and the team of a colleague."""

    use_required_attribute = False
    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        help_text=_(
            "Administrator and auditor go with no other role. Without a role one sees what is public."
        ),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    team = PlainField(
        label=_("Team"), required=False, max_length=MOST_OF_TEAM, widget=forms.TextInput(attrs=INPUT)
    )

    def __init__(self, *values: Any, **named: Any) -> None:
        super().__init__(*values, **named)
        offer(self, "roles", [(str(role), ROLES[role].in_(language())) for role in AccountRole])

    def post(self) -> Post:
        """What was chosen."""
        roles = [AccountRole(role) for role in self.cleaned_data["roles"]]
        return Post(roles=roles, team=self.cleaned_data["team"] or None)


class OpenAccountForm(PostForm):
    """A new account."""

    name = PlainField(
        label=_("Name of the account"),
        help_text=_("This is how the audit trail knows the colleague; it cannot be changed later."),
        max_length=80,
        widget=forms.TextInput(attrs={**INPUT, "autocapitalize": "none", "spellcheck": "false"}),
    )
    address = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("With it an invitation goes out by mail; without it you get a password to hand over."),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs=INPUT),
    )
    field_order = ("name", "address", "roles", "team")

    def __init__(self, *values: Any, can_invite: bool, **named: Any) -> None:
        super().__init__(*values, **named)
        if not can_invite:
            del self.fields["address"]


def _secret(label: Any, fills: str) -> forms.CharField:
    """A field of which the browser shows nothing, and that it may fill in."""
    widget = forms.PasswordInput(attrs={**INPUT, "autocomplete": fills})
    return forms.CharField(label=label, strip=False, max_length=1000, widget=widget)


class FirstPasswordForm(forms.Form):
    """A password, twice."""

    use_required_attribute = False
    password = _secret(_("New password"), "new-password")
    again = _secret(_("New password, once more"), "new-password")

    def clean(self) -> dict[str, Any]:
        """Two that differ are a slip of the hand."""
        said = super().clean() or {}
        if said.get("password") and said.get("again") and said["password"] != said["again"]:
            self.add_error("again", sentence("account.passwords-differ", {}, language()))
        return said


class PasswordForm(FirstPasswordForm):
    """The former password, and the new one twice."""

    former = _secret(_("Your present password"), "current-password")
    field_order = ("former", "password", "again")


class MailAddressForm(forms.Form):
    """Where somebody's reminders go; empty is nowhere."""

    use_required_attribute = False
    address = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("Leave it empty to get no reminders by mail; they stand in the list of activities too."),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={**INPUT, "autocomplete": "email"}),
    )
