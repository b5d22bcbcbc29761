"""Lines to take at an activity: what fits beforehand, and what is noted afterwards."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from openkader.casework.permissions import Act
from openkader.casework.vocabulary import Setting
from openkader.kader.model import MessageLine
from openkader.publication.briefing_notes import sorted_lines
from openkader.publication.talk_words import lines_by_topic
from openkader.register import selectors, services
from openkader.register.message_entries import MessageNoteEntry
from openkader.register.selectors import Counterpart, MessageRow
from openkader.web.acts.deeds import Deeds, Manner, Said, Tried, by_words, do
from openkader.web.acts.talks import Talk, finish, follow_up_form, talk_of
from openkader.web.doors import for_whom, note_reading, why_not
from openkader.web.forms.talks import FinishForm, NoteForm
from openkader.web.presenters.talks import (
    is_stale,
    shown_follow_up,
    shown_heard,
    shown_line,
    shown_note,
)
from openkader.web.presenters.work import said_refusal
from openkader.web.reader import person
from openkader.web.shell import activity_crumbs, said, timeless_context


@for_whom(Act.READ_CASES)
@require_http_methods(["GET", "HEAD", "POST"])
def show_activity_messages(request: HttpRequest, activity: str) -> HttpResponse:
    """The lines that fit an activity; POST notes one afterwards, or ends a follow-up."""
    talk = talk_of(request, activity)
    if request.method == "POST":
        return do(talk, ACTS, lambda *more: _page(talk, *more), Manner(to=_to))
    note_reading(request, talk.dossier, talk.level)
    return _page(talk, {}, [], 200)


def _note(talk: Talk, form: forms.Form) -> str:
    assert isinstance(form, NoteForm)  # noqa: S101 - the table below pairs them
    said_here = form.cleaned_data
    entry = MessageNoteEntry(
        activity=talk.reference,
        line=said_here["line"],
        raised=said_here["raised"] == "yes",
        seen=said_here["seen"],
        party=said_here["party"] or None,
        reason=said_here["reason"] or None,
        said_by=said_here["said_by"] or None,
        setting=Setting(said_here["setting"]) if said_here["setting"] else None,
        reaction=said_here["reaction"] or None,
        promise=form.promise(),
    )
    services.note_message(entry, kader=talk.kader, **talk.hand)
    return _("It is noted.")


def _finish(talk: Talk, said_here: Said) -> str:
    finish(talk, said_here)
    return _("The follow-up is done.")


def _to(request: HttpRequest, form: forms.Form) -> str:
    """Back to the line that was noted."""
    return request.path + (f"#line-{form.cleaned_data['line']}" if isinstance(form, NoteForm) else "")


ACTS: Deeds[Talk] = {
    "note": (Act.WORK, lambda talk: NoteForm(talk.choices(), talk.request.POST), _note),
    "finish": (Act.WORK, follow_up_form, by_words(_finish)),
}


def _page(talk: Talk, tried: Tried, refusals: list[str], status: int) -> HttpResponse:
    request, today, wrong = talk.request, talk.today, next(iter(tried.values()), None)
    fits, unknown, rest = sorted_lines(talk.weighed)
    lines = Lines(request, talk, wrong, today)
    page = {
        "kicker": talk.reference,
        "title": _("Lines to take"),
        "activity": talk.title,
        "when": talk.when,
        "dossier": talk.dossier or talk.reference,
        "parties": [{"name": said(one.name), "reference": one.reference} for one in talk.parties],
        "fits": lines.shown(fits),
        "unknown": lines.shown(unknown),
        "rest": [said(one.text) for one in rest],
        "follow_ups": lines.follow_ups(),
        "why_not": why_not(request, Act.WORK) or said_refusal(talk.shut),
        "why_not_finish": why_not(request, Act.WORK),
        "wrong": wrong,
        "refusals": refusals,
    }
    crumbs = activity_crumbs(talk.reference, (_("Lines to take"), None))
    values = timeless_context(request, page=page, crumbs=crumbs, fictional=talk.made_up)
    return render(request, "web/pages/activity_messages.html", values, status=status)


class Lines:
    """The lines of a page, each with who heard it before, its notes and its form."""

    def __init__(self, request: HttpRequest, talk: Talk, wrong: forms.Form | None, today: date) -> None:
        self.request, self.talk, self.wrong, self.today = request, talk, wrong, today
        self.names = {one.reference: said(one.name) or one.reference for one in talk.parties}
        self.heard = selectors.dialogues(
            lines_by_topic(talk.kader),
            reader=person(request),
            parties=list(self.names),
            talks=False,
            also=talk.reference,
        )
        # Of whom the activity is with is not known, so that no dialogue holds its notes.
        alone = () if talk.parties else selectors.notes_of(talk.reference, reader=person(request))[::-1]
        mine = [one for one in self.heard.notes if one.activity == talk.reference]
        self.notes: Sequence[MessageRow] = [*mine, *alone][::-1]
        self.given = Counter(note.line for note in self.notes)

    def shown(self, lines: Sequence[MessageLine]) -> list[dict[str, object]]:
        """These lines."""
        return [self._one(line) for line in lines]

    def _one(self, line: MessageLine) -> dict[str, object]:
        form = self._form(line.id)
        form.auto_id = f"note_{line.id}_%s"
        notes = [shown_note(one, self.names, self.today) for one in self.notes if one.line == line.id]
        parties: Sequence[Counterpart] = self.talk.parties
        return {
            **shown_line(line, self.talk.weighed),
            "is_stale": is_stale(line, self.today),
            "heard": shown_heard(self.heard, parties, line.id, self.today, self.talk.reference),
            "notes": notes,
            "form": form,
            "is_open": bool(form.errors) or form is self.wrong,
        }

    def _form(self, line: str) -> Any:
        if isinstance(self.wrong, NoteForm) and self.request.POST.get("line") == line:
            return self.wrong
        only = self.talk.parties[0].reference if len(self.talk.parties) == 1 else ""
        return NoteForm(self.talk.choices(), initial={"line": line, "seen": self.given[line], "party": only})

    def follow_ups(self) -> list[dict[str, object]]:
        """What was promised at this activity, with a form to end what is open."""
        found = []
        promised = [note.follow_up for note in self.notes if note.follow_up]
        for row in sorted(promised, key=lambda one: (one.due_on, one.reference)):
            typed = isinstance(self.wrong, FinishForm) and self.request.POST.get("follow_up") == row.reference
            form = self.wrong if typed and self.wrong else FinishForm()
            form.auto_id = f"finish_{row.reference}_%s"
            found.append({**shown_follow_up(row, self.today), "form": form})
        return found
