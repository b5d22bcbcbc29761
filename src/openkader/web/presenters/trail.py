"""The trail of a dossier in words."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openkader.kader import Kader
from openkader.register.selectors.trail import Event
from openkader.web.marks import find_mark
from openkader.web.presenters.names import ACTIONS, actor_words, name_of
from openkader.web.presenters.trail_details import shown_detail
from openkader.web.shell import shown_moment

_SHORT = 12
_OF_ADVICE = ("desk", "verdict", "due_on", "expires_on")  # which only colleagues see


def shown_events(events: Sequence[Event], kader: Kader) -> list[dict[str, object]]:
    """What was done, oldest first, so that it reads as a story."""
    return [_shown(event, kader) for event in reversed(events)]


def _shown(event: Event, kader: Kader) -> dict[str, object]:
    digest = event.detail.get("digest")
    what = _("%(action)s: %(reference)s, by %(actor)s") % {
        "action": name_of(ACTIONS, event.action),
        "reference": event.object_reference,
        "actor": actor_words(event.actor),
    }
    return {
        "when": shown_moment(event.at),
        "what": what,
        "more": _more(event, kader),
        "digest": digest[:_SHORT] if isinstance(digest, str) else "",
    }


def _more(event: Event, kader: Kader) -> str:
    """What the trail keeps of an act beside that it was done: how much, which outcome, or whose advice."""
    outcome, answers, rows = (event.detail.get(name) for name in ("outcome", "facts", "rows"))
    if isinstance(outcome, str):
        return str(find_mark("outcome", outcome).word)
    if isinstance(answers, list):
        return ngettext("%(count)s answer", "%(count)s answers", len(answers)) % {"count": len(answers)}
    if isinstance(rows, int):
        return ngettext("%(count)s participant", "%(count)s participants", rows) % {"count": rows}
    return shown_detail(event, kader, only=_OF_ADVICE)
