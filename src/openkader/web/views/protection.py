"""Information protection of an activity: the steps by phase, what they hamper, and the sign-off of the expert."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from openkader.casework.permissions import Act
from openkader.casework.protection import Outcome, Phase, may_keep, may_sign_off
from openkader.register import selectors
from openkader.register.protection_lists import catalogue
from openkader.register.selectors import ConflictRow
from openkader.web.acts.deeds import Tried, do
from openkader.web.acts.protection import ACTS, MANNER, Guarding
from openkader.web.doors import for_whom, note_reading, why_not
from openkader.web.forms.protection import PhaseForm, RulingForm, SignOffForm
from openkader.web.presenters.protection import (
    shown_conflict,
    shown_measures,
    shown_phase,
    shown_sign_offs,
    shown_sources,
    shown_tally,
)
from openkader.web.presenters.work import said_refusal
from openkader.web.reader import person
from openkader.web.shell import activity_crumbs, language, practice, said, timeless_context


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_protection(request: HttpRequest, reference: str) -> HttpResponse:
    """The page; POST does one of its acts."""
    listed = catalogue()
    found = selectors.protection_file(reference, listed, reader=person(request))
    place = Guarding(request=request, found=found, catalogue=listed, now=timezone.now())
    if request.method == "POST":
        return do(place, ACTS, lambda *more: _page(place, *more), MANNER)
    note_reading(request, found.activity.request or "")
    return _page(place, {}, [], 200)


def _page(place: Guarding, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    found, listed = place.found, place.catalogue
    signed = shown_sign_offs(found)
    page = {
        "kicker": found.activity.reference,
        "title": said(listed.title),
        "activity": said(found.activity.label),
        "introduction": said(listed.introduction),
        "partial": said(listed.partial),
        "tally": shown_tally(found),
        "sign_off": signed[0]["state"] if signed else "none",
        "signed": signed,
        "phases": [
            shown_phase(one, found, listed, _keeping(one, tried) or place.phase_form(one))
            for one in found.phases
        ],
        "conflicts": [shown_conflict(one, listed, _ruling(one, tried)) for one in found.conflicts],
        "rule": said(listed.rule),
        "measures": shown_measures(found, listed),
        "sources": shown_sources(found, listed),
        "forms": {
            "conflict": tried.get("conflict") or place.conflict_form(),
            "sign": tried.get("sign") or SignOffForm(auto_id="sign_%s"),
        },
        "mark": found.mark,
        "tried": next(iter(tried), ""),
        "why_not": _why_not(place),
        "wrong": next(iter(tried.values()), None),
        "refusals": refusals,
    }
    crumbs = activity_crumbs(found.activity.reference, (listed.title.in_(language()), None))
    made_up = practice(is_fictional=found.activity.is_fictional)
    values = timeless_context(place.request, page=page, crumbs=crumbs, fictional=made_up)
    return render(place.request, "web/pages/protection.html", values, status=status)


def _keeping(phase: Phase, tried: Tried) -> PhaseForm | None:
    """The form of a phase as it was typed."""
    form = tried.get("keep")
    return form if isinstance(form, PhaseForm) and form.phase.phase == phase.phase else None


def _ruling(row: ConflictRow, tried: Tried) -> RulingForm:
    """The form that decides the other way than it stands now; what was typed comes back where it was typed."""
    form = tried.get("rule")
    if isinstance(form, RulingForm) and form.data.get("conflict") == str(row.number):
        form.auto_id = f"rule_{row.number}_%s"
        return form
    other = Outcome.OTHERWISE if row.outcome is Outcome.SECURITY_FIRST else Outcome.SECURITY_FIRST
    return RulingForm(
        initial={"conflict": row.number, "outcome": str(other)}, auto_id=f"rule_{row.number}_%s"
    )


def _why_not(place: Guarding) -> dict[str, str]:
    """The reason on each button that does nothing now; a rule of the list, or the task of somebody else."""
    found, request = place.found, place.request
    off = said_refusal(may_keep(found.activity.standing))
    is_signed = bool(found.sign_offs) and found.sign_offs[0].signed == found.now
    signing = said_refusal(may_sign_off(found.phases, found.kept, is_signed=is_signed))
    return {
        "keep": off or why_not(request, Act.PROTECT),
        "rule": off or why_not(request, Act.RULE_ON_CONFLICT),
        "sign": off or why_not(request, Act.SIGN_OFF_PROTECTION) or signing,
    }
