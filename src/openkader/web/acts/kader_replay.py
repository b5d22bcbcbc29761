"""What is done with replays of history under a draft: ask for one, and stop it."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _

from openkader.base.errors import NotFound
from openkader.casework.permissions import Act
from openkader.register import services
from openkader.register.selectors.kader_replays import ReplayRow, replays_of
from openkader.register.selectors.kader_versions import kader_draft
from openkader.web.acts.deeds import Deeds, Manner, plain
from openkader.web.acts.kader_studio import Drafting
from openkader.web.forms.kader_replay import AskReplayForm, StopReplayForm


@dataclass(frozen=True, kw_only=True)
class Replaying(Drafting):
    """A draft with its replays."""

    @cached_property
    def rows(self) -> list[ReplayRow]:
        """All of them, and those that were kept of the same kader; the newest first."""
        kader, _problems = self.read
        return replays_of(self.reference, self.now, kader.digest if kader else "")

    @property
    def running(self) -> ReplayRow | None:
        """The one that has yet to end."""
        return next((row for row in self.rows if row.state.is_open), None)

    @property
    def done(self) -> list[ReplayRow]:
        """Those with a result."""
        return [row for row in self.rows if row.cases is not None]


def replaying(request: HttpRequest, now: datetime, reference: str) -> Replaying:
    """The draft that an address names, with its replays."""
    return Replaying(request=request, now=now, found=kader_draft(reference))


def _ask(place: Replaying, _form: forms.Form) -> str:
    services.ask_kader_replay(place.reference, **place.hand)
    return _("The replay is asked for. It begins as soon as the worker has time.")


def _stop(place: Replaying, form: forms.Form) -> str:
    name = form.cleaned_data["replay"]
    if name not in {row.reference for row in place.rows}:
        raise NotFound("kader-replay", name)
    services.stop_kader_replay(name, **place.hand)
    return _("The replay is stopped. Nothing of it is kept.")


REPLAY_ACTS: Deeds[Replaying] = {
    "ask": (Act.DRAFT_KADER, plain(AskReplayForm), _ask),
    "stop": (Act.DRAFT_KADER, plain(StopReplayForm), _stop),
}
REPLAY_MANNER = Manner(of="kader-draft")
