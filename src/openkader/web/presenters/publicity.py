"""What of a dossier the public sees: nothing that tells what screening found of a participant."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from django.utils.translation import gettext as _

from openkader.casework.vocabulary import Level
from openkader.kader import Kader
from openkader.register import selectors
from openkader.register.selectors import Dossier, Row
from openkader.register.selectors.trail import Event

# What was done of which it says nothing that it was done.
_TELLS_NOTHING = frozenset({"request.recorded", "request.decided", "activity.recorded"})
_ABOUT_PEOPLE = frozenset({"delegation", "screening", "hit", "source"})
# Who was asked for advice, who had to agree and what was said in a talk is a matter of colleagues.
_AMONG_COLLEAGUES = frozenset(
    {"advice", "adviser", "waiver", "message", "follow-up", "self-scan", "company", "briefing", "survey"}
)
_ON_THE_WAY = frozenset({"decision.prepared", "decision.returned", "decision.handed-over"})
# Why it was decided so is not for the public, for a hit can be the reason.
_KEPT_APART = dict.fromkeys(
    (
        *("ground", "instrument", "motivation", "departs_from_proposal", "remark", "passage"),
        *("conditions", "referred_to", "seconded_by"),
    )
)


def in_public(found: Dossier, kader: Kader) -> Dossier:
    """A dossier as a visitor sees it; of a case with screening only what was asked, decided and done.

    Facts, proposal, reasons and measures can each rest on a hit, and so can a decision on one organisation.
    """
    told_of = tuple(event for event in found.events if not _is_inside(event))
    found = replace(found, events=told_of, documents=())
    if not _tells_of_screening(found, kader):
        return found
    decisions = tuple(row | _KEPT_APART for row in found.decisions if row["level"] != Level.ORGANISATION)
    deciders = {str(row["reference"]): str(row["decided_by"] or "") for row in decisions}
    told = {str(row["reference"]) for row in (*_requests(found), *found.activities, *decisions)}
    return replace(
        found,
        is_withheld=True,
        answers=(),
        assessments=(),
        decisions=decisions,
        measures=(),
        events=tuple(_without_mark(event, deciders) for event in found.events if _tells_nothing(event, told)),
    )


def withheld_words() -> str:
    """The sentence that says so."""
    return _(
        "The public sees what was asked and what was decided. The facts, the assessment, the reasons and the measures "
        "are for colleagues: they could tell what the screening of a participant found."
    )


def _tells_of_screening(found: Dossier, kader: Kader) -> bool:
    """Whatever came of it: if only a case with a hit were kept apart, that alone would tell it."""
    own = selectors.screening_facts(kader)
    typed = any(row["fact"] in own and not row["passage"] for row in found.answers)
    return typed or any(row["is_screened"] for row in _requests(found))


def _requests(found: Dossier) -> list[Row]:
    return [found.request] if found.request is not None else []


def _is_inside(event: Event) -> bool:
    family = event.action.partition(".")[0]
    return family in _ABOUT_PEOPLE | _AMONG_COLLEAGUES or event.action in _ON_THE_WAY


def _tells_nothing(event: Event, told: Collection[str]) -> bool:
    return event.action in _TELLS_NOTHING and event.object_reference in told


def _without_mark(event: Event, deciders: Mapping[str, str]) -> Event:
    """The mark of what was entered could be guessed back from the few values that it can have.

    Nor does it tell that a second person had to agree, for a hit can be why.
    """
    return replace(event, detail={}, actor=deciders.get(event.object_reference) or event.actor)
