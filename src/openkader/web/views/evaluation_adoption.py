"""The adoption of an evaluation, and the text that everybody reads once it was adopted."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from openkader.base.errors import NotFound
from openkader.casework.evaluating import may_correct
from openkader.casework.permissions import Act
from openkader.evaluation.frozen import thawed
from openkader.evaluation.summary import kept_summary
from openkader.kader import Kader
from openkader.register import selectors
from openkader.register.chain import canonical
from openkader.register.kaders import assessor_of
from openkader.web.acts.deeds import Tried, do
from openkader.web.acts.evaluation_adoption import (
    ADOPTION_ACTS,
    ADOPTION_MANNER,
    Adopting,
    adopting,
    differences_since,
)
from openkader.web.acts.evaluation_parts import parts_adopted, public
from openkader.web.doors import for_whom, why_not
from openkader.web.forms.evaluation import AdoptForm
from openkader.web.presenters.evaluation_adopted import (
    frozen_of,
    shown_adopted_chapters,
    shown_difference,
    shown_erratum,
    shown_restatement,
)
from openkader.web.presenters.evaluation_writing import said_state
from openkader.web.presenters.work import said_refusal
from openkader.web.reader import person
from openkader.web.saving import saved
from openkader.web.shell import context, language, made_up, said, shown_moment
from openkader.web.views.evaluation import evaluation_crumb
from openkader.web.views.evaluation_writing import rendered


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_adoption(request: HttpRequest, year: int) -> HttpResponse:
    """What is frozen when it is adopted, and after that its errata and restatements; POST does one of these."""
    place = adopting(request, timezone.now(), year)
    if request.method == "POST":
        return do(place, ADOPTION_ACTS, lambda *more: _adoption(place, *more), ADOPTION_MANNER)
    return _adoption(place, {}, [], 200)


def _adoption(place: Adopting, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    reasons = () if place.adopted else place.refusals()
    not_mine = why_not(place.request, Act.EVALUATE)
    page = {
        "kicker": _("Evaluation of the year %(year)s") % {"year": place.year},
        "title": _("Adopt the evaluation"),
        "said_state": said_state(place.state),
        "adopted": _adopted(place),
        "reference": place.adopted.content["reference"] if place.adopted else "",
        "reasons": [said_refusal(one) for one in reasons],
        "frozen": frozen_of(
            place.adopted.content if place.adopted else None, place.summary, place.kader, place.flat
        ),
        "shown": place.shown if not place.adopted else "",
        "adopt_form": AdoptForm(initial={"seen": place.shown}) if not place.adopted else None,
        "differences": [shown_difference(one, place.kader, place.year) for one in place.differences],
        "restatements": _restatements(place.year, place.kader) if place.adopted else [],
        "errata": _errata(place.year, place.adopted),
        "erratum_form": tried.get("correct") or place.erratum_form(),
        "why_not": {
            "adopt": why_not(place.request, Act.DECIDE) or (said_refusal(reasons[0]) if reasons else ""),
            "correct": not_mine or said_refusal(may_correct(place.state, "x", "x", "x")),
            "restate": not_mine,
        },
        "writing_url": reverse("evaluation_writing", args=[place.year]),
        "text_url": reverse("evaluation_text", args=[place.year]),
        "rows_url": reverse("frozen_figures", args=[place.year]),
        "wrong": next(iter(tried.values()), None),
        "refusals": refusals,
    }
    crumbs = [(_("Adoption"), None)]
    return rendered(place, "web/pages/evaluation_adoption.html", page, crumbs, status)


def _adopted(place: Adopting) -> dict[str, object] | None:
    row = place.adopted
    if row is None:
        return None
    return {"sha256": row.sha256, "by": row.by, "at": shown_moment(row.at)}


def _restatements(year: int, kader: Kader) -> list[dict[str, object]]:
    return [shown_restatement(one, kader, year) for one in selectors.restatements_of(year)]


def _errata(year: int, adopted: selectors.AdoptedRow | None) -> list[dict[str, object]]:
    if adopted is None:
        return []
    return [shown_erratum(one, adopted.content["chapters"]) for one in selectors.errata_of(year)]


@require_safe
def show_text(request: HttpRequest, year: int) -> HttpResponse:
    """The adopted evaluation; every number in it leads to its figure, and from there to the dossiers."""
    of_year = selectors.kader_year(year)
    kader = assessor_of(of_year.kader).kader
    found = selectors.adopted_evaluation(year)
    page: dict[str, object] = {
        "kicker": said(kader.organisation),
        "title": _("Evaluation of the year %(year)s") % {"year": year},
        "adopted": None,
        "figures_url": reverse("evaluation", args=[year]),
        "writing_url": reverse("evaluation_writing", args=[year])
        if person(request).may(Act.READ_CASES)
        else "",
    }
    if found is not None:
        page |= _text(request, year, found)
    crumbs = [evaluation_crumb(year), (_("Text"), None)]
    fictional = made_up(of_year.source)
    values = context(request, year=year, kader=kader, page=page, crumbs=crumbs, fictional=fictional)
    return render(request, "web/pages/evaluation_text.html", values)


def _text(request: HttpRequest, year: int, found: selectors.AdoptedRow) -> dict[str, object]:
    kader = assessor_of(found.content["kader"]).kader
    texts = found.content["texts"]
    asked = request.GET.get("taal") or language()
    chosen = asked if asked in texts else next(iter(sorted(texts, reverse=True)), "nl")
    head = selectors.register_head()
    summary = kept_summary(year, kader, head)
    parts = parts_adopted(public(year, chosen, timezone.now()), found.content, kader, head)
    return {
        "adopted": {"sha256": found.sha256, "at": shown_moment(found.at)},
        "kader": f"{found.content['kader']} · {found.content['kader_digest'][:12]}",
        "language": chosen,
        "languages": [
            {"code": one, "url": f"?{urlencode({'taal': one})}", "is_here": one == chosen}
            for one in sorted(texts, reverse=True)
        ]
        if len(texts) > 1
        else [],
        "chapters": shown_adopted_chapters(found.content, thawed(found.content, kader), chosen, parts),
        "has_quotes": bool(found.content.get("quotes")),
        "errata": _errata(year, found),
        "restatements": _restatements(year, kader),
        "differences": [shown_difference(one, kader, year) for one in differences_since(found, summary)],
        "frozen_url": reverse("evaluation_frozen", args=[year]),
    }


@require_safe
def hand_out_frozen(request: HttpRequest, year: int) -> HttpResponse:
    """What was adopted, byte for byte as its digest was taken."""
    found = selectors.adopted_evaluation(year)
    if found is None:
        raise NotFound("evaluation", str(year))
    return saved(canonical(found.content).encode(), f"evaluatie-{year}-vastgesteld.json", "application/json")
