"""Initiatives as their pages show them: a chain of three links, drawn and told."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from openkader.base.text import capital
from openkader.casework.initiatives import STAGES, STEPS, ChainState, LinkState, Stage, stage_of
from openkader.publication.periods import shown_period
from openkader.register.selectors import ChainStep, InitiativeRow
from openkader.web.presenters.names import actor_words
from openkader.web.shell import language, said

Shown = dict[str, object]


def shown_initiative(row: InitiativeRow) -> Shown:
    """An initiative with its three links."""
    place = "activity" if row.is_activity else "dossier"
    return {
        "reference": row.reference,
        "url": reverse("initiative", args=[row.reference]),
        "title": said(row.title),
        "year": row.year,
        "state": str(row.state),
        "dossier": said(row.dossier_title),
        "dossier_url": reverse(place, args=[row.dossier]),
        "links": [_link(stage, row) for stage in Stage],
        "remark": said(row.remark),
        "passage": {"text": row.passage, "language": "nl"} if row.passage else None,
        "steps": [shown_step(one) for one in row.steps],
    }


def _link(stage: Stage, row: InitiativeRow) -> Shown:
    """One link: how it is, who stands there, and when that was; of the effect also what it is."""
    steps = [one for one in row.steps if stage_of(one.kind) is stage]
    return {
        "label": capital(STAGES[stage].in_(language())),
        "state": str(row.links[stage]),
        "is_there": row.links[stage] is LinkState.DONE,
        "what": [said(one.what) for one in steps] if stage is Stage.EFFECT else [],
        "who": list(dict.fromkeys(filter(None, (_who(stage, one) for one in steps)))),
        "when": list(dict.fromkeys(_when(one) for one in steps)),
    }


def _who(stage: Stage, step: ChainStep) -> str | None:
    return said(step.seeker if stage is Stage.REQUEST else step.partner)


def _when(step: ChainStep) -> str:
    return shown_period(step.period) or _("moment unknown")


def shown_step(step: ChainStep) -> Shown:
    """One step with everything that is known of it."""
    return {
        "number": step.number,
        "kind": capital(STEPS[step.kind].in_(language())),
        "what": said(step.what),
        "when": shown_period(step.period),
        "seeker": said(step.seeker),
        "seeker_url": reverse("party", args=[step.seeker_party]) if step.seeker_party else "",
        "partner": said(step.partner),
        "partner_url": reverse("party", args=[step.partner_party]) if step.partner_party else "",
        "shown_by": step.shown_by,
        "web": step.url,
        "passage": {"text": step.passage, "language": "nl"} if step.passage else None,
        "remark": said(step.remark),
        "by": actor_words(step.by),
    }


def shown_tally(rows: Sequence[InitiativeRow]) -> list[Shown]:
    """How many chains are in each state."""
    states = [row.state for row in rows]
    return [{"state": str(one), "count": states.count(one)} for one in ChainState]
