"""One party: its names and numbers, where it takes part, and which other parties are the same."""

from collections.abc import Mapping

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.base.errors import Refusal, Refused
from openkader.base.messages import sentence
from openkader.casework.joining import Sameness
from openkader.casework.permissions import Act
from openkader.register import selectors, services
from openkader.register.entries import NameEntry, PartyJudgementEntry
from openkader.web.doors import acting, for_whom, note_reading, require_act
from openkader.web.forms.parties import NameForm, NumberForm, SamenessForm
from openkader.web.presenters.parties import called, shown_alike, shown_file
from openkader.web.reader import person
from openkader.web.shell import language, practice, timeless_context

_NAME, _NUMBER = "name", "number"


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_party(request: HttpRequest, reference: str) -> HttpResponse:
    """The page of a party; POST adds a name or a number."""
    if request.method != "POST":
        return _page(request, reference)
    require_act(request, Act.WORK)
    name = request.POST.get("act", "")
    form = NumberForm(request.POST) if name == _NUMBER else NameForm(request.POST)
    if not form.is_valid():
        return _page(request, reference, {name: form}, status=422)
    try:
        done = (_number if name == _NUMBER else _name)(request, reference, form.cleaned_data)
    except Refused as error:
        return _page(request, reference, {name: form}, refusal=error.refusal, status=409)
    messages.success(request, done)
    return HttpResponseRedirect(request.path)


def _name(request: HttpRequest, party: str, said: Mapping[str, str]) -> str:
    services.name_party(party, NameEntry(name=said["name"]), by=acting(request), now=timezone.now())
    return _("The name is recorded. The party is found under it, and has to be screened again.")


def _number(request: HttpRequest, party: str, said: Mapping[str, str]) -> str:
    services.number_party(party, said["scheme"], said["value"], by=acting(request), now=timezone.now())
    return _("The number is recorded. The party has to be screened again.")


def _page(
    request: HttpRequest,
    reference: str,
    forms: Mapping[str, Form] | None = None,
    refusal: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    forms = forms or {}
    found = selectors.party_file(reference, reader=person(request))
    note_reading(request, found.line.dossier or "")
    page = {
        **shown_file(found),
        "name": forms.get(_NAME) or NameForm(auto_id="name_%s"),
        "number": forms.get(_NUMBER) or NumberForm(auto_id="number_%s"),
        "reference": reference,
        "wrong": next(iter(forms.values()), None),
        "refusals": _said(refusal),
    }
    crumbs = [(_("Parties"), reverse("parties")), (called(found.line), None)]
    made_up = practice(is_fictional=found.is_fictional)
    values = timeless_context(request, page=page, crumbs=crumbs, fictional=made_up)
    return render(request, "web/pages/party.html", values, status=status)


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_alike(request: HttpRequest, reference: str) -> HttpResponse:
    """Parties with a name like this one; POST says whether one of them is the same."""
    if request.method != "POST":
        return _alike_page(request, reference)
    require_act(request, Act.MERGE_PARTIES)
    form = SamenessForm(request.POST)
    if not form.is_valid():
        return _alike_page(request, reference, form, status=422)
    try:
        services.judge_parties(_entry(reference, form.cleaned_data), by=acting(request), now=timezone.now())
    except Refused as error:
        return _alike_page(request, reference, form, error.refusal, status=409)
    messages.success(request, _("Your judgement is recorded. What was said before is kept."))
    return HttpResponseRedirect(request.path)


def _entry(party: str, said: Mapping[str, str]) -> PartyJudgementEntry:
    return PartyJudgementEntry(
        leading=party,
        other=said["other"],
        verdict=Sameness(said["verdict"]),
        reason=said["reason"],
        seen=int(said["seen"]),
    )


def _alike_page(
    request: HttpRequest,
    reference: str,
    wrong: SamenessForm | None = None,
    refusal: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    mine, others = selectors.alike(reference, reader=person(request))
    note_reading(request, mine.dossier or "")
    rows = shown_alike(mine, others)
    typed = wrong.data.get("other") if wrong else None
    for number, row in enumerate(rows):
        row["form"] = wrong if wrong and row["reference"] == typed else _fresh(row, number)
    title = _("Is this the same party?")
    page = {
        "title": title,
        "kicker": mine.reference,
        "name": called(mine),
        "others": rows,
        "wrong": wrong,
        "refusals": _said(refusal),
        "search": reverse("parties"),
    }
    crumbs: list[tuple[str, str | None]] = [
        (_("Parties"), reverse("parties")),
        (called(mine), reverse("party", args=[reference])),
        (title, None),
    ]
    values = timeless_context(request, page=page, crumbs=crumbs)
    return render(request, "web/pages/alike.html", values, status=status)


def _fresh(row: Mapping[str, object], number: int) -> SamenessForm:
    return SamenessForm(initial={"other": row["reference"], "seen": row["seen"]}, auto_id=f"pair{number}_%s")


def _said(refusal: Refusal | None) -> list[str]:
    return [sentence(refusal.code, refusal.detail, language())] if refusal else []
