"""Who heard which line to take lately, and the dialogue with one counterpart over the years."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from openkader.base.errors import NotFound
from openkader.casework.permissions import Act
from openkader.kader import Kader
from openkader.publication.talk_words import lines_by_topic
from openkader.register import selectors
from openkader.register.kaders import assessor_of
from openkader.web.doors import for_whom, note_readings
from openkader.web.front_doors import newest_kader_id
from openkader.web.presenters.repetition import (
    name_words,
    one_counterpart,
    shown_columns,
    shown_lines,
    shown_rows,
    shown_tally,
    shown_years,
)
from openkader.web.reader import person
from openkader.web.shell import timeless_context

_MOST_ROWS = 100


@for_whom(Act.READ_CASES)
@require_safe
def show_repetition(request: HttpRequest) -> HttpResponse:
    """Counterparts beside lines: when each was last heard."""
    kader, today = _kader(), timezone.localdate(timezone.now())
    found = selectors.dialogues(lines_by_topic(kader), reader=person(request))
    wanted = request.GET.get("q", "").strip()[:200]
    rows = [
        row for row in shown_rows(found, kader, today) if wanted.casefold() in str(row["name"]).casefold()
    ]
    page = {
        "title": _("Lines to take"),
        "columns": shown_columns(kader),
        "rows": rows[:_MOST_ROWS],
        "left_out": max(len(rows) - _MOST_ROWS, 0),
        "is_cut": found.is_cut,
        "tally": shown_tally(rows),
        "q": wanted,
    }
    values = timeless_context(request, page=page, crumbs=[(_("Lines to take"), None)])
    return render(request, "web/pages/repetition.html", values)


@for_whom(Act.READ_CASES)
@require_safe
def show_dialogue(request: HttpRequest, party: str) -> HttpResponse:
    """One counterpart: what they heard, and what was said over the years."""
    kader, today = _kader(), timezone.localdate(timezone.now())
    found = selectors.dialogues(lines_by_topic(kader), reader=person(request), parties=[party])
    one = one_counterpart(found, party)
    note_readings(request, [met.reference for met in found.met[party]])
    page = {
        "kicker": party,
        "title": name_words(one.name),
        "lines": shown_lines(found, party, kader, today),
        "years": shown_years(found, party, kader, today),
    }
    crumbs = [(_("Lines to take"), "/boodschappen/"), (name_words(one.name), None)]
    values = timeless_context(request, page=page, crumbs=crumbs)
    return render(request, "web/pages/dialogue.html", values)


def _kader() -> Kader:
    """The kader whose lines are shown: that of the newest year, or of the front door."""
    newest = selectors.newest_year()
    name = newest.kader if newest else newest_kader_id()
    if not name:
        raise NotFound("kader", "")
    return assessor_of(name).kader
