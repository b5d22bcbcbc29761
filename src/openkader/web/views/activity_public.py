"""What was said of an activity in public: each item with its day, its topics, its text and what follows."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.base.errors import NotFound
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import PublicKind
from openkader.publication.reports import title_of
from openkader.register import selectors, services
from openkader.register.message_entries import PublicItemEntry
from openkader.web.acts.deeds import Deeds, Said, Tried, by_words, do, plain
from openkader.web.acts.talks import Talk, finish, follow_up_form, talk_of
from openkader.web.doors import for_whom, note_reading, why_not
from openkader.web.forms.talks import FinishForm, PromiseForm, PublicForm
from openkader.web.presenters.public import shown_item, shown_meeting, topic_choices
from openkader.web.reader import person
from openkader.web.shell import activity_crumbs, timeless_context


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_activity_public(request: HttpRequest, activity: str) -> HttpResponse:
    """The public account of an activity; POST records an item, or a follow-up of one."""
    talk = talk_of(request, activity)
    if request.method == "POST":
        return do(talk, ACTS, lambda *more: _page(talk, *more))
    note_reading(request, talk.dossier, talk.level)
    return _page(talk, {}, [], 200)


def _record(talk: Talk, form: forms.Form) -> str:
    assert isinstance(form, PublicForm)  # noqa: S101 - the table below pairs them
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
    services.record_public_item(entry, kader=talk.kader, **talk.hand)
    return _("It is recorded.")


def _promise(talk: Talk, form: forms.Form) -> str:
    assert isinstance(form, PromiseForm)  # noqa: S101 - the table below pairs them
    item, reader = talk.request.POST.get("item", "")[:80], person(talk.request)
    if item not in {one.reference for one in selectors.public_items(talk.reference, reader=reader)}:
        raise NotFound("public-item", item)
    services.promise_follow_up(item, form.promise(), **talk.hand)
    return _("It is recorded.")


def _finish(talk: Talk, said: Said) -> str:
    finish(talk, said)
    return _("It is recorded.")


ACTS: Deeds[Talk] = {
    "record": (Act.WORK, lambda talk: PublicForm(topic_choices(talk.kader), talk.request.POST), _record),
    "promise": (Act.WORK, plain(PromiseForm), _promise),
    "finish": (Act.WORK, follow_up_form, by_words(_finish)),
}


def _page(talk: Talk, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    request, wrong = talk.request, next(iter(tried.values()), None)
    reader, today = person(request), talk.today
    rows = selectors.meetings(talk.kader, reader=reader, activity=talk.reference)
    page = {
        "kicker": talk.reference,
        "title": _("Public account"),
        "activity": talk.title,
        "when": talk.when,
        "year": talk.year,
        "meeting": shown_meeting(rows[0], today),
        "items": _items(request, talk, wrong),
        "form": wrong if isinstance(wrong, PublicForm) else _fresh(talk),
        "why_not": why_not(request, Act.WORK),
        "why_not_finish": why_not(request, Act.WORK),
        "wrong": wrong,
        "refusals": refusals,
    }
    crumbs = activity_crumbs(talk.reference, (_("Public account"), None))
    values = timeless_context(request, page=page, crumbs=crumbs, fictional=talk.made_up)
    return render(request, "web/pages/activity_public.html", values, status=status)


def _fresh(talk: Talk) -> PublicForm:
    """The form; a text that was written and made final, and of which no item tells yet, stands in it already."""
    text = selectors.final_public_text(talk.reference)
    told = selectors.public_items(talk.reference, reader=person(talk.request))
    is_told = any((one.text or "").strip() == text for one in told)
    first = {} if text is None or is_told else {"text": text, "title": title_of(text)}
    return PublicForm(topic_choices(talk.kader), initial=first)


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
