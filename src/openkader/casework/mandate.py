"""Who may decide a case, and when a second person has to agree: the kader's mandates applied to a person."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from openkader.base.errors import Refusal
from openkader.casework.permissions import is_one_of
from openkader.casework.vocabulary import AccountRole, DecisionOutcome, Level
from openkader.kader.model import Mandate

# Who may be the second person; a decision is never left to two who cannot decide or judge.
SECONDS = frozenset({AccountRole.DECIDER, AccountRole.REVIEWER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandated:
    """The roles of whoever decides, and the mandates that certainly hold in this case.

    `is_open`: the kader has no mandates at all, and leaves it to the organisation who decides.
    """

    roles: Collection[AccountRole]
    mandates: Sequence[Mandate] = ()
    is_open: bool = False
    has_second: bool = True  # somebody else is there who may agree

    def fitting(self, outcome: DecisionOutcome, level: Level) -> list[Mandate]:
        """The mandates that this person has for this decision."""
        return [
            one
            for one in self.mandates
            if AccountRole(one.role) in self.roles
            and outcome in map(DecisionOutcome, one.outcomes)
            and level in map(Level, one.levels)
        ]

    def may(self, outcome: DecisionOutcome, level: Level) -> Refusal | None:
        """Whether this person may decide it, alone or with another who is there."""
        if self.is_open or outcome is DecisionOutcome.WITHDRAWN:
            return None
        if not self.fitting(outcome, level):
            return Refusal("decision.no-mandate")
        if self.needs_second(outcome, level) and not self.has_second:
            return Refusal("decision.nobody-to-agree")
        return None

    def needs_second(self, outcome: DecisionOutcome, level: Level) -> bool:
        """Whether somebody else has to agree; one mandate that asks no second person is enough."""
        fitting = self.fitting(outcome, level)
        return bool(fitting) and all(one.second_person for one in fitting)


def may_return(prepared_by: str, by: str, roles: Collection[AccountRole]) -> Refusal | None:
    """Who prepared a decision may take it back; who may agree to it may send it back."""
    return None if is_one_of(by, [prepared_by]) else may_second(prepared_by, by, roles)


def may_second(prepared_by: str, by: str, roles: Collection[AccountRole]) -> Refusal | None:
    """The second person is another one, who may decide or judge as well."""
    if is_one_of(by, [prepared_by]):
        return Refusal("decision.same-person")
    return None if SECONDS.intersection(roles) else Refusal("decision.no-second")
