"""The page of what came of an activity: who was asked, who answered, what they said, and who is still to be asked."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.casework.permissions import Act
from openkader.register import selectors
from openkader.register.survey_forms import survey_form
from openkader.web.acts.deeds import Tried, do, why_not_each
from openkader.web.acts.experiences import ACTS, ExperiencePage
from openkader.web.doors import for_whom, note_reading
from openkader.web.forms.advice import ReasonForm
from openkader.web.forms.survey import SurveyAddressForm, SurveyAskForm
from openkader.web.presenters.experiences import shown_experiences
from openkader.web.reader import person
from openkader.web.shell import activity_crumbs, language, practice, timeless_context


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_experiences(request: HttpRequest, reference: str) -> HttpResponse:
    """The page; POST does one of its acts."""
    now, survey = timezone.now(), survey_form()
    found = selectors.experiences(reference, survey, timezone.localdate(now), reader=person(request))
    place = ExperiencePage(request=request, now=now, found=found, survey=survey)
    if request.method == "POST":
        return do(place, ACTS, lambda *more: _page(place, *more))
    note_reading(request, found.dossier or "", found.level)
    return _page(place, {}, [], 200)


def _page(place: ExperiencePage, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    found, survey = place.found, place.survey
    shown = shown_experiences(found)
    _give_forms(place, shown["surveys"], tried)
    page = {
        "kicker": found.activity,
        "title": _("Experiences: what came of it"),
        "activity": found.title.in_(language()),
        "own_form": [text.in_(language()) for text in (survey.own_form, survey.source)],
        "asking": _asking(place, tried),
        "programme": reverse("programme", args=[found.activity]),
        "why_not": why_not_each(place, ACTS),
        "wrong": next(iter(tried.values()), None),
        "refusals": refusals,
        **shown,
    }
    crumbs = activity_crumbs(found.activity, (_("Experiences"), None))
    made_up = practice(is_fictional=found.is_fictional)
    values = timeless_context(place.request, page=page, crumbs=crumbs, fictional=made_up)
    return render(place.request, "web/pages/experiences.html", values, status=status)


def _asking(place: ExperiencePage, tried: Tried) -> list[dict[str, Any]]:
    """Everybody that can be asked, each with a form of its own; what was typed comes back where it was typed."""
    found, posted = [], place.request.POST
    for one, wave in place.to_ask():
        is_this = (posted.get("member"), posted.get("wave")) == (one.key, wave.id)
        name = one.name.in_(language())
        known = {"recipient": name[:200], "email": one.email or "", "language": language()}
        form = (tried.get("ask") if is_this else None) or SurveyAskForm(initial=known)
        form.auto_id = f"ask_{one.key}_{wave.id}_%s"
        found.append(
            {
                "key": one.key,
                "name": name,
                "organisation": one.organisation,
                "wave": wave.id,
                "wave_text": wave.text.in_(language()),
                "form": form,
            }
        )
    return found


def _give_forms(place: ExperiencePage, surveys: list[dict[str, Any]], tried: Tried) -> None:
    for one in surveys:
        is_this = place.request.POST.get("survey") == one["reference"]
        known = {"recipient": one["recipient"], "email": one["email"]}
        made = {
            "take_back": (tried.get("take_back") if is_this else None) or ReasonForm(),
            "readdress": (tried.get("readdress") if is_this else None) or SurveyAddressForm(initial=known),
        }
        for act, form in made.items():
            form.auto_id = f"{act}_{one['reference']}_%s"
        one["forms"] = made
