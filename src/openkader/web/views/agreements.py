"""The register of agreements: the list with what asks for attention, and the form of a new one."""

import secrets

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from openkader.base.errors import Refused
from openkader.base.text import capital
from openkader.casework.agreements import Standing, Whose
from openkader.casework.permissions import Act, Person
from openkader.register import selectors
from openkader.register.case_kaders import kader_here
from openkader.register.renewing import renewing_here
from openkader.register.selectors import ActivityFile, AgreementChoice
from openkader.web.acts.agreements import Agreeing, new_form, record
from openkader.web.doors import for_whom, require_act, why_not
from openkader.web.forms.agreement_deeds import NewForm
from openkader.web.forms.agreements import named
from openkader.web.front_doors import newest_kader
from openkader.web.presenters.agreement_words import NOT_KNOWN, STANDINGS, WHOSE
from openkader.web.presenters.agreements import count_words, party_choices, shown_filter, shown_list
from openkader.web.presenters.names import country_name
from openkader.web.presenters.work import said_refusal
from openkader.web.reader import person
from openkader.web.shell import Crumbs, practice, said, timeless_context

STAND, WHOSE_KEY, COUNTRY, PARTY = "stand", "van", "land", "partij"
_UNKNOWN = "unknown"
_LONGEST = 80
_MOST = 200  # of what asks for nothing; what does is always shown


@for_whom(Act.READ_CASES)
@require_safe
def list_agreements(request: HttpRequest) -> HttpResponse:
    """Every agreement that the reader may see; what asks for attention stands apart, on top."""
    reader, today, kader = person(request), timezone.localdate(timezone.now()), newest_kader()
    choice = _choice(request)
    lines = selectors.agreement_lines(choice, reader=reader, today=today)
    asking = [line for line in lines if line.asks]
    rest = [line for line in lines if not line.asks]
    page = {
        "title": pgettext("register", "Agreements"),
        "asking": shown_list(asking, kader, name="asking", caption=count_words(len(asking))),
        "rest": shown_list(rest[:_MOST], kader, name="agreements", caption=count_words(len(rest))),
        "count": len(lines),
        "left_out": max(len(rest) - _MOST, 0),
        "months": renewing_here().months_ahead,
        "filters": _filters(choice, selectors.agreement_countries(reader=reader)),
        "party": _party(choice, reader),
        "filtered": choice != AgreementChoice(),
        "why_not": why_not(request, Act.WORK),
    }
    values = timeless_context(request, page=page, crumbs=[(pgettext("register", "Agreements"), None)])
    return render(request, "web/pages/agreements.html", values)


def _choice(request: HttpRequest) -> AgreementChoice:
    """What was chosen in the address; a word that is none chooses everything."""
    stand, whose = request.GET.get(STAND, ""), request.GET.get(WHOSE_KEY, "")
    country = request.GET.get(COUNTRY, "")
    return AgreementChoice(
        standing=Standing(stand) if stand in list(Standing) else None,
        whose=whose if whose in (*Whose, _UNKNOWN) else None,
        country=country[:2] or None,
        party=request.GET.get(PARTY, "")[:_LONGEST] or None,
    )


def _party(choice: AgreementChoice, reader: Person) -> dict[str, str]:
    """The party whose agreements are listed, by its name."""
    if choice.party is None:
        return {}
    names = selectors.party_names([choice.party], reader=reader)
    return {"reference": choice.party, "name": names.get(choice.party, choice.party)}


def _filters(choice: AgreementChoice, countries: list[str]) -> list[dict[str, object]]:
    standings = [(code, str(word)) for code, word in STANDINGS.items()]
    whose = [(code, capital(str(word))) for code, word in WHOSE.items()]
    lands = sorted(((code, country_name(code) or code) for code in countries), key=lambda one: one[1])
    return [
        shown_filter(STAND, _("How it stands"), standings, str(choice.standing or "")),
        shown_filter(
            WHOSE_KEY, _("Whose"), [*whose, (_UNKNOWN, capital(str(NOT_KNOWN)))], choice.whose or ""
        ),
        shown_filter(COUNTRY, _("Country"), lands, choice.country or ""),
    ]


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def record_agreement(request: HttpRequest) -> HttpResponse:
    """The form of a new agreement; POST records it, and a second click finds it recorded."""
    now = timezone.now()
    agreeing = Agreeing(
        request=request,
        now=now,
        kader=kader_here(timezone.localdate(now)),
        colleagues=selectors.case_readers(),
    )
    if request.method != "POST":
        found = _activity(request, request.GET.get("activiteit", "")[:_LONGEST])
        return _page(agreeing, _blank(agreeing, found), found)
    require_act(request, Act.WORK)
    form = new_form(agreeing)
    if not form.is_valid():
        return _again(agreeing, form, status=422)
    try:
        reference = record(agreeing, form)
    except Refused as error:
        return _again(agreeing, form, said_refusal(error.refusal), status=409)
    messages.success(request, _("The agreement is recorded."))
    return HttpResponseRedirect(reverse("agreement", args=[reference]))


def _activity(request: HttpRequest, reference: str) -> ActivityFile | None:
    """The activity at which it is recorded, if it is at one."""
    return selectors.activity_file(reference, reader=person(request)) if reference else None


def _blank(agreeing: Agreeing, found: ActivityFile | None) -> NewForm:
    """The form as it comes up, with what the address says: at which activity, with which party."""
    request, by = agreeing.request, agreeing.by
    first: dict[str, object] = {
        "key": secrets.token_urlsafe(24),
        "activity": found.reference if found else "",
        "country": (found.row["country"] if found else None) or "",
        "owner": by if by in agreeing.colleagues else "",
    }
    party = request.GET.get(PARTY, "")[:_LONGEST]
    names = selectors.party_names([party], reader=person(request)) if party else {}
    if party in names:
        first["party_0"] = named(party, names)
    return NewForm(*agreeing.lists(), initial=first, colleagues=agreeing.colleagues)


def _again(agreeing: Agreeing, form: NewForm, refusal: str = "", *, status: int) -> HttpResponse:
    """The form as it was sent, with what is wrong with it."""
    found = _activity(agreeing.request, str(form["activity"].value() or ""))
    return _page(agreeing, form, found, refusal, status)


def _page(
    agreeing: Agreeing, form: NewForm, found: ActivityFile | None, refusal: str = "", status: int = 200
) -> HttpResponse:
    request, activity = agreeing.request, found.reference if found else ""
    page = {
        "title": _("Record an agreement"),
        "kicker": activity,
        "activity": said(found.label) if found else "",
        "form": form,
        "known": party_choices(selectors.parties_of(activity, reader=person(request))) if found else [],
        "why_not": why_not(request, Act.WORK),
        "refusals": [refusal] if refusal else [],
    }
    made_up = practice(is_fictional=bool(found and found.is_fictional))
    values = timeless_context(
        request, page=page, crumbs=agreement_crumbs((_("Record an agreement"), None)), fictional=made_up
    )
    return render(request, "web/pages/agreement_new.html", values, status=status)


def agreement_crumbs(*more: tuple[str, str | None]) -> Crumbs:
    """The way to a page of an agreement."""
    return ((pgettext("register", "Agreements"), reverse("agreements")), *more)
