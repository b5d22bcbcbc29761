"""An activity from plan to account: what the kader asks of it, how far that is, and who takes part."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from openkader.casework.activities import may_hold, may_move
from openkader.casework.period import Period
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import Precision
from openkader.evaluation.covering import tally
from openkader.evaluation.matrix import cells_of
from openkader.register import selectors
from openkader.register.case_kaders import assessor_for
from openkader.register.selectors import ActivityFile
from openkader.web.activity_parts import shown_parts
from openkader.web.acts.activity import OF_ACTIVITY, Doing
from openkader.web.acts.deeds import Tried, do
from openkader.web.doors import for_whom, note_reading, why_not
from openkader.web.forms.activity import DaysForm, HeldForm
from openkader.web.forms.advice import ReasonForm
from openkader.web.presenters.activity import shown_lines
from openkader.web.presenters.agreements import count_words, shown_list
from openkader.web.presenters.case import activity_items
from openkader.web.presenters.coverage import ORDER
from openkader.web.presenters.execution import shown_participations
from openkader.web.presenters.work import said_refusal
from openkader.web.reader import person
from openkader.web.shell import activity_crumbs, practice, said, timeless_context


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_activity(request: HttpRequest, reference: str) -> HttpResponse:
    """The page of an activity; POST does one of its acts."""
    found = selectors.activity_file(reference, reader=person(request))
    doing = doing_of(request, found)
    if request.method == "POST":
        return do(doing, OF_ACTIVITY, lambda *more: _page(doing, found, *more))
    note_reading(request, found.request or "")
    return _page(doing, found, {}, [], 200)


def doing_of(request: HttpRequest, found: ActivityFile, measure: str = "") -> Doing:
    """Who stands before an activity, and the kader that it is weighed by."""
    now = timezone.now()
    return Doing(
        request=request,
        activity=found.reference,
        assessor=assessor_for(found, timezone.localdate(now)),
        now=now,
        measure=measure,
        colleagues=selectors.case_readers() if measure else (),
    )


def _page(doing: Doing, found: ActivityFile, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    request, kader = doing.request, doing.assessor.kader
    covered = selectors.covered_one(found, reader=person(request), today=doing.today)
    cells = cells_of(covered, doing.assessor)
    asked, rest = shown_lines(found, cells, kader, doing.today)
    counts = tally(cells.values())
    page = {
        "kicker": found.reference,
        "title": said(found.label),
        "dossier": found.request or found.reference,
        "standing": found.standing,
        "cancelled_because": found.row["cancelled_because"],
        "items": activity_items(found.row, kader),
        "tally": [{"status": one, "count": counts[one]} for one in ORDER if counts[one]],
        "lines": asked,
        "rest": rest,
        "participations": shown_participations(found.participations, kader),
        "agreements": _agreements(doing, found),
        "is_on_a_day": found.period is not None and found.period.precision is Precision.DAY,
        "parts": shown_parts(found, person(request)),
        "forms": _forms(found, tried),
        "why_not": _why_not(doing, found),
        "wrong": next(iter(tried.values()), None),
        "refusals": refusals,
    }
    made_up = practice(is_fictional=found.is_fictional)
    values = timeless_context(request, page=page, crumbs=activity_crumbs(found.reference), fictional=made_up)
    return render(request, "web/pages/activity.html", values, status=status)


def _agreements(doing: Doing, found: ActivityFile) -> dict[str, object]:
    lines = selectors.agreements_of(found.reference, reader=person(doing.request), today=doing.today)
    return shown_list(lines, doing.assessor.kader, name="agreements", caption=count_words(len(lines)))


def _forms(found: ActivityFile, tried: Tried) -> Tried:
    days = _days(found.period)
    known = {
        name: {True: "yes", False: "no"}.get(found.row[name], "")  # type: ignore[call-overload]  # a truth or None
        for name in ("office_holder", "foreign_delegation")
    }
    fresh: Tried = {
        "hold": HeldForm(initial={**days, **known, "place": found.row["place"]}),
        "move": DaysForm(initial=days),
        "cancel": ReasonForm(),
    }
    for name, form in fresh.items():
        form.auto_id = f"{name}_%s"
    for name, form in tried.items():
        form.auto_id = f"{name}_%s"
    return fresh | tried


def _days(period: Period | None) -> dict[str, object]:
    """The days as the form shows them: of one day there is no last one."""
    if period is None:
        return {}
    last = period.ends_on if period.ends_on != period.starts_on else None
    return {"first": period.starts_on, "last": last}


def _why_not(doing: Doing, found: ActivityFile) -> dict[str, str]:
    """The reason on each button that does nothing now; a rule of the activity, or the task of somebody else."""
    mine = why_not(doing.request, Act.WORK)
    moved = said_refusal(may_move(found.standing))
    held = said_refusal(
        may_hold(found.standing, found.period, doing.today)
        or selectors.why_not_held(found, doing.assessor, doing.today)
    )
    return {"hold": mine or held, "move": mine or moved, "cancel": mine or moved, "renew": mine}
