"""The measures, figures and lists of a draft in forms: all of a section, and one changed, added or taken away."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from openkader.base.errors import Refused
from openkader.casework.kader_entries import may_change_entry
from openkader.casework.permissions import Act
from openkader.kader import Severity
from openkader.kader.written_entries import written_lists
from openkader.register.draft_kaders import findings_of
from openkader.web.acts.deeds import Tried, do
from openkader.web.acts.kader_entries import (
    ENTRY_ACTS,
    ENTRY_MANNER,
    NEW_ENTRY_ACTS,
    EntryPlace,
    Sectioning,
    entry_form,
    entry_place,
    sectioning,
    sent_form,
    shown_form,
)
from openkader.web.doors import for_whom, why_not
from openkader.web.forms.kader_entries import EntryForm
from openkader.web.presenters.kader_readings import shown_readings
from openkader.web.presenters.kader_rows import shown_preview
from openkader.web.presenters.kader_sections import shown_entry, shown_lists, voice_of
from openkader.web.presenters.kader_studio import text_url
from openkader.web.presenters.work import said_refusal
from openkader.web.shell import timeless_context

_MORE = "more_"  # and the field of whose conditions one more line is asked


@for_whom(Act.READ_CASES)
@require_safe
def show_entries(request: HttpRequest, reference: str, part: str) -> HttpResponse:
    """A section of a draft, an entry a line."""
    return _entries(sectioning(request, timezone.now(), reference, part), [], 200)


def _entries(place: Sectioning, refusals: list[str], status: int) -> HttpResponse:
    section, (kader, problems) = place.section, place.read
    findings = findings_of(kader) if kader else ()
    voice = voice_of(section, place.reference, place.known, findings)
    page = {
        "kicker": f"{place.reference} · {place.found.row.name}",
        "title": section.title,
        "lead": section.lead,
        "empty": section.empty,
        "draft_url": reverse("kader_draft", args=[place.reference]),
        "new": section.new,
        "new_url": reverse("kader_entry_new", args=[place.reference, section.slug]),
        "problems": len(problems),
        "errors": sum(one.severity is Severity.ERROR for one in findings),
        "columns": section.columns,
        "lists": shown_lists(section, voice, place.lists),
        "why_not": _why_not(place),
        "refusals": refusals,
    }
    values = timeless_context(place.request, page=page, crumbs=_crumbs(place, (section.title, None)))
    return render(place.request, "web/pages/kader_entries.html", values, status=status)


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def write_new_entry(request: HttpRequest, reference: str, part: str) -> HttpResponse:
    """An entry that is added to a section; POST adds it, or shows what it would change."""
    return _written(entry_place(request, timezone.now(), reference, part, None), NEW_ENTRY_ACTS)


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def write_entry(request: HttpRequest, reference: str, part: str, name: str) -> HttpResponse:
    """One entry; POST saves it, takes it away, or shows what it would change."""
    place = entry_place(request, timezone.now(), reference, part, name)
    if place.row is not None or request.method != "POST":
        return _written(place, ENTRY_ACTS)
    refusal = may_change_entry("", None, place.last_writer)
    gone = [said_refusal(refusal)] if refusal else []
    if len(request.POST) < 4:
        return _entries(place, gone, 409)
    return _page(place, {"save": shown_form(place, {**sent_form(place).typed(), "name": name})}, gone, 409)


def _written(place: EntryPlace, deeds: Any) -> HttpResponse:
    if place.request.method != "POST":
        return _page(place, {}, [], 200)
    act = place.request.POST.get("act", "")
    if act.startswith(_MORE):
        typed = sent_form(place).with_more(act.removeprefix(_MORE))
        return _page(place, {"save": shown_form(place, typed)}, [], 200)
    if act != "preview":
        return do(place, deeds, lambda *more: _page(place, *more), ENTRY_MANNER)
    form = entry_form(place)
    return _page(place, {"save": form}, [], 200 if form.is_valid() else 422)


def _page(place: EntryPlace, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    form = next((one for one in tried.values() if isinstance(one, EntryForm)), None) or shown_form(place)
    section, row = place.section, place.row
    voice = voice_of(section, place.reference, place.known)
    entries_url = reverse("kader_entries", args=[place.reference, section.slug])
    adds = row is None
    page = {
        "kicker": " · ".join(filter(None, (place.reference, str(section.title), place.name))),
        "title": section.new if place.is_new else section.change,
        "now": shown_entry(section, voice, row) if row else None,
        "form": form,
        "groups": _groups(form),
        "adds": adds,
        "action": reverse("kader_entry_new", args=[place.reference, section.slug]) if adds else place.request.path,
        "seen": place.seen if refusals else place.request.POST.get("seen") or place.seen,
        "stand": place.seen,
        "readings": shown_readings(place.reference, voice.readings.get(place.name, ())),
        "asks_readings": section.key == "facts" and not adds,
        "is_ordered": section.ordered and place.within is not None,
        "number": (row.place if row else 0) + 1,
        "of": len(place.within.rows) if place.within else 0,
        "entries_url": entries_url,
        "all": section.title,
        "text_url": text_url(place.reference, place.within.file, row.line) if place.within and row else "",
        "line": row.line if row else "",
        "preview": _preview(place, form),
        "why_not": _why_not(place),
        "wrong": form if form.is_bound else None,
        "refusals": refusals,
    }  # fmt: skip
    crumbs = _crumbs(place, (section.title, entries_url), (place.name or page["title"], None))
    values = timeless_context(place.request, page=page, crumbs=crumbs)
    return render(place.request, "web/pages/kader_entry.html", values, status=status)


def _groups(form: EntryForm) -> list[dict[str, object]]:
    """The parts as the page lays them out; fields that stand behind each other are one group."""
    names = [name for name in ("name", "within") if name in form.fields]
    named = {"kind": "fields", "fields": [form[one] for one in names]}
    groups: list[dict[str, Any]] = [{"kind": "fields", "parts": [named]}]
    for shown in (part.shown() for part in form.parts):
        if shown["kind"] not in ("fields", "pair", "tick"):
            groups.append(shown)
        elif groups[-1]["kind"] == "fields":
            groups[-1]["parts"].append(shown)
        else:
            groups.append({"kind": "fields", "parts": [shown]})
    return groups


def _preview(place: EntryPlace, form: EntryForm) -> dict[str, object] | None:
    """What the entry as it was typed would say and change; nothing where that was not asked, or is not right yet."""
    if place.request.POST.get("act") != "preview" or not form.is_bound or not form.is_valid():
        return None
    try:
        file, text = place.rewritten(form)
    except Refused as error:
        return {"refusal": said_refusal(error.refusal)}
    after, _problems = place.after(file, text)
    name = place.name or str(form.cleaned_data["name"])
    written = written_lists({**place.texts, file: text}, place.section.key)
    voice = voice_of(place.section, place.reference, after or place.known)
    rows = [row for found in written for row in found.rows if row.name == name]
    return {
        "entry": shown_entry(place.section, voice, rows[-1]) if rows else None,
        "is_same": text == place.texts[file],
        "difference": shown_preview(place.read[0], after),
    }


def _crumbs(place: Sectioning, *more: tuple[Any, str | None]) -> list[tuple[Any, str | None]]:
    draft = reverse("kader_draft", args=[place.reference])
    return [(_("Kader studio"), reverse("kader_studio")), (place.reference, draft), *more]


def _why_not(place: Sectioning) -> str:
    closed = place.found.closed
    return why_not(place.request, Act.DRAFT_KADER) or (said_refusal(closed) if closed else "")
