"""The trail of a dossier in words."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from openkader.register.selectors.trail import Event
from openkader.web.presenters.names import ACTIONS, name_of
from openkader.web.shell import shown_moment

_SHORT = 12


def shown_events(events: Sequence[Event]) -> list[dict[str, object]]:
    """What was done, oldest first, so that it reads as a story."""
    return [_shown(event) for event in reversed(events)]


def _shown(event: Event) -> dict[str, object]:
    digest = event.detail.get("digest")
    what = _("%(action)s: %(reference)s, by %(actor)s") % {
        "action": name_of(ACTIONS, event.action),
        "reference": event.object_reference,
        "actor": event.actor,
    }
    return {
        "when": shown_moment(event.at),
        "what": what,
        "digest": digest[:_SHORT] if isinstance(digest, str) else "",
    }
