"""The written evaluation of a year: all of its chapters, and one of them with what can be put into it."""

from collections.abc import Mapping, Sequence

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from openkader.casework.bare_numbers import bare_in
from openkader.casework.evaluating import (
    MOST_TEXT,
    EvaluationState,
    may_return,
    may_send_to_review,
    may_write,
)
from openkader.casework.permissions import Act
from openkader.casework.prose import bindings_in, passages_of
from openkader.evaluation.chapters import ChapterPlan
from openkader.register import selectors
from openkader.register.evaluations import missing_of
from openkader.web.acts.deeds import Tried, do
from openkader.web.acts.evaluation import (
    CHAPTER_ACTS,
    CHAPTER_MANNER,
    WRITING_ACTS,
    WRITING_MANNER,
    ChapterPlace,
    Evaluating,
    chapter_place,
    evaluating,
)
from openkader.web.acts.evaluation_parts import parts_known
from openkader.web.doors import for_whom, why_not
from openkader.web.forms.evaluation import (
    ChapterForm,
    CommentForm,
    EmptyForm,
    ReturnForm,
    StartForm,
)
from openkader.web.presenters.evaluation_text import Reading, bare_of, shown_comment, shown_passages
from openkader.web.presenters.evaluation_writing import (
    first_text,
    insertable,
    insertable_quotes,
    said_state,
    shown_chapter,
    shown_version,
)
from openkader.web.presenters.work import said_refusal
from openkader.web.shell import context, made_up, said
from openkader.web.views.evaluation import evaluation_crumb


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_writing(request: HttpRequest, year: int) -> HttpResponse:
    """Every chapter with what asks for attention; POST begins the evaluation or sends it round."""
    place = evaluating(request, timezone.now(), year)
    if request.method == "POST":
        return do(place, WRITING_ACTS, lambda *more: _overview(place, *more), WRITING_MANNER)
    return _overview(place, {}, [], 200)


