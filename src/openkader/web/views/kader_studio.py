"""The studio: every version of the kader, a draft of the next with what it changes, and one of its texts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from openkader.base.errors import NotFound, Problem, Refusal
from openkader.casework.kader_drafting import Adopting, in_the_way
from openkader.casework.permissions import Act
from openkader.kader import Finding, Kader, Severity
from openkader.register.draft_kaders import findings_of
from openkader.register.kader_drafts import newest_version
from openkader.register.selectors.kader_versions import drafts_of, versions_in, withdrawn_drafts_of
from openkader.register.shelf import shelf
from openkader.web.acts.deeds import Tried, do
from openkader.web.acts.kader_studio import (
    DRAFT_ACTS,
    DRAFT_MANNER,
    STUDIO_ACTS,
    STUDIO_MANNER,
    TEXT_ACTS,
    TEXT_MANNER,
    Drafting,
    DraftingText,
    Studio,
    drafting,
    drafting_text,
    studio,
)
from openkader.web.doors import for_whom, why_not
from openkader.web.forms.kader_handing import ReceiveKaderForm, WithdrawDraftForm
from openkader.web.forms.kader_studio import AdoptKaderForm, DraftTextForm, StartDraftForm
from openkader.web.presenters.kader_all_sections import ways_to_change
from openkader.web.presenters.kader_changes import parts_that_differ, shown_changes
from openkader.web.presenters.kader_handing import shown_ends, shown_withdrawn
from openkader.web.presenters.kader_studio import (
    Crumb,
    day_or_unknown,
    file_of,
    file_words,
    shown_decision,
    shown_draft,
    shown_excerpt,
    shown_files,
    shown_finding,
    shown_problem,
    shown_step,
    shown_steps,
    shown_version,
    studio_crumbs,
)
from openkader.web.presenters.work import said_refusal
from openkader.web.saving import saved
from openkader.web.shell import timeless_context
from openkader.web.views.kader_replay import replay_of_draft

_MOST_SHOWN = 100  # of mistakes; who has more mends these first


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_studio(request: HttpRequest) -> HttpResponse:
    """Every version with how far it is, and the drafts; POST begins one."""
    place = studio(request, timezone.now())
    if request.method == "POST":
        return do(place, STUDIO_ACTS, lambda *more: _studio(place, *more), STUDIO_MANNER)
    return _studio(place, {}, [], 200)


def _studio(place: Studio, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    newest, _day = newest_version(place.organisation)
    page = {
        "kicker": place.organisation,
        "title": _("Kader studio"),
        "versions": [shown_version(row) for row in versions_in(place.organisation, place.today)],
        "withdrawn": shown_withdrawn(withdrawn_drafts_of(place.organisation)),
        "receive_form": ReceiveKaderForm(),
        "drafts": [shown_draft(row) for row in drafts_of(place.organisation)],
        "newest": newest,
        "form": tried.get("start") or StartDraftForm(initial={"base": newest}),
        "why_not": {"start": why_not(place.request, Act.DRAFT_KADER)},
        "wrong": tried.get("start"),
        "refusals": refusals,
    }
    return _rendered(
        place.request, "kader_studio", page, studio_crumbs(place.organisation, place.today), status
    )


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_draft(request: HttpRequest, reference: str) -> HttpResponse:
    """A draft: what is wrong with it, what it changes, its texts, and its adoption; POST adopts it."""
    place = drafting(request, timezone.now(), reference)
    if request.method == "POST":
        return do(place, DRAFT_ACTS, lambda *more: _draft(place, *more), DRAFT_MANNER)
    return _draft(place, {}, [], 200)


def _draft(place: Drafting, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    kader, problems = place.read
    findings = findings_of(kader) if kader else ()
    decision, row = place.found.decision, place.found.row
    reasons = () if place.found.closed else _reasons(place, problems, findings)
    changes = parts_that_differ(place.base, kader) if kader else []
    page = {
        **shown_ends(place.found),
        "kicker": row.reference,
        "title": row.name,
        "row": shown_draft(row),
        "is_adopted": decision is not None,
        "decision": shown_decision(decision) if decision else None,
        "day": day_or_unknown(place.heading_day),
        "base_url": reverse("kader", args=row.base.split("/")),
        "problems": [shown_problem(row.reference, one, place.texts) for one in problems[:_MOST_SHOWN]],
        "more_problems": max(len(problems) - _MOST_SHOWN, 0),
        "errors": _findings(place, kader, Severity.ERROR),
        "warnings": _findings(place, kader, Severity.WARNING),
        "can_be_read": kader is not None,
        "changes": shown_changes(changes, place.base, kader) if kader else [],
        "changed": len(changes),
        "difference_url": reverse("kader_draft_difference", args=[row.reference]),
        "replay": replay_of_draft(place),
        "ways": ways_to_change(place.reference),
        "files": shown_files(place.found, problems),
        "steps": shown_steps(place.reference, place.found.steps, len(place.texts)),
        "reasons": [said_refusal(one) for one in reasons],
        "withdraw_form": tried.get("withdraw") or WithdrawDraftForm(),
        "form": tried.get("adopt") or AdoptKaderForm(initial=_first(place)),
        "shown": place.shown,
        "why_not": {
            "adopt": why_not(place.request, Act.ADOPT_KADER) or (said_refusal(reasons[0]) if reasons else ""),
            "withdraw": why_not(place.request, Act.DRAFT_KADER),
        },
        "wrong": tried.get("adopt") or tried.get("withdraw"),
        "refusals": refusals,
    }
    return _rendered(place.request, "kader_draft", page, _crumbs(place, (row.reference, None)), status)


def _first(place: Drafting) -> dict[str, object]:
    return {"seen": place.shown, "in_force_from": place.heading_day}


def _findings(place: Drafting, kader: Kader | None, severity: Severity) -> list[dict[str, object]]:
    found = [(kader, one) for one in findings_of(kader) if one.severity is severity] if kader else []
    return [shown_finding(place.reference, one, place.texts, kader) for kader, one in found]


def _reasons(
    place: Drafting, problems: tuple[Problem, ...], findings: tuple[Finding, ...]
) -> tuple[Refusal, ...]:
    """What of the draft itself stands in the way of whoever reads it; of the decision nothing is known yet."""
    newest, newest_day = newest_version(place.found.row.base.partition("/")[0])
    day = place.heading_day or place.today
    asked = Adopting(
        by=place.by,
        writers=place.found.writers,
        same=True,
        base=place.found.row.base,
        newest=newest,
        newest_day=newest_day,
        heading_day=place.heading_day,
        in_force_from=day,
        adopted_on=min(day, place.today),
        today=place.today,
        body="-",
        problems=[f"{one.where}" for one in problems],
        errors=[one.where for one in findings if one.severity is Severity.ERROR],
    )
    return in_the_way(asked)


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def write_draft_text(request: HttpRequest, reference: str, file: str) -> HttpResponse:
    """One text of a draft; POST saves a step."""
    place = drafting_text(request, timezone.now(), reference, file)
    if request.method == "POST":
        return do(place, TEXT_ACTS, lambda *more: _text(place, *more), TEXT_MANNER)
    return _text(place, {}, [], 200)


def _text(place: DraftingText, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    one, form = place.one, tried.get("save")
    meanwhile = form is not None and not form.is_bound
    if form is None or meanwhile:
        typed = form.initial["text"] if form is not None else one.text
        form = DraftTextForm(one.file, initial={"text": typed, "seen": one.number})
    problems = [problem for problem in place.read[1] if file_of(problem) == one.file]
    steps = [step for step in place.found.steps if step.file == one.file]
    page = {
        "kicker": f"{place.found.row.reference} · {place.found.row.name}",
        "title": file_words(one.file),
        "file": one.file,
        "number": one.number,
        "by": one.by,
        "form": form,
        "other": one.text if meanwhile else "",
        "excerpt": shown_excerpt(one.text, place.request.GET.get("regel", "")),
        "problems": [shown_problem(place.reference, problem, place.texts) for problem in problems],
        "steps": [shown_step(place.reference, step) for step in steps],
        "why_not": {"save": _why_not_save(place)},
        "draft_url": reverse("kader_draft", args=[place.reference]),
        "wrong": form,
        "refusals": refusals,
    }
    crumbs = _crumbs(place, (place.reference, str(page["draft_url"])), (one.file, None))
    return _rendered(place.request, "kader_draft_text", page, crumbs, status)


def _why_not_save(place: Drafting) -> str:
    closed = place.found.closed
    return why_not(place.request, Act.DRAFT_KADER) or (said_refusal(closed) if closed else "")


@for_whom(Act.READ_CASES)
@require_safe
def hand_out_decision(request: HttpRequest, reference: str) -> HttpResponse:
    """The document of the decision, as it was handed in; never shown in the browser."""
    decision = drafting(request, timezone.now(), reference).found.decision
    if decision is None:
        raise NotFound("kader-draft", reference[:80])
    content = shelf().take(decision.sha256, decision.file_name)
    return saved(content, decision.file_name, decision.media_type)


def _crumbs(place: Drafting, *more: Crumb) -> list[Crumb]:
    return studio_crumbs(place.found.row.base.partition("/")[0], place.today, *more)


def _rendered(
    request: HttpRequest,
    template: str,
    page: dict[str, object],
    crumbs: list[Crumb],
    status: int,
) -> HttpResponse:
    values = timeless_context(request, page=page, crumbs=crumbs)
    return render(request, f"web/pages/{template}.html", values, status=status)
