"""The parties of a request: what the requester typed, who that is in the register, and who is new there."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.base.errors import NotFound, Refusal, Refused
from openkader.base.messages import sentence
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import PartyKind, Role
from openkader.register import selectors, services
from openkader.register.entries import ParticipantEntry
from openkader.register.selectors import Dossier
from openkader.web.doors import acting, for_whom, note_reading, require_act, why_not
from openkader.web.forms.participant import ParticipantForm
from openkader.web.front_doors import front_door, is_open
from openkader.web.presenters.participants import shown_likes, shown_named, shown_participants
from openkader.web.reader import person
from openkader.web.shell import case_crumbs, language, practice, timeless_context

_MOST_ALIKE = 12
_LONGEST = 200


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_participants(request: HttpRequest, reference: str) -> HttpResponse:
    """The page of the parties of a request; POST registers one with it."""
    found = selectors.dossier(reference, reader=person(request))
    if found.request is None or found.request["reference"] != reference:
        raise NotFound("request", reference)
    if request.method != "POST":
        note_reading(request, reference)
        return _page(request, found)
    require_act(request, Act.WORK)
    form = ParticipantForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    entry = _entry(reference, form.cleaned_data)
    try:
        services.add_participant(entry, by=acting(request), now=timezone.now())
    except Refused as error:
        return _page(request, found, form, error.refusal, status=409)
    messages.success(request, _("The party is registered with this request."))
    return HttpResponseRedirect(request.path)


def _entry(reference: str, said: Mapping[str, str]) -> ParticipantEntry:
    return ParticipantEntry(
        request=reference,
        role=Role(said["role"]),
        party=said["party"] or None,
        name=said["name"],
        kind=PartyKind(said["kind"] or PartyKind.ORGANISATION),
    )


def _page(
    request: HttpRequest,
    found: Dossier,
    wrong: ParticipantForm | None = None,
    refusal: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    typed, role = _asked(request)
    lines = selectors.parties_named(typed, _MOST_ALIKE, reader=person(request)) if typed else ()
    door, registered = front_door() if is_open() else None, shown_participants(found)
    names = [str(one["name"]) for one in registered]
    page = {
        "title": _("Parties of this request"),
        "dossier": found.reference,
        "registered": registered,
        "named": shown_named(found.intake, door, names) if found.intake else [],
        "typed": typed,
        "role": role,
        "likes": shown_likes(lines),
        "form": wrong
        or ParticipantForm(initial={"name": typed, "role": role, "kind": PartyKind.ORGANISATION}),
        "why_not": why_not(request, Act.WORK),
        "wrong": wrong,
        "refusals": [sentence(refusal.code, refusal.detail, language())] if refusal else [],
    }
    crumbs = case_crumbs(found.reference, (_("Parties"), None))
    made_up = practice(is_fictional=selectors.is_fictional(found.reference))
    values = timeless_context(request, page=page, crumbs=crumbs, fictional=made_up)
    return render(request, "web/pages/participants.html", values, status=status)


def _asked(request: HttpRequest) -> tuple[str, str]:
    """The name that is searched for, and as what; of what was sent in the form the same."""
    said = request.POST if request.method == "POST" else request.GET
    typed = (said.get("name") or said.get("q") or "")[:_LONGEST].strip()
    role = said.get("role") or said.get("rol") or ""
    return typed, role if role in list(Role) else str(Role.COUNTERPART)
