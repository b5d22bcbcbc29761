"""What is done on the page of invitations: invite colleagues, and take one off.

An act has the task that it is of, the form that it takes, and what it does: that gives the sentence said after it.
"""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.casework.permissions import Act
from openkader.register import selectors, services
from openkader.web.acts.deeds import Deeds, Place, Said, by_words, plain
from openkader.web.forms.inviting import InviteForm, UninviteForm
from openkader.web.presenters.inviting import part_name


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitingPage(Place):
    """An activity with its invitations as they are found, and who stands before them."""

    found: selectors.Invitations

    def parts(self) -> list[tuple[str, str]]:
        """To what one can be invited."""
        return [(str(part), part_name(self.found, part)) for part in self.found.items]

    def colleagues(self) -> list[tuple[str, str]]:
        """Who can be invited, with the address to which it goes."""
        return [(name, f"{name} · {address}") for name, address in self.found.addresses.items()]

    def form(self, *values: object, **named: object) -> InviteForm:
        """The form that invites."""
        return InviteForm(self.parts(), self.colleagues(), *values, **named)


def _form(page: InvitingPage) -> forms.Form:
    return page.form(page.request.POST, auto_id="invite_%s")


def _invite(page: InvitingPage, said: Said) -> str:
    names = services.invite_colleagues(
        page.found.activity, int(said["part"]), said["colleagues"], **page.hand
    )
    if not names:
        return _("They were invited already. Nothing more was sent.")
    words = ngettext("%(count)s colleague is invited.", "%(count)s colleagues are invited.", len(names))
    return words % {"count": len(names)}


def _uninvite(page: InvitingPage, said: Said) -> str:
    services.uninvite_colleague(page.found.activity, said["part"], said["name"], **page.hand)
    return _(
        "This colleague is not invited any more. If the mail went out, another takes it out of the calendar."
    )


ACTS: Deeds[InvitingPage] = {
    "invite": (Act.WORK, _form, by_words(_invite)),
    "uninvite": (Act.WORK, plain(UninviteForm), by_words(_uninvite)),
}
