"""Which advice a decision waits for, and how somebody is let off waiting.

Unknown never passes: advice that may yet be needed is needed, and an answer on facts that
have changed is no answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from openkader.base.errors import Refusal
from openkader.casework import waiving
from openkader.casework.advice.asking import Asked
from openkader.casework.advice.words import AdviceVerdict
from openkader.casework.vocabulary import DecisionOutcome
from openkader.kader import Assessment


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """That a case has to be put before a desk, as the kader says of its facts now.

    `before` are the outcomes that wait for the answer.
    """

    desk: str
    is_mandatory: bool
    is_certain: bool  # else it hangs on questions that nobody answered, and is needed all the same
    before: frozenset[DecisionOutcome]


def needs_of(assessment: Assessment) -> tuple[Need, ...]:
    """The desks before which a case has to be put, each once; what may hold counts as what holds."""
    found: dict[str, Need] = {}
    for item, truth in assessment.consultations:
        before = frozenset(map(DecisionOutcome, item.before)) if item.mandatory else frozenset()
        known = found.get(item.desk)
        found[item.desk] = Need(
            desk=item.desk,
            is_mandatory=item.mandatory or (known is not None and known.is_mandatory),
            is_certain=truth is True or (known is not None and known.is_certain),
            before=before | known.before if known else before,
        )
    return tuple(found.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver(waiving.Waiver):
    """Why nobody waits for a desk, and until when."""

    desk: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Advised:
    """Everything about the advice of a case on one day."""

    today: date
    needs: Sequence[Need] = ()
    asked: Sequence[Asked] = ()
    waivers: Sequence[Waiver] = ()

    def lacking(self, outcome: DecisionOutcome | None = None) -> tuple[Need, ...]:
        """The mandatory advice that is not there, and for which nobody was let off."""
        heard = {one.desk for one in self.asked if one.counts}
        heard |= {one.desk for one in self.waivers if one.holds(self.today)}
        return tuple(
            need
            for need in self.needs
            if need.is_mandatory and need.desk not in heard and (outcome is None or outcome in need.before)
        )

    @property
    def is_awaited(self) -> bool:
        """Whether somebody waits for an answer that was asked."""
        return any(one.is_open for one in self.asked)

    @property
    def objections(self) -> tuple[str, ...]:
        """The desks that object, on the facts as they are now."""
        return tuple(one.desk for one in self.asked if one.counts and one.verdict is AdviceVerdict.OBJECTION)


def may_decide_without(advised: Advised, outcome: DecisionOutcome) -> Refusal | None:
    """A decision waits for mandatory advice; holding and withdrawing wait for nobody."""
    lacking = advised.lacking(outcome)
    if not lacking:
        return None
    desks = ", ".join(need.desk for need in lacking)
    return Refusal("decision.open-advice", {"number": str(len(lacking)), "desks": desks})


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiverDraft:
    """Letting off as somebody wants to propose it."""

    desk: str
    reason: str
    expires_on: date


def may_waive(advised: Advised, draft: WaiverDraft) -> Refusal | None:
    """Only of mandatory advice that lacks, with a reason, and for a time."""
    if draft.desk not in {need.desk for need in advised.lacking()}:
        return Refusal("waiver.not-needed")
    if any(one.desk == draft.desk and one.expires_on >= advised.today for one in advised.waivers):
        return Refusal("waiver.already-proposed")
    if not draft.reason.strip():
        return Refusal("waiver.no-reason")
    return Refusal("waiver.expired") if draft.expires_on < advised.today else None
