"""What was said of an activity in public: each item with its day, its topics, its text and what follows."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.base.errors import NotFound, Refusal, Refused
from openkader.base.messages import sentence
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import PublicKind
from openkader.register import selectors, services
from openkader.register.message_entries import PublicItemEntry
from openkader.web.doors import acting, for_whom, note_reading, require_act, why_not
from openkader.web.presenters.public import shown_item, shown_meeting, topic_choices
from openkader.web.reader import person
from openkader.web.shell import language, timeless_context
from openkader.web.talk_forms import FinishForm, PromiseForm, PublicForm
from openkader.web.talking import Talk, talk_of


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_activity_public(request: HttpRequest, activity: str) -> HttpResponse:
    """The public account of an activity; POST records an item, or a follow-up of one."""
    talk = talk_of(request, activity)
    if request.method != "POST":
        note_reading(request, talk.dossier, talk.level)
        return _page(request, talk)
    require_act(request, Act.WORK)
    act = request.POST.get("act", "")
    if act not in _ACTS:
        raise NotFound("activity", act[:40])
    return _do(request, talk, act)


def _do(request: HttpRequest, talk: Talk, act: str) -> HttpResponse:
    """Do what the form asks; what is refused keeps what was typed."""
    form = _form(request, talk, act)
    if not form.is_valid():
        return _page(request, talk, form, status=422)
    try:
        _ACTS[act](request, talk, form)
    except Refused as error:
        return _page(request, talk, form, error.refusal, status=409)
    messages.success(request, _("It is recorded."))
    return HttpResponseRedirect(request.path)


def _form(request: HttpRequest, talk: Talk, act: str) -> Any:
    if act == "record":
        return PublicForm(topic_choices(talk.kader), request.POST)
    return PromiseForm(request.POST) if act == "promise" else FinishForm(request.POST)


def _record(request: HttpRequest, talk: Talk, form: Any) -> None:
    said = form.cleaned_data
    entry = PublicItemEntry(
        activity=talk.reference,
        kind=PublicKind(said["kind"]),
        title=said["title"],
        published_on=said["published_on"],
        url=said["url"] or None,
        text=said["text"] or None,
        topics=tuple(said["topics"]),
        promise=form.promise(),
    )
    services.record_public_item(entry, kader=talk.kader, by=acting(request), now=timezone.now())


def _promise(request: HttpRequest, talk: Talk, form: Any) -> None:
    item = request.POST.get("item", "")[:80]
    if item not in {one.reference for one in selectors.public_items(talk.reference, reader=person(request))}:
        raise NotFound("public-item", item)
    services.promise_follow_up(item, form.promise(), by=acting(request), now=timezone.now())


def _finish(request: HttpRequest, talk: Talk, form: Any) -> None:
    reference = request.POST.get("follow_up", "")[:80]
    if reference not in {
        one.reference for one in selectors.open_follow_ups(talk.reference, reader=person(request))
    }:
        raise NotFound("follow-up", reference)
    services.finish_follow_up(reference, form.cleaned_data["outcome"], by=acting(request), now=timezone.now())


_ACTS = {"record": _record, "promise": _promise, "finish": _finish}


def _page(
    request: HttpRequest,
    talk: Talk,
    wrong: forms.Form | None = None,
    refusal: Refusal | None = None,
    status: int = 200,
) -> HttpResponse:
    reader, today = person(request), timezone.localdate(timezone.now())
    rows = selectors.meetings(talk.kader, reader=reader, activity=talk.reference)
    page = {
        "kicker": talk.reference,
        "title": _("Public account"),
        "activity": talk.title,
        "when": talk.when,
        "year": talk.year,
        "meeting": shown_meeting(rows[0], today),
        "items": _items(request, talk, wrong),
        "form": wrong if isinstance(wrong, PublicForm) else PublicForm(topic_choices(talk.kader)),
        "why_not": why_not(request, Act.WORK),
        "why_not_finish": why_not(request, Act.WORK),
        "wrong": wrong,
        "refusals": [sentence(refusal.code, refusal.detail, language())] if refusal else [],
    }
    crumbs = talk.crumbs((_("Public account"), None))
    values = timeless_context(request, page=page, crumbs=crumbs, fictional=talk.made_up)
    return render(request, "web/pages/activity_public.html", values, status=status)


def _items(request: HttpRequest, talk: Talk, wrong: forms.Form | None) -> list[dict[str, Any]]:
    """Every item with the forms of what follows from it; what was typed comes back where it was typed."""
    reader, today = person(request), timezone.localdate(timezone.now())
    follow_ups = selectors.open_follow_ups(talk.reference, reader=reader)
    found: list[dict[str, Any]] = []
    for row in selectors.public_items(talk.reference, reader=reader):
        shown: dict[str, Any] = shown_item(row, follow_ups, talk.kader, today)
        typed = type(wrong) is PromiseForm and request.POST.get("item") == row.reference
        shown["form"] = wrong if typed else PromiseForm()
        shown["form"].auto_id = f"promise_{row.reference}_%s"
        for one in shown["follow_ups"]:
            mine = isinstance(wrong, FinishForm) and request.POST.get("follow_up") == one["reference"]
            one["form"] = wrong if mine else FinishForm()
            one["form"].auto_id = f"finish_{one['reference']}_%s"
        found.append(shown)
    return found