def _overview(place: Evaluating, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    chapters = [one for plan in place.plans for one in _chapters(place, plan, 0)]
    missing = missing_of(place.languages, place.titles, place.written)
    page = {
        "kicker": _("Year %(year)s") % {"year": place.year},
        "title": _("Write the evaluation"),
        "state": place.state,
        "said_state": said_state(place.state),
        "begun": place.found,
        "returned_because": place.found.returned_because if place.found else None,
        "chapters": chapters,
        "attention": [one for one in chapters if one["asks"]],
        "written": sum(bool(one["is_there"]) for one in chapters),
        "languages": _languages(place, "evaluation_writing", place.year),
        "start_form": tried.get("start") or StartForm(),
        "return_form": tried.get("return") or ReturnForm(),
        "why_not": {
            "start": why_not(place.request, Act.EVALUATE),
            "send": why_not(place.request, Act.EVALUATE)
            or said_refusal(may_send_to_review(place.state, missing)),
            "return": why_not(place.request, Act.EVALUATE) or said_refusal(may_return(place.state)),
        },
        "is_review": place.state is EvaluationState.REVIEW,
        "adoption_url": reverse("evaluation_adoption", args=[place.year]),
        "text_url": reverse("evaluation_text", args=[place.year]),
        "wrong": next(iter(tried.values()), None),
        "refusals": refusals,
    }
    return rendered(place, "web/pages/evaluation_writing.html", page, [], status)


def _chapters(place: Evaluating, plan: ChapterPlan, depth: int) -> list[dict[str, object]]:
    url = _chapter_url(place, plan.id)
    one = place.written.get((plan.id, place.language))
    passages = passages_of(one.row.text) if one else ()
    comments = place.found.comments if place.found else ()
    shown = shown_chapter(
        plan,
        one,
        open_comments=sum(
            row.is_open and (row.chapter, row.language) == (plan.id, place.language) for row in comments
        ),
        marked=len(one.changes(place.readings([one.row.text]))) if one else 0,
        bare=sum(len(bare_in(passage, {}, place.language)) for passage in passages),
    )
    below = [one for child in plan.chapters for one in _chapters(place, child, depth + 1)]
    return [shown | {"url": url, "depth": depth, "title": said(plan.title)}, *below]


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def write_chapter(request: HttpRequest, year: int, chapter: str) -> HttpResponse:
    """One chapter to write on; POST looks at it, saves it, or does one of its other acts."""
    place = chapter_place(request, timezone.now(), year, chapter)
    if request.method == "POST":
        if request.POST.get("act") == "look":
            form = ChapterForm(request.POST)
            return _page(place, {"look": form}, [], 200 if form.is_valid() else 422)
        return do(place, CHAPTER_ACTS, lambda *more: _page(place, *more), CHAPTER_MANNER)
    return _page(place, {}, [], 200)


@for_whom(Act.READ_CASES)
@require_POST
def preview_chapter(request: HttpRequest, year: int, chapter: str) -> HttpResponse:
    """How what was typed reads now; nothing is saved."""
    place = chapter_place(request, timezone.now(), year, chapter)
    form = ChapterForm(request.POST)
    text = form.cleaned_data["text"] if form.is_valid() else ""
    values = {"preview": _preview(place, text, is_saved=False), "page": {"can_comment": False}}
    return render(request, "web/parts/evaluation_preview.html", values)


def _page(place: ChapterPlace, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    form, text = _form(place, tried), place.stand.text
    looked = tried.get("look")
    typed = str(form["text"].value() or "") if looked is not None or "save" in tried else text
    is_saved = typed == text
    meanwhile = "save" in tried and not tried["save"].is_bound
    versions = selectors.text_versions(place.year, place.plan.id, place.language)
    page = {
        "kicker": _("Evaluation of the year %(year)s") % {"year": place.year},
        "title": said(place.plan.title),
        "state": place.state,
        "said_state": said_state(place.state),
        "languages": _languages(place, "evaluation_chapter", place.year, place.plan.id),
        "language": place.language,
        "form": form,
        "most": MOST_TEXT,
        "empty_form": tried.get("leave_empty")
        or EmptyForm(initial={"seen": place.stand.number}, auto_id="empty_%s"),
        "comment_form": tried.get("comment") or CommentForm(auto_id=False),
        "stand": place.stand,
        "other": shown_version(versions[0]) if meanwhile and versions else None,
        "preview": _preview(place, typed, is_saved=is_saved),
        "preview_url": reverse("evaluation_preview", args=[place.year, place.plan.id]) + _query(place),
        "is_saved": is_saved,
        "can_comment": is_saved and not may_write(place.state),
        "insertable": insertable(place.year, place.figures, place.plan, parts_known(), place.language),
        "quotes": insertable_quotes(place.year, place.quotes, place.language),
        "earlier": _earlier(place),
        "versions": [shown_version(one) for one in versions],
        "before": _before(place),
        "has_findings": bool(place.plan.line or place.plan.figures),
        "register_url": f"{_chapter_url(place, place.plan.id)}{'&' if _query(place) else '?'}begin=register",
        "overview_url": reverse("evaluation_writing", args=[place.year]) + _query(place),
        "why_not": {"save": said_refusal(may_write(place.state)) or why_not(place.request, Act.EVALUATE)},
        "wrong": next(iter(tried.values()), None),
        "refusals": refusals,
    }
    crumbs = [(said(place.plan.title) or "", None)]
    return rendered(place, "web/pages/evaluation_chapter.html", page, crumbs, status)


def _form(place: ChapterPlace, tried: Tried) -> forms.Form:
    """What was typed, or else the newest version, or what somebody asks to begin with."""
    typed = tried.get("save") or tried.get("look")
    if typed is not None:
        return typed if typed.is_bound else ChapterForm(initial={**typed.initial, "seen": place.stand.number})
    return ChapterForm(initial={"seen": place.stand.number, "text": _begin(place)})


def _begin(place: ChapterPlace) -> str:
    match place.request.GET.get("begin"):
        case "register":
            findings = {row.line: row for row in selectors.findings_of(place.year)}
            title = place.source.title.in_(place.language) if place.source else None
            finding = findings.get(place.plan.line or "")
            return first_text(place.plan, place.figures, title, finding, place.language)
        case "vorig":
            found = selectors.text_before(place.year, place.plan.id, place.language)
            return found[1] if found else place.stand.text
    return place.stand.text


def _preview(place: ChapterPlace, text: str, *, is_saved: bool) -> dict[str, object]:
    passages = passages_of(text[:MOST_TEXT])
    one = place.one if is_saved else None
    reading = Reading(
        year=place.year,
        language=place.language,
        counts=place.counts(passages),
        parts=place.parts(text[:MOST_TEXT]),
        notes=place.notes(passages, place.language),
        numbers=place.numbers(),
        changes=one.changes(place.readings([text])) if one else (),
        comments=_comments(place) if is_saved else (),
        labels={name: said(one.figure.text) or name for name, one in place.figures.items()},
    )
    return {
        "language": place.language,
        "passages": shown_passages(passages, reading),
        "bare": bare_of(passages, reading),
        "is_cut": len(text) > MOST_TEXT,
    }


def _comments(place: ChapterPlace) -> list[selectors.CommentRow]:
    rows = place.found.comments if place.found else ()
    return [row for row in rows if (row.chapter, row.language) == (place.plan.id, place.language)]


def _earlier(place: ChapterPlace) -> list[dict[str, object]]:
    """The comments on words that do not stand there any more."""
    here = {one.digest for one in passages_of(place.stand.text)}
    return [shown_comment(row) for row in _comments(place) if row.passage not in here]


def _before(place: ChapterPlace) -> dict[str, object] | None:
    """The text of an earlier year, with what of it this kader does not have."""
    found = selectors.text_before(place.year, place.plan.id, place.language)
    if found is None:
        return None
    year, text = found
    gone = sorted(
        one.written(place.language)
        for one in set(bindings_in(passages_of(text)))
        if one.sort == "figure" and one.name not in place.figures
    )
    url = _chapter_url(place, place.plan.id)
    return {
        "year": year,
        "text": text,
        "gone": gone,
        "url": f"{url}{'&' if _query(place) else '?'}begin=vorig",
    }


def _languages(place: Evaluating, name: str, *values: object) -> list[dict[str, object]]:
    found = place.languages if len(place.languages) > 1 else ()
    return [
        {
            "code": one,
            "label": get_language_info(one)["name_local"],
            "url": f"{reverse(name, args=values)}?{urlencode({'taal': one})}",
            "is_here": one == place.language,
        }
        for one in found
    ]


def _query(place: Evaluating) -> str:
    """The language in an address, where there is more than one."""
    return f"?{urlencode({'taal': place.language})}" if len(place.languages) > 1 else ""


def _chapter_url(place: Evaluating, chapter: str) -> str:
    return reverse("evaluation_chapter", args=[place.year, chapter]) + _query(place)


def rendered(
    place: Evaluating,
    template: str,
    page: Mapping[str, object],
    crumbs: Sequence[tuple[str, str | None]],
    status: int,
) -> HttpResponse:
    """A page of the written evaluation, with the way to it."""
    writing = reverse("evaluation_writing", args=[place.year]) if crumbs else None
    way = [evaluation_crumb(place.year), (_("Write the evaluation"), writing), *crumbs]
    values = context(
        place.request,
        year=place.year,
        kader=place.kader,
        page=page,
        crumbs=way,
        fictional=made_up(place.source),
    )
    return render(place.request, template, values, status=status)
