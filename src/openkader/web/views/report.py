"""A report on an activity, composed from the register and written on by its writer."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from openkader.base.errors import Refused
from openkader.casework.permissions import Act
from openkader.casework.reporting import (
    LANGUAGES,
    MOST_TEXT,
    ReportKind,
    ReportStand,
    changed_since,
    gaps_of,
    may_finish,
    may_write,
)
from openkader.publication.docx import MEDIA_TYPE
from openkader.publication.report_omissions import left_out
from openkader.publication.reports import Composed
from openkader.register.selectors import DraftRow
from openkader.web.acts.deeds import Manner, Place, Tried, do
from openkader.web.acts.report import ACTS, Reporting, reporting
from openkader.web.doors import for_whom, note_reading, why_not
from openkader.web.forms.report import FinalForm, ReportForm
from openkader.web.presenters.report import REPORT_KINDS, REPORT_READERS
from openkader.web.presenters.work import said_refusal
from openkader.web.saving import saved
from openkader.web.shell import activity_crumbs, language, practice, said, shown_moment, timeless_context

_PAGE = "web/pages/report.html"


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_report(request: HttpRequest, reference: str) -> HttpResponse:
    """The text to write on; POST looks at it, saves it, or makes it final."""
    place = reporting(Place(request=request, now=timezone.now()), reference)
    refusal = may_write(place.kind, place.found.level)
    if request.method == "POST":
        if refusal is not None:
            raise Refused(refusal)
        if request.POST.get("act") == "look":
            form = ReportForm(request.POST)
            return _page(place, {"look": form}, [], 200 if form.is_valid() else 422)
        return do(place, ACTS, lambda *more: _page(place, *more), _MANNER)
    note_reading(request, place.found.activity.request or "", place.found.level)
    return _page(place, {}, [], 200)


@for_whom(Act.READ_CASES)
@require_safe
def hand_out_report(request: HttpRequest, reference: str) -> HttpResponse:
    """The version that counts for Word, or else what the register composes."""
    place = reporting(Place(request=request, now=timezone.now()), reference)
    refusal = may_write(place.kind, place.found.level)
    if refusal is not None:
        raise Refused(refusal)
    note_reading(request, place.found.activity.request or "", place.found.level)
    text = place.newest.text if place.newest else place.composed().text
    name = f"{reference}-{place.kind}-{place.language}.docx"
    return saved(place.paper(text), name, MEDIA_TYPE)


_MANNER = Manner(to=lambda request, _form: request.get_full_path())


def _page(place: Reporting, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    request, now = place.request, place.composed()
    refusal = may_write(place.kind, place.found.level)
    form = _form(place, tried, now)
    page = {
        "kicker": place.reference,
        "title": _("Reports to write"),
        "activity": said(place.found.activity.label),
        "kinds": _kinds(place),
        "languages": _languages(place),
        "kind": REPORT_KINDS[place.kind],
        "readers": REPORT_READERS[place.kind],
        "shut": said_refusal(refusal or place.shut),
        "is_shut": refusal is not None,
        "form": form,
        "final_form": FinalForm(initial={"seen": _version(place)}, auto_id="final_%s"),
        "preview": _preview(place, tried),
        "gaps": gaps_of(str(form["text"].value() or "")),
        "changed": _changed(place, now),
        "left_out": _left_out(place) if refusal is None else [],
        "versions": [_shown(one) for one in place.drafts],
        "composed_anew": "opnieuw" in request.GET,
        "urls": {"anew": _url(place, opnieuw="1"), "back": _url(place), "paper": _url(place, "report_paper")},
        "why_not": {
            "save": said_refusal(place.shut) or why_not(request, Act.WORK),
            "finish": why_not(request, Act.WORK) or said_refusal(may_finish(_version(place), _stand(place))),
        },
        "public_url": reverse("activity_public", args=[place.reference]) if place.kind.is_public else "",
        "wrong": next(iter(tried.values()), None),
        "refusals": refusals,
    }
    crumbs = activity_crumbs(place.reference, (_("Reports to write"), None))
    made_up = practice(is_fictional=place.found.activity.is_fictional)
    values = timeless_context(request, page=page, crumbs=crumbs, fictional=made_up)
    return render(request, _PAGE, values, status=status)


def _left_out(place: Reporting) -> list[str]:
    """What its writer sees that no reader does."""
    return [f"{one.what}: {one.number}" for one in left_out(place.told, language())]


def _version(place: Reporting) -> int:
    return place.newest.version if place.newest else 0


def _stand(place: Reporting) -> ReportStand:
    return place.newest.stand if place.newest else ReportStand()


def _form(place: Reporting, tried: Tried, now: Composed) -> forms.Form:
    """What was typed, or else the newest version, or what the register composes now."""
    typed = tried.get("save") or tried.get("look")
    if typed is not None:
        return typed
    anew = place.newest is None or "opnieuw" in place.request.GET
    text = now.text if anew or place.newest is None else place.newest.text
    return ReportForm(initial={"seen": _version(place), "text": text[:MOST_TEXT]})


def _preview(place: Reporting, tried: Tried) -> object:
    """The text as it reads: what was typed when somebody asks to look, or else the newest version."""
    form = tried.get("look")
    if form is not None:
        return place.letter(form.cleaned_data["text"]) if form.is_valid() else None
    return place.letter(place.newest.text) if place.newest and not tried else None


def _changed(place: Reporting, now: Composed) -> list[dict[str, str]]:
    """The parts that the register gives otherwise than when the newest version was saved, as it gives them now."""
    if place.newest is None:
        return []
    changed = changed_since(place.newest.sections, now.digests)
    return [{"heading": one.heading, "text": one.text} for one in now.sections if one.id in changed]


def _shown(row: DraftRow) -> dict[str, object]:
    return {
        "version": row.version,
        "by": row.by,
        "at": shown_moment(row.at),
        "final": row.final,
        "text": row.text,
    }


def _url(place: Reporting, name: str = "report", **more: str) -> str:
    asked = {"soort": str(place.kind), "taal": place.language, **more}
    return f"{reverse(name, args=[place.reference])}?{urlencode(asked)}"


def _kinds(place: Reporting) -> list[dict[str, object]]:
    return [
        {"label": REPORT_KINDS[one], "url": _url(place, soort=str(one)), "is_here": one is place.kind}
        for one in ReportKind
    ]


def _languages(place: Reporting) -> list[dict[str, object]]:
    return [
        {
            "code": one,
            "label": get_language_info(one)["name_local"],
            "url": _url(place, taal=one),
            "is_here": one == place.language,
        }
        for one in LANGUAGES
    ]
