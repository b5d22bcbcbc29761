"""Where the screening of a party and of a whole delegation stands, and what that allows.

No list, no screening; no screening, no decision.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from openkader.base.errors import Refusal
from openkader.casework.screening.words import HitState, PartyState


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of the screening of one party.

    `is_current`: it was compared, as it is known now, with at least one list. `waits`:
    it is in the queue. `failed`: the last attempt gave no whole answer. `hits` are
    those in force, each with its list.
    """

    is_current: bool = False
    waits: bool = False
    failed: bool = False
    hits: tuple[tuple[str, HitState], ...] = ()

    @property
    def is_screened(self) -> bool:
        """Whether nothing is left to compare."""
        return self.is_current and not self.waits and not self.failed

    @property
    def has_open_hits(self) -> bool:
        """Whether somebody still has to look."""
        return any(state.is_open for _, state in self.hits)

    @property
    def state(self) -> PartyState:
        """Where it stands, the gravest first."""
        states = {state for _, state in self.hits}
        if HitState.CONFIRMED in states:
            return PartyState.CONFIRMED
        if self.has_open_hits:
            return PartyState.TO_REVIEW
        if not self.is_screened:
            return self._unscreened()
        if HitState.UNDECIDED in states:
            return PartyState.UNDECIDED
        return PartyState.CLEARED if states else PartyState.CLEAR

    def _unscreened(self) -> PartyState:
        if self.failed:
            return PartyState.FAILED
        return PartyState.WAITING if self.waits else PartyState.NOT_SCREENED


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The screening of a delegation in figures.

    Findings lie between those that are confirmed and those that may still be: of a
    party that was not screened, or whose hits are not judged, nobody can say that
    there is none.
    """

    parties: int
    screened: int
    clear: int  # parties of which is known that nothing was found, or that it was somebody else
    findings: int  # parties with a confirmed hit
    refused: int = 0

    @property
    def not_screened(self) -> int:
        """Parties that were not compared with the lists, or not as they are known now."""
        return self.parties - self.screened

    @property
    def most_findings(self) -> int:
        """How many parties with a finding there may be."""
        return self.parties - self.clear


def tally(standings: Collection[Standing], refused: int = 0) -> Tally:
    """Count a delegation; what is unknown counts as neither screened nor clear."""
    states = [standing.state for standing in standings]
    return Tally(
        parties=len(states),
        screened=sum(standing.is_screened for standing in standings),
        clear=sum(state in (PartyState.CLEAR, PartyState.CLEARED) for state in states),
        findings=states.count(PartyState.CONFIRMED),
        refused=refused,
    )


def may_go_on(standings: Sequence[Standing]) -> Refusal | None:
    """Green light asks that every party was screened and every hit judged; a finding forbids nothing."""
    waiting = sum(not standing.is_screened for standing in standings)
    if waiting:
        return Refusal("decision.not-screened", {"number": str(waiting), "all": str(len(standings))})
    unjudged = sum(standing.has_open_hits for standing in standings)
    return Refusal("decision.hits-to-review", {"number": str(unjudged)}) if unjudged else None
