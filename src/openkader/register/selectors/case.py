"""A case as it is weighed now: the answers with who gave them, the proposal, who has to be screened."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from openkader.casework.advice import AdviceVerdict, Advised, Asked, Waiver, needs_of
from openkader.casework.rules import Proposal
from openkader.casework.screening import Standing
from openkader.kader import Assessment, Assessor
from openkader.register.advising import has_changed
from openkader.register.cases import Moment, follows_from_screening, known_facts, proposal_at
from openkader.register.models import Request
from openkader.register.selectors.collections import Row
from openkader.register.selectors.delegation import party_row
from openkader.register.selectors.dossier import Dossier
from openkader.register.selectors.screening_rows import PartyRow
from openkader.register.standings import known_of
from openkader.register.watched import parties_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What somebody works on: nothing of `weighed` is stored, `proposal` is the newest that is."""

    reference: str
    weighed: Assessment  # what the kader says of all that is known this moment
    given: Mapping[str, Sequence[Row]]  # every answer on each question, the oldest first
    from_screening: frozenset[str]  # the questions that the register answers by itself
    parties: tuple[PartyRow, ...]
    proposal: Proposal | None
    is_taken_over: bool
    decisions: int
    advised: Advised

    @property
    def screened(self) -> tuple[Standing, ...]:
        """Where the screening of each party stands, as the rules want to see it."""
        return tuple(party.standing for party in self.parties)


def case_of(found: Dossier, assessor: Assessor, today: date) -> Case | None:
    """What can be done with a dossier; None where there is no request, or a row stands for several."""
    row = found.request
    if row is None or row["number"] != 1:
        return None
    request = Request(pk=int(str(row["id"])))
    parties = tuple(party_row(known) for known in known_of(parties_of(request)))
    standings = [party.standing for party in parties]
    facts = known_facts(row, found.facts, assessor.kader, standings)
    follows = (name for name in assessor.kader.facts if follows_from_screening(assessor.kader, name))
    weighed = assessor.assess(facts)
    return Case(
        reference=str(row["reference"]),
        weighed=weighed,
        given=_given(found),
        from_screening=frozenset(follows) if parties else frozenset(),
        parties=parties,
        proposal=_proposal(found, standings),
        is_taken_over=any(decision["reconstructed"] for decision in found.decisions),
        decisions=len(found.decisions),
        advised=_advised(found, weighed, today),
    )


def _advised(found: Dossier, weighed: Assessment, today: date) -> Advised:
    """Everything about the advice of a case, from what was read of it with the case."""
    return Advised(
        today=today,
        needs=needs_of(weighed),
        asked=[_asked(row, found, weighed) for row in found.advice_requests],
        waivers=[_waiver(row) for row in found.waivers],
    )


def _asked(row: Row, found: Dossier, weighed: Assessment) -> Asked:
    mine = [one for one in found.advice if one["advice_request__reference"] == row["reference"]]
    newest = max(mine, key=lambda one: int(str(one["number"])), default=None)
    return Asked(
        desk=str(row["desk"]),
        due_on=row["due_on"],  # type: ignore[arg-type]
        verdict=AdviceVerdict(str(newest["verdict"])) if newest else None,
        is_withdrawn=row["withdrawal__by"] is not None,
        is_stale=has_changed(row["facts"], weighed.trace.values),  # type: ignore[arg-type]
    )


def _waiver(row: Row) -> Waiver:
    return Waiver(
        desk=str(row["desk"]),
        by=str(row["by"]),
        expires_on=row["expires_on"],  # type: ignore[arg-type]
        is_agreed=row["agreement__by"] is not None,
    )


def _given(found: Dossier) -> Mapping[str, Sequence[Row]]:
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    for row in found.answers:
        rows[str(row["fact"])].append(row)
    return rows


def _proposal(found: Dossier, screened: Sequence[Standing]) -> Proposal | None:
    if not found.assessments:
        return None
    newest = found.assessments[-1]
    decided = {decision["assessment__reference"] for decision in found.decisions}
    is_decided = newest["reference"] in decided
    return proposal_at(newest, Moment(answers=len(found.answers), screened=screened, is_decided=is_decided))
