"""Lines to take at an activity: which fit and why, who heard them before, and what was noted afterwards."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from openkader.base.text import capital
from openkader.casework.raising import Hearing, Repetition, Stated, newest, repetition
from openkader.kader import Assessment
from openkader.kader.explaining import because
from openkader.kader.library import beside
from openkader.kader.model import MessageLine
from openkader.publication.kader_words import policy_words
from openkader.publication.talk_words import hearing_words
from openkader.register.selectors import Counterpart, Dialogues, FollowUpRow, MessageRow
from openkader.web.presenters.citations import review_words, shown_citations
from openkader.web.presenters.names import name_of
from openkader.web.presenters.talk_words import SETTINGS
from openkader.web.shell import language, said, shown_moment

Shown = dict[str, object]


def shown_line(line: MessageLine, weighed: Assessment) -> Shown:
    """A line with why it fits, and on which policy it rests."""
    kader = weighed.kader
    about: list[dict[str, str | None]] = [
        {"label": _("For whom"), "value": capital(said(line.audience) or "")},
        {"label": _("Fits because"), "value": _because(weighed, line)},
        {"label": _("Rests on policy"), "value": policy_words(kader, line, language())},
        {"label": _("Looked at again on"), "value": review_words(kader, line)},
    ]
    return {
        "id": line.id,
        "text": said(line.text),
        "about": [one for one in about if one["value"]],
        "citations": shown_citations(kader, (*line.cites, *beside(kader, "messages", line.id))),
    }


def _because(weighed: Assessment, line: MessageLine) -> str:
    return "; ".join(capital(one) for one in dict.fromkeys(because(weighed, line.when, language())))


def is_stale(line: MessageLine, today: date) -> bool:
    """Whether somebody should have looked at the line again by now."""
    return line.policy is not None and line.policy.review_on < today


def shown_heard(
    found: Dialogues, parties: Sequence[Counterpart], line: str, today: date, but: str
) -> list[Shown]:
    """Of each counterpart whether they heard a line before, other than in this activity."""
    shown = []
    for party in parties:
        known = found.hearings.get((party.reference, line), ())
        heard = [one for one in known if one.activity != but]
        here = [one for one in known if one.activity == but and one.stated is not Stated.NOTED]
        shown.append(
            {
                "name": said(party.name),
                "url": dialogue_url(party.reference),
                "here": "; ".join(hearing_words(one, language()) for one in here),
                **shown_repetition(heard, today),
            }
        )
    return shown


def dialogue_url(party: str) -> str:
    """The page of the dialogue with a counterpart."""
    return reverse("dialogue", args=[party])


def shown_repetition(heard: Sequence[Hearing], today: date) -> Shown:
    """Whether a line was heard, when last, and how that is known."""
    last = newest(heard)
    state = repetition(heard, today)
    return {
        "state": state,
        "last": hearing_words(last, language()) if last else "",
        "activity": last.activity if last else "",
        "is_due": state in (Repetition.LONG_AGO, Repetition.NEVER),
        "times": len(heard),
    }


def shown_note(note: MessageRow, names: Mapping[str, str], today: date) -> Shown:
    """A note as it is read, with what follows from it."""
    about: list[dict[str, str | None]] = [
        {"label": _("With whom"), "value": names.get(note.party or "", note.party or _("Not known"))},
        {"label": _("Formal or informal"), "value": name_of(SETTINGS, note.setting)},
        {"label": _("Said by"), "value": note.said_by},
        {"label": _("Their reaction"), "value": note.reaction},
        {"label": _("Why not"), "value": note.reason},
    ]
    return {
        "raised": note.raised,
        "counts": note.counts,
        "about": [one for one in about if one["value"]],
        "noted": _("%(who)s, %(when)s") % {"who": note.by, "when": shown_moment(note.at)},
        "follow_up": shown_follow_up(note.follow_up, today) if note.follow_up else None,
    }


def shown_follow_up(row: FollowUpRow, today: date) -> Shown:
    """What was promised, and whether it was done in time."""
    state = "done" if row.done_at else "overdue" if row.due_on < today else "open"
    return {
        "reference": row.reference,
        "what": row.what,
        "who": row.who,
        "due": date_format(row.due_on, "j F Y"),
        "state": state,
        "outcome": row.outcome,
        "done": _("%(who)s, %(when)s") % {"who": row.done_by, "when": shown_moment(row.done_at)}
        if row.done_at
        else "",
    }
