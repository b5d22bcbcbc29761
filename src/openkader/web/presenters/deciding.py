"""The outcomes that somebody may decide now; each other one with everything that stands in its way."""

from dataclasses import dataclass, replace

from django.forms import ChoiceField, Form
from django.urls import reverse

from openkader.base.errors import Refusal
from openkader.casework import rules
from openkader.casework.mandate import Mandated
from openkader.casework.permissions import Act, may_do
from openkader.casework.rules import DecisionDraft
from openkader.casework.vocabulary import DecisionOutcome, Level
from openkader.register.selectors import Case
from openkader.web.presenters.advice import desk_name
from openkader.web.presenters.work import Shown, said_refusal
from openkader.web.shell import said


@dataclass(frozen=True, slots=True)
class _Desk:
    """A case on the desk of somebody who would decide it."""

    case: Case
    form: Form
    mandated: Mandated

    def reasons(self, outcome: DecisionOutcome) -> tuple[Refusal, ...]:
        """Why it cannot be decided at any level; nothing when it can at one."""
        mine = may_do(self.mandated.roles, Act.DECIDE)
        if mine is not None:
            return (mine,)
        found = [self._reasons(outcome, level) for level in self._levels()]
        return min(found, key=len)

    def _reasons(self, outcome: DecisionOutcome, level: Level) -> tuple[Refusal, ...]:
        proposal = self.case.proposal
        if proposal is not None:
            proposal = replace(proposal, is_decided=level in self.case.decided)
        draft = self._draft(outcome, level)
        return rules.reasons_against(proposal, draft, self.case.screened, self.case.advised, self.mandated)

    def _draft(self, outcome: DecisionOutcome, level: Level) -> DecisionDraft:
        """With every field filled in that can be, so that only what nobody can fill in stands in the way."""
        return DecisionDraft(
            outcome=outcome,
            level=level,
            ground="…" if self._offers("ground") else None,
            instrument="…" if self._offers("instrument") else None,
            motivation="…",
            conditions=["…"],
            referred_to="…",
            party="…",
        )

    def _choices(self, name: str) -> list[str]:
        field = self.form.fields.get(name)
        return [str(code) for code, _words in field.choices] if isinstance(field, ChoiceField) else []  # type: ignore[misc, union-attr]

    def _levels(self) -> list[Level]:
        """What the decision may be about."""
        return [Level(code) for code in self._choices("level")]

    def _offers(self, name: str) -> bool:
        """Whether there is anything to choose in a field beside nothing."""
        return any(self._choices(name))

    def mandate(self, outcome: DecisionOutcome) -> str:
        """That a second person has to agree, in the words of the kader."""
        if not any(self.mandated.needs_second(outcome, level) for level in self._levels()):
            return ""
        fitting = [one for level in self._levels() for one in self.mandated.fitting(outcome, level)]
        return said(fitting[0].reason) or ""


def shown_deciding(case: Case, form: Form, mandated: Mandated) -> Shown:
    """Every outcome; one that is shut says why, by the rule that the service asks."""
    desk = _Desk(case, form, mandated)
    against = {outcome: desk.reasons(outcome) for outcome in DecisionOutcome}
    shared = _shared([reasons for one, reasons in against.items() if one is not DecisionOutcome.WITHDRAWN])
    return {
        "url": reverse("decision", args=[case.reference]),
        "form": form,
        # What stands in the way of all but withdrawing is said once, above the choices.
        "shared": [_said(case, reason) for reason in shared],
        "is_shut": all(against.values()),
        "may_withdraw": not against[DecisionOutcome.WITHDRAWN],
        "outcomes": [
            {
                "choice": choice,
                "outcome": outcome,
                "is_shut": bool(against[outcome]),
                "reasons": [_said(case, one) for one in against[outcome] if one not in shared],
                "mandate": "" if against[outcome] else desk.mandate(outcome),
                "is_proposed": case.proposal is not None and case.proposal.outcome is outcome,
            }
            for choice, outcome in zip(form["outcome"], against, strict=True)
        ],
        "proposed": case.proposal.outcome if case.proposal else None,
        # Who comes to read a decision is not asked for another one.
        "folded": case.proposal is not None and case.proposal.is_decided and not form.errors,
    }


def _shared(against: list[tuple[Refusal, ...]]) -> list[Refusal]:
    first, *others = against
    return [reason for reason in first if all(reason in reasons for reasons in others)]


def _said(case: Case, reason: Refusal) -> str:
    """A reason in words; of advice with the names of the desks first."""
    desks = reason.detail.get("desks")
    if desks:
        names = ", ".join(desk_name(case.weighed.kader, desk) for desk in desks.split(", "))
        return f"{names}: {said_refusal(reason)}"
    return said_refusal(reason)
