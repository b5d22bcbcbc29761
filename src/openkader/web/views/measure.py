"""One measure of an activity: who sees to it, until when, what shows it, and how it is closed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from openkader.base.errors import NotFound
from openkader.casework.measures import may_change, may_reopen
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import MeasureStatus
from openkader.register import selectors
from openkader.register.selectors import ActivityFile
from openkader.web.acts.activity import OF_MEASURE, Doing
from openkader.web.acts.deeds import Tried, do
from openkader.web.doors import for_whom, note_reading, why_not
from openkader.web.forms.activity import CloseForm, OwnerForm, ProofForm, UndoneForm
from openkader.web.presenters.activity import shown_due, shown_evidence, shown_owner, shown_waivers
from openkader.web.presenters.citations import shown_citations
from openkader.web.presenters.work import said_refusal
from openkader.web.reader import person
from openkader.web.saving import saved
from openkader.web.shell import activity_crumbs, kader_url, practice, said, timeless_context
from openkader.web.views.activity import doing_of


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_measure(request: HttpRequest, reference: str, measure: str) -> HttpResponse:
    """The page of a measure; POST does one of its acts."""
    found = selectors.activity_file(reference, reader=person(request))
    if measure not in found.measures:
        raise NotFound("measure", measure)
    doing = doing_of(request, found, measure)
    if request.method == "POST":
        return do(doing, OF_MEASURE, lambda *more: _page(doing, found, *more))
    note_reading(request, found.request or "")
    return _page(doing, found, {}, [], 200)


@for_whom(Act.READ_CASES)
@require_safe
def hand_out_evidence(request: HttpRequest, reference: str, evidence: int) -> HttpResponse:
    """A file that is evidence, as it came, to be saved and never shown inside our pages."""
    found = selectors.activity_file(reference, reader=person(request))
    name, media_type, content = selectors.evidence_file(reference, evidence, reader=person(request))
    note_reading(request, found.request or "")
    return saved(content, name, media_type)


def _page(doing: Doing, found: ActivityFile, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    kader, row = doing.assessor.kader, found.measures[doing.measure]
    asked = next((one for one in kader.measures if one.id == row["code"]), None)
    line = next((one for one in kader.action_lines if asked and one.id == asked.line), None)
    stands = MeasureStatus(str(row["status"]))
    page = {
        "kicker": f"{found.reference} · {row['code']}",
        "title": said(asked.text) if asked else row["code"],
        "activity": said(found.label),
        "line": said(line.text) if line else None,
        "line_url": f"{kader_url(kader)}#{line.id}" if line else None,
        "status": stands,
        "reason": row["reason"],
        "owner": shown_owner(row, asked),
        "due": shown_due(row["due_on"], stands, doing.today),
        "wants": said(asked.evidence) if asked else None,
        "passages": shown_citations(kader, asked.cites) if asked else [],
        "evidence": shown_evidence(found, doing.measure),
        "waivers": shown_waivers(found, doing.measure),
        "forms": _forms(doing, row["owner"], tried),
        "why_not": _why_not(doing, found, stands),
        "is_open": stands in (MeasureStatus.OPEN, MeasureStatus.REPORTED),
        "wrong": next(iter(tried.values()), None),
        "refusals": refusals,
    }
    crumbs = activity_crumbs(found.reference, (str(row["code"]), None))
    made_up = practice(is_fictional=found.is_fictional)
    values = timeless_context(doing.request, page=page, crumbs=crumbs, fictional=made_up)
    return render(doing.request, "web/pages/measure.html", values, status=status)


def _forms(doing: Doing, owner: object, tried: Tried) -> Tried:
    is_colleague = owner in doing.colleagues
    given = {"colleague": owner if is_colleague else "", "outside": "" if is_colleague else owner or ""}
    fresh: Tried = {
        "prove": ProofForm(),
        "close": CloseForm(),
        "waive": UndoneForm(),
        "give": OwnerForm(initial=given, colleagues=doing.colleagues),
    }
    both = fresh | tried
    for name, form in both.items():
        form.auto_id = f"{name}_%s"
    return both


def _why_not(doing: Doing, found: ActivityFile, stands: MeasureStatus) -> dict[str, str]:
    """The reason on each button that does nothing now."""
    mine = why_not(doing.request, Act.WORK)
    change = mine or said_refusal(may_change(stands, found.standing))
    return {
        "prove": mine,
        "close": change,
        "waive": change,
        "give": change,
        "reopen": mine or said_refusal(may_reopen(stands)),
        "agree_waiver": why_not(doing.request, Act.WAIVE_MEASURE),
    }
