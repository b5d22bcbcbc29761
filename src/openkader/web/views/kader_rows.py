"""The rules of a draft in forms: all of them, and one that is changed, added, taken away or moved."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from openkader.base.document import read_text
from openkader.base.errors import Refused
from openkader.base.flowing import flowing
from openkader.casework.kader_rows import MOST_CONDITIONS, may_change_row
from openkader.casework.permissions import Act
from openkader.kader import Severity
from openkader.register.draft_kaders import findings_of
from openkader.web.acts.deeds import Tried, do
from openkader.web.acts.kader_rows import (
    NEW_ROW_ACTS,
    ROW_ACTS,
    ROW_MANNER,
    Ruling,
    RulingRow,
    row_form,
    ruling,
    ruling_row,
)
from openkader.web.doors import for_whom, why_not
from openkader.web.forms.kader_rows import RowForm
from openkader.web.presenters.kader_rows import (
    Voice,
    address,
    row_sentence,
    shown_preview,
    shown_table,
    table_title,
)
from openkader.web.presenters.kader_studio import text_url
from openkader.web.presenters.work import said_refusal
from openkader.web.shell import timeless_context

_LOOKS = ("more", "preview")  # what a form asks before it saves anything


@for_whom(Act.READ_CASES)
@require_safe
def show_rules(request: HttpRequest, reference: str) -> HttpResponse:
    """The proposal and the tables of a draft, a rule a line."""
    return _rows(ruling(request, timezone.now(), reference), [], 200)


def _rows(place: Ruling, refusals: list[str], status: int) -> HttpResponse:
    back = reverse("kader_draft", args=[place.reference])
    if place.known is None:
        return redirect(back)
    kader, problems = place.read
    findings = [one for one in findings_of(kader) if one.severity is Severity.ERROR] if kader else []
    page = {
        "kicker": f"{place.reference} · {place.found.row.name}",
        "title": _("The rules"),
        "draft_url": back,
        "problems": len(problems),
        "errors": len(findings),
        "tables": [shown_table(_voice(place, place.facts(table)), table) for table in place.tables],
        "why_not": _why_not(place),
        "refusals": refusals,
    }
    crumbs = [(_("Kader studio"), reverse("kader_studio")), (place.reference, back), (_("The rules"), None)]
    values = timeless_context(place.request, page=page, crumbs=crumbs)
    return render(place.request, "web/pages/kader_rows.html", values, status=status)


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def write_new_row(request: HttpRequest, reference: str, table: str) -> HttpResponse:
    """A rule that is added to a table; POST adds it, or shows what it would change."""
    place = ruling_row(request, timezone.now(), reference, table, None)
    return _written(place, NEW_ROW_ACTS)


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def write_row(request: HttpRequest, reference: str, table: str, row: str) -> HttpResponse:
    """One rule; POST saves it, takes it away, moves it, or shows what it would change."""
    place = ruling_row(request, timezone.now(), reference, table, row)
    if place.row is not None or request.method != "POST":
        return _written(place, ROW_ACTS)
    refusal = may_change_row("", None, place.last_writer)
    gone = [said_refusal(refusal)] if refusal else []
    if "outcome" not in request.POST and "value" not in request.POST:
        return _rows(place, gone, 409)
    typed = RowForm(place.asked, request.POST).as_typed()
    form = RowForm(place.asked, initial={**typed, "name": place.name})
    return _page(place, {"save": form}, gone, 409)


def _written(place: RulingRow, deeds: Any) -> HttpResponse:
    if place.known is None:
        return redirect(reverse("kader_draft", args=[place.reference]))
    if place.request.method != "POST":
        return _page(place, {}, [], 200)
    act = place.request.POST.get("act", "")
    if act not in _LOOKS:
        return do(place, deeds, lambda *more: _page(place, *more), ROW_MANNER)
    if act == "more":
        return _page(place, {"save": _with_more(place)}, [], 200)
    form = row_form(place)
    return _page(place, {"save": form}, [], 200 if form.is_valid() else 422)


def _with_more(place: RulingRow) -> RowForm:
    """The same form with one line more for the question that was chosen; nothing else of it is judged yet."""
    form = RowForm(place.asked, place.request.POST)
    typed, number = form.as_typed(), len(form.rows)
    chosen = str(typed.get("new_fact") or "")
    if number < MOST_CONDITIONS:
        typed |= {"lines": number + 1, f"fact_{number}": chosen, f"was_{number}": chosen, "new_fact": ""}
    return RowForm(place.asked, initial=typed)


def _page(place: RulingRow, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    form = next((one for one in tried.values() if isinstance(one, RowForm)), None) or RowForm(place.asked)
    voice = _voice(place, place.facts(place.within))
    title = table_title(place.within, voice.facts)
    page = {
        "kicker": " · ".join(filter(None, (place.reference, title, place.name))),
        "title": _("A new rule") if place.is_new else _("Change a rule"),
        "now": _sentence(place, voice),
        "form": form,
        "lines": form.line_rows(),
        "cites": form.parts.cite_rows() if form.parts else form.cited.rows() if form.cited else [],
        "terms": form.parts.term_rows() if form.parts else [],
        "referred": len(form["refer_to"].value() or ()) if form.parts else 0,
        "most": len(form.rows) >= MOST_CONDITIONS,
        "is_deep": place.asked.is_deep,
        "is_proposal": place.within.is_proposal,
        **_where(place, told=bool(refusals)),
        "preview": _preview(place, form, voice),
        "why_not": _why_not(place),
        "wrong": form if form.is_bound else None,
        "refusals": refusals,
    }
    crumbs = [
        (_("Kader studio"), reverse("kader_studio")),
        (place.reference, reverse("kader_draft", args=[place.reference])),
        (_("The rules"), str(page["rows_url"])),
        (place.name or str(page["title"]), None),
    ]
    values = timeless_context(place.request, page=page, crumbs=crumbs)
    return render(place.request, "web/pages/kader_row.html", values, status=status)


def _where(place: RulingRow, *, told: bool) -> dict[str, object]:
    """Where the rule stands, and as what it was seen: as it is now, for who was `told` that it changed."""
    table, row, adds = place.within, place.row, place.row is None
    sent = place.request.POST.get("seen") if not told else None
    return {
        "adds": adds,
        "action": address("kader_row_new", place.reference, table.name) if adds else place.request.path,
        "seen": sent or place.seen,
        "table_seen": table.seen,
        "among": place.request.POST.get("among", "") if sent else len(table.rows),
        "number": (row.place if row else 0) + 1,
        "of": len(table.rows),
        "text_url": text_url(place.reference, table.file, row.line if row else ""),
        "line": row.line if row else "",
        "rows_url": reverse("kader_rows", args=[place.reference]),
    }


def _sentence(place: RulingRow, voice: Voice) -> str:
    if place.row is None:
        return ""
    return row_sentence(voice, place.row.entry, place.asked.gives, is_proposal=place.within.is_proposal)


def _preview(place: RulingRow, form: RowForm, voice: Voice) -> dict[str, object] | None:
    """What the rule as it was typed would say and change; nothing where that was not asked, or is not right yet."""
    if place.request.POST.get("act") != "preview" or not form.is_bound or not form.is_valid():
        return None
    try:
        text = place.rewritten(form)
    except Refused as error:
        return {"refusal": said_refusal(error.refusal)}
    after, _problems = place.after(text)
    entry = read_text(flowing(form.said()), "")
    words = row_sentence(voice, entry, place.asked.gives, is_proposal=place.within.is_proposal)
    return {
        "sentence": words,
        "is_same": text == place.texts[place.within.file],
        "difference": shown_preview(place.read[0], after),
    }


def _voice(place: Ruling, facts: Any) -> Voice:
    return Voice(reference=place.reference, kader=place.known, facts=facts)


def _why_not(place: Ruling) -> str:
    closed = place.found.closed
    return why_not(place.request, Act.DRAFT_KADER) or (said_refusal(closed) if closed else "")
