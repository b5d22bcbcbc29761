"""The page on which colleagues are invited to an activity by mail."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.casework.inviting import may_invite, may_uninvite
from openkader.casework.permissions import Act
from openkader.register import selectors
from openkader.register.invitations import can_send
from openkader.web.acts.deeds import Tried, do, why_not_each
from openkader.web.acts.inviting import ACTS, InvitingPage
from openkader.web.doors import for_whom, note_reading
from openkader.web.presenters.inviting import shown_invitations
from openkader.web.presenters.work import said_refusal
from openkader.web.reader import person
from openkader.web.shell import activity_crumbs, language, practice, timeless_context


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_invitations(request: HttpRequest, reference: str) -> HttpResponse:
    """The page; POST does one of its acts."""
    found = selectors.invitations_to(reference, reader=person(request))
    place = InvitingPage(request=request, now=timezone.now(), found=found)
    if request.method == "POST":
        return do(place, ACTS, lambda *more: _page(place, *more))
    note_reading(request, found.dossier or "", found.level)
    return _page(place, {}, [], 200)


def _page(place: InvitingPage, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    found = place.found
    page = {
        "kicker": found.activity,
        "title": _("Invitations by mail"),
        "activity": found.title.in_(language()),
        "form": tried.get("invite") or place.form(auto_id="invite_%s"),
        "why_not": _why_not(place),
        "wrong": next(iter(tried.values()), None),
        "refusals": refusals,
        **shown_invitations(found),
    }
    crumbs = activity_crumbs(found.activity, (_("Invitations"), None))
    made_up = practice(is_fictional=found.is_fictional)
    values = timeless_context(place.request, page=page, crumbs=crumbs, fictional=made_up)
    return render(place.request, "web/pages/activity_invitations.html", values, status=status)


def _why_not(place: InvitingPage) -> dict[str, str]:
    """Why a button does nothing now: the task of somebody else, or a rule of the activity."""
    mine, found = why_not_each(place, ACTS), place.found
    rules = {
        "invite": may_invite(found.standing, next(iter(found.items.values()), None), mails=can_send()),
        "uninvite": may_uninvite(found.standing),
    }
    return {name: mine[name] or said_refusal(rule) for name, rule in rules.items()}
