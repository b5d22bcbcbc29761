"""The word, the sign and the tone of every state that a page shows.

A state is never shown by colour alone: the sign and the word say the same, also in print and to a screen reader.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from openkader.casework.measures import STATUSES
from openkader.casework.raising import Repetition
from openkader.casework.vocabulary import MeasureStatus
from openkader.publication.talk_words import REPETITIONS
from openkader.web.shell import lazily


class Tone(StrEnum):
    """How a state sits on the page: which family of colours it takes."""

    POSITIVE = "positive"
    WARNING = "warning"
    NEGATIVE = "negative"
    INFO = "info"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One state as the reader meets it."""

    word: str | Promise
    icon: str
    tone: Tone


def _mark(word: str | Promise, icon: str, tone: Tone) -> Mark:
    return Mark(word=word, icon=icon, tone=tone)


UNKNOWN = _mark(_("Unknown"), "question", Tone.DEFAULT)

MARKS: Mapping[str, Mapping[str, Mark]] = {
    "figure": {
        "proved": _mark(_("Proved"), "check", Tone.POSITIVE),
        "interval": _mark(_("Between bounds"), "range", Tone.WARNING),
        "contradicted": _mark(_("Contradicted"), "cross", Tone.NEGATIVE),
        "unproved": _mark(_("Not proved"), "question", Tone.INFO),
    },
    "statement": {
        "no_objection": _mark(_("Could work with it"), "check", Tone.POSITIVE),
        "conditions": _mark(_("Could work with it, under conditions"), "check", Tone.WARNING),
        "objection": _mark(_("Could not work with it"), "cross", Tone.NEGATIVE),
        "cannot_judge": _mark(_("Could not judge it"), "question", Tone.DEFAULT),
    },
    "statement_state": {
        "holds": _mark(_("Still holds"), "check", Tone.POSITIVE),
        "stale": _mark(_("Given on what has changed since"), "pause", Tone.WARNING),
        "ended": _mark(_("Its last day has passed"), "pause", Tone.WARNING),
        "followed": _mark(_("Followed by a later one"), "dash", Tone.DEFAULT),
    },
    "truth": {
        "true": _mark(_("Yes"), "check", Tone.POSITIVE),
        "false": _mark(_("No"), "cross", Tone.DEFAULT),
        "unknown": UNKNOWN,
    },
    "outcome": {
        "take_up": _mark(_("Take up"), "check", Tone.POSITIVE),
        "take_up_with_conditions": _mark(_("Take up under conditions"), "check", Tone.WARNING),
        "hold": _mark(_("Hold for consultation"), "pause", Tone.WARNING),
        "refer": _mark(_("Refer on"), "arrow", Tone.INFO),
        "refuse": _mark(_("Refuse"), "cross", Tone.NEGATIVE),
        "withdrawn": _mark(_("Withdrawn"), "dash", Tone.DEFAULT),
    },
    "measure": {
        "open": _mark(lazily(STATUSES[MeasureStatus.OPEN]), "circle", Tone.WARNING),
        "reported": _mark(lazily(STATUSES[MeasureStatus.REPORTED]), "question", Tone.INFO),
        "reported_with_evidence": _mark(_("Reported, evidence named"), "info", Tone.INFO),
        "done": _mark(lazily(STATUSES[MeasureStatus.DONE]), "check", Tone.POSITIVE),
        "not_applicable": _mark(lazily(STATUSES[MeasureStatus.NOT_APPLICABLE]), "dash", Tone.DEFAULT),
        "waived": _mark(lazily(STATUSES[MeasureStatus.WAIVED]), "arrow", Tone.DEFAULT),
    },
    "standing": {
        "planned": _mark(_("Planned"), "circle", Tone.INFO),
        "held": _mark(_("Took place"), "check", Tone.POSITIVE),
        "cancelled": _mark(_("Called off"), "dash", Tone.DEFAULT),
    },
    "agreement": {
        "passed": _mark(_("Past its last day"), "cross", Tone.NEGATIVE),
        "ends_soon": _mark(_("Ends soon"), "circle", Tone.WARNING),
        "intended": _mark(pgettext_lazy("agreement", "Intended"), "pause", Tone.INFO),
        "unknown": _mark(_("Term not known"), "question", Tone.DEFAULT),
        "runs": _mark(pgettext_lazy("agreement", "In force"), "check", Tone.POSITIVE),
        "open": _mark(_("In force, without an end"), "check", Tone.POSITIVE),
        "over": _mark(pgettext_lazy("agreement", "Over"), "dash", Tone.DEFAULT),
    },
    "clause": {
        "in": _mark(_("It is in it"), "check", Tone.POSITIVE),
        "out": _mark(_("It is not in it"), "dash", Tone.WARNING),
        "unknown": _mark(_("Not known"), "question", Tone.DEFAULT),
    },
    "protection": {
        "planned": _mark(pgettext_lazy("step", "Planned"), "circle", Tone.INFO),
        "done": _mark(pgettext_lazy("step", "Done"), "check", Tone.POSITIVE),
        "left_out": _mark(pgettext_lazy("step", "Left out"), "dash", Tone.WARNING),
    },
    "sign_off": {
        "signed": _mark(_("Signed off"), "check", Tone.POSITIVE),
        "stale": _mark(_("Signed off, changed since"), "question", Tone.WARNING),
        "none": _mark(_("Not signed off"), "circle", Tone.WARNING),
    },
    "conflict": {
        "security_first": _mark(_("Security first"), "check", Tone.POSITIVE),
        "otherwise": _mark(_("Decided otherwise"), "arrow", Tone.WARNING),
    },
    "member": {
        "never": _mark(_("Never anything noted"), "question", Tone.WARNING),
        "undated": _mark(_("Noted, moment unknown"), "question", Tone.INFO),
        "dormant": _mark(_("Dormant"), "pause", Tone.WARNING),
        "active": _mark(pgettext_lazy("network", "Active"), "check", Tone.POSITIVE),
        "stopped": _mark(pgettext_lazy("network", "Stopped"), "dash", Tone.DEFAULT),
    },
    "reach": {
        "on": _mark(pgettext_lazy("line", "On"), "check", Tone.POSITIVE),
        "off": _mark(pgettext_lazy("line", "Off"), "dash", Tone.DEFAULT),
    },
    "chain": {
        "sought": _mark(_("Being sought"), "circle", Tone.WARNING),
        "matched": _mark(_("Linked, effect open"), "arrow", Tone.INFO),
        "no_match": _mark(_("No match found"), "cross", Tone.DEFAULT),
        "effect": _mark(_("Effect seen"), "check", Tone.POSITIVE),
        "ended": _mark(pgettext_lazy("initiative", "Ended"), "dash", Tone.DEFAULT),
    },
    "recommendation": {
        "open": _mark(pgettext_lazy("recommendation", "Open"), "circle", Tone.WARNING),
        "taken_up": _mark(pgettext_lazy("recommendation", "Taken up"), "arrow", Tone.INFO),
        "partly": _mark(_("Done in part"), "range", Tone.WARNING),
        "done": _mark(pgettext_lazy("recommendation", "Done"), "check", Tone.POSITIVE),
        "not_followed": _mark(_("Not followed"), "dash", Tone.DEFAULT),
    },
    "consent": {
        "with_name": _mark(_("May be used with the name"), "check", Tone.POSITIVE),
        "without_name": _mark(_("May be used without the name"), "check", Tone.INFO),
        "not_quoted": _mark(_("Not to be quoted"), "dash", Tone.DEFAULT),
        "withdrawn": _mark(_("Consent withdrawn"), "cross", Tone.NEGATIVE),
    },
    "sum": {
        "adds_up": _mark(_("Adds up"), "check", Tone.POSITIVE),
        "does_not": _mark(_("Does not add up"), "cross", Tone.WARNING),
    },
    "link": {
        "done": _mark(pgettext_lazy("link", "There"), "check", Tone.POSITIVE),
        "open": _mark(pgettext_lazy("link", "Open"), "circle", Tone.WARNING),
        "not_found": _mark(_("Not found"), "cross", Tone.DEFAULT),
        "given_up": _mark(_("No longer sought"), "dash", Tone.DEFAULT),
    },
    "file": {
        "here": _mark(_("Kept here"), "check", Tone.POSITIVE),
        "gone": _mark(_("File is gone"), "cross", Tone.NEGATIVE),
        "changed": _mark(_("File was changed"), "cross", Tone.NEGATIVE),
    },
    "coverage": {
        "full": _mark(pgettext_lazy("coverage", "Full"), "check", Tone.POSITIVE),
        "open": _mark(pgettext_lazy("coverage", "Open"), "circle", Tone.WARNING),
        "waived": _mark(_("Waived"), "arrow", Tone.INFO),
        "unknown": UNKNOWN,
        "not_applicable": _mark(pgettext_lazy("coverage", "N/A"), "dash", Tone.DEFAULT),
    },
    "scan": {
        "missing": _mark(_("Not asked yet"), "cross", Tone.NEGATIVE),
        "asked": _mark(_("Asked"), "pause", Tone.INFO),
        "started": _mark(_("Begun"), "pause", Tone.INFO),
        "overdue": _mark(_("Not handed in: overdue"), "circle", Tone.WARNING),
        "valid": _mark(_("Handed in"), "check", Tone.POSITIVE),
        "expired": _mark(_("Does not count at departure"), "cross", Tone.NEGATIVE),
        "waived": _mark(_("Waived"), "arrow", Tone.DEFAULT),
        "unknown": UNKNOWN,
    },
    "survey": {
        "to_ask": _mark(_("To be asked"), "circle", Tone.WARNING),
        "without_address": _mark(_("To be asked, no address"), "circle", Tone.WARNING),
        "asked": _mark(_("Asked"), "pause", Tone.INFO),
        "answered": _mark(_("Answered"), "check", Tone.POSITIVE),
        "ended": _mark(_("No answer"), "dash", Tone.DEFAULT),
        "taken_back": _mark(_("Taken back"), "dash", Tone.DEFAULT),
        "to_come": _mark(_("Later"), "pause", Tone.DEFAULT),
        "not_asked": _mark(_("Not asked"), "dash", Tone.DEFAULT),
        "left_out": _mark(_("Is not asked"), "dash", Tone.DEFAULT),
        "unnamed": _mark(_("Only known as a number"), "question", Tone.DEFAULT),
        "not_noted": _mark(_("Not noted whether they took part"), "question", Tone.WARNING),
        "unknown": UNKNOWN,
    },
    "presence": {
        "there": _mark(_("Was there"), "check", Tone.POSITIVE),
        "missed": _mark(_("Missed it"), "cross", Tone.WARNING),
        "unknown": UNKNOWN,
        "none": _mark(_("No session yet"), "dash", Tone.DEFAULT),
    },
    "party": {
        "not_screened": _mark(_("Not screened"), "question", Tone.WARNING),
        "waiting": _mark(_("Waits for screening"), "pause", Tone.INFO),
        "failed": _mark(_("Not screened: failed"), "cross", Tone.NEGATIVE),
        "to_review": _mark(_("To review"), "circle", Tone.WARNING),
        "confirmed": _mark(_("On a list"), "cross", Tone.NEGATIVE),
        "undecided": _mark(_("Cannot be told"), "question", Tone.WARNING),
        "cleared": _mark(_("Somebody else, reviewed"), "check", Tone.POSITIVE),
        "clear": _mark(_("No hit"), "check", Tone.POSITIVE),
    },
    "hit": {
        "open": _mark(_("To review"), "circle", Tone.WARNING),
        "second": _mark(_("Second person needed"), "pause", Tone.WARNING),
        "confirmed": _mark(_("On a list"), "cross", Tone.NEGATIVE),
        "undecided": _mark(_("Cannot be told"), "question", Tone.WARNING),
        "cleared": _mark(_("Somebody else"), "check", Tone.POSITIVE),
        "gone": _mark(_("No longer found"), "dash", Tone.DEFAULT),
    },
    "case": {
        "received": _mark(_("Came in"), "circle", Tone.INFO),
        "weighing": _mark(_("Being weighed"), "range", Tone.INFO),
        "awaiting_advice": _mark(_("Waits for advice"), "pause", Tone.WARNING),
        "ready": _mark(_("Ready to decide"), "arrow", Tone.POSITIVE),
        "held": _mark(_("Held"), "pause", Tone.WARNING),
        "granted": _mark(_("Granted"), "check", Tone.POSITIVE),
        "referred": _mark(_("Referred, not handed over yet"), "arrow", Tone.WARNING),
        "refused": _mark(_("Refused"), "cross", Tone.NEGATIVE),
        "withdrawn": _mark(_("Withdrawn"), "dash", Tone.DEFAULT),
        "carried_out": _mark(_("Carried out, not accounted for yet"), "circle", Tone.WARNING),
        "closed": _mark(_("Closed"), "check", Tone.DEFAULT),
    },
    "participant": {
        "invited": _mark(pgettext_lazy("participant", "Invited"), "circle", Tone.INFO),
        "confirmed": _mark(pgettext_lazy("participant", "Confirmed"), "check", Tone.POSITIVE),
        "took_part": _mark(pgettext_lazy("participant", "Took part"), "check", Tone.DEFAULT),
        "dropped_out": _mark(pgettext_lazy("participant", "Dropped out"), "dash", Tone.WARNING),
    },
    "verdict": {
        "true": _mark(_("It is our party"), "cross", Tone.NEGATIVE),
        "false": _mark(_("It is somebody else"), "check", Tone.POSITIVE),
        "undecided": _mark(_("It cannot be told"), "question", Tone.WARNING),
    },
    "band": {
        "match": _mark(_("Match"), "cross", Tone.NEGATIVE),
        "check": _mark(_("Check"), "question", Tone.WARNING),
        "clear": _mark(_("No hit"), "check", Tone.POSITIVE),
        "not_screened": _mark(_("Not screened"), "question", Tone.WARNING),
    },
    "repetition": {
        "lately": _mark(lazily(REPETITIONS[Repetition.LATELY]), "check", Tone.POSITIVE),
        "long_ago": _mark(lazily(REPETITIONS[Repetition.LONG_AGO]), "circle", Tone.WARNING),
        "never": _mark(lazily(REPETITIONS[Repetition.NEVER]), "dash", Tone.WARNING),
        "unknown": UNKNOWN,
    },
    "raised": {
        "true": _mark(_("Raised"), "check", Tone.POSITIVE),
        "false": _mark(_("Not raised"), "dash", Tone.DEFAULT),
    },
    "follow_up": {
        "open": _mark(pgettext_lazy("follow-up", "Open"), "circle", Tone.INFO),
        "overdue": _mark(_("Too late"), "cross", Tone.NEGATIVE),
        "done": _mark(pgettext_lazy("follow-up", "Done"), "check", Tone.POSITIVE),
    },
    "accounted": {
        "given": _mark(_("Accounted for"), "check", Tone.POSITIVE),
        "reported": _mark(_("Reported, no place known"), "info", Tone.INFO),
        "overdue": _mark(_("Too late"), "cross", Tone.NEGATIVE),
        "waits": _mark(_("Can still be done in time"), "circle", Tone.INFO),
        "set_aside": _mark(_("Set aside"), "arrow", Tone.DEFAULT),
        "not_owed": _mark(_("Not asked for"), "dash", Tone.DEFAULT),
        "unknown": UNKNOWN,
    },
    "list": {
        "renewed": _mark(_("In force"), "check", Tone.POSITIVE),
        "failed": _mark(_("Not renewed"), "cross", Tone.NEGATIVE),
        "broken_off": _mark(_("Broken off"), "question", Tone.WARNING),
        "overdue": _mark(_("Not checked lately"), "question", Tone.WARNING),
        "never": _mark(_("Never read"), "cross", Tone.NEGATIVE),
        "damaged": _mark(_("Damaged"), "cross", Tone.NEGATIVE),
    },
}


def find_mark(kind: str, state: object) -> Mark:
    """The mark of a state; what the source does not state, and a state without a mark, is unknown."""
    if state is None:
        return UNKNOWN
    return MARKS[kind].get(str(state).lower() if isinstance(state, bool) else str(state), UNKNOWN)
